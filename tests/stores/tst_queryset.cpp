// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/queryset.h"
#include "stores/querysets.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

QuerySet returns()
{
    QuerySet set;
    set.name = u"returns"_s;
    set.queries = {{u"how long do I have"_s,
                    {{u"file-1"_s, u"returns.md"_s}, {{}, u"terms.md"_s}},
                    u"from a customer"_s},
                   {u"two lines\nof one search"_s, {{u"file-2"_s, {}}}, {}},
                   {u"nothing expected"_s, {}, {}}};
    return set;
}

} // namespace

/// Sets of queries with what they should find: as values, as files, and kept on this computer.
class TestQuerySet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void jsonGivesBackWhatWasWritten();
    void whatIsNoSetIsNone_data();
    void whatIsNoSetIsNone();
    void csvGivesBackWhatWasWritten_data();
    void csvGivesBackWhatWasWritten();
    void csvOfOthers_data();
    void csvOfOthers();
    void csvThatCannotBeUsedIsSaid_data();
    void csvThatCannotBeUsedIsSaid();
    void csvSaysWhatItLeavesOut();
    void noMoreQueriesThanASetHolds();
    void markingAddsAndTakesAway();
    void aQueryIsInASetOnce();
    void theSampleSetExpectsSomethingOfEveryQuery();

    void setsOutliveTheProgram();
    void whatIsPutAtTheVeryEndIsWritten();
    void renamingNeverOverwrites();
    void aDamagedFileIsKeptAsideAndSaid();
    void twoWindowsKeepEachOthersSets();
    void aFileThatCannotBeWrittenIsSaid();
    void idsThatLookLikePathsStayInTheFolder();

private:
    QString write(const QByteArray &content, const QString &name = u"set.csv"_s)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static bool wait(QuerySets &sets)
    {
        return QTest::qWaitFor([&sets] { return sets.isSaved(); }, 30'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestQuerySet::jsonGivesBackWhatWasWritten()
{
    QCOMPARE(QuerySet::fromJson(returns().toJson()), std::optional(returns()));
}

void TestQuerySet::whatIsNoSetIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no queries") << "{\"name\":\"a\"}"_ba;
    QTest::newRow("no name") << "{\"queries\":[]}"_ba;
    QTest::newRow("queries that are none") << "{\"name\":\"a\",\"queries\":{}}"_ba;
}

void TestQuerySet::whatIsNoSetIsNone()
{
    QFETCH(QByteArray, json);
    QVERIFY(!QuerySet::fromJson(QJsonDocument::fromJson(json).object()));
}

void TestQuerySet::csvGivesBackWhatWasWritten_data()
{
    QTest::addColumn<QString>("text"); // of the query, of names and of the note
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("comma and quote") << u"a, \"b\"; c"_s;
    QTest::newRow("lines") << u"a\nb"_s;
    QTest::newRow("a formula") << u"=1+1"_s;
    QTest::newRow("a minus") << u"-5 degrees"_s;
    QTest::newRow("an apostrophe") << u"'quoted"_s;
    QTest::newRow("an apostrophe before a formula") << u"'=1+1"_s;
    QTest::newRow("an apostrophe alone") << u"'"_s;
    QTest::newRow("letters of the world") << u"Rückgabe 返品 \U0001F4E6"_s;
}

void TestQuerySet::csvGivesBackWhatWasWritten()
{
    QFETCH(QString, text);
    QuerySet set = returns();
    set.queries.append({text, {{u"file-3"_s, text.simplified()}, {u"file-4"_s, u"x"_s}}, text});
    QStringList leftOut;
    const auto read = QuerySet::readCsv(write(set.toCsv(), u"returns.csv"_s), &leftOut);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, set);
    QCOMPARE(leftOut, QStringList());
}

void TestQuerySet::csvOfOthers_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("other order, other case") << "Note,Expected_File,QUERY\nn,a.md,q\n,b.md,q\n"_ba;
    QTest::newRow("semicolons and a mark of the byte order")
        << "\xEF\xBB\xBFquery;expected_file;note\r\nq;a.md;n\r\nq;b.md;\r\n"_ba;
    QTest::newRow("lines apart, blanks around, repeated")
        << "query,expected_file,note\nq ,a.md,n\nq, b.md,\nq,a.md,m\n"_ba;
}

void TestQuerySet::csvOfOthers()
{
    QFETCH(QByteArray, csv);
    const auto read = QuerySet::readCsv(write(csv));
    QVERIFY(read.has_value());
    QCOMPARE(read->name, u"set"_s);
    QCOMPARE(read->queries, (QList<SetQuery>{{u"q"_s, {{{}, u"a.md"_s}, {{}, u"b.md"_s}}, u"n"_s}}));
}

