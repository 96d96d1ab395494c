// SPDX-License-Identifier: GPL-3.0-or-later
#include "changesmodel.h"

#include "base/clock.h"
#include "base/format.h"
#include "index/objectarea.h"
#include "index/objectindex.h"
#include "lists/textorder.h"
#include "watch/jobwatch.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 1500;

using Result = ChangeRow::Result;

QString resultWord(Result result)
{
    switch (result) {
    case Result::Added:
        return u"added"_s;
    case Result::Changed:
        return u"changed"_s;
    case Result::Ended:
        return u"ended"_s;
    case Result::Partly:
        return u"partly"_s;
    case Result::Cancelled:
        return u"cancelled"_s;
    case Result::Failed:
        return u"failed"_s;
    case Result::Gone:
        return u"gone"_s;
    }
    return {};
}

Tone toneOf(Result result)
{
    switch (result) {
    case Result::Ended:
        return Tone::Fine;
    case Result::Partly:
    case Result::Cancelled:
        return Tone::Attention;
    case Result::Failed:
        return Tone::Failed;
    case Result::Added:
    case Result::Changed:
    case Result::Gone:
        return Tone::None;
    }
    return Tone::None;
}

/// Whether this is a state that ends what has it; the words of batches, runs and jobs.
bool isEnd(ObjectKind kind, const QString &status)
{
    if (kind != ObjectKind::Batch && kind != ObjectKind::EvalRun && kind != ObjectKind::Job)
        return false;
    IndexedObject object;
    object.kind = kind;
    object.status = status;
    return object.isFinished();
}

bool isCancelled(const QString &status)
{
    return status == "cancelled"_L1 || status == "canceled"_L1;
}

ChangeRow rowOfEntry(const HistoryEntry &entry)
{
    ChangeRow row;
    row.at = entry.atUnix;
    row.kind = entry.kind;
    row.key = entry.key;
    row.name = entry.name;
    row.from = entry.from;
    row.to = entry.to;
    row.reason = entry.reason;
    switch (entry.what) {
    case IndexChange::What::Gone:
        row.result = Result::Gone;
        break;
    case IndexChange::What::Added: // a job that was at its end when it was first seen came with that end
    case IndexChange::What::Changed: {
        const bool isNew = entry.what == IndexChange::What::Added;
        row.result = entry.failed                   ? Result::Failed
                     : !isEnd(entry.kind, entry.to) ? (isNew ? Result::Added : Result::Changed)
                     : isCancelled(entry.to)        ? Result::Cancelled
                                                    : Result::Ended;
        break;
    }
    }
    return row;
}

ChangeRow rowOfJob(const OverviewJob &job)
{
    ChangeRow row;
    row.id = u"job/"_s + QString::number(int(job.kind)) + u'/' + job.key;
    row.at = job.endedAt;
    row.kind = job.kind;
    row.key = job.key;
    row.name = job.name;
    row.to = job.status;
    row.reason = job.reason;
    row.outcome = outcomeText(job.kind, job.done, job.total);
    row.result = job.bad             ? Result::Failed
                 : job.isCancelled() ? Result::Cancelled
                 : job.isPartly()    ? Result::Partly
                                     : Result::Ended;
    return row;
}

} // namespace

QJsonObject ChangeRow::toJson() const
{
    QJsonObject json{{u"time"_s, at},
                     {u"kind"_s, ChangesModel::kindWord(kind)},
                     {u"id"_s, key},
                     {u"name"_s, name},
                     {u"result"_s, resultWord(result)}};
    for (const auto &[field, value] :
         {std::pair(u"from"_s, from), std::pair(u"to"_s, to), std::pair(u"reason"_s, reason)}) {
        if (!value.isEmpty())
            json.insert(field, value);
    }
    return json;
}

