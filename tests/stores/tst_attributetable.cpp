// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes as a table: what spreadsheets write is read, what is written is read again, and what cannot be
// taken is said.
#include "stores/attributetable.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

class TestAttributeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void aMarkThatIsNeverClosedIsSaid();
    void separator_data();
    void separator();
    void aBlockFromASpreadsheet_data();
    void aBlockFromASpreadsheet();
    void aBlockComesBackAsItWas();
    void aTableOfAttributes();
    void whatIsWrongIsSaidWithItsLine();
    void filesByIdAndByName();
    void writtenAndReadAgain();
    void nothingRunsInASpreadsheet();
};

void TestAttributeTable::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::addColumn<QList<int>>("lines");
    const auto row = [](const char *name, const QString &text, const QList<QStringList> &rows,
                        const QList<int> &lines) { QTest::newRow(name) << text << rows << lines; };
    row("plain", u"a,b\nc,d\n"_s, {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}, {1, 2});
    row("no end", u"a,b"_s, {{u"a"_s, u"b"_s}}, {1});
    row("windows", u"a\r\nb\r\n"_s, {{u"a"_s}, {u"b"_s}}, {1, 2});
    row("old mac", u"a\rb"_s, {{u"a"_s}, {u"b"_s}}, {1, 2});
    row("byte order mark", u"\ufeffa,b"_s, {{u"a"_s, u"b"_s}}, {1});
    row("quoted separator", u"\"a,b\",c"_s, {{u"a,b"_s, u"c"_s}}, {1});
    row("quoted mark", u"\"say \"\"hi\"\"\",c"_s, {{u"say \"hi\""_s, u"c"_s}}, {1});
    row("quoted line end", u"\"a\r\nb\",c\nd"_s, {{u"a\r\nb"_s, u"c"_s}, {u"d"_s}}, {1, 3});
    row("lone return inside", u"\"a\rb\"\nd"_s, {{u"a\rb"_s}, {u"d"_s}}, {1, 3});
    row("mark within", u"5\" disk,c"_s, {{u"5\" disk"_s, u"c"_s}}, {1});
    row("behind a mark", u"\"a\"b,c"_s, {{u"ab"_s, u"c"_s}}, {1});
    row("empty cells", u"a,,\n,b,"_s, {{u"a"_s, u""_s, u""_s}, {u""_s, u"b"_s, u""_s}}, {1, 2});
    row("empty lines", u"a\n\n\nb\n"_s, {{u"a"_s}, {u"b"_s}}, {1, 4});
    row("only separators", u",,\na"_s, {{u"a"_s}}, {2});
    row("quoted nothing", u"\"\",a"_s, {{u""_s, u"a"_s}}, {1});
    row("zero", QString::fromLatin1("a\0b,c", 5), {{QString::fromLatin1("a\0b", 3), u"c"_s}}, {1});
    row("nothing", QString(), {}, {});
    row("only a mark", u"\ufeff"_s, {}, {});
}

void TestAttributeTable::cells()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, rows);
    QFETCH(QList<int>, lines);
    const auto found = attributetable::readCells(text, u',');
    QCOMPARE(found.rows, rows);
    QCOMPARE(found.lines, lines);
    QCOMPARE(found.openQuote, 0);
}

void TestAttributeTable::aMarkThatIsNeverClosedIsSaid()
{
    const auto found = attributetable::readCells(u"a,b\nc,\"d\ne,f\n"_s, u',');
    QCOMPARE(found.openQuote, 2);
    QCOMPARE(found.rows.size(), 2);
    const auto table = attributetable::read(u"file,lang\na.txt,\"de\nb.txt,en\n"_s);
    QCOMPARE(table.problems.size(), 1);
    QCOMPARE(table.problems.at(0).line, 2);
}

