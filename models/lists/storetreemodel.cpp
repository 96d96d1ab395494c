// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetreemodel.h"

#include "api/session.h"
#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Stores beyond one page are not all asked for every few seconds because one of them is indexing.
constexpr int mostPolledAsList = 100;
constexpr int mostPolledOneByOne = 20;
/// The more lists, the less often: the service is asked 20 times a minute at most.
constexpr int msForList = 3'000;

} // namespace

StoreTreeModel::StoreTreeModel(Session &session, FileNames &names, QObject *parent)
    : ListTreeModel(parent), m_session(session), m_names(names),
      m_stores(new VectorStoresModel(session, this))
{
    ColumnInfo active{"active"_ba, tr("Last active"), ColumnType::Time, 122, true};
    ColumnInfo expires{"expires"_ba, tr("Expires"), ColumnType::Time, 104, true};
    expires.ahead = true;
    setUp(m_stores, {{"name"_ba, tr("Store / file"), ColumnType::Text, 200, true},
                     {"files"_ba, tr("Files"), ColumnType::Number, 64, true},
                     {"state"_ba, tr("State"), ColumnType::State, 156, true},
                     {"size"_ba, tr("Size"), ColumnType::Bytes, 84, true},
                     {"cost"_ba, tr("Cost a day"), ColumnType::Number, 88, true},
                     active,
                     expires,
                     {"created"_ba, tr("Created"), ColumnType::Time, 104, true},
                     {"id"_ba, tr("ID"), ColumnType::Id, 128, false},
                     {"chunking"_ba, tr("Chunking"), ColumnType::Text, 120, false}});
    connect(m_stores, &RowModelBase::loadStateChanged, this, [this] {
        if (m_stores->loadState() == LoadState::Ready)
            followCounts();
        if (m_stores->loadState() != LoadState::Loading)
            schedulePoll();
    });
}

int StoreTreeModel::topColumn(int column) const
{
    switch (Column(column)) {
    case Name:
        return VectorStoresModel::Name;
    case Files:
        return VectorStoresModel::Files;
    case State:
        return VectorStoresModel::State;
    case Size:
        return VectorStoresModel::Size;
    case Cost:
        return VectorStoresModel::Cost;
    case Active:
        return VectorStoresModel::Active;
    case Expires:
        return VectorStoresModel::Expires;
    case Created:
        return VectorStoresModel::Created;
    case Id:
        return VectorStoresModel::Id;
    case Chunking:
        return -1;
    }
    return -1;
}

int StoreTreeModel::belowColumn(int column) const
{
    switch (Column(column)) {
    case Name:
        return StoreFilesModel::Name;
    case Files:
        return StoreFilesModel::Files;
    case State:
        return StoreFilesModel::State;
    case Size:
        return StoreFilesModel::Size;
    case Created:
        return StoreFilesModel::Created;
    case Id:
        return StoreFilesModel::Id;
    case Chunking:
        return StoreFilesModel::Chunking;
    case Cost:
    case Active:
    case Expires:
        return -1;
    }
    return -1;
}

StoreFilesModel *StoreTreeModel::filesOf(const Node &node)
{
    return static_cast<StoreFilesModel *>(node.rows); // made by makeRows()
}

RowModelBase *StoreTreeModel::makeRows(const QString &storeId)
{
    return new StoreFilesModel(m_session, m_names, storeId, this);
}

void StoreTreeModel::rowsAdded(RowModelBase *rows)
{
    auto *files = static_cast<StoreFilesModel *>(rows);
    connect(files, &StoreFilesModel::batchEnded, this, &StoreTreeModel::readStore);
    connect(files, &RowModelBase::loadStateChanged, this, [this, files] {
        if (files->isWalking())
            return;
        const VectorStore *store = m_stores->item(files->storeId());
        if (store && files->loadState() == LoadState::Ready)
            m_counts.insert(store->id, store->counts);
        schedulePoll();
    });
    if (const VectorStore *store = m_stores->item(files->storeId()))
        files->setExpected(store->counts.total);
}

void StoreTreeModel::rowsLeaving(RowModelBase *rows)
{
    const QString id = static_cast<StoreFilesModel *>(rows)->storeId();
    m_counts.remove(id);
    m_reading.take(id).cancel();
}

void StoreTreeModel::refresh()
{
    m_stores->refresh();
    for (const auto &node : nodes())
        filesOf(*node)->refresh();
}

void StoreTreeModel::stop()
{
    m_stores->stop();
    for (const auto &node : nodes())
        filesOf(*node)->stop();
}

const VectorStore *StoreTreeModel::storeAt(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    return node ? m_stores->item(node->row) : nullptr;
}

const StoreRow *StoreTreeModel::rowAt(const QModelIndex &index) const
{
    return isBelow(index) ? filesOf(*nodeAt(index))->item(index.row()) : nullptr;
}

const StoreFile *StoreTreeModel::fileAt(const QModelIndex &index) const
{
    const StoreRow *row = rowAt(index);
    return row && row->kind == StoreRow::Kind::File ? &row->file : nullptr;
}

const StoreFileBatch *StoreTreeModel::batchAt(const QModelIndex &index) const
{
    const StoreRow *row = rowAt(index);
    return row && row->kind == StoreRow::Kind::Batch ? &row->batch : nullptr;
}

bool StoreTreeModel::isMore(const QModelIndex &index) const
{
    const StoreRow *row = rowAt(index);
    return row && row->kind == StoreRow::Kind::More;
}

QModelIndex StoreTreeModel::indexOfFile(const QString &storeId, const QString &fileId) const
{
    const Node *node = nodeOf(storeId);
    const int row = node ? node->rows->rowOf(fileId) : -1;
    return row >= 0 && row < node->count ? index(row, 0, indexOfNode(node)) : QModelIndex();
}

