// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storestable.h"

#include "localserver/apifault.h"
#include "localserver/ids.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 daySeconds = 24 * 3600;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue orNull(const QVariant &value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.toLongLong());
}

QJsonValue policy(const std::optional<qint64> &days)
{
    if (!days)
        return QJsonValue::Null;
    return QJsonObject{{u"anchor"_s, u"last_active_at"_s}, {u"days"_s, *days}};
}

ApiFault noSuchStore(const QString &id)
{
    return ApiFault::notFound(u"Vector store with id '%1' not found."_s.arg(id), u"vector_store_id"_s);
}

QJsonObject withWish(QJsonObject store, const StoreWish &wish)
{
    if (wish.name)
        store[u"name"_s] = *wish.name;
    if (wish.description)
        store[u"description"_s] = *wish.description;
    if (wish.metadata)
        store[u"metadata"_s] = *wish.metadata;
    if (wish.days)
        store[u"expires_after"_s] = policy(*wish.days);
    return store;
}

} // namespace

StoresTable::StoresTable(const Storage &storage, const ServerClock &clock)
    : m_storage(storage), m_clock(clock), m_stores(storage, "vector_stores"_L1), m_index(storage)
{
}

QStringList StoresTable::schema()
{
    using Order = ObjectTable::Order;
    // vector_store_state names the stores that are worked with here, with what changes by itself: a list of
    // stores need not count their files. vector_store_work names the files that are to be indexed.
    return ObjectTable::schema("vector_stores"_L1, {Order::Created}) +
           ObjectTable::schema("vector_store_files"_L1, {Order::Created}) +
           ObjectTable::schema("vector_store_batches"_L1, {}) +
           QStringList{
               u"CREATE INDEX vector_store_files_status ON vector_store_files (parent, status, created_at, seq)"_s,
               u"CREATE INDEX vector_store_files_id ON vector_store_files (id)"_s,
               u"CREATE TABLE vector_store_state (store_id TEXT PRIMARY KEY NOT NULL, "
               "last_active_at INTEGER NOT NULL, days INTEGER, expires_at INTEGER, "
               "expired INTEGER NOT NULL, in_progress INTEGER NOT NULL, completed INTEGER NOT NULL, "
               "failed INTEGER NOT NULL, cancelled INTEGER NOT NULL, usage_bytes INTEGER NOT NULL) "
               "WITHOUT ROWID"_s,
               u"CREATE INDEX vector_store_state_expires ON vector_store_state (expires_at) "
               "WHERE expires_at IS NOT NULL AND expired = 0"_s,
               u"CREATE TABLE vector_store_members (batch_id TEXT NOT NULL, file_id TEXT NOT NULL, "
               "store_id TEXT NOT NULL, PRIMARY KEY (batch_id, file_id)) WITHOUT ROWID"_s,
               u"CREATE INDEX vector_store_members_file ON vector_store_members (store_id, file_id)"_s,
               u"CREATE TABLE vector_store_work (seq INTEGER PRIMARY KEY AUTOINCREMENT, "
               "store_id TEXT NOT NULL, file_id TEXT NOT NULL, again INTEGER NOT NULL, queued_ms INTEGER NOT "
               "NULL, "
               "UNIQUE (store_id, file_id))"_s,
               u"CREATE TABLE vector_store_pages (store_id TEXT NOT NULL, file_id TEXT NOT NULL, "
               "page TEXT NOT NULL, PRIMARY KEY (store_id, file_id))"_s,
           };
}

QString StoresTable::add(const StoreWish &wish) const
{
    const QString id = newId("vs_"_L1);
    add(id, wish, m_clock.now(), m_clock.now());
    return id;
}

