// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivebench.h"

#include "archive/archivefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

namespace {

/// Sizes for the large test: "50x10x100+2000" is evals x runs an eval x items a run + files.
ArchiveBench::Size largeSize()
{
    ArchiveBench::Size size{6, 3, 120, 60};
    const QStringList parts = qEnvironmentVariable("ODC_ARCHIVE_SIZE").split(QRegularExpression(u"[x+]"_s));
    if (parts.size() == 4)
        size = {parts[0].toInt(), parts[1].toInt(), parts[2].toInt(), parts[3].toInt()};
    return size;
}

} // namespace

/// Archiving between programs of our own, on the wire: what comes is what was there, whatever happens on the
/// way.
class TestArchiveJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingArrivesAsItWas();
    void interruptedThreeTimesItIsWhole();
    void aSecondGoTransfersOnlyWhatChanged();
    void anUnfinishedRunIsWalkedAgain();
    void aFinishedRunThatChangedIsWalkedAgain();
    void whatIsGoneStaysInTheArchive();
    void aMissingAreaIsSaid_data();
    void aMissingAreaIsSaid();
    void refusedContentsAreSaidOnce();
    void aContentBrokenOffGoesOnWhereItWas();
    void aContentOfAnotherSizeIsNoContent();
    void aHoldIsObeyed();
    void damageIsFoundAndMended();
    void onlyWhatWasChosenIsTaken();
    void anArchiveOfAnotherProjectIsLeftAlone();
    void aNewerArchiveIsLeftAlone();
    void foldersAreToldApart();
};