StoreFilesModel *StoreTreeModel::filesOf(const QString &storeId) const
{
    const Node *node = nodeOf(storeId);
    return node ? filesOf(*node) : nullptr;
}

void StoreTreeModel::openStore(const QString &storeId)
{
    if (StoreFilesModel *files = filesOf(storeId))
        files->open();
}

void StoreTreeModel::loadMore(const QModelIndex &index)
{
    if (const Node *node = nodeAt(index))
        filesOf(*node)->loadMore();
}

void StoreTreeModel::loadAll(const QString &storeId)
{
    if (StoreFilesModel *files = filesOf(storeId))
        files->loadAll();
}

void StoreTreeModel::takeStore(const VectorStore &store)
{
    m_stores->addFresh(store);
    followCounts();
    schedulePoll();
}

void StoreTreeModel::takeFile(const QString &storeId, const StoreFile &file)
{
    if (StoreFilesModel *files = filesOf(storeId)) {
        files->take(file);
        schedulePoll();
    }
}

void StoreTreeModel::takeKnownFiles(const QString &storeId, const QList<StoreFile> &files)
{
    if (StoreFilesModel *rows = filesOf(storeId)) {
        rows->takeKnown(files);
        schedulePoll();
    }
}

void StoreTreeModel::removeStores(const QSet<QString> &ids)
{
    m_stores->removeIds(ids);
}

void StoreTreeModel::removeFiles(const QString &storeId, const QSet<QString> &ids)
{
    if (StoreFilesModel *files = filesOf(storeId))
        files->removeIds(ids);
}

void StoreTreeModel::removeFilesEverywhere(const QSet<QString> &ids)
{
    for (const auto &node : nodes())
        filesOf(*node)->removeIds(ids);
}

void StoreTreeModel::setBatches(const QString &storeId, const QStringList &batchIds)
{
    if (StoreFilesModel *files = filesOf(storeId)) {
        files->setBatches(batchIds);
        schedulePoll();
    }
}

void StoreTreeModel::readStore(const QString &storeId)
{
    if (StoreFilesModel *files = filesOf(storeId))
        files->refresh();
    if (m_reading.contains(storeId))
        return;
    m_reading.insert(storeId, m_session.stores().retrieve(
                                  storeId, this, [this, storeId](const Result<VectorStore> &store) {
                                      m_reading.remove(storeId);
                                      if (store)
                                          takeStore(*store);
                                      else if (store.error().kind == ApiError::Kind::NotFound)
                                          removeStores({storeId});
                                  }));
}

void StoreTreeModel::followCounts()
{
    for (const auto &node : nodes()) {
        StoreFilesModel *files = filesOf(*node);
        const VectorStore *store = m_stores->item(node->row);
        files->setExpected(store->counts.total);
        if (files->loadState() == LoadState::Idle)
            continue;
        // Not opened yet: there is nothing of it to be read again. Moving files are looked at by themselves.
        const auto before = m_counts.constFind(store->id);
        if (before != m_counts.cend() && !(*before == store->counts) && files->moving() == 0)
            files->refresh();
    }
}

bool StoreTreeModel::isMoving() const
{
    return m_stores->indexing() > 0 || std::any_of(nodes().cbegin(), nodes().cend(), [](const auto &node) {
               return filesOf(*node)->moving() > 0 || filesOf(*node)->hasOpenBatches();
           });
}

void StoreTreeModel::setPollInterval(int ms)
{
    if (m_pollMs == ms)
        return;
    m_pollMs = ms;
    m_pollDue = false; // by the new interval
    schedulePoll();
}

void StoreTreeModel::schedulePoll()
{
    if (m_pollMs <= 0 || !isMoving()) {
        m_pollDue = false;
        return;
    }
    // What is due is not put off: lists that are read as often as that would put it off for ever.
    if (m_pollDue)
        return;
    m_pollDue = true;
    const quint64 round = ++m_round;
    const int lists = int(std::count_if(nodes().cbegin(), nodes().cend(), [](const auto &node) {
        return filesOf(*node)->moving() > 0 || filesOf(*node)->hasOpenBatches();
    }));
    m_session.clock().callLater(std::max(m_pollMs, (lists - 1) * msForList), this, [this, round] {
        if (round != m_round || !std::exchange(m_pollDue, false))
            return;
        poll();
    });
}

void StoreTreeModel::poll()
{
    for (const auto &node : nodes()) {
        filesOf(*node)->poll();
        filesOf(*node)->pollBatches();
    }
    if (m_stores->indexing() > 0 && m_stores->rowCount() <= mostPolledAsList) {
        m_stores->refresh();
    } else {
        QStringList indexing;
        for (const VectorStore &store : m_stores->items()) {
            if (store.isIndexing() && indexing.size() < mostPolledOneByOne)
                indexing << store.id;
        }
        for (const QString &id : std::as_const(indexing)) {
            if (m_reading.contains(id))
                continue;
            m_reading.insert(
                id, m_session.stores().retrieve(id, this, [this, id](const Result<VectorStore> &store) {
                    m_reading.remove(id);
                    if (store)
                        takeStore(*store);
                }));
        }
    }
    schedulePoll();
}

bool StoreTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool StoreTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || isBelow(parent) || parent.column() != 0)
        return false;
    const Node &node = *nodeAt(parent);
    const VectorStore *store = m_stores->item(node.row);
    return node.rows->loadState() == LoadState::Idle && store &&
           (store->counts.total > 0 || store->isIndexing());
}

void StoreTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        filesOf(*nodeAt(parent))->open();
}

} // namespace odc
