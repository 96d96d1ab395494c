// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/bulkjob.h"

#include <QHash>

namespace odc {

class Session;

/// Deletes evals, which takes their runs with them, and runs. One that is already gone counts as done.
class DeleteEvalsJob final : public BulkJob
{
    Q_OBJECT
public:
    struct Thing
    {
        QString evalId;
        QString runId; ///< empty: the eval itself
        QString title;
    };
    DeleteEvalsJob(Session &session, const QList<Thing> &things, QObject *parent = nullptr);

Q_SIGNALS:
    /// `runId` is empty when it was an eval.
    void removed(const QString &evalId, const QString &runId);

protected:
    void run(int index) override;
    Abandoned abandon(int index) override;

private:
    Session &m_session;
    QList<Thing> m_things;
    QHash<int, Call> m_calls;
};

} // namespace odc
