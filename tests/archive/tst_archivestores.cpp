// SPDX-License-Identifier: GPL-3.0-or-later
// Vector stores in archives: what is in them, and the texts made of it, come as they are, and a second go
// fetches only what changed.
#include "archivestores.h"

#include "archive/archivesurvey.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

class TestArchiveStores : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesArriveAsTheyWere();
    void interruptedThreeTimesTheyAreWhole();
    void aSecondGoFetchesOnlyWhatChanged();
    void whatChangedInAFileIsReasonToFetchItsText_data();
    void whatChangedInAFileIsReasonToFetchItsText();
    void aFileThatWasMadeMeanwhileIsFetched();
    void whatIsTakenOutStaysInTheArchive();
    void idsOfAllKindsAreReadOffline();
    void withoutTextsNobodyIsAskedForThem();
    void theSurveyCountsAsStoresDo();
};

void TestArchiveStores::storesArriveAsTheyWere()
{
    ArchiveBench bench;
    bench.fill({1, 1, 1, 8, 1, 3, 230}); // three pages of files in each store
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY2(report.outcome == Outcome::Complete, qPrintable(report.headline()));
    QVERIFY(report.verified);
    const Everything there = ArchiveBench::read(bench.source.url());
    const int completed = 2 * 39; // of 230
    QCOMPARE(there.objects.size(), 1 + 1 + 1 + 1 + 8 + 3 + 3 * 230);
    QCOMPARE(there.contents.size(), 8 + 3 * completed);
    QCOMPARE(there.contents.value(u"vs_0001/file-000007"_s), ArchiveBench::text(1, 7));
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());

    const auto check = [&](const QString &list, qint64 count, qint64 underWay) {
        const ArchiveReport::Line *line = report.line(list);
        QVERIFY2(line, qPrintable(list));
        QCOMPARE(line->atSource, count);
        QCOMPARE(line->inArchive, count);
        QCOMPARE(line->changed, count);
        QCOMPARE(line->failed, 0);
        QCOMPARE(line->underWay, underWay);
    };
    check(stores, 3, 1);
    check(storeFiles, 3 * 230, 3 * (38 + 38)); // in progress, and in a state that nobody knows
    check(texts, 3 * completed, 0);
    for (const ArchiveJob::Progress &line : job->progress())
        QVERIFY2(line.announced <= line.done, qPrintable(line.list)); // stores count as they like
    const QString said = report.toText(job->manifest().source, {});
    QVERIFY2(said.contains(
                 u"Vector stores: 3 at the source, 3 in the archive, 3 new or changed, 1 still in progress"),
             qPrintable(said));

    const QJsonObject entry = bench.manifest()[u"lists"_s][texts][u"vs_0000/file-000001"_s].toObject();
    const QByteArray text = ArchiveBench::text(0, 1);
    QCOMPARE(entry[u"count"_s].toInt(), text.size());
    QCOMPARE(entry[u"checksum"_s].toString().toLatin1(),
             QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
    for (const QJsonValue &line : bench.manifest()[u"report"_s][u"lists"_s].toArray()) {
        if (line[u"list"_s] == stores)
            QCOMPARE(line[u"under_way"_s].toInt(), 1);
        if (line[u"list"_s] == texts)
            QVERIFY(line[u"bytes"_s].toInt() > 3 * completed * 50);
    }

    bench.openOffline();
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
    // Texts of both shapes are found.
    for (const int number : {6, 7}) {
        const RawReply reply = search(bench.target.url(), "vs_0002", u"number2x%1"_s.arg(number));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"data"_s][0][u"file_id"_s].toString(),
                 u"file-%1"_s.arg(number, 6, 10, QChar(u'0')));
    }
}

