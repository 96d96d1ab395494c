// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuebench.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace odc;
using namespace odc::test;
using Kind = ApiError::Kind;

/// When a call is sent, repeated, held.
class TestRequestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standardHeadersGoWithEveryCall();
    void anAttemptHasAnIdOfItsOwn();
    void adminOperationsCarryTheAdminKeyOnly();
    void refusedBeforeAnythingIsSent_data();
    void refusedBeforeAnythingIsSent();
    void aServerThatWantsNoKeyGetsNone();
    void readsPassOnAReadOnlyProfile();
    void whatIsRepeatedAndHowOften_data();
    void whatIsRepeatedAndHowOften();
    void delaysBetweenAttempts_data();
    void delaysBetweenAttempts();
    void aDelayOfMoreThanTwoMinutesEndsTheCall();
    void a404OnARepeatedDeleteMeansDone();
    void a404OfAGatewayIsNoDeletion();
    void a404OnTheFirstDeleteIsAnError();
    void a429HoldsEverybody();
    void aLongerHoldWinsAndIsReleasedOnce();
    void billingErrorsHoldNobody();
};

void TestRequestQueue::standardHeadersGoWithEveryCall()
{
    Bench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json("{}"));
    bench.wire->always(Method::Get, u"/v1/vector_stores"_s, FakeReply::json("{}"));
    bench.send(read());
    bench.send(read(u"/vector_stores"_s));
    bench.clock.advance(0);
    QCOMPARE(bench.results.size(), 2);
    QVERIFY(bench.results.at(0).has_value());
    const HttpHeaders files = bench.wire->requests().at(0).headers;
    QCOMPARE(files.value("Authorization"), "Bearer sk-test-secret-key");
    QCOMPARE(files.value("OpenAI-Organization"), "org-1");
    QCOMPARE(files.value("OpenAI-Project"), "proj_1");
    QCOMPARE(files.value("Accept"), "application/json");
    QVERIFY(!files.contains("OpenAI-Beta"));
    QVERIFY(!files.contains("Content-Type"));
    const HttpHeaders stores = bench.wire->requests().at(1).headers;
    QCOMPARE(stores.value("OpenAI-Beta"), "assistants=v2");
}

void TestRequestQueue::anAttemptHasAnIdOfItsOwn()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, gateway(502));
    bench.wire->once(Method::Get, u"/v1/files"_s, gateway(404));
    bench.send(read());
    bench.clock.advance(1000);
    QCOMPARE(bench.wire->requests().size(), 2);
    const QByteArray first = bench.wire->requests().at(0).headers.value("X-Client-Request-Id");
    const QByteArray second = bench.wire->requests().at(1).headers.value("X-Client-Request-Id");
    QCOMPARE(QUuid(QLatin1StringView(first)).version(), QUuid::Random);
    QCOMPARE(QUuid(QLatin1StringView(first)).variant(), QUuid::DCE);
    QVERIFY(first != second);
    // The server named none, so the id we sent is what support can be asked about.
    QCOMPARE(bench.results.at(0).error().requestId, QString::fromLatin1(second));
    QCOMPARE(bench.results.at(0).error().operation, u"GET /files"_s);
}

void TestRequestQueue::adminOperationsCarryTheAdminKeyOnly()
{
    Bench bench;
    ApiRequest request = read(u"/fine_tuning/checkpoints/c/permissions"_s);
    request.needsAdminKey = true;
    bench.send(request);
    bench.clock.advance(0);
    QCOMPARE(bench.wire->requests().at(0).headers.value("Authorization"), "Bearer sk-admin-secret-key");
}

