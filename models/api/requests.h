// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httptypes.h"

#include <QJsonObject>

/// The requests that every endpoint class makes. Only for .cpp files: it needs net.
namespace odc::requests {

using QueryItems = QList<QPair<QString, QString>>;

ApiRequest reading(const QString &path);
/// Without a body.
ApiRequest posting(const QString &path, Effect effect);
ApiRequest posting(const QString &path, Effect effect, const QJsonObject &body);

/// Of `more`, what is not empty is sent, between how many are wanted and where they begin.
ApiRequest page(const QString &path, int limit, const QueryItems &more, const QString &after,
                bool background);

/// One page of a list. `Query` says how many, after which one, and whether it stands back behind what a
/// person waits for.
template <typename Query>
ApiRequest listing(const QString &path, const Query &query, const QueryItems &more = {})
{
    return page(path, query.limit, more, query.after, query.background);
}

} // namespace odc::requests
