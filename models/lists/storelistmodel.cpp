// SPDX-License-Identifier: GPL-3.0-or-later
#include "storelistmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/storefilesmodel.h"
#include "lists/textorder.h"
#include "stores/filenames.h"
#include "stores/storetext.h"

namespace odc {

using namespace Qt::StringLiterals;

StoreListModel::StoreListModel(Session &session, FileNames &names, QObject *parent)
    : PagedModel(parent), m_session(session), m_names(names)
{
    setColumns({{"name"_ba, tr("File"), ColumnType::Text, 200, true, false, 260},
                {"state"_ba, tr("State"), ColumnType::State, 140, true},
                {"reason"_ba, tr("Reason"), ColumnType::Text, 280, true},
                {"created"_ba, tr("Put in"), ColumnType::Time, 104, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, false}});
    connect(&names, &FileNames::named, this, [this](const QSet<QString> &ids) {
        std::vector<int> rows;
        for (const QString &id : ids) {
            if (const int row = rowOf(id); row >= 0)
                rows.push_back(row);
        }
        changeRows(std::move(rows), [](StoreFile &) {});
    });
    connect(this, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        QStringList ids;
        for (int row = first; row <= last; ++row)
            ids << rowId(row);
        m_names.want(ids);
    });
}

void StoreListModel::show(const QString &storeId, const QString &batchId, const QString &filter)
{
    if (storeId == m_storeId && batchId == m_batchId && filter == m_filter)
        return;
    stop();
    m_storeId = storeId;
    m_batchId = batchId;
    m_filter = filter;
    clear();
    setLoadState(LoadState::Idle);
    if (!storeId.isEmpty())
        refresh();
}

QString StoreListModel::displayText(const StoreFile &file, Column column) const
{
    switch (column) {
    case Name:
        return storetext::fileName(m_names, file.id);
    case State:
        return storetext::state(file, nowUnix());
    case Reason:
        return format::oneLine(storetext::reason(file, nowUnix()));
    case Created:
        return file.createdAt ? format::relativeTime(*file.createdAt, nowUnix()) : tr("unknown");
    case Id:
        return format::oneLine(file.id);
    }
    return {};
}

QVariant StoreListModel::cell(const StoreFile &file, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return displayText(file, which);
    case Qt::ToolTipRole:
        if (which == Reason || which == State)
            return format::severalLines(storetext::reason(file, nowUnix()));
        if (which == Created)
            return file.createdAt ? format::exactTime(*file.createdAt) : QString();
        return which == Name ? format::oneLine(file.id) : QString();
    case ToneRole:
        return which == State ? QVariant(int(StoreFilesModel::toneOf(file, nowUnix()))) : QVariant();
    default:
        return {};
    }
}

QVariant StoreListModel::raw(const StoreFile &file, int column) const
{
    switch (Column(column)) {
    case Name:
        return m_names.nameOf(file.id);
    case State:
        return file.status;
    case Reason:
        return storetext::reason(file, nowUnix());
    case Created:
        return file.createdAt ? QVariant(*file.createdAt) : QVariant();
    case Id:
        return file.id;
    }
    return {};
}

int StoreListModel::compare(int column, const StoreFile &left, const StoreFile &right) const
{
    switch (Column(column)) {
    case Name:
        return compareText(storetext::fileName(m_names, left.id), storetext::fileName(m_names, right.id));
    case State:
        return left.status.compare(right.status);
    case Reason:
        return left.errorCode.compare(right.errorCode);
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    case Id:
        return left.id.compare(right.id);
    }
    return 0;
}

StoreListModel::Fetch StoreListModel::pageFetch()
{
    return [this](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
        StoreListQuery query;
        query.limit = 100;
        query.order = u"desc"_s;
        query.filter = m_filter;
        query.after = after;
        return m_batchId.isEmpty()
                   ? m_session.stores().listFiles(m_storeId, query, this, std::move(done))
                   : m_session.stores().listBatchFiles(m_storeId, m_batchId, query, this, std::move(done));
    };
}

qint64 StoreListModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
