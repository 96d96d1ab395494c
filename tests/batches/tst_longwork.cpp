// SPDX-License-Identifier: GPL-3.0-or-later
#include "../api/apibench.h"
#include "base/longwork.h"
#include "batches/batchpreparation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QSemaphore>
#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

#include <atomic>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

/// A big file is worked on while the lists go on.
class TestLongWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aListIsReadWhileFilesAreWritten();
    void waitingIsForLongAndShortWork();
};

void TestLongWork::aListIsReadWhileFilesAreWritten()
{
    QThreadPool &common = *QThreadPool::globalInstance();
    const int threads = common.maxThreadCount();
    common.setMaxThreadCount(1); // as on a computer of one core
    QSemaphore entered;
    QSemaphore leave;
    const auto end = qScopeGuard([&] {
        leave.release(2);
        waitForBackground();
        common.setMaxThreadCount(threads);
    });

    SystemClock clock;
    BatchPreparation first(clock);
    BatchPreparation second(clock);
    for (BatchPreparation *preparation : {&first, &second}) {
        preparation->write(
            [&](const QString &, const JsonlWorkPtr &) -> Result<qint64> {
                entered.release();
                leave.acquire();
                return failure(ApiError::make(ApiError::Kind::Cancelled));
            },
            u"requests.jsonl"_s, 1000);
    }
    QTRY_COMPARE(entered.available(), 2); // both at once, too

    QJsonArray batches;
    for (int i = 0; i < 100; ++i) {
        batches.append(QJsonObject{{u"id"_s, u"batch_%1"_s.arg(i)},
                                   {u"object"_s, u"batch"_s},
                                   {u"status"_s, u"completed"_s},
                                   {u"metadata"_s, QJsonObject{{u"note"_s, QString(2000, u'x')}}}});
    }
    const QByteArray page =
        QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, batches}}).toJson();
    ApiBench bench;
    bench.wire->once(Method::Get, u"/v1/batches"_s, FakeReply::json(page));
    std::optional<Result<Page<BatchObject>>> listed;
    bench.session->batches().list({}, this, into(&listed));
    QTRY_VERIFY(listed);
    QVERIFY(listed->has_value());
    QCOMPARE((*listed)->items.size(), 100);
    QVERIFY(first.isRunning() && second.isRunning());
}

void TestLongWork::waitingIsForLongAndShortWork()
{
    QSemaphore leave;
    std::atomic_int done = 0;
    longWorkPool()->start([&] {
        leave.acquire();
        ++done;
        QThreadPool::globalInstance()->start([&] { ++done; }); // what long work leaves behind
    });
    leave.release();
    waitForBackground();
    QCOMPARE(int(done), 2);
}

QTEST_GUILESS_MAIN(TestLongWork)
#include "tst_longwork.moc"
