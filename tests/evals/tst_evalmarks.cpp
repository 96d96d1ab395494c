// SPDX-License-Identifier: GPL-3.0-or-later
#include "evals/evalmarks.h"
#include "evals/expectedanswer.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

EvalObject evalWith(const QList<QJsonObject> &criteria)
{
    QJsonArray array;
    for (const QJsonObject &criterion : criteria)
        array.append(criterion);
    return EvalObject::fromJson({{u"id"_s, u"eval_1"_s}, {u"testing_criteria"_s, array}});
}

QJsonObject criterion(const QString &reference, const QString &operation = u"eq"_s)
{
    return {{u"type"_s, u"string_check"_s}, {u"reference"_s, reference}, {u"operation"_s, operation}};
}

QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

/// What a person puts on items stays, whatever happens to the file; and what was expected of an item.
class TestEvalMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void marksOutliveTheProgram();
    void whatIsSetAtTheVeryEndIsWritten();
    void manyChangesAreOneWriteAndTheLastOneCounts();
    void whatChangesNothingIsNotWritten();
    void aNoteAloneIsKept();
    void runsAreToldApart();
    void takingAMarkAwayLeavesNothing();
    void aCutOffFileIsKeptAsideAndSaid();
    void aFileThatCannotBeWrittenIsSaid();
    void whatCouldNotBeWrittenIsTriedAgainAtTheEnd();
    void twoWindowsKeepEachOthersNotes();
    void idsThatLookLikePathsStayInTheFolder();

    void expectedAnswers_data();
    void expectedAnswers();
    void placesAreFilledFromTheItem_data();
    void placesAreFilledFromTheItem();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEvalMarks::marksOutliveTheProgram()
{
    const EvalMark wrong{true, u"label is wrong, \"billing\"\tfits"_s};
    {
        EvalMarks marks(m_folder->path(), u"eval_1"_s);
        QVERIFY(marks.problem().isEmpty());
        QSignalSpy saved(&marks, &EvalMarks::saved);
        marks.set(u"run_1"_s, u"item_7"_s, wrong);
        QVERIFY(!marks.isSaved());
        QVERIFY(saved.wait());
        QVERIFY(marks.isSaved());
        // What is on the disk now is what a crash would leave.
        EvalMarks other(m_folder->path(), u"eval_1"_s);
        QCOMPARE(other.mark(u"run_1"_s, u"item_7"_s), wrong);
    }
    EvalMarks again(m_folder->path(), u"eval_1"_s);
    QCOMPARE(again.mark(u"run_1"_s, u"item_7"_s), wrong);
    QCOMPARE(again.mark(u"run_1"_s, u"item_8"_s), EvalMark());
    QCOMPARE(again.count(u"run_1"_s), 1);
}

void TestEvalMarks::whatIsSetAtTheVeryEndIsWritten()
{
    {
        EvalMarks marks(m_folder->path(), u"eval_1"_s);
        marks.set(u"run_1"_s, u"item_1"_s, {true, {}});
    }
    EvalMarks again(m_folder->path(), u"eval_1"_s);
    QVERIFY(again.mark(u"run_1"_s, u"item_1"_s).marked);
}

void TestEvalMarks::manyChangesAreOneWriteAndTheLastOneCounts()
{
    EvalMarks marks(m_folder->path(), u"eval_1"_s);
    QSignalSpy saved(&marks, &EvalMarks::saved);
    for (int i = 0; i < 500; ++i)
        marks.set(u"run_1"_s, u"item_%1"_s.arg(i % 100), {true, QString::number(i)});
    QVERIFY(saved.wait());
    marks.set(u"run_1"_s, u"item_3"_s, {true, u"last"_s});
    QTRY_VERIFY(marks.isSaved());
    QCOMPARE(saved.size(), 2);
    EvalMarks again(m_folder->path(), u"eval_1"_s);
    QCOMPARE(again.count(u"run_1"_s), 100);
    QCOMPARE(again.mark(u"run_1"_s, u"item_3"_s).note, u"last"_s);
    QCOMPARE(again.mark(u"run_1"_s, u"item_4"_s).note, u"404"_s);
}

void TestEvalMarks::whatChangesNothingIsNotWritten()
{
    QString path;
    {
        EvalMarks marks(m_folder->path(), u"eval_1"_s);
        path = marks.path();
        marks.set(u"run_1"_s, u"item_1"_s, {}); // there was none
        QVERIFY(marks.isSaved());
    }
    QVERIFY(!QFile::exists(path)); // who only looks leaves nothing behind
    EvalMarks marks(m_folder->path(), u"eval_1"_s);
    QSignalSpy saved(&marks, &EvalMarks::saved);
    marks.set(u"run_1"_s, u"item_1"_s, {true, u"n"_s});
    QVERIFY(saved.wait());
    marks.set(u"run_1"_s, u"item_1"_s, {true, u"n"_s});
    QVERIFY(marks.isSaved());
}

