// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a run as a list against the local server, by keyboard: failures, filter, what is loaded when, and exports.
#include "gui/support/evalitemstest.h"
#include "gui/support/evals.h"

#include "api/session.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestEvalItems : public EvalItemsTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { m_console.reset(); }
    void init() { openPane(); }
    void cleanup() { closePane(); }

    void allItemsWithTheirGrades();
    void whatNobodyExpectsTakesNoRoom();
    void loadsWhenItIsSeen();
    void failuresByKeyboard();
    void erroredItemsAreFailuresToo();
    void nextFailureGoesRoundAndSaysSo();
    void filteredToOneCriterion();
    void lettersInTheFilterAreText();
    void aRunUnderWayIsFollowed();
    void anotherRunShowsTheSameItem();
    void exportsHaveMarksAndNotes();
    void copiesTheCall();
    void shortcutsAreListed();
    void withoutARunItSaysWhatToDo();
};

void TestEvalItems::allItemsWithTheirGrades()
{
    show(m_run);
    QCOMPARE(model().rowCount(), 250);
    QCOMPARE(count("GET", u"/output_items?limit=100"_s), 3);
    const QStringList verdicts = column("verdict");
    QCOMPARE(verdicts.count(u"fail"_s), 50); // 25 wrong, 25 nearly right
    QCOMPARE(verdicts.count(u"pass"_s), 200);
    QCOMPARE(column("exact").count(u"fail"_s), 50);
    QCOMPARE(column("near").filter(u"fail"_s).size(), 25);
    QCOMPARE(column("expected").at(0), u"label.0"_s);
    QVERIFY(m_pane->findChild<QLabel *>(u"itemsSummary"_s)->text().startsWith(u"250 item"_s));
}

void TestEvalItems::whatNobodyExpectsTakesNoRoom()
{
    const TableView *table = m_pane->list()->table();
    // Graders that name no right answer, over rows that have none.
    const EvalObject judged = makeEval(*m_console->session(), object(
        R"({"name":"tone","data_source_config":{"type":"custom","include_sample_schema":true,"item_schema":{"type":"object","properties":{"text":{"type":"string"}}}},"testing_criteria":[{"type":"string_check","name":"exact","input":"{{sample.output_text}}","reference":"rude","operation":"ne"},{"type":"string_check","name":"near","input":"{{sample.output_text}}","reference":"curt","operation":"ne"}]})"));
    const EvalRun run = makeRun(*m_console->session(), judged, object(
        R"({"name":"t1","data_source":{"type":"jsonl","source":{"type":"file_content","content":[{"item":{"text":"a"},"sample":{"output_text":"b"}}]}}})"));
    m_pane->setRun(judged, run);
    ODC_EVENTUALLY(model().rowCount() == 1);
    QVERIFY(table->isColumnHidden(OutputItemsModel::Expected));
    show(m_run);
    QVERIFY(!table->isColumnHidden(OutputItemsModel::Expected));
}

void TestEvalItems::loadsWhenItIsSeen()
{
    m_pane->hide();
    m_pane->setRun(m_eval, m_run);
    QCOMPARE(model().loadState(), LoadState::Idle);
    m_pane->show();
    ODC_EVENTUALLY(model().loadState() == LoadState::Ready);
    m_pane->hide();
    m_pane->show();
    m_pane->setRun(m_eval, m_run); // a poll brought nothing new
    QCoreApplication::processEvents();
    QCOMPARE(count("GET", u"/output_items?limit=100"_s), 3);
}

void TestEvalItems::failuresByKeyboard()
{
    show(m_run);
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{3});
    ODC_EVENTUALLY(shown() == u"Item 3"_s);
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{5});
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{13});
    press(u"Shift+N"_s);
    press(u"Shift+N"_s);
    QCOMPARE(selected(), QList<int>{3});
    // Also from what is read.
    m_pane->findChild<TranscriptView *>()->setFocus();
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{5});
}

