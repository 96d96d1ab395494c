// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/params.h"

#include "localserver/apifault.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
QByteArray quotedOrNull(const QString &id)
{
    return id.isEmpty() ? QByteArray("null") : '"' + id.toUtf8() + '"';
}
} // namespace

qint64 intParam(const RequestContext &context, const QString &name, qint64 minimum, qint64 maximum,
                qint64 fallback)
{
    const std::optional<QString> text = context.queryValue(name);
    if (!text)
        return fallback;
    bool isInteger = false;
    const qint64 value = text->toLongLong(&isInteger);
    if (!isInteger)
        throw ApiFault::badRequest(
            u"Invalid '%1': expected an integer, but got '%2' instead."_s.arg(name, *text), name,
            u"invalid_type"_s);
    if (value < minimum)
        throw ApiFault::badRequest(
            u"Invalid '%1': integer below minimum value. Expected a value >= %2, but got %3 instead."_s
                .arg(name)
                .arg(minimum)
                .arg(value),
            name, u"integer_below_min_value"_s);
    if (value > maximum)
        throw ApiFault::badRequest(
            u"Invalid '%1': integer above maximum value. Expected a value <= %2, but got %3 instead."_s
                .arg(name)
                .arg(maximum)
                .arg(value),
            name, u"integer_above_max_value"_s);
    return value;
}

QString enumParam(const RequestContext &context, const QString &name, const QStringList &allowed)
{
    const std::optional<QString> text = context.queryValue(name);
    if (!text)
        return allowed.first();
    if (!allowed.contains(*text))
        throw ApiFault::badRequest(
            u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(*text, allowed.join("', '"_L1)), name,
            u"invalid_value"_s);
    return *text;
}

PageRequest pageRequest(const RequestContext &context, qint64 maxLimit, qint64 defaultLimit, FirstPage first)
{
    const auto newest = u"desc"_s;
    const auto oldest = u"asc"_s;
    PageRequest page;
    page.limit = intParam(context, u"limit"_s, 1, maxLimit, defaultLimit);
    page.descending = enumParam(context, u"order"_s,
                                first == FirstPage::Newest ? QStringList{newest, oldest}
                                                           : QStringList{oldest, newest}) == newest;
    page.after = context.queryValue(u"after").value_or(QString());
    return page;
}

PageRequest cursorPageRequest(const RequestContext &context, qint64 maxLimit, qint64 defaultLimit)
{
    PageRequest page = pageRequest(context, maxLimit, defaultLimit);
    page.before = context.queryValue(u"before").value_or(QString());
    if (!page.before.isEmpty() && !page.after.isEmpty())
        throw ApiFault::badRequest(u"Only one of 'after' and 'before' can be given."_s, u"before"_s,
                                   u"invalid_value"_s);
    return page;
}

ApiFault unknownCursor(const QString &id, const QString &name)
{
    return ApiFault::badRequest(u"Invalid '%1': no object with id '%2' found."_s.arg(name, id), name,
                                u"invalid_value"_s);
}

QByteArray Page::toJson() const
{
    qsizetype size = 128;
    for (const QByteArray &object : objects)
        size += object.size() + 1;
    QByteArray text;
    text.reserve(size);
    text += R"({"object":"list","data":[)";
    bool first = true;
    for (const QByteArray &object : objects) {
        if (!first)
            text += ',';
        first = false;
        text += object;
    }
    text += R"(],"first_id":)" + quotedOrNull(firstId) + R"(,"last_id":)" + quotedOrNull(lastId);
    text += R"(,"has_more":)";
    text += hasMore ? "true}" : "false}";
    return text;
}

} // namespace odc::server