void TestArchiveStores::interruptedThreeTimesTheyAreWhole()
{
    ArchiveBench bench;
    bench.fill(onlyStores(4, 240));
    const Everything there = ArchiveBench::read(bench.source.url());
    const int wanted = 4 * 80;
    QCOMPARE(there.contents.size(), wanted);
    bench.source.clearLog();
    bench.startTarget();

    // Stopped by a person.
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, storeFiles) >= 200; }));
    QSignalSpy finished(job, &ArchiveJob::finished);
    job->stop();
    QVERIFY(finished.wait());
    QVERIFY(job->report().outcome == Outcome::Stopped);
    QVERIFY(!job->report().verified);

    // The program is gone in the middle of it, and so is the server that writes: as with kill -9.
    job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, texts) > wanted / 3; }));
    bench.job.reset();
    bench.killTarget();
    bench.startTarget();

    // The source goes away.
    job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, texts) > wanted * 2 / 3; }));
    bench.proxy->add({}, {}, Fault::drop(), -1);
    QVERIFY(QTest::qWaitFor([&] { return job->state() == ArchiveJob::State::Ended; }, 60'000));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY2(job->report().failures.isEmpty(), qPrintable(job->report().toText(job->manifest().source, {})));
    bench.proxy->clearFaults();

    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(job->report().line(texts)->inArchive, wanted);
    // What was whole was not fetched again, but for what was under way when it broke off.
    const int asked = bench.asked(u"GET"_s, u"/content"_s);
    QVERIFY2(asked < wanted * 5 / 3, qPrintable(u"%1 requests for %2 texts"_s.arg(asked).arg(wanted)));
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
    bench.openOffline();
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
}

void TestArchiveStores::aSecondGoFetchesOnlyWhatChanged()
{
    ArchiveBench bench;
    bench.fill(onlyStores(3));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    bench.source.clearLog();
    bench.target.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 0);
    for (const ArchiveReport::Line &line : job->report().lines)
        QCOMPARE(line.changed, 0);
    QCOMPARE(job->report().line(texts)->atSource, 6);
    QCOMPARE(job->report().line(texts)->inArchive, 6);
    for (const QJsonValue &entry : bench.target.log()) {
        const QString path = entry[u"path"_s].toString();
        QVERIFY2(entry[u"method"_s] != u"PUT"_s || path.endsWith(u"/_local/archive"), qPrintable(path));
    }

    // Somebody searched: that moves the store's clock and nothing in it.
    QJsonObject searched = with(ArchiveBench::store(1), u"last_active_at"_s, 1'700'499'999);
    searched[u"expires_at"_s] = 1'700'586'399;
    bench.putSource("vector_stores", {}, {searched});
    bench.source.clearLog();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QCOMPARE(job->report().line(stores)->changed, 1);
    QCOMPARE(job->report().line(storeFiles)->changed, 0);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 0);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveStores::whatChangedInAFileIsReasonToFetchItsText_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("asked");
    QTest::newRow("size") << u"usage_bytes"_s << QJsonValue(77) << 1;
    QTest::newRow("put in once more") << u"created_at"_s << QJsonValue(1'700'900'000) << 1;
    QTest::newRow("cut in another way")
        << u"chunking_strategy"_s << QJsonValue(QJsonObject{{u"type"_s, u"static"_s}}) << 1;
    QTest::newRow("attributes") << u"attributes"_s << QJsonValue(QJsonObject{{u"a"_s, 1}}) << 1;
    QTest::newRow("anything else") << u"x_more"_s << QJsonValue(u"other"_s) << 0;
    QTest::newRow("not completed any more") << u"status"_s << QJsonValue(u"in_progress"_s) << 0;
}

void TestArchiveStores::whatChangedInAFileIsReasonToFetchItsText()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const int, asked);
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // The object of the store stays as it is.
    bench.putSource("vector_store_files", inStore(u"vs_0000"_s),
                    {with(ArchiveBench::storeFile(0, 1), field, value)});
    bench.putSourceText(u"vs_0000"_s, u"file-000001"_s, R"({"data":[{"type":"text","text":"new"}]})");
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), asked);
    QCOMPARE(job->report().line(storeFiles)->changed, 1);
    QCOMPARE(job->report().line(texts)->changed, asked);
    Everything there = ArchiveBench::read(bench.source.url());
    if (asked == 0 && there.contents.contains(u"vs_0000/file-000001"_s))
        there.contents[u"vs_0000/file-000001"_s] = ArchiveBench::text(0, 1);
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
}

