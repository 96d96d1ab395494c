// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/reply.h"
#include "localserver/request.h"

#include <QList>

#include <functional>
#include <list>

namespace odc::server {

using Handler = std::function<Reply(RequestContext &)>;

/** One operation: a method and a path pattern such as "/v1/files/{file_id}". */
struct Route
{
    QByteArray method;
    QByteArray pattern;
    Handler handler;
    /** False for an operation that changes nothing stored, such as a search by POST: allowed when read-only.
     */
    bool changes = false;
    /** False only for operations that need no key. */
    bool needsKey = true;
    /** Announced bodies beyond this many bytes are refused with 413 before they are read. */
    qint64 maxBody = 64 * 1024 * 1024;
};

/** Finds the route of a request. Filled before the server starts, then only read, from any thread. */
class Router
{
public:
    /** Adds a route and returns it for adjustment; POST and DELETE are taken to change something. */
    Route &add(const QByteArray &method, const QByteArray &pattern, Handler handler);

    /** The matching route, with the context's path parameters filled. Throws ApiFault 404 or 405. */
    const Route &match(RequestContext &context) const;

private:
    struct Entry
    {
        Route route;
        QList<QByteArray> segments;
    };
    std::list<Entry> m_entries; // a list, so that references handed out by add() stay valid
};

} // namespace odc::server
