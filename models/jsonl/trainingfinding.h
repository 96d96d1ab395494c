// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// How a model is trained.
enum class TrainingMethod : quint8 { Supervised, Dpo, Reinforcement };

/// What the lines of a training file are.
enum class TrainingFormat : quint8 {
    Unknown,
    Chat,         ///< "messages" that end with the answer to learn
    Completion,   ///< "prompt" and "completion", for babbage-002 and davinci-002
    Preference,   ///< "input" and the better and the worse answer
    Reinforcement ///< "messages" that end with the question, and what a grader needs
};

/// Translated: "chat", "prompt and completion", …
QString trainingFormatText(TrainingFormat format);
/// Untranslated and never shown: what a finding's detail says of a format.
QString trainingFormatWord(TrainingFormat format);
TrainingFormat trainingFormatOf(const QString &word);

/// What is wrong with a line of a training file, or with the whole.
enum class TrainingFault : quint8 {
    // The whole file.
    EmptyFile,
    TooFewExamples,
    TooLarge,
    NotForSupervised, ///< the format is one of another method
    NotForDpo,
    NotForReinforcement,
    ModelWantsCompletions,
    ModelWantsChat,
    // The line, before it is looked at as an example.
    NotUtf8,
    ByteOrderMark,
    NotJson,
    NotAnObject,
    LineTooLong,
    EmptyLine,
    MixedFormats,
    DuplicateExample,
    OverTokenLimit,
    // Any member.
    MissingMember,
    UnknownMember,
    DuplicateMember,
    WantsList,
    WantsObject,
    WantsText,
    WantsBool,
    EmptyList,
    // Messages.
    UnknownRole,
    SystemNotFirst,
    UserTwice,
    AssistantFirst,
    NoContent,
    EmptyContent,
    UnknownPart,
    ImageNotFromUser,
    ImageNotUsable,
    WrongWeight,
    WeightNotOnAssistant,
    AllWeightsZero,
    NoAssistant,
    LastNotAssistant,
    LastNotUser,
    DeveloperWanted,
    // Tools, and calls of them.
    ToolNotFunction,
    WrongFunctionName,
    FunctionTwice,
    CallsNotFromAssistant,
    UnknownFunction,
    ArgumentsNotJson,
    CallIdTwice,
    UnansweredCall,
    ToolWithoutCall,
    UnknownCallId,
    // Preferences.
    NotOneMessage,
    OutputNotAssistant,
    OutputsEqual,
    MixedNames,
    // Reinforcement.
    MissingItemKey,
    ReservedKey,
    // Prompt and completion.
    EmptyCompletion,
    NoLeadingSpace
};
constexpr size_t trainingFaultCount = size_t(TrainingFault::NoLeadingSpace) + 1;

/// Nothing is refused because of it, but it is seldom what was meant.
bool isTrainingWarning(TrainingFault fault);

/// One thing that was found.
struct TrainingFinding
{
    qint64 line = 0; ///< from 1; 0: the whole file
    int column =
        0; ///< from 1, in UTF-16 units: of the member, else of what it is missing in; 0: the whole line
    TrainingFault fault = TrainingFault::NotJson;
    bool isWarning = false;
    QString path;   ///< "messages[2].tool_calls[0].id"; empty: the line itself
    QString detail; ///< what it is about: a role, an id, another line; by fault

    /// Translated sentence without line and column.
    QString text() const;
    bool operator==(const TrainingFinding &) const = default;
};

} // namespace odc
