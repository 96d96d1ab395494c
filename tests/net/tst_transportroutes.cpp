// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a server, and whether it is the right one: names, ports, proxies, redirects, certificates.
#include "net/qnamtransport.h"
#include "support/rawserver.h"
#include "transportbench.h"

#include <QHostInfo>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestTransportRoutes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { writeUpload(m_dir.path()); }
    void nothingListening();
    void unknownHost();
    void redirectsAreNotFollowed();
    void proxies_data();
    void proxies();
    void thisComputerIsNeverReachedOverAProxy();
    void optionsThatCannotBeUsed_data();
    void optionsThatCannotBeUsed();
    void certificatesAreChecked_data();
    void certificatesAreChecked();

private:
    std::shared_ptr<RequestBody> body(const QString &kind) const { return bodyOf(kind, m_dir.path()); }
    QTemporaryDir m_dir;
};

void TestTransportRoutes::nothingListening()
{
    quint16 port = 0;
    {
        RawServer gone;
        port = gone.serverPort();
    }
    QnamTransport transport({});
    Outcome out;
    const auto exchange =
        watch(transport.send(post(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)), *body(u"json"_s))), &out);
    QCOMPARE(out.finishes, 0);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, WireFailure::Refused);
}

void TestTransportRoutes::unknownHost()
{
    const QString host = u"no-such-host.invalid"_s;
    if (QHostInfo::fromName(host).error() != QHostInfo::HostNotFound)
        QSKIP("SKIPPED-TEST: this machine's resolver does not say that a name is unknown");
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}});
    Outcome out;
    const auto exchange = watch(transport.send(get(QUrl(u"https://"_s + host))), &out);
    QTRY_COMPARE_WITH_TIMEOUT(out.finishes, 1, 20'000);
    QCOMPARE(out.failure, WireFailure::HostNotFound);
}

void TestTransportRoutes::redirectsAreNotFollowed()
{
    RawServer elsewhere;
    RawServer server([&elsewhere](const RawServer::Request &, QTcpSocket *socket) {
        socket->write(RawServer::answer(307, {}, "text/plain",
                                        "Location: " + elsewhere.url(u"/v1/files"_s).toEncoded() + "\r\n"));
    });
    QnamTransport transport({});
    for (const bool asPost : {false, true}) {
        WireRequest request = asPost ? post(server.url(), *body(u"json"_s)) : get(server.url());
        request.headers.add("Authorization", "Bearer sk-secret");
        Outcome out;
        const auto exchange = watch(transport.send(std::move(request)), &out);
        QTRY_COMPARE(out.finishes, 1);
        QVERIFY2(out.failure == WireFailure::None, qPrintable(out.text));
        QCOMPARE(out.status, 307);
        QVERIFY(out.headers.contains("Location"));
    }
    QCOMPARE(elsewhere.connections(), 0);
}

void TestTransportRoutes::proxies_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("socks5") << u"socks5"_s;
}

void TestTransportRoutes::proxies()
{
    QFETCH(QString, scheme);
    // A proxy that says yes to everything and answers itself.
    QByteArray heard;
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] {
            const QByteArray bytes = socket->readAll();
            heard += bytes;
            if (bytes.startsWith(QByteArray::fromHex("0501")) && bytes.size() == 3)
                socket->write(QByteArray::fromHex("0500"));
            else if (bytes.startsWith(QByteArray::fromHex("050100")))
                socket->write(QByteArray::fromHex("05000001000000000000"));
            else if (bytes.contains("\r\n\r\n"))
                socket->write(RawServer::answer(200, "by proxy"));
        });
    });
    QString error;
    QnamTransport transport({.proxyUrl = u"%1://127.0.0.1:%2"_s.arg(scheme).arg(proxy.serverPort()),
                             .caFile = {},
                             .userAgent = {}},
                            &error);
    QCOMPARE(error, QString());
    Outcome out;
    const auto exchange = watch(transport.send(get(QUrl(u"http://api.example.test/v1/models"_s))), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.body, "by proxy");
    if (scheme == "http"_L1)
        QVERIFY2(heard.startsWith("GET http://api.example.test/v1/models HTTP/1.1"), heard.constData());
    else // the name goes to the proxy, which resolves it
        QVERIFY(heard.contains("api.example.test") && heard.contains("GET /v1/models HTTP/1.1"));
}

