// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuning/resultsfile.h"

#include <QTest>

#include <cmath>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

const QByteArray plain = "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n"
                         "1,2.5,0.25,,\n"
                         "2,2.25,0.3,2.75,0.5\n"
                         "3,2,0.35,,\n";

double valueOf(const MetricRow &row, const QString &metric)
{
    for (const auto &[name, value] : row.values) {
        if (name == metric)
            return value;
    }
    return -1;
}

} // namespace

/// Results files as services hand them out, and what is no results file.
class TestResultsFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameFileInEveryDress_data();
    void theSameFileInEveryDress();
    void columnsAreWhateverTheHeaderSays();
    void emptyCellsAreNotMeasuredAndWordsForNoneAreGaps();
    void unreadableLinesAreCountedAndNamed();
    void longFilesNameTheirFirstFaultsOnly();
    void aHeaderAloneIsAFileWithoutRows();
    void whatIsNoResultsFileIsRefused_data();
    void whatIsNoResultsFileIsRefused();
};

void TestResultsFile::theSameFileInEveryDress_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isBase64");
    QByteArray crlf = plain;
    crlf.replace("\n", "\r\n");
    QByteArray quoted = plain;
    quoted.replace("step,train_loss", "\"step\",\"train_loss\"");
    QByteArray wrapped = plain.toBase64();
    for (qsizetype at = 40; at < wrapped.size(); at += 41)
        wrapped.insert(at, '\n');
    QTest::newRow("plain") << plain << false;
    QTest::newRow("crlf") << crlf << false;
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF" + plain) << false;
    QTest::newRow("quoted") << quoted << false;
    QTest::newRow("no last end") << plain.chopped(1) << false;
    QTest::newRow("empty lines") << QByteArray(plain + "\n\r\n  \n") << false;
    QTest::newRow("base64") << plain.toBase64() << true;
    QTest::newRow("base64 with a line end") << QByteArray(plain.toBase64() + "\n") << true;
    QTest::newRow("base64 in lines") << wrapped << true;
    QTest::newRow("base64 of a mark and crlf") << QByteArray("\xEF\xBB\xBF" + crlf).toBase64() << true;
}

void TestResultsFile::theSameFileInEveryDress()
{
    QFETCH(QByteArray, content);
    const auto read = readResultsFile(content);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QTEST(read->isBase64, "isBase64");
    QCOMPARE(read->metrics, (QStringList{u"train_loss"_s, u"train_mean_token_accuracy"_s, u"valid_loss"_s,
                                         u"valid_mean_token_accuracy"_s}));
    QCOMPARE(read->unreadable, 0);
    QCOMPARE(read->rows.size(), 3);
    QCOMPARE(read->rows[0].step, 1);
    QCOMPARE(read->rows[0].values.size(), 2);
    QCOMPARE(read->rows[1].values.size(), 4);
    QCOMPARE(valueOf(read->rows[1], u"train_mean_token_accuracy"_s), 0.3);
    QCOMPARE(valueOf(read->rows[1], u"valid_loss"_s), 2.75);
    QCOMPARE(valueOf(read->rows[2], u"train_loss"_s), 2.0);
}

void TestResultsFile::columnsAreWhateverTheHeaderSays()
{
    const auto read = readResultsFile("reward, Step ,rewards/margins,\n0.5,7,1e-3,\n");
    QVERIFY(read);
    QCOMPARE(read->metrics, (QStringList{u"reward"_s, u"rewards/margins"_s}));
    QCOMPARE(read->rows.size(), 1);
    QCOMPARE(read->rows[0].step, 7);
    QCOMPARE(valueOf(read->rows[0], u"rewards/margins"_s), 1e-3);
}

void TestResultsFile::emptyCellsAreNotMeasuredAndWordsForNoneAreGaps()
{
    const auto read = readResultsFile("step,a,b,c\n1,nan,,inf\n2.0,-Infinity,NaN,1\n");
    QVERIFY(read);
    QCOMPARE(read->unreadable, 0);
    QCOMPARE(read->rows[0].values.size(), 2);
    QVERIFY(std::isnan(valueOf(read->rows[0], u"a"_s)));
    QVERIFY(std::isnan(valueOf(read->rows[0], u"c"_s)));
    QCOMPARE(read->rows[1].step, 2);
    QVERIFY(std::isnan(valueOf(read->rows[1], u"a"_s)));
    QVERIFY(std::isnan(valueOf(read->rows[1], u"b"_s)));
}

void TestResultsFile::unreadableLinesAreCountedAndNamed()
{
    const auto read = readResultsFile("step,train_loss\n"
                                      "1,0.5\n"
                                      "two,0.5\n"    // 3: no step
                                      "3,half\n"     // 4: no number
                                      "4,0.5,0.6\n"  // 5: a cell too many
                                      "5\n"          // 6: a cell too few
                                      "-6,0.5\n"     // 7: no step either
                                      "7.5,0.5\n"    // 8
                                      "\"8,0.5\n"    // 9: a quote that does not end
                                      "1e300,0.5\n"  // 10
                                      "9,\xff\xfe\n" // 11
                                      "10,0.25\n"
                                      "11,0.1");
    QVERIFY(read);
    QCOMPARE(read->rows.size(), 3);
    QCOMPARE(read->unreadable, 9);
    QCOMPARE(read->unreadableLines, (QList<qsizetype>{3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

void TestResultsFile::longFilesNameTheirFirstFaultsOnly()
{
    QByteArray content = "step,train_loss\n1,1\n";
    content += QByteArray("x\n").repeated(50'000);
    content += QByteArray(3'000'000, ',');
    const auto read = readResultsFile(content);
    QVERIFY(read);
    QCOMPARE(read->rows.size(), 1);
    QCOMPARE(read->unreadable, 50'001);
    QCOMPARE(read->unreadableLines.size(), 20);
}

void TestResultsFile::aHeaderAloneIsAFileWithoutRows()
{
    const auto read = readResultsFile("step,train_loss\n");
    QVERIFY(read);
    QVERIFY(read->rows.isEmpty());
    QCOMPARE(read->metrics, QStringList{u"train_loss"_s});
}

void TestResultsFile::whatIsNoResultsFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("\n\r\n   \n");
    QTest::newRow("a mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("no step") << QByteArray("time,train_loss\n1,2\n");
    QTest::newRow("no header") << QByteArray("1,2.5,0.3\n2,2.4,0.3\n");
    QTest::newRow("html") << QByteArray("<html><body>502, Bad Gateway</body></html>\n");
    QTest::newRow("json") << QByteArray("{\"error\":{\"message\":\"no, not here\"}}");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("base64 of noise") << QByteArray("\x01\x02\x03,\x04\xff\xfe").repeated(50).toBase64();
    QTest::newRow("utf-16") << QByteArray("\xff\xfes\0t\0e\0p\0,\0a\0\n\0", 14);
    QTest::newRow("every line wrong") << QByteArray("step,train_loss\none,1\ntwo,2\n");
    QTest::newRow("a million columns") << QByteArray("step" + QByteArray(1'000'000, ','));
    QTest::newRow("a quote that does not end") << QByteArray("\"step,train_loss\n1,2\n");
}

void TestResultsFile::whatIsNoResultsFileIsRefused()
{
    QFETCH(QByteArray, content);
    const auto read = readResultsFile(content);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ApiError::Kind::BadResponse);
    QVERIFY(!read.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(TestResultsFile)
#include "tst_resultsfile.moc"
