// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"

#include <algorithm>

namespace odc::test {

namespace {

bool isId(const QByteArray &segment)
{
    return segment.startsWith('{');
}

} // namespace

bool Operation::isCalledBy(const QByteArray &calledMethod, const QByteArray &target) const
{
    const QByteArrayList wanted = ("/v1" + pattern).split('/');
    const QByteArrayList called = target.split('?').first().split('/');
    return method == calledMethod &&
           std::equal(wanted.cbegin(), wanted.cend(), called.cbegin(), called.cend(),
                      [](const QByteArray &pattern, const QByteArray &segment) {
                          return isId(pattern) ? !segment.isEmpty() : pattern == segment;
                      });
}

QStringList missingOperations(const QList<Operation> &operations, const QList<AnsweredRequest> &requests)
{
    QStringList missing;
    for (const Operation &operation : operations) {
        const bool answered =
            std::any_of(requests.cbegin(), requests.cend(), [&](const AnsweredRequest &each) {
                return each.status / 100 == 2 && operation.isCalledBy(each.method, each.target);
            });
        if (!answered)
            missing.append(operation.name());
    }
    return missing;
}

const QList<Operation> &batchOperations()
{
    static const QList<Operation> operations{
        {"POST", "/batches"},
        {"GET", "/batches"},
        {"GET", "/batches/{batch_id}"},
        {"POST", "/batches/{batch_id}/cancel"},
    };
    return operations;
}

const QList<Operation> &storeOperations()
{
    static const QList<Operation> operations{
        {"POST", "/vector_stores"},
        {"GET", "/vector_stores"},
        {"GET", "/vector_stores/{vector_store_id}"},
        {"POST", "/vector_stores/{vector_store_id}"},
        {"DELETE", "/vector_stores/{vector_store_id}"},
        {"POST", "/vector_stores/{vector_store_id}/search"},
        {"POST", "/vector_stores/{vector_store_id}/files"},
        {"GET", "/vector_stores/{vector_store_id}/files"},
        {"GET", "/vector_stores/{vector_store_id}/files/{file_id}"},
        {"POST", "/vector_stores/{vector_store_id}/files/{file_id}"},
        {"DELETE", "/vector_stores/{vector_store_id}/files/{file_id}"},
        {"GET", "/vector_stores/{vector_store_id}/files/{file_id}/content"},
        {"POST", "/vector_stores/{vector_store_id}/file_batches"},
        {"GET", "/vector_stores/{vector_store_id}/file_batches/{batch_id}"},
        {"POST", "/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"},
        {"GET", "/vector_stores/{vector_store_id}/file_batches/{batch_id}/files"},
    };
    return operations;
}

const QList<Operation> &fineTuningOperations()
{
    static const QList<Operation> operations{
        {"POST", "/fine_tuning/jobs"},
        {"GET", "/fine_tuning/jobs"},
        {"GET", "/fine_tuning/jobs/{job_id}"},
        {"POST", "/fine_tuning/jobs/{job_id}/cancel"},
        {"POST", "/fine_tuning/jobs/{job_id}/pause"},
        {"POST", "/fine_tuning/jobs/{job_id}/resume"},
        {"GET", "/fine_tuning/jobs/{job_id}/events"},
        {"GET", "/fine_tuning/jobs/{job_id}/checkpoints"},
        {"POST", "/fine_tuning/checkpoints/{checkpoint}/permissions"},
        {"GET", "/fine_tuning/checkpoints/{checkpoint}/permissions"},
        {"DELETE", "/fine_tuning/checkpoints/{checkpoint}/permissions/{permission_id}"},
        {"GET", "/models"},
        {"DELETE", "/models/{model}"},
    };
    return operations;
}

const QList<Operation> &evalOperations()
{
    static const QList<Operation> operations{
        {"POST", "/evals"},
        {"GET", "/evals"},
        {"GET", "/evals/{eval_id}"},
        {"POST", "/evals/{eval_id}"},
        {"DELETE", "/evals/{eval_id}"},
        {"POST", "/evals/{eval_id}/runs"},
        {"GET", "/evals/{eval_id}/runs"},
        {"GET", "/evals/{eval_id}/runs/{run_id}"},
        {"POST", "/evals/{eval_id}/runs/{run_id}"}, // cancels it
        {"DELETE", "/evals/{eval_id}/runs/{run_id}"},
        {"GET", "/evals/{eval_id}/runs/{run_id}/output_items"},
        {"GET", "/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}"},
    };
    return operations;
}

} // namespace odc::test
