// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>

namespace odc::server {

/** What an upstream said, whatever its status. */
struct UpstreamReply
{
    QString error; ///< why there is no reply; empty = there is one
    int status = 0;
    QByteArray body;
    QByteArray requestId;     ///< its x-request-id, or empty
    qint64 retryAfterMs = -1; ///< how long it asks to be left alone; -1 = it does not say
};

/**
 * An OpenAI-compatible service that is asked in place of the built-in echo. Thread-safe: every call has a
 * connection of its own, blocks its thread, is made once, and ends after two minutes.
 */
class Upstream
{
public:
    /** \p base as "https://host/v1". \p key may be empty: then none is sent. */
    Upstream(const QUrl &base, const QByteArray &key);
    ~Upstream();

    /** POST <base><path> with a JSON body. Never throws. */
    UpstreamReply post(const QString &path, const QByteArray &body);
    /** Cuts all calls, and lets no new ones begin: they end with an error. */
    void abort();

private:
    struct Calls;
    const std::unique_ptr<Calls> m_calls;
    const QUrl m_base;
    const QByteArray m_key;
};

} // namespace odc::server
