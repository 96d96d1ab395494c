// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonl/table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

using Rows = QList<QStringList>;

} // namespace

/// Tables as spreadsheets and programs write them.
class TestTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void separated_data();
    void separated();
    void formats_data();
    void formats();
    void withoutAHeader();
    void jsonLines();
    void problems_data();
    void problems();
    void whatCannotBeReadAtAll_data();
    void whatCannotBeReadAtAll();
    void anyRowOfALargeTable();
    void aRowWithoutEndIsNotKept();
    void itStopsWhenAsked();

private:
    QString write(const QByteArray &content, const QString &suffix = u"csv"_s)
    {
        const QString path = m_folder.filePath(u"f%1.%2"_s.arg(++m_files).arg(suffix));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    static Rows rowsOf(const Table &table)
    {
        Rows rows;
        for (qint64 number = 1; number <= table.rows; ++number) {
            const auto row = table.row(number);
            rows << (row && row->number == number ? row->values : QStringList{u"error"_s});
        }
        return rows;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestTable::separated_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<Rows>("rows");
    const QStringList ab{u"a"_s, u"b"_s};
    QTest::newRow("plain") << "a,b\n1,2\n3,4\n"_ba << ab << Rows{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
    QTest::newRow("last line not ended") << "a,b\n1,2"_ba << ab << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("CR LF, BOM") << "\xEF\xBB\xBF"
                                   "a,b\r\n1,2\r\n"_ba
                                << ab << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("quotes") << "a,b\n\"x,y\",\"he said \"\"hi\"\"\"\n"_ba << ab
                            << Rows{{u"x,y"_s, u"he said \"hi\""_s}};
    QTest::newRow("lines inside of quotes")
        << "a,b\n\"1\r\n2\",\"\n\"\nx,y\n"_ba << ab << Rows{{u"1\r\n2"_s, u"\n"_s}, {u"x"_s, u"y"_s}};
    QTest::newRow("empty values") << "a,b\n,\n\"\",2\n"_ba << ab << Rows{{u""_s, u""_s}, {u""_s, u"2"_s}};
    QTest::newRow("blank lines") << "a,b\n\n1,2\n\r\n\n"_ba << ab << Rows{{u"1"_s, u"2"_s}};
    QTest::newRow("one column") << "a\n1\n2\n"_ba << QStringList{u"a"_s} << Rows{{u"1"_s}, {u"2"_s}};
    QTest::newRow("only a header") << "a,b\n"_ba << ab << Rows{};
    QTest::newRow("blanks around names") << " a , b\n1,2\n"_ba << ab << Rows{{u"1"_s, u"2"_s}};
}

void TestTable::separated()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, columns);
    QFETCH(Rows, rows);
    const auto table = readTable(write(content));
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    QCOMPARE(table->columns, columns);
    QCOMPARE(table->rows, rows.size());
    QCOMPARE(table->problemCount, 0);
    QCOMPARE(rowsOf(*table), rows);
}

void TestTable::formats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << "a,b\n1,2\n"_ba << u"csv"_s << false << ',';
    QTest::newRow("semicolon, with decimal commas") << "a;b\n1,5;2,5\n1,5;3\n"_ba << u"csv"_s << false << ';';
    QTest::newRow("tab in a csv") << "a\tb\n1\t2\n"_ba << u"csv"_s << false << '\t';
    QTest::newRow("tsv by name") << "a\nb\n"_ba << u"tsv"_s << false << '\t';
    QTest::newRow("bars") << "a|b\n1|2\n"_ba << u"txt"_s << false << '|';
    QTest::newRow("separators inside of quotes")
        << "a,b\n\"1;2;3;4\",\"5;6\"\n"_ba << u"csv"_s << false << ',';
    QTest::newRow("jsonl by name") << "1\n"_ba << u"jsonl"_s << true << ',';
    QTest::newRow("jsonl by content") << "\xEF\xBB\xBF{\"a\":1}\n"_ba << u"txt"_s << true << ',';
    QTest::newRow("one column") << "a\nb\n"_ba << u"csv"_s << false << ',';
}

void TestTable::formats()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, suffix);
    QFETCH(bool, isJson);
    QFETCH(char, separator);
    const auto format = guessTableFormat(write(content, suffix));
    QVERIFY(format);
    QCOMPARE(format->kind == TableFormat::Kind::JsonLines, isJson);
    QCOMPARE(format->separator, separator);
}

void TestTable::withoutAHeader()
{
    const auto table = readTable(write("1,2\n3,4\n"), TableFormat{.hasHeader = false});
    QVERIFY(table);
    QCOMPARE(table->columns, (QStringList{u"column1"_s, u"column2"_s}));
    QCOMPARE(rowsOf(*table), (Rows{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}}));
}

void TestTable::jsonLines()
{
    const auto table = readTable(
        write("{\"z\":\"t\xC3\xA4xt\",\"a\":1.5}\r\n\n{\"a\":{\"k\":[true]},\"m\":\"\",\"z\":null}\n"
              "{\"a\":123456789012345678901234567890}\n",
              u"jsonl"_s));
    QVERIFY(table);
    QCOMPARE(table->problemCount, 0);
    QCOMPARE(table->columns, (QStringList{u"z"_s, u"a"_s, u"m"_s}));
    const Rows rows = rowsOf(*table);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0], (QStringList{u"täxt"_s, u"1.5"_s, QString()}));
    QCOMPARE(rows[1], (QStringList{QString(), u"{\"k\":[true]}"_s, u""_s}));
    QVERIFY(rows[1][0].isNull() && !rows[1][2].isNull());
    QCOMPARE(table->row(3)->line, 4);
}

