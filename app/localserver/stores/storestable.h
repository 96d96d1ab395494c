// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/objecttable.h"
#include "localserver/serverclock.h"
#include "localserver/stores/chunkindex.h"

#include <QJsonObject>

namespace odc::server {

/** What a request to make or to change a store asks for. Members that are nothing stay as they are. */
struct StoreWish
{
    std::optional<QJsonValue> name; ///< null = none
    std::optional<QString> description;
    std::optional<std::optional<qint64>> days; ///< after the last activity; nothing in it = never
    std::optional<QJsonObject> metadata;
};

/**
 * Vector stores, with how many files of which state each has. A store that came with an archive is kept as
 * its text, whatever it says; of those that are worked with, a row beside it has what changes by itself.
 * Thread-safe. The functions throw ApiFault 404 for what is not there, and StorageError.
 */
class StoresTable
{
public:
    StoresTable(const Storage &storage, const ServerClock &clock);

    /** The statements that make the tables of stores, their files and their batches of files. */
    static QStringList schema();

    const ObjectTable &stores() const { return m_stores; }
    const ChunkIndex &index() const { return m_index; }

    /** Adds an empty store; inside of a transaction or without. Returns its id. */
    QString add(const StoreWish &wish) const;
    /** The same with an id and times of the caller's, for seeding. */
    void add(const QString &id, const StoreWish &wish, qint64 createdAt, qint64 activeAt) const;
    /** The object's text as the API shows it now. */
    QByteArray store(const QString &id) const;
    Page page(const PageRequest &request) const;
    /** Changes it. ApiFault 400 when it has expired and shall live longer. */
    void modify(const QString &id, const StoreWish &wish) const;
    /** Removes the store with everything that is in it; the files themselves stay. */
    void remove(const QString &id) const;

    /** ApiFault 404 unless it is there. */
    void require(const QString &id) const;
    /** ApiFault 400 when it has expired, 404 when it is not there. \p what: "Files cannot be added to it". */
    void requireAlive(const QString &id, const QString &what) const;
    /** Somebody used it: from now on its lifetime counts. Nothing happens where nothing may be written. */
    void touch(const QString &id) const;
    /** Notes that \p files files went from one state to another, either of which may be empty (not there),
     * and how many more bytes they take. Of an archived store nothing is noted. */
    void count(const QString &id, const QString &from, const QString &to, qint64 files, qint64 bytes) const;

    /** The stores that are to expire by now: they keep their files, but nothing can be found in them. */
    QStringList overdue() const;
    /** Marks one of them. */
    void expire(const QString &id) const;
    /** Adds or replaces a store of another server as it is. False when the very same was there. */
    bool putArchived(const ObjectTable::Row &row) const;
    /** The stores that came with an archive and are not worked with yet. */
    QStringList foreign() const;
    /** Makes one of them a store like others: it does not expire any more. What is counted is up to the
     * caller. */
    void adopt(const QString &id) const;

private:
    QByteArray shown(const QString &id, const QByteArray &object) const;
    void setTimes(const QString &id, qint64 activeAt, std::optional<qint64> days) const;

    const Storage &m_storage;
    const ServerClock &m_clock;
    const ObjectTable m_stores;
    const ChunkIndex m_index;
};

} // namespace odc::server
