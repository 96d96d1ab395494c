// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/indexbench.h"

using namespace odc;
using namespace odc::test;

/// What is known after several answers, and what is told of it.
class TestObjectIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadedComesAlsoWithoutAFile();
    void sameAgainSaysNothing();
    void whatIsOtherIsTold();
    void progressIsWhenItMoved();
    void endsThatTheServiceDoesNotDate();
    void lateAnswersDoNotReopen();
    void deletions_data();
    void deletions();
    void notFound_data();
    void notFound();
    void aDeletedFileLeavesItsStores();
    void aDeletedStoreTakesItsFiles();
    void aDeletedEvalTakesItsRuns();
    void whatIsPutInAgainIsThere();
    void usesAreKeptInStep();
    void idsOfAnyKind();
    void settledComesInOrder();
    void settledNotToOneWhoIsGone();
    void noMoreThanItMayHold();
    void goesWhileAnswersWait();
};

void TestObjectIndex::loadedComesAlsoWithoutAFile()
{
    IndexBench bench;
    QVERIFY(!bench.index.isLoaded());
    bench.open();
    QVERIFY(bench.index.isLoaded());
    QVERIFY(bench.index.problem().isEmpty());
    QCOMPARE(bench.index.count(ObjectKind::File), 0);
}

void TestObjectIndex::sameAgainSaysNothing()
{
    IndexBench bench;
    bench.get(u"/files"_s, listOf({fileNamed(u"file-1"_s)}));
    bench.settle();
    QCOMPARE(bench.told(), u"+file-1"_s);
    bench.clock.advance(5000);
    bench.get(u"/files/file-1"_s, json(fileNamed(u"file-1"_s)));
    bench.settle();
    QCOMPARE(bench.told(), QString());
    const IndexedObject *file = bench.index.find(ObjectKind::File, u"file-1"_s);
    QCOMPARE(file->seenAt, bench.clock.unixSeconds());
    QCOMPARE(file->progressedAt, bench.clock.unixSeconds() - 5);
}

void TestObjectIndex::whatIsOtherIsTold()
{
    IndexBench bench;
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"validating"_s)));
    bench.settle();
    bench.told();
    QJsonObject batch = batchNamed(u"b"_s, u"in_progress"_s);
    const auto change = [&](const QString &key, const QJsonValue &value) {
        batch.insert(key, value);
        bench.get(u"/batches/b"_s, json(batch));
        bench.settle();
        return bench.told();
    };
    QCOMPARE(change(u"status"_s, u"finalizing"_s), u"~b"_s);
    QCOMPARE(change(u"metadata"_s, QJsonObject{{u"name"_s, u"x"_s}}), u"~b"_s);
    QCOMPARE(change(u"output_file_id"_s, u"file-out"_s), u"~b"_s);
    QCOMPARE(change(u"expires_at"_s, 900), u"~b"_s);
    QCOMPARE(change(u"usage"_s, QJsonObject{{u"input_tokens"_s, 7}}), QString()); // nobody sees that
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"finalizing"_s, 3)));
    bench.settle();
    QCOMPARE(bench.changes.size(), 1);
    QCOMPARE(bench.changes.first().before.done, 0);
    QCOMPARE(bench.changes.first().now.done, 3);
    QCOMPARE(bench.changes.first().before.name, u"x"_s);
    QVERIFY(bench.changes.first().now.name.isEmpty());
}

