// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/linereader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// Lines of files of any size and shape, read in blocks and in stretches.
class TestLineReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void linesAcrossBlocks();
    void stretchesHoldEachLineOnce_data();
    void stretchesHoldEachLineOnce();
    void behindALineThereIsRoom();
    void aLineThatIsTooLongIsSkipped();
    void aFileThatBecomesShorterIsAnError();
    void aMissingFileIsAnError();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"f%1"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    static QByteArrayList all(const QString &path, ByteRange range)
    {
        LineReader reader(path, range);
        QByteArrayList lines;
        while (const auto line = reader.next())
            lines << line->text.toByteArray();
        return reader.error().isEmpty() ? lines : QByteArrayList{"error"};
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestLineReader::lines_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("none") << QByteArray() << QByteArrayList();
    QTest::newRow("one, ended") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("one, not ended") << QByteArray("a") << QByteArrayList{"a"};
    QTest::newRow("two, the last not ended") << QByteArray("a\nbc") << QByteArrayList{"a", "bc"};
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
    QTest::newRow("empty ones") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("zeros") << QByteArray("a\0b\nc", 5) << QByteArrayList{QByteArray("a\0b", 3), "c"};
}

void TestLineReader::lines()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArrayList, lines);
    QCOMPARE(all(write(content), {0, content.size()}), lines);
}

void TestLineReader::linesAcrossBlocks()
{
    QByteArrayList expected;
    for (int i = 0; i < 40; ++i)
        expected << QByteArray(i * 37'000 % 900'000, char('a' + i % 26)); // some longer than what is read at once is left
    expected << QByteArray(5'000'000, 'z') << "end";
    const QByteArray content = expected.join('\n') + '\n';
    const QString path = write(content);
    LineReader reader(path, {0, content.size()});
    qint64 offset = 0;
    for (const QByteArray &line : expected) {
        const auto next = reader.next();
        QVERIFY(next);
        QCOMPARE(next->offset, offset);
        QVERIFY(next->text == line);
        offset += line.size() + 1;
    }
    QVERIFY(!reader.next());
    QVERIFY(reader.error().isEmpty());
}

void TestLineReader::stretchesHoldEachLineOnce_data()
{
    QTest::addColumn<int>("parts");
    for (const int parts : {1, 2, 3, 7, 50, 1000})
        QTest::addRow("%d", parts) << parts;
}

void TestLineReader::stretchesHoldEachLineOnce()
{
    QFETCH(int, parts);
    QByteArrayList lines;
    for (int i = 0; i < 300; ++i)
        lines << QByteArray::number(i) + QByteArray(i * i % 501, '-');
    for (const bool ended : {true, false}) {
        const QByteArray content = lines.join('\n') + (ended ? "\n" : "");
        const QString path = write(content);
        const auto ranges = splitAtLines(path, {0, content.size()}, parts);
        QVERIFY(ranges);
        QVERIFY(ranges->size() <= parts);
        QByteArrayList got;
        qint64 from = 0;
        for (const ByteRange &range : *ranges) {
            QCOMPARE(range.from, from);
            from = range.to;
            got << all(path, range);
        }
        QCOMPARE(from, content.size());
        QCOMPARE(got, lines);
    }
}

void TestLineReader::behindALineThereIsRoom()
{
    // What simdjson may read behind a line is memory of ours, also behind the last one of a small file.
    const QString path = write("[1]\n[2]");
    LineReader reader(path, {0, 7});
    while (const auto line = reader.next()) {
        volatile char last = line->text.data()[line->text.size() + LineReader::padding - 1];
        Q_UNUSED(last)
    }
}

void TestLineReader::aLineThatIsTooLongIsSkipped()
{
    const QString path = m_folder.filePath(u"long"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("first\n");
    QVERIFY(file.resize(LineReader::longestLine + 2'000'000)); // a hole: zeros, no line end
    QVERIFY(file.seek(file.size()));
    file.write("\nlast\n");
    file.close();
    LineReader reader(path, {0, QFileInfo(path).size()});
    QCOMPARE(reader.next()->text.toByteArray(), "first");
    const auto tooLong = reader.next();
    QVERIFY(tooLong && tooLong->isTooLong);
    QCOMPARE(tooLong->offset, 6);
    QCOMPARE(reader.next()->text.toByteArray(), "last");
    QVERIFY(!reader.next());
}

void TestLineReader::aFileThatBecomesShorterIsAnError()
{
    const QString path = write(QByteArray(3'000'000, 'x') + "\nend\n");
    LineReader reader(path, {0, 3'000'005});
    QVERIFY(QFile::resize(path, 2'000'000));
    QVERIFY(!reader.next());
    QVERIFY2(reader.error().contains(u"shorter"_s), qPrintable(reader.error()));
}

void TestLineReader::aMissingFileIsAnError()
{
    LineReader reader(m_folder.filePath(u"none"_s), {0, 10});
    QVERIFY(!reader.next());
    QVERIFY(!reader.error().isEmpty());
    QVERIFY(!splitAtLines(m_folder.filePath(u"none"_s), {0, 10}, 2));
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
