// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/lineindex.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace odc;
using namespace Qt::StringLiterals;

/// Any line of a file of any size is found, without the file in memory.
class TestLineIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void eachLineOfALargeFile();
    void partsOfALine();
    void aLineOfAGigabyte();
    void tenMillionShortLines();
    void linesAreThereWhileItIsBuilt();
    void itStopsWhenAsked();
    void changesOfTheFileAreSeen_data();
    void changesOfTheFileAreSeen();
    void aFileThatBecomesShorterIsAnError();
    void whatIsNoFileIsAnError();
    void find_data();
    void find();
    void findGoesOnAndRound();
    void findAcrossBlocks();
    void findStopsWhenAsked();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"f%1"_s.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    /// All lines, in pages.
    static QByteArrayList all(const LineIndex &index)
    {
        QByteArrayList lines;
        for (qint64 first = 1; first <= index.count(); first += 1000) {
            const auto page = index.lines(first, 1000, 10'000'000);
            if (!page)
                return {"error"};
            for (const IndexedLine &line : *page) {
                if (line.number != lines.size() + 1 || !line.isWhole())
                    return {"error"};
                lines << line.bytes;
            }
        }
        return lines;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestLineIndex::lines_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("none") << QByteArray() << QByteArrayList();
    QTest::newRow("one, ended") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("one, not ended") << QByteArray("a") << QByteArrayList{"a"};
    QTest::newRow("two, the last not ended") << QByteArray("a\nbc") << QByteArrayList{"a", "bc"};
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
    QTest::newRow("CR at the end") << QByteArray("a\r") << QByteArrayList{"a"};
    QTest::newRow("empty ones") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("zeros") << QByteArray("a\0b\nc", 5) << QByteArrayList{QByteArray("a\0b", 3), "c"};
    QTest::newRow("just beyond a stretch")
        << QByteArray(64 * 1024 - 1, 'x') + "\ny\n" + QByteArray(64 * 1024, 'z') + "\nend\n"
        << QByteArrayList{QByteArray(64 * 1024 - 1, 'x'), "y", QByteArray(64 * 1024, 'z'), "end"};
}

void TestLineIndex::lines()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArrayList, lines);
    LineIndex index(write(content));
    QVERIFY(index.build());
    QVERIFY(index.isComplete());
    QCOMPARE(index.count(), lines.size());
    QCOMPARE(all(index), lines);
    QVERIFY(!index.line(lines.size() + 1));
    QVERIFY(!index.line(0));
}