void TestTransportRoutes::thisComputerIsNeverReachedOverAProxy()
{
    RawServer proxy;
    RawServer server(
        [](const RawServer::Request &, QTcpSocket *socket) { socket->write(RawServer::answer(200, "{}")); });
    for (const QString &proxyUrl : {proxy.url().toString(), u"none"_s, QString()}) {
        QnamTransport transport({.proxyUrl = proxyUrl, .caFile = {}, .userAgent = {}});
        Outcome out;
        const auto exchange = watch(transport.send(get(server.url())), &out);
        QTRY_COMPARE(out.finishes, 1);
        QCOMPARE(out.status, 200);
    }
    QCOMPARE(proxy.connections(), 0);
}

void TestTransportRoutes::optionsThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("proxyUrl");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<WireFailure>("failure");
    QTest::newRow("no proxy scheme") << u"proxy.example.test:3128"_s << QString() << WireFailure::Refused;
    QTest::newRow("unknown proxy scheme")
        << u"gopher://proxy.example.test"_s << QString() << WireFailure::Refused;
    QTest::newRow("CA file missing") << QString() << u"/no/such/file.pem"_s << WireFailure::Tls;
    QTest::newRow("CA file without a certificate")
        << QString() << m_dir.filePath(u"upload.txt"_s) << WireFailure::Tls;
}

void TestTransportRoutes::optionsThatCannotBeUsed()
{
    QFETCH(QString, proxyUrl);
    QFETCH(QString, caFile);
    QFETCH(WireFailure, failure);
    RawServer server;
    QString error;
    QnamTransport transport({.proxyUrl = proxyUrl, .caFile = caFile, .userAgent = {}}, &error);
    QVERIFY(!error.isEmpty());
    Outcome out;
    const auto exchange = watch(transport.send(get(server.url())), &out);
    QCOMPARE(out.finishes, 0);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, failure);
    QCOMPARE(out.text, error);
    QCOMPARE(server.connections(), 0);
}

void TestTransportRoutes::certificatesAreChecked_data()
{
    QTest::addColumn<bool>("withCa");
    QTest::addColumn<QString>("host");
    QTest::addColumn<WireFailure>("failure");
    QTest::newRow("unknown authority") << false << u"localhost"_s << WireFailure::Tls;
    QTest::newRow("authority of the profile") << true << u"localhost"_s << WireFailure::None;
    QTest::newRow("of another host") << true << u"127.0.0.1"_s << WireFailure::Tls;
}

void TestTransportRoutes::certificatesAreChecked()
{
    QFETCH(bool, withCa);
    QFETCH(QString, host);
    QFETCH(WireFailure, failure);
    // Made anew each time, so that no private key lies in the tree: an authority, and a certificate of it for
    // "localhost".
    const QString ca = m_dir.filePath(u"ca.pem"_s);
    if (!QFile::exists(ca)) {
        QProcess openssl;
        openssl.setWorkingDirectory(m_dir.path());
        openssl.start(u"sh"_s, {u"-c"_s, uR"(
            set -e
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=odc-test-ca -keyout ca.key -out ca.tmp
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -keyout leaf.key -out leaf.csr
            printf 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n' > leaf.ext
            openssl x509 -req -in leaf.csr -CA ca.tmp -CAkey ca.key -CAcreateserial -days 2 -extfile leaf.ext -out leaf.pem
            mv ca.tmp ca.pem)"_s});
        if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0)
            QSKIP("SKIPPED-TEST: the openssl program is needed to make certificates");
    }
    QFile keyFile(m_dir.filePath(u"leaf.key"_s));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration config;
    config.setLocalCertificateChain(QSslCertificate::fromPath(m_dir.filePath(u"leaf.pem"_s)));
    config.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(config);
    QByteArray heard;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] {
            heard += socket->readAll();
            socket->write(RawServer::answer(200, "{}"));
        });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));

    QString error;
    QnamTransport transport({.proxyUrl = u"none"_s, .caFile = withCa ? ca : QString(), .userAgent = {}},
                            &error);
    QCOMPARE(error, QString());
    WireRequest request = get(QUrl(u"https://%1:%2/v1/models"_s.arg(host).arg(server.serverPort())));
    request.headers.add("Authorization", "Bearer sk-secret");
    Outcome out;
    const auto exchange = watch(transport.send(std::move(request)), &out);
    QTRY_COMPARE(out.finishes, 1);
    QCOMPARE(out.failure, failure);
    if (failure == WireFailure::None)
        QCOMPARE(out.status, 200);
    else
        QVERIFY2(!out.text.isEmpty() && heard.isEmpty(), heard.constData()); // the key never left
}

int main(int argc, char **argv)
{
    return runOnBothLanes<TestTransportRoutes>(argc, argv);
}
#include "tst_transportroutes.moc"
