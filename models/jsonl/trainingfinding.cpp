// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingfinding.h"

#include <QCoreApplication>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TrainingCheck)
};

constexpr std::pair<TrainingFormat, QLatin1StringView> formatWords[] = {
    {TrainingFormat::Chat, "chat"_L1},
    {TrainingFormat::Completion, "completion"_L1},
    {TrainingFormat::Preference, "preference"_L1},
    {TrainingFormat::Reinforcement, "reinforcement"_L1}};

/// A number in a detail, as people write it.
QString number(const QString &detail)
{
    return QLocale().toString(detail.toLongLong());
}

/// Of the whole file.
QString fileText(TrainingFault fault, const QString &detail)
{
    const auto format = [&] { return trainingFormatText(trainingFormatOf(detail)); };
    switch (fault) {
    case TrainingFault::EmptyFile:
        return Tr::tr("There is no example in this file.");
    case TrainingFault::TooFewExamples:
        return Tr::tr("Too few examples: %1. A job wants %2 at least.")
            .arg(number(detail.section(u'/', 0, 0)), number(detail.section(u'/', 1)));
    case TrainingFault::TooLarge:
        return Tr::tr("Larger than 512 MB: %1.")
            .arg(QLocale().formattedDataSize(detail.toLongLong(), 1, QLocale::DataSizeSIFormat));
    case TrainingFault::NotForSupervised:
        return Tr::tr("The lines are of the format “%1”. Supervised training wants “messages” that end with "
                      "an answer.")
            .arg(format());
    case TrainingFault::NotForDpo:
        return Tr::tr("The lines are of the format “%1”. Direct preference optimization wants “input” with a "
                      "preferred and a non-preferred output.")
            .arg(format());
    case TrainingFault::NotForReinforcement:
        return Tr::
            tr("The lines are of the format “%1”. Reinforcement wants “messages” that end with the user's.")
                .arg(format());
    case TrainingFault::ModelWantsCompletions:
        return Tr::tr("%1 is trained with lines of “prompt” and “completion”.").arg(detail);
    case TrainingFault::ModelWantsChat:
        return Tr::tr("%1 is trained with “messages”; “prompt” and “completion” are for babbage-002 and "
                      "davinci-002.")
            .arg(detail);
    default:
        return {};
    }
}

/// Of a line that is hardly looked into.
QString lineText(TrainingFault fault, const QString &detail)
{
    switch (fault) {
    case TrainingFault::NotUtf8:
        return Tr::tr("This line is not UTF-8.");
    case TrainingFault::ByteOrderMark:
        return Tr::tr("The file begins with a byte order mark, which is no JSON.");
    case TrainingFault::NotJson:
        return Tr::tr("This line is not valid JSON: %1").arg(detail);
    case TrainingFault::NotAnObject:
        return Tr::tr("An example is a JSON object; this line is another value.");
    case TrainingFault::LineTooLong:
        return Tr::tr("This line is too long to be read.");
    case TrainingFault::EmptyLine:
        return Tr::tr("An empty line.");
    case TrainingFault::MixedFormats:
        return Tr::tr("This example is of the format “%1”, most others are not.")
            .arg(trainingFormatText(trainingFormatOf(detail)));
    case TrainingFault::DuplicateExample:
        return Tr::tr("The same example stands on line %1.").arg(detail);
    case TrainingFault::OverTokenLimit:
        return Tr::tr("About %1 tokens: what is beyond %2 is not learned.")
            .arg(number(detail.section(u'/', 0, 0)), number(detail.section(u'/', 1)));
    case TrainingFault::MixedNames:
        return Tr::tr("The answers are called “…_output” and “…_completion” in one line.");
    case TrainingFault::OutputsEqual:
        return Tr::tr("The preferred and the non-preferred output say the same.");
    case TrainingFault::MissingItemKey:
        return Tr::tr("The grader reads “%1”, which is not here.").arg(detail);
    case TrainingFault::ReservedKey:
        return Tr::tr("Templates read the answer, or the line itself, as “%1”; a member of that name is out "
                      "of reach.")
            .arg(detail);
    case TrainingFault::EmptyCompletion:
        return Tr::tr("“completion” is empty: there is nothing to learn.");
    case TrainingFault::NoLeadingSpace:
        return Tr::tr("“completion” does not begin with a blank, as words within a text do.");
    default:
        return {};
    }
}

/// Of any member; it names the place itself.
QString memberText(TrainingFault fault, const QString &path)
{
    switch (fault) {
    case TrainingFault::MissingMember:
        return Tr::tr("“%1” is missing.").arg(path);
    case TrainingFault::UnknownMember:
        return Tr::tr("“%1” means nothing here.").arg(path);
    case TrainingFault::DuplicateMember:
        return Tr::tr("“%1” is there twice; who reads it takes the first or the last.").arg(path);
    case TrainingFault::WantsList:
        return Tr::tr("“%1” must be a list.").arg(path);
    case TrainingFault::WantsObject:
        return Tr::tr("“%1” must be an object.").arg(path);
    case TrainingFault::WantsText:
        return Tr::tr("“%1” must be a text.").arg(path);
    case TrainingFault::WantsBool:
        return Tr::tr("“%1” must be true or false.").arg(path);
    case TrainingFault::EmptyList:
        return Tr::tr("“%1” is empty.").arg(path);
    default:
        return {};
    }
}

