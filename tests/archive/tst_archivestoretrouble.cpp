// SPDX-License-Identifier: GPL-3.0-or-later
// Vector stores whose server, line or archive is not as it should be: one thing that is wrong is said, the
// rest is kept.
#include "archivestores.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

class TestArchiveStoreTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextThatIsNotHandedOutIsSaid_data();
    void aTextThatIsNotHandedOutIsSaid();
    void aTextThatIsNoneIsSaid_data();
    void aTextThatIsNoneIsSaid();
    void aTextThatGoesOnElsewhereIsSaid();
    void aListCutShortIsNotTakenForWhole_data();
    void aListCutShortIsNotTakenForWhole();
    void aMissingAreaIsSaid_data();
    void aMissingAreaIsSaid();
    void idsThatArePathsLeadNowhere();
    void aHoldIsObeyed();
    void aLineThatBreaksAtOneTextEndsNothing();
    void aLineThatIsGoneEndsIt();
    void damageIsFoundAndMended();
    void whatCannotBeMendedIsSaid();
    void aManifestThatLiesIsMended();
};

void TestArchiveStoreTrouble::aTextThatIsNotHandedOutIsSaid_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 404, 405, 410})
        QTest::addRow("%d", status) << status;
}

void TestArchiveStoreTrouble::aTextThatIsNotHandedOutIsSaid()
{
    QFETCH(const int, status);
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    bench.proxy->add("GET", textPath, Fault::apiError(status, u"invalid_request_error"_s, u"none"_s), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY(report.outcome == Outcome::WithFailures);
    QVERIFY(report.verified);
    QVERIFY2(report.headline().contains(u"does not hand out 1 of the contents"),
             qPrintable(report.headline()));
    QCOMPARE(report.failures.size(), 1);
    QVERIFY(report.failures.first().refused);
    QCOMPARE(report.failures.first().list, texts);
    QCOMPARE(report.failures.first().key, u"vs_0000/file-000001"_s);
    QCOMPARE(report.line(texts)->refused, 1);
    QCOMPARE(report.line(texts)->failed, 1);
    QCOMPARE(report.line(texts)->atSource, 4);
    QCOMPARE(report.line(texts)->inArchive, 3);
    QVERIFY(report.toText(job->manifest().source, {}).contains(u"1 not handed out"_s));

    // Services have answered so by mistake: it is asked for once more, and it alone.
    bench.proxy->clearFaults();
    bench.source.clearLog();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveStoreTrouble::aTextThatIsNoneIsSaid_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("cut short") << QByteArray(R"({"data":[{"type":"te)");
    QTest::newRow("a page of a gateway") << QByteArray("<html>Sign in</html>");
    QTest::newRow("no list") << QByteArray(R"({"data":{"text":"x"}})");
    QTest::newRow("a list only") << QByteArray(R"([{"text":"x"}])");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("more than any answer may be")
        << QByteArray(R"({"data":[{"text":")" + QByteArray(66 * 1024 * 1024, 'x') + R"("}]})");
}

void TestArchiveStoreTrouble::aTextThatIsNoneIsSaid()
{
    QFETCH(const QByteArray, answer);
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    bench.proxy->add("GET", textPath, Fault::answer(200, answer, {{"Content-Type", "application/json"}}));
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY2(report.outcome == Outcome::WithFailures, qPrintable(report.headline()));
    QVERIFY(report.headline().contains(u"1 thing"_s) ||
            report.headline().contains(u"1 thing(s) could not be fetched"_s));
    QCOMPARE(report.failures.size(), 1);
    QCOMPARE(report.failures.first().key, u"vs_0000/file-000001"_s);
    QVERIFY(!report.failures.first().refused);
    QVERIFY(report.failures.first().reason.size() > 10);
    QCOMPARE(report.line(texts)->inArchive, 3);
    QVERIFY(!bench.manifest()[u"lists"_s][texts].toObject().contains(u"vs_0000/file-000001"_s));

    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveStoreTrouble::aTextThatGoesOnElsewhereIsSaid()
{
    ArchiveBench bench;
    bench.fill(onlyStores(1));
    bench.startTarget();
    const QByteArray first =
        R"({"data":[{"type":"text","text":"first half"}],"has_more":true,"next_page":"p2"})";
    bench.proxy->add("GET", textPath, Fault::answer(200, first, {{"Content-Type", "application/json"}}));
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 1);
    QVERIFY(job->report().failures.first().reason.contains(u"more of it"_s));
    // What came is kept, and asked for again.
    QCOMPARE(ArchiveBench::read(bench.target.url()).contents.value(u"vs_0000/file-000001"_s), first);
    bench.source.clearLog();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(ArchiveBench::read(bench.target.url()).contents.value(u"vs_0000/file-000001"_s),
             ArchiveBench::text(0, 1));
}

void TestArchiveStoreTrouble::aListCutShortIsNotTakenForWhole_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("times");
    QTest::newRow("garbled") << QByteArray(R"({"object":"list","data":[{"id":"file-000)") << 1;
    QTest::newRow("no list") << QByteArray(R"({"object":"list","data":null})") << 1;
    QTest::newRow("without an end") << page({ArchiveBench::storeFile(0, 0)}, true) << -1;
}

