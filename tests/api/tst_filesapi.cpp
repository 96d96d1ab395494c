// SPDX-License-Identifier: GPL-3.0-or-later
#include "apibench.h"

#include "api/filesapi.h"
#include "api/pager.h"
#include "base/requestlog.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;
using FilePage = Result<Page<FileObject>>;

namespace {

QByteArray fileJson(const QString &id, const QString &name = u"a.jsonl"_s, qint64 bytes = 3,
                    std::optional<qint64> created = 1'760'000'000)
{
    QJsonObject object{{u"id"_s, id}, {u"filename"_s, name}, {u"bytes"_s, bytes}, {u"purpose"_s, u"batch"_s}};
    if (created)
        object.insert(u"created_at"_s, *created);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

FakeReply page(const QByteArrayList &items, bool more = false)
{
    return FakeReply::json("{\"object\":\"list\",\"data\":[" + items.join(',') +
                           "],\"has_more\":" + (more ? "true" : "false") + "}");
}

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

class TestFilesApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listSendsItsParameters_data();
    void listSendsItsParameters();
    void listsThatAreNoneAreRefused_data();
    void listsThatAreNoneAreRefused();
    void tenThousandFilesAreParsedOffThisThread();
    void createSendsTheForm();
    void createWithAnUnreadableAnswerHasAnUnknownOutcome_data();
    void createWithAnUnreadableAnswerHasAnUnknownOutcome();
    void recentLikeFindsWhatALostCreateMayHaveMade();
    void idsAreKeptInsideTheirPath();
    void retrieveNeedsAnObject();
    void removeTells_data();
    void removeTells();
    void contentIsStreamed();
    void contentThatCannotBeKeptIsALocalError();
    void refusedDownloadsSayWhy();
    void whatIsNotTheContentIsNotTaken_data();
    void whatIsNotTheContentIsNotTaken();
    void headIsCutAfterItsBytes_data();
    void headIsCutAfterItsBytes();
    void pagerFollowsAllPages();
    void pagerAsksOnWhereNobodySaysThatItIsAll_data();
    void pagerAsksOnWhereNobodySaysThatItIsAll();
    void pagerRestartsWhenItsCursorIsGone();
    void pagerEndsWhereAListHasNoEnd_data();
    void pagerEndsWhereAListHasNoEnd();
    void pagerStops();
};

void TestFilesApi::listSendsItsParameters_data()
{
    QTest::addColumn<FileListQuery>("query");
    QTest::addColumn<QString>("sent");
    QTest::newRow("none") << FileListQuery{} << QString();
    QTest::newRow("all") << FileListQuery{.purpose = u"a&b c"_s,
                                          .limit = 10'000,
                                          .order = u"asc"_s,
                                          .after = u"file-1"_s}
                         << u"purpose=a%26b%20c&limit=10000&order=asc&after=file-1"_s;
}

void TestFilesApi::listSendsItsParameters()
{
    QFETCH(FileListQuery, query);
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s,
                       page({fileJson(u"file-1"_s), "{}", fileJson(u"file-2"_s)}, true));
    std::optional<FilePage> result;
    bench.files().list(query, nullptr, into(&result));
    bench.clock.advance(0);
    QTEST(bench.wire->requests().at(0).url.query(QUrl::FullyEncoded), "sent");
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->items.size(), 2); // nothing can be done with one without an id
    QVERIFY((*result)->hasMore);
    QCOMPARE((*result)->lastId, u"file-2"_s);
}

void TestFilesApi::listsThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"data\":[{\"id\":\"file");
    QTest::newRow("no data") << QByteArray("{}");
    QTest::newRow("data null") << QByteArray("{\"data\":null}");
    QTest::newRow("list") << QByteArray("[]");
}

