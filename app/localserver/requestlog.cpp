// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/requestlog.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr size_t capacity = 20'000;
}

QJsonObject LoggedRequest::toJson() const
{
    QJsonObject headerObject;
    for (const auto &[name, value] : headers) {
        if (const QString key = QString::fromLatin1(name); !headerObject.contains(key)) // the first one counts
            headerObject.insert(key, QString::fromUtf8(value));
    }
    return {
        {u"sequence"_s, qint64(sequence)},
        {u"time_ms"_s, timeMs},
        {u"method"_s, QString::fromLatin1(method)},
        {u"path"_s, QString::fromUtf8(target)},
        {u"status"_s, status},
        {u"body_bytes"_s, bodyBytes},
        {u"access"_s, access},
        {u"request_id"_s, QString::fromLatin1(requestId)},
        {u"headers"_s, headerObject},
    };
}

void RequestLog::append(LoggedRequest entry)
{
    const std::lock_guard lock(m_mutex);
    entry.sequence = ++m_last;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > capacity)
        m_entries.pop_front();
}

QList<LoggedRequest> RequestLog::entries(quint64 since) const
{
    const std::lock_guard lock(m_mutex);
    QList<LoggedRequest> found;
    for (const LoggedRequest &entry : m_entries) {
        if (entry.sequence > since)
            found.append(entry);
    }
    return found;
}

void RequestLog::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
}

} // namespace odc::server