void TestArchiveStoreTrouble::aListCutShortIsNotTakenForWhole()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, times);
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    const Everything before = ArchiveBench::read(bench.target.url());
    bench.proxy->add("GET", "/vector_stores/vs_0000/files",
                     Fault::answer(200, answer, {{"Content-Type", "application/json"}}), times);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QCOMPARE(job->report().failures.size(), 1);
    QCOMPARE(job->report().failures.first().list, storeFiles);
    QCOMPARE(job->report().failures.first().key, u"vs_0000"_s);
    QCOMPARE(job->manifest().gone.value(storeFiles).size(), 0);
    QCOMPARE(difference(before, ArchiveBench::read(bench.target.url())), QString());

    bench.proxy->clearFaults();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
}

void TestArchiveStoreTrouble::aMissingAreaIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not found") << 404;
    QTest::newRow("gone") << 410;
}

void TestArchiveStoreTrouble::aMissingAreaIsSaid()
{
    QFETCH(const int, status);
    ArchiveBench bench;
    bench.fill({0, 0, 0, 2, 0, 2, 6});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    bench.proxy->add("GET", "/vector_stores", Fault::apiError(status, u"invalid_request_error"_s, u"gone"_s),
                     -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    for (const QString &list : {stores, storeFiles, texts})
        QVERIFY2(!job->report().line(list)->unavailable.isEmpty(), qPrintable(list));
    QVERIFY(job->report().line(u"files"_s)->unavailable.isEmpty());
    QCOMPARE(job->report().line(stores)->inArchive, 2);
    QCOMPARE(job->report().line(stores)->gone, 0);
    QCOMPARE(job->report().line(texts)->inArchive, 4);
}

void TestArchiveStoreTrouble::idsThatArePathsLeadNowhere()
{
    ArchiveBench bench;
    bench.fill(onlyStores(1));
    bench.startTarget();
    const auto called = [](const QJsonObject &object, const QString &id) {
        return with(object, u"id"_s, id);
    };
    bench.proxy->add(
        "GET", "/vector_stores",
        Fault::answer(200, page({called(ArchiveBench::store(1), u".."_s),
                                 called(ArchiveBench::store(1), u"../../files"_s), ArchiveBench::store(0)})));
    bench.proxy->add("GET", "/vector_stores/vs_0000/files",
                     Fault::answer(200, page({called(ArchiveBench::storeFile(0, 0), u"."_s),
                                              called(ArchiveBench::storeFile(0, 0), u"a/../b"_s),
                                              ArchiveBench::storeFile(0, 1)})));
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QVERIFY(job->report().verified);
    QCOMPARE(job->report().failures.size(), 4);
    const Everything got = ArchiveBench::read(bench.target.url());
    QCOMPARE(got.objects.size(), 1 + 1);
    QCOMPARE(got.contents.keys(), QStringList{u"vs_0000/file-000001"_s});
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
}

void TestArchiveStoreTrouble::aHoldIsObeyed()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    bench.proxy->add("GET", "/content", Fault::rateLimitedMs(300), 2);
    bench.proxy->add("GET", "/files", Fault::rateLimitedMs(300), 1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(job->report().line(texts)->inArchive, 4);
}

void TestArchiveStoreTrouble::aLineThatBreaksAtOneTextEndsNothing()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2, 18));
    bench.startTarget();
    bench.proxy->add("GET", textPath, Fault::drop(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QCOMPARE(job->report().failures.size(), 1);
    QCOMPARE(job->report().failures.first().key, u"vs_0000/file-000001"_s);
    QCOMPARE(job->report().line(texts)->inArchive, 11);
}

void TestArchiveStoreTrouble::aLineThatIsGoneEndsIt()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    bench.proxy->add("GET", "/content", Fault::drop(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(!job->report().reason.isEmpty());
    QCOMPARE(job->report().failures.size(), 0);
}

void TestArchiveStoreTrouble::damageIsFoundAndMended()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // Somebody meddled: a text is another, and a file in a store.
    QCOMPARE(put(bench.target.url(), "/_local" + textPath, R"({"data":[]})").status, 200);
    const QJsonObject wrong = with(ArchiveBench::storeFile(1, 2), u"status"_s, u"completed"_s);
    const QJsonObject body{{u"parent"_s, inStore(u"vs_0001"_s)}, {u"data"_s, QJsonArray{wrong}}};
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(job->report().line(texts)->inArchive, 4);
    QCOMPARE(job->report().line(texts)->atSource, 4);
    QCOMPARE(put(bench.target.url(), "/_local/objects/vector_store_files", jsonText(body)).status, 200);
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveStoreTrouble::whatCannotBeMendedIsSaid()
{
    ArchiveBench bench;
    bench.fill(onlyStores(1));
    bench.startTarget();
    // What is written there is not there when it is read back, however often.
    bench.targetProxy = std::make_unique<FaultProxy>(bench.target.url());
    bench.targetProxy->add("GET", textPath, Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s),
                           -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 1);
    const ArchiveFailure failure = job->report().failures.first();
    QCOMPARE(failure.list, texts);
    QCOMPARE(failure.key, u"vs_0000/file-000001"_s);
    QVERIFY(!failure.refused);
    QVERIFY(failure.reason.contains(u"not in the archive"_s));
    bench.targetProxy->clearFaults();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
}

void TestArchiveStoreTrouble::aManifestThatLiesIsMended()
{
    ArchiveBench bench;
    bench.fill(onlyStores(1));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    QJsonObject manifest = bench.manifest();
    QJsonObject lists = manifest[u"lists"_s].toObject();
    QJsonObject claimed = lists[texts].toObject();
    const QJsonObject entry{{u"of"_s, u"00"_s}, {u"count"_s, 3}, {u"checksum"_s, u"00"_s}};
    for (const QString &key : {u".."_s, u"vs_0000"_s, u"vs_0000/.."_s, u"a/b/c"_s, u"vs_0000/file-9"_s})
        claimed[key] = entry;
    lists[texts] = claimed;
    manifest[u"lists"_s] = lists;
    QCOMPARE(put(bench.target.url(), "/_local/archive", jsonText(manifest)).status, 200);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QCOMPARE(job->report().failures.size(), 5);
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
}

QTEST_GUILESS_MAIN(TestArchiveStoreTrouble)
#include "tst_archivestoretrouble.moc"
