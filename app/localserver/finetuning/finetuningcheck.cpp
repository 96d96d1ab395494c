// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningcheck.h"

#include "localserver/batches/batchlines.h"
#include "localserver/finetuning/finetuningmodels.h"
#include "localserver/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 fewestExamples = 10;
/** A token is about so many bytes. */
constexpr qint64 tokenBytes = 4;

/** What is wrong with a line; thrown, and caught where its number is known. */
struct LineFault
{
    QString text;
};

QString kindOf(TrainingFormat format)
{
    switch (format) {
    case TrainingFormat::Chat:
        return u"chat"_s;
    case TrainingFormat::Completions:
        return u"completions"_s;
    case TrainingFormat::Preference:
        return u"preference"_s;
    case TrainingFormat::Reinforcement:
        break;
    }
    return u"reinforcement"_s;
}

void require(bool holds, const QString &text)
{
    if (!holds)
        throw LineFault{text};
}

void checkParts(const QJsonArray &parts, const QString &at)
{
    require(!parts.isEmpty(), u"%1 is an empty list"_s.arg(at));
    for (const QJsonValue &part : parts) {
        const QString type = part[u"type"_s].toString();
        require(type == "text"_L1 || type == "image_url"_L1 || type == "refusal"_L1,
                u"%1 has a part of the type '%2'; texts and images are allowed"_s.arg(at, type));
        require(type != "text"_L1 || part[u"text"_s].isString(),
                u"%1 has a text part without text"_s.arg(at));
    }
}

void checkToolCalls(const QJsonValue &value, const QString &at)
{
    require(value.isArray() && !value.toArray().isEmpty(),
            u"%1.tool_calls must be a list of calls"_s.arg(at));
    for (const QJsonValue &call : value.toArray()) {
        const QJsonValue function = call[u"function"_s];
        require(call[u"id"_s].isString() && call[u"type"_s].toString() == "function"_L1 &&
                    function[u"name"_s].isString(),
                u"%1.tool_calls needs calls with id, type 'function' and a function with a name"_s.arg(at));
        require(function[u"arguments"_s].isString(),
                u"the arguments of a tool call in %1 must be a string that holds JSON"_s.arg(at));
    }
}

void checkMessage(const QJsonValue &value, const QStringList &roles, const QString &at)
{
    require(value.isObject(), u"%1 is not an object"_s.arg(at));
    const QJsonObject message = value.toObject();
    const QString role = message[u"role"_s].toString();
    require(roles.contains(role), u"%1.role is %2; it must be one of '%3'"_s.arg(
                                      at, shownValue(message[u"role"_s], 40), roles.join("', '"_L1)));
    const bool byAssistant = role == "assistant"_L1;
    const bool calls = message.contains(u"tool_calls"_s) || message.contains(u"function_call"_s);
    if (message.contains(u"tool_calls"_s)) {
        require(byAssistant, u"%1 has tool_calls, but its role is '%2'"_s.arg(at, role));
        checkToolCalls(message[u"tool_calls"_s], at);
    }
    if (message.contains(u"weight"_s)) {
        const QJsonValue weight = message[u"weight"_s];
        require(byAssistant, u"%1 has a weight, but its role is '%2'"_s.arg(at, role));
        require(weight.isDouble() && (weight.toDouble() == 0 || weight.toDouble() == 1),
                u"%1.weight must be 0 or 1"_s.arg(at));
    }
    require(role != "tool"_L1 || message[u"tool_call_id"_s].isString(), u"%1 has no tool_call_id"_s.arg(at));
    const QJsonValue content = message[u"content"_s];
    if (content.isArray())
        checkParts(content.toArray(), at + u".content"_s);
    else
        require(content.isString() || (byAssistant && calls && (content.isNull() || content.isUndefined())),
                u"%1.content must be a text or a list of parts"_s.arg(at));
}

QJsonArray checkMessages(const QJsonValue &value, const QStringList &roles, const QString &at)
{
    require(value.isArray() && !value.toArray().isEmpty(), u"'%1' must be a list of messages"_s.arg(at));
    const QJsonArray messages = value.toArray();
    for (qsizetype i = 0; i < messages.size(); ++i)
        checkMessage(messages.at(i), roles, u"%1[%2]"_s.arg(at).arg(i));
    return messages;
}

void checkTools(const QJsonObject &holder)
{
    require(!holder.contains(u"tools"_s) || holder[u"tools"_s].isArray(), u"'tools' must be a list"_s);
    require(!holder.contains(u"parallel_tool_calls"_s) || holder[u"parallel_tool_calls"_s].isBool(),
            u"'parallel_tool_calls' must be true or false"_s);
}

const QStringList &chatRoles()
{
    static const QStringList roles{u"system"_s,    u"developer"_s, u"user"_s,
                                   u"assistant"_s, u"tool"_s,      u"function"_s};
    return roles;
}

