// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/localecho.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr auto name = "local-echo"_L1;

/** Four characters to a token, as a rule of thumb. */
qint64 tokens(qsizetype characters)
{
    return (characters + 3) / 4;
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

ModelAnswers::Answer LocalEcho::answer(const QString &, const QJsonArray &messages, const QJsonObject &)
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
    answer.text = name + u": "_s + last;
    answer.usage = usageOf(tokens(asked), tokens(answer.text.size()));
    return answer;
}

} // namespace odc::server
