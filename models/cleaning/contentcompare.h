// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"
#include "index/indexedobject.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace odc {

class Session;

/// The digests of the contents of files at the service: reads them, some at once, and keeps nothing of them.
/// GUI thread.
class ContentCompare final : public QObject
{
    Q_OBJECT
public:
    explicit ContentCompare(Session &session, QObject *parent = nullptr);
    ~ContentCompare() override;

    /// Files whose digest is known already are not read again.
    void start(const QList<IndexedObject> &files);
    /// What was read to its end stays known.
    void stop();
    bool isRunning() const { return m_running; }

    /// SHA-256 by file.
    const QHash<QString, QByteArray> &digests() const { return m_digests; }
    int done() const { return m_done; }
    int total() const { return m_total; }
    qint64 bytesDone() const { return m_bytesDone; }
    qint64 bytesTotal() const { return m_bytesTotal; }
    /// How many could not be read: nothing is said of them.
    int failed() const { return m_failed; }
    const ApiError &problem() const { return m_problem; } ///< of the last of them

Q_SIGNALS:
    /// At most ten times a second.
    void progressed();
    void finished();

private:
    class Sink;
    void pump();
    void count(qint64 bytes);
    void announce();

    Session &m_session;
    QList<IndexedObject> m_waiting;
    QHash<QString, Call> m_calls;
    QHash<QString, QByteArray> m_digests;
    bool m_running = false;
    bool m_announcing = false;
    int m_done = 0;
    int m_total = 0;
    int m_failed = 0;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    ApiError m_problem;
};

} // namespace odc
