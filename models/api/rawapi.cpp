// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawapi.h"

#include "api/answers.h"

namespace odc {

using namespace Qt::StringLiterals;

RawApi::RawApi(RequestQueue &queue) : m_queue(queue) {}

Call RawApi::list(const RawListQuery &query, QObject *owner,
                  std::function<void(Result<Page<RawObject>>)> done)
{
    ApiRequest request;
    request.path = query.path;
    request.lane = Lane::Background;
    const auto add = [&request](const QString &name, const QString &value) {
        if (!value.isEmpty())
            request.query.append({name, value});
    };
    add(u"limit"_s, query.limit > 0 ? QString::number(query.limit) : QString());
    add(u"order"_s, query.order);
    add(u"after"_s, query.after);
    return answers::sendForPage<RawObject>(m_queue, std::move(request), owner, std::move(done));
}

} // namespace odc
