// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body.h"
#include "net/requestlog.h"
#include "net/requestqueue.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

namespace {

/// A queue on a fake wire with a clock that is moved by hand, and what its calls gave.
struct Bench
{
    explicit Bench(std::function<void(RequestQueue::Options &)> change = {})
    {
        RequestQueue::Options options;
        options.baseUrl = QUrl(u"https://api.example.test/v1"_s);
        options.credentials = {u"sk-test-secret-key"_s, u"sk-admin-secret-key"_s, u"org-1"_s, u"proj_1"_s};
        if (change)
            change(options);
        auto fake = std::make_unique<FakeTransport>(&clock);
        wire = fake.get();
        queue = std::make_unique<RequestQueue>(options, std::move(fake), clock, [] { return 0.0; });
    }

    Call send(const ApiRequest &request, QObject *owner = nullptr)
    {
        return queue->send(request, owner,
                           [this](Result<HttpAnswer> result) { results.append(std::move(result)); });
    }

    FakeClock clock;
    FakeTransport *wire = nullptr;
    std::unique_ptr<RequestQueue> queue;
    QList<Result<HttpAnswer>> results;
};

ApiRequest read(const QString &path = u"/files"_s, Lane lane = Lane::Interactive)
{
    ApiRequest request;
    request.path = path;
    request.lane = lane;
    return request;
}

ApiRequest create(const QString &path = u"/batches"_s)
{
    ApiRequest request;
    request.method = Method::Post;
    request.path = path;
    request.effect = Effect::Changes;
    request.body = std::make_shared<JsonBody>(QJsonObject{{u"a"_s, 1}});
    return request;
}

ApiRequest remove(const QString &path = u"/files/file-1"_s)
{
    ApiRequest request;
    request.method = Method::Delete;
    request.path = path;
    request.effect = Effect::Deletes;
    return request;
}

} // namespace

class TestRequestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standardHeadersGoWithEveryCall();
    void theCallbackIsNeverMadeFromInsideSend();
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
    const HttpHeaders stores = bench.wire->requests().at(1).headers;
    QCOMPARE(stores.value("OpenAI-Beta"), "assistants=v2");
    QVERIFY(!files.value("X-Client-Request-Id").isEmpty());
    QVERIFY(files.value("X-Client-Request-Id") != stores.value("X-Client-Request-Id"));
}

void TestRequestQueue::theCallbackIsNeverMadeFromInsideSend()
{
    Bench bench([](RequestQueue::Options &options) { options.readOnly = true; });
    bench.send(create());
    QCOMPARE(bench.results.size(), 0);
    bench.clock.advance(0);
    QCOMPARE(bench.results.size(), 1);
    QCOMPARE(bench.results.at(0).error().kind, Kind::ReadOnly);
    QCOMPARE(bench.wire->requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_requestqueue.moc"
