// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/localroutes.h"

#include "localserver/params.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

void addLocalRoutes(Router &router, RequestLog &log, bool readOnly)
{
    router
        .add("GET", "/_local/health",
             [readOnly](RequestContext &) {
                 return Reply::json({{u"status"_s, u"ok"_s}, {u"read_only"_s, readOnly}});
             })
        .needsKey = false;
    router.add("GET", "/_local/requests", [&log](RequestContext &context) {
        const qint64 since = intParam(context, u"since"_s, 0, std::numeric_limits<qint64>::max(), 0);
        QJsonArray data;
        for (const LoggedRequest &entry : log.entries(quint64(since)))
            data.append(entry.toJson());
        return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, data}});
    });
    router
        .add("DELETE", "/_local/requests",
             [&log](RequestContext &) {
                 log.clear();
                 return Reply::json({{u"object"_s, u"list"_s}, {u"deleted"_s, true}});
             })
        .changes = false;
}

} // namespace odc::server
