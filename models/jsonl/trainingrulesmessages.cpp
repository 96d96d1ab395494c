// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingrules.h"

#include "jsonl/trainingmessage.h"

#include <algorithm>

namespace odc::training {

namespace {

using enum TrainingFault;

using Member = MessageMember;

/// How the messages follow each other.
class TalkCheck
{
public:
    TalkCheck(Line &line, Talk talk) : m_line(line), m_talk(talk), m_check(line, line.figures.text) {}

    void run(dom::array messages)
    {
        for (const dom::element each : messages) {
            const Line::Inside entry(m_line, m_index);
            dom::object object;
            if (each.get(object)) {
                m_line.add(WantsObject);
                follow(Role::Broken);
            } else {
                const Message message(m_line, object, Member::names, Message::Others::Told);
                const Seen seen = m_check.run(message);
                m_isTrained = m_isTrained || seen.isTrained;
                follow(seen.role);
                if (seen.role == Role::Tool)
                    answer(message);
                else if (message.has(Member::Calls))
                    remember(message[Member::Calls], seen.role);
            }
            ++m_index;
        }
        m_line.figures.messages = int(m_index);
        if (m_talk == Talk::Chat)
            m_line.figures.trainable.add(m_check.trained());
        if (m_index == 0)
            m_line.add(EmptyList);
        else
            end();
    }

private:
    struct Call
    {
        std::string_view id;
        qint64 index;
        bool isAnswered;
    };

    void follow(Role role)
    {
        const bool isSystem = role == Role::System || role == Role::Developer;
        m_line.figures.hasSystem = m_line.figures.hasSystem || isSystem;
        if (isSystem && m_hasOthers)
            m_line.addAt(Member::names[Member::Role], SystemNotFirst);
        if (role == Role::System && m_talk == Talk::Reinforcement)
            m_line.addAt(Member::names[Member::Role], DeveloperWanted);
        if (role == Role::User && m_before == Role::User)
            m_line.addAt(Member::names[Member::Role], UserTwice);
        if (role == Role::Assistant && !m_hasOthers && m_talk == Talk::Chat)
            m_line.addAt(Member::names[Member::Role], AssistantFirst);
        m_hasOthers = m_hasOthers || !isSystem;
        m_hasAnswer = m_hasAnswer || role == Role::Assistant;
        m_isBroken = m_isBroken || role == Role::Broken;
        if (role == Role::Broken)
            m_areCallsBroken = true; // it may be the answer that is waited for
        else if (role != Role::Tool)
            closeCalls();
        m_before = role;
    }

    /// The calls of this message wait for answers.
    void remember(dom::element calls, Role role)
    {
        m_callsAt = m_index;
        dom::array list;
        if (calls.get(list) || role != Role::Assistant) {
            m_areCallsBroken = true;
            return;
        }
        qint64 index = 0;
        for (const dom::element call : list) {
            dom::object object;
            std::string_view id;
            if (call.get(object) || object.at_key("id").get(id)) {
                m_areCallsBroken = true;
            } else if (std::any_of(m_calls.begin(), m_calls.end(),
                                   [&](const Call &each) { return each.id == id; })) {
                const Line::Inside inside(m_line, Member::names[Member::Calls]);
                const Line::Inside entry(m_line, index);
                m_line.addAt("id", CallIdTwice, id);
            } else {
                m_calls.push_back({id, index, false});
            }
            ++index;
        }
    }

    /// This message is the answer of a tool.
    void answer(const Message &message)
    {
        std::string_view id;
        if (!message.has(Member::CallId)) {
            m_line.addAt(Member::names[Member::CallId], MissingMember);
            m_areCallsBroken = true; // nobody knows which one it is
        } else if (message[Member::CallId].get(id)) {
            m_line.addAt(Member::names[Member::CallId], WantsText);
            m_areCallsBroken = true;
        } else if (m_areCallsBroken) {
            return;
        } else if (m_calls.empty()) {
            m_line.add(ToolWithoutCall);
        } else {
            const auto call = std::find_if(m_calls.begin(), m_calls.end(), [&](const Call &each) {
                return each.id == id && !each.isAnswered;
            });
            if (call == m_calls.end()) {
                m_line.addAt(Member::names[Member::CallId], UnknownCallId, id);
                m_areCallsBroken = true; // it was meant for one of them
            } else {
                call->isAnswered = true;
            }
        }
    }

    /// The talk goes on: what was called should have answered.
    void closeCalls()
    {
        // From here the path begins in the list again.
        for (const Call &call :
             m_areCallsBroken || m_before == Role::Broken ? std::vector<Call>() : m_calls) {
            if (!call.isAnswered)
                m_unanswered.push_back({call.id, call.index, false, m_callsAt});
        }
        m_calls.clear();
        m_areCallsBroken = false;
    }

    void end()
    {
        for (const Unanswered &call : m_unanswered) {
            const Line::Inside message(m_line, call.message);
            const Line::Inside calls(m_line, Member::names[Member::Calls]);
            const Line::Inside entry(m_line, call.index);
            m_line.addAt("id", UnansweredCall, call.id);
        }
        const Line::Inside last(m_line, m_index - 1);
        if (m_before == Role::Broken)
            return;
        if (m_talk != Talk::Chat) {
            // A tool's answer is a question, too.
            if (m_before != Role::User && !(m_before == Role::Tool && m_talk == Talk::Input))
                m_line.addAt(Member::names[Member::Role], LastNotUser);
            return;
        }
        if (m_before != Role::Assistant && (m_hasAnswer || m_isBroken))
            m_line.addAt(Member::names[Member::Role], LastNotAssistant);
        else if (!m_hasAnswer && !m_isBroken)
            m_line.addAt(Member::names[Member::Role], NoAssistant);
        else if (m_hasAnswer && !m_isTrained)
            m_line.addAt(Member::names[Member::Weight], AllWeightsZero);
    }

    struct Unanswered : Call
    {
        qint64 message;
    };

    Line &m_line;
    const Talk m_talk;
    MessageCheck m_check;
    qint64 m_index = 0;
    Role m_before = Role::None;
    bool m_hasOthers = false; ///< than system messages
    bool m_hasAnswer = false;
    bool m_isBroken = false; ///< nobody knows whose one of the messages is
    bool m_isTrained = false;
    std::vector<Call> m_calls; ///< of the last message that calls
    qint64 m_callsAt = 0;
    bool m_areCallsBroken = false;
    std::vector<Unanswered> m_unanswered;
};

} // namespace

void checkMessages(Line &line, dom::element messages, Talk talk)
{
    const Line::Inside inside(line, "messages");
    dom::array list;
    if (messages.get(list))
        line.add(WantsList);
    else
        TalkCheck(line, talk).run(list);
}

void checkOutput(Line &line, dom::element output, int which)
{
    dom::array list;
    if (output.get(list)) {
        line.add(WantsList);
        return;
    }
    const size_t size = list.size();
    if (size != 1) {
        line.add(NotOneMessage, std::to_string(size));
        return;
    }
    const Line::Inside entry(line, qint64(0));
    dom::object object;
    if ((*list.begin()).get(object)) {
        line.add(WantsObject);
        return;
    }
    const Message message(line, object, Member::names, Message::Others::Told);
    const Seen seen = MessageCheck(line, line.figures.outputs[which]).run(message);
    if (seen.role != Role::Assistant && seen.role != Role::Broken)
        line.addAt(Member::names[Member::Role], OutputNotAssistant);
}

} // namespace odc::training