ChangesModel::ChangesModel(ObjectIndex &index, JobWatch &watch, Clock &clock,
                           std::function<OverviewFrame()> frame, QObject *parent)
    : RowModel(parent), m_index(index), m_watch(watch), m_clock(clock), m_frame(std::move(frame)),
      m_more(new QTimer(this))
{
    m_more->setSingleShot(true);
    connect(m_more, &QTimer::timeout, this, &ChangesModel::takeSome);
    setColumns({{"time"_ba, tr("Time"), ColumnType::Time, 130, true, false, 160},
                {"kind"_ba, tr("Kind"), ColumnType::State, 120, true},
                {"name"_ba, tr("Name"), ColumnType::Text, 230, true},
                {"result"_ba, tr("Result"), ColumnType::State, 130, true},
                {"from"_ba, tr("From"), ColumnType::State, 110, true},
                {"to"_ba, tr("To"), ColumnType::State, 110, true},
                {"outcome"_ba, tr("Outcome"), ColumnType::Text, 120, true},
                {"reason"_ba, tr("Reason"), ColumnType::Text, 220, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 150, true}});
}

void ChangesModel::show(Shows what, qint64 since)
{
    if (m_shows != what || m_since != since) {
        m_shows = what;
        m_since = since;
    }
    reload();
}

void ChangesModel::reload()
{
    const quint32 ask = ++m_ask;
    if (m_shows == Shows::EndedJobs) {
        OverviewFrame frame = m_frame();
        frame.since = m_since;
        QList<ChangeRow> rows;
        const QList<OverviewJob> jobs = endedJobs(m_index, frame, mostRows);
        for (const OverviewJob &job : jobs)
            rows << rowOfJob(job);
        take(std::move(rows));
        return;
    }
    if (loadState() == LoadState::Idle)
        setLoadState(LoadState::Loading);
    m_index.history(m_since, mostRows, this, [this, ask](const QList<HistoryEntry> &entries) {
        if (ask != m_ask)
            return;
        QList<ChangeRow> rows;
        QHash<QString, int> seen;
        for (auto it = entries.crbegin(); it != entries.crend(); ++it) {
            ChangeRow row = rowOfEntry(*it);
            if (row.result == Result::Ended && isPartly(row))
                row.result = Result::Partly;
            const QString what =
                QString::number(row.at) + u'/' + QString::number(int(row.kind)) + u'/' + row.key;
            row.id = what + u'/' + QString::number(seen[what]++); // the same thing twice in a second
            rows << row;
        }
        take(std::move(rows));
    });
}

bool ChangesModel::isPartly(const ChangeRow &row) const
{
    // The history has no counts; what has ended keeps those it has.
    const IndexedObject *batch = row.kind == ObjectKind::Batch ? m_index.find(row.kind, row.key) : nullptr;
    return batch && batch->status == row.to && batch->failed > 0;
}

void ChangesModel::take(QList<ChangeRow> rows)
{
    beginWalk();
    m_coming = std::move(rows);
    takeSome();
}

void ChangesModel::takeSome()
{
    // Thousands at once would be felt: the list grows over some turns.
    const qsizetype some = std::min<qsizetype>(m_coming.size(), mostAtOnce);
    QList<ChangeRow> now = m_coming.first(some);
    m_coming.remove(0, some);
    merge(std::move(now));
    if (!m_coming.isEmpty()) {
        m_more->start(0);
        return;
    }
    m_more->stop();
    endWalk();
    setRefreshedAt(m_clock.unixSeconds());
    setLoadState(LoadState::Ready);
}

void ChangesModel::refresh()
{
    m_watch.lookAtEverything();
}

QString ChangesModel::kindWord(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
        return u"file"_s;
    case ObjectKind::Batch:
        return u"batch"_s;
    case ObjectKind::Store:
        return u"vector_store"_s;
    case ObjectKind::StoreFile:
        return u"vector_store.file"_s;
    case ObjectKind::Eval:
        return u"eval"_s;
    case ObjectKind::EvalRun:
        return u"eval.run"_s;
    case ObjectKind::Job:
        return u"fine_tuning.job"_s;
    case ObjectKind::Checkpoint:
        return u"fine_tuning.job.checkpoint"_s;
    case ObjectKind::Model:
        return u"model"_s;
    }
    return {};
}

