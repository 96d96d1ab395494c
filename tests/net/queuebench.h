// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/requestlog.h"
#include "net/body.h"
#include "net/requestqueue.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"

#include <QJsonObject>

namespace odc::test {

using namespace Qt::StringLiterals;
using Headers = QList<QPair<QByteArray, QByteArray>>;

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

inline ApiRequest read(const QString &path = u"/files"_s, Lane lane = Lane::Interactive)
{
    ApiRequest request;
    request.path = path;
    request.lane = lane;
    return request;
}

inline ApiRequest create(const QString &path = u"/batches"_s)
{
    ApiRequest request;
    request.method = Method::Post;
    request.path = path;
    request.effect = Effect::Creates;
    request.body = std::make_shared<JsonBody>(QJsonObject{{u"a"_s, 1}});
    return request;
}

/// Ends something that is there.
inline ApiRequest change(const QString &path = u"/batches/b1/cancel"_s)
{
    ApiRequest request = create(path);
    request.effect = Effect::Changes;
    return request;
}

inline ApiRequest remove(const QString &path = u"/files/file-1"_s)
{
    ApiRequest request;
    request.method = Method::Delete;
    request.path = path;
    request.effect = Effect::Deletes;
    return request;
}

inline FakeReply gateway(int status)
{
    FakeReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html"}};
    reply.body = "<html><body><h1>" + QByteArray::number(status) + "</h1></body></html>";
    return reply;
}

} // namespace odc::test
