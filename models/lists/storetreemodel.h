// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listtreemodel.h"
#include "lists/storefilesmodel.h"
#include "lists/vectorstoresmodel.h"

namespace odc {

/// Vector stores with their files, and the batches of files that are under way, below them. The files of a
/// store are read page by page once it is opened. GUI thread.
class StoreTreeModel final : public ListTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Files, State, Size, Cost, Active, Expires, Created, Id, Chunking };

    /// `names` outlives the model.
    StoreTreeModel(Session &session, FileNames &names, QObject *parent = nullptr);

    Session &session() const { return m_session; }
    FileNames &names() const { return m_names; }
    VectorStoresModel &stores() const { return *m_stores; }

    /// Asks anew for the stores, and for what was read of the opened ones.
    void refresh() override;
    void stop() override;

    /// Of a row below: the store it belongs to. Null where there is none.
    const VectorStore *storeAt(const QModelIndex &index) const;
    /// Null when it is no row below a store.
    const StoreRow *rowAt(const QModelIndex &index) const;
    /// Null when it is no file / no batch.
    const StoreFile *fileAt(const QModelIndex &index) const;
    const StoreFileBatch *batchAt(const QModelIndex &index) const;
    /// It stands for files that were not read yet.
    bool isMore(const QModelIndex &index) const;
    /// A file may be in several stores.
    QModelIndex indexOfFile(const QString &storeId, const QString &fileId) const;
    /// Null when there is no such store.
    StoreFilesModel *filesOf(const QString &storeId) const;

    void openStore(const QString &storeId);
    /// The next page of the store this row belongs to.
    void loadMore(const QModelIndex &index);
    void loadAll(const QString &storeId);

    /// Made, changed or read anew from here.
    void takeStore(const VectorStore &store);
    void takeFile(const QString &storeId, const StoreFile &file);
    /// The same of many, at once; those that were not read come with their pages.
    void takeKnownFiles(const QString &storeId, const QList<StoreFile> &files);
    void removeStores(const QSet<QString> &ids);
    void removeFiles(const QString &storeId, const QSet<QString> &ids);
    /// The files themselves were deleted: they leave every store.
    void removeFilesEverywhere(const QSet<QString> &ids);
    void setBatches(const QString &storeId, const QStringList &batchIds);
    /// Asks for this store again, and for what was read of its files.
    void readStore(const QString &storeId);

    /// Milliseconds between two looks at what moves; 0: none.
    void setPollInterval(int ms);
    /// Files or batches that were read are under way, or a store says so.
    bool isMoving() const;

    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    RowModelBase *makeRows(const QString &storeId) override;
    void rowsAdded(RowModelBase *rows) override;
    void rowsLeaving(RowModelBase *rows) override;
    int topColumn(int column) const override;
    int belowColumn(int column) const override;

private:
    static StoreFilesModel *filesOf(const Node &node);
    void followCounts();
    void schedulePoll();
    void poll();

    Session &m_session;
    FileNames &m_names;
    VectorStoresModel *m_stores;
    QHash<QString, StoreFileCounts> m_counts; ///< by store, as they were when its files were read last
    QHash<QString, Call> m_reading;
    int m_pollMs = 0;
    quint64 m_round = 0; ///< a poll by another interval is not made
    bool m_pollDue = false;
};

} // namespace odc