void TestLineIndex::eachLineOfALargeFile()
{
    // Longer than the parts it is looked through in; very short and very long lines.
    QRandomGenerator random(7);
    QByteArray content;
    QByteArrayList lines;
    while (content.size() < 30'000'000) {
        const int kind = random.bounded(1000);
        const int size = kind == 0   ? random.bounded(3'000'000)
                         : kind < 20 ? random.bounded(100'000)
                                     : random.bounded(60);
        lines << QByteArray(size, char('a' + random.bounded(26)));
        content += lines.constLast() + '\n';
    }
    LineIndex index(write(content));
    QVERIFY(index.build());
    QCOMPARE(index.count(), lines.size());
    QCOMPARE(all(index), lines);
    // One by one, from anywhere, and back from a byte to its line.
    for (int i = 0; i < 2000; ++i) {
        const qint64 number = random.bounded(lines.size()) + 1;
        const auto line = index.line(number, 10'000'000);
        QVERIFY(line);
        QCOMPARE(line->bytes, lines[number - 1]);
        QCOMPARE(index.lineAt(line->offset), number);
        QCOMPARE(index.lineAt(line->offset + line->size), number);
    }
    QVERIFY(index.memory() < lines.size() + content.size() / 1000);
}

void TestLineIndex::partsOfALine()
{
    const QByteArray longLine = "begin" + QByteArray(500'000, 'x') + "end";
    LineIndex index(write("a\n" + longLine + "\r\nb\n"));
    QVERIFY(index.build());
    auto part = index.line(2, 5);
    QVERIFY(part);
    QCOMPARE(part->bytes, "begin"_ba);
    QCOMPARE(part->size, longLine.size());
    QVERIFY(!part->isWhole());
    QVERIFY(part->hasCarriageReturn);
    part = index.line(2, 100, longLine.size() - 3);
    QVERIFY(part);
    QCOMPARE(part->bytes, "end"_ba);
    QCOMPARE(part->from, longLine.size() - 3);
    part = index.line(2, 100, longLine.size() + 10);
    QVERIFY(part);
    QCOMPARE(part->bytes, QByteArray());
}

void TestLineIndex::aLineOfAGigabyte()
{
    const QString path = write({});
    constexpr qint64 size = 1'000'000'000;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(size));
    QVERIFY(file.seek(size));
    file.write("\nnext\n");
    file.close();
    LineIndex index(path);
    QVERIFY(index.build());
    QCOMPARE(index.count(), 2);
    const auto lines = index.lines(1, 2, 100);
    QVERIFY(lines);
    QCOMPARE(lines->at(0).size, size);
    QCOMPARE(lines->at(0).bytes, QByteArray(100, '\0'));
    QCOMPARE(lines->at(1).bytes, "next"_ba);
    QVERIFY(index.memory() < 10'000);
}

void TestLineIndex::tenMillionShortLines()
{
    constexpr qint64 count = 10'000'000;
    const QString path = write({});
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray thousand = QByteArray("{}\n").repeated(1000);
    for (int i = 0; i < count / 1000; ++i)
        file.write(thousand);
    file.write("last");
    file.close();
    LineIndex index(path);
    QVERIFY(index.build());
    QCOMPARE(index.count(), count + 1);
    QCOMPARE(index.line(count / 2)->bytes, "{}"_ba);
    QCOMPARE(index.line(count + 1)->bytes, "last"_ba);
    QVERIFY2(index.memory() < count / 3, qPrintable(QString::number(index.memory())));
}

void TestLineIndex::linesAreThereWhileItIsBuilt()
{
    const QString path = write(QByteArray(u"line\n"_s.repeated(20'000'000).toLatin1()));
    LineIndex index(path);
    QFuture<bool> built = QtConcurrent::run([&index] { return index.build().has_value(); });
    bool wasPartial = false;
    while (!built.isFinished()) {
        const qint64 count = index.count();
        if (count == 0)
            continue;
        const bool isPartial = !index.isComplete();
        const auto line = index.line(count);
        QVERIFY2(line, qPrintable(line ? QString() : line.error().message));
        QCOMPARE(line->bytes, "line"_ba);
        wasPartial = wasPartial || (isPartial && count < 20'000'000);
    }
    QVERIFY(built.result());
    QVERIFY(wasPartial);
    QCOMPARE(index.count(), 20'000'000);
}

void TestLineIndex::itStopsWhenAsked()
{
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    LineIndex index(write("a\nb\n"));
    const auto built = index.build(work);
    QVERIFY(!built);
    QVERIFY(built.error().isCancelled());
    QVERIFY(!index.isComplete());
}

void TestLineIndex::changesOfTheFileAreSeen_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("longer") << "a\nb\nc\n"_ba;
    QTest::newRow("shorter") << "a\n"_ba;
    QTest::newRow("as long, newer") << "a\nc\n"_ba;
    QTest::newRow("gone") << QByteArray();
}

void TestLineIndex::changesOfTheFileAreSeen()
{
    QFETCH(QByteArray, after);
    const QString path = write("a\nb\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-100), QFileDevice::FileModificationTime));
    LineIndex index(path);
    QVERIFY(index.build());
    QVERIFY(!index.hasChanged());
    if (after.isEmpty()) {
        QVERIFY(file.remove());
    } else {
        file.resize(0);
        file.write(after);
        file.close();
    }
    QVERIFY(index.hasChanged());
}

void TestLineIndex::aFileThatBecomesShorterIsAnError()
{
    const QString path = write("first\nsecond\n");
    LineIndex index(path);
    QVERIFY(index.build());
    QVERIFY(QFile::resize(path, 3));
    const auto line = index.line(2);
    QVERIFY(!line);
    QVERIFY(line.error().message.contains("became shorter"_L1));
    // Other content in the same place is no endless search for lines that are gone.
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("xxxxxxxxxxxxx");
    file.close();
    QVERIFY(!index.line(2));
    QVERIFY(!index.lines(1, 2, 10));
}

void TestLineIndex::whatIsNoFileIsAnError()
{
    LineIndex missing(m_folder.filePath(u"missing"_s));
    QVERIFY(!missing.build());
    QCOMPARE(missing.count(), 0);
    LineIndex folder(m_folder.path());
    QVERIFY(!folder.build());
}

void TestLineIndex::find_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("caseSensitive");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("size");
    const QByteArray content = "one\n{\"a\":\"Gr\xC3\xB6\xC3\x9F"
                               "e\"}\nthree\n";
    QTest::newRow("as it is") << content << u"three"_s << true << 3 << 0 << 5;
    QTest::newRow("in the middle") << content << u"\"a\""_s << true << 2 << 1 << 3;
    QTest::newRow("in other letters") << content << u"THREE"_s << false << 3 << 0 << 5;
    QTest::newRow("not in other letters") << content << u"THREE"_s << true << 0 << 0 << 0;
    QTest::newRow("beyond ASCII") << content << u"größe"_s << false << 2 << 6 << 7;
    QTest::newRow("nothing") << content << u"four"_s << false << 0 << 0 << 0;
    QTest::newRow("escaped letters") << "x\n\"Gr\\u00f6\\u00DFe\""_ba << u"Größe"_s << true << 2 << 1 << 15;
    QTest::newRow("escaped quotation marks")
        << R"("say \"hi\"")"_ba << u"say \"hi\""_s << true << 1 << 1 << 10;
    QTest::newRow("a backslash") << R"("a\\b")"_ba << u"a\\b"_s << true << 1 << 1 << 4;
    QTest::newRow("a letter of two units") << R"(["\ud83d\ude00"])"_ba << u"😀"_s << true << 1 << 2 << 12;
    QTest::newRow("empty file") << QByteArray() << u"a"_s << true << 0 << 0 << 0;
}

void TestLineIndex::find()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    QFETCH(bool, caseSensitive);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(int, size);
    LineIndex index(write(content));
    QVERIFY(index.build());
    for (const bool backward : {false, true}) {
        const auto found = index.find({.text = text, .caseSensitive = caseSensitive, .backward = backward});
        QVERIFY(found);
        QCOMPARE(found->has_value(), line > 0);
        if (line == 0)
            continue;
        QCOMPARE((*found)->line, line);
        QCOMPARE((*found)->column, column);
        QCOMPARE((*found)->size, size);
        QCOMPARE((*found)->wrapped, backward);
    }
}

