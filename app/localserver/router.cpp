// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/router.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
QList<QByteArray> segmentsOf(const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    if (!segments.isEmpty() && segments.first().isEmpty())
        segments.removeFirst();
    return segments;
}

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

bool matches(const QList<QByteArray> &pattern, const QList<QByteArray> &segments,
             QHash<QString, QString> &params)
{
    if (pattern.size() != segments.size())
        return false;
    params.clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QByteArray value = QByteArray::fromPercentEncoding(segments.at(i));
        if (!isParameter(pattern.at(i))) {
            if (pattern.at(i) != value)
                return false;
            continue;
        }
        if (value.isEmpty())
            return false;
        const QByteArray name = pattern.at(i).mid(1, pattern.at(i).size() - 2);
        params.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    return true;
}
} // namespace

Route &Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    Entry entry;
    entry.route.method = method;
    entry.route.pattern = pattern;
    entry.route.handler = std::move(handler);
    entry.route.changes = method != "GET";
    entry.segments = segmentsOf(pattern);
    m_entries.push_back(std::move(entry));
    return m_entries.back().route;
}

const Route &Router::match(RequestContext &context) const
{
    // Split before decoding: an encoded slash inside an id must not make a new segment.
    const QList<QByteArray> segments = segmentsOf(context.path);
    // httplib leaves the body out of replies to HEAD, so that a HEAD is a GET to us.
    const QByteArray method = context.method == "HEAD" ? QByteArray("GET") : context.method;
    QList<QByteArray> allowed;
    for (const Entry &entry : m_entries) {
        QHash<QString, QString> params;
        if (!matches(entry.segments, segments, params))
            continue;
        if (entry.route.method == method) {
            context.params = params;
            return entry.route;
        }
        if (!allowed.contains(entry.route.method))
            allowed.append(entry.route.method);
    }
    const QString shown = QString::fromUtf8(context.path);
    const QString shownMethod = QString::fromLatin1(context.method);
    if (allowed.isEmpty())
        throw ApiFault::notFound(u"Invalid URL (%1 %2)"_s.arg(shownMethod, shown));
    if (allowed.contains("GET"))
        allowed.append("HEAD");
    throw ApiFault::methodNotAllowed(
        u"Not allowed to %1 on %2. (HINT: Perhaps you meant to use a different HTTP method?)"_s.arg(
            shownMethod, shown),
        allowed.join(", "));
}

} // namespace odc::server
