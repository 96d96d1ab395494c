// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuebench.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QThreadPool>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace odc;
using namespace odc::test;
using Kind = ApiError::Kind;

namespace {

/// Collects a streamed body; can refuse it at any point.
class TestSink final : public BodySink
{
public:
    bool begin(int, const HttpHeaders &, qint64 total) override
    {
        ++begins;
        bytes.clear();
        lastTotal = total;
        return !refuses;
    }
    bool write(const QByteArray &piece) override
    {
        bytes += piece;
        if (onWrite)
            onWrite();
        return diskFullAt < 0 || bytes.size() < diskFullAt;
    }
    QString errorText() const override { return u"disk full"_s; }
    bool wantsMore() const override { return enoughAt < 0 || bytes.size() < enoughAt; }

    int begins = 0;
    bool refuses = false;
    qint64 diskFullAt = -1;
    qint64 enoughAt = -1;
    qint64 lastTotal = 0;
    QByteArray bytes;
    std::function<void()> onWrite;
};

} // namespace

/// What becomes of an answer: redirects, pages of gateways, sinks, decoding, the log.
class TestRequestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void redirectsAreFollowedAtTheSameOriginOnly_data();
    void redirectsAreFollowedAtTheSameOriginOnly();
    void redirectsEndAfterThree();
    void pagesOfGatewaysAreNoAnswers_data();
    void pagesOfGatewaysAreNoAnswers();
    void anAnswerBeyondTheLimitIsRefused();
    void aSinkGetsEachAttemptFromItsStart();
    void aSinkCanRefuse_data();
    void aSinkCanRefuse();
    void aSinkThatHasEnoughEndsTheTransfer();
    void aSinkMayCancelItsOwnCall();
    void largeAnswersAreDecodedOffThisThread();
    void cancelDuringDecodingIsSilent();
    void aFileThatChangedWhileSentIsALocalError();
    void aFileThatBecameAPipeBlocksNobody();
    void rateLimitHeadersAreRead();
    void theConnectionsStateIsTold();
    void keysAreTakenOutOfErrorsAndTheLog();
    void theLogShowsEveryAttempt();
};

void TestRequestAnswers::redirectsAreFollowedAtTheSameOriginOnly_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("followedTo"); // empty: not followed
    const auto row = [](const char *name, const ApiRequest &request, const char *location,
                        const char *followedTo) {
        QTest::newRow(name) << request << QByteArray(location) << QString::fromLatin1(followedTo);
    };
    row("path", read(), "/v1/elsewhere", "https://api.example.test/v1/elsewhere");
    row("same origin", read(), "https://api.example.test:443/v2/files?x=1",
        "https://api.example.test:443/v2/files?x=1");
    row("another host", read(), "https://evil.example.test/v1/files", "");
    row("another port", read(), "https://api.example.test:8443/v1/files", "");
    row("unencrypted", read(), "http://api.example.test/v1/files", "");
    row("a user in it", read(), "https://me@api.example.test/v1/files", "");
    row("a create", create(), "/v1/elsewhere", "");
    row("a delete", remove(), "/v1/elsewhere", "");
    row("nowhere", read(), "", "");
}

