// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivebench.h"

#include "archive/archivefolder.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;
using Kind = ArchiveFolder::Kind;

namespace {

QByteArray page(const QList<QJsonObject> &objects, const QJsonValue &more = false)
{
    QJsonArray data;
    for (const QJsonObject &object : objects)
        data.append(object);
    return QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}})
        .toJson();
}

QJsonObject named(QJsonObject object, const QString &id)
{
    object[u"id"_s] = id;
    return object;
}

} // namespace

/// Servers, archives and disks that are not as they should be: one thing that is wrong is said, the rest is
/// kept, and nothing is written anywhere else.
class TestArchiveTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsThatNoArchiveKeepsAreSaid();
    void aListWithoutAnEndIsNotTakenForWhole();
    void aServerThatDoesNotSayThatThisIsAllIsAsked_data();
    void aServerThatDoesNotSayThatThisIsAllIsAsked();
    void aWaitIsCountedDown();
    void aManifestThatLiesIsMended();
    void aContentThatChangedOnTheDiskIsFetchedAgain();
    void anotherPartThanTheOneAskedForIsNotAppended();
    void linksAreNotWrittenThrough_data();
    void linksAreNotWrittenThrough();
    void aPipeIsNoArchive();
    void anArchiveThatWasOnlyBegunGoesOn();

private:
    static bool putManifest(const ArchiveBench &bench, const QJsonObject &manifest)
    {
        return rawRequest(bench.target.url(), "PUT", "/_local/archive",
                          {{"Content-Type", "application/json"}}, QJsonDocument(manifest).toJson())
                   .status == 200;
    }
};

void TestArchiveTrouble::idsThatNoArchiveKeepsAreSaid()
{
    ArchiveBench bench;
    bench.fill({1, 1, 2, 2});
    bench.startTarget();
    bench.proxy->add(
        "GET", "/evals",
        Fault::answer(200, page({named(ArchiveBench::eval(7), u"a/../b"_s), ArchiveBench::eval(0)})));
    bench.proxy->add(
        "GET", "/files",
        Fault::answer(200, page({ArchiveBench::file(0), named(ArchiveBench::file(7), u"x:y/z"_s),
                                 named(ArchiveBench::file(8), u"..hidden"_s), ArchiveBench::file(1)})));
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    const ArchiveReport &report = job->report();
    QVERIFY2(report.outcome == Outcome::WithFailures, qPrintable(report.headline()));
    QVERIFY(report.verified);
    QStringList keys;
    for (const ArchiveFailure &failure : report.failures)
        keys << ArchiveUnit::parentsOf(failure.key).value(0);
    keys.sort();
    QCOMPARE(keys, QStringList({u"..hidden"_s, u"a/../b"_s, u"x:y/z"_s}));
    const Everything got = ArchiveBench::read(bench.target.url());
    QCOMPARE(got.objects.size(), 1 + 1 + 2 + 2 + 2); // an eval, its run with two items, files, batches
    QCOMPARE(got.contents.size(), 2);
}

void TestArchiveTrouble::aListWithoutAnEndIsNotTakenForWhole()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 4});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    // A server that does not know "after" says the same again and again.
    bench.proxy->add("GET", "/files",
                     Fault::answer(200, page({ArchiveBench::file(0), ArchiveBench::file(1)}, true)), -1);
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QCOMPARE(job->report().failures.size(), 1);
    QVERIFY(job->report().failures.first().reason.contains(u"has no end"_s));
    QCOMPARE(job->manifest().gone.value(u"files"_s).size(), 0);
}

void TestArchiveTrouble::aServerThatDoesNotSayThatThisIsAllIsAsked_data()
{
    QTest::addColumn<bool>("pages");
    QTest::newRow("it has pages") << true;
    QTest::newRow("it says all, always") << false;
}

void TestArchiveTrouble::aServerThatDoesNotSayThatThisIsAllIsAsked()
{
    QFETCH(bool, pages);
    ArchiveBench bench;
    bench.fill({0, 0, 0, 4});
    bench.startTarget();
    const auto answer = [&](const QList<int> &numbers) {
        QList<QJsonObject> files;
        for (const int number : numbers)
            files << ArchiveBench::file(number);
        bench.proxy->add("GET", "/files", Fault::answer(200, page(files, QJsonValue::Null)));
    };
    answer(pages ? QList<int>{0, 1} : QList<int>{0, 1, 2, 3});
    answer(pages ? QList<int>{2, 3} : QList<int>{0, 1, 2, 3});
    answer({});
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(job->report().line(u"files"_s)->inArchive, 4);
    QCOMPARE(job->report().line(u"contents"_s)->inArchive, 4);
}

void TestArchiveTrouble::aWaitIsCountedDown()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 1});
    bench.startTarget();
    bench.proxy->add("GET", "/files", Fault::drop(), -1);
    ArchiveJob::Options options = bench.options();
    options.waitsMs = {30'000};
    ArchiveJob *job = bench.newJob(options);
    QSet<QString> said;
    connect(job, &ArchiveJob::progressChanged, this, [&] {
        if (job->note().contains(u"Trying again in"_s))
            said.insert(job->note());
    });
    QVERIFY(bench.runUntil(job, [&] { return said.size() >= 3; }));
    bench.job.reset();
}

