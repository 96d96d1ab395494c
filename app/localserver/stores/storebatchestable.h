// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/storefilestable.h"

namespace odc::server {

/**
 * Batches of files that were put into a store together. How far one has come follows from the files of it
 * that are in the store now. Thread-safe. The functions throw ApiFault 404 for what is not there, and
 * StorageError.
 */
class StoreBatchesTable
{
public:
    StoreBatchesTable(const Storage &storage, const StoreFilesTable &files, const ServerClock &clock);

    /** Puts files into a store, and notes that they came together; in a transaction. Returns the id. */
    QString add(const QString &storeId, const QList<AttachWish> &wishes, const QString &param) const;
    /** The object as the API shows it now. */
    QJsonObject batch(const QString &storeId, const QString &id) const;
    /** What of it is not indexed yet will not be; in a transaction. One that has ended stays as it is. */
    void cancel(const QString &storeId, const QString &id) const;

private:
    QJsonObject stored(const QString &storeId, const QString &id) const;

    const Storage &m_storage;
    const StoreFilesTable &m_files;
    const ServerClock &m_clock;
    const ObjectTable m_batches;
};

} // namespace odc::server
