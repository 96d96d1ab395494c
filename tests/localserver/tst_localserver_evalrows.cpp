// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of data: how a file of them is read, and what of the sample that a row brings along is graded.
#include "evalclient.h"

using namespace odc::test;

class TestLocalServerEvalRows : public QObject, private EvalClient
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }

    void rowsOfAFile_data();
    void rowsOfAFile();
    void theTextOfASample_data();
    void theTextOfASample();
};

void TestLocalServerEvalRows::rowsOfAFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("message");

    const QByteArray line = R"({"item":{"text":"t","label":"a"},"sample":{"output_text":"a"}})";
    QTest::newRow("one, no end") << line << 1 << QString();
    QTest::newRow("two") << line + '\n' + line + '\n' << 2 << QString();
    QTest::newRow("other line ends") << line + "\r\n" + line + "\r\n" << 2 << QString();
    QTest::newRow("empty lines") << "\n" + line + "\n\n  \n" + line + "\n\n" << 2 << QString();
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + line << 1 << QString();
    QTest::newRow("many, longer than a block") << (line + '\n').repeated(9'000) << 9'000 << QString();
    QTest::newRow("broken line") << line + "\n{\"item\":\n" + line << 0 << u"Line 2 is not valid JSON"_s;
    QTest::newRow("no item") << line + "\n" + R"({"messages":[]})" << 0 << u"Line 2: it has no 'item'"_s;
    QTest::newRow("a list") << QByteArray("[1]") << 0 << u"Line 1: it is not an object"_s;
    QTest::newRow("nothing") << QByteArray("\n\n") << 0 << u"The data source has no rows."_s;
}

void TestLocalServerEvalRows::rowsOfAFile()
{
    QFETCH(QByteArray, text);
    QFETCH(int, total);
    QFETCH(QString, message);
    const QJsonObject run = ended(createEval(), jsonlRun(fileSource(upload(text))));
    QCOMPARE(run[u"status"_s].toString(), message.isEmpty() ? u"completed"_s : u"failed"_s);
    QCOMPARE(run[u"result_counts"_s][u"passed"_s].toInt(), total);
    QVERIFY2(run[u"error"_s][u"message"_s].toString().startsWith(message),
             qPrintable(run[u"error"_s][u"message"_s].toString()));
    if (message.isEmpty())
        QVERIFY(run[u"error"_s].isNull());
}

void TestLocalServerEvalRows::theTextOfASample_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QString>("status");
    const QByteArray choices =
        R"("choices":[{"message":{"role":"assistant","content":"a"}},{"message":{"content":"b"}}])";
    QTest::newRow("given") << QByteArray(R"({"output_text":"a"})") << u"pass"_s;
    QTest::newRow("of the first choice") << '{' + choices + '}' << u"pass"_s;
    QTest::newRow("given beside choices") << R"({"output_text":"b",)" + choices + '}' << u"fail"_s;
    QTest::newRow("none") << QByteArray(R"({"model":"m"})") << u"fail"_s;
}

void TestLocalServerEvalRows::theTextOfASample()
{
    QFETCH(QByteArray, sample);
    QJsonObject row = EvalClient::row(u"a"_s, {});
    row[u"sample"_s] = QJsonDocument::fromJson(sample).object();
    const QJsonArray items = itemsOf(ended(createEval(), jsonlRun(contentSource({row}))));
    QCOMPARE(items.size(), 1);
    QTEST(items.at(0)[u"status"_s].toString(), "status");
}

QTEST_GUILESS_MAIN(TestLocalServerEvalRows)
#include "tst_localserver_evalrows.moc"
