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
    /** The blobs that make up the bytes, in order; empty = one blob named like the file. */
    QList<BlobStore::Piece> pieces;
};

/** The files of a project: rows and bytes. Thread-safe. Expired files are not there, except when read-only.
 */
class FilesTable
{
public:
    FilesTable(const Storage &storage, const ServerClock &clock) : m_storage(storage), m_clock(clock) {}

    /** A file that is made now and is processed in a moment. \p lifetime in seconds: nothing = the purpose's
     * own. */
    FileRecord newRecord(const QString &filename, const QString &purpose, qint64 bytes,
                         std::optional<qint64> lifetime) const;
    /** Adds the row of bytes that are already published. False when the id exists. Throws StorageError. */
    bool insert(const FileRecord &record) const;
    /** Adds or replaces an object that was read from another server: \p object is its text, kept as it is.
     * False when the very same was there. Throws StorageError. */
    bool putArchived(const QString &id, qint64 createdAt, const QByteArray &object) const;
    /** True for a file that came by putArchived(). Such a file may have no content. */
    bool isArchived(const QString &id) const;
    /** The text of the object as the API shows it now, or nothing. */
    std::optional<QByteArray> text(const QString &id) const;
    /** The same, parsed. */
    std::optional<QJsonObject> find(const QString &id) const;
    /** The bytes, open for reading and seekable, or null when the file or its bytes are not there. They stay
     * readable when the file is removed meanwhile. */
    std::shared_ptr<QIODevice> content(const QString &id) const;
    /** Removes row and bytes. False when there is no such file. */
    bool remove(const QString &id) const;
    /** One page, of all purposes when \p purpose is nothing. Throws ApiFault for an unknown cursor. */
    Page page(const PageRequest &request, const std::optional<QString> &purpose) const;

    /** Deletes expired rows and their bytes. */
    void removeExpired() const;
    /** The names of all blobs that belong to a row, expired or not. */
    QSet<QString> blobs() const;

private:
    void removeBytes(const QString &id, const QByteArray &pieces) const;
    QByteArray shown(const QByteArray &object, qint64 readyAtMs, qint64 nowMs) const;
    /** Rows whose expiry lies at or before this are gone. An archive stands still: there nothing expires. */
    qint64 expiryLine() const;

    const Storage &m_storage;
    const ServerClock &m_clock;
};

} // namespace odc::server
