// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/batchcheck.h"
#include "jsonl/batchjoin.h"
#include "jsonl/lineindex.h"
#include "jsonl/shownline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QByteArray good(const QByteArray &id)
{
    return R"({"custom_id":")" + id +
           R"(","method":"POST","url":"/v1/embeddings","body":{"model":"e","input":"x"}})";
}

constexpr qint64 gigabyte = 1'000'000'000;

} // namespace

/// Files that somebody damaged, or made to do harm: each is a clear finding in its line, and what is good
/// stays good.
class TestHostileLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneBadLine_data();
    void oneBadLine();
    void aLineThatIsTooLong_data();
    void aLineThatIsTooLong();
    void tenMillionShortLines();
    void textIsNeverCutInALetter();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"f%1.jsonl"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestHostileLines::oneBadLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<BatchFault>("fault");
    QTest::addColumn<LineFault>("shown");
    const auto second = [](const char *name, const QByteArray &bad, BatchFault fault, LineFault shown) {
        QTest::newRow(name) << good("a") + '\n' + bad + '\n' + good("b") + '\n' << 2LL << fault << shown;
    };
    second("a zero byte in a text", QByteArray(good("c")).replace("\"x\"", QByteArray("\"\0\"", 3)),
           BatchFault::NotJson, LineFault::Zeros);
    second("only zero bytes", QByteArray(5000, '\0'), BatchFault::NotJson, LineFault::Zeros);
    second("bytes that are no UTF-8", QByteArray(good("c")).replace("\"x\"", "\"\xFF\xFE\""),
           BatchFault::NotUtf8, LineFault::NotUtf8);
    second("half of a pair", QByteArray(good("c")).replace("\"x\"", "\"\xED\xA0\x80\""), BatchFault::NotUtf8,
           LineFault::NotUtf8);
    second("a hundred thousand levels",
           QByteArray(good("c")).replace("\"x\"", QByteArray(100'000, '[') + QByteArray(100'000, ']')),
           BatchFault::NotJson, LineFault::NotJson);
    second("a hundred thousand levels that never end",
           QByteArray(10'000, '{') + QByteArray("{\"a\":").repeated(90'000), BatchFault::NotJson,
           LineFault::None);
    second("a quotation mark that is not closed", R"({"custom_id":"c)", BatchFault::NotJson,
           LineFault::NotJson);
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + good("a") + '\n' + good("b") << 1LL
                                       << BatchFault::ByteOrderMark << LineFault::ByteOrderMark;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0\n\0", 8) << 1LL << BatchFault::NotUtf8
                            << LineFault::Zeros;
}

void TestHostileLines::oneBadLine()
{
    QFETCH(QByteArray, content);
    QFETCH(qint64, line);
    QFETCH(BatchFault, fault);
    QFETCH(LineFault, shown);
    for (const bool crLf : {false, true}) {
        const QString path = write(crLf ? QByteArray(content).replace('\n', "\r\n") : content);
        const auto check = checkBatchFile(path);
        QVERIFY(check);
        QVERIFY(check->errorCount >= 1);
        const BatchFinding &finding = check->findings.constFirst();
        QCOMPARE(finding.line, line);
        QCOMPARE(finding.fault, fault);
        QVERIFY(!finding.text().isEmpty() && finding.text().size() < 500);
        LineIndex index(path);
        QVERIFY(index.build());
        const auto read = index.line(line, 64 * 1024);
        QVERIFY(read);
        const ShownLine seen = shownLine(*read, true, 1024);
        // Of a line that is too long to be read as a whole, nothing is said that was not seen.
        QCOMPARE(seen.fault, read->isWhole()                 ? shown
                             : seen.fault == LineFault::None ? LineFault::None
                                                             : shown);
        QVERIFY(seen.text.size() <= 4 * 1024);
        QVERIFY(!seen.text.contains(QChar(0)));
        // As an answer it is one line that cannot be read, or belongs to nothing; the rows are those of the
        // good lines.
        if (line == 2) {
            const auto joined = joinBatch(write(good("a") + '\n' + good("b") + '\n'), {{path, 0}});
            QVERIFY(joined);
            QCOMPARE(joined->unreadable + joined->strays, 1);
            QCOMPARE(qint64(joined->rows.size()), 2 + joined->strays);
        }
    }
}

void TestHostileLines::aLineThatIsTooLong_data()
{
    QTest::addColumn<char>("byte");
    QTest::addColumn<qint64>("size");
    QTest::newRow("of zeros") << '\0' << gigabyte;
    QTest::newRow("of blanks") << ' ' << 300'000'000LL; // beyond what is read, without filling the disk
}

void TestHostileLines::aLineThatIsTooLong()
{
    QFETCH(char, byte);
    QFETCH(qint64, size);
    const QString path = write({});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (byte != '\0') {
        const QByteArray block(10'000'000, byte);
        for (qint64 at = 0; at < size; at += block.size())
            QCOMPARE(file.write(block), block.size());
    }
    QVERIFY(file.resize(size));
    QVERIFY(file.seek(size));
    file.write("\n" + good("a") + "\n");
    file.close();
    const auto check = checkBatchFile(path);
    QVERIFY(check);
    QCOMPARE(check->findings.size(), 2);
    QCOMPARE(check->findings[0].fault, BatchFault::TooLarge);
    QCOMPARE(check->findings[1].line, 1);
    QCOMPARE(check->findings[1].fault, BatchFault::LineTooLong);
    QVERIFY(!check->isSendable());
    LineIndex index(path);
    QVERIFY(index.build());
    QCOMPARE(index.count(), 2);
    const auto line = index.line(1, 1000);
    QVERIFY(line);
    QCOMPARE(shownLine(*line, true, 1000).fault, LineFault::TooLong);
    file.remove();
}

void TestHostileLines::tenMillionShortLines()
{
    constexpr qint64 count = 10'000'000;
    QByteArray content = QByteArray("{}\n").repeated(count / 2) + QByteArray("\n").repeated(count / 2);
    const QString path = write(content);
    const auto check = checkBatchFile(path);
    QVERIFY(check);
    QCOMPARE(check->lines, count / 2);
    QCOMPARE(check->findings.size(), 1000); // the first ones; all are counted
    QVERIFY(check->findingCount > count);
    QVERIFY(check->tooBig);
    QVERIFY(!check->isSendable());
}

void TestHostileLines::textIsNeverCutInALetter()
{
    const QByteArray letters = QByteArray("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80").repeated(500);
    LineIndex index(write(letters + "\n"));
    QVERIFY(index.build());
    for (int most = 1; most < 60; ++most) {
        const auto line = index.line(1, most);
        QVERIFY(line);
        const ShownLine seen = shownLine(*line, false, most);
        QVERIFY2(seen.isFine() && !seen.text.contains(u"\\x"_s), qPrintable(seen.text));
        QVERIFY(seen.isCut);
    }
    QCOMPARE(bytesOfUnits(letters, 5), 10);
    qint64 left = 0;
    QCOMPARE(bytesOfUnits(letters, 3000, &left), letters.size());
    QCOMPARE(left, 500);
}

QTEST_GUILESS_MAIN(TestHostileLines)
#include "tst_hostilelines.moc"
