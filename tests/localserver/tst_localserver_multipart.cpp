// SPDX-License-Identifier: GPL-3.0-or-later
// The form parser, fed in pieces of every size: a boundary may be cut anywhere.
#include "localserver/multipart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using odc::server::MultipartParser;
using odc::server::PartHead;

namespace {

struct Outcome
{
    QStringList parts; ///< name|filename|type|data, "-" for no file name
    bool complete = false;
    bool failed = false;
};

Outcome parse(const QByteArray &boundary, const QByteArray &body, qsizetype piece)
{
    Outcome outcome;
    QByteArray data;
    QString head;
    MultipartParser parser(boundary,
                           {[&](const PartHead &part) {
                                head = part.name + u'|' + part.filename.value_or(u"-"_s) + u'|' +
                                       QString::fromLatin1(part.contentType);
                                data.clear();
                            },
                            [&](const char *bytes, qsizetype size) { data.append(bytes, size); },
                            [&] { outcome.parts.append(head + u'|' + QString::fromLatin1(data)); }});
    for (qsizetype at = 0; at < body.size() && !outcome.failed; at += piece)
        outcome.failed = !parser.feed(body.constData() + at, std::min(piece, body.size() - at));
    outcome.complete = parser.isComplete();
    return outcome;
}

QByteArray part(const QByteArray &disposition, const QByteArray &data)
{
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + data + "\r\n";
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void malformed_data();
    void malformed();
    void boundaries_data();
    void boundaries();
    void dataIsHandedOnBeforeThePartEnds();
};

void TestMultipart::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("parts");

    const QByteArray end = "--B--\r\n";
    QTest::newRow("one field") << part("name=\"a\"", "1") + end << QStringList{u"a|-||1"_s};
    QTest::newRow("two fields") << part("name=\"a\"", "1") + part("name=b", "2") + end
                                << QStringList{u"a|-||1"_s, u"b|-||2"_s};
    QTest::newRow("empty field") << part("name=\"a\"", "") + end << QStringList{u"a|-||"_s};
    QTest::newRow("empty form") << end << QStringList{};
    QTest::newRow("preamble and epilogue") << "hello\r\n" + part("name=\"a\"", "1") + end + "bye\r\n--B\r\n"
                                           << QStringList{u"a|-||1"_s};
    QTest::newRow("file") << QByteArray("--B\r\ncontent-type: text/csv\r\nCONTENT-DISPOSITION: form-data; "
                                        "name=\"f\"; filename=\"a b.csv\"\r\n\r\nx,y\r\n") +
                                 end
                          << QStringList{u"f|a b.csv|text/csv|x,y"_s};
    QTest::newRow("file name first") << part("filename=\"a\"; name=\"f\"", "1") + end
                                     << QStringList{u"f|a||1"_s};
    QTest::newRow("empty file name") << part("name=\"f\"; filename=\"\"", "1") + end
                                     << QStringList{u"f|||1"_s};
    QTest::newRow("path is cut") << part("name=\"f\"; filename=\"C:\\dir\\a.txt\"", "1") +
                                        part("name=\"g\"; filename=\"../../etc/b.txt\"", "2") + end
                                 << QStringList{u"f|a.txt||1"_s, u"g|b.txt||2"_s};
    QTest::newRow("quotes, escaped") << part(R"(name="f"; filename="a\"b.txt")", "1") + end
                                     << QStringList{u"f|a\"b.txt||1"_s};
    QTest::newRow("quotes, percent") << part(R"(name="f"; filename="a%22b.txt")", "1") + end
                                     << QStringList{u"f|a\"b.txt||1"_s};
    QTest::newRow("percent stays") << part(R"(name="f"; filename="100%41.txt")", "1") + end
                                   << QStringList{u"f|100%41.txt||1"_s};
    QTest::newRow("semicolon in quotes")
        << part("name=\"f;x=1\"; filename=\"a;name=b\"", "1") + end << QStringList{u"f;x=1|a;name=b||1"_s};
    QTest::newRow("name in UTF-8") << part("name=\"f\"; filename=\"\xC3\xA4.txt\"", "1") + end
                                   << QStringList{u"f|\u00e4.txt||1"_s};
    QTest::newRow("brackets") << part("name=\"expires_after[seconds]\"", "3600") + end
                              << QStringList{u"expires_after[seconds]|-||3600"_s};
    const QByteArray tricky = "\r\n-\r\n--\r\n\r\n--A\r\n--\r--B\n--B\r\n";
    QTest::newRow("near boundaries in data")
        << part("name=\"a\"", tricky) + end << QStringList{u"a|-||"_s + QString::fromLatin1(tricky)};
}

void TestMultipart::bodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, parts);
    for (qsizetype piece : {1, 2, 3, 5, 7, 16, 4096}) {
        const Outcome outcome = parse("B", body, piece);
        QVERIFY(!outcome.failed);
        QVERIFY(outcome.complete);
        QCOMPARE(outcome.parts, parts);
    }
}

void TestMultipart::malformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("failed");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no boundary") << QByteArray("hello") << false;
    QTest::newRow("no end") << part("name=\"a\"", "1") << false;
    QTest::newRow("cut in the head") << QByteArray("--B\r\nContent-Dispo") << false;
    QTest::newRow("no name") << part("filename=\"x\"", "1") + "--B--\r\n" << true;
    QTest::newRow("no head") << QByteArray("--B\r\n\r\ndata\r\n--B--\r\n") << true;
    QTest::newRow("junk after the boundary") << QByteArray("--Bjunk\r\n") << true;
    QTest::newRow("endless head") << "--B\r\nX: " + QByteArray(40'000, 'x') << true;
}

void TestMultipart::malformed()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, failed);
    const Outcome outcome = parse("B", body, 11);
    QCOMPARE(outcome.failed, failed);
    QVERIFY(!outcome.complete);
}

void TestMultipart::boundaries_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("boundary");
    QTest::newRow("plain") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
    QTest::newRow("quoted") << QByteArray("Multipart/Form-Data; boundary=\"a b;c\"") << QByteArray("a b;c");
    QTest::newRow("with charset") << QByteArray("multipart/form-data; charset=utf-8; boundary=abc")
                                  << QByteArray("abc");
    QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
    QTest::newRow("other type") << QByteArray("application/json; boundary=abc") << QByteArray();
}

void TestMultipart::boundaries()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, boundary);
    QCOMPARE(MultipartParser::boundaryOf(contentType), boundary);
}

void TestMultipart::dataIsHandedOnBeforeThePartEnds()
{
    qsizetype handedOn = 0;
    MultipartParser parser(
        "B", {[](const PartHead &) {}, [&](const char *, qsizetype size) { handedOn += size; }, [] {}});
    const QByteArray head = "--B\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n";
    QVERIFY(parser.feed(head.constData(), head.size()));
    const QByteArray block(100'000, 'x');
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(parser.feed(block.constData(), block.size()));
        QCOMPARE_GE(handedOn, i * block.size() - 8);
    }
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_localserver_multipart.moc"