void TestArchiveTrouble::aManifestThatLiesIsMended()
{
    ArchiveBench bench;
    bench.fill({});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    QJsonObject manifest = bench.manifest();
    const QJsonObject listing{{u"of"_s, u""_s}, {u"count"_s, 3}, {u"checksum"_s, u"00"_s}};
    QJsonObject lists = manifest[u"lists"_s].toObject();
    lists[u"shadows"_s] = QJsonObject{{u""_s, listing}};
    QJsonObject runs = lists[u"runs"_s].toObject();
    runs[u".."_s] = listing;
    runs[u"a/b/c"_s] = listing;
    lists[u"runs"_s] = runs;
    manifest[u"lists"_s] = lists;
    QJsonObject contents = manifest[u"contents"_s].toObject();
    for (const QString &id : {u".."_s, u""_s, u"../../etc/passwd"_s})
        contents[id] = QJsonObject{{u"bytes"_s, 5}, {u"sha256"_s, u"00"_s}};
    manifest[u"contents"_s] = contents;
    QVERIFY(putManifest(bench, manifest));

    // What it claims and has not is said, once.
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::WithFailures, qPrintable(job->report().headline()));
    QCOMPARE(job->report().failures.size(), 6);
    job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
}

void TestArchiveTrouble::aContentThatChangedOnTheDiskIsFetchedAgain()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 8});
    bench.startTarget();
    QVERIFY(bench.run(bench.newJob()));
    QFile blob(bench.archiveFolder() + u"/files/file-000003"_s);
    QVERIFY(blob.open(QIODevice::ReadWrite));
    const qint64 size = blob.size();
    QVERIFY(blob.seek(size / 2) && blob.putChar('#'));
    blob.close();
    QCOMPARE(blob.size(), size);
    bench.source.clearLog();

    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    QCOMPARE(bench.asked(u"GET"_s, u"/content"_s), 1);
    QCOMPARE(ArchiveBench::read(bench.target.url()).contents.value(u"file-000003"_s),
             ArchiveBench::content(3));
}

void TestArchiveTrouble::anotherPartThanTheOneAskedForIsNotAppended()
{
    ArchiveBench bench;
    bench.fill({0, 0, 0, 4});
    bench.startTarget();
    const QByteArray whole = ArchiveBench::content(3);
    QVERIFY(whole.size() > 60);
    bench.proxy->add("GET", "/file-000003/content", Fault::truncateBody(50));
    const QByteArray size = QByteArray::number(whole.size());
    const QByteArray range = "bytes 10-" + QByteArray::number(whole.size() - 1) + '/' + size;
    bench.proxy->add(
        "GET", "/file-000003/content",
        Fault::answer(206, whole.mid(10), {{"Content-Range", range}, {"Content-Type", "text/plain"}}));
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY2(job->report().outcome == Outcome::Complete, qPrintable(job->report().headline()));
    QCOMPARE(bench.proxy->count("GET", "/file-000003/content"), 3);
    QCOMPARE(ArchiveBench::read(bench.target.url()).contents.value(u"file-000003"_s), whole);
}

void TestArchiveTrouble::linksAreNotWrittenThrough_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"files", "tmp", "fetching", "fetching/a.part", "store.sqlite", "store.sqlite-wal", "server.lock"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestArchiveTrouble::linksAreNotWrittenThrough()
{
    QFETCH(QString, name);
    QTemporaryDir scratch;
    const QString folder = scratch.filePath(u"archive"_s);
    ArchiveManifest manifest;
    manifest.source = ArchiveSource::of(QUrl(u"https://service.test/v1"_s), {}, {});
    QCOMPARE(ArchiveFolder::begin(folder, manifest), QString());
    QCOMPARE(ArchiveFolder::look(folder).whyNotWrite(folder, manifest.source), QString());
    QDir(folder).mkpath(u"fetching"_s);
    QDir(folder).rmdir(name);
    QVERIFY(QFile::link(scratch.path(), folder + u'/' + name));
    const ArchiveFolder found = ArchiveFolder::look(folder);
    QVERIFY(found.kind == Kind::Archive);
    QVERIFY(found.whyNotWrite(folder, manifest.source)
                .contains(QDir::toNativeSeparators(name) + u" in the archive is a link"_s));
}

void TestArchiveTrouble::aPipeIsNoArchive()
{
    QTemporaryDir folder;
    QVERIFY(::mkfifo(QFile::encodeName(folder.filePath(u"archive.json"_s)).constData(), 0600) == 0);
    QVERIFY(ArchiveFolder::look(folder.path()).kind == Kind::Damaged); // and it does not wait for it
}

void TestArchiveTrouble::anArchiveThatWasOnlyBegunGoesOn()
{
    ArchiveBench bench;
    bench.fill({1, 1, 1, 1});
    ArchiveManifest manifest;
    manifest.source = bench.options().source;
    QCOMPARE(ArchiveFolder::begin(bench.archiveFolder(), manifest), QString());
    // Killed before it had a database, and after.
    for (int round = 0; round < 2; ++round) {
        const ArchiveFolder found = ArchiveFolder::look(bench.archiveFolder());
        QVERIFY(found.kind == Kind::Archive);
        QCOMPARE(found.whyNotWrite(bench.archiveFolder(), manifest.source), QString());
        QVERIFY(!found.whyNotWrite(bench.archiveFolder(), ArchiveSource()).isEmpty());
        bench.startTarget();
        bench.killTarget();
    }
    bench.startTarget();
    ArchiveJob *job = bench.newJob();
    QVERIFY(bench.run(job));
    QVERIFY(job->report().outcome == Outcome::Complete);
    // A whole one is not begun once more.
    const QJsonObject whole = bench.manifest();
    QVERIFY(!whole.contains(u"begun"_s));
    QCOMPARE(ArchiveFolder::begin(bench.archiveFolder(), manifest), QString());
    QCOMPARE(bench.manifest(), whole);
}

QTEST_GUILESS_MAIN(TestArchiveTrouble)
#include "tst_archivetrouble.moc"
