// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingmessage.h"

#include "jsonl/trainingrules.h"

namespace odc::training {

namespace {

using enum TrainingFault;
using Member = MessageMember;

Role roleCalled(std::string_view name)
{
    constexpr std::pair<std::string_view, Role> roles[] = {
        {"user", Role::User},           {"assistant", Role::Assistant}, {"system", Role::System},
        {"developer", Role::Developer}, {"tool", Role::Tool},           {"function", Role::Function}};
    for (const auto &[text, role] : roles) {
        if (text == name)
            return role;
    }
    return Role::Broken;
}

bool isLink(std::string_view url)
{
    return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("data:image/");
}

} // namespace

Seen MessageCheck::run(const Message &message)
{
    Seen seen{roleOf(message), false};
    const bool isAnswer = seen.role == Role::Assistant;
    seen.isTrained = checkWeight(message, isAnswer || seen.role == Role::Broken) && isAnswer;
    Letters letters;
    checkContent(message, seen.role, letters);
    std::string_view name;
    if (message.has(Member::Name) && message[Member::Name].get(name))
        m_line.addAt(Member::names[Member::Name], WantsText);
    m_letters.add(name); // it is read, and not learned
    if (message.has(Member::FunctionCall)) {
        const Line::Inside inside(m_line, Member::names[Member::FunctionCall]);
        if (!isAnswer && seen.role != Role::Broken)
            m_line.add(CallsNotFromAssistant);
        else
            checkCall(m_line, message[Member::FunctionCall], letters);
    }
    if (message.has(Member::Calls)) {
        const Line::Inside inside(m_line, Member::names[Member::Calls]);
        if (!isAnswer && seen.role != Role::Broken)
            m_line.add(CallsNotFromAssistant);
        else
            checkCalls(message[Member::Calls], letters);
    }
    m_letters.add(letters);
    if (seen.isTrained)
        m_trained.add(letters);
    return seen;
}

Role MessageCheck::roleOf(const Message &message)
{
    std::string_view name;
    if (!message.has(Member::Role)) {
        m_line.addAt(Member::names[Member::Role], MissingMember);
        return Role::Broken;
    }
    if (message[Member::Role].get(name)) {
        m_line.addAt(Member::names[Member::Role], WantsText);
        return Role::Broken;
    }
    const Role role = roleCalled(name);
    if (role == Role::Broken)
        m_line.addAt(Member::names[Member::Role], UnknownRole, name);
    return role;
}

/// False when the message is not learned.

bool MessageCheck::checkWeight(const Message &message, bool mayHave)
{
    if (!message.has(Member::Weight))
        return true;
    double weight = 0;
    const bool isNumber = !message[Member::Weight].get(weight);
    if (!mayHave)
        m_line.addAt(Member::names[Member::Weight], WeightNotOnAssistant);
    else if (!isNumber || (weight != 0 && weight != 1))
        m_line.addAt(Member::names[Member::Weight], WrongWeight);
    return !isNumber || weight != 0;
}

void MessageCheck::checkContent(const Message &message, Role role, Letters &letters)
{
    const bool saysOtherwise =
        message.has(Member::Calls) || message.has(Member::FunctionCall) || message.has(Member::Refusal);
    std::string_view text;
    if (message.has(Member::Refusal)) {
        if (message[Member::Refusal].get(text))
            m_line.addAt(Member::names[Member::Refusal], WantsText);
        letters.add(text);
    }
    dom::array parts;
    if (!message.has(Member::Content)) {
        if (!saysOtherwise)
            m_line.addAt(Member::names[Member::Content], NoContent);
    } else if (!message[Member::Content].get(text)) {
        letters.add(text);
        if (role == Role::Assistant && !saysOtherwise &&
            text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            m_line.addAt(Member::names[Member::Content], EmptyContent);
    } else if (!message[Member::Content].get(parts)) {
        const Line::Inside inside(m_line, Member::names[Member::Content]);
        qint64 index = 0;
        for (const dom::element part : parts) {
            const Line::Inside entry(m_line, index++);
            checkPart(part, role, letters);
        }
        if (index == 0)
            m_line.add(EmptyList);
    } else {
        m_line.addAt(Member::names[Member::Content], WantsText);
    }
}

void MessageCheck::checkPart(dom::element part, Role role, Letters &letters)
{
    enum { Type, Text, Image, Refused, Count };
    static constexpr std::array<std::string_view, Count> names{"type", "text", "image_url", "refusal"};
    dom::object object;
    if (part.get(object)) {
        m_line.add(WantsObject);
        return;
    }
    const Members<Count> members(m_line, object, names, Members<Count>::Others::Told);
    std::string_view type;
    if (!members.has(Type)) {
        m_line.addAt(names[Type], MissingMember);
    } else if (members[Type].get(type)) {
        m_line.addAt(names[Type], WantsText);
    } else if (type == names[Image]) {
        ++m_line.figures.images;
        if (role != Role::User && role != Role::Broken)
            m_line.add(ImageNotFromUser);
        else if (!members.has(Image))
            m_line.addAt(names[Image], MissingMember);
        else
            checkImage(members[Image]);
    } else if (type == names[Text] || (type == names[Refused] && role == Role::Assistant)) {
        const size_t at = type == names[Text] ? Text : Refused;
        std::string_view text;
        if (!members.has(at))
            m_line.addAt(names[at], MissingMember);
        else if (members[at].get(text))
            m_line.addAt(names[at], WantsText);
        letters.add(text);
    } else {
        m_line.addAt(names[Type], UnknownPart, type);
    }
}

void MessageCheck::checkImage(dom::element image)
{
    enum { Url, Detail, Count };
    static constexpr std::array<std::string_view, Count> names{"url", "detail"};
    // What a picture counts depends on its size; these are the small one's, and one's of a megapixel.
    constexpr qint64 small = 85;
    constexpr qint64 usual = 765;
    const Line::Inside inside(m_line, "image_url");
    dom::object object;
    if (image.get(object)) {
        m_line.add(WantsObject);
        return;
    }
    const Members<Count> members(m_line, object, names, Members<Count>::Others::Told);
    std::string_view text;
    if (!members.has(Url))
        m_line.addAt(names[Url], MissingMember);
    else if (members[Url].get(text))
        m_line.addAt(names[Url], WantsText);
    else if (!isLink(text))
        m_line.addAt(names[Url], ImageNotUsable);
    std::string_view detail;
    if (members.has(Detail) && members[Detail].get(detail))
        m_line.addAt(names[Detail], WantsText);
    m_line.figures.imageTokens += detail == "low" ? small : usual;
}

void MessageCheck::checkCalls(dom::element calls, Letters &letters)
{
    dom::array list;
    if (calls.get(list)) {
        m_line.add(WantsList);
        return;
    }
    qint64 index = 0;
    for (const dom::element call : list) {
        const Line::Inside entry(m_line, index++);
        checkToolCall(call, letters);
    }
    if (index == 0)
        m_line.add(EmptyList);
}

void MessageCheck::checkToolCall(dom::element call, Letters &letters)
{
    enum { Id, Type, Called, Count };
    static constexpr std::array<std::string_view, Count> names{"id", "type", "function"};
    dom::object object;
    if (call.get(object)) {
        m_line.add(WantsObject);
        return;
    }
    const Members<Count> members(m_line, object, names, Members<Count>::Others::Told);
    std::string_view id;
    if (!members.has(Id))
        m_line.addAt(names[Id], MissingMember);
    else if (members[Id].get(id))
        m_line.addAt(names[Id], WantsText);
    std::string_view type;
    if (!members.has(Type))
        m_line.addAt(names[Type], MissingMember);
    else if (members[Type].get(type) || type != "function")
        m_line.addAt(names[Type], ToolNotFunction, type);
    if (!members.has(Called)) {
        m_line.addAt(names[Called], MissingMember);
        return;
    }
    const Line::Inside inside(m_line, names[Called]);
    checkCall(m_line, members[Called], letters);
}

} // namespace odc::training
