// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/filestable.h"

#include "localserver/apifault.h"
#include "localserver/filepurposes.h"
#include "localserver/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const FileRecord &record)
{
    QJsonObject object{
        {u"id"_s, record.id},
        {u"object"_s, u"file"_s},
        {u"bytes"_s, record.bytes},
        {u"created_at"_s, record.createdAt},
        {u"expires_at"_s, record.expiresAt ? QJsonValue(*record.expiresAt) : QJsonValue(QJsonValue::Null)},
        {u"filename"_s, record.filename},
        {u"purpose"_s, record.purpose},
        {u"status"_s, record.finalStatus},
        {u"status_details"_s, QJsonValue::Null},
    };
    if (!record.statusDetails.isEmpty())
        object[u"status_details"_s] = record.statusDetails;
    return object;
}

constexpr qint64 processingMs = 1500;

QVariant piecesText(const QList<BlobStore::Piece> &pieces)
{
    if (pieces.isEmpty())
        return {};
    QJsonArray list;
    for (const BlobStore::Piece &piece : pieces)
        list.append(QJsonArray{piece.blob, piece.bytes});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<BlobStore::Piece> piecesOf(const QByteArray &text)
{
    QList<BlobStore::Piece> pieces;
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &each : list)
        pieces.append({each[0].toString(), each[1].toInteger()});
    return pieces;
}

QStringList blobNames(const QString &id, const QByteArray &pieces)
{
    if (pieces.isEmpty())
        return {id};
    QStringList names;
    for (const BlobStore::Piece &piece : piecesOf(pieces))
        names.append(piece.blob);
    return names;
}

constexpr auto notExpired = "(expires_at IS NULL OR expires_at > ?)"_L1;

} // namespace

qint64 FilesTable::expiryLine() const
{
    return m_storage.isReadOnly() ? std::numeric_limits<qint64>::min() : m_clock.now();
}

FileRecord FilesTable::newRecord(const QString &filename, const QString &purpose, qint64 bytes,
                                 std::optional<qint64> lifetime) const
{
    FileRecord record;
    record.id = newId("file-"_L1);
    record.createdAt = m_clock.now();
    if (lifetime)
        record.expiresAt = record.createdAt + *lifetime;
    else if (purpose == "batch"_L1)
        record.expiresAt = record.createdAt + defaultBatchLifetime;
    record.readyAtMs = m_clock.nowMs() + m_clock.scaledMs(processingMs);
    record.bytes = bytes;
    record.filename = filename;
    record.purpose = purpose;
    record.finalStatus = u"processed"_s;
    return record;
}

bool FilesTable::insert(const FileRecord &record) const
{
    QSqlQuery query = m_storage.run(
        u"INSERT OR IGNORE INTO files (id, created_at, expires_at, ready_at_ms, purpose, object, pieces) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {record.id, record.createdAt, record.expiresAt ? QVariant(*record.expiresAt) : QVariant(),
         record.readyAtMs, record.purpose, QString::fromUtf8(compact(objectOf(record))),
         piecesText(record.pieces)});
    return query.numRowsAffected() == 1;
}

QByteArray FilesTable::shown(const QByteArray &object, qint64 readyAtMs, qint64 nowMs) const
{
    if (readyAtMs <= nowMs)
        return object;
    QJsonObject changed = QJsonDocument::fromJson(object).object();
    changed[u"status"_s] = u"uploaded"_s;
    changed[u"status_details"_s] = QJsonValue::Null;
    return compact(changed);
}

bool FilesTable::putArchived(const QString &id, qint64 createdAt, const QByteArray &object) const
{
    const QString purpose = QJsonDocument::fromJson(object).object()[u"purpose"_s].toString(u""_s);
    QSqlQuery query =
        m_storage.run(u"SELECT CAST(object AS BLOB) FROM files WHERE id = ? AND archived"_s, {id});
    const QByteArray known = query.next() ? query.value(0).toByteArray() : QByteArray();
    query.finish();
    if (known == object ||
        (!known.isEmpty() && QJsonDocument::fromJson(known) == QJsonDocument::fromJson(object)))
        return false;
    m_storage.run(
        u"INSERT INTO files (id, created_at, expires_at, ready_at_ms, purpose, object, archived) "
        "VALUES (?, ?, NULL, 0, ?, CAST(? AS TEXT), 1) ON CONFLICT (id) DO UPDATE SET "
        "created_at = excluded.created_at, expires_at = NULL, ready_at_ms = 0, purpose = excluded.purpose, "
        "object = excluded.object, archived = 1"_s,
        {id, createdAt, purpose, object});
    return true;
}

