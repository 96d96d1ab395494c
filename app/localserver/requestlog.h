// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <deque>
#include <mutex>

namespace odc::server {

/** One request as the server saw it. Never holds a key: `access` says only which kind was given. */
struct LoggedRequest
{
    quint64 sequence = 0; ///< counts up from 1 over the life of the server
    qint64 timeMs = 0;    ///< unix milliseconds, when the answer was ready
    QByteArray method;
    QByteArray target;    ///< path with query, as received
    int status = 0;       ///< 499: the client hung up before there was an answer
    qint64 bodyBytes = 0; ///< received
    QString access;       ///< "none", "project" or "admin"
    QByteArray requestId;
    QList<QPair<QByteArray, QByteArray>> headers; ///< a harmless selection, names in lower case

    QJsonObject toJson() const;
};

/** The last requests, in the order in which they were answered. An entry is there before its reply is sent.
 */
class RequestLog
{
public:
    void append(LoggedRequest entry);
    /** Entries with a sequence number above \p since. */
    QList<LoggedRequest> entries(quint64 since = 0) const;
    void clear();

private:
    mutable std::mutex m_mutex;
    std::deque<LoggedRequest> m_entries;
    quint64 m_last = 0;
};

} // namespace odc::server
