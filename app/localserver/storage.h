// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/blobstore.h"
#include "localserver/folderlock.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>

namespace odc::server {

/** Thrown when the database refuses; the dispatcher answers 500. */
struct StorageError
{
    QString text;
};

/**
 * A data folder: SQLite for objects, files on disk for bytes, locked against a second server.
 * Thread-safe; every thread works on a connection of its own, which ends with the thread.
 */
class Storage
{
public:
    /** Opens or creates \p dataDir. Null with a reason a person can act on when that fails. */
    static std::unique_ptr<Storage> open(const QString &dataDir, bool readOnly, QString *error);
    ~Storage();

    /** Absolute path. */
    const QString &dataDir() const { return m_dataDir; }
    bool isReadOnly() const { return m_readOnly; }
    const BlobStore &blobs() const { return m_blobs; }

    /** Runs one statement with positional values on this thread's connection. Throws StorageError. */
    QSqlQuery run(const QString &sql, const QVariantList &values = {}) const;

    /** The calling thread's connection. Throws StorageError when it cannot be opened. */
    QSqlDatabase connection() const;
    /** Closes the calling thread's connection, for threads that live on and do not come back soon. */
    void leaveThread() const;

private:
    Storage(const QString &dataDir, bool readOnly);
    bool openDatabase(QString *error);
    bool migrate(QString *error);
    bool existsOnDisk() const;

    const QString m_dataDir;
    const bool m_readOnly;
    const quint64
        m_serial; ///< names this storage among all of the process, in the threads' connection tables
    bool m_immutable = false;
    QStringList m_standIns; ///< statements for each connection: tables that an older archive lacks
    FolderLock m_lock;
    BlobStore m_blobs;
};

/** A write transaction on the calling thread's connection; rolled back unless committed. */
class Transaction
{
public:
    explicit Transaction(const Storage &storage);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    /** Throws StorageError. */
    void commit();

private:
    const Storage &m_storage;
    bool m_open = true;
};

} // namespace odc::server
