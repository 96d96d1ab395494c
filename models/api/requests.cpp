// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"

#include "net/body.h"

namespace odc::requests {

using namespace Qt::StringLiterals;

ApiRequest reading(const QString &path)
{
    ApiRequest request;
    request.path = path;
    return request;
}

ApiRequest posting(const QString &path, Effect effect)
{
    ApiRequest request = reading(path);
    request.method = Method::Post;
    request.effect = effect;
    return request;
}

ApiRequest posting(const QString &path, Effect effect, const QJsonObject &body)
{
    ApiRequest request = posting(path, effect);
    request.body = std::make_shared<JsonBody>(body);
    return request;
}

ApiRequest page(const QString &path, int limit, const QueryItems &more, const QString &after, bool background)
{
    ApiRequest request = reading(path);
    if (background)
        request.lane = Lane::Background;
    if (limit > 0)
        request.query.append({u"limit"_s, QString::number(limit)});
    for (const auto &[name, value] : more) {
        if (!value.isEmpty())
            request.query.append({name, value});
    }
    if (!after.isEmpty())
        request.query.append({u"after"_s, after});
    return request;
}

} // namespace odc::requests