void TestEvalMarks::aNoteAloneIsKept()
{
    {
        EvalMarks marks(m_folder->path(), u"eval_1"_s);
        marks.set(u"run_1"_s, u"item_1"_s, {false, u"only a note"_s});
        marks.set(u"run_1"_s, u"item_2"_s, {true, {}});
    }
    EvalMarks again(m_folder->path(), u"eval_1"_s);
    QCOMPARE(again.mark(u"run_1"_s, u"item_1"_s), (EvalMark{false, u"only a note"_s}));
    QCOMPARE(again.mark(u"run_1"_s, u"item_2"_s), (EvalMark{true, {}}));
}

void TestEvalMarks::runsAreToldApart()
{
    EvalMarks marks(m_folder->path(), u"eval_1"_s);
    marks.set(u"run_1"_s, u"item_1"_s, {true, {}});
    QVERIFY(!marks.mark(u"run_2"_s, u"item_1"_s).marked);
    QCOMPARE(marks.count(u"run_2"_s), 0);
    EvalMarks other(m_folder->path(), u"eval_2"_s);
    QVERIFY(!other.mark(u"run_1"_s, u"item_1"_s).marked);
}

void TestEvalMarks::takingAMarkAwayLeavesNothing()
{
    EvalMarks marks(m_folder->path(), u"eval_1"_s);
    QSignalSpy saved(&marks, &EvalMarks::saved);
    marks.set(u"run_1"_s, u"item_1"_s, {true, u"secret thought"_s});
    QVERIFY(saved.wait());
    marks.set(u"run_1"_s, u"item_1"_s, {});
    QVERIFY(saved.wait());
    QFile file(marks.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("secret") && !text.contains("item_1") && !text.contains("run_1"));
}

void TestEvalMarks::aCutOffFileIsKeptAsideAndSaid()
{
    QString path;
    QByteArray text;
    {
        EvalMarks marks(m_folder->path(), u"eval_1"_s);
        marks.set(u"run_1"_s, u"item_1"_s, {true, u"a note"_s});
        path = marks.path();
    }
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        text = file.readAll();
        QVERIFY(file.resize(file.size() / 2));
    }
    EvalMarks marks(m_folder->path(), u"eval_1"_s);
    QVERIFY2(marks.problem().contains(u"damaged"_s), qPrintable(marks.problem()));
    QCOMPARE(marks.count(u"run_1"_s), 0);
    const QStringList aside = QDir(m_folder->path()).entryList({u"*.bad"_s});
    QCOMPARE(aside.size(), 1);
    QFile kept(m_folder->filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), text.left(text.size() / 2));
    // It goes on being of use.
    QSignalSpy saved(&marks, &EvalMarks::saved);
    marks.set(u"run_1"_s, u"item_2"_s, {true, {}});
    QVERIFY(saved.wait());
}

