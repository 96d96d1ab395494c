// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/uploadstable.h"

#include "localserver/apifault.h"
#include "localserver/ids.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 lifetimeSeconds = 3600;
const auto pending = u"pending"_s;
const auto expired = u"expired"_s;

void checkPending(const UploadRecord &upload, const QString &doing)
{
    if (upload.status != pending)
        throw ApiFault::badRequest(
            u"Upload %1 has the status '%2': it cannot %3."_s.arg(upload.id, upload.status, doing),
            u"upload_id"_s);
}

} // namespace

QJsonObject UploadsTable::toJson(const UploadRecord &record, const QJsonValue &file)
{
    return {
        {u"id"_s, record.id},
        {u"object"_s, u"upload"_s},
        {u"bytes"_s, record.bytes},
        {u"created_at"_s, record.createdAt},
        {u"expires_at"_s, record.expiresAt},
        {u"filename"_s, record.filename},
        {u"purpose"_s, record.purpose},
        {u"status"_s, record.status},
        {u"file"_s, file},
    };
}

UploadRecord UploadsTable::create(UploadRecord record) const
{
    record.id = newId("upload_"_L1);
    record.status = pending;
    record.createdAt = m_clock.now();
    record.expiresAt = record.createdAt + lifetimeSeconds;
    m_storage.run(u"INSERT INTO uploads (id, status, created_at, expires_at, bytes, filename, purpose, "
                  "mime_type, file_lifetime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  {record.id, record.status, record.createdAt, record.expiresAt, record.bytes,
                   record.filename, record.purpose, record.mimeType,
                   record.fileLifetime ? QVariant(*record.fileLifetime) : QVariant()});
    return record;
}

/** The upload as it is now: one whose time is over reads "expired", whether that was written down or not. */
UploadRecord UploadsTable::load(const QString &id) const
{
    QSqlQuery query = m_storage.run(u"SELECT status, created_at, expires_at, bytes, filename, purpose, "
                                    "mime_type, file_lifetime, file_id FROM uploads WHERE id = ?"_s,
                                    {id});
    if (!query.next())
        throw ApiFault::notFound(u"No such Upload object: %1"_s.arg(id), u"upload_id"_s);
    UploadRecord record;
    record.id = id;
    record.status = query.value(0).toString();
    record.createdAt = query.value(1).toLongLong();
    record.expiresAt = query.value(2).toLongLong();
    record.bytes = query.value(3).toLongLong();
    record.filename = query.value(4).toString();
    record.purpose = query.value(5).toString();
    record.mimeType = query.value(6).toString();
    if (!query.value(7).isNull())
        record.fileLifetime = query.value(7).toLongLong();
    record.fileId = query.value(8).toString();
    if (record.status == pending && record.expiresAt <= m_clock.now())
        record.status = expired;
    return record;
}

UploadRecord UploadsTable::requirePending(const QString &id, const QString &doing) const
{
    const UploadRecord record = load(id);
    if (record.status == expired)
        expireOverdue();
    checkPending(record, doing);
    return record;
}

QJsonObject UploadsTable::addPart(const QString &id, BlobWriter &bytes, const EarlyChecksum::Place &place) const
{
    const QString partId = newId("part_"_L1);
    // Bytes first, then the row: a crash in between leaves bytes nobody knows, which the next start removes.
    if (!bytes.publish(partId))
        throw ApiFault::serverError(u"The server could not store the part; its disk may be full."_s);
    try {
        Transaction transaction(m_storage);
        checkPending(load(id), u"take parts"_s); // it may have ended while the bytes came in
        const qint64 now = m_clock.now();
        m_storage.run(u"INSERT INTO upload_parts (id, upload_id, created_at, bytes) VALUES (?, ?, ?, ?)"_s,
                      {partId, id, now, bytes.size()});
        transaction.commit();
        m_checksums.add(id, place, {partId, bytes.size()});
        return {
            {u"id"_s, partId}, {u"object"_s, u"upload.part"_s}, {u"created_at"_s, now}, {u"upload_id"_s, id}};
    } catch (...) {
        m_storage.blobs().remove(partId);
        throw;
    }
}

UploadsTable::Parts UploadsTable::sortParts(const UploadRecord &upload, const QStringList &partIds) const
{
    QHash<QString, qint64> known;
    QSqlQuery query = m_storage.run(u"SELECT id, bytes FROM upload_parts WHERE upload_id = ?"_s, {upload.id});
    while (query.next())
        known.insert(query.value(0).toString(), query.value(1).toLongLong());

    Parts parts;
    QSet<QString> used;
    qint64 total = 0;
    for (const QString &partId : partIds) {
        if (used.contains(partId))
            throw ApiFault::badRequest(u"The part '%1' is given more than once."_s.arg(partId),
                                       u"part_ids"_s);
        const auto part = known.constFind(partId);
        if (part == known.cend())
            throw ApiFault::badRequest(u"Upload %1 has no part '%2'."_s.arg(upload.id, partId),
                                       u"part_ids"_s);
        used.insert(partId);
        total += *part;
        parts.chosen.append({partId, *part});
    }
    if (total != upload.bytes)
        throw ApiFault::badRequest(
            u"The parts have %1 bytes, but the upload was created for %2 bytes."_s.arg(total).arg(
                upload.bytes),
            u"part_ids"_s);
    for (auto it = known.keyBegin(); it != known.keyEnd(); ++it) {
        if (!used.contains(*it))
            parts.leftOut.append(*it);
    }
    return parts;
}

