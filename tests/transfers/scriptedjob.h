// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/bulkjob.h"

namespace odc::test {

/// A job whose items end when the test says so.
class ScriptedJob final : public BulkJob
{
public:
    ScriptedJob(Clock &clock, int count, int concurrency = 2, qint64 bytesEach = 0, Kind kind = Kind::Upload)
        : BulkJob(kind, concurrency, clock, nullptr)
    {
        for (int i = 0; i < count; ++i) {
            BulkItem item;
            item.id = QStringLiteral("item-%1").arg(i);
            item.title = QStringLiteral("title %1").arg(i);
            item.bytesTotal = bytesEach;
            addItem(item);
        }
    }
    using BulkJob::fail;
    using BulkJob::leaveUnknown;
    using BulkJob::setBytes;
    using BulkJob::skip;
    using BulkJob::succeed;

    QList<int> started; ///< in the order of run()
    QList<int> abandoned;
    bool endsAtOnce = false; ///< run() itself succeeds

protected:
    void run(int index) override
    {
        started << index;
        if (endsAtOnce)
            succeed(index);
    }
    Abandoned abandon(int index) override
    {
        abandoned << index;
        return Abandoned::Dropped;
    }
};

} // namespace odc::test