void TestRequestQueue::refusedBeforeAnythingIsSent_data()
{
    using Change = std::function<void(RequestQueue::Options &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<Kind>("kind");
    const Change nothing = [](RequestQueue::Options &) {};
    const Change readOnly = [](RequestQueue::Options &o) { o.readOnly = true; };
    const auto base = [](const char *url) {
        return Change([url](RequestQueue::Options &o) { o.baseUrl = QUrl(QString::fromLatin1(url)); });
    };
    ApiRequest admin = read();
    admin.needsAdminKey = true;
    QTest::newRow("create, read-only") << readOnly << create() << Kind::ReadOnly;
    QTest::newRow("delete, read-only") << readOnly << remove() << Kind::ReadOnly;
    QTest::newRow("no key") << Change([](RequestQueue::Options &o) { o.credentials.apiKey.clear(); })
                            << read() << Kind::NoKey;
    QTest::newRow("only an admin key")
        << Change([](RequestQueue::Options &o) { o.credentials.apiKey = u"  "_s; }) << read() << Kind::NoKey;
    QTest::newRow("no admin key") << Change([](RequestQueue::Options &o) { o.credentials.adminKey.clear(); })
                                  << admin << Kind::NoKey;
    QTest::newRow("key with a line break")
        << Change([](RequestQueue::Options &o) { o.credentials.apiKey = u"sk-a\r\nX-Evil: 1"_s; }) << read()
        << Kind::NoKey;
    QTest::newRow("key over plain http") << base("http://api.example.test/v1") << read() << Kind::InsecureUrl;
    QTest::newRow("key over http in the house")
        << base("http://192.168.1.5:8000/v1") << read() << Kind::InsecureUrl;
    QTest::newRow("a name that only begins like this computer")
        << base("http://localhost.example.test/v1") << read() << Kind::InsecureUrl;
    QTest::newRow("no http") << base("ftp://api.example.test") << read() << Kind::HostNotFound;
    QTest::newRow("no host") << base("https:///v1") << read() << Kind::HostNotFound;
    QTest::newRow("no id") << nothing << read(QString()) << Kind::Invalid;
}

void TestRequestQueue::refusedBeforeAnythingIsSent()
{
    QFETCH(std::function<void(RequestQueue::Options &)>, change);
    QFETCH(ApiRequest, request);
    QFETCH(ApiError::Kind, kind);
    Bench bench(change);
    const Call call = bench.send(request);
    QCOMPARE(bench.results.size(), 0); // never from inside send()
    QVERIFY(call.isRunning());
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, kind);
    QCOMPARE(bench.wire->requests().size(), 0);
    QVERIFY(!call.isRunning());
}

void TestRequestQueue::aServerThatWantsNoKeyGetsNone()
{
    Bench bench([](RequestQueue::Options &o) {
        o.baseUrl = QUrl(u"http://models.example.test:8000/v1"_s);
        o.keyRequired = false;
        o.credentials = {};
    });
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json("{}"));
    bench.send(read());
    bench.clock.advance(0);
    QVERIFY(bench.results.at(0).has_value());
    QVERIFY(!bench.wire->requests().at(0).headers.contains("Authorization"));
}

void TestRequestQueue::readsPassOnAReadOnlyProfile()
{
    Bench bench([](RequestQueue::Options &o) {
        o.readOnly = true;
        o.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s); // loopback may carry a key unencrypted
    });
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json("{}"));
    bench.send(read());
    bench.clock.advance(0);
    QVERIFY(bench.results.at(0).has_value());
}

void TestRequestQueue::whatIsRepeatedAndHowOften_data()
{
    QTest::addColumn<FakeReply>("reply");
    QTest::addColumn<int>("reads");
    QTest::addColumn<int>("deletes");
    QTest::addColumn<int>("creates");
    QTest::addColumn<Kind>("kindOfRead");
    QTest::addColumn<Kind>("kindOfCreate");
    QTest::addColumn<Kind>("kindOfChange"); // of what ends or starts something that is there
    const auto error = [](int status, const char *code = "", const char *type = "",
                          const Headers &headers = {}) {
        return FakeReply::error(status, code, type, headers);
    };
    const auto row = [](const char *name, const FakeReply &reply, int reads, int deletes, int creates,
                        Kind read, Kind create, Kind change = Kind::None) {
        QTest::newRow(name) << reply << reads << deletes << creates << read << create
                            << (change == Kind::None ? create : change);
    };
    row("400", error(400), 1, 1, 1, Kind::Invalid, Kind::Invalid);
    row("401", error(401, "invalid_api_key"), 1, 1, 1, Kind::Unauthorized, Kind::Unauthorized);
    row("403", error(403), 1, 1, 1, Kind::Forbidden, Kind::Forbidden);
    row("404", error(404), 1, 1, 1, Kind::NotFound, Kind::NotFound);
    row("408", error(408), 3, 3, 1, Kind::Timeout, Kind::OutcomeUnknown, Kind::Timeout);
    row("409", error(409), 3, 3, 1, Kind::Conflict, Kind::OutcomeUnknown, Kind::Conflict);
    row("413", gateway(413), 1, 1, 1, Kind::TooLarge, Kind::TooLarge);
    row("422", error(422), 1, 1, 1, Kind::Invalid, Kind::Invalid);
    row("429", error(429, "rate_limit_exceeded"), 3, 3, 3, Kind::RateLimited, Kind::RateLimited);
    row("429 that must not be repeated", error(429, "", "", {{"x-should-retry", "false"}}), 1, 1, 1,
        Kind::RateLimited, Kind::RateLimited);
    for (const char *code :
         {"insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded", "organization_usage_limit_exceeded"}) {
        row(qPrintable(u"billing, code "_s + QString::fromLatin1(code)),
            error(429, code, "", {{"x-should-retry", "true"}, {"retry-after", "1"}}), 1, 1, 1, Kind::Billing,
            Kind::Billing);
    }
    row("billing, type", error(429, "", "insufficient_quota"), 1, 1, 1, Kind::Billing, Kind::Billing);
    // Made before it broke down, or not: who asked cannot know.
    row("500", error(500, "", "server_error"), 3, 3, 1, Kind::Server, Kind::OutcomeUnknown, Kind::Server);
    row("500 that may be repeated", error(500, "", "", {{"x-should-retry", "true"}}), 3, 3, 1, Kind::Server,
        Kind::OutcomeUnknown, Kind::Server);
    row("500 that must not be repeated", error(500, "", "", {{"x-should-retry", "false"}}), 1, 1, 1,
        Kind::Server, Kind::OutcomeUnknown, Kind::Server);
    row("529", error(529, "", "overloaded"), 3, 3, 1, Kind::Server, Kind::OutcomeUnknown, Kind::Server);
    row("501", error(501, "", "unknown"), 3, 3, 1, Kind::Server, Kind::Server);
    FakeReply early = error(500, "", "server_error");
    early.takesAtMost = 1;
    row("500, the body not out", early, 3, 3, 1, Kind::Server, Kind::Server);
    early.status = 409;
    row("409, the body not out", early, 3, 3, 1, Kind::Conflict, Kind::Conflict);
    row("400 that may be repeated", error(400, "", "", {{"x-should-retry", "true"}}), 3, 3, 1, Kind::Invalid,
        Kind::Invalid);
    row("502 of a gateway", gateway(502), 3, 3, 1, Kind::Server, Kind::OutcomeUnknown);
    row("503", error(503), 3, 3, 3, Kind::Server, Kind::Server);
    FakeReply lost = FakeReply::json("upstream connect error or disconnect/reset before headers", 503);
    lost.headers = {{"Content-Type", "text/plain"}};
    row("503 of a gateway", lost, 3, 3, 1, Kind::Server, Kind::OutcomeUnknown);
    lost.takesAtMost = 1;
    row("503 of a gateway, the body not out", lost, 3, 3, 1, Kind::Server, Kind::Server);
    lost.takesAtMost = -1;
    lost.headers += Headers{{"Retry-After", "1"}};
    row("503 of a gateway that asks to wait", lost, 3, 3, 3, Kind::Server, Kind::Server);
    lost.headers.last() = {"x-should-retry", "true"};
    row("503 of a gateway that asks for a repeat", lost, 3, 3, 3, Kind::Server, Kind::Server);
    row("503 without a word", FakeReply::json({}, 503), 3, 3, 1, Kind::Server, Kind::OutcomeUnknown);
    row("503 of another shape", FakeReply::json(R"({"message":"no healthy upstream"})", 503), 3, 3, 1,
        Kind::Server, Kind::OutcomeUnknown);
    lost.status = 500;
    row("500 of a gateway", lost, 3, 3, 1, Kind::Server, Kind::OutcomeUnknown);
    row("303 without a target", gateway(303), 1, 1, 1, Kind::Redirect, Kind::OutcomeUnknown);
    row("303 in the API's words", error(303), 1, 1, 1, Kind::Redirect, Kind::Redirect);
    row("400 of a gateway", gateway(400), 1, 1, 1, Kind::Invalid, Kind::Invalid);
    row("504 of a gateway", gateway(504), 3, 3, 1, Kind::Server, Kind::OutcomeUnknown);
    row("host not found", FakeReply::broken(WireFailure::HostNotFound), 3, 3, 3, Kind::HostNotFound,
        Kind::HostNotFound);
    row("refused", FakeReply::broken(WireFailure::Refused), 3, 3, 3, Kind::Refused, Kind::Refused);
    row("certificate", FakeReply::broken(WireFailure::Tls), 1, 1, 1, Kind::Tls, Kind::Tls);
    row("reset before the reply", FakeReply::broken(WireFailure::Network), 3, 3, 1, Kind::Network,
        Kind::OutcomeUnknown);
    row("silence", FakeReply::broken(WireFailure::Timeout), 3, 3, 1, Kind::Timeout, Kind::OutcomeUnknown);
    FakeReply cut = FakeReply::json("{\"id\":");
    cut.failure = WireFailure::Network;
    cut.headersFirst = true;
    row("200 cut off", cut, 3, 3, 1, Kind::Network, Kind::OutcomeUnknown);
    cut.headers += Headers{{"x-should-retry", "true"}};
    row("200 cut off, may be repeated", cut, 3, 3, 1, Kind::Network, Kind::OutcomeUnknown);
    cut.status = 400;
    row("400 cut off", cut, 3, 3, 1, Kind::Invalid, Kind::Invalid);
}

