// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingline.h"

// Shared by the files that check training files; nobody else includes it.
namespace odc::training {

/// Who speaks.
enum class Role : quint8 { None, Broken, System, Developer, User, Assistant, Tool, Function };

/// Members that a message may have.
struct MessageMember
{
    enum { Role, Content, Weight, Name, Calls, CallId, FunctionCall, Refusal, Count };
    static constexpr std::array<std::string_view, Count> names{
        "role", "content", "weight", "name", "tool_calls", "tool_call_id", "function_call", "refusal"};
};
using Message = Members<MessageMember::Count>;

/// What is known of a message after it was looked at by itself.
struct Seen
{
    Role role = Role::None;
    bool isTrained = false;
};

/// Looks at messages one by one, each by itself, and counts their letters.
class MessageCheck
{
public:
    MessageCheck(Line &line, Letters &letters) : m_line(line), m_letters(letters) {}

    Seen run(const Message &message);
    /// Letters of those that are learned.
    const Letters &trained() const { return m_trained; }

private:
    Role roleOf(const Message &message);
    bool checkWeight(const Message &message, bool mayHave);
    void checkContent(const Message &message, Role role, Letters &letters);
    void checkPart(dom::element part, Role role, Letters &letters);
    void checkImage(dom::element image);
    void checkCalls(dom::element calls, Letters &letters);
    void checkToolCall(dom::element call, Letters &letters);

    Line &m_line;
    Letters &m_letters;
    Letters m_trained;
};

} // namespace odc::training
