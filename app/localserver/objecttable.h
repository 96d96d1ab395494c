// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/params.h"
#include "localserver/storage.h"

#include <optional>

namespace odc::server {

/**
 * The table of one kind of object: JSON text as a reply carries it, beside the columns that lists are
 * filtered and sorted by. An id is unique below its parent. Thread-safe. All functions throw StorageError.
 */
class ObjectTable
{
public:
    struct Row
    {
        QString parent; ///< what the object lies below: "", "eval_1", "eval_1/evalrun_1"
        QString id;
        qint64 createdAt = 0; ///< unix seconds
        qint64 updatedAt = 0; ///< unix seconds
        QString status;       ///< empty where the object has none
        QByteArray object;
    };

    /** What a list goes by; of equals, the one that was stored first is first. */
    enum class Order { Created, Updated, Stored };

    /** What a list holds. */
    struct Selection
    {
        QString parent;
        QStringList statuses; ///< empty = all
        Order order = Order::Created;
        /** A condition of the caller's on the rows, with one value; empty = none. */
        QString where = {};
        QVariant value = {};
    };

    /** The statements that make the table called \p name, for lists that go by \p orders. */
    static QStringList schema(QLatin1String name, const QList<Order> &orders);

    ObjectTable(const Storage &storage, QLatin1String name) : m_storage(storage), m_name(name) {}

    /** Adds \p rows in that order; with \p skipKnown those that exist are left alone, else they are an error.
     * Returns how many were added. */
    qsizetype insert(const QList<Row> &rows, bool skipKnown = false) const;
    /** Adds the row, or replaces all but the place of the one with its id. False when the very same object
     * was there. */
    bool put(const Row &row) const;
    std::optional<QByteArray> find(const QString &parent, const QString &id) const;
    /** Replaces object, status and time of change. Only a row whose status is among \p onlyWhen, unless that
     * is empty. False when there is none. */
    bool update(const Row &row, const QStringList &onlyWhen = {}) const;
    bool remove(const QString &parent, const QString &id) const;
    /** Removes everything below \p parent, at any depth. */
    void removeBelow(const QString &parent) const;
    qint64 count(const QString &parent) const;
    /** Rows of all parents whose status is among \p statuses, in the order in which they came. */
    QList<Row> withStatus(const QStringList &statuses) const;
    /** One page. Throws ApiFault for an unknown cursor. */
    Page page(const PageRequest &request, const Selection &selection) const;

private:
    const Storage &m_storage;
    const QLatin1String m_name;
};

/** A row made of an object that has the usual members: id, created_at, status. */
ObjectTable::Row rowOf(const QString &parent, const QJsonObject &object);

} // namespace odc::server