void TestArchiveStores::aFileThatWasMadeMeanwhileIsFetched()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // One was in progress, one is put in, one store is new.
    QJsonObject ready = with(ArchiveBench::storeFile(1, 3), u"status"_s, u"completed"_s);
    bench.putSource("vector_store_files", inStore(u"vs_0001"_s), {ready, ArchiveBench::storeFile(1, 6)});
    for (const int number : {3, 6})
        bench.putSourceText(u"vs_0001"_s, u"file-00000%1"_s.arg(number), ArchiveBench::text(1, number));
    bench.putSource("vector_stores", {}, {ArchiveBench::store(2)});
    bench.putSource("vector_store_files", inStore(u"vs_0002"_s), {ArchiveBench::storeFile(2, 0)});
    bench.putSourceText(u"vs_0002"_s, u"file-000000"_s, ArchiveBench::text(2, 0));
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 3);
    QCOMPARE(job->report().line(stores)->changed, 1);
    QCOMPARE(job->report().line(storeFiles)->changed, 3);
    QCOMPARE(job->report().line(texts)->changed, 3);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveStores::whatIsTakenOutStaysInTheArchive()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    const Everything before = ArchiveBench::read(bench.target.url());
    bench.proxy->add("GET", "/vector_stores", Fault::answer(200, page({ArchiveBench::store(0)})));
    bench.proxy->add("GET", "/vector_stores/vs_0000/files",
                     Fault::answer(200, page({ArchiveBench::storeFile(0, 0)})));
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(job->report().line(stores)->gone, 1);
    QCOMPARE(job->report().line(storeFiles)->gone, 5);
    QCOMPARE(job->report().line(texts)->atSource, 1);
    QCOMPARE(job->report().line(texts)->inArchive, 4);
    QCOMPARE(difference(before, ArchiveBench::read(bench.target.url())), QString());
    QVERIFY(bench.manifest()[u"gone_at_source"_s][storeFiles].toObject().contains(u"vs_0000/file-000001"_s));
}

void TestArchiveStores::idsOfAllKindsAreReadOffline()
{
    ArchiveBench bench;
    bench.fill(onlyStores(1));
    const QString store = u"vs ü%41:1?x"_s;
    const QString file = u"file ß#2"_s;
    bench.putSource("vector_stores", {}, {with(ArchiveBench::store(0), u"id"_s, store)});
    bench.putSource("vector_store_files", inStore(store),
                    {with(ArchiveBench::storeFile(0, 0), u"id"_s, file)});
    bench.putSourceText(store, file, ArchiveBench::text(0, 0));
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    bench.openOffline();
    const QByteArray path = "/v1/vector_stores/" + QUrl::toPercentEncoding(store) + "/files";
    const RawReply files = rawRequest(bench.target.url(), "GET", path);
    QCOMPARE(files.json()[u"data"_s].toArray().size(), 1);
    QVERIFY(!files.json()[u"has_more"_s].toBool()); // the archive knows that this is all
    QCOMPARE(
        rawRequest(bench.target.url(), "GET", path + '/' + QUrl::toPercentEncoding(file) + "/content").body,
        ArchiveBench::text(0, 0));
}

void TestArchiveStores::withoutTextsNobodyIsAskedForThem()
{
    ArchiveBench bench;
    bench.fill(onlyStores(2));
    bench.startTarget();
    ArchiveJob::Options options = bench.options();
    options.choice = {{stores, storeFiles}, true};
    ArchiveJob *job = bench.newJob(options);
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 0);
    QVERIFY(!job->report().line(texts));
    bench.openOffline();
    QCOMPARE(ArchiveBench::read(bench.target.url()).objects.size(), 2 + 12);
    const RawReply none = rawRequest(bench.target.url(), "GET", "/v1" + textPath);
    QCOMPARE(none.status, 404);
    QCOMPARE(none.error(u"code"_s), u"not_in_archive"_s);
}

void TestArchiveStores::theSurveyCountsAsStoresDo()
{
    ArchiveBench bench;
    bench.fill(onlyStores(3));
    bench.startTarget();
    bench.newJob();
    ArchiveSurvey survey(*bench.session, nullptr);
    QSignalSpy changed(&survey, &ArchiveSurvey::changed);
    survey.start();
    QVERIFY(QTest::qWaitFor([&] { return !survey.isRunning(); }, 20'000));
    QVERIFY(changed.size() > 0);
    QCOMPARE(survey.count(stores).count, 3);
    QCOMPARE(survey.count(storeFiles).count, 3 * 99);
    QCOMPARE(survey.count(texts).count, 3 * 2);
    QVERIFY(survey.count(texts).whole);
    QCOMPARE(bench.asked(u"GET"_s, u"/vector_stores/"_s), 0); // their own word is enough for a guess

    bench.proxy->add("GET", "/vector_stores", Fault::apiError(404, u"invalid_request_error"_s, u"gone"_s),
                     -1);
    ArchiveSurvey without(*bench.session, nullptr);
    without.start();
    QVERIFY(QTest::qWaitFor([&] { return !without.isRunning(); }, 20'000));
    for (const QString &list : {stores, storeFiles, texts})
        QVERIFY2(!without.count(list).unavailable.isEmpty(), qPrintable(list));
}

QTEST_GUILESS_MAIN(TestArchiveStores)
#include "tst_archivestores.moc"