/// Of messages and tools.
QString talkText(TrainingFault fault, const QString &detail)
{
    switch (fault) {
    case TrainingFault::UnknownRole:
        return Tr::tr("“%1” is no role of a message.").arg(detail);
    case TrainingFault::SystemNotFirst:
        return Tr::tr("A system or developer message stands at the beginning only.");
    case TrainingFault::UserTwice:
        return Tr::tr("Two messages of the user follow each other.");
    case TrainingFault::AssistantFirst:
        return Tr::tr("The assistant speaks first, with no question.");
    case TrainingFault::NoContent:
        return Tr::tr("The message has no content.");
    case TrainingFault::EmptyContent:
        return Tr::tr("The answer is empty: there is nothing to learn.");
    case TrainingFault::UnknownPart:
        return Tr::tr("“%1” is no kind of content that can be trained with here.").arg(detail);
    case TrainingFault::ImageNotFromUser:
        return Tr::tr("Only messages of the user may have images.");
    case TrainingFault::ImageNotUsable:
        return Tr::tr("An image is a link that begins with https://, or data:image/….");
    case TrainingFault::WrongWeight:
        return Tr::tr("The weight of an answer is 0 or 1.");
    case TrainingFault::WeightNotOnAssistant:
        return Tr::tr("Only messages of the assistant have a weight.");
    case TrainingFault::AllWeightsZero:
        return Tr::tr("Every answer has the weight 0: there is nothing to learn.");
    case TrainingFault::NoAssistant:
        return Tr::tr("There is no message of the assistant: there is nothing to learn.");
    case TrainingFault::LastNotAssistant:
        return Tr::tr("The last message is not the assistant's: what follows it cannot be learned.");
    case TrainingFault::LastNotUser:
        return Tr::tr("The last message is not the user's: there is no question to answer.");
    case TrainingFault::DeveloperWanted:
        return Tr::tr("Models that reason take instructions from “developer”, not from “system”.");
    case TrainingFault::ToolNotFunction:
        return detail.isEmpty() ? Tr::tr("The type must be “function”.")
                                : Tr::tr("The type is “%1”; it must be “function”.").arg(detail);
    case TrainingFault::WrongFunctionName:
        return Tr::tr("“%1” is no name of a function: 1 to 64 letters, digits, “_” and “-”.").arg(detail);
    case TrainingFault::FunctionTwice:
        return Tr::tr("There is another function “%1”.").arg(detail);
    case TrainingFault::CallsNotFromAssistant:
        return Tr::tr("Only the assistant calls functions.");
    case TrainingFault::UnknownFunction:
        return Tr::tr("“%1” is called, but not among the tools of this example.").arg(detail);
    case TrainingFault::ArgumentsNotJson:
        return Tr::tr("The arguments are no JSON object, written as a text.");
    case TrainingFault::CallIdTwice:
        return Tr::tr("Another call of this message has the id “%1”.").arg(detail);
    case TrainingFault::UnansweredCall:
        return Tr::tr("The talk goes on without an answer to the call “%1”.").arg(detail);
    case TrainingFault::ToolWithoutCall:
        return Tr::tr("A tool answers, but the assistant did not call it right before.");
    case TrainingFault::UnknownCallId:
        return Tr::tr("No call “%1” waits for an answer.").arg(detail);
    case TrainingFault::NotOneMessage:
        return Tr::tr("It must have exactly one message; there are %1.").arg(number(detail));
    case TrainingFault::OutputNotAssistant:
        return Tr::tr("The message must be the assistant's.");
    default:
        return {};
    }
}

} // namespace

QString trainingFormatText(TrainingFormat format)
{
    switch (format) {
    case TrainingFormat::Chat:
        return Tr::tr("chat");
    case TrainingFormat::Completion:
        return Tr::tr("prompt and completion");
    case TrainingFormat::Preference:
        return Tr::tr("preference");
    case TrainingFormat::Reinforcement:
        return Tr::tr("reinforcement");
    case TrainingFormat::Unknown:
        break;
    }
    return Tr::tr("unknown");
}

QString trainingFormatWord(TrainingFormat format)
{
    for (const auto &[each, word] : formatWords) {
        if (each == format)
            return word;
    }
    return {};
}

TrainingFormat trainingFormatOf(const QString &word)
{
    for (const auto &[format, each] : formatWords) {
        if (each == word)
            return format;
    }
    return TrainingFormat::Unknown;
}

bool isTrainingWarning(TrainingFault fault)
{
    switch (fault) {
    case TrainingFault::EmptyLine:
    case TrainingFault::DuplicateExample:
    case TrainingFault::OverTokenLimit:
    case TrainingFault::UnknownMember:
    case TrainingFault::DuplicateMember:
    case TrainingFault::SystemNotFirst:
    case TrainingFault::UserTwice:
    case TrainingFault::AssistantFirst:
    case TrainingFault::DeveloperWanted:
    case TrainingFault::OutputsEqual:
    case TrainingFault::ReservedKey:
    case TrainingFault::NoLeadingSpace:
        return true;
    default:
        return false;
    }
}

QString TrainingFinding::text() const
{
    for (const QString &text : {fileText(fault, detail), lineText(fault, detail), memberText(fault, path)}) {
        if (!text.isEmpty())
            return text;
    }
    const QString text = talkText(fault, detail);
    return path.isEmpty() ? text : Tr::tr("%1: %2", "place in a line, what is wrong there").arg(path, text);
}

} // namespace odc
