// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkmodel.h"

#include "base/format.h"
#include "transfers/bulkjob.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

qint64 sizeOf(const BulkItem &item)
{
    return item.bytesTotal ? item.bytesTotal : item.size;
}

/// Where it stands in the order of states: what wants to be read comes last, and a report shows that first. Of what waits,
/// that is what has something to say: a deletion of an earlier run that may have gone out.
int rankOf(const BulkItem &item)
{
    const bool speaks = item.state == BulkItem::State::Waiting && !item.note.isEmpty();
    return 2 * int(speaks ? BulkItem::State::Done : item.state) + int(speaks);
}

QString running(const BulkJob &job)
{
    const int total = job.total();
    const int ended = job.ended();
    switch (job.kind()) {
    case BulkJob::Kind::Upload:
        return BulkModel::tr("Uploading %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Download:
        return BulkModel::tr("Downloading %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Delete:
        return BulkModel::tr("Deleting %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Cancel:
        return BulkModel::tr("Cancelling %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Attach: // many at once: none of them is the one it is at
        return BulkModel::tr("Adding: %1 of %2 done").arg(format::number(ended), format::number(total));
    case BulkJob::Kind::Sync:
        return BulkModel::tr("Syncing: %1 of %2 done").arg(format::number(ended), format::number(total));
    case BulkJob::Kind::Change:
        return BulkModel::tr("Changing %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Grant:
        return BulkModel::tr("Granting %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    case BulkJob::Kind::Revoke:
        return BulkModel::tr("Revoking %1 of %2").arg(format::number(std::min(ended + 1, total)), format::number(total));
    }
    return {};
}

QString done(BulkJob::Kind kind, int count)
{
    switch (kind) {
    case BulkJob::Kind::Upload:
        return BulkModel::tr("%Ln uploaded", nullptr, count);
    case BulkJob::Kind::Download:
        return BulkModel::tr("%Ln downloaded", nullptr, count);
    case BulkJob::Kind::Delete:
        return BulkModel::tr("%Ln deleted", nullptr, count);
    case BulkJob::Kind::Cancel:
        return BulkModel::tr("%Ln being cancelled", nullptr, count);
    case BulkJob::Kind::Attach:
        return BulkModel::tr("%Ln added", nullptr, count);
    case BulkJob::Kind::Sync:
        return BulkModel::tr("%Ln synced", nullptr, count);
    case BulkJob::Kind::Change:
        return BulkModel::tr("%Ln changed", nullptr, count);
    case BulkJob::Kind::Grant:
        return BulkModel::tr("%Ln granted", nullptr, count);
    case BulkJob::Kind::Revoke:
        return BulkModel::tr("%Ln revoked", nullptr, count);
    }
    return {};
}

} // namespace

QString bulkHeadline(const BulkJob &job)
{
    if (job.state() == BulkJob::State::Running) {
        const QString own = job.runningText();
        return own.isEmpty() ? running(job) : own;
    }
    const int ended = job.count(BulkItem::State::Done);
    const QString own = job.doneText(ended);
    QStringList parts{own.isEmpty() ? done(job.kind(), ended) : own};
    if (const int failed = job.count(BulkItem::State::Failed))
        parts << BulkModel::tr("%Ln failed", nullptr, failed);
    if (const int skipped = job.count(BulkItem::State::Skipped))
        parts << BulkModel::tr("%Ln skipped", nullptr, skipped);
    if (const int unknown = job.count(BulkItem::State::Unknown))
        parts << BulkModel::tr("%Ln without an answer", nullptr, unknown);
    if (const int waiting = job.count(BulkItem::State::Waiting)) // of an earlier run, that is only looked at
        parts << BulkModel::tr("%Ln waiting", nullptr, waiting);
    return parts.join(u", "_s);
}

BulkModel::BulkModel(BulkJob &job, QObject *parent) : RowModelBase(parent), m_job(job)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 240, true},
                {"state"_ba, tr("State"), ColumnType::State, 130, true},
                {"size"_ba, tr("Size"), ColumnType::Bytes, 90, true},
                {"detail"_ba, tr("Detail"), ColumnType::Text, 320, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 150, true}});
    for (int i = 0; i < job.total(); ++i)
        m_index.insert(job.items().at(i).id, i);
    connect(&job, &BulkJob::itemChanged, this,
            [this](int row) { Q_EMIT dataChanged(index(row, State), index(row, Id)); });
}

int BulkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_job.total();
}