void TestQuerySet::csvThatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("no such column") << "question,file\nq,a\n"_ba;
    QTest::newRow("no query") << "query,note\n,n\n"_ba;
}

void TestQuerySet::csvThatCannotBeUsedIsSaid()
{
    QFETCH(QByteArray, csv);
    const auto read = QuerySet::readCsv(write(csv));
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY(!QuerySet::readCsv(m_folder->filePath(u"not there.csv"_s)).has_value());
}

void TestQuerySet::csvSaysWhatItLeavesOut()
{
    QStringList leftOut;
    const auto read = QuerySet::readCsv(write("query,expected_file\nq,a.md\n  ,b.md\nr,c.md\n"), &leftOut);
    QVERIFY(read.has_value());
    QCOMPARE(read->queries.size(), 2);
    QCOMPARE(leftOut.size(), 1);
    QVERIFY2(leftOut.first().contains(u'3'), qPrintable(leftOut.first())); // the line
}

void TestQuerySet::noMoreQueriesThanASetHolds()
{
    QByteArray csv = "query,expected_file\n";
    for (int i = 0; i < QuerySet::mostQueries + 5; ++i)
        csv += "query " + QByteArray::number(i) + ",a.md\n";
    QStringList leftOut;
    const auto read = QuerySet::readCsv(write(csv), &leftOut);
    QVERIFY(read.has_value());
    QCOMPARE(read->queries.size(), QuerySet::mostQueries);
    QCOMPARE(leftOut.size(), 1);
}

void TestQuerySet::markingAddsAndTakesAway()
{
    QuerySet set;
    set.setExpected(u" a query "_s, {u"file-1"_s, u"a.md"_s}, true);
    set.setExpected(u"a query"_s, {u"file-2"_s, u"b.md"_s}, true);
    set.setExpected(u"a query"_s, {u"file-2"_s, u"b.md"_s}, true); // again
    QCOMPARE(set.queries,
             (QList<SetQuery>{{u"a query"_s, {{u"file-1"_s, u"a.md"_s}, {u"file-2"_s, u"b.md"_s}}, {}}}));
    QVERIFY(set.queries.first().expects(u"file-1"_s, u"renamed"_s));
    QVERIFY(set.queries.first().expects(u"uploaded anew"_s, u"a.md"_s));
    QVERIFY(!set.queries.first().expects(u"file-3"_s, u"c.md"_s));
    QVERIFY(!set.queries.first().expects(QString(), QString())); // what is not known is not expected
    set.setExpected(u"a query"_s, {u"file-1"_s, u"a.md"_s}, false);
    set.setExpected(u"another"_s, {u"file-1"_s, u"a.md"_s}, false);
    QCOMPARE(set.queries, (QList<SetQuery>{{u"a query"_s, {{u"file-2"_s, u"b.md"_s}}, {}}}));
}