void StoresTable::add(const QString &id, const StoreWish &wish, qint64 createdAt, qint64 activeAt) const
{
    const QJsonObject object = withWish({{u"id"_s, id},
                                         {u"object"_s, u"vector_store"_s},
                                         {u"created_at"_s, createdAt},
                                         {u"name"_s, QJsonValue::Null},
                                         {u"description"_s, QJsonValue::Null},
                                         {u"expires_after"_s, QJsonValue::Null},
                                         {u"metadata"_s, QJsonObject()}},
                                        wish);
    m_stores.insert({rowOf({}, object)});
    m_storage.run(u"INSERT INTO vector_store_state (store_id, last_active_at, expired, in_progress, "
                  "completed, failed, cancelled, usage_bytes) VALUES (?, ?, 0, 0, 0, 0, 0, 0)"_s,
                  {id, activeAt});
    setTimes(id, activeAt, wish.days.value_or(std::nullopt));
}

/** An expired store stays as it is: nothing brings it back. */
void StoresTable::setTimes(const QString &id, qint64 activeAt, std::optional<qint64> days) const
{
    m_storage.run(u"UPDATE vector_store_state SET last_active_at = ?, days = ?, expires_at = ? "
                  "WHERE store_id = ? AND expired = 0"_s,
                  {activeAt, days ? QVariant(*days) : QVariant(),
                   days ? QVariant(activeAt + *days * daySeconds) : QVariant(), id});
}

QByteArray StoresTable::shown(const QString &id, const QByteArray &object) const
{
    QSqlQuery query = m_storage.run(u"SELECT last_active_at, expires_at, expired, in_progress, completed, "
                                    "failed, cancelled, usage_bytes FROM vector_store_state "
                                    "WHERE store_id = ?"_s,
                                    {id});
    if (!query.next())
        return object;
    const auto number = [&query](int column) { return query.value(column).toLongLong(); };
    QJsonObject store = QJsonDocument::fromJson(object).object();
    store[u"last_active_at"_s] = number(0);
    store[u"expires_at"_s] = orNull(query.value(1));
    store[u"status"_s] = number(2) != 0 ? u"expired"_s : number(3) != 0 ? u"in_progress"_s : u"completed"_s;
    store[u"file_counts"_s] = QJsonObject{{u"in_progress"_s, number(3)},
                                          {u"completed"_s, number(4)},
                                          {u"failed"_s, number(5)},
                                          {u"cancelled"_s, number(6)},
                                          {u"total"_s, number(3) + number(4) + number(5) + number(6)}};
    store[u"usage_bytes"_s] = number(7);
    return compact(store);
}

QByteArray StoresTable::store(const QString &id) const
{
    const std::optional<QByteArray> object = m_stores.find({}, id);
    if (!object)
        throw noSuchStore(id);
    return shown(id, *object);
}

Page StoresTable::page(const PageRequest &request) const
{
    Page page = m_stores.page(request, {});
    for (QByteArray &object : page.objects)
        object = shown(QJsonDocument::fromJson(object).object()[u"id"_s].toString(), object);
    return page;
}

void StoresTable::modify(const QString &id, const StoreWish &wish) const
{
    const std::optional<QByteArray> object = m_stores.find({}, id);
    if (!object)
        throw noSuchStore(id);
    if (wish.days)
        requireAlive(id, u"Its expiration policy cannot be changed"_s);
    const QJsonObject store = withWish(QJsonDocument::fromJson(*object).object(), wish);
    m_stores.update(rowOf({}, store));
    if (wish.days)
        setTimes(id, m_clock.now(), *wish.days);
    else
        touch(id);
}

void StoresTable::remove(const QString &id) const
{
    if (!m_stores.remove({}, id))
        throw noSuchStore(id);
    m_index.removeStore(id);
    ObjectTable(m_storage, "vector_store_files"_L1).removeBelow(id);
    ObjectTable(m_storage, "vector_store_batches"_L1).removeBelow(id);
    for (const QLatin1String table : {"vector_store_state"_L1, "vector_store_members"_L1,
                                      "vector_store_work"_L1, "vector_store_pages"_L1})
        m_storage.run(u"DELETE FROM %1 WHERE store_id = ?"_s.arg(table), {id});
}