void checkChat(const QJsonObject &line)
{
    const QJsonArray messages = checkMessages(line[u"messages"_s], chatRoles(), u"messages"_s);
    require(messages.last()[u"role"_s].toString() == "assistant"_L1,
            u"the last message must be from the assistant"_s);
    checkTools(line);
}

void checkCompletion(const QJsonObject &line)
{
    require(line[u"prompt"_s].isString(), u"'prompt' must be a text"_s);
    require(!line[u"completion"_s].toString().isEmpty(), u"'completion' must be a text that is not empty"_s);
}

void checkChoice(const QJsonObject &line, const QString &name, const QString &otherName)
{
    const QJsonValue value = line.contains(name) ? line[name] : line[otherName];
    require(value.isArray() && value.toArray().size() == 1,
            u"'%1' must be a list of exactly one message"_s.arg(name));
    checkMessages(value, {u"assistant"_s}, name);
}

void checkPreference(const QJsonObject &line)
{
    require(line[u"input"_s].isObject(), u"'input' must be an object with messages"_s);
    const QJsonObject input = line[u"input"_s].toObject();
    checkMessages(input[u"messages"_s], chatRoles(), u"input.messages"_s);
    checkTools(input);
    checkChoice(line, u"preferred_output"_s, u"preferred_completion"_s);
    checkChoice(line, u"non_preferred_output"_s, u"non_preferred_completion"_s);
}

void checkReinforcement(const QJsonObject &line)
{
    const QJsonArray messages = checkMessages(
        line[u"messages"_s], {u"developer"_s, u"user"_s, u"assistant"_s, u"tool"_s}, u"messages"_s);
    require(messages.last()[u"role"_s].toString() == "user"_L1, u"the last message must be from the user"_s);
}

/** Throws LineFault. */
void checkLine(const BatchLineScanner::Line &line, TrainingFormat format)
{
    require(!line.tooLong, u"the line is too long"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line.text, &error);
    require(!document.isNull(), u"not valid JSON: %1"_s.arg(error.errorString()));
    require(document.isObject(), u"not a JSON object"_s);
    const QJsonObject object = document.object();
    switch (format) {
    case TrainingFormat::Chat:
        return checkChat(object);
    case TrainingFormat::Completions:
        return checkCompletion(object);
    case TrainingFormat::Preference:
        return checkPreference(object);
    case TrainingFormat::Reinforcement:
        return checkReinforcement(object);
    }
}

} // namespace

TrainingFormat trainingFormat(const QString &method, const QString &base)
{
    if (method == "dpo"_L1)
        return TrainingFormat::Preference;
    if (method == "reinforcement"_L1)
        return TrainingFormat::Reinforcement;
    return takesCompletions(base) ? TrainingFormat::Completions : TrainingFormat::Chat;
}

TrainingVerdict checkTrainingFile(QIODevice &file, TrainingFormat format, const QString &param,
                                  const std::function<bool()> &goOn)
{
    constexpr qint64 look = 1024;
    const bool training = param == "training_file"_L1;
    const QString name = training ? u"training file"_s : u"validation file"_s;
    TrainingVerdict verdict;
    qint64 bad = 0;
    QString first;
    file.seek(0);
    BatchLineScanner scanner(file);
    while (const auto line = scanner.next()) {
        try {
            checkLine(*line, format);
        } catch (const LineFault &fault) {
            if (bad++ == 0)
                first = u"Line %1: %2"_s.arg(line->place.number).arg(fault.text);
        }
        ++verdict.examples;
        verdict.tokens += (line->place.length + tokenBytes - 1) / tokenBytes;
        if (verdict.examples % look == 0 && !goOn()) {
            verdict.stopped = true;
            return verdict;
        }
    }
    const auto refuse = [&](const QString &code, const QString &message) {
        verdict.code = code;
        verdict.message = message;
    };
    if (!scanner.error().isEmpty()) {
        refuse(u"invalid_"_s + param, scanner.error());
    } else if (bad > 0) {
        const QString more =
            bad > 1 ? u" (%1 of %2 lines are invalid)"_s.arg(bad).arg(verdict.examples) : QString();
        refuse(u"invalid_"_s + param,
               u"The job failed due to an invalid %1. Expected lines in the %2 format. %3%4"_s.arg(
                   name, kindOf(format), first, more));
    } else if (training && verdict.examples < fewestExamples) {
        refuse(u"invalid_n_examples"_s,
               u"The %1 has %2 example(s), but must have at least %3 examples."_s.arg(name)
                   .arg(verdict.examples)
                   .arg(fewestExamples));
    } else if (verdict.examples == 0) {
        refuse(u"invalid_"_s + param, u"The job failed due to an invalid %1. It is empty."_s.arg(name));
    }
    return verdict;
}

} // namespace odc::server
