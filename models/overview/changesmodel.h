// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodel.h"
#include "overview/overviewcount.h"

#include <functional>

class QTimer;

namespace odc {

class Clock;
class JobWatch;
class ObjectIndex;

/// One line of what happened.
struct ChangeRow
{
    /// The words are what filters and exports hold.
    enum class Result { Added, Changed, Ended, Partly, Cancelled, Failed, Gone };
    QString id;
    qint64 at = 0;
    ObjectKind kind = ObjectKind::File;
    QString key;
    QString name;
    Result result = Result::Added;
    QString from;
    QString to;
    QString outcome; ///< of jobs, see outcomeText()
    QString reason;

    QJsonObject toJson() const;
    friend bool operator==(const ChangeRow &, const ChangeRow &) = default;
};

/// What was seen to come, go and change at the server since some time, or the jobs that ended since then.
/// Follows what happens; asks the server only when it is refreshed by hand. GUI thread.
class ChangesModel final : public RowModel<ChangeRow>
{
    Q_OBJECT
public:
    enum Column { Time, Kind, Name, ResultColumn, From, To, Outcome, Reason, Id };
    enum class Shows {
        Changes,  ///< everything that was seen
        EndedJobs ///< batches, eval runs and fine-tuning jobs by when they ended, seen or not
    };
    /// `frame`: what counts, asked whenever it matters.
    ChangesModel(ObjectIndex &index, JobWatch &watch, Clock &clock, std::function<OverviewFrame()> frame,
                 QObject *parent = nullptr);

    /// From now on; `since` 0: everything that is known.
    void show(Shows what, qint64 since);
    /// What is known may be otherwise.
    void reload();
    /// Reads everything at the server.
    void refresh() override;

    static QString kindText(ObjectKind kind);
    /// The wire's word, as filters hold it.
    static QString kindWord(ObjectKind kind);
    /// The area's page, and what it calls the object.
    static QString pageOf(ObjectKind kind);

    /// More lines than this are not shown.
    static constexpr int mostRows = 20'000;

protected:
    QVariant cell(const ChangeRow &row, int column, int role) const override;
    QVariant raw(const ChangeRow &row, int column) const override;
    int compare(int column, const ChangeRow &left, const ChangeRow &right) const override;

private:
    QString displayText(const ChangeRow &row, Column column) const;
    /// Of a batch that ended at its end, whether without some of its answers.
    bool isPartly(const ChangeRow &row) const;
    void take(QList<ChangeRow> rows);
    void takeSome();

    ObjectIndex &m_index;
    JobWatch &m_watch;
    Clock &m_clock;
    std::function<OverviewFrame()> m_frame;
    Shows m_shows = Shows::Changes;
    qint64 m_since = 0;
    QTimer *m_more;
    QList<ChangeRow> m_coming; ///< read, and not in the list yet
    quint32 m_ask = 0;         ///< of the history: an answer to an earlier one is late
};

/// "12,000 of 12,000": how it ended, in numbers; empty when it has none.
QString outcomeText(ObjectKind kind, qint64 done, qint64 total);

} // namespace odc
