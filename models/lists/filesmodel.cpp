// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

/// Files that never expire come after all that do.
qint64 expiryKey(const FileObject &file)
{
    return file.expiresAt.value_or(std::numeric_limits<qint64>::max());
}

} // namespace

FilesModel::FilesModel(Session &session, QObject *parent) : PagedModel(parent), m_session(session)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 260, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, true},
                {"purpose"_ba, tr("Purpose"), ColumnType::Text, 138, true},
                {"size"_ba, tr("Size"), ColumnType::Bytes, 86, true},
                {"status"_ba, tr("Status"), ColumnType::State, 112, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 116, true},
                {"expires"_ba, tr("Expires"), ColumnType::Time, 104, true, true}});
}

Tone FilesModel::toneOf(const FileObject &file)
{
    if (file.status == "processed"_L1 || file.status.isEmpty())
        return Tone::Fine;
    if (file.status == "error"_L1)
        return Tone::Failed;
    if (file.status == "uploaded"_L1)
        return Tone::Running;
    return Tone::Attention;
}

QString FilesModel::statusText(const FileObject &file)
{
    // The field is deprecated and may be missing; such a file is as usable as a processed one (WIRE §4).
    return file.status.isEmpty() ? tr("stored") : file.status;
}

Tone FilesModel::expiryTone(const FileObject &file, qint64 nowUnix)
{
    constexpr qint64 soon = 24 * 3600;
    return file.expiresAt && *file.expiresAt - nowUnix < soon ? Tone::Attention : Tone::None;
}

qint64 FilesModel::totalBytes() const
{
    qint64 sum = 0;
    for (const FileObject &file : items())
        sum += std::clamp<qint64>(file.bytes, 0, std::numeric_limits<qint64>::max() - sum); // ends at the top
    return sum;
}

const QString *FilesModel::sortText(int column, int row) const
{
    const FileObject *file = item(row);
    return file && Column(column) == Name ? &file->filename : nullptr;
}

QString FilesModel::displayText(const FileObject &file, Column column) const
{
    switch (column) {
    case Name:
        return file.filename.isEmpty() ? tr("(no name)") : format::oneLine(file.filename);
    case Id:
        return format::oneLine(file.id);
    case Purpose:
        return format::oneLine(file.purpose);
    case Size:
        return format::size(file.bytes);
    case Status:
        return format::oneLine(statusText(file));
    case Created:
        return file.createdAt ? format::relativeTime(*file.createdAt, nowUnix()) : tr("unknown");
    case Expires:
        return file.expiresAt ? format::relativeTime(*file.expiresAt, nowUnix()) : tr("never");
    }
    return {};
}

QString FilesModel::toolTip(const FileObject &file, Column column) const
{
    switch (column) {
    case Name:
        return format::oneLine(file.filename, tooltipLength);
    case Id:
        return format::oneLine(file.id, tooltipLength);
    case Purpose:
        return format::oneLine(filepurpose::description(file.purpose), tooltipLength);
    case Size:
        return format::exactSize(file.bytes);
    case Status:
        return format::severalLines(file.statusDetails, tooltipLength);
    case Created:
        return file.createdAt ? format::exactTime(*file.createdAt) : QString();
    case Expires:
        return file.expiresAt ? format::exactTime(*file.expiresAt) : tr("This file is kept until it is deleted.");
    }
    return {};
}

QVariant FilesModel::cell(const FileObject &file, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(file, which);
    case Qt::ToolTipRole:
        return toolTip(file, which);
    case Qt::AccessibleTextRole:
        return displayText(file, which);
    case ToneRole:
        if (which == Status)
            return int(toneOf(file));
        if (which == Expires) {
            const Tone tone = expiryTone(file, nowUnix());
            return tone == Tone::None ? QVariant() : QVariant(int(tone));
        }
        return {};
    default:
        return {};
    }
}

QVariant FilesModel::raw(const FileObject &file, int column) const
{
    switch (Column(column)) {
    case Name:
        return file.filename;
    case Id:
        return file.id;
    case Purpose:
        return file.purpose;
    case Size:
        return file.bytes;
    case Status:
        return file.status;
    case Created:
        return file.createdAt ? QVariant(*file.createdAt) : QVariant();
    case Expires:
        return file.expiresAt ? QVariant(*file.expiresAt) : QVariant();
    }
    return {};
}

int FilesModel::compare(int column, const FileObject &left, const FileObject &right) const
{
    switch (Column(column)) {
    case Name:
        return compareText(left.filename, right.filename);
    case Id:
        return left.id.compare(right.id);
    case Purpose:
        return left.purpose.compare(right.purpose);
    case Size:
        return order(left.bytes, right.bytes);
    case Status:
        return left.status.compare(right.status);
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Expires:
        return order(expiryKey(left), expiryKey(right));
    }
    return 0;
}

FilesModel::Fetch FilesModel::pageFetch()
{
    return [this](const QString &after, std::function<void(Result<Page<FileObject>>)> done) {
        FileListQuery query;
        query.limit = 10'000;
        query.after = after;
        return m_session.files().list(query, this, std::move(done));
    };
}

qint64 FilesModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
