// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "transfers/bulkjob.h"

#include <QHash>

namespace odc {

class Session;

/// Cancels batches. One that had ended by then is skipped, with a word; whether a call whose answer was lost has
/// arrived is read off the batch.
class CancelBatchesJob final : public BulkJob
{
    Q_OBJECT
public:
    /// `titles` are what people call them, by index.
    CancelBatchesJob(Session &session, const QList<BatchObject> &batches, const QStringList &titles,
                     QObject *parent = nullptr);

    /// Whether the batch is as it was to be, still: it may take minutes until it ends.
    static bool isBeingCancelled(const BatchObject &batch);
    QString runningText() const override;
    QString doneText(int count) const override;

Q_SIGNALS:
    /// The batch as it is now.
    void changed(const odc::BatchObject &batch);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    void readAgain(int index, const ApiError &refusal);

    Session &m_session;
    QHash<int, Call> m_calls;
};

} // namespace odc