void TestRequestQueue::whatIsRepeatedAndHowOften()
{
    QFETCH(FakeReply, reply);
    QFETCH(int, reads);
    QFETCH(int, deletes);
    QFETCH(int, creates);
    QFETCH(ApiError::Kind, kindOfRead);
    QFETCH(ApiError::Kind, kindOfCreate);
    QFETCH(ApiError::Kind, kindOfChange);
    const auto run = [&reply](const ApiRequest &request, int expected, ApiError::Kind kind) {
        Bench bench;
        bench.wire->always(request.method, u"/v1"_s + request.path, reply);
        bench.send(request);
        bench.clock.advance(600'000);
        QCOMPARE(bench.results.size(), 1);
        QVERIFY(!bench.results.at(0).has_value());
        QCOMPARE(bench.wire->requests().size(), expected);
        QCOMPARE(bench.results.at(0).error().kind, kind);
        QCOMPARE(bench.results.at(0).error().attempts, expected);
        for (const FakeRequest &sent : bench.wire->requests())
            QCOMPARE(sent.body,
                     bench.wire->requests().at(0).body); // a fresh body each time, and the whole of it
    };
    run(read(), reads, kindOfRead);
    run(create(), creates, kindOfCreate);
    run(change(), creates, kindOfChange);
    if (reply.status != 404)
        run(remove(), deletes, kindOfRead);
}

void TestRequestQueue::delaysBetweenAttempts_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("second");
    QTest::newRow("own rule") << Headers{} << qint64(500) << qint64(1000);
    QTest::newRow("retry-after") << Headers{{"Retry-After", "7"}} << qint64(7000) << qint64(7000);
    QTest::newRow("fraction of a second") << Headers{{"Retry-After", "0.25"}} << qint64(250) << qint64(250);
    QTest::newRow("milliseconds win")
        << Headers{{"Retry-After", "7"}, {"Retry-After-Ms", "40"}} << qint64(40) << qint64(40);
    QTest::newRow("a date") << Headers{{"Retry-After", "Thu, 09 Oct 2025 08:53:30 GMT"}} << qint64(10'000)
                            << qint64(0);
    QTest::newRow("two minutes") << Headers{{"Retry-After", "120"}} << qint64(120'000) << qint64(120'000);
    QTest::newRow("nonsense") << Headers{{"Retry-After", "soon"}} << qint64(500) << qint64(1000);
    QTest::newRow("negative") << Headers{{"Retry-After", "-4"}} << qint64(500) << qint64(1000);
}

void TestRequestQueue::delaysBetweenAttempts()
{
    QFETCH(Headers, headers);
    QFETCH(qint64, first);
    QFETCH(qint64, second);
    for (const int status : {429, 503}) {
        Bench bench;
        QCOMPARE(bench.clock.unixSeconds(), 1'760'000'000); // 9 Oct 2025, 08:53:20 UTC
        bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::error(status, {}, {}, headers));
        const Call call = bench.send(read());
        QSignalSpy waits(call.state(), &CallState::waiting);
        bench.clock.advance(0);
        QCOMPARE(waits.size(), 1);
        QCOMPARE(waits.at(0).at(0).toLongLong(), first);
        QCOMPARE(waits.at(0).at(1).toInt(), 2);
        bench.clock.advance(first - 1);
        QCOMPARE(bench.wire->requests().size(), 1);
        bench.clock.advance(1);
        QCOMPARE(bench.wire->requests().size(), second > 0 ? 2 : 3);
        if (second > 0)
            bench.clock.advance(second - 1);
        QCOMPARE(bench.wire->requests().size(), second > 0 ? 2 : 3);
        bench.clock.advance(1);
        QCOMPARE(bench.wire->requests().size(), 3);
        bench.clock.advance(600'000);
        QCOMPARE(bench.wire->requests().size(), 3);
        QCOMPARE(bench.results.size(), 1);
    }
}

void TestRequestQueue::aDelayOfMoreThanTwoMinutesEndsTheCall()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "121"}}));
    bench.wire->always(Method::Get, u"/v1/models"_s, FakeReply::json("{}"));
    bench.send(read());
    bench.clock.advance(0);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::RateLimited);
    QCOMPARE(bench.results.at(0).error().retryAfterMs, 121'000);
    QCOMPARE(bench.queue->heldUntilMs(), 0);
    bench.send(read(u"/models"_s));
    bench.clock.advance(0);
    QCOMPARE(bench.results.size(), 2);
}