void TestLineIndex::findGoesOnAndRound()
{
    LineIndex index(write("ab ab\nno\nab\n"));
    QVERIFY(index.build());
    qint64 at = 0;
    QList<std::pair<qint64, bool>> forward;
    for (int i = 0; i < 4; ++i) {
        const auto found = index.find({.text = u"AB"_s, .offset = at});
        QVERIFY(found && *found);
        forward << std::pair((*found)->offset, (*found)->wrapped);
        at = (*found)->offset + 1;
    }
    QCOMPARE(forward, (QList<std::pair<qint64, bool>>{{0, false}, {3, false}, {9, false}, {0, true}}));
    QList<std::pair<qint64, bool>> backward;
    for (int i = 0; i < 4; ++i) {
        const auto found = index.find({.text = u"AB"_s, .backward = true, .offset = at});
        QVERIFY(found && *found);
        backward << std::pair((*found)->offset, (*found)->wrapped);
        at = (*found)->offset;
    }
    QCOMPARE(backward, (QList<std::pair<qint64, bool>>{{0, false}, {9, true}, {3, false}, {0, false}}));
    const auto none = index.find({.text = u"ab"_s, .offset = 10, .wrap = false});
    QVERIFY(none && !*none);
}

void TestLineIndex::findAcrossBlocks()
{
    constexpr qint64 block = 1024 * 1024; // blocks in which the file is read
    for (const qint64 at : {block - 3, block - 1, block, 2 * block - 2}) {
        QByteArray content(3 * block, 'x');
        content.replace(at, 6, "needle");
        LineIndex index(write(content));
        QVERIFY(index.build());
        for (const bool backward : {false, true}) {
            const auto found = index.find(
                {.text = u"Needle"_s, .backward = backward, .offset = backward ? index.size() : 0});
            QVERIFY(found && *found);
            QCOMPARE((*found)->offset, at);
            QVERIFY(!(*found)->wrapped);
        }
    }
}

void TestLineIndex::findStopsWhenAsked()
{
    LineIndex index(write(QByteArray(1000, 'x')));
    QVERIFY(index.build());
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    const auto found = index.find({.text = u"y"_s}, work);
    QVERIFY(!found);
    QVERIFY(found.error().isCancelled());
}

QTEST_GUILESS_MAIN(TestLineIndex)
#include "tst_lineindex.moc"
