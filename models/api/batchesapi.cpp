// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchesapi.h"

#include "api/answers.h"
#include "api/requests.h"

namespace odc {

using namespace Qt::StringLiterals;

BatchesApi::BatchesApi(RequestQueue &queue) : m_queue(queue) {}

QString BatchesApi::path(const QString &batchId)
{
    const QString segment = pathSegment(batchId);
    return segment.isEmpty() ? QString() : u"/batches/"_s + segment;
}

Call BatchesApi::create(const QJsonObject &body, QObject *owner,
                        std::function<void(Result<BatchObject>)> done)
{
    return answers::sendForObject<BatchObject>(
        m_queue, requests::posting(u"/batches"_s, Effect::Creates, body), owner, std::move(done));
}

Call BatchesApi::list(const BatchListQuery &query, QObject *owner,
                      std::function<void(Result<Page<BatchObject>>)> done)
{
    return answers::sendForPage<BatchObject>(m_queue, requests::listing(u"/batches"_s, query), owner,
                                             std::move(done));
}

Call BatchesApi::retrieve(const QString &batchId, QObject *owner,
                          std::function<void(Result<BatchObject>)> done)
{
    return answers::sendForObject<BatchObject>(m_queue, requests::reading(path(batchId)), owner,
                                               std::move(done));
}

Call BatchesApi::cancel(const QString &batchId, QObject *owner, std::function<void(Result<BatchObject>)> done)
{
    const QString batch = path(batchId);
    return answers::sendForObject<BatchObject>(
        m_queue, requests::posting(batch.isEmpty() ? batch : batch + "/cancel"_L1, Effect::Changes), owner,
        std::move(done));
}

} // namespace odc
