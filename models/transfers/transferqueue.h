// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/backoff.h"
#include "transfers/ratemeter.h"
#include "transfers/transfertask.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace odc {

class Clock;
class Session;
class TransferJournal;

/// A file that somebody wants uploaded.
struct UploadOrder {
    QString path;
    QString name; ///< as it will be called at the server
    qint64 size = 0;
    QString purpose;
    std::optional<qint64> expiresAfterSeconds;
};

/// A transfer as it stands: its record, and what only this run knows.
struct TransferStatus {
    TransferRecord record;
    qint64 bytesDone = 0;
    double rate = 0;         ///< bytes a second over the last seconds; 0 when it does not run
    qint64 secondsLeft = -1; ///< at that rate; -1 unknown
    QList<PartState> parts;  ///< empty: it has none
    QString warning;         ///< translated
};

/// All uploads and downloads of one profile: a few at a time, in the person's order, each by the means that fit its size,
/// kept in a journal so that a later run goes on with them. GUI thread.
class TransferQueue : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString journalFolder;
        int atOnce = 3;                           ///< transfers that work at the same time
        qint64 partsFrom = 64LL * 1024 * 1024;    ///< uploads above go in parts; those above 512 MB always do
        /// Failures in a row, with nothing arriving in between, after which a transfer has failed: about five minutes of
        /// waiting, which a router's restart or a walk between two offices takes.
        int mostFailures = 12;
        RandomSource random = systemRandom();
    };

    TransferQueue(Session &session, const Options &options, QObject *parent = nullptr);
    /// What works is left as it is, for a later run to go on with.
    ~TransferQueue() override;

    /// Reads the journal and goes on with what an earlier run left. opened() follows; what is added before that waits.
    void open();
    /// False: transfers of this run will not survive it.
    bool isKept() const;
    TransferJournal &journal() { return *m_journal; }
    Clock &clock() const;

    /// Their ids, in order. They begin by themselves.
    QStringList addUploads(const QList<UploadOrder> &orders);
    /// Files the account is known to hold: none of them can have come of a lost reply. In memory only.
    void addKnownFiles(const QSet<QString> &fileIds) { m_knownFiles += fileIds; }
    /// Into the folder, which must exist, each to a free name.
    QStringList addDownloads(const QList<FileObject> &files, const QString &folder);
    /// To this path, which the person chose. `overwrite`: in a dialog that asked about the file that stands there now; that
    /// one is replaced, if it is still the same in the end. Any other stays, and this one gets the next free name.
    QString addDownload(const FileObject &file, const QString &path, bool overwrite);

    /// In order.
    QStringList ids() const { return m_order; }
    bool contains(const QString &id) const { return m_entries.contains(id); }
    bool isEmpty() const { return m_order.isEmpty(); }
    qint64 bytesDone(const QString &id) const;
    /// A default one for an unknown id.
    TransferStatus status(const QString &id) const;
    /// The same without what has to be made first. Valid until the queue changes; an empty one for an unknown id.
    const TransferRecord &record(const QString &id) const;
    /// Of the file that this upload in parts, by its id at the server, is of; empty when it is none of this queue.
    QString nameOfUpload(const QString &uploadId) const;
    /// Uploads at the server that nothing works on: paused or failed ones whose hour is not over. They go on with
    /// resume() or retry(), or away with cancel().
    QStringList pendingUploads() const;

    // Ids that are unknown, or in a state where it means nothing, are passed over.
    void pause(const QStringList &ids);
    void resume(const QStringList &ids);
    /// Failed and cancelled ones are tried again, from where they were if that can be.
    void retry(const QStringList &ids);
    void cancel(const QStringList &ids);
    /// Takes ended ones off the list.
    void remove(const QStringList &ids);
    /// Waiting ones are moved by so many places; INT_MIN and INT_MAX: to the ends.
    void move(const QStringList &ids, int places);
    /// The person's word on an Unknown upload: it is there after all, as `fileId`, or to be sent again.
    void decide(const QString &id, bool isThere, const QString &fileId = {});
    /// Asks the list once more for what may have come of an Unknown upload.
    void lookAgain(const QString &id);

    void setAtOnce(int count);
    void setPartsFrom(qint64 bytes) { m_options.partsFrom = bytes; }

    struct Totals {
        int active = 0;   ///< waiting or working
        int working = 0;
        int failed = 0;   ///< failed, or only a person can say
        qint64 bytesLeft = 0;
        double uploadRate = 0; ///< bytes a second
        double downloadRate = 0;
        qint64 secondsLeft = -1;
    };
    Totals totals() const;

    struct Counts {
        int active = 0;   ///< waiting or working
        int paused = 0;
        int finished = 0; ///< completed or cancelled
    };
    Counts counts() const;

Q_SIGNALS:
    /// `goingOn`: transfers of an earlier run that go on now; `problems` are translated sentences.
    void opened(int goingOn, const QStringList &problems);
    void added(const QStringList &ids);
    void changed(const QString &id);
    void removed(const QStringList &ids);
    void reordered();
    /// Rates and bytes, about twice a second while anything works.
    void progressed();
    void uploaded(const odc::FileObject &file);
    /// It has ended now, `tookMs` after it began to work. A slot may destroy the queue.
    void ended(const QString &id, qint64 tookMs);

private:
    struct Entry {
        TransferRecord record;
        TransferTask *task = nullptr; ///< null: nothing works on it
        RateMeter rate;
        qint64 counted = 0; ///< bytes done that are in a Flow already
        qint64 startedMs = 0;
        bool pausing = false; ///< it is being suspended by the person
        bool cancelling = false; ///< its task was told to cancel
    };

    /// What all uploads, or all downloads, moved together: small files come and go between two looks at them.
    struct Flow {
        qint64 bytes = 0;
        RateMeter rate;
    };

    QString add(TransferRecord record);
    void count(Entry &entry);
    Entry *find(const QString &id);
    const TransferRecord &recordOf(const Entry &entry) const;
    static qint64 bytesDoneOf(const Entry &entry);
    void change(Entry &entry, TransferRecord::State state);
    void pump();
    void start(Entry &entry);
    void taskEnded(const QString &id);
    void taskSuspended(const QString &id);
    void drop(Entry &entry);
    bool isTaken(const QString &id, const QString &fileId) const;
    /// Paths that downloads of this queue are on their way to.
    QSet<QString> claimedPaths() const;
    void tick();
    void renumber();

    Session &m_session;
    Options m_options;
    std::unique_ptr<TransferJournal> m_journal;
    QHash<QString, std::shared_ptr<Entry>> m_entries;
    QStringList m_order;
    QSet<QString> m_working; ///< those with a task
    qsizetype m_nextInLine = 0; ///< before it in the order nothing waits for its turn
    QSet<QString> m_knownFiles;
    qint64 m_lastPosition = 0;
    Flow m_up;
    Flow m_down;
    bool m_isOpen = false;
    bool m_pumping = false;
    bool m_ticking = false;
};

} // namespace odc