QString ChangesModel::kindText(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
        return tr("File");
    case ObjectKind::Batch:
        return tr("Batch");
    case ObjectKind::Store:
        return tr("Vector store");
    case ObjectKind::StoreFile:
        return tr("File in a store");
    case ObjectKind::Eval:
        return tr("Eval");
    case ObjectKind::EvalRun:
        return tr("Eval run");
    case ObjectKind::Job:
        return tr("Fine-tuning");
    case ObjectKind::Checkpoint:
        return tr("Checkpoint");
    case ObjectKind::Model:
        return tr("Model");
    }
    return {};
}

QString ChangesModel::pageOf(ObjectKind kind)
{
    return kind == ObjectKind::Model ? QString() : areaOf(kind); // a model is in no list
}

QString ChangesModel::displayText(const ChangeRow &row, Column column) const
{
    switch (column) {
    case Time:
        return format::relativeTime(row.at, m_clock.unixSeconds());
    case Kind:
        return kindText(row.kind);
    case Name:
        return format::oneLine(row.name.isEmpty() ? row.key : row.name);
    case ResultColumn:
        switch (row.result) {
        case Result::Added:
            return tr("added", "a new object was seen");
        case Result::Changed:
            return tr("changed", "an object has another state");
        case Result::Ended:
            return tr("ended", "a job ended well");
        case Result::Partly:
            return tr("some failed", "a batch ended without some answers");
        case Result::Cancelled:
            return tr("cancelled", "a job ended by a person");
        case Result::Failed:
            return tr("failed", "a job ended badly");
        case Result::Gone:
            return tr("gone", "an object is there no more");
        }
        return {};
    case From:
        return format::oneLine(row.from);
    case To:
        return format::oneLine(row.to);
    case Outcome:
        return row.outcome;
    case Reason:
        return format::oneLine(row.reason);
    case Id:
        return format::oneLine(row.key);
    }
    return {};
}

QVariant ChangesModel::cell(const ChangeRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return displayText(row, which);
    case Qt::ToolTipRole:
        if (which == Time)
            return format::exactTime(row.at);
        return which == Reason ? format::severalLines(row.reason) : QVariant();
    case ToneRole: {
        const Tone tone = which == ResultColumn ? toneOf(row.result) : Tone::None;
        return tone == Tone::None ? QVariant() : QVariant(int(tone));
    }
    default:
        return {};
    }
}

QVariant ChangesModel::raw(const ChangeRow &row, int column) const
{
    switch (Column(column)) {
    case Time:
        return row.at;
    case Kind:
        return kindWord(row.kind);
    case Name:
        return row.name;
    case ResultColumn:
        return resultWord(row.result);
    case From:
        return row.from;
    case To:
        return row.to;
    case Outcome:
        return row.outcome;
    case Reason:
        return row.reason;
    case Id:
        return row.key;
    }
    return {};
}

int ChangesModel::compare(int column, const ChangeRow &left, const ChangeRow &right) const
{
    switch (Column(column)) {
    case Time:
        return order(left.at, right.at);
    case Kind:
        return order(int(left.kind), int(right.kind));
    case Name:
        return compareText(left.name, right.name);
    case ResultColumn:
        return order(int(left.result), int(right.result));
    case From:
        return left.from.compare(right.from);
    case To:
        return left.to.compare(right.to);
    case Outcome:
        return compareText(left.outcome, right.outcome);
    case Reason:
        return compareText(left.reason, right.reason);
    case Id:
        return left.key.compare(right.key);
    }
    return 0;
}

QString outcomeText(ObjectKind kind, qint64 done, qint64 total)
{
    if (total <= 0 || kind == ObjectKind::Job)
        return {};
    return QCoreApplication::translate("ChangesModel", "%1 of %2")
        .arg(format::number(done), format::number(total));
}

} // namespace odc