void TestTable::problems_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<QString>("says");
    QTest::addColumn<qint64>("rows");
    QTest::newRow("a quote that is not closed")
        << "a,b\n1,2\nx,\"y\nz\n"_ba << u"csv"_s << 3LL << u"never closed"_s << 1LL;
    QTest::newRow("text behind a quote")
        << "a,b\n\"1\"x,2\n"_ba << u"csv"_s << 2LL << u"behind a closing"_s << 1LL;
    QTest::newRow("too few values") << "a,b\n1,2\n3\n"_ba << u"csv"_s << 3LL << u"1 values"_s << 2LL;
    QTest::newRow("too many values") << "a,b\n\"\n\",2\n3,4,5\n"_ba << u"csv"_s << 4LL << u"3 values"_s
                                     << 2LL;
    QTest::newRow("no UTF-8") << "a,b\n1,\xE4\n3,4\n"_ba << u"csv"_s << 2LL << u"UTF-8"_s << 1LL;
    QTest::newRow("zeros") << QByteArray("a,b\n1,\0\n3,4\n", 12) << u"csv"_s << 2LL << u"UTF-8"_s << 1LL;
    QTest::newRow("a column without a name") << "a,\n1,2\n"_ba << u"csv"_s << 1LL << u"column2"_s << 1LL;
    QTest::newRow("two columns of one name") << "a,a\n1,2\n"_ba << u"csv"_s << 1LL << u"a 2"_s << 1LL;
    QTest::newRow("no JSON") << "{\"a\":1}\n{\"a\":}\n"_ba << u"jsonl"_s << 2LL << u"column 7"_s << 1LL;
    QTest::newRow("no object") << "[1]\n{\"a\":1}\n"_ba << u"jsonl"_s << 1LL << u"no JSON object"_s << 1LL;
    QTest::newRow("JSON that is not UTF-8")
        << "{\"a\":1}\n{\"a\":\"\xE4\"}\n"_ba << u"jsonl"_s << 2LL << u"UTF-8"_s << 1LL;
    QTest::newRow("JSON of a hundred thousand levels")
        << "{\"a\":1}\n{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}\n"
        << u"jsonl"_s << 2LL << u"no JSON"_s << 1LL;
}

void TestTable::problems()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, suffix);
    QFETCH(qint64, line);
    QFETCH(QString, says);
    QFETCH(qint64, rows);
    const auto table = readTable(write(content, suffix));
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    QCOMPARE(table->problemCount, 1);
    QCOMPARE(table->problems.constFirst().line, line);
    QVERIFY2(table->problems.constFirst().message.contains(says),
             qPrintable(table->problems.constFirst().message));
    QCOMPARE(table->rows, rows);
    QCOMPARE(rowsOf(*table).size(), rows);
}

void TestTable::whatCannotBeReadAtAll_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("only blank lines") << "\n\r\n"_ba << u"empty"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0,\0b\0",
                                          8)
                            << u"UTF-16"_s;
    QTest::newRow("thousands of columns") << QByteArray("a,").repeated(3000) + "\n1,2\n" << u"columns"_s;
}

void TestTable::whatCannotBeReadAtAll()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const auto table = readTable(write(content));
    QVERIFY(!table);
    QVERIFY2(table.error().message.contains(says), qPrintable(table.error().message));
    QVERIFY(!readTable(m_folder.filePath(u"missing.csv"_s)));
    QVERIFY(!readTable(m_folder.path()));
}

void TestTable::anyRowOfALargeTable()
{
    QByteArray content = "id,text\n";
    for (int i = 1; i <= 5000; ++i)
        content += QByteArray::number(i) + ",\"line\nof row " + QByteArray::number(i) +
                   QByteArray(i % 900, 'x') + "\"\n";
    const auto table = readTable(write(content));
    QVERIFY(table);
    QCOMPARE(table->rows, 5000);
    for (const int number : {1, 64, 65, 2048, 4999, 5000}) {
        const auto row = table->row(number);
        QVERIFY(row);
        QCOMPARE(row->values[0], QString::number(number));
        QCOMPARE(row->line, 2 * number);
    }
    QVERIFY(!table->row(0));
    QVERIFY(!table->row(5001));
}

void TestTable::aRowWithoutEndIsNotKept()
{
    const QByteArray content = "a,b\n1,\"" + QByteArray(40'000'000, 'x') + "\n3,4\n";
    const auto table = readTable(write(content));
    QVERIFY(table);
    QCOMPARE(table->rows, 0);
    QCOMPARE(table->problems.constFirst().line, 2);
    QVERIFY(table->problems.constFirst().message.contains("not closed"_L1));
}

void TestTable::itStopsWhenAsked()
{
    const auto work = std::make_shared<JsonlWork>();
    work->stop = true;
    const auto table = readTable(write("a,b\n" + QByteArray("1,2\n").repeated(1'000'000)), work);
    QVERIFY(table);
    QVERIFY(table->stopped);
    QVERIFY(table->rows < 1'000'000);
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
