// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body.h"
#include "net/qnamtransport.h"
#include "support/rawserver.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

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

std::unique_ptr<Exchange> watch(std::unique_ptr<Exchange> exchange, Outcome *out)
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

WireRequest get(const QUrl &url)
{
    WireRequest request;
    request.url = url;
    return request;
}

WireRequest post(const QUrl &url, const RequestBody &body)
{
    WireRequest request;
    request.method = Method::Post;
    request.url = url;
    request.body = std::move(*body.open());
    request.bodySize = body.size();
    if (!body.contentType().isEmpty())
        request.headers.add("Content-Type", body.contentType());
    return request;
}

} // namespace

class TestQnamTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void answersArriveWhole();
    void aStatusOfFourHundredOrMoreIsAnAnswer_data();
    void aStatusOfFourHundredOrMoreIsAnAnswer();
    void aPostIsSentOnceWhenTheServerClosesBeforeAnswering_data();
    void aPostIsSentOnceWhenTheServerClosesBeforeAnswering();

private:
    std::shared_ptr<RequestBody> body(const QString &kind) const;
    QTemporaryDir m_dir;
};

void TestQnamTransport::initTestCase()
{
    QFile file(m_dir.filePath(u"upload.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(300'000, 'x'));
}

std::shared_ptr<RequestBody> TestQnamTransport::body(const QString &kind) const
{
    if (kind == "json"_L1)
        return std::make_shared<JsonBody>(QJsonObject{{u"a"_s, 1}});
    if (kind == "multipart"_L1) {
        return std::make_shared<MultipartBody>(
            QList<QPair<QString, QString>>{{u"purpose"_s, u"batch"_s}},
            MultipartBody::File{u"file"_s, m_dir.filePath(u"upload.txt"_s), {}});
    }
    return std::make_shared<EmptyBody>();
}

void TestQnamTransport::answersArriveWhole()
{
    RawServer server([](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(200, "{\"ok\":true}", "application/json", "X-Request-Id: req_1\r\n"));
    });
    QnamTransport transport({});
    Outcome out;
    const auto exchange = watch(transport.send(get(server.url(u"/v1/models"_s))), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::None);
    QCOMPARE(out.status, 200);
    QCOMPARE(out.body, "{\"ok\":true}");
    QCOMPARE(out.headers.value("x-request-id"), "req_1");
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().constFirst().target, "/v1/models");
    QVERIFY(!server.requests().constFirst().headers.contains("cookie"));
}

void TestQnamTransport::aStatusOfFourHundredOrMoreIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {400, 401, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520, 599})
        QTest::addRow("%d", status) << status;
}

void TestQnamTransport::aStatusOfFourHundredOrMoreIsAnAnswer()
{
    QFETCH(int, status);
    RawServer server([status](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(status, "{\"error\":{}}"));
    });
    QnamTransport transport({});
    for (const bool asPost : {false, true}) {
        Outcome out;
        const auto exchange =
            watch(transport.send(asPost ? post(server.url(), *body(u"json"_s)) : get(server.url())), &out);
        QTRY_COMPARE(out.finishes, 1);
        QCOMPARE(out.failure, WireFailure::None);
        QCOMPARE(out.status, status);
        QCOMPARE(out.body, "{\"error\":{}}");
    }
}

void TestQnamTransport::aPostIsSentOnceWhenTheServerClosesBeforeAnswering_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("onUsedConnection");
    for (const char *kind : {"json", "multipart", "empty"}) {
        QTest::addRow("%s, new connection", kind) << QString::fromLatin1(kind) << false;
        QTest::addRow("%s, kept connection", kind) << QString::fromLatin1(kind) << true;
    }
}

void TestQnamTransport::aPostIsSentOnceWhenTheServerClosesBeforeAnswering()
{
    QFETCH(QString, kind);
    QFETCH(bool, onUsedConnection);
    RawServer server([](const RawServer::Request &request, QTcpSocket *socket) {
        if (request.method == "GET")
            socket->write(RawServer::answer(200, "{}"));
        else
            socket->disconnectFromHost();
    });
    QnamTransport transport({});
    if (onUsedConnection) {
        Outcome first;
        const auto exchange = watch(transport.send(get(server.url())), &first);
        QTRY_COMPARE(first.finishes, 1);
    }
    Outcome out;
    const auto exchange = watch(transport.send(post(server.url(), *body(kind))), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::Network);
    // Were it repeated, that would happen on a further connection; a call made afterwards is behind it.
    Outcome after;
    const auto later = watch(transport.send(get(server.url())), &after);
    QTRY_COMPARE(after.finishes, 1);
    int posts = 0;
    for (const auto &request : server.requests())
        posts += request.method == "POST" ? 1 : 0;
    QCOMPARE(posts, 1);
}

QTEST_GUILESS_MAIN(TestQnamTransport)
#include "tst_qnamtransport.moc"