void TestRequestAnswers::redirectsAreFollowedAtTheSameOriginOnly()
{
    QFETCH(ApiRequest, request);
    QFETCH(QByteArray, location);
    QFETCH(QString, followedTo);
    for (const int status : {301, 302, 303, 307, 308}) {
        Bench bench;
        FakeReply reply;
        reply.status = status;
        if (!location.isEmpty())
            reply.headers = {{"Location", location}};
        bench.wire->once(request.method, u"/v1"_s + request.path, reply);
        bench.wire->setHandler([](const FakeRequest &) { return FakeReply::json("{}"); });
        bench.send(request);
        bench.clock.advance(600'000);
        QCOMPARE(bench.results.size(), 1);
        if (followedTo.isEmpty()) {
            QCOMPARE(bench.wire->requests().size(), 1);
            // Whoever pointed a create elsewhere without the API's words may have done it first.
            QCOMPARE(bench.results.at(0).error().kind,
                     actsOnce(request.effect) ? Kind::OutcomeUnknown : Kind::Redirect);
            const QString host = QUrl::fromEncoded(location).host();
            QVERIFY2(bench.results.at(0).error().message.contains(host),
                     qPrintable(bench.results.at(0).error().message));
        } else {
            QVERIFY(bench.results.at(0).has_value());
            QCOMPARE(bench.wire->requests().size(), 2);
            QCOMPARE(bench.wire->requests().at(1).url.toString(), followedTo);
        }
    }
}

void TestRequestAnswers::redirectsEndAfterThree()
{
    Bench bench;
    FakeReply reply;
    reply.status = 302;
    reply.headers = {{"Location", "/v1/files"}};
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    bench.send(read());
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size(), 4);
    QCOMPARE(bench.results.at(0).error().kind, Kind::Redirect);
}

void TestRequestAnswers::pagesOfGatewaysAreNoAnswers_data()
{
    QTest::addColumn<FakeReply>("reply");
    FakeReply page = gateway(200);
    QTest::newRow("html") << page;
    page.headers = {{"Content-Type", "application/json"}};
    page.body = "\n <!doctype html><title>Sign in</title>";
    QTest::newRow("html under a false name") << page;
}

void TestRequestAnswers::pagesOfGatewaysAreNoAnswers()
{
    QFETCH(FakeReply, reply);
    Bench bench;
    bench.wire->setHandler([reply](const FakeRequest &) { return reply; });
    bench.send(read());
    bench.send(create());
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size(), 2);
    QCOMPARE(bench.results.size(), 2);
    QCOMPARE(bench.results.at(0).error().kind, Kind::BadResponse);
    QCOMPARE(bench.results.at(0).error().rawBody, reply.body);
    QCOMPARE(bench.results.at(1).error().kind, Kind::OutcomeUnknown);
    QCOMPARE(bench.results.at(1).error().httpStatus, 200);
}

void TestRequestAnswers::anAnswerBeyondTheLimitIsRefused()
{
    Bench bench;
    FakeReply huge = FakeReply::json(QByteArray(65 * 1024 * 1024, ' '));
    huge.pieces = 65;
    bench.wire->always(Method::Get, u"/v1/files"_s, huge);
    bench.send(read());
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::BadResponse);
    QCOMPARE(bench.wire->aborted(), 1);
}

void TestRequestAnswers::aSinkGetsEachAttemptFromItsStart()
{
    Bench bench;
    FakeReply cut = FakeReply::json("first half");
    cut.failure = WireFailure::Network;
    cut.headersFirst = true;
    bench.wire->once(Method::Get, u"/v1/files"_s, cut);
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::error(500)); // an error's body is no content
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::json("first half, second half"));
    const auto sink = std::make_shared<TestSink>();
    ApiRequest request = read();
    request.sink = sink;
    bench.send(request);
    bench.clock.advance(10'000);
    QVERIFY(bench.results.at(0).has_value());
    QVERIFY(bench.results.at(0)->body.isEmpty());
    QCOMPARE(sink->begins, 2);
    QCOMPARE(sink->bytes, "first half, second half");
    QCOMPARE(sink->lastTotal, 23);
    QVERIFY(bench.wire->requests().at(0).stream);
}

void TestRequestAnswers::aSinkCanRefuse_data()
{
    QTest::addColumn<bool>("atBegin");
    QTest::newRow("at once") << true;
    QTest::newRow("half way") << false;
}

