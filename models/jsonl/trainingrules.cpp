// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingrules.h"

#include "jsonl/examplehash.h"

namespace odc::training {

namespace {

using enum TrainingFault;

/// Members of an example that hold whatever is asked for: the conversation's surroundings.
struct Surroundings
{
    enum { Tools, Functions, Parallel, Messages, Count };
    static constexpr std::array<std::string_view, Count> names{"tools", "functions", "parallel_tool_calls",
                                                               "messages"};
};

/// Tools first, because messages call them.
void checkTalk(Line &line, const Members<Surroundings::Count> &members, Talk talk)
{
    using S = Surroundings;
    line.figures.isChat = true;
    if (members.has(S::Tools))
        checkTools(line, members[S::Tools]);
    if (members.has(S::Functions))
        checkFunctions(line, members[S::Functions]);
    if (members.has(S::Parallel) && !members[S::Parallel].is_bool())
        line.addAt(S::names[S::Parallel], WantsBool);
    if (members.has(S::Messages))
        checkMessages(line, members[S::Messages], talk);
    else
        line.addAt(S::names[S::Messages], MissingMember);
}

void checkPreference(Line &line, dom::object example)
{
    enum { Input, Preferred, NonPreferred, PreferredToo, NonPreferredToo, Count };
    static constexpr std::array<std::string_view, Count> names{"input", "preferred_output",
                                                               "non_preferred_output", "preferred_completion",
                                                               "non_preferred_completion"};
    const Members<Count> members(line, example, names, Members<Count>::Others::Told);
    dom::object input;
    if (!members.has(Input)) {
        line.addAt(names[Input], MissingMember);
    } else if (members[Input].get(input)) {
        line.addAt(names[Input], WantsObject);
    } else {
        using Talking = Members<Surroundings::Count>;
        const Line::Inside inside(line, names[Input]);
        checkTalk(line, Talking(line, input, Surroundings::names, Talking::Others::Told), Talk::Input);
    }
    // Two ways to call the answers are in use; a line keeps to one of them.
    const bool hasUsual = members.isThere(Preferred) || members.isThere(NonPreferred);
    const bool hasOthers = members.isThere(PreferredToo) || members.isThere(NonPreferredToo);
    if (hasUsual && hasOthers)
        line.addAt(names[members.isThere(PreferredToo) ? PreferredToo : NonPreferredToo], MixedNames);
    dom::element outputs[2];
    int found = 0;
    for (int which = 0; which < 2; ++which) {
        const size_t usual = size_t(Preferred + which);
        const size_t other = size_t(PreferredToo + which);
        const size_t at = members.has(other) && !members.has(usual) ? other : usual;
        if (!members.has(at)) {
            line.addAt(names[hasOthers && !hasUsual ? other : usual], MissingMember);
            continue;
        }
        const Line::Inside inside(line, names[at]);
        outputs[which] = members[at];
        checkOutput(line, outputs[which], which);
        ++found;
    }
    if (found == 2 && contentHash(outputs[0]) == contentHash(outputs[1]))
        line.add(OutputsEqual);
}

/// "sku.name" is there; whatever it is.
bool hasItem(dom::object object, const std::vector<std::string> &steps)
{
    for (size_t i = 0; i < steps.size(); ++i) {
        dom::element value;
        if (object.at_key(steps[i]).get(value) || (i + 1 < steps.size() && value.get(object)))
            return false;
    }
    return true;
}

void checkReinforcement(Line &line, dom::object example)
{
    using Talking = Members<Surroundings::Count>;
    checkTalk(line, Talking(line, example, Surroundings::names, Talking::Others::Allowed),
              Talk::Reinforcement);
    for (const std::vector<std::string> &steps : line.rules().itemKeys) {
        if (hasItem(example, steps))
            continue;
        std::string name;
        for (const std::string &step : steps)
            name += (name.empty() ? "" : ".") + step;
        line.add(MissingItemKey, name);
    }
    for (const std::string_view reserved : {"sample", "item"}) {
        dom::element value;
        if (!example.at_key(reserved).get(value))
            line.addAt(reserved, ReservedKey, reserved);
    }
}

void checkCompletion(Line &line, dom::object example)
{
    enum { Prompt, Completion, Count };
    static constexpr std::array<std::string_view, Count> names{"prompt", "completion"};
    const Members<Count> members(line, example, names, Members<Count>::Others::Told);
    for (const size_t at : {Prompt, Completion}) {
        std::string_view text;
        if (!members.has(at)) {
            line.addAt(names[at], MissingMember);
            continue;
        }
        if (members[at].get(text)) {
            line.addAt(names[at], WantsText);
            continue;
        }
        line.figures.text.add(text);
        if (at == Prompt)
            continue;
        line.figures.trainable.add(text);
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            line.addAt(names[at], EmptyCompletion);
        else if (text.front() != ' ' && text.front() != '\n')
            line.addAt(names[at], NoLeadingSpace);
    }
}

} // namespace

LineKind kindOf(dom::object example)
{
    bool hasMessages = false;
    bool hasPrompt = false;
    for (const auto &[key, value] : example) {
        if (key == "preferred_output" || key == "non_preferred_output" || key == "preferred_completion" ||
            key == "non_preferred_completion" || (key == "input" && value.is_object()))
            return LineKind::Preference;
        hasMessages = hasMessages || key == "messages";
        hasPrompt = hasPrompt || key == "prompt" || key == "completion";
    }
    return hasMessages ? LineKind::Messages : hasPrompt ? LineKind::Completion : LineKind::Other;
}

bool endsWithAnswer(dom::object example)
{
    dom::array messages;
    if (example.at_key("messages").get(messages))
        return false;
    dom::element last;
    for (const dom::element each : messages)
        last = each;
    std::string_view role;
    dom::object message;
    return messages.begin() != messages.end() && !last.get(message) && !message.at_key("role").get(role) &&
           role == "assistant";
}

LineKind kindOf(TrainingFormat format)
{
    switch (format) {
    case TrainingFormat::Chat:
    case TrainingFormat::Reinforcement:
        return LineKind::Messages;
    case TrainingFormat::Preference:
        return LineKind::Preference;
    case TrainingFormat::Completion:
        return LineKind::Completion;
    case TrainingFormat::Unknown:
        break;
    }
    return LineKind::Other;
}

void checkExample(Line &line, dom::object example)
{
    using Talking = Members<Surroundings::Count>;
    switch (line.rules().format) {
    case TrainingFormat::Preference:
        checkPreference(line, example);
        break;
    case TrainingFormat::Reinforcement:
        checkReinforcement(line, example);
        break;
    case TrainingFormat::Completion:
        checkCompletion(line, example);
        break;
    case TrainingFormat::Chat:
    case TrainingFormat::Unknown:
        checkTalk(line, Talking(line, example, Surroundings::names, Talking::Others::Told), Talk::Chat);
        break;
    }
}

} // namespace odc::training