void TestObjectIndex::progressIsWhenItMoved()
{
    IndexBench bench;
    const qint64 start = bench.clock.unixSeconds();
    const auto look = [&](const QString &status, int done, const QString &name) {
        QJsonObject batch = batchNamed(u"b"_s, status, done);
        batch.insert(u"metadata"_s, QJsonObject{{u"name"_s, name}});
        bench.get(u"/batches/b"_s, json(batch));
        bench.settle();
        bench.clock.advance(10'000);
        return bench.index.find(ObjectKind::Batch, u"b"_s)->progressedAt - start;
    };
    QCOMPARE(look(u"validating"_s, 0, u"a"_s), 0);
    QCOMPARE(look(u"validating"_s, 0, u"a"_s), 0);
    QCOMPARE(look(u"validating"_s, 0, u"b"_s), 0);
    QCOMPARE(look(u"in_progress"_s, 0, u"b"_s), 30);
    QCOMPARE(look(u"in_progress"_s, 4, u"b"_s), 40);
    QCOMPARE(look(u"in_progress"_s, 4, u"c"_s), 40);
}

/// Runs and files in stores have no moment of their end: it is when it was seen.
void TestObjectIndex::endsThatTheServiceDoesNotDate()
{
    IndexBench bench;
    const auto look = [&](const QString &status) {
        bench.get(u"/evals/e/runs/r"_s,
                  json({{u"id"_s, u"r"_s}, {u"object"_s, u"eval.run"_s}, {u"status"_s, status}}));
        bench.settle();
        bench.clock.advance(10'000);
        return bench.index.find(ObjectKind::EvalRun, u"r"_s)->endedAt;
    };
    const qint64 start = bench.clock.unixSeconds();
    QCOMPARE(look(u"queued"_s), 0);
    QCOMPARE(look(u"completed"_s), start + 10);
    QCOMPARE(look(u"completed"_s), start + 10);
    // Of one that was over when it was seen first, nobody knows.
    bench.get(u"/evals/e/runs/old"_s, R"({"id":"old","object":"eval.run","status":"completed"})");
    bench.settle();
    QCOMPARE(bench.index.find(ObjectKind::EvalRun, u"old"_s)->endedAt, 0);
}

void TestObjectIndex::lateAnswersDoNotReopen()
{
    IndexBench bench;
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"completed"_s, 10)));
    bench.settle();
    bench.told();
    bench.get(u"/batches"_s, listOf({batchNamed(u"b"_s, u"in_progress"_s, 4)}));
    bench.settle();
    QCOMPARE(bench.told(), QString());
    QCOMPARE(bench.index.find(ObjectKind::Batch, u"b"_s)->status, u"completed"_s);
    // A file may be put into a store again.
    bench.get(u"/vector_stores/v/files/f"_s, json(storeFileIn(u"v"_s, u"f"_s, u"failed"_s)));
    bench.post(u"/vector_stores/v/files"_s, json(storeFileIn(u"v"_s, u"f"_s, u"in_progress"_s)));
    bench.settle();
    QCOMPARE(bench.index.find(ObjectKind::StoreFile, u"v/f"_s)->status, u"in_progress"_s);
}

void TestObjectIndex::deletions_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("seen"); // what was there
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("told");
    const QByteArray file = json(fileNamed(u"file-1"_s));
    const QByteArray store = R"({"id":"vs_1","object":"vector_store"})";
    const QByteArray eval = R"({"id":"eval_1","object":"eval"})";
    const QByteArray run = R"({"id":"r","object":"eval.run"})";
    QTest::newRow("file") << u"/files/file-1"_s << file
                          << R"({"id":"file-1","object":"file","deleted":true})"_ba << u"-file-1"_s;
    QTest::newRow("store") << u"/vector_stores/vs_1"_s << store
                           << R"({"id":"vs_1","object":"vector_store.deleted","deleted":true})"_ba
                           << u"-vs_1"_s;
    QTest::newRow("file of a store") << u"/vector_stores/vs_1/files/f"_s
                                     << json(storeFileIn(u"vs_1"_s, u"f"_s))
                                     << R"({"id":"f","object":"vector_store.file.deleted","deleted":true})"_ba
                                     << u"-vs_1/f"_s;
    QTest::newRow("eval") << u"/evals/eval_1"_s << eval
                          << R"({"object":"eval.deleted","deleted":true,"eval_id":"eval_1"})"_ba
                          << u"-eval_1"_s;
    QTest::newRow("run") << u"/evals/eval_1/runs/r"_s << run
                         << R"({"object":"eval.run.deleted","run_id":"r"})"_ba << u"-r"_s;
    QTest::newRow("run, nothing said") << u"/evals/eval_1/runs/r"_s << run << "{}"_ba << u"-r"_s;
    QTest::newRow("model") << u"/models/ft:a"_s << R"({"id":"ft:a","object":"model"})"_ba
                           << R"({"id":"ft:a","object":"model","deleted":true})"_ba << u"-ft:a"_s;
    QTest::newRow("done before") << u"/files/file-1"_s << file << QByteArray() << u"-file-1"_s;
    QTest::newRow("not done") << u"/files/file-1"_s << file
                              << R"({"id":"file-1","object":"file","deleted":false})"_ba << QString();
    QTest::newRow("another one") << u"/files/file-1"_s << file
                                 << R"({"id":"file-2","object":"file","deleted":true})"_ba << QString();
    QTest::newRow("not understood") << u"/files/file-1"_s << file << R"(["no"])"_ba << QString();
}

void TestObjectIndex::deletions()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, seen);
    QFETCH(QByteArray, answer);
    QFETCH(QString, told);
    IndexBench bench;
    bench.get(path, seen);
    bench.settle();
    QVERIFY(bench.told().startsWith(u'+'));
    bench.remove(path, answer);
    bench.settle();
    QCOMPARE(bench.told(), told);
    bench.remove(path, answer); // once more says nothing new
    bench.settle();
    QCOMPARE(bench.told(), QString());
}

void TestObjectIndex::notFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Query>("query");
    QTest::addColumn<QString>("told");
    QTest::newRow("asked for") << "GET"_ba << u"/vector_stores/vs_1"_s << Query{} << u"-vs_1"_s;
    QTest::newRow("deleted") << "DELETE"_ba << u"/vector_stores/vs_1"_s << Query{} << u"-vs_1"_s;
    QTest::newRow("changed") << "POST"_ba << u"/vector_stores/vs_1"_s << Query{} << QString();
    QTest::newRow("its list") << "GET"_ba << u"/vector_stores/vs_1/files"_s << Query{{u"after"_s, u"f"_s}}
                              << QString();
    QTest::newRow("text of a file in it")
        << "GET"_ba << u"/vector_stores/vs_1/files/f/content"_s << Query{} << QString();
}

void TestObjectIndex::notFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(Query, query);
    QFETCH(QString, told);
    IndexBench bench;
    bench.get(u"/vector_stores/vs_1"_s, R"({"id":"vs_1","object":"vector_store"})");
    bench.settle();
    bench.told();
    bench.index.answered(
        {method, path, query, 404, R"({"error":{"message":"No such thing"}})", bench.clock.unixSeconds()});
    bench.settle();
    QCOMPARE(bench.told(), told);
}

void TestObjectIndex::aDeletedFileLeavesItsStores()
{
    IndexBench bench;
    bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s), fileNamed(u"f2"_s)}));
    bench.get(u"/vector_stores/v1/files"_s,
              listOf({storeFileIn(u"v1"_s, u"f1"_s), storeFileIn(u"v1"_s, u"f2"_s)}));
    bench.get(u"/vector_stores/v2/files"_s,
              listOf({storeFileIn(u"v2"_s, u"f1"_s), storeFileIn(u"v2"_s, u"unknown"_s)}));
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"completed"_s)));
    bench.settle();
    bench.told();
    bench.remove(u"/files/f1"_s, {});
    bench.remove(u"/files/unknown"_s, {}); // also one that was never seen itself
    bench.remove(u"/files/file-in"_s, {}); // a batch keeps its name
    bench.settle();
    QCOMPARE(bench.told(), u"-f1 -v1/f1 -v2/f1 -v2/unknown"_s);
    QCOMPARE(bench.keys(ObjectKind::StoreFile), u"v1/f2"_s);
    QVERIFY(bench.index.usesOf(u"f1"_s).isEmpty());
    QCOMPARE(bench.index.usesOf(u"file-in"_s).size(), 1);
}

void TestObjectIndex::aDeletedStoreTakesItsFiles()
{
    IndexBench bench;
    bench.get(u"/vector_stores"_s,
              listOf({QJsonObject{{u"id"_s, u"v1"_s}, {u"object"_s, u"vector_store"_s}}}));
    bench.get(u"/vector_stores/v1/files"_s,
              listOf({storeFileIn(u"v1"_s, u"f1"_s), storeFileIn(u"v1"_s, u"f2"_s)}));
    bench.get(u"/files"_s, listOf({fileNamed(u"f1"_s)}));
    bench.settle();
    QVERIFY(bench.index.wholeAt(ObjectKind::StoreFile, u"v1"_s) > 0);
    bench.told();
    bench.remove(u"/vector_stores/v1"_s, {});
    bench.settle();
    QCOMPARE(bench.told(), u"-v1 -v1/f1 -v1/f2"_s);
    QCOMPARE(bench.keys(ObjectKind::File), u"f1"_s);
    QCOMPARE(bench.index.wholeAt(ObjectKind::StoreFile, u"v1"_s), 0);
    // An answer that was on its way does not bring them back.
    bench.get(u"/vector_stores/v1/files"_s, listOf({storeFileIn(u"v1"_s, u"f1"_s)}));
    bench.settle();
    QCOMPARE(bench.told(), QString());
    QCOMPARE(bench.index.wholeAt(ObjectKind::StoreFile, u"v1"_s), 0);
}

