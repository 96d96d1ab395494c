// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/answerobserver.h"
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
    QString name;    ///< what the object that it is about was called then; empty when that is not known
    QString madeId;  ///< of what the call made, as its answer says; empty: it made nothing, or nobody knows
    LoggedCall call; ///< method, path, body, status, request id, error: never a key
    enum class Outcome {
        Done,
        Failed,  ///< see call.error
        Unknown  ///< sent, and no answer is known: the reply was lost, or the program ended
    };
    Outcome outcome = Outcome::Unknown;

    /// Its answer is still awaited, by this run of the program.
    bool isRunning() const { return call.running; }
    /// What was sent was too large to be kept, so that it cannot be repeated from here.
    bool lacksBody() const;
};

/// All changes that the console made on one profile, in a file on this computer. Each is written before its call leaves,
/// and its result with the next one that leaves, at the latest when this turn of the event loop ends. Holds no key. Answers, which say what was made, have to be told before the session's log
/// says that their call ended. GUI thread.
class AuditLog final : public QObject, public AnswerObserver
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;    ///< JSON lines; empty: kept for this run only
        QString profile; ///< name
        qint64 mostBytes = 64'000'000; ///< on the disk; the older half is in "file.1", and goes when a new half is full
    };
    /// Follows the log of a session.
    AuditLog(Options options, RequestLog &requests, Clock &clock, QObject *parent = nullptr);
    ~AuditLog() override;

    /// Who knows what the object of a call is called; asked before the call leaves, for it may be gone after it.
    void setNames(std::function<QString(const LoggedCall &)> nameOf);

    /// Who takes keys out of a text: what comes from an answer goes through it.
    void setRedactor(std::function<QString(const QString &)> clean);

    void answered(const SeenAnswer &answer) override;

    /// Everything that is kept, oldest first; read on a pool thread.
    void read(QObject *context, std::function<void(const QList<AuditEntry> &)> done) const;
    /// Lines that the last read() could make nothing of. They are left where they are.
    int unreadableLines() const;
    /// Why nothing is written, translated; empty when all is well. What is not written is kept for this run.
    QString problem() const;

Q_SIGNALS:
    void added(const odc::AuditEntry &entry);
    /// Its outcome is known now.
    void changed(const odc::AuditEntry &entry);
    void problemChanged();

protected:
    void customEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc
