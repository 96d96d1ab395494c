// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/objecttable.h"

#include "localserver/apifault.h"

#include <QJsonDocument>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

void append(QVariantList &values, const QStringList &texts)
{
    for (const QString &text : texts)
        values.append(text);
}

/** Rows that lie deeper than one level below \p parent: "parent/" <= x < "parent0", for '0' follows '/'. */
constexpr auto deeper = "(parent >= ? AND parent < ?)"_L1;

QString columnOf(ObjectTable::Order order)
{
    switch (order) {
    case ObjectTable::Order::Created:
        return u"created_at"_s;
    case ObjectTable::Order::Updated:
        return u"updated_at"_s;
    case ObjectTable::Order::Stored:
        break;
    }
    return u"seq"_s;
}

bool sameJson(const QByteArray &one, const QByteArray &other)
{
    return one == other || QJsonDocument::fromJson(one) == QJsonDocument::fromJson(other);
}

} // namespace

QStringList ObjectTable::schema(QLatin1String name, const QList<Order> &orders)
{
    // The object comes last: the columns before it are read without touching its pages.
    QStringList statements{
        u"CREATE TABLE %1 (seq INTEGER PRIMARY KEY AUTOINCREMENT, parent TEXT NOT NULL, id TEXT NOT NULL, "
        "created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, status TEXT NOT NULL, "
        "object TEXT NOT NULL, UNIQUE (parent, id))"_s.arg(name)};
    for (const Order order : orders) {
        const QString column = columnOf(order);
        statements.append(order == Order::Stored
                              ? u"CREATE INDEX %1_%2 ON %1 (parent, seq)"_s.arg(name, column)
                              : u"CREATE INDEX %1_%2 ON %1 (parent, %2, seq)"_s.arg(name, column));
    }
    return statements;
}

qsizetype ObjectTable::insert(const QList<Row> &rows, bool skipKnown) const
{
    QSqlQuery query(m_storage.connection());
    const QString sql =
        u"INSERT %1INTO %2 (parent, id, created_at, updated_at, status, object) "
        "VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT))"_s.arg(skipKnown ? u"OR IGNORE "_s : QString(), m_name);
    if (!query.prepare(sql))
        throw StorageError{query.lastError().text()};
    qsizetype added = 0;
    for (const Row &row : rows) {
        query.bindValue(0, row.parent.isNull() ? u""_s : row.parent);
        query.bindValue(1, row.id);
        query.bindValue(2, row.createdAt);
        query.bindValue(3, row.updatedAt);
        query.bindValue(4, row.status.isNull() ? u""_s : row.status);
        query.bindValue(5, row.object);
        if (!query.exec())
            throw StorageError{query.lastError().text()};
        added += query.numRowsAffected();
    }
    return added;
}

bool ObjectTable::put(const Row &row) const
{
    const std::optional<QByteArray> known = find(row.parent, row.id);
    if (!known)
        return insert({row}) == 1;
    if (sameJson(*known, row.object))
        return false;
    m_storage.run(u"UPDATE %1 SET created_at = ?, updated_at = ?, status = ?, object = CAST(? AS TEXT) "
                  "WHERE parent = ? AND id = ?"_s.arg(m_name),
                  {row.createdAt, row.updatedAt, row.status.isNull() ? u""_s : row.status, row.object,
                   row.parent.isNull() ? u""_s : row.parent, row.id});
    return true;
}

std::optional<QByteArray> ObjectTable::find(const QString &parent, const QString &id) const
{
    QSqlQuery query =
        m_storage.run(u"SELECT CAST(object AS BLOB) FROM %1 WHERE parent = ? AND id = ?"_s.arg(m_name),
                      {parent.isNull() ? u""_s : parent, id});
    if (!query.next())
        return std::nullopt;
    return query.value(0).toByteArray();
}

bool ObjectTable::update(const Row &row, const QStringList &onlyWhen) const
{
    QString sql = u"UPDATE %1 SET updated_at = ?, status = ?, object = CAST(? AS TEXT) "
                  "WHERE parent = ? AND id = ?"_s.arg(m_name);
    QVariantList values{row.updatedAt, row.status.isNull() ? u""_s : row.status, row.object,
                        row.parent.isNull() ? u""_s : row.parent, row.id};
    if (!onlyWhen.isEmpty()) {
        sql += u" AND status IN (%1)"_s.arg(marks(onlyWhen.size()));
        append(values, onlyWhen);
    }
    return m_storage.run(sql, values).numRowsAffected() == 1;
}

bool ObjectTable::remove(const QString &parent, const QString &id) const
{
    return m_storage
               .run(u"DELETE FROM %1 WHERE parent = ? AND id = ?"_s.arg(m_name),
                    {parent.isNull() ? u""_s : parent, id})
               .numRowsAffected() == 1;
}

void ObjectTable::removeBelow(const QString &parent) const
{
    m_storage.run(u"DELETE FROM %1 WHERE parent = ? OR %2"_s.arg(m_name, deeper),
                  {parent, QString(parent + u'/'), QString(parent + u'0')});
}

qint64 ObjectTable::count(const QString &parent) const
{
    QSqlQuery query = m_storage.run(u"SELECT count(*) FROM %1 WHERE parent = ?"_s.arg(m_name), {parent});
    return query.next() ? query.value(0).toLongLong() : 0;
}

QList<ObjectTable::Row> ObjectTable::withStatus(const QStringList &statuses) const
{
    QVariantList values;
    append(values, statuses);
    QSqlQuery query =
        m_storage.run(u"SELECT parent, id, created_at, updated_at, status, CAST(object AS BLOB) FROM %1 "
                      "WHERE status IN (%2) ORDER BY seq"_s.arg(m_name, marks(statuses.size())),
                      values);
    QList<Row> rows;
    while (query.next())
        rows.append({query.value(0).toString(), query.value(1).toString(), query.value(2).toLongLong(),
                     query.value(3).toLongLong(), query.value(4).toString(), query.value(5).toByteArray()});
    return rows;
}

Page ObjectTable::page(const PageRequest &request, const Selection &selection) const
{
    const QString parent = selection.parent.isNull() ? u""_s : selection.parent;
    const QString column = columnOf(selection.order);
    QString where = u"parent = ?"_s;
    QVariantList values{parent};
    if (!selection.statuses.isEmpty()) {
        where += u" AND status IN (%1)"_s.arg(marks(selection.statuses.size()));
        append(values, selection.statuses);
    }
    if (!selection.where.isEmpty()) {
        where += u" AND %1"_s.arg(selection.where);
        values.append(selection.value);
    }
    // Backwards, the rows nearest to the cursor come first, and are turned round in the end.
    const bool backwards = !request.before.isEmpty();
    const bool descending = request.descending != backwards;
    if (const QString id = backwards ? request.before : request.after; !id.isEmpty()) {
        QSqlQuery cursor = m_storage.run(
            u"SELECT %1, seq FROM %2 WHERE parent = ? AND id = ?"_s.arg(column, m_name), {parent, id});
        if (!cursor.next())
            throw unknownCursor(id, backwards ? u"before"_s : u"after"_s);
        where += u" AND (%1, seq) %2 (?, ?)"_s.arg(column, descending ? u"<"_s : u">"_s);
        values.append({cursor.value(0), cursor.value(1)});
    }
    values.append(request.limit + 1); // the one too many tells whether there is more
    QSqlQuery rows = m_storage.run(
        u"SELECT id, CAST(object AS BLOB) FROM %1 WHERE %2 ORDER BY %3 %4, seq %4 LIMIT ?"_s.arg(
            m_name, where, column, descending ? u"DESC"_s : u"ASC"_s),
        values);
    Page page;
    while (rows.next()) {
        if (page.objects.size() == request.limit) {
            page.hasMore = true;
            break;
        }
        const QString id = rows.value(0).toString();
        if (page.objects.isEmpty())
            page.firstId = id;
        page.lastId = id;
        page.objects.append(rows.value(1).toByteArray());
    }
    if (backwards) {
        std::reverse(page.objects.begin(), page.objects.end());
        std::swap(page.firstId, page.lastId);
    }
    return page;
}

ObjectTable::Row rowOf(const QString &parent, const QJsonObject &object)
{
    static constexpr double latest = 1e15; // whatever somebody wrote there, it must fit
    const auto seconds = [&object](const QString &name) {
        return qint64(std::clamp(object[name].toDouble(), -latest, latest));
    };
    ObjectTable::Row row;
    row.parent = parent;
    row.id = object[u"id"_s].toString();
    row.createdAt = seconds(u"created_at"_s);
    row.updatedAt = object.contains(u"updated_at"_s) ? seconds(u"updated_at"_s) : row.createdAt;
    row.status = object[u"status"_s].toString();
    row.object = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return row;
}

} // namespace odc::server
