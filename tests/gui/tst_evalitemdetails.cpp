// SPDX-License-Identifier: GPL-3.0-or-later
// One item of a run, read, marked and noted by keyboard.
#include "gui/support/evalitemstest.h"

#include "api/session.h"
#include "base/requestlog.h"
#include "evals/evalmarks.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QPlainTextEdit>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEvalItemDetails : public EvalItemsTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { m_console.reset(); }
    void init() { openPane(); }
    void cleanup() { closePane(); }

    void marksByKeyboard();
    void notesAreWrittenInPlace();
    void theItemIsThereToRead();
    void searchInTheConversation();
    void escapeGoesBackToTheList();
    void anItemIsReadByItself();
    void anItemThatIsGoneIsSaid();
    void aDamagedFileOfMarksIsSaid();
};

void TestEvalItemDetails::marksByKeyboard()
{
    show(m_run);
    press(u"N"_s);
    press(u"M"_s);
    QCOMPARE(model().item(3)->mark.marked, true);
    QCOMPARE(column("mark").at(3), u"marked"_s);
    press(u"M"_s);
    QCOMPARE(model().markedCount(), 0);
    // Several: one that is not marked marks all, then all are unmarked.
    press(u"M"_s);
    m_pane->list()->table()->selectAll();
    press(u"M"_s);
    QCOMPARE(model().markedCount(), 250);
    press(u"M"_s);
    QCOMPARE(model().markedCount(), 0);
    m_pane->list()->table()->clearSelection();
    m_pane->list()->selectId(model().rowId(7));
    press(u"M"_s);
    m_pane->list()->setFilter(u"mark=marked"_s);
    QCOMPARE(column("item"), QStringList{u"7"_s});
    // Another pane, as after a restart.
    const QString folder = EvalMarks::folderOf(m_console->services().settings().folder(), QLatin1StringView(localProfileId));
    ODC_EVENTUALLY(EvalMarks(folder, m_eval.id).mark(m_run.id, model().rowId(7)).marked);
}

void TestEvalItemDetails::notesAreWrittenInPlace()
{
    show(m_run);
    press(u"N"_s);
    QVERIFY(m_pane->list()->table()->isColumnHidden(model().columnOf("note"))); // there is none
    press(u"T"_s);
    auto *note = m_pane->findChild<QLineEdit *>(u"itemNote"_s);
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, u"Not my Mistake: take N or T"_s);
    QCOMPARE(selected(), QList<int>{3}); // letters were letters
    QTest::keyClick(note, Qt::Key_Return);
    QVERIFY(m_pane->list()->table()->hasFocus());
    QCOMPARE(model().item(3)->mark.note, u"Not my Mistake: take N or T"_s);
    QCOMPARE(column("note").at(3), u"Not my Mistake: take N or T"_s);
    ODC_EVENTUALLY(!m_pane->list()->table()->isColumnHidden(model().columnOf("note")));
    // Escape takes what was there.
    press(u"Return"_s);
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, u"!!!"_s);
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(m_pane->list()->table()->hasFocus());
    QCOMPARE(note->text(), u"Not my Mistake: take N or T"_s);
    QCOMPARE(model().item(3)->mark.note, u"Not my Mistake: take N or T"_s);
    // What was typed stays with its item when the person just goes on.
    press(u"T"_s);
    note->selectAll();
    QTest::keyClicks(note, u"first"_s);
    m_pane->list()->table()->setFocus();
    press(u"N"_s);
    ODC_EVENTUALLY(shown() == u"Item 5"_s);
    QCOMPARE(model().item(3)->mark.note, u"first"_s);
    QCOMPARE(note->text(), QString());
    QVERIFY(model().item(5)->mark.isEmpty());
}

