// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibench.h"
#include "index/objectindex.h"
#include "overview/overviewtally.h"
#include "transfers/transferqueue.h"
#include "watch/jobwatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace odc::test {

using namespace Qt::StringLiterals;

/// An index that is fed by hand, a watch that asks nothing, and the figures of both.
struct OverviewBench
{
    OverviewBench()
        : index(ObjectIndex::Options(), wire.clock), transfers(*wire.session, options()),
          watch(*wire.session, index, transfers, wire.clock), tally(index, watch, wire.clock)
    {
        tally.setSince(since());
        watch.start(0);
    }

    TransferQueue::Options options() const
    {
        TransferQueue::Options options;
        options.journalFolder = folder.path();
        return options;
    }
    qint64 now() const { return wire.clock.unixSeconds(); }
    /// The last visit: a day ago.
    qint64 since() const { return now() - 24 * 3600; }

    /// A whole list, as a server gives it in one page.
    void answer(const QString &path, const QJsonArray &data)
    {
        SeenAnswer seen;
        seen.method = "GET";
        seen.path = path;
        seen.status = 200;
        seen.body =
            QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}})
                .toJson();
        seen.atUnix = now();
        index.answered(seen);
    }
    /// What was answered is in the index, and in the figures.
    bool counted()
    {
        if (!QTest::qWaitFor([this] { return index.isLoaded(); }, 30'000))
            return false;
        bool settled = false;
        index.whenSettled(&tally, [&settled] { settled = true; });
        if (!QTest::qWaitFor([&settled] { return settled; }, 30'000))
            return false;
        tally.setExpiresDays(6); // it counts anew, whether or not it has heard of them
        tally.setExpiresDays(7);
        return QTest::qWaitFor([this] { return tally.isCurrent(); }, 30'000);
    }

    ApiBench wire;
    QTemporaryDir folder;
    ObjectIndex index;
    TransferQueue transfers;
    JobWatch watch;
    OverviewTally tally;
};

} // namespace odc::test
