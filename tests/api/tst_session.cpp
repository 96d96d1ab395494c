// SPDX-License-Identifier: GPL-3.0-or-later
#include "apibench.h"

#include "api/connectiontest.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;
using Verdict = ConnectionReport::Verdict;
using State = ConnectionStatus::State;

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStatusFollowsTheCalls();
    void aRefusedKeyIsNotCalledConnected();
    void connectionsAreJudged_data();
    void connectionsAreJudged();
    void addressesThatAreNone_data();
    void addressesThatAreNone();
    void aTestEndsWithItsOwner();
};

void TestSession::theStatusFollowsTheCalls()
{
    ApiBench bench;
    Session &session = *bench.session;
    QSignalSpy changed(&session, &Session::statusChanged);
    QCOMPARE(session.status().state, State::Idle);
    QCOMPARE(session.baseUrl(), QUrl(u"https://api.example.test/v1"_s));
    QVERIFY(!session.isReadOnly());

    FakeReply slow = FakeReply::json(R"({"data":[]})");
    slow.delayMs = 50;
    slow.headers += QList<QPair<QByteArray, QByteArray>>{{"x-ratelimit-limit-requests", "60"},
                                                         {"x-ratelimit-remaining-requests", "59"}};
    bench.wire->once(Method::Get, u"/v1/models"_s, slow);
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::broken(WireFailure::Refused));
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::error(429, {}, {}, {{"Retry-After", "3"}}));
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::json(R"({"data":[]})"));
    session.models().list(nullptr, [](auto) {});
    bench.clock.advance(10);
    QCOMPARE(session.status().inFlight, 1);
    bench.clock.advance(50);
    QCOMPARE(session.status().inFlight, 0);
    QCOMPARE(session.status().state, State::Connected);
    QCOMPARE(session.status().rateLimit, 60);
    QCOMPARE(session.status().rateRemaining, 59);

    session.models().list(nullptr, [](auto) {});
    bench.clock.advance(0);
    QCOMPARE(session.status().state, State::Failing);
    QCOMPARE(session.status().error.kind, Kind::Refused);
    bench.clock.advance(500);
    QCOMPARE(session.status().state, State::Held);
    QCOMPARE(session.status().heldMs, 3000);
    bench.clock.advance(3000);
    QCOMPARE(session.status().state, State::Connected);
    QCOMPARE(session.status().heldMs, 0);
    QVERIFY(changed.size() >= 6);
}

