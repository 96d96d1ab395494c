// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/params.h"
#include "localserver/serverclock.h"
#include "localserver/storage.h"

#include <QJsonObject>

#include <optional>

namespace odc::server {

/** A file as it is stored. */
struct FileRecord
{
    QString id;
    qint64 createdAt = 0;            ///< unix seconds
    std::optional<qint64> expiresAt; ///< unix seconds
    qint64 readyAtMs = 0;            ///< until then the status reads "uploaded"
    qint64 bytes = 0;
    QString filename;
    QString purpose;
    QString finalStatus;   ///< what the status becomes: "processed" or "error"
    QString statusDetails; ///< empty = absent
};

/** The files of a project: rows and bytes. Thread-safe. Expired files are not there, except when read-only.
 */
class FilesTable
{
public:
    FilesTable(const Storage &storage, const ServerClock &clock) : m_storage(storage), m_clock(clock) {}

    /** Adds the row of bytes that are already published. False when the id exists. Throws StorageError. */
    bool insert(const FileRecord &record) const;
    /** The object as the API shows it now, or nothing. */
    std::optional<QJsonObject> find(const QString &id) const;
    /** Removes row and bytes. False when there is no such file. */
    bool remove(const QString &id) const;
    /** One page, of all purposes when \p purpose is nothing. Throws ApiFault for an unknown cursor. */
    Page page(const PageRequest &request, const std::optional<QString> &purpose) const;

    /** Deletes expired rows and their bytes. */
    void removeExpired() const;
    /** Every id that has a row, expired or not. */
    QSet<QString> ids() const;

private:
    QByteArray shown(const QByteArray &object, qint64 readyAtMs, qint64 nowMs) const;
    /** Rows whose expiry lies at or before this are gone. An archive stands still: there nothing expires. */
    qint64 expiryLine() const;

    const Storage &m_storage;
    const ServerClock &m_clock;
};

} // namespace odc::server