void TestObjectIndex::aDeletedEvalTakesItsRuns()
{
    IndexBench bench;
    bench.get(u"/evals/e"_s, R"({"id":"e","object":"eval"})");
    bench.get(u"/evals/e/runs"_s, listOf({QJsonObject{{u"id"_s, u"r1"_s}, {u"object"_s, u"eval.run"_s}}}));
    bench.get(u"/evals/other/runs"_s,
              listOf({QJsonObject{{u"id"_s, u"r2"_s}, {u"object"_s, u"eval.run"_s}}}));
    bench.settle();
    bench.told();
    bench.remove(u"/evals/e"_s, {});
    bench.settle();
    QCOMPARE(bench.told(), u"-e -r1"_s);
}

void TestObjectIndex::whatIsPutInAgainIsThere()
{
    IndexBench bench;
    bench.get(u"/vector_stores/v/files"_s, listOf({storeFileIn(u"v"_s, u"f"_s)}));
    bench.remove(u"/vector_stores/v/files/f"_s, {});
    bench.post(u"/vector_stores/v/files"_s, json(storeFileIn(u"v"_s, u"f"_s, u"in_progress"_s)));
    bench.get(u"/vector_stores/v/files"_s, listOf({storeFileIn(u"v"_s, u"f"_s)}));
    bench.settle();
    QCOMPARE(bench.index.find(ObjectKind::StoreFile, u"v/f"_s)->status, u"completed"_s);
}

void TestObjectIndex::usesAreKeptInStep()
{
    IndexBench bench;
    const auto uses = [&](const QString &fileId) {
        bench.settle();
        QStringList words;
        const QList<FileUse> found = bench.index.usesOf(fileId);
        for (const FileUse &use : found)
            words << QString::number(int(use.role)) + u' ' + use.key;
        words.sort();
        return words.join(u", "_s);
    };
    QCOMPARE(uses(u"f"_s), QString());
    QJsonObject job{{u"id"_s, u"j"_s},
                    {u"object"_s, u"fine_tuning.job"_s},
                    {u"training_file"_s, u"f"_s},
                    {u"validation_file"_s, u"f"_s}};
    bench.get(u"/fine_tuning/jobs/j"_s, json(job));
    bench.get(u"/vector_stores/v1/files"_s, listOf({storeFileIn(u"v1"_s, u"f"_s)}));
    bench.get(u"/vector_stores/v2/files"_s, listOf({storeFileIn(u"v2"_s, u"f"_s)}));
    QCOMPARE(uses(u"f"_s), u"4 j, 5 j, 7 v1/f, 7 v2/f"_s);
    job.insert(u"validation_file"_s, u"g"_s);
    job.insert(u"result_files"_s, QJsonArray{u"h"_s, u"i"_s});
    bench.get(u"/fine_tuning/jobs/j"_s, json(job));
    QCOMPARE(uses(u"f"_s), u"4 j, 7 v1/f, 7 v2/f"_s);
    QCOMPARE(uses(u"g"_s), u"5 j"_s);
    QCOMPARE(uses(u"i"_s), u"6 j"_s);
    bench.remove(u"/vector_stores/v1/files/f"_s, {});
    QCOMPARE(uses(u"f"_s), u"4 j, 7 v2/f"_s);
    bench.get(u"/fine_tuning/jobs"_s, listOf({}));
    QCOMPARE(uses(u"f"_s), u"7 v2/f"_s);
    QCOMPARE(uses(u"h"_s), QString());
}