void StoresTable::require(const QString &id) const
{
    if (!m_stores.find({}, id))
        throw noSuchStore(id);
}

void StoresTable::requireAlive(const QString &id, const QString &what) const
{
    require(id);
    if (!m_storage.run(u"SELECT 1 FROM vector_store_state WHERE store_id = ? AND expired"_s, {id}).next())
        return;
    throw ApiFault::badRequest(u"The vector store '%1' has expired. %2."_s.arg(id, what),
                               u"vector_store_id"_s, u"vector_store_expired"_s);
}

void StoresTable::touch(const QString &id) const
{
    if (m_storage.isReadOnly())
        return;
    const qint64 now = m_clock.now();
    m_storage.run(u"UPDATE vector_store_state SET last_active_at = ?, expires_at = ? + days * %1 "
                  "WHERE store_id = ? AND expired = 0 AND last_active_at <> ?"_s.arg(daySeconds),
                  {now, now, id, now});
}

void StoresTable::count(const QString &id, const QString &from, const QString &to, qint64 files,
                        qint64 bytes) const
{
    // What a file says of itself may have come with an archive: it is a column's name only if it is one of
    // these.
    static const QStringList columns{u"in_progress"_s, u"completed"_s, u"failed"_s, u"cancelled"_s};
    QString set = u"usage_bytes = usage_bytes + ?"_s;
    QVariantList values{bytes};
    if (from != to && columns.contains(from)) {
        set += u", %1 = %1 - ?"_s.arg(from);
        values.append(files);
    }
    if (from != to && columns.contains(to)) {
        set += u", %1 = %1 + ?"_s.arg(to);
        values.append(files);
    }
    values.append(id);
    m_storage.run(u"UPDATE vector_store_state SET %1 WHERE store_id = ?"_s.arg(set), values);
}

QStringList StoresTable::overdue() const
{
    QSqlQuery query = m_storage.run(u"SELECT store_id FROM vector_store_state WHERE expires_at IS NOT NULL "
                                    "AND expired = 0 AND expires_at <= ?"_s,
                                    {m_clock.now()});
    QStringList ids;
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void StoresTable::expire(const QString &id) const
{
    m_storage.run(u"UPDATE vector_store_state SET expired = 1 WHERE store_id = ?"_s, {id});
    m_index.removeStore(id);
}

bool StoresTable::putArchived(const ObjectTable::Row &row) const
{
    m_storage.run(u"DELETE FROM vector_store_state WHERE store_id = ?"_s, {row.id});
    return m_stores.put(row);
}

QStringList StoresTable::foreign() const
{
    QSqlQuery query = m_storage.run(
        u"SELECT id FROM vector_stores WHERE id NOT IN (SELECT store_id FROM vector_store_state)"_s);
    QStringList ids;
    while (query.next())
        ids.append(query.value(0).toString());
    return ids;
}

void StoresTable::adopt(const QString &id) const
{
    QJsonObject store = QJsonDocument::fromJson(m_stores.find({}, id).value_or(QByteArray())).object();
    const bool expired = store.value(u"status"_s).toString() == "expired"_L1;
    // Times of gateways may be floats; whatever they are, they must fit.
    constexpr double latest = 1e15;
    const qint64 activeAt = qint64(std::clamp(
        store.value(u"last_active_at"_s).toDouble(store.value(u"created_at"_s).toDouble()), 0.0, latest));
    store[u"expires_after"_s] = QJsonValue::Null;
    ObjectTable::Row row = rowOf({}, store);
    row.id = id;
    m_stores.update(row);
    m_storage.run(u"INSERT INTO vector_store_state (store_id, last_active_at, expired, in_progress, "
                  "completed, failed, cancelled, usage_bytes) VALUES (?, ?, ?, 0, 0, 0, 0, 0)"_s,
                  {id, activeAt, expired ? 1 : 0});
}

} // namespace odc::server