void TestAttributeTable::separator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << u"a,b\n1;2;3;4"_s << QChar(u',');
    QTest::newRow("german spreadsheet") << u"file;price\na;1,5"_s << QChar(u';');
    QTest::newRow("tab") << u"a\tb,c\td"_s << QChar(u'\t');
    QTest::newRow("within marks") << u"\"a;b;c\",d\n"_s << QChar(u',');
    QTest::newRow("one column") << u"a\nb"_s << QChar(u',');
}

void TestAttributeTable::separator()
{
    QFETCH(QString, text);
    QFETCH(QChar, separator);
    QCOMPARE(attributetable::separatorOf(text), separator);
}

void TestAttributeTable::aBlockFromASpreadsheet_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    const auto row = [](const char *name, const QString &text, const QList<QStringList> &rows) {
        QTest::newRow(name) << text << rows;
    };
    row("one cell", u"x"_s, {{u"x"_s}});
    row("as copied", u"a\tb\r\nc\td\r\n"_s, {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
    row("a gap keeps its place", u"a\n\nb\n"_s, {{u"a"_s}, {u""_s}, {u"b"_s}});
    row("a gap behind a cell of two lines", u"\"a\nb\"\n\nc"_s, {{u"a\nb"_s}, {u""_s}, {u"c"_s}});
    row("an inch sign from a text", u"\"5 inch\tb"_s, {{u"\"5 inch"_s, u"b"_s}});
    row("an empty cell", u"\n"_s, {{u""_s}});
    row("nothing", QString(), {});
}

void TestAttributeTable::aBlockFromASpreadsheet()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, rows);
    QCOMPARE(attributetable::readBlock(text), rows);
}