void TestFilesApi::listsThatAreNoneAreRefused()
{
    QFETCH(QByteArray, body);
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json(body));
    std::optional<FilePage> result;
    bench.files().list({}, nullptr, into(&result));
    bench.clock.advance(600'000);
    QVERIFY(result && !result->has_value());
    const ApiError error = result->error();
    QCOMPARE(error.kind, Kind::BadResponse);
    QCOMPARE(error.httpStatus, 200);
    QCOMPARE(error.operation, u"GET /files"_s);
    QCOMPARE(error.requestId, u"req_fake"_s);
    QCOMPARE(error.rawBody, body);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestFilesApi::tenThousandFilesAreParsedOffThisThread()
{
    QByteArrayList items;
    for (int i = 0; i < 10'000; ++i)
        items << fileJson(u"file-%1"_s.arg(i));
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, page(items));
    std::optional<FilePage> result;
    QObject owner;
    bench.files().list({}, &owner, into(&result));
    bench.clock.advance(0);
    QVERIFY(!result); // still with the pool
    QTRY_VERIFY(result);
    QCOMPARE((*result)->items.size(), 10'000);
    QVERIFY((*result)->items.at(9'999).fingerprint != 0);
}

void TestFilesApi::createSendsTheForm()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"in.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}\n");
    file.close();
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/files"_s, FakeReply::json(fileJson(u"file-9"_s)));
    std::optional<Result<FileObject>> result;
    bench.files().create(
        {.path = file.fileName(), .filename = {}, .purpose = u"batch"_s, .expiresAfterSeconds = 7200},
        nullptr, into(&result));
    bench.clock.advance(0);
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->id, u"file-9"_s);
    const FakeRequest request = bench.wire->requests().at(0);
    QCOMPARE(request.lane, Lane::Transfer);
    const QByteArray body = request.body;
    for (const char *part :
         {"name=\"purpose\"\r\n\r\nbatch\r\n", "name=\"expires_after[anchor]\"\r\n\r\ncreated_at\r\n",
          "name=\"expires_after[seconds]\"\r\n\r\n7200\r\n", "name=\"file\"; filename=\"in.jsonl\"",
          "\r\n\r\n{}\n\r\n--"})
        QVERIFY2(body.contains(part), part);
    QVERIFY(body.indexOf("purpose") < body.indexOf("filename"));
    const LoggedCall logged = bench.session->requestLog().calls().at(0);
    QCOMPARE(logged.formFields.constLast(), (QPair<QString, QString>{u"file"_s, u"@in.jsonl"_s}));
    QVERIFY(logged.jsonBody.isEmpty());
}

void TestFilesApi::createWithAnUnreadableAnswerHasAnUnknownOutcome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"id\":\"file-9\",");
    QTest::newRow("no id") << QByteArray("{\"object\":\"file\"}");
    QTest::newRow("html") << QByteArray("<html>welcome</html>");
}

