// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body.h"
#include "net/requestrules.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;
using Kind = ApiError::Kind;

/// What is read out of answers, and how bodies and paths are written.
class TestRequestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void errorsOfAnyShapeAreRead_data();
    void errorsOfAnyShapeAreRead();
    void idsBecomeOnePathSegment_data();
    void idsBecomeOnePathSegment();
    void keysTravelEncryptedOrNotAtAll_data();
    void keysTravelEncryptedOrNotAtAll();
    void formsAreWrittenAsTheServiceReadsThem();
    void aWindowOfAFileIsSent_data();
    void aWindowOfAFileIsSent();
    void bodiesCannotRewind();
    void aMissingFileIsALocalError();
};

void TestRequestRules::errorsOfAnyShapeAreRead_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("keepsBody");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind, const char *message,
                        const char *code, bool keepsBody) {
        QTest::newRow(name) << status << body << kind << QString::fromUtf8(message) << QString::fromUtf8(code)
                            << keepsBody;
    };
    row("all fields", 400, R"({"error":{"message":"bad","type":"t","param":"p","code":"c"}})", Kind::Invalid,
        "bad", "c", false);
    row("nulls", 400, R"({"error":{"message":null,"type":null,"param":null,"code":null}})", Kind::Invalid, "",
        "", false);
    row("fields missing", 404, R"({"error":{}})", Kind::NotFound, "", "", false);
    row("numeric code", 400, R"({"error":{"message":"m","code":42}})", Kind::Invalid, "m", "42", false);
    row("message is a list", 400, R"({"error":{"message":["a","b"]}})", Kind::Invalid, R"(["a","b"])", "",
        false);
    row("message is an object", 400, R"({"error":{"message":{"a":1}}})", Kind::Invalid, R"({"a":1})", "",
        false);
    row("siblings", 400, R"({"error":{"message":"m"},"detail":"d"})", Kind::Invalid, "m", "", false);
    row("error is text", 400, R"({"error":"plain"})", Kind::Invalid, "plain", "", true);
    row("FastAPI", 422, R"({"detail":"field required"})", Kind::Invalid, "field required", "", true);
    row("problem+json", 422, R"({"type":"x","title":"Invalid request","status":422})", Kind::Invalid,
        "Invalid request", "", true);
    row("top-level message", 403, R"({"object":"error","message":"no"})", Kind::Forbidden, "no", "", true);
    row("HTML", 502, "<html>Bad gateway</html>", Kind::Server, "", "", true);
    row("empty", 503, "", Kind::Server, "", "", false);
    row("a list", 500, "[]", Kind::Server, "", "", true);
    row("cut off", 500, R"({"error":{"mess)", Kind::Server, "", "", true);
    row("gone", 410, R"({"error":{"message":"m"}})", Kind::NotFound, "m", "", false);
    row("teapot", 418, "", Kind::Invalid, "", "", false);
    row("redirect", 302, "", Kind::Redirect, "", "", false);
    row("slow down", 429, R"({"error":{"type":"rate_limit_error","code":"slow_down"}})", Kind::RateLimited,
        "", "slow_down", false);
}

void TestRequestRules::errorsOfAnyShapeAreRead()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ApiError::Kind, kind);
    QFETCH(QString, message);
    QFETCH(QString, code);
    QFETCH(bool, keepsBody);
    HttpHeaders headers;
    headers.add("X-Request-ID", "req_7");
    const ApiError error = rules::errorFromAnswer(status, headers, body, 0);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.message, message);
    QCOMPARE(error.code, code);
    QCOMPARE(error.requestId, u"req_7"_s);
    QCOMPARE(error.rawBody, keepsBody ? body : QByteArray());
    QCOMPARE(rules::errorFromAnswer(502, {}, QByteArray(5000, '<'), 0).rawBody.size(), 2048);
}

void TestRequestRules::idsBecomeOnePathSegment_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("segment");
    QTest::newRow("plain") << u"file-abc_1"_s << u"file-abc_1"_s;
    QTest::newRow("colons stay") << u"ft:gpt-4o-mini:org::id:ckpt-step-88"_s
                                 << u"ft:gpt-4o-mini:org::id:ckpt-step-88"_s;
    QTest::newRow("slash") << u"../models"_s << u"..%2Fmodels"_s;
    QTest::newRow("query") << u"a?b#c%d"_s << u"a%3Fb%23c%25d"_s;
    QTest::newRow("space and umlaut") << u"a \u00fc"_s << u"a%20%C3%BC"_s;
    QTest::newRow("line break") << u"a\r\nb"_s << u"a%0D%0Ab"_s;
    QTest::newRow("dot") << u"."_s << QString();
    QTest::newRow("dots") << u".."_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestRequestRules::idsBecomeOnePathSegment()
{
    QFETCH(QString, id);
    QFETCH(QString, segment);
    QCOMPARE(pathSegment(id), segment);
}

