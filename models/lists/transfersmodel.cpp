// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfersmodel.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Wire = TransferRecord::State;

namespace {

constexpr int tooltipLength = 1000;

bool isWorking(const TransferStatus &status)
{
    return status.record.state == Wire::Running || status.record.state == Wire::Retrying;
}

double shareDone(const TransferStatus &status)
{
    if (status.record.state == Wire::Completed)
        return 1;
    if (status.record.size <= 0)
        return -1;
    return std::clamp(double(status.bytesDone) / double(status.record.size), 0.0, 1.0);
}

/// What has nothing to show yet shows nothing: the eye goes to what moves.
bool hasBegun(const TransferStatus &status)
{
    return status.bytesDone > 0 || isWorking(status);
}

/// A part that is nearly there is not there: never "100 %" before the end.
int percentDone(const TransferStatus &status)
{
    const double share = shareDone(status);
    return share < 0 ? -1 : int(share * 100);
}

int rankOf(Wire state)
{
    switch (state) {
    case Wire::Running:
    case Wire::Retrying:
        return 0;
    case Wire::Queued:
    case Wire::Paused:
        return 1;
    case Wire::Unknown:
        return 2;
    case Wire::Failed:
        return 3;
    case Wire::Cancelled:
    case Wire::Completed:
        return 4;
    }
    return 5;
}

} // namespace

QJsonObject TransferRow::toJson() const
{
    QJsonObject object = status.record.toJson();
    object.insert(u"bytes_done"_s, status.bytesDone);
    return object;
}

bool operator==(const TransferRow &left, const TransferRow &right)
{
    const TransferStatus &a = left.status;
    const TransferStatus &b = right.status;
    // The record last: it has much to compare.
    return left.place == right.place && a.bytesDone == b.bytesDone && a.rate == b.rate && a.secondsLeft == b.secondsLeft
        && a.parts == b.parts && a.warning == b.warning && a.record.state == b.record.state
        && a.record.toJson() == b.record.toJson();
}

TransfersModel::TransfersModel(TransferQueue &queue, QObject *parent) : RowModel(parent), m_queue(queue)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 200, true},
                {"direction"_ba, tr("Direction"), ColumnType::Text, 84, true},
                {"state"_ba, tr("State"), ColumnType::State, 128, true},
                {"progress"_ba, tr("Progress"), ColumnType::Number, 128, true},
                {"parts"_ba, tr("Parts"), ColumnType::Number, 104, true},
                {"size"_ba, tr("Size"), ColumnType::Bytes, 84, true},
                {"rate"_ba, tr("Rate"), ColumnType::Bytes, 100, true},
                {"left"_ba, tr("Time left"), ColumnType::Number, 96, true},
                {"note"_ba, tr("Note"), ColumnType::Text, 200, true},
                {"added"_ba, tr("Added"), ColumnType::Time, 108, true},
                {"attempts"_ba, tr("Attempts"), ColumnType::Number, 88, true},
                {"purpose"_ba, tr("Purpose"), ColumnType::Text, 110, false},
                {"path"_ba, tr("Path"), ColumnType::Text, 240, false}});
    take(queue.ids());
    setLoadState(LoadState::Ready);
    connect(&queue, &TransferQueue::added, this, &TransfersModel::take);
    connect(&queue, &TransferQueue::changed, this, [this](const QString &id) { take({id}); });
    connect(&queue, &TransferQueue::removed, this, [this](const QStringList &ids) {
        const QSet<QString> gone(ids.cbegin(), ids.cend());
        m_working.subtract(gone);
        removeIds(gone);
    });
    connect(&queue, &TransferQueue::progressed, this, &TransfersModel::takeWorking);
    connect(&queue, &TransferQueue::reordered, this, &TransfersModel::takeOrder);
}

QVariant TransfersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Above a bar that begins at the left.
    if (role == Qt::TextAlignmentRole && (section == Progress || section == Parts))
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return RowModel::headerData(section, orientation, role);
}

void TransfersModel::take(const QStringList &ids)
{
    QList<TransferRow> rows;
    rows.reserve(ids.size());
    for (const QString &id : ids) {
        if (!m_queue.contains(id))
            continue;
        TransferRow row{id, m_queue.status(id), 0};
        const TransferRow *known = item(id);
        row.place = known ? known->place : ++m_lastPlace;
        if (isWorking(row.status))
            m_working.insert(id);
        else
            m_working.remove(id);
        rows << row;
    }
    merge(std::move(rows));
}

void TransfersModel::takeWorking()
{
    if (!m_working.isEmpty())
        take(m_working.values());
}