void TestArchiveJob::everythingArrivesAsItWas()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QCOMPARE(report.headline(), u"The archive is complete and verified."_s);
    QVERIFY(report.outcome == Outcome::Complete);
    QVERIFY(report.verified);
    const Everything there = ArchiveBench::read(bench.source.url());
    QCOMPARE(there.objects.size(), 3 + 6 + 30 + 2 + 8);
    QCOMPARE(there.contents.size(), 8);
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());

    const auto check = [&](const QString &list, qint64 count) {
        const ArchiveReport::Line *line = report.line(list);
        QVERIFY2(line, qPrintable(list));
        QCOMPARE(line->atSource, count);
        QCOMPARE(line->inArchive, count);
        QCOMPARE(line->changed, count);
        QCOMPARE(line->failed, 0);
    };
    check(u"evals"_s, 3);
    check(u"runs"_s, 6);
    check(u"output_items"_s, 30);
    check(u"batches"_s, 2);
    check(u"files"_s, 8);
    check(u"contents"_s, 8);

    const QJsonObject manifest = bench.manifest();
    QCOMPARE(manifest[u"source"_s][u"host"_s].toString(), u"service.test"_s);
    QCOMPARE(manifest[u"source"_s][u"project"_s].toString(), u"proj-1"_s);
    QVERIFY(manifest[u"completed_at"_s].toInteger() > 1'700'000'000);
    const QJsonObject content = manifest[u"contents"_s][u"file-000003"_s].toObject();
    QCOMPARE(content[u"sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(ArchiveBench::content(3), QCryptographicHash::Sha256).toHex());
    QVERIFY(!QFile::exists(bench.archiveFolder() + u"/fetching"_s));

    // The key of neither side is anywhere in the folder.
    QDirIterator files(bench.archiveFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY2(!all.contains("archive-secret"), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 8);
}

void TestArchiveJob::interruptedThreeTimesItIsWhole()
{
    ArchiveBench bench;
    const ArchiveBench::Size size = largeSize();
    bench.fill(size);
    const Everything there = ArchiveBench::read(bench.source.url());
    QCOMPARE(there.objects.size(), size.evals * (1 + size.runs * (1 + size.items)) + size.batches + size.files);
    bench.source.clearLog();
    bench.startTarget();
    const auto done = [](ArchiveJob *job, const QString &list) {
        for (const ArchiveJob::Progress &line : job->progress()) {
            if (line.list == list)
                return line.done;
        }
        return qint64(0);
    };

    // Stopped by a person.
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, u"output_items"_s) > size.items; }));
    QSignalSpy finished(job, &ArchiveJob::finished);
    job->stop();
    QVERIFY(finished.wait());
    QVERIFY(job->report().outcome == Outcome::Stopped);
    QVERIFY(!job->report().verified);
    const int askedBefore = bench.asked(u"GET"_s, u"/output_items"_s);
    QVERIFY(askedBefore > 0);

    // The program is gone in the middle of it, and so is the server that writes: as with kill -9.
    job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, u"contents"_s) > size.files / 3; }));
    bench.job.reset();
    bench.killTarget();
    bench.startTarget();
    const int contentsBefore = bench.asked(u"GET"_s, u"/content"_s);
    QVERIFY(contentsBefore > 0);

    // The source goes away.
    job = bench.newJob();
    QVERIFY(bench.runUntil(job, [&] { return done(job, u"contents"_s) > size.files * 2 / 3; }));
    bench.proxy->add({}, {}, Fault::drop(), -1);
    QVERIFY(QTest::qWaitFor([&] { return job->state() == ArchiveJob::State::Ended; }, 60'000));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(!job->report().reason.isEmpty());
    bench.proxy->clearFaults();

    job = bench.newJob();
    QVERIFY(bench.run(job));
    QCOMPARE(job->report().toText(job->manifest().source, {}).section(u'\n', 0, 0),
             u"The archive is complete and verified."_s);
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
    // What was whole was not fetched again: beyond the lists themselves, only what was under way when it
    // broke off.
    const int pages = size.evals * size.runs * ((size.items + 99) / 100);
    QVERIFY2(
        bench.asked(u"GET"_s, u"/output_items"_s) < pages * 2,
        qPrintable(u"%1 requests for %2 pages"_s.arg(bench.asked(u"GET"_s, u"/output_items"_s)).arg(pages)));
    QVERIFY2(bench.asked(u"GET"_s, u"/content"_s) < size.files * 5 / 3,
             qPrintable(
                 u"%1 requests for %2 contents"_s.arg(bench.asked(u"GET"_s, u"/content"_s)).arg(size.files)));

    // Offline, the source gone.
    bench.openOffline();
    QCOMPARE(difference(there, ArchiveBench::read(bench.target.url())), QString());
}

void TestArchiveJob::aSecondGoTransfersOnlyWhatChanged()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    bench.source.clearLog();
    bench.target.clearLog();

    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/output_items"_s), 0);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 0);
    QCOMPARE(bench.source.log().size(), 1 + 3 + 1 + 1 + 1 + 1); // evals, runs of each, batches, jobs, stores, files
    for (const ArchiveReport::Line &line : job->report().lines)
        QCOMPARE(line.changed, 0);
    QCOMPARE(job->report().line(u"output_items"_s)->atSource, 30);
    QCOMPARE(job->report().line(u"output_items"_s)->inArchive, 30);

    // One run more, one eval renamed, one file more.
    QJsonObject renamed = ArchiveBench::eval(1);
    renamed[u"name"_s] = u"another"_s;
    bench.putSource("evals", {}, {renamed});
    bench.putSource("runs", {{u"eval_id"_s, u"eval_0001"_s}}, {ArchiveBench::run(1, 7, 2)});
    bench.putSource("output_items", {{u"eval_id"_s, u"eval_0001"_s}, {u"run_id"_s, u"evalrun_1_007"_s}},
                    {ArchiveBench::item(1, 7, 0), ArchiveBench::item(1, 7, 1)});
    bench.putSource("files", {}, {ArchiveBench::file(20)});
    bench.putSourceContent(u"file-000020"_s, ArchiveBench::content(20));
    bench.source.clearLog();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/output_items"_s), 1);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    const auto changed = [&](const QString &list) { return job->report().line(list)->changed; };
    QCOMPARE(changed(u"evals"_s), 1);
    QCOMPARE(changed(u"runs"_s), 1);
    QCOMPARE(changed(u"output_items"_s), 2);
    QCOMPARE(changed(u"files"_s), 1);
    QCOMPARE(changed(u"contents"_s), 1);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveJob::anUnfinishedRunIsWalkedAgain()
{
    ArchiveBench bench;
    bench.fill({1, 1, 3, 0});
    const QJsonObject parent{{u"eval_id"_s, u"eval_0000"_s}};
    bench.putSource("runs", parent, {ArchiveBench::run(0, 0, 5, u"in_progress"_s)});
    bench.startTarget();
    ArchiveJob *first = bench.newJob();
    QVERIFY(bench.run(first));
    // It counts what is not made yet: told apart from what is missing.
    bool told = false;
    for (const ArchiveJob::Progress &line : first->progress())
        told = told || (line.list == "output_items"_L1 && line.done == 3 && line.total == 3 && line.announced == 5);
    QVERIFY(told);
    bench.putSource("output_items", {{u"eval_id"_s, u"eval_0000"_s}, {u"run_id"_s, u"evalrun_0_000"_s}},
                    {ArchiveBench::item(0, 0, 3), ArchiveBench::item(0, 0, 4)});
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QCOMPARE(job->report().line(u"output_items"_s)->changed, 2);
    QCOMPARE(job->report().line(u"output_items"_s)->inArchive, 5);
}

void TestArchiveJob::aFinishedRunThatChangedIsWalkedAgain()
{
    ArchiveBench bench;
    bench.fill({1, 2, 3, 0});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // Graded anew, as its object tells.
    bench.putSource("runs", {{u"eval_id"_s, u"eval_0000"_s}}, {ArchiveBench::run(0, 1, 4)});
    bench.putSource("output_items", {{u"eval_id"_s, u"eval_0000"_s}, {u"run_id"_s, u"evalrun_0_001"_s}},
                    {ArchiveBench::item(0, 1, 3)});
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/output_items"_s), 1); // of that one only
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveJob::whatIsGoneStaysInTheArchive()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    const Everything before = ArchiveBench::read(bench.target.url());
    QCOMPARE(rawRequest(bench.source.url(), "DELETE", "/v1/files/file-000002").status, 200);
    QCOMPARE(rawRequest(bench.source.url(), "DELETE", "/v1/evals/eval_0001").status, 200);

    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(difference(before, ArchiveBench::read(bench.target.url())), QString());
    QCOMPARE(job->report().line(u"files"_s)->gone, 1);
    QCOMPARE(job->report().line(u"files"_s)->atSource, 7);
    QCOMPARE(job->report().line(u"files"_s)->inArchive, 8);
    QCOMPARE(bench.manifest()[u"gone_at_source"_s][u"evals"_s].toObject().keys(),
             QStringList{u"eval_0001"_s});

    // One comes back, as after a restored backup.
    bench.putSource("files", {}, {ArchiveBench::file(2)});
    bench.putSourceContent(u"file-000002"_s, ArchiveBench::content(2));
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(job->report().line(u"files"_s)->gone, 0);
}

void TestArchiveJob::aMissingAreaIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not found") << 404;
    QTest::newRow("gone") << 410;
}

