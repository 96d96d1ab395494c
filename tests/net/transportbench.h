// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/body.h"
#include "net/transport.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <memory>

namespace odc::test {

using namespace Qt::StringLiterals;

/// What came of one exchange.
struct Outcome
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    WireFailure failure = WireFailure::None;
    QString text;
    int finishes = 0;
};

inline std::unique_ptr<Exchange> watch(std::unique_ptr<Exchange> exchange, Outcome *out)
{
    QObject::connect(exchange.get(), &Exchange::headersReceived, exchange.get(),
                     [out](int status, const HttpHeaders &h) {
                         out->status = status;
                         out->headers = h;
                     });
    QObject::connect(exchange.get(), &Exchange::dataReceived, exchange.get(),
                     [out](const QByteArray &piece) { out->body += piece; });
    QObject::connect(exchange.get(), &Exchange::finished, exchange.get(),
                     [out](WireFailure failure, const QString &text) {
                         out->failure = failure;
                         out->text = text;
                         ++out->finishes;
                     });
    return exchange;
}

/// Of all requests: the whole contract holds for calls, over QNetworkAccessManager, and for transfers, over
/// sockets of their own.
inline Lane lane = Lane::Interactive;

inline WireRequest get(const QUrl &url)
{
    WireRequest request;
    request.lane = lane;
    request.url = url;
    return request;
}

inline WireRequest post(const QUrl &url, const RequestBody &body)
{
    WireRequest request;
    request.lane = lane;
    request.method = Method::Post;
    request.url = url;
    request.body = std::move(*body.open());
    request.bodySize = body.size();
    if (!body.contentType().isEmpty())
        request.headers.add("Content-Type", body.contentType());
    return request;
}

/// The file that bodies of kind "multipart" send.
inline QString uploadIn(const QString &folder)
{
    return folder + u"/upload.txt"_s;
}

inline void writeUpload(const QString &folder)
{
    QFile file(uploadIn(folder));
    const QByteArray content(300'000, 'x');
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// "json", "multipart" of the file in the folder, else an empty one.
inline std::shared_ptr<RequestBody> bodyOf(const QString &kind, const QString &folder)
{
    if (kind == "json"_L1)
        return std::make_shared<JsonBody>(QJsonObject{{u"a"_s, 1}});
    if (kind == "multipart"_L1) {
        return std::make_shared<MultipartBody>(QList<QPair<QString, QString>>{{u"purpose"_s, u"batch"_s}},
                                               MultipartBody::File{u"file"_s, uploadIn(folder), {}});
    }
    return std::make_shared<EmptyBody>();
}

/// All of a test once as calls and once as transfers; how many failed.
template <typename Test> int runOnBothLanes(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    int failed = 0;
    for (const Lane each : {Lane::Interactive, Lane::Transfer}) {
        lane = each;
        Test test;
        test.setObjectName(each == Lane::Transfer ? u"transfers"_s : u"calls"_s);
        failed += QTest::qExec(&test, argc, argv);
    }
    return failed;
}

} // namespace odc::test
