// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "api/page.h"
#include "base/call.h"
#include "base/result.h"

#include <functional>

class QObject;

namespace odc {

class RequestQueue;

/// Parameters of the list; unset ones are not sent. It has neither an order nor filters: newest first (WIRE
/// §2, 11).
struct BatchListQuery
{
    int limit = 0; ///< 1..100, 0 = the server's default
    QString after;
    bool background = false; ///< stands back behind what a person waits for
};

/// The four operations on /batches (WIRE §2, 10-13). Callbacks as in RequestQueue::send; long pages are
/// parsed on the pool. Create and cancel go out exactly once; a lost answer is OutcomeUnknown. GUI thread.
class BatchesApi
{
public:
    explicit BatchesApi(RequestQueue &queue);

    /// `body`: input_file_id, endpoint, completion_window, metadata, output_expires_after.
    Call create(const QJsonObject &body, QObject *owner, std::function<void(Result<BatchObject>)> done);
    Call list(const BatchListQuery &query, QObject *owner,
              std::function<void(Result<Page<BatchObject>>)> done);
    Call retrieve(const QString &batchId, QObject *owner, std::function<void(Result<BatchObject>)> done);
    /// The answer is a batch that is cancelling; up to ten minutes later it is cancelled.
    Call cancel(const QString &batchId, QObject *owner, std::function<void(Result<BatchObject>)> done);

    /// Below the base URL; empty, which the queue refuses, when the id cannot be part of a path.
    static QString path(const QString &batchId);

private:
    RequestQueue &m_queue;
};

} // namespace odc