QByteArray UploadsTable::md5Of(const UploadRecord &upload, const QList<BlobStore::Piece> &pieces,
                               const BlobStore::Lease &lease) const
{
    constexpr qint64 blockSize = 1024 * 1024;
    const std::shared_ptr<QIODevice> all = m_storage.blobs().open(pieces, lease);
    EarlyChecksum::Prefix known = m_checksums.take(upload.id, pieces);
    if (all && !all->seek(known.bytes))
        known = {std::make_unique<QCryptographicHash>(QCryptographicHash::Md5), 0};
    QByteArray block(blockSize, Qt::Uninitialized);
    for (qint64 done = known.bytes; done < upload.bytes;) {
        const qint64 got = all ? all->read(block.data(), blockSize) : -1;
        if (got <= 0)
            throw ApiFault::serverError(
                u"The bytes of %1 are missing from the server's data folder."_s.arg(upload.id));
        known.hash->addData(QByteArrayView(block.constData(), got));
        done += got;
    }
    return known.hash->result().toHex();
}

QJsonObject UploadsTable::complete(const QString &id, const QStringList &partIds, const QByteArray &md5) const
{
    const auto doing = u"be completed"_s;
    // Held before the parts are looked at: a cancel meanwhile must not take away what is being hashed.
    const BlobStore::Lease lease = m_storage.blobs().hold(id);
    UploadRecord upload = requirePending(id, doing);
    if (!md5.isEmpty()) {
        // Outside of the transaction, which would keep all other writers waiting.
        const QByteArray actual = md5Of(upload, sortParts(upload, partIds).chosen, lease);
        if (actual != md5.toLower())
            throw ApiFault::badRequest(u"The md5 of the uploaded bytes is %1, not %2."_s.arg(
                                           QString::fromLatin1(actual), QString::fromUtf8(md5)),
                                       u"md5"_s);
    }
    Transaction transaction(m_storage);
    upload = load(id);
    checkPending(upload, doing);
    const Parts parts = sortParts(upload, partIds);
    FileRecord file = m_files.newRecord(upload.filename, upload.purpose, upload.bytes, upload.fileLifetime);
    file.pieces = parts.chosen;
    if (!m_files.insert(file))
        throw StorageError{u"the id of the new file is taken"_s};
    upload.status = u"completed"_s;
    upload.fileId = file.id;
    m_storage.run(u"UPDATE uploads SET status = ?, file_id = ? WHERE id = ?"_s,
                  {upload.status, upload.fileId, id});
    m_storage.run(u"DELETE FROM upload_parts WHERE upload_id = ?"_s, {id});
    const std::optional<QJsonObject> shown = m_files.find(file.id);
    transaction.commit();
    m_checksums.forget(id);
    m_storage.blobs().removeOf(id, parts.leftOut);
    return toJson(upload, shown ? QJsonValue(*shown) : QJsonValue(QJsonValue::Null));
}

/** Removes the rows of all parts; returns the names of their blobs, to be removed when that is final. */
QStringList UploadsTable::takeParts(const QString &id) const
{
    QStringList blobs;
    QSqlQuery query = m_storage.run(u"DELETE FROM upload_parts WHERE upload_id = ? RETURNING id"_s, {id});
    while (query.next())
        blobs.append(query.value(0).toString());
    return blobs;
}

UploadRecord UploadsTable::cancel(const QString &id) const
{
    const auto doing = u"be cancelled"_s;
    requirePending(id, doing);
    Transaction transaction(m_storage);
    UploadRecord upload = load(id);
    checkPending(upload, doing);
    upload.status = u"cancelled"_s;
    m_storage.run(u"UPDATE uploads SET status = ? WHERE id = ?"_s, {upload.status, id});
    const QStringList blobs = takeParts(id);
    transaction.commit();
    m_checksums.forget(id);
    m_storage.blobs().removeOf(id, blobs);
    return upload;
}

void UploadsTable::expireOverdue() const
{
    if (m_storage.isReadOnly())
        return;
    QHash<QString, QStringList> gone;
    {
        Transaction transaction(m_storage);
        QSqlQuery query = m_storage.run(
            u"UPDATE uploads SET status = 'expired' WHERE status = 'pending' AND expires_at <= ? RETURNING id"_s,
            {m_clock.now()});
        while (query.next())
            gone.insert(query.value(0).toString(), {});
        query.finish();
        for (auto it = gone.begin(); it != gone.end(); ++it)
            it.value() = takeParts(it.key());
        transaction.commit();
    }
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        m_checksums.forget(it.key());
        m_storage.blobs().removeOf(it.key(), it.value());
    }
}

QSet<QString> UploadsTable::blobs() const
{
    QSet<QString> all;
    QSqlQuery query = m_storage.run(u"SELECT id FROM upload_parts"_s);
    while (query.next())
        all.insert(query.value(0).toString());
    return all;
}

} // namespace odc::server
