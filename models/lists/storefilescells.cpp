// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the cells of StoreFilesModel, and how its rows are ordered.
#include "storefilesmodel.h"

#include "base/format.h"
#include "lists/textorder.h"
#include "stores/filenames.h"
#include "stores/storetext.h"

#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

QString attributesText(const QJsonObject &attributes)
{
    return attributes.isEmpty() ? QString()
                                : QString::fromUtf8(QJsonDocument(attributes).toJson(QJsonDocument::Compact));
}

} // namespace

Tone StoreFilesModel::toneOf(const StoreFile &file, qint64 nowUnix)
{
    if (file.isFailed())
        return Tone::Failed;
    if (file.status == "completed"_L1)
        return Tone::Fine;
    return file.status == "in_progress"_L1 && !storetext::isStuck(file, nowUnix) ? Tone::Running
                                                                                 : Tone::Attention;
}

QString StoreFilesModel::displayText(const StoreRow &row, Column column) const
{
    if (row.kind == StoreRow::Kind::More)
        return column == Name ? row.text : QString();
    if (row.kind == StoreRow::Kind::Batch) {
        const StoreFileCounts &counts = row.batch.counts;
        switch (column) {
        case Name:
            return counts.total > 0 ? tr("Batch of %Ln file(s)", nullptr, int(counts.total))
                                    : tr("Batch of files");
        case Files:
            return counts.total > 0 ? format::number(counts.total - counts.inProgress) : QString();
        case State:
            return storetext::state(row.batch);
        case Created:
            return row.batch.createdAt ? format::relativeTime(*row.batch.createdAt, nowUnix()) : QString();
        case Id:
            return format::oneLine(row.id);
        default:
            return {};
        }
    }
    const StoreFile &file = row.file;
    switch (column) {
    case Name:
        return storetext::fileName(m_names, file.id);
    case Files:
        return {};
    case State:
        return storetext::state(file, nowUnix());
    case Size:
        return file.usageBytes > 0 ? format::size(file.usageBytes) : QString();
    case Created:
        return file.createdAt ? format::relativeTime(*file.createdAt, nowUnix()) : tr("unknown");
    case Id:
        return format::oneLine(file.id);
    case Chunking:
        return storetext::chunking(file);
    case Reason:
        return format::oneLine(storetext::reason(file, nowUnix()));
    case Attributes:
        return format::oneLine(attributesText(file.attributes));
    }
    return {};
}

QString StoreFilesModel::toolTip(const StoreRow &row, Column column) const
{
    if (row.kind == StoreRow::Kind::More)
        return tr("Enter or a double click reads the next %Ln file(s).", nullptr, pageSize);
    if (row.kind == StoreRow::Kind::Batch) {
        if (column == Name)
            return row.id;
        return column == State || column == Files ? storetext::counts(row.batch.counts) : QString();
    }
    const StoreFile &file = row.file;
    switch (column) {
    case Name: {
        const QString id =
            m_names.isGone(file.id) ? tr("%1: the file itself was deleted").arg(file.id) : file.id;
        const QString name = m_names.nameOf(file.id);
        return format::oneLine(name.isEmpty() ? id : name + u" · "_s + id, tooltipLength);
    }
    case State:
        return format::severalLines(storetext::reason(file, nowUnix()), tooltipLength);
    case Size:
        return format::exactSize(file.usageBytes);
    case Created:
        return file.createdAt ? tr("Put in %1").arg(format::exactTime(*file.createdAt)) : QString();
    default:
        return {};
    }
}

QVariant StoreFilesModel::cell(const StoreRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, which);
    case Qt::AccessibleTextRole: {
        const QString reason = which == State ? toolTip(row, which) : QString();
        const QString text = displayText(row, which);
        return reason.isEmpty() ? text : text + u". "_s + reason;
    }
    case Qt::ToolTipRole:
        return toolTip(row, which);
    case FailureTextRole:
        return row.isFault;
    case ToneRole:
        if (which != State || row.kind == StoreRow::Kind::More)
            return {};
        if (row.kind == StoreRow::Kind::File)
            return int(toneOf(row.file, nowUnix()));
        if (row.batch.counts.failed > 0 || row.batch.status == "cancelled"_L1)
            return int(Tone::Attention);
        return int(row.batch.status == "failed"_L1 ? Tone::Failed
                   : row.batch.isFinished()        ? Tone::Fine
                                                   : Tone::Running);
    default:
        return {};
    }
}

QVariant StoreFilesModel::raw(const StoreRow &row, int column) const
{
    if (row.kind == StoreRow::Kind::More)
        return {};
    if (row.kind == StoreRow::Kind::Batch) {
        switch (Column(column)) {
        case Files:
            return row.batch.counts.total;
        case State:
            return row.batch.status;
        case Created:
            return row.batch.createdAt ? QVariant(*row.batch.createdAt) : QVariant();
        case Id:
            return row.id;
        default:
            return {};
        }
    }
    const StoreFile &file = row.file;
    switch (Column(column)) {
    case Name:
        return m_names.nameOf(file.id);
    case Files:
        return {};
    case State:
        return file.status;
    case Size:
        return file.usageBytes;
    case Created:
        return file.createdAt ? QVariant(*file.createdAt) : QVariant();
    case Id:
        return file.id;
    case Chunking:
        return storetext::chunking(file);
    case Reason:
        return storetext::reason(file, nowUnix());
    case Attributes:
        return attributesText(file.attributes);
    }
    return {};
}

int StoreFilesModel::compare(int column, const StoreRow &left, const StoreRow &right) const
{
    if (left.kind != right.kind || left.kind == StoreRow::Kind::More)
        return order(int(left.kind), int(right.kind));
    if (left.kind == StoreRow::Kind::Batch)
        return order(left.batch.createdAt.value_or(0), right.batch.createdAt.value_or(0));
    switch (Column(column)) {
    case Name:
        return compareText(storetext::fileName(m_names, left.file.id),
                           storetext::fileName(m_names, right.file.id));
    case Size:
        return order(left.file.usageBytes, right.file.usageBytes);
    case State:
        // What wants to be seen first: failed, stuck, moving, fine.
        if (const Tone a = toneOf(left.file, nowUnix()), b = toneOf(right.file, nowUnix()); a != b)
            return order(int(b), int(a));
        return left.file.status.compare(right.file.status);
    case Created:
        return order(left.file.createdAt.value_or(0), right.file.createdAt.value_or(0));
    case Id:
        return left.id.compare(right.id);
    case Chunking:
        return storetext::chunking(left.file).compare(storetext::chunking(right.file));
    case Reason:
        return left.file.errorCode.compare(right.file.errorCode);
    case Attributes:
        return order(left.file.attributes.size(), right.file.attributes.size());
    case Files:
        return 0;
    }
    return 0;
}

} // namespace odc
