// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonfields.h"
#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace odc {

/// One page of a list. `T` has `static T fromJson(const QJsonObject &)` and `id`.
template <typename T> struct Page
{
    QList<T> items;
    bool hasMore = false;
    QString lastId; ///< cursor for the next page: the last item's id, as the official SDKs do; empty on an
                    ///< empty page. Of a T with `followsLastId` the answer's own `last_id`, where it has one
    bool tellsMore = true; ///< it said whether there is more; some servers do not

    /// From the JSON text of a list answer. BadResponse when it is none.
    static Result<Page> fromBody(const QByteArray &body)
    {
        QString error;
        const auto object = json::parseObject(body, &error);
        if (!object)
            return failure(ApiError::make(ApiError::Kind::BadResponse, error));
        const QJsonValue data = object->value(QLatin1StringView("data"));
        if (!data.isArray())
            return failure(
                ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("\"data\" is no list")));
        Page page;
        const QJsonArray array = data.toArray();
        page.items.reserve(array.size());
        for (const QJsonValue &value : array) {
            T item = T::fromJson(value.toObject());
            if (!item.id.isEmpty()) // nothing can be done with an object that has no id
                page.items.append(std::move(item));
        }
        page.hasMore = json::boolean(*object, QLatin1StringView("has_more"));
        page.tellsMore = object->value(QLatin1StringView("has_more")).isBool();
        if (!page.items.isEmpty())
            page.lastId = page.items.last().id;
        if constexpr (requires { T::followsLastId; }) {
            if (const QString last = json::text(*object, QLatin1StringView("last_id")); !last.isEmpty())
                page.lastId = last;
        }
        return page;
    }
};

} // namespace odc