void TestRequestRules::keysTravelEncryptedOrNotAtAll_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("may");
    QTest::newRow("https") << u"https://api.example.test/v1"_s << true;
    QTest::newRow("loopback name") << u"http://localhost:8080/v1"_s << true;
    QTest::newRow("loopback address") << u"http://127.0.0.1:8080/v1"_s << true;
    QTest::newRow("loopback network") << u"http://127.8.8.8/v1"_s << true;
    QTest::newRow("loopback IPv6") << u"http://[::1]:8080/v1"_s << true;
    QTest::newRow("http") << u"http://api.example.test/v1"_s << false;
    QTest::newRow("house network") << u"http://10.0.0.2/v1"_s << false;
    QTest::newRow("any address") << u"http://0.0.0.0/v1"_s << false;
    QTest::newRow("looks local") << u"http://127.0.0.1.example.test/v1"_s << false;
    QTest::newRow("user part looks local") << u"http://localhost@example.test/v1"_s << false;
    QTest::newRow("websocket") << u"wss://api.example.test/v1"_s << false;
}

void TestRequestRules::keysTravelEncryptedOrNotAtAll()
{
    QFETCH(QString, url);
    QFETCH(bool, may);
    QCOMPARE(rules::mayCarryKey(QUrl(url)), may);
}

void TestRequestRules::formsAreWrittenAsTheServiceReadsThem()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"tickets.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}\r\n--x\r\n");
    file.close();
    const MultipartBody body({{u"purpose"_s, u"batch"_s}, {u"expires_after[seconds]"_s, u"3600"_s}},
                             {u"file"_s, file.fileName(), u"/secret/place/t\u00fc\"r\r\nX: y.jsonl"_s});
    const QByteArray type = body.contentType();
    QVERIFY(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = type.mid(30);
    const QByteArray written = (*body.open())->readAll();
    QCOMPARE(written.size(), body.size());
    const QByteArray expected =
        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--" +
        boundary + "\r\nContent-Disposition: form-data; name=\"expires_after[seconds]\"\r\n\r\n3600\r\n--" +
        boundary +
        "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t\xc3\xbc%22r%0D%0AX: y.jsonl\"\r\n"
        "Content-Type: application/octet-stream\r\n\r\n{}\r\n--x\r\n\r\n--" +
        boundary + "--\r\n";
    QCOMPARE(written, expected);
    QVERIFY(MultipartBody({}, {u"file"_s, file.fileName(), {}}).contentType() !=
            type); // a boundary of its own
}

void TestRequestRules::aWindowOfAFileIsSent_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QByteArray>("window");
    QTest::newRow("all") << qint64(0) << qint64(-1) << QByteArray("0123456789");
    QTest::newRow("middle") << qint64(3) << qint64(4) << QByteArray("3456");
    QTest::newRow("to the end") << qint64(7) << qint64(-1) << QByteArray("789");
    QTest::newRow("beyond the end") << qint64(7) << qint64(100) << QByteArray("789");
    QTest::newRow("behind the end") << qint64(20) << qint64(5) << QByteArray();
    QTest::newRow("nothing") << qint64(3) << qint64(0) << QByteArray();
}

void TestRequestRules::aWindowOfAFileIsSent()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, length);
    QFETCH(QByteArray, window);
    QTemporaryDir dir;
    QFile file(dir.filePath(u"f"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0123456789");
    file.close();
    const MultipartBody body({}, {u"data"_s, file.fileName(), {}, offset, length});
    const QByteArray written = (*body.open())->readAll();
    QCOMPARE(written.size(), body.size());
    QVERIFY2(written.contains("\r\n\r\n" + window + "\r\n--"), written.constData());
}

void TestRequestRules::bodiesCannotRewind()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"f"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const JsonBody json(QJsonObject{{u"a"_s, 1}});
    const MultipartBody form({}, {u"file"_s, file.fileName(), {}});
    const EmptyBody empty;
    for (const RequestBody *body : std::initializer_list<const RequestBody *>{&json, &form, &empty}) {
        const auto device = *body->open();
        QVERIFY(device->isSequential());
        QVERIFY(!device->reset());
        QCOMPARE((*body->open())->readAll().size(),
                 body->size()); // but each attempt gets a device of its own
    }
}

void TestRequestRules::aMissingFileIsALocalError()
{
    const MultipartBody body({}, {u"file"_s, u"/no/such/file.txt"_s, {}});
    const auto device = body.open();
    QVERIFY(!device.has_value());
    QCOMPARE(device.error().kind, Kind::LocalFile);
    QVERIFY(device.error().message.contains(u"/no/such/file.txt"_s));
}

QTEST_GUILESS_MAIN(TestRequestRules)
#include "tst_requestrules.moc"