void TestArchiveJob::aMissingAreaIsSaid()
{
    QFETCH(const int, status);
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    bench.putSource("files", {}, {ArchiveBench::file(30)});
    bench.putSourceContent(u"file-000030"_s, ArchiveBench::content(30));
    bench.proxy->add("GET", "/evals", Fault::apiError(status, u"invalid_request_error"_s, u"gone"_s), -1);

    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    for (const auto &list : {u"evals"_s, u"runs"_s, u"output_items"_s})
        QVERIFY(!job->report().line(list)->unavailable.isEmpty());
    QVERIFY(job->report().line(u"files"_s)->unavailable.isEmpty());
    QCOMPARE(job->report().line(u"contents"_s)->changed, 1);
    // What came when the area was there is there still, and is not taken for deleted.
    QCOMPARE(job->report().line(u"evals"_s)->inArchive, 3);
    QCOMPARE(job->report().line(u"evals"_s)->gone, 0);
    QVERIFY(job->report().toText(job->manifest().source, {}).contains(u"not available"_s));
}

void TestArchiveJob::refusedContentsAreSaidOnce()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 4});
    bench.startTarget();
    bench.proxy->add("GET", "/file-000001/content",
                     Fault::apiError(400, u"invalid_request_error"_s, u"no_download"_s), -1);
    bench.proxy->add("GET", "/file-000002/content", Fault::serverError(), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 2);
    QCOMPARE(job->report().line(u"contents"_s)->inArchive, 2);
    QCOMPARE(job->report().line(u"contents"_s)->failed, 2);
    QCOMPARE(job->report().line(u"contents"_s)->refused, 1);
    const QString text = job->report().toText(job->manifest().source, {});
    QVERIFY2(text.contains(u"1 not handed out, 1 failed"_s), qPrintable(text));
    const auto failureOf = [&](const QString &id) {
        for (const ArchiveFailure &failure : job->report().failures) {
            if (failure.key == id)
                return failure;
        }
        return ArchiveFailure{};
    };
    QVERIFY(failureOf(u"file-000001"_s).refused);
    QCOMPARE(failureOf(u"file-000001"_s).httpStatus, 400);
    QCOMPARE(failureOf(u"file-000001"_s).name, u"daten ü 1.jsonl"_s);
    QVERIFY(!failureOf(u"file-000002"_s).refused);
    QVERIFY(failureOf(u"file-000002"_s).reason.size() > 10);

    // The next go asks again for what may have been an accident, not for what the service does not hand out.
    bench.proxy->clearFaults();
    bench.source.clearLog();
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(job->report().failures.size(), 1);
    QVERIFY(failureOf(u"file-000001"_s).refused);
    QCOMPARE(job->report().line(u"contents"_s)->refused, 1);
}