void TestFilesApi::createWithAnUnreadableAnswerHasAnUnknownOutcome()
{
    QFETCH(QByteArray, body);
    QTemporaryDir dir;
    QFile file(dir.filePath(u"in.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ApiBench bench;
    bench.wire->always(Method::Post, u"/v1/files"_s, FakeReply::json(body));
    std::optional<Result<FileObject>> result;
    bench.files().create(
        {.path = file.fileName(), .filename = {}, .purpose = u"batch"_s, .expiresAfterSeconds = {}}, nullptr,
        into(&result));
    bench.clock.advance(600'000);
    QVERIFY(result && !result->has_value());
    QCOMPARE(result->error().kind, Kind::OutcomeUnknown);
    QCOMPARE(result->error().operation, u"POST /files"_s);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestFilesApi::recentLikeFindsWhatALostCreateMayHaveMade()
{
    constexpr qint64 since = 1'760'000'000;
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s,
                       page({fileJson(u"same"_s, u"sent.jsonl"_s, 3, since),
                             fileJson(u"later"_s, u"sent.jsonl"_s, 3, since + 9),
                             fileJson(u"older"_s, u"sent.jsonl"_s, 3, since - 1),
                             fileJson(u"larger"_s, u"sent.jsonl"_s, 4, since),
                             fileJson(u"other"_s, u"local.jsonl"_s, 3, since),
                             fileJson(u"timeless"_s, u"sent.jsonl"_s, 3, {})}));
    std::optional<Result<QList<FileObject>>> result;
    bench.files().recentLike({u"sent.jsonl"_s, u"batch"_s, 3}, since, nullptr, into(&result));
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().at(0).url.query(), u"purpose=batch&limit=100&order=desc"_s);
    QVERIFY(result && result->has_value());
    QStringList ids;
    for (const FileObject &found : **result)
        ids << found.id;
    QCOMPARE(ids, (QStringList{u"same"_s, u"later"_s, u"timeless"_s}));
}

void TestFilesApi::idsAreKeptInsideTheirPath()
{
    ApiBench bench;
    std::optional<Result<FileObject>> result;
    bench.files().retrieve(u"../models/x?y"_s, nullptr, into(&result));
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().at(0).url.toEncoded(),
             "https://api.example.test/v1/files/..%2Fmodels%2Fx%3Fy");

    std::optional<Result<FileObject>> refused;
    std::optional<Result<bool>> notRemoved;
    bench.files().retrieve(QString(), nullptr, into(&refused));
    bench.files().remove(u".."_s, nullptr, into(&notRemoved)); // would be DELETE on the whole collection
    bench.clock.advance(600'000);
    QCOMPARE(refused->error().kind, Kind::Invalid);
    QCOMPARE(notRemoved->error().kind, Kind::Invalid);
    QCOMPARE(bench.wire->requests().size(), 1);
}

void TestFilesApi::retrieveNeedsAnObject()
{
    ApiBench bench;
    bench.wire->once(Method::Get, u"/v1/files/file-1"_s, FakeReply::json(fileJson(u"file-1"_s)));
    bench.wire->once(Method::Get, u"/v1/files/file-1"_s,
                     FakeReply::json("{\"object\":\"list\",\"data\":[]}"));
    std::optional<Result<FileObject>> good;
    std::optional<Result<FileObject>> bad;
    bench.files().retrieve(u"file-1"_s, nullptr, into(&good));
    bench.clock.advance(0);
    bench.files().retrieve(u"file-1"_s, nullptr, into(&bad));
    bench.clock.advance(0);
    QCOMPARE((*good)->filename, u"a.jsonl"_s);
    QCOMPARE(bad->error().kind, Kind::BadResponse);
}

void TestFilesApi::removeTells_data()
{
    QTest::addColumn<QList<FakeReply>>("replies");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("deletedNow");
    const FakeReply lost = FakeReply::broken(WireFailure::Network);
    FakeReply page404 = FakeReply::json("<html>Not Found</html>", 404);
    const auto row = [](const char *name, const QList<FakeReply> &replies, Kind kind, bool now) {
        QTest::newRow(name) << replies << kind << now;
    };
    row("deleted", {FakeReply::json(R"({"id":"file-1","object":"file","deleted":true})")}, Kind::None, true);
    row("was gone", {FakeReply::error(404, {}, "invalid_request_error")}, Kind::None, false);
    row("its reply was lost", {lost, FakeReply::error(404, {}, "invalid_request_error")}, Kind::None, true);
    row("404 of something else", {page404}, Kind::NotFound, false);
    row("not deleted", {FakeReply::json(R"({"id":"file-1","deleted":false})")}, Kind::BadResponse, false);
    row("no answer to it", {FakeReply::json("nope")}, Kind::BadResponse, false);
    row("refused", {FakeReply::error(403)}, Kind::Forbidden, false);
}

void TestFilesApi::removeTells()
{
    QFETCH(QList<FakeReply>, replies);
    QFETCH(ApiError::Kind, kind);
    QFETCH(bool, deletedNow);
    ApiBench bench;
    for (const FakeReply &reply : replies)
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, reply);
    std::optional<Result<bool>> result;
    bench.files().remove(u"file-1"_s, nullptr, into(&result));
    bench.clock.advance(10'000);
    QVERIFY(result);
    QCOMPARE(result->has_value() ? Kind::None : result->error().kind, kind);
    if (kind == Kind::None)
        QCOMPARE(**result, deletedNow);
    QCOMPARE(bench.wire->requests().size(), replies.size());
}

void TestFilesApi::contentIsStreamed()
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

void TestFilesApi::contentThatCannotBeKeptIsALocalError()
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

void TestFilesApi::refusedDownloadsSayWhy()
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

void TestFilesApi::whatIsNotTheContentIsNotTaken_data()
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

void TestFilesApi::whatIsNotTheContentIsNotTaken()
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

void TestFilesApi::headIsCutAfterItsBytes_data()
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

void TestFilesApi::headIsCutAfterItsBytes()
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

void TestFilesApi::pagerFollowsAllPages()
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

void TestFilesApi::pagerAsksOnWhereNobodySaysThatItIsAll_data()
{
    QTest::addColumn<bool>("knowsCursors");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("requests");
    QTest::newRow("pages") << true << u"abcd"_s << 3;
    QTest::newRow("everything each time") << false << u"ab"_s << 2;
}

void TestFilesApi::pagerAsksOnWhereNobodySaysThatItIsAll()
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

void TestFilesApi::pagerRestartsWhenItsCursorIsGone()
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

void TestFilesApi::pagerEndsWhereAListHasNoEnd_data()
{
    QTest::addColumn<QStringList>("pages"); // then the last one again and again
    QTest::addColumn<bool>("fails");
    QTest::newRow("two in turn") << QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s} << true;
    QTest::newRow("three known ones in a row")
        << QStringList{u"abcde"_s, u"a"_s, u"b"_s, u"c"_s, u"f"_s, u"f"_s} << false;
    QTest::newRow("four known ones in a row")
        << QStringList{u"abcde"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"f"_s, u"f"_s} << true;
}

void TestFilesApi::pagerEndsWhereAListHasNoEnd()
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

void TestFilesApi::pagerStops()
{
    ApiBench bench;
    bench.wire->setHandler([](const FakeRequest &) { return page({fileJson(u"a"_s)}, true); });
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

QTEST_GUILESS_MAIN(TestFilesApi)
#include "tst_filesapi.moc"
