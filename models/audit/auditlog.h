// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/requestlog.h"

#include <QObject>

#include <functional>
#include <memory>

namespace odc {

class Clock;

/// One change that the console asked a server for.
struct AuditEntry
{
    qint64 serial = 0; ///< counts up through the file
    qint64 sentUnix = 0;
    QString profile; ///< its name at that time
    LoggedCall call; ///< method, path, body, status, request id, error: never a key
    enum class Outcome {
        Done,
        Failed,  ///< see call.error
        Unknown  ///< sent, and no answer is known: the reply was lost, or the program ended
    };
    Outcome outcome = Outcome::Unknown;
};

/// All changes that the console made on one profile, in a file on this computer. Each is written before its call leaves,
/// and its result when it is known. Holds no key. GUI thread.
class AuditLog final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;    ///< JSON lines; empty: kept for this run only
        QString profile; ///< name
        qint64 mostBytes = 64'000'000; ///< beyond it the older half moves to "file.1", replacing what was there
    };
    /// Follows the log of a session.
    AuditLog(Options options, RequestLog &requests, Clock &clock, QObject *parent = nullptr);
    ~AuditLog() override;

    /// Everything that is kept, oldest first; read on a pool thread.
    void read(QObject *context, std::function<void(const QList<AuditEntry> &)> done) const;
    /// Why nothing is written, translated; empty when all is well.
    QString problem() const;

Q_SIGNALS:
    void added(const odc::AuditEntry &entry);
    /// Its outcome is known now.
    void changed(const odc::AuditEntry &entry);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc
