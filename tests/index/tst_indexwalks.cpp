// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/indexbench.h"

using namespace odc;
using namespace odc::test;

/// Lists that are gone through page by page: what they brought, and what they did not.
class TestIndexWalks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsHaveDeletedThingsForAWhile();
    void aWalkFindsWhatIsGone();
    void aWalkInsideOfAnObject();
    void walksAtTheSameTime();
    void aLookIsNoWalk();
    void aWalkThatGoesTheOtherWay();
    void noWalk_data();
    void noWalk();
    void theEndOfAWalk_data();
    void theEndOfAWalk();
    void whatCameDuringAWalkStays();
    void longListsComeInPieces();
    void aListThatLostSomethingIsNotWhole();
};

void TestIndexWalks::listsHaveDeletedThingsForAWhile()
{
    IndexBench bench;
    const QByteArray list = listOf({fileNamed(u"f1"_s), fileNamed(u"f2"_s)});
    bench.get(u"/files"_s, list);
    bench.remove(u"/files/f1"_s, {});
    bench.settle();
    bench.told();
    bench.clock.advance(3000);
    bench.get(u"/files"_s, list);
    bench.settle();
    QCOMPARE(bench.told(), QString());
    QCOMPARE(bench.keys(ObjectKind::File), u"f2"_s);
    bench.index.answered({"GET", u"/files"_s, {}, 200, list, bench.clock.unixSeconds() - 90'000});
    bench.settle();
    QCOMPARE(bench.told(), u"+f1"_s); // the clock was set back: then nobody can say
    bench.remove(u"/files/f1"_s, {});
    bench.settle();
    bench.told();
    // But when it is still there much later, then it is there.
    bench.clock.advance(60'000);
    bench.get(u"/files"_s, list);
    bench.settle();
    QCOMPARE(bench.told(), u"+f1"_s);
}

void TestIndexWalks::aWalkFindsWhatIsGone()
{
    IndexBench bench;
    bench.get(u"/files"_s,
              listOf({fileNamed(u"a"_s), fileNamed(u"b"_s), fileNamed(u"c"_s), fileNamed(u"d"_s)}));
    bench.settle();
    bench.told();
    bench.ended.clear();
    bench.clock.advance(100'000);
    const qint64 began = bench.clock.unixSeconds();
    bench.get(u"/files"_s, listOf({fileNamed(u"a"_s)}, true), {{u"limit"_s, u"1"_s}});
    bench.settle();
    QCOMPARE(bench.told(), QString());
    bench.clock.advance(7000);
    bench.get(u"/files"_s, listOf({fileNamed(u"d"_s)}, false), {{u"limit"_s, u"1"_s}, {u"after"_s, u"a"_s}});
    bench.settle();
    QCOMPARE(bench.told(), u"-b -c"_s);
    QCOMPARE(bench.keys(ObjectKind::File), u"a d"_s);
    QCOMPARE(bench.index.wholeAt(ObjectKind::File), began);
    QCOMPARE(bench.ended.size(), 1);
    QCOMPARE(bench.ended.first().first, ObjectKind::File);
}

void TestIndexWalks::aWalkInsideOfAnObject()
{
    IndexBench bench;
    bench.get(u"/vector_stores/v1/files"_s,
              listOf({storeFileIn(u"v1"_s, u"a"_s), storeFileIn(u"v1"_s, u"b"_s)}));
    bench.get(u"/vector_stores/v2/files"_s, listOf({storeFileIn(u"v2"_s, u"a"_s)}));
    bench.settle();
    bench.told();
    bench.get(u"/vector_stores/v1/files"_s, listOf({storeFileIn(u"v1"_s, u"b"_s)}));
    bench.settle();
    QCOMPARE(bench.told(), u"-v1/a"_s);
    QCOMPARE(bench.keys(ObjectKind::StoreFile), u"v1/b v2/a"_s);
}

/// Two go through the same list, their pages of different sizes and in any order of coming.
void TestIndexWalks::walksAtTheSameTime()
{
    IndexBench bench;
    bench.get(u"/files"_s,
              listOf({fileNamed(u"a"_s), fileNamed(u"b"_s), fileNamed(u"c"_s), fileNamed(u"x"_s)}));
    bench.settle();
    bench.told();
    bench.ended.clear();
    const auto page = [&](const QString &after, const QJsonArray &files, bool more) {
        bench.get(u"/files"_s, listOf(files, more), after.isEmpty() ? Query() : Query{{u"after"_s, after}});
        bench.settle();
    };
    page({}, {fileNamed(u"a"_s)}, true);                    // one begins
    page({}, {fileNamed(u"a"_s), fileNamed(u"b"_s)}, true); // the other
    page(u"a"_s, {fileNamed(u"b"_s)}, true);
    page(u"b"_s, {fileNamed(u"c"_s)},
         false); // one of them is through; which one, nobody can say, and nothing hangs on it
    QCOMPARE(bench.told(), u"-x"_s);
    page(u"b"_s, {fileNamed(u"c"_s)}, false);
    QCOMPARE(bench.told(), QString());
    QCOMPARE(bench.ended.size(), 2);
    page(u"b"_s, {fileNamed(u"c"_s)}, false); // nobody's
    QCOMPARE(bench.ended.size(), 2);
}

/// Polls look at the newest page only, again and again.
void TestIndexWalks::aLookIsNoWalk()
{
    IndexBench bench;
    bench.get(u"/batches"_s,
              listOf({batchNamed(u"b3"_s, u"validating"_s), batchNamed(u"b2"_s, u"completed"_s),
                      batchNamed(u"b1"_s, u"completed"_s)}));
    bench.settle();
    const qint64 whole = bench.index.wholeAt(ObjectKind::Batch);
    bench.told();
    for (int i = 0; i < 50; ++i) {
        bench.clock.advance(5000);
        bench.get(u"/batches"_s, listOf({batchNamed(u"b3"_s, u"validating"_s)}, true));
    }
    bench.settle();
    QCOMPARE(bench.index.wholeAt(ObjectKind::Batch), whole);
    QCOMPARE(bench.told(), QString());
    // A walk that goes on from the last look began with it.
    bench.get(u"/batches"_s, listOf({batchNamed(u"b1"_s, u"completed"_s)}), {{u"after"_s, u"b3"_s}});
    bench.settle();
    QCOMPARE(bench.index.wholeAt(ObjectKind::Batch), bench.clock.unixSeconds());
    QCOMPARE(bench.told(), u"-b2"_s);
}

/// A page behind the same cursor is another one when the order is another.
void TestIndexWalks::aWalkThatGoesTheOtherWay()
{
    IndexBench bench;
    bench.get(u"/files"_s, listOf({fileNamed(u"a"_s), fileNamed(u"b"_s), fileNamed(u"c"_s)}));
    bench.settle();
    bench.told();
    bench.ended.clear();
    bench.get(u"/files"_s, listOf({fileNamed(u"c"_s), fileNamed(u"b"_s)}, true), {{u"order"_s, u"desc"_s}});
    bench.get(u"/files"_s, listOf({fileNamed(u"c"_s)}), {{u"order"_s, u"asc"_s}, {u"after"_s, u"b"_s}});
    bench.settle();
    QVERIFY(bench.ended.isEmpty());
    QCOMPARE(bench.told(), QString());
}

void TestIndexWalks::noWalk_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Query>("query");
    QTest::newRow("a purpose") << u"/files"_s << Query{{u"purpose"_s, u"batch"_s}};
    QTest::newRow("backwards") << u"/files"_s << Query{{u"before"_s, u"file-9"_s}};
    QTest::newRow("unknown") << u"/files"_s << Query{{u"limit"_s, u"5"_s}, {u"project"_s, u"p"_s}};
    QTest::newRow("from a cursor that nobody came to") << u"/files"_s << Query{{u"after"_s, u"file-9"_s}};
}

void TestIndexWalks::noWalk()
{
    QFETCH(QString, path);
    QFETCH(Query, query);
    IndexBench bench;
    bench.get(u"/files/file-0"_s, json(fileNamed(u"file-0"_s)));
    bench.get(path, listOf({fileNamed(u"file-1"_s)}), query);
    bench.settle();
    QCOMPARE(bench.told(), u"+file-0 +file-1"_s); // what it holds is there all the same
    QVERIFY(bench.ended.isEmpty());
    QCOMPARE(bench.index.wholeAt(ObjectKind::File), 0);
}

void TestIndexWalks::theEndOfAWalk_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("no more") << u"/files"_s << R"({"data":[{"id":"f","object":"file"}],"has_more":false})"_ba
                             << true;
    QTest::newRow("more") << u"/files"_s << R"({"data":[{"id":"f","object":"file"}],"has_more":true})"_ba
                          << false;
    QTest::newRow("more, as a text") << u"/files"_s
                                     << R"({"data":[{"id":"f","object":"file"}],"has_more":"true"})"_ba
                                     << false;
    QTest::newRow("it does not say") << u"/files"_s << R"({"data":[{"id":"f","object":"file"}]})"_ba << false;
    QTest::newRow("empty") << u"/files"_s << R"({"data":[],"has_more":false,"first_id":null})"_ba << true;
    QTest::newRow("empty, it does not say") << u"/files"_s << R"({"data":[]})"_ba << true;
    QTest::newRow("empty, and yet more") << u"/files"_s << R"({"data":[],"has_more":true})"_ba << false;
    QTest::newRow("models have no pages")
        << u"/models"_s << R"({"data":[{"id":"m","object":"model"}]})"_ba << true;
}

void TestIndexWalks::theEndOfAWalk()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, isWhole);
    IndexBench bench;
    bench.get(path, body);
    bench.settle();
    QCOMPARE(bench.ended.size(), isWhole ? 1 : 0);
}