void TestEvalItemDetails::theItemIsThereToRead()
{
    show(m_run);
    press(u"N"_s);
    auto *transcript = m_pane->findChild<TranscriptView *>();
    ODC_EVENTUALLY(shown() == u"Item 3"_s && !transcript->isLoading());
    const QString text = transcript->plainText();
    QVERIFY2(text.contains(u"Question number 3 <b>of</b> many"_s), qPrintable(text)); // as it is, no markup
    QVERIFY2(text.contains(u"Answer\nnonsense"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Expected\nlabel.3"_s), qPrintable(text));
    QCOMPARE(m_pane->findChild<StateLabel *>(u"itemVerdict"_s)->text(), u"fail"_s);
    auto *fields = m_pane->findChild<FieldGrid *>(u"itemFields"_s);
    QCOMPARE(fields->value(u"criterion.exact"_s), u"fail"_s);
    QVERIFY(fields->value(u"criterion.near"_s).startsWith(u"fail 0."_s));
    QCOMPARE(fields->value(u"id"_s), model().rowId(3));
    m_pane->list()->table()->selectAll();
    ODC_EVENTUALLY(m_pane->findChild<QLabel *>(u"itemsSummary"_s)->text() == u"250 selected"_s);
}

void TestEvalItemDetails::searchInTheConversation()
{
    show(m_run);
    press(u"N"_s);
    auto *transcript = m_pane->findChild<TranscriptView *>();
    ODC_EVENTUALLY(shown() == u"Item 3"_s && !transcript->isLoading());
    transcript->setFocus();
    press(QKeySequence::Find);
    auto *find = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(find && transcript->isAncestorOf(find));
    QTest::keyClicks(find, u"nonsense"_s);
    const auto *view = transcript->findChild<QPlainTextEdit *>();
    QCOMPARE(view->textCursor().selectedText(), u"nonsense"_s);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(view->hasFocus());
}

void TestEvalItemDetails::escapeGoesBackToTheList()
{
    show(m_run);
    press(u"N"_s);
    ODC_EVENTUALLY(shown() == u"Item 3"_s);
    m_pane->findChild<TranscriptView *>()->setFocus();
    press(u"Esc"_s);
    QVERIFY(m_pane->list()->table()->hasFocus());
    QCOMPARE(selected(), QList<int>{3});
}

void TestEvalItemDetails::anItemIsReadByItself()
{
    show(m_run);
    const QString third = u"/output_items/"_s + model().rowId(3);
    press(u"N"_s);
    ODC_EVENTUALLY(ended(third) == 1);
    // Not again for coming back, but for asking.
    press(u"N"_s);
    ODC_EVENTUALLY(ended(u"/output_items/"_s + model().rowId(5)) == 1);
    press(u"Shift+N"_s);
    ODC_EVENTUALLY(shown() == u"Item 3"_s);
    action(u"items.readAgain"_s)->trigger();
    ODC_EVENTUALLY(ended(third) == 2);
    QCOMPARE(count("GET", u"/output_items/"_s), 3);
    // Asked for twice in a hurry, it is on its way already.
    ODC_EVENTUALLY([&] {
        action(u"items.readAgain"_s)->trigger();
        return count("GET", u"/output_items/"_s) == 4;
    }());
    action(u"items.readAgain"_s)->trigger();
    bool later = false; // a call that was begun after it
    m_console->session()->evals().retrieveRun(m_eval.id, m_run.id, this, [&](const Result<EvalRun> &) { later = true; });
    ODC_EVENTUALLY(later && ended(third) == 3);
    QCOMPARE(count("GET", u"/output_items/"_s), 4);
}

void TestEvalItemDetails::anItemThatIsGoneIsSaid()
{
    show(m_run);
    QJsonObject ghost = model().item(0)->item.toJson();
    ghost.insert(u"id"_s, u"outputitem_ghost"_s);
    model().putItem(EvalOutputItem::fromJson(ghost));
    m_pane->list()->selectId(u"outputitem_ghost"_s);
    ODC_EVENTUALLY(ended(u"outputitem_ghost"_s) == 1);
    QCOMPARE(m_console->session()->requestLog().calls().last().status, 404);
    QVERIFY(!m_pane->list()->messages()->isShowing()); // nobody asked
    action(u"items.readAgain"_s)->trigger();
    ODC_EVENTUALLY(m_pane->list()->messages()->isShowing());
    QCOMPARE(m_pane->list()->messages()->message().kind, Message::Kind::Error);
}

void TestEvalItemDetails::aDamagedFileOfMarksIsSaid()
{
    const QString folder = EvalMarks::folderOf(m_console->services().settings().folder(), QLatin1StringView(localProfileId));
    writeFile(folder + u'/' + m_eval.id + u".json"_s, "{\"format\": 1, \"runs\": {\"ru");
    show(m_run);
    MessageBar *messages = m_pane->list()->messages();
    QVERIFY(messages->isShowing());
    QCOMPARE(messages->message().kind, Message::Kind::Warning);
    QVERIFY(messages->message().text.contains(u".bad"_s));
    QCOMPARE(QDir(folder).entryList({u"*.bad"_s}).size(), 1);
}

QTEST_MAIN(TestEvalItemDetails)
#include "tst_evalitemdetails.moc"
