// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of many pages, followed to their end, or to where there is none.
#include "fileanswers.h"

#include "api/filesapi.h"
#include "api/pager.h"

#include <QTest>
#include <QUrlQuery>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

class TestPager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagerFollowsAllPages();
    void pagerAsksOnWhereNobodySaysThatItIsAll_data();
    void pagerAsksOnWhereNobodySaysThatItIsAll();
    void pagerRestartsWhenItsCursorIsGone();
    void pagerEndsWhereAListHasNoEnd_data();
    void pagerEndsWhereAListHasNoEnd();
    void pagerStops();
};

void TestPager::pagerFollowsAllPages()
{
    ApiBench bench;
    bench.wire->setHandler([](const FakeRequest &request) {
        const QString after = QUrlQuery(request.url).queryItemValue(u"after"_s);
        if (after.isEmpty())
            return page({fileJson(u"a"_s), fileJson(u"b"_s)}, true);
        if (after == "b"_L1) // pages of a live list overlap
            return page({fileJson(u"b"_s), fileJson(u"c"_s)}, true);
        return page({}, true); // "more", but nothing comes
    });
    Pager<FileObject> pager;
    QStringList ids;
    int finished = 0;
    pager.start(
        [&](const QString &after, auto done) {
            return bench.files().list({.purpose = {}, .limit = 2, .order = {}, .after = after}, nullptr,
                                      done);
        },
        {.page =
             [&](const QList<FileObject> &items) {
                 for (const auto &f : items)
                     ids << f.id;
             },
         .finished = [&] { ++finished; },
         .failed = [](const ApiError &error) { QFAIL(qPrintable(error.details())); }});
    bench.clock.advance(0);
    QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(finished, 1);
    QVERIFY(!pager.isRunning());
    QVERIFY(!pager.isWhole()); // it ended, but there was said to be more
    QCOMPARE(pager.seen().size(), 3);
    QCOMPARE(bench.wire->requests().size(), 3);
}

void TestPager::pagerAsksOnWhereNobodySaysThatItIsAll_data()
{
    QTest::addColumn<bool>("knowsCursors");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("requests");
    QTest::newRow("pages") << true << u"abcd"_s << 3;
    QTest::newRow("everything each time") << false << u"ab"_s << 2;
}

void TestPager::pagerAsksOnWhereNobodySaysThatItIsAll()
{
    QFETCH(bool, knowsCursors);
    QFETCH(QString, expected);
    QFETCH(int, requests);
    ApiBench bench;
    bench.wire->setHandler([knowsCursors](const FakeRequest &request) {
        const QString after = knowsCursors ? QUrlQuery(request.url).queryItemValue(u"after"_s) : QString();
        const QByteArray first = fileJson(after.isEmpty() ? u"a"_s : u"c"_s) + ',' + fileJson(after.isEmpty() ? u"b"_s : u"d"_s);
        return FakeReply::json("{\"object\":\"list\",\"data\":[" + (after == "d"_L1 ? QByteArray() : first) + "]}");
    });
    Pager<FileObject> pager;
    QString ids;
    int finished = 0;
    pager.start(
        [&](const QString &after, auto done) {
            return bench.files().list({.purpose = {}, .limit = 2, .order = {}, .after = after}, nullptr,
                                      done);
        },
        {.page =
             [&](const QList<FileObject> &items) {
                 for (const auto &f : items)
                     ids += f.id;
             },
         .finished = [&] { ++finished; },
         .failed = [](const ApiError &error) { QFAIL(qPrintable(error.details())); }});
    bench.clock.advance(0);
    QCOMPARE(ids, expected);
    QCOMPARE(finished, 1);
    QCOMPARE(bench.wire->requests().size(), requests);
}

void TestPager::pagerRestartsWhenItsCursorIsGone()
{
    ApiBench bench;
    int starts = 0;
    bench.wire->setHandler([&starts](const FakeRequest &request) {
        if (!QUrlQuery(request.url).hasQueryItem(u"after"_s))
            return ++starts < 3 ? page({fileJson(u"a"_s)}, true) : page({fileJson(u"b"_s), fileJson(u"c"_s)});
        return FakeReply::error(starts == 1 ? 404 : 400);
    });
    Pager<FileObject> pager;
    QStringList ids;
    int finished = 0;
    pager.start(
        [&](const QString &after, auto done) {
            return bench.files().list({.purpose = {}, .limit = 2, .order = {}, .after = after}, nullptr,
                                      done);
        },
        {.page =
             [&](const QList<FileObject> &items) {
                 for (const auto &f : items)
                     ids << f.id;
             },
         .finished = [&] { ++finished; },
         .failed = [](const ApiError &error) { QFAIL(qPrintable(error.details())); }});
    bench.clock.advance(0);
    QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(finished, 1);
}

void TestPager::pagerEndsWhereAListHasNoEnd_data()
{
    QTest::addColumn<QStringList>("pages"); // then the last one again and again
    QTest::addColumn<bool>("fails");
    QTest::newRow("two in turn") << QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s} << true;
    QTest::newRow("three known ones in a row")
        << QStringList{u"abcde"_s, u"a"_s, u"b"_s, u"c"_s, u"f"_s, u"f"_s} << false;
    QTest::newRow("four known ones in a row")
        << QStringList{u"abcde"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"f"_s, u"f"_s} << true;
}

void TestPager::pagerEndsWhereAListHasNoEnd()
{
    QFETCH(QStringList, pages);
    QFETCH(bool, fails);
    ApiBench bench;
    int sent = 0;
    bench.wire->setHandler([&](const FakeRequest &) {
        QByteArrayList items;
        for (const QChar id : pages.at(std::min<qsizetype>(sent, pages.size() - 1)))
            items << fileJson(QString(id));
        ++sent;
        return page(items, sent < 50);
    });
    Pager<FileObject> pager;
    int finished = 0;
    QList<ApiError> errors;
    pager.start(
        [&](const QString &after, auto done) {
            return bench.files().list({.purpose = {}, .limit = 2, .order = {}, .after = after}, nullptr,
                                      done);
        },
        {.page = [](const QList<FileObject> &) {},
         .finished = [&] { ++finished; },
         .failed = [&](const ApiError &error) { errors << error; }});
    bench.clock.advance(1000);
    QVERIFY(!pager.isRunning());
    QCOMPARE(finished, fails ? 0 : 1);
    QCOMPARE(errors.size(), fails ? 1 : 0);
    QVERIFY2(sent < 10, qPrintable(QString::number(sent)));
    if (fails)
        QCOMPARE(errors.first().kind, Kind::BadResponse);
}

void TestPager::pagerStops()
{
    for (const bool hasMore : {true, false}) { // the last page is no other
        ApiBench bench;
        bench.wire->setHandler([hasMore](const FakeRequest &) { return page({fileJson(u"a"_s)}, hasMore); });
        Pager<FileObject> pager;
        int pages = 0;
        pager.start(
            [&](const QString &after, auto done) {
                return bench.files().list({.purpose = {}, .limit = 2, .order = {}, .after = after}, nullptr,
                                          done);
            },
            {.page =
                 [&](const QList<FileObject> &) {
                     ++pages;
                     pager.stop();
                 },
             .finished = [] { QFAIL("it was stopped"); },
             .failed = [](const ApiError &) { QFAIL("it was stopped"); }});
        bench.clock.advance(1000);
        QCOMPARE(pages, 1);
        QCOMPARE(bench.wire->requests().size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestPager)
#include "tst_pager.moc"
