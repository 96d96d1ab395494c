// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningjournal.h"
#include "transfers/bulkjob.h"

#include <QHash>
#include <QSet>

namespace odc {

class DeletionCheck;
class ObjectIndex;
class Session;

/// What became of a clean-up, counted after everything was listed again.
struct CleaningReport
{
    int deleted = 0;     ///< by this clean-up, and not listed any more
    int takenOut = 0;    ///< of vector stores, likewise; the files themselves stay
    int alreadyGone = 0; ///< before it was their turn
    int stillListed = 0; ///< the server said that they are deleted, and lists them
    int failed = 0;
    int kept = 0;       ///< something uses them by now
    int left = 0;       ///< not tried: stopped before
    int unverified = 0; ///< of these two: the list could not be read again
    qint64 bytes = 0;   ///< of these two
    ApiError problem;   ///< why not everything could be listed again

    /// Translated: "10,000 deleted, 2 taken out, 3 already gone".
    QString sentence() const;
};

/// Deletes what was chosen of a plan, some at once, and lists everything again at the end. Before each one it
/// looks whether something uses it that did not when the plan was made. Kept in a journal, so that a later
/// run goes on with it. GUI thread.
class CleaningJob final : public BulkJob
{
    Q_OBJECT
public:
    /// `journalFile` empty: nothing survives this run.
    CleaningJob(Session &session, ObjectIndex &index, const QList<CleaningItem> &items,
                const QString &journalFile, QObject *parent = nullptr);
    /// Goes on with what is in the journal.
    CleaningJob(Session &session, ObjectIndex &index, const CleaningJournal::Kept &kept,
                const QString &journalFile, QObject *parent = nullptr);
    ~CleaningJob() override;

    const QList<CleaningItem> &plan() const { return m_plan; }
    /// Exact once the job has finished.
    CleaningReport report() const;
    QString phase() const override;
    QString doneText(int ended) const override;
    CleaningJournal &journal() { return m_journal; }

Q_SIGNALS:
    /// Deleted now, or gone before.
    void fileRemoved(const QString &id);
    void storeRemoved(const QString &id);
    void entryRemoved(const QString &storeId, const QString &fileId);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;
    bool goesOnAtEnd() override;

private:
    enum class Ready { No, Writing, Yes };
    CleaningJob(Session &session, ObjectIndex &index, const QString &journalFile, const QString &journalId,
                QObject *parent);

    void prepare();
    void prepared(const Result<void> &result);
    void begin(int index);
    /// Who uses it that did not when the plan was made, translated; empty: nobody.
    QString newUse(const CleaningItem &item) const;
    /// Why it is not what the plan was made for any more, translated; empty: it is, as far as is known.
    QString isOther(const CleaningItem &item) const;
    void detach(int index, QStringList stores);
    void remove(int index);
    /// What was done with it, translated.
    QString doneNote(const CleaningItem &item) const;
    void answered(int index, const Result<bool> &result);
    void finishItem(int index, CleaningJournal::Outcome outcome, const QString &note = {},
                    const ApiError &error = {});
    void verified();
    void settle();

    Session &m_session;
    ObjectIndex &m_index;
    QList<CleaningItem> m_plan;
    QList<CleaningJournal::Outcome> m_outcomes;
    QSet<int> m_begun; ///< their deletion may have gone out
    QSet<QString> m_stillListed;
    QSet<int> m_unverified;
    CleaningJournal m_journal;
    DeletionCheck *m_check;
    Ready m_ready = Ready::No;
    bool m_isNew = true;
    bool m_checking = false;
    ApiError m_problem;
    QList<int> m_waiting; ///< for the journal
    QHash<int, Call> m_calls;
};

/// What a clean-up has deleted, broken off or not, goes out of the index, which may be some seconds older: a program
/// that is killed does not write what it knows. The index must be loaded.
void tellWhatIsGone(ObjectIndex &index, const CleaningJournal::Kept &kept, qint64 nowUnix);

} // namespace odc
