// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/earlychecksum.h"
#include "localserver/filestable.h"

#include <QHash>

namespace odc::server {

/** An upload as it is stored. */
struct UploadRecord
{
    QString id;
    QString status;       ///< "pending", "completed", "cancelled" or "expired"
    qint64 createdAt = 0; ///< unix seconds
    qint64 expiresAt = 0; ///< unix seconds
    qint64 bytes = 0;     ///< what the parts must add up to
    QString filename;
    QString purpose;
    QString mimeType;
    std::optional<qint64> fileLifetime; ///< of the file to be, in seconds
    QString fileId;                     ///< of the file it became, else empty
};

/**
 * Uploads and their parts: rows and bytes. Thread-safe. Each change of a status is one transaction, so that a
 * server killed at any moment finds an upload either before it or after it. The functions throw ApiFault 404
 * for an unknown upload, 400 for one that is not pending, and StorageError.
 */
class UploadsTable
{
public:
    /** \p checksums is told of every part and of every end. */
    UploadsTable(const Storage &storage, const FilesTable &files, const ServerClock &clock, EarlyChecksum &checksums)
        : m_storage(storage), m_files(files), m_clock(clock), m_checksums(checksums)
    {
    }

    /** Adds a pending upload; id, status and times of \p record are set here. */
    UploadRecord create(UploadRecord record) const;
    /** Throws unless the upload is there and pending; \p doing ends the sentence "it cannot ...". */
    UploadRecord requirePending(const QString &id, const QString &doing) const;
    /** Keeps \p bytes as a part and returns the object the API shows. \p place is where it is thought
     * to belong. */
    QJsonObject addPart(const QString &id, BlobWriter &bytes, const EarlyChecksum::Place &place) const;
    /** Makes a file of the parts in that order and returns the completed upload with it. \p md5 is checked
     * unless it is empty. */
    QJsonObject complete(const QString &id, const QStringList &partIds, const QByteArray &md5) const;
    /** Gives an upload up and removes its parts. */
    UploadRecord cancel(const QString &id) const;

    /** Ends all uploads whose time is over and removes their parts. */
    void expireOverdue() const;
    /** The names of the blobs of all parts. */
    QSet<QString> blobs() const;

    /** The object the API shows. */
    static QJsonObject toJson(const UploadRecord &record, const QJsonValue &file = QJsonValue::Null);

private:
    struct Parts
    {
        QList<BlobStore::Piece> chosen;
        QStringList leftOut;
    };
    UploadRecord load(const QString &id) const;
    Parts sortParts(const UploadRecord &upload, const QStringList &partIds) const;
    QByteArray md5Of(const UploadRecord &upload, const QList<BlobStore::Piece> &pieces,
                     const BlobStore::Lease &lease) const;
    QStringList takeParts(const QString &id) const;

    const Storage &m_storage;
    const FilesTable &m_files;
    const ServerClock &m_clock;
    EarlyChecksum &m_checksums;
};

} // namespace odc::server