QString BulkModel::stateText(const BulkItem &item)
{
    switch (item.state) {
    case BulkItem::State::Waiting:
        return tr("waiting");
    case BulkItem::State::Running:
        return tr("running");
    case BulkItem::State::Done:
        return tr("done");
    case BulkItem::State::Failed:
        return tr("failed");
    case BulkItem::State::Skipped:
        return tr("skipped");
    case BulkItem::State::Unknown:
        return tr("answer lost");
    }
    return {};
}

QString BulkModel::stateWord(const BulkItem &item)
{
    switch (item.state) {
    case BulkItem::State::Waiting:
        return u"waiting"_s;
    case BulkItem::State::Running:
        return u"running"_s;
    case BulkItem::State::Done:
        return u"done"_s;
    case BulkItem::State::Failed:
        return u"failed"_s;
    case BulkItem::State::Skipped:
        return u"skipped"_s;
    case BulkItem::State::Unknown:
        return u"unknown"_s;
    }
    return {};
}

Tone BulkModel::toneOf(const BulkItem &item)
{
    switch (item.state) {
    case BulkItem::State::Waiting:
        return Tone::None;
    case BulkItem::State::Running:
        return Tone::Running;
    case BulkItem::State::Done:
        return Tone::Fine;
    case BulkItem::State::Failed:
        return Tone::Failed;
    case BulkItem::State::Skipped:
    case BulkItem::State::Unknown:
        return Tone::Attention;
    }
    return Tone::None;
}

QString BulkModel::displayText(const BulkItem &item, Column column) const
{
    switch (column) {
    case Title:
        return item.title;
    case State:
        return stateText(item);
    case Progress:
        return sizeOf(item) ? format::size(sizeOf(item)) : QString();
    case Detail:
        if (item.error.kind == ApiError::Kind::None)
            return item.note;
        return item.error.message.isEmpty() ? item.error.headline()
                                            : item.error.headline() + u": "_s + item.error.message;
    case Id: // of an upload the one that it got; a download has none, and where it was saved is nobody's business
        return m_job.kind() == BulkJob::Kind::Download ? QString()
             : m_job.kind() == BulkJob::Kind::Upload   ? item.resultId
                                                       : item.id;
    }
    return {};
}

QVariant BulkModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_job.total())
        return {};
    const BulkItem &item = m_job.items().at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return format::oneLine(displayText(item, column));
    case Qt::ToolTipRole:
        return column == Detail && item.error.kind != ApiError::Kind::None
            ? format::severalLines(item.error.details(), tooltipLength)
            : format::oneLine(displayText(item, column), tooltipLength);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
        return rawValue(index.row(), index.column());
    case ToneRole:
        return column == State ? QVariant(int(toneOf(item))) : QVariant();
    case MonospaceRole:
    case ElideMiddleRole:
        return column == Id;
    default:
        return {};
    }
}

QString BulkModel::rowId(int row) const
{
    return row >= 0 && row < m_job.total() ? m_job.items().at(row).id : QString();
}

int BulkModel::rowOf(const QString &id) const
{
    return m_index.value(id, -1);
}

QJsonObject BulkModel::rowJson(int row) const
{
    if (row < 0 || row >= m_job.total())
        return {};
    const BulkItem &item = m_job.items().at(row);
    QJsonObject object{{u"id"_s, item.id}, {u"name"_s, item.title}, {u"state"_s, stateWord(item)}};
    if (!item.resultId.isEmpty())
        object.insert(u"result"_s, item.resultId);
    if (item.error.kind != ApiError::Kind::None)
        object.insert(u"error"_s, item.error.details());
    else if (!item.note.isEmpty())
        object.insert(u"note"_s, item.note);
    return object;
}

QVariant BulkModel::rawValue(int row, int column) const
{
    if (row < 0 || row >= m_job.total())
        return {};
    const BulkItem &item = m_job.items().at(row);
    if (Column(column) == Progress)
        return sizeOf(item);
    if (Column(column) == State)
        return stateWord(item);
    return displayText(item, Column(column));
}

int BulkModel::compareRows(int column, int left, int right) const
{
    const BulkItem &a = m_job.items().at(left);
    const BulkItem &b = m_job.items().at(right);
    switch (Column(column)) {
    case State:
        return rankOf(a) - rankOf(b);
    case Progress:
        return sizeOf(a) < sizeOf(b) ? -1 : int(sizeOf(a) > sizeOf(b));
    case Title:
    case Detail:
    case Id:
        return displayText(a, Column(column)).compare(displayText(b, Column(column)), Qt::CaseInsensitive);
    }
    return 0;
}

} // namespace odc
