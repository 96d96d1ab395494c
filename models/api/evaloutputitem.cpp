// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaloutputitem.h"

#include "api/jsonfields.h"

#include <QJsonDocument>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString messageText(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    if (content.isArray()) {
        QStringList parts;
        const QJsonArray array = content.toArray();
        for (const QJsonValue &part : array)
            parts << messageText(part);
        return parts.join(u'\n');
    }
    const QJsonObject part = content.toObject();
    if (part.contains("text"_L1))
        return json::text(part, "text"_L1);
    if (part.contains("content"_L1))
        return messageText(part.value("content"_L1));
    const QString type = json::text(part, "type"_L1);
    return type.isEmpty() ? QString() : u'[' + type + u']';
}

EvalOutputItem EvalOutputItem::fromJson(const QJsonObject &object)
{
    EvalOutputItem item;
    item.id = json::text(object, "id"_L1);
    item.runId = json::text(object, "run_id"_L1);
    item.evalId = json::text(object, "eval_id"_L1);
    item.status = json::text(object, "status"_L1);
    item.createdAt = json::integer(object, "created_at"_L1);
    item.itemNumber = json::integer(object, "datasource_item_id"_L1).value_or(-1);
    item.item = object.value("datasource_item"_L1).toObject();
    const QJsonArray results = object.value("results"_L1).toArray();
    for (const QJsonValue &value : results) {
        const QJsonObject raw = value.toObject();
        item.grades.append({json::text(raw, "name"_L1), json::text(raw, "type"_L1), json::number(raw, "score"_L1),
                            json::boolean(raw, "passed"_L1), raw});
    }
    const QJsonObject sample = object.value("sample"_L1).toObject();
    item.model = json::text(sample, "model"_L1);
    item.finishReason = json::text(sample, "finish_reason"_L1);
    item.input = sample.value("input"_L1).toArray();
    item.output = sample.value("output"_L1).toArray();
    item.totalTokens = json::integer(sample.value("usage"_L1).toObject(), "total_tokens"_L1).value_or(0);
    const QJsonObject error = sample.value("error"_L1).toObject();
    item.errorCode = json::text(error, "code"_L1);
    item.errorMessage = json::text(error, "message"_L1);
    item.raw = object;
    item.fingerprint = qHash(object);
    return item;
}

EvalOutputItem::Verdict EvalOutputItem::verdict() const
{
    if (status == "pass"_L1 || status == "passed"_L1)
        return Verdict::Passed;
    if (status == "fail"_L1 || status == "failed"_L1) // an error is said beside the status, or in it
        return errorMessage.isEmpty() && errorCode.isEmpty() ? Verdict::Failed : Verdict::Errored;
    if (status == "error"_L1 || status == "errored"_L1)
        return Verdict::Errored;
    return Verdict::Unknown;
}

QString EvalOutputItem::inputText() const
{
    for (qsizetype i = input.size() - 1; i >= 0; --i) {
        const QJsonObject message = input.at(i).toObject();
        if (json::text(message, "role"_L1) == "user"_L1)
            return messageText(message.value("content"_L1));
    }
    if (!input.isEmpty())
        return messageText(input.last().toObject().value("content"_L1));
    // Most rows have one text that is the question; it tends to have one of these names.
    for (const auto name : {"input"_L1, "question"_L1, "text"_L1, "prompt"_L1, "query"_L1}) {
        if (item.value(name).isString())
            return item.value(name).toString();
    }
    return item.isEmpty() ? QString() : compact(item);
}

QString EvalOutputItem::outputText() const
{
    QStringList texts;
    for (const QJsonValue &message : output)
        texts << messageText(message.toObject().value("content"_L1));
    return texts.join(u'\n');
}

const EvalOutputItem::Grade *EvalOutputItem::grade(const QString &criterion) const
{
    const auto found =
        std::find_if(grades.cbegin(), grades.cend(), [&](const Grade &g) { return g.criterion == criterion; });
    return found == grades.cend() ? nullptr : &*found;
}

} // namespace odc
