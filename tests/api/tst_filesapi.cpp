// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileanswers.h"

#include "api/filesapi.h"
#include "base/requestlog.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;
using FilePage = Result<Page<FileObject>>;

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
    row("another file deleted", {FakeReply::json(R"({"id":"file-12","object":"file","deleted":true})")}, Kind::BadResponse, false);
    row("deleted, no file named", {FakeReply::json(R"({"object":"file","deleted":true})")}, Kind::None, true);
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

QTEST_GUILESS_MAIN(TestFilesApi)
#include "tst_filesapi.moc"
