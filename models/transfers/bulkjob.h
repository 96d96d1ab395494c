// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace odc {

class Clock;

/// One thing of a bulk job and how it went.
struct BulkItem {
    enum class State {
        Waiting,
        Running,
        Done,
        Failed,  ///< see error
        Skipped, ///< not tried: stopped before, or nothing to do; see note
        Unknown  ///< sent, but the reply was lost: only a person can say (decide())
    };
    QString id;         ///< unique in the job
    QString title;      ///< what the person calls it: a file name
    State state = State::Waiting;
    ApiError error;
    QString note;       ///< translated: "already gone", where it was saved, ...
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< 0: not measured in bytes
    qint64 size = 0;       ///< of what it is about, in bytes, where that is no measure of the work; 0: nothing to say
    QString resultId;   ///< id of the object made, path of the file saved
    QStringList candidates; ///< Unknown: ids of recent objects that may be the one whose reply was lost
    bool lookedUp = false;  ///< Unknown: the list could be asked, so `candidates` is all there is
};

/// Many calls of one kind, a few at a time: progress, stop, a report of each item, retry of just the failed.
/// A subclass performs one item. GUI thread.
class BulkJob : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Upload, Download, Delete, Cancel, Attach, Sync, Change, Grant, Revoke };
    enum class State { Ready, Running, Finished };

    ~BulkJob() override;

    Kind kind() const { return m_kind; }
    /// Its bytes are moved by the transfer queue, which goes on whatever becomes of the job.
    bool isTransfer() const { return m_kind == Kind::Upload || m_kind == Kind::Download; }
    State state() const { return m_state; }
    const QList<BulkItem> &items() const { return m_items; }
    int count(BulkItem::State state) const { return m_counts[int(state)]; }
    int total() const { return int(m_items.size()); }
    /// Items that need nothing more from the job.
    int ended() const;
    qint64 bytesDone() const { return m_bytesDone; }
    qint64 bytesTotal() const { return m_bytesTotal; }
    /// Bytes (or, without bytes, items) a second over the last seconds; 0 at first.
    double rate() const { return m_rate; }
    /// Seconds left at that rate; -1 unknown.
    qint64 secondsLeft() const;
    bool wasStopped() const { return m_stopped; }
    /// How much of it is done, 0..1. By default that of the bytes, or of the items.
    virtual double share() const;
    /// What is said of its progress, translated; empty: the bytes, or the items a second.
    virtual QString phase() const { return {}; }
    /// What it is doing, and to what, translated: "Pausing “support-v14”"; empty: what its kind says.
    virtual QString runningText() const { return {}; }
    /// What was done to so many: "2 jobs paused"; empty: what its kind says.
    virtual QString doneText(int) const { return {}; }

    void start();
    /// What waits is skipped, what runs is cancelled; a create whose body is out already becomes Unknown. What ended
    /// stays ended.
    void stop();
    /// Failed items, and only those, are tried again.
    void retryFailed();
    /// Goes on with what stop() skipped.
    void goOn();
    /// Asks the list (once more, unless it is being asked) for what may have come of an Unknown item.
    virtual void lookAgain(int index);
    /// The person's word on an Unknown item: it is there after all (done, as `resultId`), or to be sent again.
    virtual void decide(int index, bool isThere, const QString &resultId = {});

Q_SIGNALS:
    void itemChanged(int index);
    /// At most ten times a second while running.
    void progressChanged();
    void finished();

protected:
    BulkJob(Kind kind, int concurrency, Clock &clock, QObject *parent);

    int addItem(BulkItem item);
    /// Starts one item; must later call exactly one of succeed/fail/skip/leaveUnknown for it unless stopped.
    virtual void run(int index) = 0;
    enum class Abandoned {
        Dropped, ///< cancelled, and harmless to do again
        Unknown, ///< cancelled, but it may have been made already
        Ending   ///< cannot be stopped any more and ends by itself at once
    };
    /// The item is to be stopped: cancel its call and drop what it left behind.
    virtual Abandoned abandon(int index) = 0;

    BulkItem &item(int index) { return m_items[index]; }
    /// What a person calls the only one there is; empty: there are several.
    QString onlyTitle() const;
    /// The number of the one it is at, "2", and that of all, "5", for runningText().
    QString currentNumber() const;
    QString totalNumber() const;
    void setBytes(int index, qint64 done);
    void succeed(int index, const QString &resultId = {}, const QString &note = {});
    void fail(int index, const ApiError &error);
    void skip(int index, const QString &note);
    /// `candidates` is empty and `lookedUp` false when the list could not be asked either.
    void leaveUnknown(int index, const ApiError &error, const QStringList &candidates, bool lookedUp);
    /// An Unknown item is under way after all: it runs again, and ends as one that run() began.
    void takeUp(int index);
    /// Unknown items are to be begun anew, all of them at once.
    void beginAgain(const QList<int> &indexes);
    /// Everything has ended, and nobody stopped it. True: something is still to be done about it; the job goes on until
    /// it says end(), or is stopped.
    virtual bool goesOnAtEnd() { return false; }
    void end();
    /// An item that counted as done is not.
    void revoke(int index, const ApiError &error);
    /// What ended with this item is known better now.
    void setNote(int index, const QString &note);
    /// Tells of progress that is none of bytes.
    void announceProgress();
    /// A later answer to what may have come of an Unknown item.
    void setCandidates(int index, const QStringList &candidates);

private:
    void setState(int index, BulkItem::State state);
    void again(BulkItem::State which);
    void pump();
    void itemEnded();

    Kind m_kind;
    int m_concurrency;
    Clock &m_clock;
    State m_state = State::Ready;
    QList<BulkItem> m_items;
    int m_counts[6] = {};
    int m_next = 0;
    bool m_stopped = false;
    bool m_pumping = false;
    bool m_ending = false; ///< see goesOnAtEnd()
    bool m_announcing = false;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    double m_rate = 0;
    qint64 m_rateAtMs = 0;
    double m_rateAtAmount = 0;
};

} // namespace odc