void TestObjectIndex::idsOfAnyKind()
{
    IndexBench bench;
    bench.get(u"/vector_stores/v/files"_s,
              listOf({storeFileIn(u"v"_s, u"f"_s), storeFileIn(u"v"_s, u"g"_s)}));
    bench.get(u"/files/f"_s, json(fileNamed(u"f"_s)));
    bench.get(u"/batches/b"_s, json(batchNamed(u"b"_s, u"failed"_s)));
    bench.settle();
    QCOMPARE(bench.index.findId(u"f"_s)->kind, ObjectKind::File);
    QCOMPARE(bench.index.findId(u"b"_s)->kind, ObjectKind::Batch);
    QVERIFY(!bench.index.findId(u"g"_s)); // of the file itself nothing is known
    QVERIFY(!bench.index.findId(QString()));
}

void TestObjectIndex::settledComesInOrder()
{
    IndexBench bench;
    QStringList order;
    const auto note = [&](const QString &word) {
        bench.index.whenSettled(&bench.index, [&order, &bench, word] {
            order << word + u' ' + QString::number(bench.index.count(ObjectKind::File));
        });
    };
    note(u"a"_s);
    bench.get(u"/files/f1"_s, json(fileNamed(u"f1"_s)));
    note(u"b"_s);
    note(u"c"_s);
    bench.get(u"/files/f2"_s, json(fileNamed(u"f2"_s)));
    bench.get(u"/files/f3"_s, "no JSON");
    note(u"d"_s);
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 4);
    QVERIFY(order[0].startsWith(u"a "_s));
    QVERIFY(order[1] == "b 1"_L1 || order[1] == "b 2"_L1);
    QVERIFY(order[2] == "c 1"_L1 || order[2] == "c 2"_L1);
    QCOMPARE(order[3], u"d 2"_s);
}

void TestObjectIndex::settledNotToOneWhoIsGone()
{
    IndexBench bench;
    auto someone = std::make_unique<QObject>();
    bool wasTold = false;
    bench.get(u"/files/f1"_s, json(fileNamed(u"f1"_s)));
    bench.index.whenSettled(someone.get(), [&] { wasTold = true; });
    bench.index.rawObjects(ObjectKind::File, someone.get(),
                           [&](const QList<QByteArray> &) { wasTold = true; });
    someone.reset();
    bench.settle();
    bench.raw(ObjectKind::File);
    QVERIFY(!wasTold);
}

void TestObjectIndex::noMoreThanItMayHold()
{
    ObjectIndex::Options options;
    options.mostObjects = 1000;
    IndexBench bench(options);
    for (int i = 0; i < 30; ++i) {
        QJsonArray files;
        for (int n = 0; n < 100; ++n)
            files.append(fileNamed(u"f%1-%2"_s.arg(i).arg(n)));
        bench.clock.advance(10'000);
        bench.get(u"/files"_s, listOf(files, true));
        bench.get(u"/files/first"_s, json(fileNamed(u"first"_s)));
        bench.settle();
        QVERIFY(bench.index.count(ObjectKind::File) <= 1000);
    }
    QVERIFY(bench.index.count(ObjectKind::File) > 900);
    QVERIFY(bench.index.find(ObjectKind::File, u"first"_s)); // it was seen again and again
    QVERIFY(bench.index.find(ObjectKind::File, u"f29-99"_s));
    QVERIFY(!bench.index.find(ObjectKind::File, u"f0-0"_s));
    QVERIFY(!bench.told().contains(u'-' + u"f0-0"_s)); // nothing is said to be gone
}

void TestObjectIndex::goesWhileAnswersWait()
{
    QJsonArray files;
    for (int i = 0; i < 3000; ++i)
        files.append(fileNamed(u"file-"_s + QString::number(i)));
    for (int i = 0; i < 5; ++i) {
        IndexBench bench;
        bench.index.open();
        for (int n = 0; n < i; ++n)
            bench.get(u"/files"_s, listOf(files));
        bench.index.whenSettled(&bench.index, [] { QFAIL("nobody is there any more"); });
        bench.index.rawObjects(ObjectKind::File, this,
                               [](const QList<QByteArray> &) { QFAIL("not either"); });
    }
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestObjectIndex)
#include "tst_objectindex.moc"
