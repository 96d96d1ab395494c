// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/expiresafter.h"

#include "localserver/apifault.h"
#include "localserver/jsonfields.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 minSeconds = 3600;
constexpr qint64 maxSeconds = 2592000;

void checkAnchor(const QString &anchor, const QString &name)
{
    if (anchor != "created_at"_L1)
        throw ApiFault::badRequest(u"'%1' is not one of ['created_at'] - '%2.anchor'"_s.arg(anchor, name),
                                   name + u".anchor"_s);
}

} // namespace

std::optional<qint64> expiresAfter(const QMap<QString, QString> &fields, const QString &name)
{
    const auto anchor = fields.constFind(name + u"[anchor]"_s);
    const auto seconds = fields.constFind(name + u"[seconds]"_s);
    const bool hasAnchor = anchor != fields.cend();
    const bool hasSeconds = seconds != fields.cend();
    if (!hasAnchor && !hasSeconds)
        return std::nullopt;
    if (!hasAnchor || !hasSeconds)
        throw ApiFault::badRequest(
            u"'%1' is a required property - '%2'"_s.arg(hasAnchor ? u"seconds"_s : u"anchor"_s, name), name);
    checkAnchor(*anchor, name);
    bool isInteger = false;
    const qint64 value = seconds->toLongLong(&isInteger);
    const QString param = name + u".seconds"_s;
    if (!isInteger)
        throw ApiFault::badRequest(u"'%1' is not of type 'integer' - '%2'"_s.arg(*seconds, param), param);
    checkRange(value, minSeconds, maxSeconds, param);
    return value;
}

std::optional<qint64> expiresAfter(const QJsonObject &body, const QString &name)
{
    if (!body.contains(name))
        return std::nullopt;
    const JsonFields fields(requireObject(body[name], name), {u"anchor"_s, u"seconds"_s}, name);
    checkAnchor(fields.text(u"anchor"_s), name);
    return fields.integer(u"seconds"_s, minSeconds, maxSeconds);
}

} // namespace odc::server
