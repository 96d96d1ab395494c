// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of files: streamed into whatever takes them, refused, cut off.
#include "fileanswers.h"

#include "api/filesapi.h"

#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

class MemorySink final : public ContentSink
{
public:
    bool begin(qint64, qint64 size) override
    {
        total = size;
        bytes.clear();
        return true;
    }
    bool write(const QByteArray &piece) override
    {
        bytes += piece;
        return !full;
    }
    QString errorText() const override { return u"no room"_s; }
    QByteArray bytes;
    qint64 total = 0;
    bool full = false;
};

} // namespace

class TestFileContent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contentIsStreamed();
    void contentThatCannotBeKeptIsALocalError();
    void refusedDownloadsSayWhy();
    void whatIsNotTheContentIsNotTaken_data();
    void whatIsNotTheContentIsNotTaken();
    void headIsCutAfterItsBytes_data();
    void headIsCutAfterItsBytes();
};

void TestFileContent::contentIsStreamed()
{
    ApiBench bench;
    FakeReply reply = FakeReply::json(QByteArray(1000, 'x'));
    reply.headers = {{"Content-Type", "application/octet-stream"}};
    reply.pieces = 7;
    bench.wire->always(Method::Get, u"/v1/files/file-1/content"_s, reply);
    const auto sink = std::make_shared<MemorySink>();
    std::optional<Result<qint64>> result;
    bench.files().content(u"file-1"_s, sink, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && result->has_value());
    QCOMPARE(**result, 1000);
    QCOMPARE(sink->bytes, reply.body);
    QCOMPARE(sink->total, 1000);
    QCOMPARE(bench.wire->requests().at(0).lane, Lane::Transfer);
    QVERIFY(bench.wire->requests().at(0).stream);
}

void TestFileContent::contentThatCannotBeKeptIsALocalError()
{
    ApiBench bench;
    FakeReply reply = FakeReply::json("abc");
    bench.wire->always(Method::Get, u"/v1/files/file-1/content"_s, reply);
    const auto sink = std::make_shared<MemorySink>();
    sink->full = true;
    std::optional<Result<qint64>> result;
    bench.files().content(u"file-1"_s, sink, nullptr, into(&result));
    bench.clock.advance(600'000);
    QCOMPARE(result->error().kind, Kind::LocalFile);
    QCOMPARE(result->error().message, u"no room"_s);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestFileContent::refusedDownloadsSayWhy()
{
    ApiBench bench;
    bench.wire->always(
        Method::Get, u"/v1/files/file-1/content"_s,
        FakeReply::json(R"({"error":{"message":"Not allowed to download files of purpose: assistants"}})",
                        400));
    const auto sink = std::make_shared<MemorySink>();
    std::optional<Result<qint64>> result;
    bench.files().content(u"file-1"_s, sink, nullptr, into(&result));
    bench.clock.advance(600'000);
    QCOMPARE(result->error().kind, Kind::Invalid);
    QCOMPARE(result->error().message, u"Not allowed to download files of purpose: assistants"_s);
    QVERIFY(sink->bytes.isEmpty());
}

void TestFileContent::whatIsNotTheContentIsNotTaken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("taken");
    QTest::newRow("plain") << 200 << QByteArray("X-A") << QByteArray("b") << true;
    QTest::newRow("identity") << 200 << QByteArray("Content-Encoding") << QByteArray("identity") << true;
    QTest::newRow("gzip") << 200 << QByteArray("Content-Encoding") << QByteArray("gzip") << false;
    QTest::newRow("br") << 200 << QByteArray("Content-Encoding") << QByteArray(" BR") << false;
    QTest::newRow("a part") << 206 << QByteArray("Content-Range") << QByteArray("bytes 0-2/9") << false;
    QTest::newRow("not from the start") << 206 << QByteArray("Content-Range") << QByteArray("bytes 1-2/3") << false;
    QTest::newRow("a part of who knows") << 206 << QByteArray("Content-Range") << QByteArray("bytes 0-2/*") << false;
    QTest::newRow("a part without a word") << 206 << QByteArray("X-A") << QByteArray("b") << false;
    QTest::newRow("a part that is all") << 206 << QByteArray("Content-Range") << QByteArray("bytes 0-2/3") << true;
    QTest::newRow("no content") << 204 << QByteArray("X-A") << QByteArray("b") << false;
    QTest::newRow("accepted") << 202 << QByteArray("X-A") << QByteArray("b") << false;
}

void TestFileContent::whatIsNotTheContentIsNotTaken()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(bool, taken);
    ApiBench bench;
    FakeReply reply = FakeReply::json("abc", status);
    reply.headers = {{"Content-Type", "application/octet-stream"}, {header, value}};
    bench.wire->always(Method::Get, u"/v1/files/file-1/content"_s, reply);
    const auto sink = std::make_shared<MemorySink>();
    std::optional<Result<qint64>> result;
    bench.files().content(u"file-1"_s, sink, nullptr, into(&result));
    bench.clock.advance(600'000);
    QVERIFY(result);
    QCOMPARE(result->has_value(), taken);
    QCOMPARE(bench.wire->requests().size(), 1);
    if (!taken) {
        QCOMPARE(result->error().kind, Kind::BadResponse);
        QVERIFY(sink->bytes.isEmpty());
    }
}

void TestFileContent::headIsCutAfterItsBytes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("serverKnowsRanges");
    QTest::addColumn<bool>("complete");
    for (const bool ranges : {true, false}) {
        const char *name = ranges ? "ranges" : "range ignored";
        QTest::addRow("empty, %s", name) << 0 << ranges << true;
        QTest::addRow("shorter, %s", name) << 99 << ranges << true;
        QTest::addRow("exact, %s", name) << 100 << ranges << true;
        QTest::addRow("one more, %s", name) << 101 << ranges << false;
        QTest::addRow("much more, %s", name) << 100'000 << ranges << false;
    }
}

void TestFileContent::headIsCutAfterItsBytes()
{
    QFETCH(int, size);
    QFETCH(bool, serverKnowsRanges);
    QFETCH(bool, complete);
    QByteArray content(size, 'x');
    for (int i = 0; i < size; ++i)
        content[i] = char('a' + i % 26);
    ApiBench bench;
    bench.wire->setHandler([&](const FakeRequest &request) {
        if (request.headers.value("Range") != "bytes=0-100")
            return FakeReply::error(500);
        FakeReply reply;
        reply.headers = {{"Content-Type", "application/octet-stream"}};
        reply.pieces = 9;
        if (!serverKnowsRanges) {
            reply.body = content;
            return reply;
        }
        if (size == 0)
            return FakeReply::error(416);
        reply.status = 206;
        reply.body = content.left(101);
        reply.headers.append({"Content-Range", "bytes 0-" + QByteArray::number(reply.body.size() - 1) + '/' + QByteArray::number(size)});
        return reply;
    });
    std::optional<Result<FilesApi::Head>> result;
    bench.files().contentHead(u"file-1"_s, 100, nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->bytes, content.left(100));
    QCOMPARE((*result)->complete, complete);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(bench.wire->running(), 0);
}

QTEST_GUILESS_MAIN(TestFileContent)
#include "tst_filecontent.moc"
