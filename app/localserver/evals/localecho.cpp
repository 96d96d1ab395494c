// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/localecho.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr auto name = "local-echo"_L1;

/** Four characters to a token, as a rule of thumb. */
qint64 tokens(qsizetype characters)
{
    return (characters + 3) / 4;
}

/** A number that depends on the text only, from 0 to \p below - 1. */
int pickedBy(const QString &text, int below)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5);
    return int(qFromBigEndian<quint32>(digest.constData()) % quint32(below));
}

QJsonValue pickedLabel(const QJsonArray &labels, const QString &text)
{
    for (const QJsonValue &label : labels) {
        if (text.contains(label.toString(), Qt::CaseInsensitive))
            return label;
    }
    return labels.at(pickedBy(text, int(labels.size())));
}

/** The result that \p sampling asks for; undefined when it asks for none. */
QJsonValue askedResult(const QJsonObject &sampling, const QString &text)
{
    const QJsonObject rules =
        sampling[u"response_format"_s][u"json_schema"_s][u"schema"_s][u"properties"_s][u"result"_s]
            .toObject();
    const QJsonArray labels = rules[u"enum"_s].toArray();
    if (!labels.isEmpty())
        return pickedLabel(labels, text);
    if (rules[u"type"_s].toString() != "number"_L1)
        return QJsonValue::Undefined;
    constexpr int steps = 4;
    const double lowest = rules[u"minimum"_s].toDouble(0);
    const double highest = rules[u"maximum"_s].toDouble(1);
    return lowest + (highest - lowest) * pickedBy(text, steps + 1) / steps;
}

QString partText(const QJsonObject &part)
{
    const QString type = part[u"type"_s].toString();
    if (type == "input_image"_L1)
        return u"[image %1]"_s.arg(part[u"image_url"_s].toString().left(200));
    if (type == "input_audio"_L1)
        return u"[audio %1]"_s.arg(part[u"input_audio"_s][u"format"_s].toString());
    return part[u"text"_s].toString();
}

} // namespace

QString contentText(const QJsonValue &content)
{
    if (content.isObject())
        return partText(content.toObject());
    if (!content.isArray())
        return content.toString();
    QStringList texts;
    for (const QJsonValue &part : content.toArray())
        texts.append(part.isObject() ? partText(part.toObject()) : part.toString());
    return texts.join(u'\n');
}

QJsonObject usageOf(qint64 prompt, qint64 completion, qint64 cached)
{
    return {{u"prompt_tokens"_s, prompt},
            {u"completion_tokens"_s, completion},
            {u"total_tokens"_s, prompt + completion},
            {u"cached_tokens"_s, cached}};
}

ModelAnswers::Answer LocalEcho::answer(const QString &, const QJsonArray &messages,
                                       const QJsonObject &sampling)
{
    QString last;
    qsizetype asked = 0;
    for (const QJsonValue &message : messages) {
        const QString text = contentText(message[u"content"_s]);
        asked += text.size();
        if (message[u"role"_s].toString() == "user"_L1)
            last = text;
    }
    Answer answer;
    answer.model = name;
    const QJsonValue result = askedResult(sampling, last);
    if (result.isUndefined())
        answer.text = name + u": "_s + last;
    else
        answer.text = QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"answered_by"_s, QString(name)}, {u"result"_s, result}})
                .toJson(QJsonDocument::Compact));
    answer.usage = usageOf(tokens(asked), tokens(answer.text.size()));
    return answer;
}

} // namespace odc::server
