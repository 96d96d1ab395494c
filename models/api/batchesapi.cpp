// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesapi.h"

#include "api/answers.h"
#include "net/body.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

ApiRequest posting(const QString &path, Effect effect)
{
    ApiRequest request;
    request.path = path;
    request.method = Method::Post;
    request.effect = effect;
    return request;
}

} // namespace

BatchesApi::BatchesApi(RequestQueue &queue) : m_queue(queue) {}

QString BatchesApi::path(const QString &batchId)
{
    const QString segment = pathSegment(batchId);
    return segment.isEmpty() ? QString() : u"/batches/"_s + segment;
}

Call BatchesApi::create(const QJsonObject &body, QObject *owner,
                        std::function<void(Result<BatchObject>)> done)
{
    ApiRequest request = posting(u"/batches"_s, Effect::Creates);
    request.body = std::make_shared<JsonBody>(body);
    return answers::sendForObject<BatchObject>(m_queue, std::move(request), owner, std::move(done));
}

Call BatchesApi::list(const BatchListQuery &query, QObject *owner,
                      std::function<void(Result<Page<BatchObject>>)> done)
{
    ApiRequest request;
    request.path = u"/batches"_s;
    if (query.background)
        request.lane = Lane::Background;
    if (query.limit > 0)
        request.query.append({u"limit"_s, QString::number(query.limit)});
    if (!query.after.isEmpty())
        request.query.append({u"after"_s, query.after});
    return answers::sendForPage<BatchObject>(m_queue, std::move(request), owner, std::move(done));
}

Call BatchesApi::retrieve(const QString &batchId, QObject *owner,
                          std::function<void(Result<BatchObject>)> done)
{
    ApiRequest request;
    request.path = path(batchId);
    return answers::sendForObject<BatchObject>(m_queue, std::move(request), owner, std::move(done));
}

Call BatchesApi::cancel(const QString &batchId, QObject *owner, std::function<void(Result<BatchObject>)> done)
{
    const QString batch = path(batchId);
    return answers::sendForObject<BatchObject>(
        m_queue, posting(batch.isEmpty() ? batch : batch + "/cancel"_L1, Effect::Changes), owner,
        std::move(done));
}

} // namespace odc