void TestRequestQueue::a404OnARepeatedDeleteMeansDone()
{
    for (const FakeReply &lost :
         {FakeReply::broken(WireFailure::Network), FakeReply::broken(WireFailure::Timeout), gateway(504),
          FakeReply::error(500)}) {
        Bench bench;
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, lost);
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(404));
        bench.send(remove());
        bench.clock.advance(1000);
        QCOMPARE(bench.results.size(), 1);
        QVERIFY(bench.results.at(0).has_value());
        QCOMPARE(bench.results.at(0)->status, 404);
        QCOMPARE(bench.results.at(0)->attempts, 2);
    }
}

void TestRequestQueue::a404OfAGatewayIsNoDeletion()
{
    FakeReply plain = FakeReply::json("no route", 404);
    plain.headers = {{"Content-Type", "text/plain"}};
    for (const FakeReply &page :
         {gateway(404), plain, FakeReply::json({}, 404), FakeReply::json(R"({"message":"no route"})", 404)}) {
        Bench bench;
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::broken(WireFailure::Network));
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, page);
        bench.send(remove());
        bench.clock.advance(1000);
        QCOMPARE(bench.results.size(), 1);
        QVERIFY(!bench.results.at(0).has_value());
        QCOMPARE(bench.results.at(0).error().kind, Kind::NotFound);
    }
}

void TestRequestQueue::a404OnTheFirstDeleteIsAnError()
{
    // Also when the attempt before surely did nothing: what is gone was not deleted by us.
    for (const FakeReply &before : {FakeReply::broken(WireFailure::Refused), FakeReply::error(429)}) {
        Bench bench;
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, before);
        bench.wire->once(Method::Delete, u"/v1/files/file-1"_s, FakeReply::error(404));
        bench.send(remove());
        bench.clock.advance(1000);
        QCOMPARE(bench.results.size(), 1);
        QVERIFY(!bench.results.at(0).has_value());
        QCOMPARE(bench.results.at(0).error().kind, Kind::NotFound);
    }
}

void TestRequestQueue::a429HoldsEverybody()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "5"}}));
    bench.wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
    QSignalSpy held(bench.queue.get(), &RequestQueue::held);
    bench.send(read());
    bench.clock.advance(0);
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.at(0).at(0).toLongLong(), 5000);

    bench.send(read(u"/models"_s));
    bench.send(read(u"/files/file-1/content"_s, Lane::Transfer));
    bench.send(read(u"/batches"_s, Lane::Background));
    bench.send(create());
    bench.clock.advance(4999);
    QCOMPARE(bench.wire->requests().size(), 1);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->requests().size(), 6);
    QCOMPARE(bench.results.size(), 5);
    QCOMPARE(held.size(), 2);
    QCOMPARE(held.at(1).at(0).toLongLong(), 0);
}

void TestRequestQueue::aLongerHoldWinsAndIsReleasedOnce()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/a"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "2"}}));
    bench.wire->once(Method::Get, u"/v1/b"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "9"}}));
    bench.wire->once(Method::Get, u"/v1/c"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "1"}}));
    bench.wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
    QSignalSpy held(bench.queue.get(), &RequestQueue::held);
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s})
        bench.send(read(path));
    bench.clock.advance(8999);
    QCOMPARE(bench.wire->requests().size(), 3);
    bench.clock.advance(1);
    QCOMPARE(bench.wire->requests().size(), 6);
    QCOMPARE(bench.results.size(), 3);
    int releases = 0;
    for (const auto &signal : held)
        releases += signal.at(0).toLongLong() == 0 ? 1 : 0;
    QCOMPARE(releases, 1);
}

void TestRequestQueue::billingErrorsHoldNobody()
{
    Bench bench;
    bench.wire->once(
        Method::Get, u"/v1/files"_s,
        FakeReply::error(429, "insufficient_quota", "insufficient_quota", {{"Retry-After", "60"}}));
    bench.wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
    bench.send(read());
    bench.clock.advance(0);
    QCOMPARE(bench.queue->heldUntilMs(), 0);
    bench.send(read(u"/models"_s));
    bench.clock.advance(0);
    QCOMPARE(bench.results.size(), 2);
    QVERIFY(bench.results.at(1).has_value());
}

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_requestqueue.moc"
