// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingline.h"

// What a line of a training file may be (WIRE §9), by format.
namespace odc::training {

/// What the members of a line say it is.
enum class LineKind : quint8 { Other, Messages, Preference, Completion };

LineKind kindOf(dom::object example);
/// Its messages end with one of the assistant.
bool endsWithAnswer(dom::object example);
LineKind kindOf(TrainingFormat format);

/// An example of the rules' format.
void checkExample(Line &line, dom::object example);

/// What messages are for.
enum class Talk : quint8 { Chat, Input, Reinforcement };
/// A list of messages; the line's functions are those of its tools.
void checkMessages(Line &line, dom::element messages, Talk talk);
/// An answer of a preference, a list with one message. `which`: 0 the better one, 1 the worse.
void checkOutput(Line &line, dom::element output, int which);

/// "tools", and "functions" as they were before.
void checkTools(Line &line, dom::element tools);
void checkFunctions(Line &line, dom::element functions);
/// A function that is called: its name and arguments. Adds their letters.
void checkCall(Line &line, dom::element function, Letters &letters);
/// All texts and names below a value: what a tool costs.
void addLetters(dom::element value, Letters &letters);

} // namespace odc::training