bool FilesTable::isArchived(const QString &id) const
{
    return m_storage.run(u"SELECT 1 FROM files WHERE id = ? AND archived"_s, {id}).next();
}

std::optional<QByteArray> FilesTable::text(const QString &id) const
{
    QSqlQuery query = m_storage.run(
        u"SELECT CAST(object AS BLOB), ready_at_ms FROM files WHERE id = ? AND %1"_s.arg(notExpired),
        {id, expiryLine()});
    if (!query.next())
        return std::nullopt;
    return shown(query.value(0).toByteArray(), query.value(1).toLongLong(), m_clock.nowMs());
}

std::optional<QJsonObject> FilesTable::find(const QString &id) const
{
    const std::optional<QByteArray> object = text(id);
    if (!object)
        return std::nullopt;
    return QJsonDocument::fromJson(*object).object();
}

std::shared_ptr<QIODevice> FilesTable::content(const QString &id) const
{
    // Held before the row is looked at: what is removed from here on stays until it is read.
    const BlobStore::Lease lease = m_storage.blobs().hold(id);
    QSqlQuery query = m_storage.run(
        u"SELECT CAST(pieces AS BLOB) FROM files WHERE id = ? AND %1"_s.arg(notExpired), {id, expiryLine()});
    if (!query.next())
        return nullptr;
    const QByteArray pieces = query.value(0).toByteArray();
    if (pieces.isEmpty())
        return m_storage.blobs().open(id);
    return m_storage.blobs().open(piecesOf(pieces), lease);
}

void FilesTable::removeBytes(const QString &id, const QByteArray &pieces) const
{
    m_storage.blobs().removeOf(id, blobNames(id, pieces));
}

bool FilesTable::remove(const QString &id) const
{
    // Row first: a crash in between leaves bytes nobody sees, which the next start removes.
    QSqlQuery query = m_storage.run(
        u"DELETE FROM files WHERE id = ? AND %1 RETURNING CAST(pieces AS BLOB)"_s.arg(notExpired),
        {id, expiryLine()});
    if (!query.next())
        return false;
    const QByteArray pieces = query.value(0).toByteArray();
    query.next(); // to its end, for only then is the row surely gone
    query.finish();
    removeBytes(id, pieces);
    return true;
}

Page FilesTable::page(const PageRequest &request, const std::optional<QString> &purpose) const
{
    QString where = notExpired;
    QVariantList values{expiryLine()};
    if (purpose) {
        where += u" AND purpose = ?"_s;
        values.append(*purpose);
    }
    if (!request.after.isEmpty()) {
        QSqlQuery cursor =
            m_storage.run(u"SELECT created_at, seq FROM files WHERE id = ?"_s, {request.after});
        if (!cursor.next())
            throw unknownCursor(request.after);
        where += u" AND (created_at, seq) %1 (?, ?)"_s.arg(request.descending ? u"<"_s : u">"_s);
        values.append({cursor.value(0), cursor.value(1)});
    }
    const QString direction = request.descending ? u"DESC"_s : u"ASC"_s;
    values.append(request.limit + 1); // the one too many tells whether there is more
    QSqlQuery rows = m_storage.run(u"SELECT id, CAST(object AS BLOB), ready_at_ms FROM files WHERE %1 "
                                   "ORDER BY created_at %2, seq %2 LIMIT ?"_s.arg(where, direction),
                                   values);
    Page page;
    const qint64 nowMs = m_clock.nowMs();
    while (rows.next()) {
        if (page.objects.size() == request.limit) {
            page.hasMore = true;
            break;
        }
        const QString id = rows.value(0).toString();
        if (page.objects.isEmpty())
            page.firstId = id;
        page.lastId = id;
        page.objects.append(shown(rows.value(1).toByteArray(), rows.value(2).toLongLong(), nowMs));
    }
    return page;
}

void FilesTable::removeExpired() const
{
    if (m_storage.isReadOnly())
        return;
    QSqlQuery query = m_storage.run(
        u"DELETE FROM files WHERE expires_at <= ? RETURNING id, CAST(pieces AS BLOB)"_s, {m_clock.now()});
    QList<std::pair<QString, QByteArray>> gone;
    while (query.next())
        gone.append({query.value(0).toString(), query.value(1).toByteArray()});
    query.finish();
    for (const auto &[id, pieces] : gone)
        removeBytes(id, pieces);
}

QSet<QString> FilesTable::blobs() const
{
    QSet<QString> all;
    QSqlQuery query = m_storage.run(u"SELECT id, CAST(pieces AS BLOB) FROM files"_s);
    while (query.next()) {
        for (const QString &name : blobNames(query.value(0).toString(), query.value(1).toByteArray()))
            all.insert(name);
    }
    return all;
}

} // namespace odc::server
