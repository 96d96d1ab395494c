// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalsapi.h"

#include "api/answers.h"
#include "api/requests.h"

namespace odc {

using namespace Qt::StringLiterals;
using answers::below;
using answers::inside;
using requests::posting;
using requests::reading;

namespace {

ApiRequest listing(const QString &path, const EvalListQuery &query)
{
    return requests::listing(
        path, query,
        {{u"order"_s, query.order}, {u"order_by"_s, query.orderBy}, {u"status"_s, query.status}});
}

} // namespace

EvalsApi::EvalsApi(RequestQueue &queue) : m_queue(queue) {}

QString EvalsApi::path(const QString &evalId)
{
    return below(u"/evals"_s, "/"_L1, evalId);
}

QString EvalsApi::runPath(const QString &evalId, const QString &runId)
{
    return below(path(evalId), "/runs/"_L1, runId);
}

Call EvalsApi::create(const QJsonObject &body, QObject *owner, std::function<void(Result<EvalObject>)> done)
{
    return answers::sendForObject<EvalObject>(m_queue, posting(u"/evals"_s, Effect::Creates, body), owner,
                                              std::move(done));
}

Call EvalsApi::list(const EvalListQuery &query, QObject *owner, std::function<void(Result<Page<EvalObject>>)> done)
{
    return answers::sendForPage<EvalObject>(m_queue, listing(u"/evals"_s, query), owner, std::move(done));
}

Call EvalsApi::retrieve(const QString &evalId, QObject *owner, std::function<void(Result<EvalObject>)> done)
{
    return answers::sendForObject<EvalObject>(m_queue, reading(path(evalId)), owner, std::move(done));
}

Call EvalsApi::update(const QString &evalId, const EvalUpdate &update, QObject *owner,
                      std::function<void(Result<EvalObject>)> done)
{
    QJsonObject body;
    if (update.name)
        body.insert(u"name"_s, *update.name);
    if (update.metadata)
        body.insert(u"metadata"_s, *update.metadata);
    return answers::sendForObject<EvalObject>(m_queue, posting(path(evalId), Effect::Changes, body), owner, std::move(done));
}

Call EvalsApi::remove(const QString &evalId, QObject *owner, std::function<void(Result<bool>)> done)
{
    return answers::sendForDeletion(m_queue, path(evalId), owner, std::move(done));
}

Call EvalsApi::createRun(const QString &evalId, const QJsonObject &body, QObject *owner,
                         std::function<void(Result<EvalRun>)> done)
{
    return answers::sendForObject<EvalRun>(
        m_queue, posting(inside(path(evalId), "/runs"_L1), Effect::Creates, body), owner, std::move(done));
}

Call EvalsApi::listRuns(const QString &evalId, const EvalListQuery &query, QObject *owner,
                        std::function<void(Result<Page<EvalRun>>)> done)
{
    return answers::sendForPage<EvalRun>(m_queue, listing(inside(path(evalId), "/runs"_L1), query), owner,
                                         std::move(done));
}

Call EvalsApi::retrieveRun(const QString &evalId, const QString &runId, QObject *owner,
                           std::function<void(Result<EvalRun>)> done)
{
    return answers::sendForObject<EvalRun>(m_queue, reading(runPath(evalId, runId)), owner, std::move(done));
}

Call EvalsApi::cancelRun(const QString &evalId, const QString &runId, QObject *owner,
                         std::function<void(Result<EvalRun>)> done)
{
    // The path of the run itself, without "/cancel" (WIRE §2, 38).
    return answers::sendForObject<EvalRun>(m_queue, posting(runPath(evalId, runId), Effect::Changes), owner, std::move(done));
}

Call EvalsApi::removeRun(const QString &evalId, const QString &runId, QObject *owner,
                         std::function<void(Result<bool>)> done)
{
    return answers::sendForDeletion(m_queue, runPath(evalId, runId), owner, std::move(done));
}

Call EvalsApi::listOutputItems(const QString &evalId, const QString &runId, const EvalListQuery &query, QObject *owner,
                               std::function<void(Result<Page<EvalOutputItem>>)> done)
{
    return answers::sendForPage<EvalOutputItem>(
        m_queue, listing(inside(runPath(evalId, runId), "/output_items"_L1), query), owner, std::move(done));
}

Call EvalsApi::retrieveOutputItem(const QString &evalId, const QString &runId, const QString &itemId, QObject *owner,
                                  std::function<void(Result<EvalOutputItem>)> done)
{
    return answers::sendForObject<EvalOutputItem>(
        m_queue, reading(below(runPath(evalId, runId), "/output_items/"_L1, itemId)), owner, std::move(done));
}

} // namespace odc