void TestQuerySet::aQueryIsInASetOnce()
{
    QuerySet set;
    set.add({u"a\n\n b "_s, {{{}, u"a.md"_s}}, {}});
    set.add({u"a\nb"_s, {{u"file-1"_s, u"a.md"_s}}, u"later"_s});
    set.add({u"  \n "_s, {}, {}});
    QCOMPARE(set.queries, (QList<SetQuery>{{u"a\nb"_s, {{u"file-1"_s, u"a.md"_s}}, u"later"_s}}));
    QCOMPARE(set.queries.first().queries(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(set.indexOf(u"a\nb\n"_s), 0);
    QCOMPARE(set.indexOf(u"a"_s), -1);
}

void TestQuerySet::theSampleSetExpectsSomethingOfEveryQuery()
{
    const QuerySet set = sampleQuerySet();
    QVERIFY(set.queries.size() >= 10);
    for (const SetQuery &query : set.queries)
        QVERIFY2(!query.expected.isEmpty(), qPrintable(query.text));
}

void TestQuerySet::setsOutliveTheProgram()
{
    {
        QuerySets sets(m_folder->path(), u"vs_1"_s);
        QSignalSpy changed(&sets, &QuerySets::changed);
        sets.put(returns());
        sets.put(returns()); // the same
        sets.setState({{u"k"_s, 3}});
        QCOMPARE(changed.size(), 1);
        QVERIFY(wait(sets));
    }
    QuerySets sets(m_folder->path(), u"vs_1"_s);
    QCOMPARE(sets.names(), QStringList{u"returns"_s});
    QCOMPARE(sets.set(u"returns"_s), std::optional(returns()));
    QCOMPARE(sets.state(), (QJsonObject{{u"k"_s, 3}}));
    QVERIFY(sets.problem().isEmpty());
    QVERIFY(QuerySets(m_folder->path(), u"vs_2"_s).names().isEmpty()); // of another store
    sets.remove(u"returns"_s);
    QVERIFY(wait(sets));
    QVERIFY(QuerySets(m_folder->path(), u"vs_1"_s).names().isEmpty());
}

void TestQuerySet::whatIsPutAtTheVeryEndIsWritten()
{
    {
        QuerySets sets(m_folder->path(), u"vs_1"_s);
        sets.put(returns());
    }
    QCOMPARE(QuerySets(m_folder->path(), u"vs_1"_s).names(), QStringList{u"returns"_s});
}

void TestQuerySet::renamingNeverOverwrites()
{
    QuerySets sets(m_folder->path(), u"vs_1"_s);
    sets.put(returns());
    sets.put({u"other"_s, {}});
    QVERIFY(!sets.rename(u"other"_s, u"returns"_s));
    QVERIFY(!sets.rename(u"other"_s, u"  "_s));
    QVERIFY(!sets.rename(u"not there"_s, u"new"_s));
    QCOMPARE(sets.freeName(u"returns"_s), u"returns 2"_s);
    QVERIFY(sets.rename(u"returns"_s, u" orders "_s));
    QCOMPARE(sets.names(), (QStringList{u"orders"_s, u"other"_s}));
    QCOMPARE(sets.set(u"orders"_s)->queries, returns().queries);
    QVERIFY(wait(sets));
    QCOMPARE(QuerySets(m_folder->path(), u"vs_1"_s).names(), (QStringList{u"orders"_s, u"other"_s}));
}

void TestQuerySet::aDamagedFileIsKeptAsideAndSaid()
{
    write("{\"format\":1,\"sets\":[{\"na", u"vs_1.json"_s);
    QuerySets sets(m_folder->path(), u"vs_1"_s);
    QVERIFY(!sets.problem().isEmpty());
    QVERIFY(sets.names().isEmpty());
    sets.put(returns());
    QVERIFY(wait(sets));
    const QStringList aside = QDir(m_folder->path()).entryList({u"*.bad"_s});
    QCOMPARE(aside.size(), 1);
    QFile file(m_folder->filePath(aside.first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\"format\":1,\"sets\":[{\"na"_ba);
    QCOMPARE(QuerySets(m_folder->path(), u"vs_1"_s).names(), QStringList{u"returns"_s});
}

void TestQuerySet::twoWindowsKeepEachOthersSets()
{
    QuerySets one(m_folder->path(), u"vs_1"_s);
    QuerySets two(m_folder->path(), u"vs_1"_s);
    one.put({u"of one"_s, {{u"q"_s, {}, {}}}});
    QVERIFY(wait(one));
    two.put({u"of two"_s, {{u"r"_s, {}, {}}}});
    QVERIFY(wait(two));
    QCOMPARE(QuerySets(m_folder->path(), u"vs_1"_s).names(), (QStringList{u"of one"_s, u"of two"_s}));
}

void TestQuerySet::aFileThatCannotBeWrittenIsSaid()
{
    write("no folder", u"sets"_s);
    QuerySets sets(m_folder->filePath(u"sets"_s), u"vs_1"_s);
    QSignalSpy failed(&sets, &QuerySets::saveFailed);
    sets.put(returns());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    QVERIFY(!failed.first().first().value<ApiError>().headline().isEmpty());
    QCOMPARE(sets.set(u"returns"_s), std::optional(returns())); // it holds until the program ends
    QVERIFY(!sets.isSaved());
}

void TestQuerySet::idsThatLookLikePathsStayInTheFolder()
{
    QuerySets sets(m_folder->filePath(u"a/b"_s), u"../../vs"_s);
    sets.put(returns());
    QVERIFY(wait(sets));
    QVERIFY(sets.path().startsWith(m_folder->filePath(u"a/b/"_s)));
    QCOMPARE(QFileInfo(sets.path()).dir().path(), QFileInfo(m_folder->filePath(u"a/b/x"_s)).dir().path());
    QVERIFY(QFile::exists(sets.path()));
}

QTEST_GUILESS_MAIN(TestQuerySet)
#include "tst_queryset.moc"
