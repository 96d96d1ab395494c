// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivebench.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

/// What a go says of itself at its end: whole only when it is.
class TestArchiveOutcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeMendedIsSaid_data();
    void whatCannotBeMendedIsSaid();
    void aLineThatBreaksAtOneContentEndsNothing();
    void aLineThatIsGoneEndsIt();
    void aGoThatBreaksOffIsNotComplete();
};

void TestArchiveOutcome::whatCannotBeMendedIsSaid_data()
{
    QTest::addColumn<QByteArray>("lostAt");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("key");
    QTest::newRow("a content") << QByteArray("/file-000001/content") << u"contents"_s << u"file-000001"_s;
    QTest::newRow("the items of a run")
        << QByteArray("/evalrun_0_000/output_items") << u"output_items"_s << QString();
}

void TestArchiveOutcome::whatCannotBeMendedIsSaid()
{
    QFETCH(QByteArray, lostAt);
    QFETCH(QString, list);
    QFETCH(QString, key);
    ArchiveBench bench;
    bench.fill({1, 1, 3, 3});
    bench.startTarget();
    // What is written there is not there when it is read back, however often.
    bench.targetProxy = std::make_unique<FaultProxy>(bench.target.url());
    bench.targetProxy->add("GET", lostAt, Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s),
                           -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 1);
    const ArchiveFailure failure = job->report().failures.first();
    QCOMPARE(failure.list, list);
    QVERIFY2(key.isEmpty() || failure.key == key, qPrintable(failure.key));
    QVERIFY(failure.reason.contains(u"not in the archive"_s));
    QCOMPARE(job->report().line(list)->failed, 1);
    // The next go, when that is over, has it whole.
    bench.targetProxy->clearFaults();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.manifest()[u"contents"_s].toObject().size(), 3);
}

void TestArchiveOutcome::aLineThatBreaksAtOneContentEndsNothing()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 8});
    bench.startTarget();
    bench.proxy->add("GET", "/file-000002/content", Fault::drop(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 1);
    QCOMPARE(job->report().failures.first().key, u"file-000002"_s);
    QCOMPARE(job->report().line(u"contents"_s)->inArchive, 7);
}

void TestArchiveOutcome::aLineThatIsGoneEndsIt()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 8});
    bench.startTarget();
    bench.proxy->add("GET", "/content", Fault::drop(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(!job->report().reason.isEmpty());
    QCOMPARE(job->report().failures.size(), 0); // no single one of them is to blame
}

void TestArchiveOutcome::aGoThatBreaksOffIsNotComplete()
{
    ArchiveBench bench;
    bench.fill({1, 1, 1, 1});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    QVERIFY(bench.manifest()[u"completed_at"_s].toInteger() > 0);
    bench.proxy->add({}, {}, Fault::drop(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(!job->report().verified);
    QCOMPARE(bench.manifest()[u"completed_at"_s].toInteger(), 0);
}

QTEST_GUILESS_MAIN(TestArchiveOutcome)
#include "tst_archiveoutcome.moc"
