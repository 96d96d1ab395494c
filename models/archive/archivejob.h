// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivecontent.h"
#include "archive/archivemanifest.h"
#include "archive/archivereport.h"
#include "transfers/ratemeter.h"

#include <QObject>

#include <memory>
#include <utility>

namespace odc {

class ArchiveDocument;
class ArchiveTarget;
class ArchiveVerify;
class ArchiveWalk;
class Session;

/// Copies a whole project into an archive, everything as received. Lists first, parents before what hangs on
/// them, then contents, then all of it is read back. It can be stopped, or killed, at any moment: the next
/// one on the same archive goes on, and fetches only what is missing or has changed. Nothing is ever taken
/// out of the archive. GUI thread.
class ArchiveJob : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        ArchiveSource source;
        QString program; ///< name and version, for the manifest
        QString folder;  ///< of the archive; part files lie in it for a while
        ArchiveChoice choice = ArchiveChoice::everything();
        QHash<QString, ArchiveManifest::Content> marks; ///< that lie in the folder already
        QList<qint64> waitsMs = ArchivePatience::usual();
        int walksAtOnce = 3;
        int contentsAtOnce = 3;
        qint64 saveEveryMs = 2'000;
    };
    enum class State { Ready, Preparing, Listing, Fetching, Verifying, Ending, Ended };
    struct Progress
    {
        QString list; ///< of the plan, or "contents"
        qint64 done = 0;
        qint64 total = -1; ///< -1: not known yet
        qint64 announced = -1; ///< as the objects above say, once all is walked: more where work was cancelled; -1: they do not
        qint64 changed = 0;
        qint64 failed = 0;
        qint64 refused = 0; ///< of these: contents the service does not hand out
        qint64 underWay = 0; ///< of those done: still at work, archived as they stand
        QString unavailable; ///< why the source has no such list
    };

    ArchiveJob(Session &source, ArchiveTarget &target, const Options &options, QObject *parent = nullptr);
    ~ArchiveJob() override;

    void start();
    /// Ends soon; finished() comes when the archive is at rest.
    void stop();

    State state() const { return m_state; }
    bool isRunning() const { return m_state != State::Ready && m_state != State::Ended; }
    const Options &options() const { return m_options; }
    /// In the order of the plan, contents last.
    const QList<Progress> &progress() const { return m_progress; }
    qint64 bytesDone() const;
    qint64 bytesTotal() const { return m_bytesTotal; } ///< of the contents to fetch, as far as known
    double bytesPerSecond() const { return m_byteRate.rate(); }
    double objectsPerSecond() const { return m_objectRate.rate(); }
    /// -1: cannot be told yet.
    qint64 secondsLeft() const;
    /// 0 to 1, for a bar; < 0: cannot be told yet.
    double fraction() const;
    /// Why it stands still just now, translated; empty: it does not.
    QString note() const;
    /// Whole once finished() came.
    const ArchiveReport &report() const { return m_report; }
    const ArchiveManifest &manifest() const { return m_manifest; }

Q_SIGNALS:
    /// At most ten times a second.
    void progressChanged();
    void finished();

private:
    struct Pending
    {
        ArchiveUnit unit;
        QString of; ///< digest of the parent, or a document's basis
        bool settled = false;
        qint64 expected = -1;
        QString title; ///< of the parent
    };

    void prepared(const QJsonObject &manifest);
    void pump();
    void pumpLists();
    void pumpContents();
    void beginUnit(const Pending &pending);
    void pageCame(const Pending &pending, const QList<RawObject> &objects);
    void unitEnded(const Pending &pending, const ArchiveWalk &walk);
    void wantUnits(const ArchiveUnit &unit, const ArchivePart &below, const QList<RawObject> &objects);
    void unitFailed(const Pending &pending, const ApiError &error, QObject *task);
    void judgeForbidden();
    void wantContents(const ArchivePart &part, const QList<RawObject> &objects);
    void wantDocuments(const ArchiveUnit &unit, const ArchivePart &part, const QList<RawObject> &objects);
    void beginDocument(const Pending &pending);
    void documentCame(const Pending &pending, const ArchiveManifest::Listing &document);
    void beginContent(const ArchiveContent::File &file);
    void contentFailed(const ArchiveContent::File &file, const ApiError &error, QObject *task);
    void verify();
    void verified(const ArchiveVerify &verify);
    /// The source is out of reach, or the archive cannot be written.
    void interrupt(const ApiError &error);
    void end(ArchiveReport::Outcome outcome);
    void fillReport();
    void saveLast();
    void atRest();
    static QString nameOf(const ArchiveUnit &unit) { return unit.list + u' ' + unit.key(); }
    template <typename Task> void listen(Task *task)
    {
        connect(task, &Task::waiting, this,
                [this, task](const ApiError &error, qint64 ms) { troubled(task, error, ms); });
        connect(task, &Task::targetFailed, this, &ArchiveJob::interrupt);
    }
    void troubled(QObject *task, const ApiError &error, qint64 waitMs);
    void forgiveBroken();
    bool isOnlyThisOne(const ApiError &error, QObject *task) const;
    void drop(QObject *task);
    void answered();
    void fail(const QString &list, const QString &key, const QString &name, const ApiError &error);
    void save(bool now = false);
    void announce();
    /// Says anew, while it waits, for how long still.
    void countDown();
    Progress &progressOf(const QString &list);

    Session &m_source;
    ArchiveTarget &m_target;
    const Options m_options;
    State m_state = State::Ready;
    ArchiveManifest m_manifest;
    ArchiveReport m_report;
    QList<Progress> m_progress;
    QList<Pending> m_units;               ///< waiting, outermost lists first
    QHash<QString, Pending> m_knownUnits; ///< of this go, by list and key
    QSet<QString> m_shared;               ///< list and key of those that may be wanted from two sides
    QSet<QString> m_readable;             ///< lists that the admin key reads, as an answer showed
    QList<std::pair<Pending, ApiError>> m_forbidden; ///< what it does not read: some of them, or the whole list
    QList<ArchiveContent::File> m_files;  ///< whose contents wait
    QHash<QString, ArchiveContent::File> m_knownFiles;
    QHash<QString, ArchiveFailure> m_refusedBefore; ///< contents the source did not hand out in an earlier go
    QList<Pending> m_waiting; ///< documents to fetch
    QList<ArchiveDocument *> m_documents;
    QList<ArchiveWalk *> m_walks;
    QList<ArchiveContent *> m_contents;
    QList<std::pair<QString, QString>> m_broken; ///< list and key of failures that were the line's
    QHash<QObject *, qint64> m_troubled; ///< how many answers there had been when this one's trouble began
    ArchiveVerify *m_verify = nullptr;
    bool m_repaired = false; ///< what was found wrong was fetched again, once
    qint64 m_answers = 0;
    qint64 m_bytesTotal = 0;
    qint64 m_bytesFetched = 0;
    RateMeter m_byteRate;
    RateMeter m_objectRate;
    QString m_waitReason;
    qint64 m_waitUntilMs = 0;
    bool m_announcing = false;
    bool m_counting = false;
    bool m_dirty = false;
    bool m_saving = false;
    bool m_saveDue = false;
    qint64 m_savedAtMs = 0;
    qint64 m_saveTookMs = 0;
};

} // namespace odc
