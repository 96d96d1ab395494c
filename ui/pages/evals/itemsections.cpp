// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemsections.h"

#include "api/jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString indented(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

QString roleName(const QString &role)
{
    if (role == "system"_L1)
        return QCoreApplication::translate("ItemSections", "System");
    if (role == "developer"_L1)
        return QCoreApplication::translate("ItemSections", "Developer");
    if (role == "user"_L1)
        return QCoreApplication::translate("ItemSections", "User");
    if (role == "assistant"_L1)
        return QCoreApplication::translate("ItemSections", "Assistant");
    if (role == "tool"_L1)
        return QCoreApplication::translate("ItemSections", "Tool");
    return role.isEmpty() ? QCoreApplication::translate("ItemSections", "Message") : role;
}

/// What a message says; calls of tools as JSON, which is what they are.
QString said(const QJsonObject &message)
{
    QString text = messageText(message.value("content"_L1));
    const QJsonValue calls = message.value("tool_calls"_L1);
    if (calls.isArray() && !calls.toArray().isEmpty())
        text += (text.isEmpty() ? QString() : u"\n"_s) + indented(calls);
    return text;
}

QString errorText(const QJsonObject &error)
{
    const QString code = json::text(error, "code"_L1);
    const QString message = json::text(error, "message"_L1);
    return code.isEmpty() || message.isEmpty() ? code + message : code + u": "_s + message;
}

/// A grader's own words: the answer of its model, and whatever else it gave beside its verdict.
QString graderText(const QJsonObject &result)
{
    QStringList parts;
    const QJsonObject sample = result.value("sample"_L1).toObject();
    const QString error = errorText(sample.value("error"_L1).toObject());
    if (!error.isEmpty())
        parts << error;
    const QJsonArray output = sample.value("output"_L1).toArray();
    for (const QJsonValue &message : output)
        parts << said(message.toObject());
    QJsonObject rest = result;
    for (const auto known : {"name"_L1, "type"_L1, "score"_L1, "passed"_L1, "sample"_L1})
        rest.remove(known);
    for (auto field = rest.begin(); field != rest.end(); ++field) {
        if (field.value().isString())
            parts << field.key() + u": "_s + field.value().toString();
        else if (!field.value().isNull())
            parts << QString::fromUtf8(QJsonDocument(QJsonObject{{field.key(), field.value()}}).toJson(QJsonDocument::Compact));
    }
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

QList<TranscriptSection> itemSections(const OutputItemRow &row, const OutputItemsModel &model)
{
    const EvalOutputItem &item = row.item;
    QList<TranscriptSection> sections;
    if (!item.errorCode.isEmpty() || !item.errorMessage.isEmpty()) {
        const QString text = item.errorCode.isEmpty() || item.errorMessage.isEmpty()
            ? item.errorCode + item.errorMessage
            : item.errorCode + u": "_s + item.errorMessage;
        sections.append({QCoreApplication::translate("ItemSections", "Error"), text, Tone::Attention});
    }
    for (const QJsonValue &value : item.input) {
        const QJsonObject message = value.toObject();
        sections.append({roleName(json::text(message, "role"_L1)), said(message)});
    }
    if (item.input.isEmpty() && !row.input.isEmpty())
        sections.append({QCoreApplication::translate("ItemSections", "Input"), item.inputText()});
    for (const QJsonValue &value : item.output) {
        const QJsonObject message = value.toObject();
        const QString role = json::text(message, "role"_L1);
        const QString title = role.isEmpty() || role == "assistant"_L1
            ? QCoreApplication::translate("ItemSections", "Answer")
            : QCoreApplication::translate("ItemSections", "Answer, %1").arg(roleName(role));
        sections.append({title, said(message), OutputItemsModel::toneOf(item)});
    }
    const QString expected = model.expectedOf(item);
    if (!expected.isEmpty())
        sections.append({QCoreApplication::translate("ItemSections", "Expected"), expected});
    for (const EvalOutputItem::Grade &grade : item.grades) {
        const QString text = graderText(grade.raw);
        if (text.isEmpty())
            continue;
        const EvalCriterion *criterion = model.eval().criterion(grade.criterion);
        sections.append({QCoreApplication::translate("ItemSections", "Grader %1")
                             .arg(criterion ? criterion->title() : grade.criterion),
                         text, grade.passed ? Tone::Fine : Tone::Failed});
    }
    if (!item.item.isEmpty())
        sections.append({QCoreApplication::translate("ItemSections", "Row of the data"), indented(item.item), Tone::None, true});
    return sections;
}

} // namespace odc