void TestAttributeTable::aBlockComesBackAsItWas()
{
    const QList<QStringList> rows{{u"a"_s, u"\"42\""_s, u""_s}, {u"tab\tin"_s, u"two\nlines"_s, u"5\""_s}};
    QCOMPARE(attributetable::readBlock(attributetable::writeBlock(rows)), rows);
    QCOMPARE(attributetable::writeBlock({{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}), u"a\tb\nc\td"_s);
}

void TestAttributeTable::aTableOfAttributes()
{
    const auto table = attributetable::read(u"file,lang,year\na.txt,de,2020\nb.txt,,\nc.txt,en\n"_s);
    QVERIFY(table.problems.isEmpty());
    QCOMPARE(table.keys, QStringList({u"lang"_s, u"year"_s}));
    QCOMPARE(table.rows.size(), 3);
    QCOMPARE(table.rows.at(0).file, u"a.txt"_s);
    QCOMPARE(table.rows.at(0).cells.at(1), u"2020"_s);
    // An empty cell says that there is nothing; a row that ends before says nothing.
    QCOMPARE(table.rows.at(1).cells.at(0), QString(u""_s));
    QVERIFY(table.rows.at(2).cells.at(0).has_value());
    QVERIFY(!table.rows.at(2).cells.at(1).has_value());
}

void TestAttributeTable::whatIsWrongIsSaidWithItsLine()
{
    const QString longKey(65, u'k');
    const auto table =
        attributetable::read(u"file,lang,lang,,%1\na.txt,de,x,y,z,too much\n,de\n"_s.arg(longKey));
    QCOMPARE(table.keys, QStringList{u"lang"_s});
    QList<int> lines;
    QStringList messages;
    for (const auto &problem : table.problems) {
        lines << problem.line;
        messages << problem.message;
    }
    QCOMPARE(lines, QList<int>({1, 1, 1, 2, 3}));
    QVERIFY(messages.at(0).contains(u"lang"_s));
    QVERIFY(messages.at(2).contains(u"65"_s));
    QCOMPARE(table.rows.size(), 1); // what can be taken is there
    QCOMPARE(table.rows.at(0).cells.at(0), u"de"_s);
    QCOMPARE(attributetable::read(QString()).problems.size(), 1);
    QCOMPARE(attributetable::read(u"file\na.txt\n"_s).problems.size(), 1);
    // Columns without a name and without a cell are what spreadsheets leave behind.
    QVERIFY(attributetable::read(u"file,lang,,\na.txt,de,,\n"_s).problems.isEmpty());
}

void TestAttributeTable::filesByIdAndByName()
{
    attributetable::Names names;
    names.ids = {u"file-1"_s, u"file-2"_s, u"file-3"_s};
    names.idsByName.insert(u"a.txt"_s, u"file-1"_s);
    names.idsByName.insert(u"b.txt"_s, u"file-2"_s);
    names.idsByName.insert(u"b.txt"_s, u"file-3"_s);
    QString problem;
    QCOMPARE(attributetable::fileOf(u"file-3"_s, names, &problem), u"file-3"_s);
    QVERIFY(problem.isEmpty());
    QCOMPARE(attributetable::fileOf(u"a.txt"_s, names, &problem), u"file-1"_s);
    QVERIFY(problem.isEmpty());
    QCOMPARE(attributetable::fileOf(u"b.txt"_s, names, &problem), QString());
    QVERIFY(problem.contains(u"b.txt"_s) && problem.contains(u'2'));
    QCOMPARE(attributetable::fileOf(u"A.TXT"_s, names, &problem), QString()); // another name
    QVERIFY(problem.contains(u"A.TXT"_s));
}

void TestAttributeTable::writtenAndReadAgain()
{
    const QList<std::optional<AttributeValue>> values{AttributeValue(u"plain"_s),
                                                      AttributeValue(u"42"_s),
                                                      AttributeValue(42.0),
                                                      AttributeValue(-0.5),
                                                      AttributeValue(true),
                                                      AttributeValue(u"true"_s),
                                                      AttributeValue(QString(u""_s)),
                                                      std::nullopt,
                                                      AttributeValue(u"a,\"b\"\r\nc"_s),
                                                      AttributeValue(u"=1+1"_s),
                                                      AttributeValue(u"'=1+1"_s),
                                                      AttributeValue(u"'quoted'"_s),
                                                      AttributeValue(u"''-x"_s),
                                                      AttributeValue(u"-5 degrees"_s),
                                                      AttributeValue(u"\u00fc \U0001F600"_s),
                                                      AttributeValue(u"\"x\""_s)};
    QStringList keys;
    for (qsizetype i = 0; i < values.size(); ++i)
        keys << u"key%1"_s.arg(i);
    keys[0] = u"a,b"_s;
    keys[1] = u"=cmd"_s;
    const QByteArray csv = attributetable::write(keys, {{u"@odd name.txt"_s, values}});
    const auto table = attributetable::read(QString::fromUtf8(csv));
    QVERIFY(table.problems.isEmpty());
    QCOMPARE(table.keys, keys);
    QCOMPARE(table.rows.size(), 1);
    QCOMPARE(table.rows.at(0).file, u"@odd name.txt"_s);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString cell = table.rows.at(0).cells.at(i).value_or(u"?"_s);
        if (!values.at(i))
            QCOMPARE(cell, QString(u""_s));
        else
            QVERIFY2(AttributeValue::read(cell) == *values.at(i), qPrintable(cell));
    }
}

void TestAttributeTable::nothingRunsInASpreadsheet()
{
    const QByteArray csv = attributetable::write(
        {u"+key"_s}, {{u"=HYPERLINK(\"http://x.test\")"_s, {AttributeValue(u"@SUM(A1)"_s)}},
                      {u"b"_s, {AttributeValue(-3.0)}}});
    const auto cells = attributetable::readCells(QString::fromUtf8(csv), u',');
    QCOMPARE(cells.rows.at(0), QStringList({u"file"_s, u"'+key"_s}));
    QCOMPARE(cells.rows.at(1), QStringList({u"'=HYPERLINK(\"http://x.test\")"_s, u"'@SUM(A1)"_s}));
    QCOMPARE(cells.rows.at(2), QStringList({u"b"_s, u"-3"_s})); // a number stays one
}

QTEST_APPLESS_MAIN(TestAttributeTable)
#include "tst_attributetable.moc"
