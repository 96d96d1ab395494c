// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "transfers/transferrecord.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace odc {

class Session;
class TransferJournal;
struct FileObject;

/// How much earlier than its request, by our clock, a file may say it was made and still have come of it, in seconds: the
/// server's clock may be behind ours. Too many candidates are a question, too few a second File.
inline constexpr qint64 lostReplySlack = 900;

/// How a part of a transfer stands.
enum class PartState : quint8 { Waiting, Moving, Done };

/// Carries out one transfer: from wherever its record says it is, to its end. Made for one go; the queue makes another to go
/// on after a pause. GUI thread.
class TransferTask : public QObject
{
    Q_OBJECT
public:
    struct Context {
        Session &session;
        TransferJournal &journal;
        RandomSource random;
        int mostFailures = 12; ///< see TransferQueue::Options
        /// Whether a file at the server is known to be something else's: of another transfer, or there before.
        std::function<bool(const QString &fileId)> isTaken;
    };

    TransferTask(const Context &context, TransferRecord record, QObject *parent);

    const TransferRecord &record() const { return m_record; }
    virtual qint64 bytesDone() const = 0;
    /// Of each part, in order; empty: it has none.
    virtual QList<PartState> parts() const { return {}; }
    /// Translated; what will go wrong if nothing changes. Empty: nothing.
    virtual QString warning() const { return {}; }

    /// Begins, later than this call returns, but for the journal.
    void start();
    /// Stops, and keeps what is done: suspended() follows, unless it ended before it could be stopped. Nothing else does.
    virtual void suspend() = 0;
    /// Stops for good, at the server too: ended() follows.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// The record, the parts or the warning.
    void changed();
    void progressed();
    void suspended();
    /// record() has an ended state, and is in the journal.
    void ended();
    void uploaded(const odc::FileObject &file);

protected:
    virtual void begin() = 0;
    /// Last changes to the record, before the journal has it.
    virtual void aboutToEnd(TransferRecord::State) { }

    TransferRecord &edit() { return m_record; }
    Session &session() const { return m_context.session; }
    qint64 now() const; ///< unix seconds
    bool isTaken(const QString &fileId) const { return m_context.isTaken && m_context.isTaken(fileId); }

    /// Puts the record into the journal, then goes on; ends the transfer when that fails.
    void save(std::function<void()> then);
    /// The same without waiting: what it says can be found out again.
    void note();
    /// Runs `again` after a while that grows with each failure in a row; when there were too many, or waiting cannot help,
    /// the transfer fails.
    void retry(const ApiError &error, std::function<void()> again);
    /// Something arrived: failures are counted anew.
    void madeProgress();
    void fail(const ApiError &error);
    void end(TransferRecord::State state);
    /// Waiting for the next attempt does not go on. For suspend() and cancel().
    void dropRetries() { ++m_generation; }
    bool isEnding() const { return m_ending; }

    /// Worth another attempt of the same call.
    static bool mayPass(const ApiError &error);

private:
    Context m_context;
    TransferRecord m_record;
    int m_failures = 0;   ///< in a row
    int m_generation = 0; ///< of waiting attempts; an older one does not go on
    bool m_ending = false;
};

} // namespace odc
