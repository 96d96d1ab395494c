// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evaloutputitem.h"
#include "api/evalrun.h"
#include "api/page.h"
#include "base/call.h"
#include "base/result.h"

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// Parameters of the three lists; unset ones are not sent.
struct EvalListQuery
{
    int limit = 0; ///< 1..100, 0 = the server's default
    QString order;   ///< "asc" or "desc"
    QString orderBy; ///< evals only: "created_at" or "updated_at"
    QString status;  ///< runs: a status; output items: "pass" or "fail"
    QString after;
    bool background = false; ///< stands back behind what a person waits for
};

/// What can be changed of an eval.
struct EvalUpdate
{
    std::optional<QString> name;
    std::optional<QJsonObject> metadata; ///< replaces all of it
};

/// The twelve operations on /evals (WIRE §2, 30-41). Callbacks as in RequestQueue::send; long pages are parsed on the
/// pool. The two creates and the cancel go out exactly once; a lost answer is OutcomeUnknown. GUI thread.
class EvalsApi
{
public:
    explicit EvalsApi(RequestQueue &queue);

    /// `body` as in WIRE §10.
    Call create(const QJsonObject &body, QObject *owner, std::function<void(Result<EvalObject>)> done);
    Call list(const EvalListQuery &query, QObject *owner, std::function<void(Result<Page<EvalObject>>)> done);
    Call retrieve(const QString &evalId, QObject *owner, std::function<void(Result<EvalObject>)> done);
    Call update(const QString &evalId, const EvalUpdate &update, QObject *owner,
                std::function<void(Result<EvalObject>)> done);
    /// With all its runs. True: deleted now; false: it was already gone.
    Call remove(const QString &evalId, QObject *owner, std::function<void(Result<bool>)> done);

    /// `body` as in WIRE §10.
    Call createRun(const QString &evalId, const QJsonObject &body, QObject *owner,
                   std::function<void(Result<EvalRun>)> done);
    Call listRuns(const QString &evalId, const EvalListQuery &query, QObject *owner,
                  std::function<void(Result<Page<EvalRun>>)> done);
    Call retrieveRun(const QString &evalId, const QString &runId, QObject *owner,
                     std::function<void(Result<EvalRun>)> done);
    Call cancelRun(const QString &evalId, const QString &runId, QObject *owner,
                   std::function<void(Result<EvalRun>)> done);
    Call removeRun(const QString &evalId, const QString &runId, QObject *owner,
                   std::function<void(Result<bool>)> done);

    Call listOutputItems(const QString &evalId, const QString &runId, const EvalListQuery &query, QObject *owner,
                         std::function<void(Result<Page<EvalOutputItem>>)> done);
    Call retrieveOutputItem(const QString &evalId, const QString &runId, const QString &itemId, QObject *owner,
                            std::function<void(Result<EvalOutputItem>)> done);

    /// Below the base URL; empty, which the queue refuses, when an id cannot be part of a path.
    static QString path(const QString &evalId);
    static QString runPath(const QString &evalId, const QString &runId);

private:
    RequestQueue &m_queue;
};

} // namespace odc