void TestEvalItems::erroredItemsAreFailuresToo()
{
    show(m_run);
    QJsonObject errored = model().item(4)->item.toJson();
    errored.insert(u"status"_s, u"error"_s);
    model().putItem(EvalOutputItem::fromJson(errored));
    QCOMPARE(column("verdict").at(4), u"error"_s);
    m_pane->list()->selectId(model().rowId(3));
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{4});
}

void TestEvalItems::nextFailureGoesRoundAndSaysSo()
{
    show(m_run);
    MessageBar *messages = m_pane->list()->messages();
    press(u"Shift+N"_s); // nothing is selected: from the end
    QCOMPARE(selected(), QList<int>{245});
    QVERIFY(!messages->isShowing());
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{3});
    QVERIFY(messages->isShowing());
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{5});
    QVERIFY(!messages->isShowing());
    m_pane->list()->setFilter(u"verdict=pass"_s);
    press(u"N"_s);
    QVERIFY(messages->message().text.contains(u"None"_s));
}

void TestEvalItems::filteredToOneCriterion()
{
    show(m_run);
    m_pane->list()->setFilter(u"near=fail"_s);
    QCOMPARE(m_pane->list()->shownCount(), 25);
    press(u"N"_s);
    press(u"N"_s);
    QCOMPARE(selected(), QList<int>{13});
    m_pane->list()->setFilter(u"near_score<1 exact_score=0 -near=fail"_s);
    QCOMPARE(m_pane->list()->shownCount(), 25);
    QCOMPARE(column("item").first(), u"5"_s);
    QCOMPARE(m_pane->findChild<QLabel *>(u"itemsSummary"_s)->text(), u"25 of 250"_s);
}

void TestEvalItems::lettersInTheFilterAreText()
{
    show(m_run);
    m_pane->focusFilter();
    auto *filter = m_pane->findChild<FilterEdit *>(u"itemsFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"nmtN"_s);
    QCOMPARE(filter->text(), u"nmtN"_s);
    QCOMPARE(selected(), QList<int>());
    QCOMPARE(model().markedCount(), 0);
}

void TestEvalItems::aRunUnderWayIsFollowed()
{
    QJsonObject raw = m_run.toJson();
    const auto running = [&](int passed) {
        raw.insert(u"status"_s, u"in_progress"_s);
        raw.insert(u"result_counts"_s, QJsonObject{{u"total"_s, 250}, {u"passed"_s, passed}});
        return EvalRun::fromJson(raw);
    };
    show(running(100));
    QCOMPARE(count("GET", u"/output_items?"_s), 3);
    m_pane->list()->selectId(model().rowId(3));
    m_pane->setRun(m_eval, running(100));
    QVERIFY(!model().isWalking());
    m_pane->setRun(m_eval, running(120));
    ODC_EVENTUALLY(!model().isWalking());
    QCOMPARE(count("GET", u"/output_items?"_s), 4);
    QCOMPARE(count("GET", u"after="_s + model().rowId(249)), 1);
    QCOMPARE(selected(), QList<int>{3});
    m_pane->setRun(m_eval, m_run); // finished: all of it, once
    ODC_EVENTUALLY(!model().isWalking());
    QCOMPARE(count("GET", u"/output_items?"_s), 7);
    QCOMPARE(selected(), QList<int>{3});
}

void TestEvalItems::anotherRunShowsTheSameItem()
{
    const EvalRun other = makeRun(*m_console->session(), m_eval, itemsRunBody(140));
    QVERIFY(other.isFinished());
    show(m_run);
    m_pane->list()->selectId(model().rowId(133));
    press(u"T"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"half a not"_s); // not lost by going on
    const QString before = model().rowId(133);
    const EvalOutputItem late = model().item(200)->item;
    show(other);
    QCOMPARE(model().rowCount(), 140);
    QCOMPARE(selected(), QList<int>{133});
    ODC_EVENTUALLY(shown() == u"Item 133"_s);
    QVERIFY(model().rowId(133) != before);
    // What comes late of the run of before is not mixed in.
    model().putItem(late);
    QCOMPARE(model().rowCount(), 140);
    QVERIFY(model().item(133)->mark.isEmpty());
    show(m_run);
    QCOMPARE(model().item(133)->mark.note, u"half a not"_s);
}

void TestEvalItems::exportsHaveMarksAndNotes()
{
    show(m_run);
    model().setMarked({model().rowId(3)}, true);
    model().setNote(model().rowId(3), u"why, \"really\""_s);
    m_pane->list()->setFilter(u"near=fail"_s);
    const QString csvPath = m_home.filePath(u"items.csv"_s);
    action(u"items.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, csvPath));
    ODC_EVENTUALLY(QFile::exists(csvPath));
    const QList<QByteArray> lines = readFile(csvPath).split('\n');
    QCOMPARE(lines.at(0).trimmed(), "item,verdict,input,output,expected,exact,exact_score,near,near_score,mark,note,tokens,model,"
                                    "finish_reason,score,id"_ba);
    QCOMPARE(lines.size(), 25 + 2);
    QVERIFY2(lines.at(1).startsWith("3,fail,"), lines.at(1).constData());
    QVERIFY2(lines.at(1).contains(",marked,\"why, \"\"really\"\"\","), lines.at(1).constData());
    ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"exportDialog"_s));
    const QString jsonPath = m_home.filePath(u"items.json"_s);
    action(u"items.exportJson"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, jsonPath));
    ODC_EVENTUALLY(QFile::exists(jsonPath));
    const QJsonArray array = QJsonDocument::fromJson(readFile(jsonPath)).array();
    QCOMPARE(array.size(), 25);
    QCOMPARE(array.at(0)[u"console"_s][u"note"_s].toString(), u"why, \"really\""_s);
    QVERIFY(array.at(1)[u"console"_s].isUndefined());
    ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"exportDialog"_s));
}

