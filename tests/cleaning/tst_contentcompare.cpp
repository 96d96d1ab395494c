// SPDX-License-Identifier: GPL-3.0-or-later
// The contents of files are told apart by their digests, read from the service and not kept.
#include "api/apibench.h"
#include "cleaning/contentcompare.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

struct CompareBench : ApiBench
{
    QList<IndexedObject> some(const QHash<QString, QByteArray> &contents)
    {
        QList<IndexedObject> files;
        for (auto it = contents.cbegin(); it != contents.cend(); ++it) {
            IndexedObject file;
            file.id = it.key();
            file.bytes = it.value().size();
            files << file;
            FakeReply reply = FakeReply::json(it.value());
            reply.headers = {{"Content-Type", "application/octet-stream"}};
            reply.pieces = 3;
            wire->always(Method::Get, u"/v1/files/%1/content"_s.arg(it.key()), reply);
        }
        return files;
    }
    bool finish(ContentCompare &compare, const QList<IndexedObject> &files)
    {
        QSignalSpy done(&compare, &ContentCompare::finished);
        compare.start(files);
        return QTest::qWaitFor(
            [&] {
                clock.advance(1000);
                return done.count() > 0;
            },
            20'000);
    }
};

QByteArray sha(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

} // namespace

class TestContentCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void digestsAreThoseOfTheContents();
    void whatIsKnownIsNotReadAgain();
    void whatCannotBeReadHasNoDigest();
    void aContentOfAnotherLengthHasNoDigest();
    void stoppedInTheMiddle();
};

void TestContentCompare::digestsAreThoseOfTheContents()
{
    CompareBench bench;
    ContentCompare compare(*bench.session);
    QVERIFY(bench.finish(compare, bench.some({{u"a"_s, "one two three"}, {u"b"_s, "one two three"}, {u"c"_s, "one two thr33"}})));
    QCOMPARE(compare.digests().value(u"a"_s), sha("one two three"));
    QCOMPARE(compare.digests().value(u"b"_s), compare.digests().value(u"a"_s));
    QCOMPARE(compare.digests().value(u"c"_s), sha("one two thr33"));
    QCOMPARE(compare.done(), 3);
    QCOMPARE(compare.bytesDone(), compare.bytesTotal());
}

void TestContentCompare::whatIsKnownIsNotReadAgain()
{
    CompareBench bench;
    ContentCompare compare(*bench.session);
    const QList<IndexedObject> files = bench.some({{u"a"_s, "x"}, {u"b"_s, "y"}});
    QVERIFY(bench.finish(compare, files.first(1)));
    QVERIFY(bench.finish(compare, files));
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(compare.digests().size(), 2);
}

void TestContentCompare::whatCannotBeReadHasNoDigest()
{
    CompareBench bench;
    ContentCompare compare(*bench.session);
    const QList<IndexedObject> files = bench.some({{u"a"_s, "x"}, {u"b"_s, "y"}});
    bench.wire->always(Method::Get, u"/v1/files/b/content"_s, FakeReply::error(404, "not_found"));
    QVERIFY(bench.finish(compare, files));
    QCOMPARE(compare.failed(), 1);
    QCOMPARE(compare.digests().keys(), QStringList{u"a"_s});
    QCOMPARE(int(compare.problem().kind), int(ApiError::Kind::NotFound));
}

void TestContentCompare::aContentOfAnotherLengthHasNoDigest()
{
    CompareBench bench;
    ContentCompare compare(*bench.session);
    QList<IndexedObject> files = bench.some({{u"a"_s, "x"}});
    files.first().bytes = 2;
    QVERIFY(bench.finish(compare, files));
    QCOMPARE(compare.failed(), 1);
    QVERIFY(compare.digests().isEmpty());
}

void TestContentCompare::stoppedInTheMiddle()
{
    CompareBench bench;
    ContentCompare compare(*bench.session);
    const QList<IndexedObject> files = bench.some({{u"a"_s, "x"}});
    bench.wire->always(Method::Get, u"/v1/files/a/content"_s, FakeReply::silence());
    compare.start(files);
    QVERIFY(QTest::qWaitFor([&] {
        bench.clock.advance(0);
        return bench.wire->running() == 1;
    }));
    compare.stop();
    bench.clock.advance(0);
    QVERIFY(!compare.isRunning());
    QCOMPARE(bench.wire->running(), 0);
    QVERIFY(compare.digests().isEmpty());
}

QTEST_GUILESS_MAIN(TestContentCompare)
#include "tst_contentcompare.moc"