void TestIndexWalks::whatCameDuringAWalkStays()
{
    IndexBench bench;
    bench.get(u"/files"_s, listOf({fileNamed(u"old"_s)}, true));
    bench.get(u"/files/far"_s, json(fileNamed(u"far"_s)));
    bench.post(u"/files"_s, json(fileNamed(u"new"_s)));
    bench.get(u"/files"_s, listOf({fileNamed(u"older"_s)}), {{u"after"_s, u"old"_s}});
    bench.settle();
    QCOMPARE(bench.keys(ObjectKind::File), u"far new old older"_s);
    QCOMPARE(bench.ended.size(), 1);
}

void TestIndexWalks::longListsComeInPieces()
{
    constexpr int count = 10'000;
    QJsonArray files;
    for (int i = 0; i < count; ++i)
        files.append(fileNamed(u"file-"_s + QString::number(i)));
    IndexBench bench;
    bench.get(u"/files"_s, listOf(files));
    bench.get(u"/files/file-7"_s, json(fileNamed(u"file-7"_s, u"error"_s)));
    bench.settle();
    QCOMPARE(bench.index.count(ObjectKind::File), count);
    QCOMPARE(bench.changes.size(), count + 1);
    QCOMPARE(bench.changes.first().now.id, u"file-0"_s); // in their order
    QCOMPARE(bench.changes.last().now.status, u"error"_s);
    QVERIFY(bench.sizes.size() >= 5);
    for (const qsizetype size : std::as_const(bench.sizes))
        QVERIFY(size <= 2001);
    QVERIFY(bench.index.wholeAt(ObjectKind::File) > 0);
    bench.told();
    bench.sizes.clear();
    bench.get(u"/files"_s, listOf({fileNamed(u"file-7"_s, u"error"_s)}));
    bench.settle();
    QCOMPARE(bench.index.count(ObjectKind::File), 1);
    QCOMPARE(bench.changes.size(), count - 1);
    for (const qsizetype size : std::as_const(bench.sizes))
        QVERIFY(size <= 2001);
}