void TestSession::aRefusedKeyIsNotCalledConnected()
{
    ApiBench bench;
    Session &session = *bench.session;
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::error(401));
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::error(403));
    bench.wire->once(Method::Get, u"/v1/models"_s, FakeReply::error(404));
    for (const int status : {401, 403}) {
        session.models().list(nullptr, [](auto) {});
        bench.clock.advance(10'000);
        QCOMPARE(session.status().state, State::Refused);
        QCOMPARE(session.status().error.httpStatus, status);
    }
    session.models().list(nullptr, [](auto) {});
    bench.clock.advance(10'000);
    QCOMPARE(session.status().state, State::Connected); // it looked for the thing, so the key was good
    QCOMPARE(session.status().error.kind, Kind::None);
}

void TestSession::connectionsAreJudged_data()
{
    QTest::addColumn<FakeReply>("models");
    QTest::addColumn<FakeReply>("files");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("says"); // a word that must be in the sentence
    const FakeReply list = FakeReply::json(R"({"object":"list","data":[{"id":"gpt-4o"},{"id":"gpt-5"}]})");
    FakeReply html = FakeReply::json("<html>Welcome</html>");
    html.headers = {{"Content-Type", "text/html"}};
    FakeReply html404 = html;
    html404.status = 404;
    FakeReply moved;
    moved.status = 301;
    moved.headers = {{"Location", "https://www.example.test/"}};
    const auto broken = &FakeReply::broken;
    const auto error = [](int status, const char *code = "") { return FakeReply::error(status, code); };
    const auto row = [&](const char *name, const FakeReply &models, const FakeReply &files, Verdict verdict,
                         const char *says) {
        QTest::newRow(name) << models << files << verdict << QString::fromUtf8(says);
    };
    row("works", list, FakeReply::json(R"({"data":[]})"), Verdict::Works, "2 model");
    row("works, no files", list, error(403), Verdict::Works, "cannot be read");
    row("DNS", broken(WireFailure::HostNotFound), {}, Verdict::HostNotFound, "name");
    row("refused", broken(WireFailure::Refused), {}, Verdict::Refused, "port");
    row("broken", broken(WireFailure::Network), {}, Verdict::Unreachable, "broke");
    row("silent", broken(WireFailure::Timeout), {}, Verdict::Unreachable, "silent");
    row("certificate", broken(WireFailure::Tls), {}, Verdict::Tls, "certificate");
    row("401", error(401, "invalid_api_key"), {}, Verdict::KeyRefused, "key");
    row("403", error(403), {}, Verdict::NoPermission, "permission");
    row("404", error(404), {}, Verdict::WrongPath, "/v1");
    row("404 page", html404, {}, Verdict::WrongPath, "/v1");
    row("web page", html, {}, Verdict::WrongPath, "/v1");
    row("redirect", moved, {}, Verdict::WrongPath, "www.example.test");
    row("405", error(405), {}, Verdict::WrongPath, "/v1");
    row("other JSON", FakeReply::json(R"({"hello":"world"})"), {}, Verdict::NotThisApi, "not the OpenAI API");
    row("no JSON", FakeReply::json("pong"), {}, Verdict::NotThisApi, "not the OpenAI API");
    row("429", error(429), {}, Verdict::RateLimited, "rate limit");
    row("no credit", error(429, "insufficient_quota"), {}, Verdict::RateLimited, "credit");
    row("500", error(500), {}, Verdict::ServerError, "500");
}

void TestSession::connectionsAreJudged()
{
    QFETCH(FakeReply, models);
    QFETCH(FakeReply, files);
    QFETCH(ConnectionReport::Verdict, verdict);
    QFETCH(QString, says);
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/models"_s, models);
    bench.wire->always(Method::Get, u"/v1/files"_s, files);
    QObject owner;
    QList<ConnectionReport> reports;
    testConnection(*bench.session, &owner, [&reports](const ConnectionReport &report) { reports << report; });
    bench.clock.advance(600'000);
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.at(0).verdict, verdict);
    QVERIFY2(reports.at(0).sentence().contains(says), qPrintable(reports.at(0).sentence()));
    if (verdict == Verdict::Works) {
        QCOMPARE(reports.at(0).modelCount, 2);
        QCOMPARE(reports.at(0).filesReadable, files.status == 200);
    }
}

void TestSession::addressesThatAreNone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("empty") << QString() << Verdict::BadUrl;
    QTest::newRow("no scheme") << u"api.openai.com/v1"_s << Verdict::BadUrl;
    QTest::newRow("other scheme") << u"ftp://api.openai.com/v1"_s << Verdict::BadUrl;
    QTest::newRow("not encrypted") << u"http://api.openai.com/v1"_s << Verdict::BadUrl;
}

void TestSession::addressesThatAreNone()
{
    QFETCH(QString, url);
    QFETCH(ConnectionReport::Verdict, verdict);
    ApiBench bench{QUrl(url)};
    QObject owner;
    QList<ConnectionReport> reports;
    testConnection(*bench.session, &owner, [&reports](const ConnectionReport &report) { reports << report; });
    QCOMPARE(reports.size(), 0);
    bench.clock.advance(0);
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.at(0).verdict, verdict);
    QVERIFY(reports.at(0).sentence().contains(u"https"_s));
    QCOMPARE(bench.wire->requests().size(), 0);
}

void TestSession::aTestEndsWithItsOwner()
{
    ApiBench bench;
    bench.wire->always(Method::Get, u"/v1/models"_s, FakeReply::silence());
    auto owner = std::make_unique<QObject>();
    testConnection(*bench.session, owner.get(), [](const ConnectionReport &) { QFAIL("nobody is there"); });
    bench.clock.advance(0);
    QCOMPARE(bench.wire->running(), 1);
    owner.reset();
    QCOMPARE(bench.wire->running(), 0);
    bench.clock.advance(600'000);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
