// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/request.h"

#include "localserver/apifault.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr qint64 maxJsonBody = 64 * 1024 * 1024;

QString decodeQuery(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}
} // namespace

QByteArray RequestContext::header(QByteArrayView lowerName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerName)
            return value;
    }
    return {};
}

std::optional<QString> RequestContext::queryValue(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QByteArray RequestContext::readBody(qint64 limit)
{
    QByteArray all;
    bool tooLong = false;
    const bool complete = body && body->read([&](const char *data, qsizetype size) {
        tooLong = all.size() + size > limit;
        if (!tooLong)
            all.append(data, size);
        return !tooLong;
    });
    if (tooLong)
        throw ApiFault::tooLarge(u"The request body is larger than %1 bytes."_s.arg(limit));
    if (!complete)
        throw ClientGone{};
    return all;
}

QJsonObject RequestContext::readJsonObject(bool emptyAllowed)
{
    const QByteArray text = readBody(maxJsonBody);
    if (emptyAllowed && text.trimmed().isEmpty())
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        throw ApiFault::badRequest(
            u"We could not parse the JSON body of your request: %1 at offset %2."_s.arg(error.errorString())
                .arg(error.offset));
    if (!document.isObject())
        throw ApiFault::badRequest(u"The body of this request must be a JSON object."_s);
    return document.object();
}

void parseTarget(RequestContext &context, const QByteArray &target)
{
    context.target = target;
    const qsizetype mark = target.indexOf('?');
    context.path = mark < 0 ? target : target.left(mark);
    context.query.clear();
    if (mark < 0)
        return;
    for (const QByteArray &pair : target.mid(mark + 1).split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        context.query.append({decodeQuery(name), decodeQuery(value)});
    }
}

} // namespace odc::server