void TestArchiveJob::aContentBrokenOffGoesOnWhereItWas()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 1});
    QByteArray large;
    for (int i = 0; i < 300'000; ++i)
        large += QByteArray::number(i) + '\n';
    QJsonObject file = ArchiveBench::file(1);
    file[u"bytes"_s] = large.size();
    bench.putSource("files", {}, {file});
    bench.putSourceContent(u"file-000001"_s, large);
    bench.startTarget();
    // In this go, and then in the one before: the part file stays.
    bench.proxy->add("GET", "/file-000001/content", Fault::truncateBody(1'000'000), 1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    bool asked = false;
    const auto seen = bench.proxy->seen();
    for (const FaultProxy::Seen &request : seen)
        asked = asked || request.headers.value("range").startsWith("bytes=");
    QVERIFY(asked);
    QCOMPARE(rawRequest(bench.target.url(), "GET", "/v1/files/file-000001/content").body, large);
    QCOMPARE(bench.manifest()[u"contents"_s][u"file-000001"_s][u"bytes"_s].toInteger(), large.size());
}

void TestArchiveJob::aContentOfAnotherSizeIsNoContent()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 2});
    QJsonObject file = ArchiveBench::file(1);
    file[u"bytes"_s] = 5;
    bench.putSource("files", {}, {file});
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::WithFailures);
    QCOMPARE(job->report().failures.size(), 1);
    QVERIFY(job->report().failures.first().reason.contains(u"5"));
    QVERIFY(!bench.manifest()[u"contents"_s].toObject().contains(u"file-000001"_s));
}

void TestArchiveJob::aHoldIsObeyed()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    bench.proxy->add("GET", "/runs", Fault::rateLimitedMs(300), 2);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(job->report().line(u"runs"_s)->inArchive, 6);
}

void TestArchiveJob::damageIsFoundAndMended()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // Somebody meddled: an item is another, a content is cut.
    QJsonObject wrong = ArchiveBench::item(1, 1, 2);
    wrong[u"status"_s] = u"fail"_s;
    const QJsonObject parent{{u"eval_id"_s, u"eval_0001"_s}, {u"run_id"_s, u"evalrun_1_001"_s}};
    QCOMPARE(
        rawRequest(bench.target.url(), "PUT", "/_local/objects/output_items",
                   {{"Content-Type", "application/json"}},
                   QJsonDocument(QJsonObject{{u"parent"_s, parent}, {u"data"_s, QJsonArray{wrong}}}).toJson())
            .status,
        200);
    QCOMPARE(rawRequest(bench.target.url(), "PUT", "/_local/files/file-000003/content", {}, "short").status,
             200);
    bench.source.clearLog();

    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/output_items"_s), 1);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(difference(ArchiveBench::read(bench.source.url()), ArchiveBench::read(bench.target.url())),
             QString());
}

