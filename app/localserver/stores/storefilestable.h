// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"
#include "localserver/stores/chunkingstrategy.h"
#include "localserver/stores/storestable.h"
#include "localserver/stores/textextraction.h"

namespace odc::server {

/** A file that is to be in a store, and how. */
struct AttachWish
{
    QString fileId;
    std::optional<QJsonObject> attributes;
    std::optional<ChunkingStrategy> chunking;
};

/** A file that is to be indexed. */
struct StoreJob
{
    qint64 seq = 0; ///< they are taken up in that order
    QString storeId;
    QString fileId;
    bool again = false; ///< it failed, or was cancelled, and was attached once more
};

/** What became of it. */
struct StoreOutcome
{
    QStringList chunks;
    std::optional<FileFault> fault; ///< then there are no chunks
};

/**
 * The files of vector stores, and which of them are still to be indexed. Thread-safe. The functions throw
 * ApiFault 404 for what is not there, and StorageError. Where a function is said to belong into a
 * transaction, the caller has begun one.
 */
class StoreFilesTable
{
public:
    StoreFilesTable(const Storage &storage, const StoresTable &stores, const FilesTable &files,
                    const ServerClock &clock);

    const StoresTable &stores() const { return m_stores; }

    /** Puts files into a store, in a transaction; all of them must exist. One that is in the store already
     * gets the attributes that the wish has; it is indexed anew when it is to be cut in another way, or
     * when it failed or was cancelled, and stays as it is else. \p param: what to blame for a file that
     * does not exist. */
    void attach(const QString &storeId, const QList<AttachWish> &wishes, const QString &param) const;
    /** The same with a time of the caller's, for seeding; the store does not count as used. */
    void attachAt(const QString &storeId, const QList<AttachWish> &wishes, qint64 at) const;
    /** The object's text. */
    QByteArray file(const QString &storeId, const QString &fileId) const;
    /** One page of a store's files, or of those of one batch; \p status empty = all. */
    Page page(const PageRequest &request, const QString &storeId, const QString &status,
              const QString &batchId = {}) const;
    void setAttributes(const QString &storeId, const QString &fileId, const QJsonObject &attributes) const;
    /** Takes a file out of the store, in a transaction. */
    void detach(const QString &storeId, const QString &fileId) const;
    /** Whether it is in a store that is worked with. */
    bool isAttached(const QString &fileId) const { return !storesWith(fileId).isEmpty(); }
    /** Takes a file out of all stores that are worked with, in a transaction: it was deleted. */
    void detachEverywhere(const QString &fileId) const;
    /** Those of \p fileIds that are to be indexed are not, in a transaction. */
    void cancel(const QString &storeId, const QStringList &fileIds) const;
    /** Expires stores whose time is over, and takes files out that have expired themselves. */
    void settle() const;
    /** The attributes of one file; empty when it is not there. */
    QJsonObject attributes(const QString &storeId, const QString &fileId) const;
    /** What a file is called; empty when it does not exist. */
    QString filename(const QString &fileId) const;

    /** Files that are to be indexed, at most that many, behind the one that was taken up last. */
    QList<StoreJob> jobs(qint64 behind, int atMost) const;
    /** Those of one store. */
    QList<StoreJob> jobsOf(const QString &storeId) const;
    bool isWanted(const StoreJob &job) const;
    /** What to cut, and how: nothing when it is gone. */
    std::optional<ChunkingStrategy> chunking(const StoreJob &job) const;
    /** Stores what became of it, in a transaction, unless nobody wants it any more. */
    void finish(const StoreJob &job, const StoreOutcome &outcome) const;

    /** What GET .../content answered elsewhere, kept as it is; of an archived file. */
    std::optional<QByteArray> archivedPage(const QString &storeId, const QString &fileId) const;
    /** Adds or replaces that, with the texts that can be found in it; in a transaction. */
    void putArchivedPage(const QString &storeId, const QString &fileId, const QByteArray &page,
                         const QStringList &texts) const;
    bool putArchived(const ObjectTable::Row &row) const { return m_rows.put(row); }
    /** Makes stores that came with an archive stores like others. What was being indexed elsewhere fails. */
    void adoptForeign() const;

private:
    void put(const QString &storeId, const QList<AttachWish> &wishes, const QString &param, qint64 at) const;
    QStringList storesWith(const QString &fileId) const;
    void update(const QString &storeId, const QJsonObject &file) const;
    void attachAgain(const QString &storeId, QJsonObject file, const AttachWish &wish) const;
    QList<StoreJob> jobsWhere(const QString &condition, const QVariantList &values) const;
    void addWork(const QString &storeId, const QString &fileId, bool again) const;

    const Storage &m_storage;
    const StoresTable &m_stores;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    const ObjectTable m_rows;
};

} // namespace odc::server
