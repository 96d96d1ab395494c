// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtasks.h"

#include "api/session.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int cancelsAtOnce = 4;

} // namespace

CancelBatchesJob::CancelBatchesJob(Session &session, const QList<BatchObject> &batches, const QStringList &titles,
                                   QObject *parent)
    : BulkJob(Kind::Cancel, cancelsAtOnce, session.clock(), parent), m_session(session)
{
    for (qsizetype i = 0; i < batches.size(); ++i) {
        BulkItem item;
        item.id = batches.at(i).id;
        item.title = titles.value(i, item.id);
        addItem(item);
    }
}

bool CancelBatchesJob::isBeingCancelled(const BatchObject &batch)
{
    return batch.status == "cancelling"_L1 || batch.status == "cancelled"_L1;
}

QString CancelBatchesJob::runningText() const
{
    const QString one = onlyTitle();
    return one.isEmpty() ? tr("Cancelling batch %1 of %2").arg(currentNumber(), totalNumber())
                         : tr("Cancelling “%1”").arg(one);
}

// The service has taken the wish; the end of a batch comes minutes later, and the list tells it.
QString CancelBatchesJob::doneText(int count) const
{
    const QString one = onlyTitle();
    return one.isEmpty() ? tr("%Ln batch(es) being cancelled", nullptr, count)
           : count > 0   ? tr("“%1” is being cancelled").arg(one)
                         : tr("“%1” not cancelled").arg(one);
}

void CancelBatchesJob::run(int index)
{
    m_calls.insert(index, m_session.batches().cancel(item(index).id, this, [this, index](Result<BatchObject> result) {
        m_calls.remove(index);
        if (!result) {
            // Lost, or too late: either way the batch itself says what came of it.
            readAgain(index, result.error());
            return;
        }
        Q_EMIT changed(*result);
        succeed(index);
    }));
}

void CancelBatchesJob::readAgain(int index, const ApiError &refusal)
{
    const bool lost = refusal.kind == ApiError::Kind::OutcomeUnknown;
    if (!lost && refusal.kind != ApiError::Kind::Invalid && refusal.kind != ApiError::Kind::Conflict) {
        fail(index, refusal);
        return;
    }
    const auto done = [this, index, refusal](const Result<BatchObject> &result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, refusal);
            return;
        }
        Q_EMIT changed(*result);
        if (isBeingCancelled(*result))
            succeed(index);
        else if (result->isFinished())
            skip(index, tr("had ended before"));
        else
            fail(index, refusal); // it did not arrive: to be tried again by hand
    };
    m_calls.insert(index, m_session.batches().retrieve(item(index).id, this, done));
}

BulkJob::Abandoned CancelBatchesJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was cancelled after all, the list shows it
}

} // namespace odc
