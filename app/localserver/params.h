// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/request.h"

#include <QByteArrayList>

namespace odc::server {

struct ApiFault;

/** An integer query parameter: \p fallback when absent; ApiFault 400 when not an integer or outside the
 * range. */
qint64 intParam(const RequestContext &context, const QString &name, qint64 minimum, qint64 maximum,
                qint64 fallback);

/** A query parameter out of \p allowed; the first one is the default. ApiFault 400 otherwise. */
QString enumParam(const RequestContext &context, const QString &name, const QStringList &allowed);

/** What a list operation was asked for. */
struct PageRequest
{
    qint64 limit = 0;
    bool descending = true;
    QString after;  ///< empty = from the start
    QString before; ///< the page that ends in front of this one, in the same order; empty = none
};

/** Which end of a list comes first unless the request says so. */
enum class FirstPage { Newest, Oldest };

/** Reads limit, order (asc|desc) and after. Throws ApiFault 400. */
PageRequest pageRequest(const RequestContext &context, qint64 maxLimit, qint64 defaultLimit,
                        FirstPage first = FirstPage::Newest);

/** The same with before, for lists that can be paged backwards: one of both cursors at most. */
PageRequest cursorPageRequest(const RequestContext &context, qint64 maxLimit, qint64 defaultLimit);

/** ApiFault for a cursor that names nothing. 400, not 404: a 404 would mean that the list itself is not
 * there. */
ApiFault unknownCursor(const QString &id, const QString &name = QStringLiteral("after"));

/** One page of a list. */
struct Page
{
    QByteArrayList objects; ///< JSON text of each object
    QString firstId;        ///< empty on an empty page
    QString lastId;
    bool hasMore = false;

    /** {"object":"list","data":[...],first_id,last_id,has_more}; ids are null on an empty page. */
    QByteArray toJson() const;
};

} // namespace odc::server