void TestEvalMarks::aFileThatCannotBeWrittenIsSaid()
{
    // A file stands where the folder is wanted.
    QFile file(m_folder->filePath(u"inTheWay"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    EvalMarks marks(file.fileName(), u"eval_1"_s);
    QSignalSpy failed(&marks, &EvalMarks::saveFailed);
    QSignalSpy saved(&marks, &EvalMarks::saved);
    marks.set(u"run_1"_s, u"item_1"_s, {true, {}});
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<ApiError>().kind, ApiError::Kind::LocalFile);
    QVERIFY(marks.mark(u"run_1"_s, u"item_1"_s).marked); // for as long as the program runs
    QVERIFY(saved.isEmpty());
    // The next change tries it again, with what was not written before.
    QVERIFY(file.remove());
    marks.set(u"run_1"_s, u"item_2"_s, {true, {}});
    QVERIFY(saved.wait());
    QCOMPARE(EvalMarks(file.fileName(), u"eval_1"_s).count(u"run_1"_s), 2);
}

void TestEvalMarks::whatCouldNotBeWrittenIsTriedAgainAtTheEnd()
{
    QFile inTheWay(m_folder->filePath(u"marks"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    {
        EvalMarks marks(inTheWay.fileName(), u"eval_1"_s);
        QSignalSpy failed(&marks, &EvalMarks::saveFailed);
        marks.set(u"run_1"_s, u"item_1"_s, {true, u"first"_s});
        QVERIFY(failed.wait());
        QVERIFY(!marks.isSaved());
        QVERIFY(inTheWay.remove());
    }
    EvalMarks again(inTheWay.fileName(), u"eval_1"_s);
    QCOMPARE(again.mark(u"run_1"_s, u"item_1"_s).note, u"first"_s);
}

void TestEvalMarks::twoWindowsKeepEachOthersNotes()
{
    EvalMarks one(m_folder->path(), u"eval_1"_s);
    EvalMarks other(m_folder->path(), u"eval_1"_s);
    const auto set = [](EvalMarks &marks, const QString &item, const EvalMark &mark) {
        marks.set(u"run_1"_s, item, mark);
        QTRY_VERIFY(marks.isSaved());
    };
    set(one, u"item_1"_s, {true, u"of one"_s});
    set(other, u"item_2"_s, {false, u"of the other"_s});
    set(one, u"item_3"_s, {true, {}});
    {
        const EvalMarks both(m_folder->path(), u"eval_1"_s);
        QCOMPARE(both.mark(u"run_1"_s, u"item_1"_s).note, u"of one"_s);
        QCOMPARE(both.mark(u"run_1"_s, u"item_2"_s).note, u"of the other"_s);
        QVERIFY(both.mark(u"run_1"_s, u"item_3"_s).marked);
    }
    // What one takes away is gone, and nothing else.
    set(one, u"item_1"_s, {});
    set(other, u"item_4"_s, {true, {}});
    const EvalMarks both(m_folder->path(), u"eval_1"_s);
    QCOMPARE(both.count(u"run_1"_s), 3);
    QVERIFY(both.mark(u"run_1"_s, u"item_1"_s).isEmpty());
    QVERIFY(QDir(m_folder->path()).entryList({u"*.lock"_s}).isEmpty());
}

void TestEvalMarks::idsThatLookLikePathsStayInTheFolder()
{
    QCOMPARE(QFileInfo(EvalMarks::folderOf(m_folder->path(), u".."_s)).absolutePath(), m_folder->filePath(u"marks"_s));
    const QString folder = EvalMarks::folderOf(m_folder->path(), u"../../etc"_s);
    EvalMarks marks(folder, u"../..\\x/eval"_s);
    QSignalSpy saved(&marks, &EvalMarks::saved);
    marks.set(u"run"_s, u"item"_s, {true, {}});
    QVERIFY(saved.wait());
    const QDir inside(m_folder->path() + u"/marks"_s);
    QCOMPARE(inside.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    QVERIFY(QFileInfo(marks.path()).canonicalFilePath().startsWith(inside.canonicalPath() + u'/'));
}

void TestEvalMarks::expectedAnswers_data()
{
    QTest::addColumn<EvalObject>("eval");
    QTest::addColumn<QJsonObject>("item");
    QTest::addColumn<QString>("expected");
    const QJsonObject item = parsed(R"({"text": "hi", "label": "greeting", "gold": {"de": ["Gruß", "Hallo"]}, "n": 4})");
    QTest::newRow("named by a criterion") << evalWith({criterion(u"{{item.gold.de.1}}"_s)}) << item << u"Hallo"_s;
    QTest::newRow("a place in a sentence") << evalWith({criterion(u"it is {{ item.n }}, yes"_s)}) << item << u"it is 4, yes"_s;
    QTest::newRow("what it must not be") << evalWith({criterion(u"{{item.text}}"_s, u"ne"_s)}) << item << u"greeting"_s;
    QTest::newRow("about the sample") << evalWith({criterion(u"{{sample.output_text}}"_s)}) << item << u"greeting"_s;
    QTest::newRow("a field that is not there") << evalWith({criterion(u"{{item.nowhere}}"_s)}) << item << u"greeting"_s;
    QTest::newRow("the second criterion knows")
        << evalWith({criterion(u"{{item.nowhere}}"_s), criterion(u"{{item.text}}"_s)}) << item << u"hi"_s;
    QTest::newRow("the row before a constant") << evalWith({criterion(u"yes"_s)}) << item << u"greeting"_s;
    QTest::newRow("a constant") << evalWith({criterion(u"yes"_s)}) << parsed(R"({"text": "hi"})") << u"yes"_s;
    QTest::newRow("ideal as a list") << evalWith({}) << parsed(R"({"ideal": ["a", "b"]})") << u"[\"a\",\"b\"]"_s;
    QTest::newRow("a number") << evalWith({}) << parsed(R"({"answer": 42})") << u"42"_s;
    QTest::newRow("null is none") << evalWith({}) << parsed(R"({"answer": null, "reference": "r"})") << u"r"_s;
    QTest::newRow("nothing tells") << evalWith({}) << parsed(R"({"text": "hi"})") << QString();
}

void TestEvalMarks::expectedAnswers()
{
    QFETCH(EvalObject, eval);
    QFETCH(QJsonObject, item);
    QTEST(ExpectedAnswer(eval).of(item), "expected");
}

void TestEvalMarks::placesAreFilledFromTheItem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled"); // null: cannot be
    QTest::newRow("no place") << u"plain"_s << u"plain"_s;
    QTest::newRow("two places") << u"{{item.a}}-{{item.b}}"_s << u"1-x"_s;
    QTest::newRow("no end") << u"{{item.a"_s << QString();
    QTest::newRow("other names") << u"{{items.a}}"_s << QString();
    QTest::newRow("missing") << u"{{item.a}}{{item.c}}"_s << QString();
    QTest::newRow("beyond a list") << u"{{item.l.5}}"_s << QString();
    QTest::newRow("into a text") << u"{{item.b.c}}"_s << QString();
}

void TestEvalMarks::placesAreFilledFromTheItem()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    const auto result = fillFromItem(text, parsed(R"({"a": 1, "b": "x", "l": [1]})"));
    QCOMPARE(result.has_value(), !filled.isNull());
    QCOMPARE(result.value_or(QString()), filled);
}

QTEST_GUILESS_MAIN(TestEvalMarks)
#include "tst_evalmarks.moc"