void TestEvalItems::copiesTheCall()
{
    show(m_run);
    press(u"N"_s);
    action(u"items.copyCurl"_s)->trigger();
    const QString path = u"/evals/%1/runs/%2/output_items/%3"_s.arg(m_eval.id, m_run.id, model().rowId(3));
    QVERIFY2(QGuiApplication::clipboard()->text().contains(path), qPrintable(QGuiApplication::clipboard()->text()));
    press(QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), model().rowId(3));
}

void TestEvalItems::shortcutsAreListed()
{
    QList<const ActionCollection *> collections;
    const QList<ActionCollection *> own = m_pane->findChildren<ActionCollection *>();
    for (const ActionCollection *collection : own)
        collections << collection;
    ShortcutsDialog dialog(m_theme, collections, m_window.get());
    const QAbstractItemModel *rows = dialog.findChild<TableView *>()->model();
    QStringList found;
    for (int row = 0; row < rows->rowCount(); ++row)
        found << rows->index(row, 0).data().toString() + u": "_s + rows->index(row, 1).data().toString();
    for (const QString &line : {u"Next failure: N"_s, u"Previous failure: Shift+N"_s, u"Mark: M"_s, u"Edit note: T"_s,
                                u"Back to the items: Esc"_s})
        QVERIFY2(found.contains(line), qPrintable(line + u" in "_s + found.join(u'\n')));
}

void TestEvalItems::withoutARunItSaysWhatToDo()
{
    QVERIFY(!m_pane->list()->isVisible());
    show(m_run);
    QVERIFY(m_pane->list()->isVisible());
    m_pane->clear();
    QVERIFY(!m_pane->list()->isVisible());
    QCOMPARE(model().rowCount(), 0);
    show(m_run); // the same one again
    QCOMPARE(model().rowCount(), 250);
}

QTEST_MAIN(TestEvalItems)
#include "tst_evalitems.moc"