/// Of what was let go for want of room nothing is known, so nobody may say that nothing uses a file.
void TestIndexWalks::aListThatLostSomethingIsNotWhole()
{
    ObjectIndex::Options options;
    options.mostObjects = 10;
    IndexBench bench(options);
    bench.get(u"/batches"_s, listOf({batchNamed(u"b1"_s, u"in_progress"_s)}));
    bench.get(u"/vector_stores/vs_1/files"_s, listOf({storeFileIn(u"vs_1"_s, u"f1"_s)}));
    bench.get(u"/vector_stores/vs_2/files"_s, listOf({}));
    bench.settle();
    QVERIFY(bench.index.wholeAt(ObjectKind::Batch) > 0);
    QVERIFY(bench.index.wholeAt(ObjectKind::StoreFile, u"vs_1"_s) > 0);
    bench.clock.advance(10'000);
    QJsonArray files;
    for (int i = 0; i < 10; ++i)
        files.append(fileNamed(u"f%1"_s.arg(i)));
    bench.get(u"/files"_s, listOf(files));
    bench.settle();
    QVERIFY(!bench.index.find(ObjectKind::Batch, u"b1"_s));
    QCOMPARE(bench.index.wholeAt(ObjectKind::Batch), 0);
    QCOMPARE(bench.index.wholeAt(ObjectKind::StoreFile, u"vs_1"_s), 0);
    QVERIFY(bench.index.wholeAt(ObjectKind::StoreFile, u"vs_2"_s) > 0); // it lost nothing
    QVERIFY(bench.index.wholeAt(ObjectKind::File) > 0);
    // Room for the rest only: the walk that is under way does not get to its end either.
    bench.clock.advance(10'000);
    bench.get(u"/batches"_s, listOf({batchNamed(u"b1"_s, u"in_progress"_s)}, true), {{u"limit"_s, u"1"_s}});
    bench.clock.advance(10'000);
    bench.get(u"/files"_s, listOf(files));
    bench.clock.advance(10'000);
    bench.get(u"/evals/e1"_s, json({{u"id"_s, u"e1"_s}, {u"object"_s, u"eval"_s}}));
    bench.settle();
    QVERIFY(!bench.index.find(ObjectKind::Batch, u"b1"_s));
    bench.get(u"/batches"_s, listOf({}), {{u"limit"_s, u"1"_s}, {u"after"_s, u"b1"_s}});
    bench.settle();
    QCOMPARE(bench.index.wholeAt(ObjectKind::Batch), 0);
}

QTEST_GUILESS_MAIN(TestIndexWalks)
#include "tst_indexwalks.moc"