void TestArchiveJob::onlyWhatWasChosenIsTaken()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    ArchiveJob::Options options = bench.options();
    options.choice = {{u"files"_s}, false};
    ArchiveJob *job = bench.newJob(options);
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.source.log().size(), 1);
    const Everything got = ArchiveBench::read(bench.target.url());
    QCOMPARE(got.objects.size(), 8);
    QCOMPARE(got.contents.size(), 0);
}

void TestArchiveJob::anArchiveOfAnotherProjectIsLeftAlone()
{
    ArchiveBench bench;
    bench.fill({1, 1, 1, 1});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    const QJsonObject before = bench.manifest();
    ArchiveJob::Options options = bench.options();
    options.source.project = u"proj-2"_s;
    bench.source.clearLog();
    ArchiveJob *job = bench.newJob(options);
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(job->report().reason.contains(u"service.test"_s));
    QCOMPARE(bench.source.log().size(), 0);
    QCOMPARE(bench.manifest(), before);
}

void TestArchiveJob::aNewerArchiveIsLeftAlone()
{
    ArchiveBench bench;
    bench.fill({1, 1, 1, 1});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    QJsonObject newer = bench.manifest();
    newer[u"format"_s] = 99;
    QCOMPARE(rawRequest(bench.target.url(), "PUT", "/_local/archive", {{"Content-Type", "application/json"}},
                        QJsonDocument(newer).toJson())
                 .status,
             200);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Interrupted);
    QVERIFY(job->report().reason.contains(u"newer"_s));
    QCOMPARE(bench.manifest(), newer);
    QVERIFY(ArchiveFolder::look(bench.archiveFolder()).kind == ArchiveFolder::Kind::Newer);
}

void TestArchiveJob::foldersAreToldApart()
{
    QTemporaryDir scratch;
    const auto write = [&](const QString &path, const QByteArray &text) {
        QDir().mkpath(QFileInfo(scratch.filePath(path)).path());
        QFile file(scratch.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    using Kind = ArchiveFolder::Kind;
    ArchiveSource source = ArchiveSource::of(QUrl(u"https://service.test/v1"_s), {}, {});
    const auto look = [&](const QString &name) { return ArchiveFolder::look(scratch.filePath(name)); };
    QVERIFY(look(u"none"_s).kind == Kind::Free);
    QCOMPARE(look(u"none"_s).whyNotWrite(scratch.filePath(u"none"_s), source), QString());
    QVERIFY(!look(u"none"_s).whyNotOpen(scratch.filePath(u"none"_s)).isEmpty());
    write(u"things/letter.txt"_s, "dear");
    QVERIFY(look(u"things"_s).kind == Kind::OtherThings);
    QVERIFY(!look(u"things"_s).whyNotWrite(scratch.filePath(u"things"_s), source).isEmpty());
    QVERIFY(look(u"things"_s).whyNotOpen(scratch.filePath(u"things"_s)).contains(u"no archive"_s));
    write(u"bad/archive.json"_s, "{\"kind\":");
    QVERIFY(look(u"bad"_s).kind == Kind::Damaged);
    write(u"good/store.sqlite"_s, "x");
    ArchiveManifest manifest;
    manifest.source = source;
    write(u"good/archive.json"_s, QJsonDocument(manifest.toJson()).toJson());
    QVERIFY(look(u"good"_s).kind == Kind::Archive);
    QCOMPARE(look(u"good"_s).whyNotWrite(scratch.filePath(u"good"_s), source), QString());
    source.organization = u"org-2"_s;
    QVERIFY(look(u"good"_s).whyNotWrite(scratch.filePath(u"good"_s), source).contains(u"another project"_s));
    write(u"half/archive.json"_s, QJsonDocument(manifest.toJson()).toJson());
    QVERIFY(look(u"half"_s).kind == Kind::Damaged); // the database is gone
}

QTEST_GUILESS_MAIN(TestArchiveJob)
#include "tst_archivejob.moc"
