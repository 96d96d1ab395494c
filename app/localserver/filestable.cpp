// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/filestable.h"

#include "localserver/apifault.h"

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

constexpr auto notExpired = "(expires_at IS NULL OR expires_at > ?)"_L1;

} // namespace

qint64 FilesTable::expiryLine() const
{
    return m_storage.isReadOnly() ? std::numeric_limits<qint64>::min() : m_clock.now();
}

bool FilesTable::insert(const FileRecord &record) const
{
    QSqlQuery query = m_storage.run(
        u"INSERT OR IGNORE INTO files (id, created_at, expires_at, ready_at_ms, purpose, object) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {record.id, record.createdAt, record.expiresAt ? QVariant(*record.expiresAt) : QVariant(),
         record.readyAtMs, record.purpose, QString::fromUtf8(compact(objectOf(record)))});
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

std::optional<QJsonObject> FilesTable::find(const QString &id) const
{
    QSqlQuery query = m_storage.run(
        u"SELECT CAST(object AS BLOB), ready_at_ms FROM files WHERE id = ? AND %1"_s.arg(notExpired),
        {id, expiryLine()});
    if (!query.next())
        return std::nullopt;
    const QByteArray text = shown(query.value(0).toByteArray(), query.value(1).toLongLong(), m_clock.nowMs());
    return QJsonDocument::fromJson(text).object();
}

bool FilesTable::remove(const QString &id) const
{
    // Row first: a crash in between leaves bytes nobody sees, which the next start removes.
    QSqlQuery query =
        m_storage.run(u"DELETE FROM files WHERE id = ? AND %1"_s.arg(notExpired), {id, expiryLine()});
    if (query.numRowsAffected() != 1)
        return false;
    m_storage.blobs().remove(id);
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
    QSqlQuery query =
        m_storage.run(u"DELETE FROM files WHERE expires_at <= ? RETURNING id"_s, {m_clock.now()});
    while (query.next())
        m_storage.blobs().remove(query.value(0).toString());
}

QSet<QString> FilesTable::ids() const
{
    QSet<QString> all;
    QSqlQuery query = m_storage.run(u"SELECT id FROM files"_s);
    while (query.next())
        all.insert(query.value(0).toString());
    return all;
}

} // namespace odc::server