void TestRequestAnswers::aSinkCanRefuse()
{
    QFETCH(bool, atBegin);
    Bench bench;
    FakeReply reply = FakeReply::json(QByteArray(1000, 'x'));
    reply.pieces = 10;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    const auto sink = std::make_shared<TestSink>();
    sink->refuses = atBegin;
    sink->diskFullAt = 500;
    ApiRequest request = read();
    request.sink = sink;
    bench.send(request);
    bench.clock.advance(600'000);
    QCOMPARE(bench.wire->requests().size(), 1);
    QCOMPARE(bench.wire->aborted(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::LocalFile);
    QCOMPARE(bench.results.at(0).error().message, u"disk full"_s);
    QCOMPARE(sink->bytes.size(), atBegin ? 0 : 500);
}

void TestRequestAnswers::aSinkThatHasEnoughEndsTheTransfer()
{
    Bench bench;
    FakeReply reply = FakeReply::json(QByteArray(1000, 'x'));
    reply.pieces = 10;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    const auto sink = std::make_shared<TestSink>();
    sink->enoughAt = 250;
    ApiRequest request = read();
    request.sink = sink;
    bench.send(request);
    bench.clock.advance(0);
    QVERIFY(bench.results.at(0).has_value());
    QCOMPARE(sink->bytes.size(), 300);
    QCOMPARE(bench.wire->aborted(), 1);
    QCOMPARE(bench.queue->inFlight(), 0);
}

void TestRequestAnswers::aSinkMayCancelItsOwnCall()
{
    Bench bench;
    FakeReply reply = FakeReply::json(QByteArray(1000, 'x'));
    reply.pieces = 10;
    bench.wire->always(Method::Get, u"/v1/files"_s, reply);
    const auto sink = std::make_shared<TestSink>();
    ApiRequest request = read();
    request.sink = sink;
    Call call = bench.send(request);
    sink->onWrite = [&call] { call.cancel(); };
    bench.clock.advance(600'000);
    QCOMPARE(sink->bytes.size(), 100);
    QCOMPARE(bench.results.size(), 0);
    QCOMPARE(bench.wire->aborted(), 1);
}

void TestRequestAnswers::largeAnswersAreDecodedOffThisThread()
{
    Bench bench;
    const QByteArray large = "{\"data\":\"" + QByteArray(200'000, 'x') + "\"}";
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json(large));
    bench.wire->always(Method::Get, u"/v1/models"_s, FakeReply::json("{}"));
    const auto decoded = std::make_shared<QPair<QThread *, qsizetype>>();
    ApiRequest request = read();
    request.decode = [decoded](const QByteArray &body) {
        *decoded = {QThread::currentThread(), body.size()};
    };
    const Call call = bench.send(request);
    QTRY_COMPARE(bench.results.size(), 1);
    QVERIFY(!call.isRunning());
    QCOMPARE(decoded->second, large.size());
    QVERIFY(decoded->first != QThread::currentThread());

    request.path = u"/models"_s;
    bench.send(request);
    QTRY_COMPARE(bench.results.size(), 2);
    QCOMPARE(decoded->second, 2);
}

void TestRequestAnswers::cancelDuringDecodingIsSilent()
{
    Bench bench;
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json(QByteArray(200'000, ' ')));
    QSemaphore entered;
    QSemaphore leave;
    ApiRequest request = read();
    request.decode = [&](const QByteArray &) {
        entered.release();
        leave.acquire();
    };
    Call call = bench.send(request);
    QTRY_VERIFY(entered.available() == 1);
    QVERIFY(call.isRunning());
    QCOMPARE(bench.queue->inFlight(), 0); // the slot is not kept for it
    call.cancel();
    QVERIFY(!call.isRunning());
    leave.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
    bench.clock.advance(1000);
    QCOMPARE(bench.results.size(), 0);
}

void TestRequestAnswers::aFileThatChangedWhileSentIsALocalError()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("content");
    file.flush();
    Bench bench;
    bench.wire->always(Method::Post, u"/v1/files"_s, FakeReply::broken(WireFailure::Network));
    ApiRequest request = create(u"/files"_s);
    request.body = std::make_shared<MultipartBody>(QList<QPair<QString, QString>>{},
                                                   MultipartBody::File{u"file"_s, file.fileName(), {}});
    file.write("more");
    file.flush();
    bench.send(request); // changed before the first attempt
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.at(0).error().kind, Kind::LocalFile);
    QCOMPARE(bench.wire->requests().size(), 0);

    request.body = std::make_shared<MultipartBody>(QList<QPair<QString, QString>>{},
                                                   MultipartBody::File{u"file"_s, file.fileName(), {}});
    bench.wire->setHandler([&file](const FakeRequest &) {
        file.resize(3); // the device runs dry and QNAM gives up
        FakeReply reply = FakeReply::broken(WireFailure::Network);
        reply.takesAtMost = 100;
        return reply;
    });
    request.path = u"/uploads"_s;
    bench.send(request);
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.at(1).error().kind, Kind::LocalFile);
    QVERIFY(bench.results.at(1).error().message.contains(file.fileName()));

    // Gone after all of it was sent: the server may have it, so it must not look like a failure to try again.
    request.body = std::make_shared<MultipartBody>(QList<QPair<QString, QString>>{},
                                                   MultipartBody::File{u"file"_s, file.fileName(), {}});
    bench.wire->setHandler([&file](const FakeRequest &) {
        file.resize(1);
        return FakeReply::broken(WireFailure::Network);
    });
    bench.send(request);
    bench.clock.advance(600'000);
    QCOMPARE(bench.results.at(2).error().kind, Kind::OutcomeUnknown);
    QCOMPARE(bench.queue->inFlight(), 0);
}

void TestRequestAnswers::aFileThatBecameAPipeBlocksNobody()
{
#ifdef Q_OS_UNIX
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("abc") == 3);
    file.close();
    const MultipartBody body({}, {u"file"_s, path, {}});
    QVERIFY(file.remove());
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const auto device = body.open(); // nobody writes into it: waiting for that would be forever
    QVERIFY(!device.has_value());
    QCOMPARE(device.error().kind, Kind::LocalFile);
    QVERIFY2(device.error().message.contains(u"regular"_s), qPrintable(device.error().message));
#else
    QSKIP("no pipes in folders here");
#endif
}

void TestRequestAnswers::rateLimitHeadersAreRead()
{
    Bench bench;
    FakeReply reply = FakeReply::json("{}");
    reply.headers +=
        Headers{{"x-ratelimit-limit-requests", "500"}, {"X-RateLimit-Remaining-Requests", "499"}};
    bench.wire->once(Method::Get, u"/v1/files"_s, reply);
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json("{}"));
    QSignalSpy changed(bench.queue.get(), &RequestQueue::rateLimitChanged);
    QCOMPARE(bench.queue->rateLimit().limit, -1);
    bench.send(read());
    bench.clock.advance(0);
    bench.send(read()); // names none, so the last word stands
    bench.clock.advance(0);
    QCOMPARE(bench.queue->rateLimit().limit, 500);
    QCOMPARE(bench.queue->rateLimit().remaining, 499);
    QCOMPARE(changed.size(), 1);
}

void TestRequestAnswers::theConnectionsStateIsTold()
{
    Bench bench;
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::broken(WireFailure::Refused));
    bench.wire->once(Method::Get, u"/v1/files"_s, FakeReply::error(401));
    QList<Kind> kinds;
    connect(bench.queue.get(), &RequestQueue::connectionChanged, this,
            [&kinds](const ApiError &error) { kinds << error.kind; });
    bench.send(read());
    bench.clock.advance(10'000);
    QCOMPARE(kinds, (QList<Kind>{Kind::Refused, Kind::None})); // a refusal of the key is an answer
}

void TestRequestAnswers::keysAreTakenOutOfErrorsAndTheLog()
{
    const QString key = u"my-token/with+odd=letters"_s; // not like OpenAI's, as of a compatible server
    Bench bench([&key](RequestQueue::Options &o) { o.credentials.apiKey = key; });
    const QByteArray echo = "{\"error\":{\"message\":\"Incorrect API key provided: " + key.toUtf8() +
                            ", or sk-abcdef1234567890, or sk-proj-ab****xyz.\",\"type\":\"" + key.toUtf8() +
                            "\",\"code\":\"sk-abcdef1234567890\"}}";
    bench.wire->always(Method::Get, u"/v1/files"_s, FakeReply::json(echo, 401));
    FakeReply page = gateway(403);
    page.body = "<html>Authorization: Bearer " + key.toUtf8() + "</html>";
    bench.wire->always(Method::Post, u"/v1/batches"_s, page);
    ApiRequest request = read();
    request.query = {{u"q"_s, key}};
    bench.send(request);
    request = create();
    request.body = std::make_shared<JsonBody>(QJsonObject{{u"note"_s, key}});
    bench.send(request);
    bench.clock.advance(10'000);
    QCOMPARE(bench.results.size(), 2);
    QString everything;
    for (const auto &result : bench.results)
        everything += result.error().details() + result.error().type + result.error().code;
    for (const LoggedCall &call : bench.queue->log().calls()) {
        everything += RequestLog::toCurl(call) + RequestLog::toPython(call) + call.error.details() +
                      call.path + QString::fromLatin1(call.url) + QString::fromUtf8(call.jsonBody) + call.requestId;
        for (const auto &[name, value] : call.headers)
            everything += QString::fromUtf8(name + value);
    }
    for (const QString &secret : {key, QString::fromLatin1(QUrl::toPercentEncoding(key)),
                                  u"abcdef1234567890"_s, u"sk-proj-ab"_s, u"xyz"_s})
        QVERIFY2(!everything.contains(secret), qPrintable(everything));
    QVERIFY(everything.contains(u"Incorrect API key provided"_s)); // the rest stays readable
}

void TestRequestAnswers::theLogShowsEveryAttempt()
{
    Bench bench;
    bench.wire->once(Method::Post, u"/v1/batches"_s, FakeReply::error(503));
    FakeReply slow = FakeReply::json("{\"id\":\"batch_1\"}");
    slow.delayMs = 70;
    bench.wire->once(Method::Post, u"/v1/batches"_s, slow);
    bench.send(create());
    bench.clock.advance(0);
    QCOMPARE(bench.queue->log().calls().size(), 1);
    bench.clock.advance(500);
    QCOMPARE(bench.queue->log().calls().size(), 2);
    QVERIFY(bench.queue->log().calls().at(1).running);
    bench.clock.advance(70);
    const LoggedCall first = bench.queue->log().calls().at(0);
    QCOMPARE(first.method, "POST");
    QCOMPARE(first.path, u"/batches"_s);
    QCOMPARE(first.url, QByteArrayView("https://api.example.test/v1/batches"));
    QCOMPARE(first.status, 503);
    QCOMPARE(first.error.kind, Kind::Server);
    QCOMPARE(first.attempt, 1);
    const LoggedCall second = bench.queue->log().calls().at(1);
    QVERIFY(!second.running);
    QCOMPARE(second.attempt, 2);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.durationMs, 70);
    QCOMPARE(second.error.kind, Kind::None);
    QCOMPARE(second.requestId, u"req_fake"_s);
    QCOMPARE(second.bytesSent, 7);
    QCOMPARE(second.bytesReceived, slow.body.size());
    QCOMPARE(second.jsonBody, "{\"a\":1}");
    QCOMPARE(second.headers, (QList<QPair<QByteArray, QByteArray>>{{"OpenAI-Organization", "org-1"},
                                                                   {"OpenAI-Project", "proj_1"}}));
}

QTEST_GUILESS_MAIN(TestRequestAnswers)
#include "tst_requestanswers.moc"