void TransfersModel::takeOrder()
{
    const QStringList ids = m_queue.ids();
    QList<TransferRow> rows;
    m_lastPlace = 0;
    for (const QString &id : ids) {
        const int place = ++m_lastPlace;
        const TransferRow *known = item(id);
        if (!known || known->place == place)
            continue;
        TransferRow row = *known;
        row.place = place;
        rows << row;
    }
    merge(std::move(rows));
}

QString TransfersModel::stateWord(const TransferStatus &status)
{
    switch (status.record.state) {
    case Wire::Queued:
        return u"queued"_s;
    case Wire::Running:
        return u"running"_s;
    case Wire::Paused:
        return u"paused"_s;
    case Wire::Retrying:
        return u"retrying"_s;
    case Wire::Completed:
        return u"completed"_s;
    case Wire::Failed:
        return u"failed"_s;
    case Wire::Cancelled:
        return u"cancelled"_s;
    case Wire::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString TransfersModel::stateText(const TransferStatus &status)
{
    switch (status.record.state) {
    case Wire::Queued:
        return tr("waiting");
    case Wire::Running:
        return status.record.isUpload() ? tr("uploading") : tr("downloading");
    case Wire::Paused:
        return tr("paused");
    case Wire::Retrying:
        return tr("retrying");
    case Wire::Completed:
        return tr("done");
    case Wire::Failed:
        return tr("failed");
    case Wire::Cancelled:
        return tr("cancelled");
    case Wire::Unknown:
        return tr("answer lost");
    }
    return {};
}

Tone TransfersModel::toneOf(const TransferStatus &status)
{
    switch (status.record.state) {
    case Wire::Queued:
    case Wire::Cancelled:
    case Wire::Paused:
        return Tone::None;
    case Wire::Running:
        return Tone::Running;
    case Wire::Completed:
        return Tone::Fine;
    case Wire::Failed:
        return Tone::Failed;
    case Wire::Retrying:
    case Wire::Unknown:
        return Tone::Attention;
    }
    return Tone::None;
}

QString TransfersModel::directionText(const TransferStatus &status)
{
    return status.record.isUpload() ? tr("upload") : tr("download");
}

int TransfersModel::partsDone(const TransferStatus &status)
{
    return int(std::count(status.parts.cbegin(), status.parts.cend(), PartState::Done));
}

QString TransfersModel::partsText(const TransferStatus &status)
{
    if (status.parts.isEmpty())
        return {};
    return tr("%1 of %2", "parts").arg(format::number(partsDone(status)), format::number(status.parts.size()));
}

QByteArray TransfersModel::partStates(const TransferStatus &status)
{
    QByteArray states;
    states.reserve(status.parts.size());
    for (const PartState part : status.parts)
        states += part == PartState::Done ? 'd' : part == PartState::Moving ? 'r' : 'w';
    return states;
}

CellProgress TransfersModel::progressOf(const TransferStatus &status)
{
    CellProgress progress;
    progress.done = shareDone(status);
    switch (status.record.state) {
    case Wire::Completed:
        progress.tone = Tone::Fine;
        break;
    case Wire::Failed:
        progress.tone = Tone::Failed;
        break;
    case Wire::Retrying:
    case Wire::Unknown:
        progress.tone = Tone::Attention;
        break;
    case Wire::Running:
        progress.tone = Tone::Running;
        break;
    case Wire::Queued:
    case Wire::Paused:
    case Wire::Cancelled:
        progress.tone = Tone::None;
        break;
    }
    return progress;
}

QString TransfersModel::noteText(const TransferStatus &status)
{
    if (status.record.error.kind != ApiError::Kind::None) {
        const ApiError &error = status.record.error;
        return error.message.isEmpty() ? error.headline() : error.headline() + u": "_s + error.message;
    }
    return status.warning.isEmpty() ? status.record.note : status.warning;
}

QString TransfersModel::displayText(const TransferRow &row, Column column) const
{
    const TransferStatus &status = row.status;
    const TransferRecord &record = status.record;
    switch (column) {
    case Name:
        return record.name;
    case Direction:
        return directionText(status);
    case State:
        return stateText(status);
    case Progress: {
        const int percent = hasBegun(status) ? percentDone(status) : -1;
        return percent < 0 ? QString() : tr("%1 %").arg(format::number(percent));
    }
    case Parts:
        return partsText(status);
    case Size:
        return record.size > 0 ? format::size(record.size) : QString();
    case Rate:
        return status.rate > 0 ? format::rate(status.rate) : QString();
    case TimeLeft:
        return status.secondsLeft >= 0 ? format::duration(status.secondsLeft) : QString();
    case Note:
        return noteText(status);
    case Added:
        return format::relativeTime(record.addedAt, m_queue.clock().unixSeconds());
    case Attempts:
        return record.attempts > 0 ? format::number(record.attempts) : QString();
    case Purpose:
        return record.purpose;
    case Path:
        return record.path;
    }
    return {};
}

QString TransfersModel::toolTip(const TransferRow &row, Column column) const
{
    const TransferStatus &status = row.status;
    switch (column) {
    case Progress:
        return status.record.size > 0
            ? tr("%1 of %2").arg(format::size(status.bytesDone), format::exactSize(status.record.size))
            : format::exactSize(status.bytesDone);
    case Parts: {
        const int count = int(status.parts.size());
        return count ? tr("%1 of %Ln part(s) done", nullptr, count).arg(format::number(partsDone(status))) : QString();
    }
    case Size:
        return format::exactSize(status.record.size);
    case Added:
        return format::exactTime(status.record.addedAt);
    case Note:
        return status.record.error.kind == ApiError::Kind::None
            ? format::severalLines(noteText(status), tooltipLength)
            : format::severalLines(status.record.error.details(), tooltipLength);
    default:
        return format::oneLine(displayText(row, column), tooltipLength);
    }
}

QVariant TransfersModel::cell(const TransferRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
        return format::oneLine(displayText(row, which));
    case Qt::AccessibleTextRole: // a screen reader has no strip to look at
        return which == Parts ? toolTip(row, which) : format::oneLine(displayText(row, which));
    case Qt::ToolTipRole:
        return toolTip(row, which);
    case ToneRole:
        if (which == State)
            return int(toneOf(row.status));
        if (which == Note && row.status.record.error.kind == ApiError::Kind::None && !row.status.warning.isEmpty())
            return int(Tone::Attention);
        return {};
    case ProgressRole:
        if (which == Progress)
            return hasBegun(row.status) ? QVariant::fromValue(progressOf(row.status)) : QVariant();
        if (which == Parts && !row.status.parts.isEmpty()) {
            CellProgress strip;
            strip.parts = partStates(row.status);
            return QVariant::fromValue(strip);
        }
        return {};
    default:
        return {};
    }
}

QVariant TransfersModel::raw(const TransferRow &row, int column) const
{
    const TransferStatus &status = row.status;
    const TransferRecord &record = status.record;
    switch (Column(column)) {
    case Name:
        return record.name;
    case Direction:
        return record.isUpload() ? u"upload"_s : u"download"_s;
    case State:
        return stateWord(status);
    case Progress: {
        const int percent = percentDone(status);
        return percent < 0 ? QVariant() : QVariant(percent);
    }
    case Parts:
        return status.parts.isEmpty() ? QVariant() : QVariant(partsDone(status));
    case Size:
        return record.size > 0 ? QVariant(record.size) : QVariant();
    case Rate:
        return status.rate > 0 ? QVariant(qint64(status.rate)) : QVariant();
    case TimeLeft:
        return status.secondsLeft >= 0 ? QVariant(status.secondsLeft) : QVariant();
    case Note:
        return noteText(status);
    case Added:
        return record.addedAt;
    case Attempts:
        return record.attempts;
    case Purpose:
        return record.purpose;
    case Path:
        return record.path;
    }
    return {};
}

int TransfersModel::compareByState(const TransferRow &left, const TransferRow &right)
{
    const TransferRecord &a = left.status.record;
    const TransferRecord &b = right.status.record;
    const int leftRank = rankOf(a.state);
    if (const int byRank = leftRank - rankOf(b.state))
        return byRank;
    if (a.hasEnded()) {
        if (const int byEnd = order(b.endedAt, a.endedAt))
            return byEnd;
    }
    return order(left.place, right.place);
}

int TransfersModel::compare(int column, const TransferRow &left, const TransferRow &right) const
{
    const TransferStatus &a = left.status;
    const TransferStatus &b = right.status;
    switch (Column(column)) {
    case Name:
        return compareText(a.record.name, b.record.name);
    case Direction:
        return order(int(a.record.direction), int(b.record.direction));
    case State:
        return compareByState(left, right);
    case Progress:
        return order(shareDone(a), shareDone(b));
    case Parts:
        return order(partsDone(a), partsDone(b));
    case Size:
        return order(a.record.size, b.record.size);
    case Rate:
        return order(a.rate, b.rate);
    case TimeLeft:
        return order(a.secondsLeft, b.secondsLeft);
    case Note:
        return compareText(noteText(a), noteText(b));
    case Added:
        return order(a.record.addedAt, b.record.addedAt);
    case Attempts:
        return order(a.record.attempts, b.record.attempts);
    case Purpose:
        return compareText(a.record.purpose, b.record.purpose);
    case Path:
        return compareText(a.record.path, b.record.path);
    }
    return 0;
}

} // namespace odc
