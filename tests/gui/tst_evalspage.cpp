// SPDX-License-Identifier: GPL-3.0-or-later
// The Evals page in a whole window, with real keys and clicks: what it shows, and what it asks the server for.
#include "gui/support/evalspagetest.h"

#include "lists/cellvalue.h"
#include "lists/evaltreemodel.h"
#include "settings/settings.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestEvalsPage : public EvalsPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void listsEvalsAndTheirRuns();
    void filterFindsRuns();
    void watchesARunToItsEnd();
    void refreshMovesNothing();
    void checkedRunsAreCompared();
    void theOldestRunIsTheBaseline();
    void noMoreThanFiveAreCompared();
    void tickingInAnotherEvalSaysWhatIsUnticked();
    void statusAndAgeAreSeenAtTheUsualSize();
    void comparesWhileNothingIsSelected();
    void nothingIsShownOfADeletedRun();
    void whatIsMadeIsSeenBeforeAComparison();
    void opensWithTheFocusInTheTree();
    void navigationHasThePagesKeys();
    void panesOpenWithTheFocusInThem();
    void areaThatIsGoneSaysSoAndDisturbsNothing_data();
    void areaThatIsGoneSaysSoAndDisturbsNothing();
};

void TestEvalsPage::listsEvalsAndTheirRuns()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    const QString tone = makeEval(u"tone of voice"_s);
    for (const QString &name : {u"v13 mini"_s, u"v14 mini"_s, u"gpt-4.1"_s})
        QVERIFY(!makeRun(triage, name).isEmpty());
    // All of them are through before the console looks.
    ODC_EVENTUALLY(!ask("GET", "/evals/" + triage.toUtf8() + "/runs").body.contains("in_progress")
                   && !ask("GET", "/evals/" + triage.toUtf8() + "/runs").body.contains("queued"));
    m_proxy->clearSeen();
    QVERIFY(showEvals());
    QCOMPARE(summary(), u"2 eval · 3 run"_s);
    QCOMPARE(m_console->page()->navigationCount(), 2);
    QCOMPARE(m_proxy->count("GET", "/evals"), 1);
    QCOMPARE(m_proxy->count("GET", "/runs"), 2); // one list an eval, and nothing else
    QCOMPARE(m_proxy->seen().size(), 3);
    QCOMPARE(singular(cell(u"triage golden"_s, 1)), u"3 run"_s);
    QVERIFY(!tree()->isExpanded(row(u"triage golden"_s)));
    QVERIFY(open(u"triage golden"_s));
    QCOMPARE(tree()->model()->rowCount(row(u"triage golden"_s)), 3);
    QCOMPARE(cell(u"v13 mini"_s, 1), u"67 %"_s);

    // An eval has no items; a run has.
    const auto field = [this](const QString &key) {
        const auto grids = m_console->page()->findChildren<FieldGrid *>();
        for (const FieldGrid *grid : grids) {
            if (grid->isVisible() && !grid->value(key).isEmpty())
                return grid->value(key);
        }
        return QString();
    };
    ODC_EVENTUALLY(field(u"runs"_s) == u"3"_s);
    QVERIFY(tabOf(u"Items"_s) < 0);
    QVERIFY(clickRow(u"v14 mini"_s));
    ODC_EVENTUALLY(field(u"items"_s) == u"3"_s);
    QCOMPARE(field(u"eval"_s), u"triage golden"_s);
    QVERIFY(tabOf(u"Items"_s) > 0);
    // Looking at a run costs nothing until its items are looked at.
    QCOMPARE(m_proxy->seen().size(), 3);
    QVERIFY(clickRow(u"tone of voice"_s));
    ODC_EVENTUALLY(field(u"runs"_s) == u"0"_s);
    QVERIFY(!tone.isEmpty());
}

void TestEvalsPage::filterFindsRuns()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    makeEval(u"tone of voice"_s);
    makeRun(triage, u"v13 mini"_s);
    makeRun(triage, u"v14 mini"_s);
    QVERIFY(showEvals());
    auto *filter = m_console->find<FilterEdit>(u"evalsFilter"_s);
    filter->setFilter(u"v14"_s);
    ODC_EVENTUALLY(summary().endsWith(u"1 eval and 1 run shown"_s));
    filter->setFilter({});
    m_console->press(QKeySequence(QKeySequence::Find), tree());
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"v14"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(tree()->model()->rowCount(), 1);
    QVERIFY(tree()->isExpanded(row(u"triage golden"_s))); // what was found is seen
    QVERIFY(row(u"v14 mini"_s).isValid());
    QVERIFY(!row(u"v13 mini"_s).isValid());
    filter->setFilter(u"zebra"_s);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    Console::click(overlay()->actionButton());
    QCOMPARE(tree()->model()->rowCount(), 2);
    QVERIFY(!tree()->isExpanded(row(u"triage golden"_s))); // as it was before
}

void TestEvalsPage::watchesARunToItsEnd()
{
    QVERIFY(openServer(u"1"_s));
    const QString eval = makeEval(u"triage golden"_s);
    const QString other = makeEval(u"tone of voice"_s);
    QVERIFY(showEvals());
    const QByteArray list = "/evals/" + eval.toUtf8() + "/runs";
    const QByteArray otherList = "/evals/" + other.toUtf8() + "/runs";
    makeRun(eval, u"new"_s, 120); // about two seconds
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"new"_s).isValid());
    QVERIFY(cell(u"new"_s, 2) != u"completed"_s);
    m_proxy->clearSeen();
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(cell(u"new"_s, 2) == u"completed"_s);
    QVERIFY(m_proxy->count("GET", list) >= 1);
    QCOMPARE(m_proxy->count("GET", otherList), 0); // nothing is unfinished there
    // From here on the list of evals is looked at, and no list of runs.
    m_proxy->clearSeen();
    ODC_EVENTUALLY(m_proxy->count("GET", "/evals") >= 3);
    QCOMPARE(m_proxy->count("GET", list), 0);
    QCOMPARE(m_proxy->count("GET", otherList), 0);
    // Nobody looks: nothing is asked any more.
    m_console->window().showPage(u"files"_s);
    ODC_EVENTUALLY(m_proxy->count("GET", "/files") >= 1);
    m_proxy->clearSeen();
    ODC_EVENTUALLY(m_proxy->count("GET", "/files") >= 2);
    QCOMPARE(m_proxy->count("GET", "/evals"), 0);
}

void TestEvalsPage::refreshMovesNothing()
{
    QVERIFY(openServer(u"0"_s));
    QStringList ids;
    for (int i = 0; i < 60; ++i)
        ids << makeEval(u"eval %1"_s.arg(i, 2, 10, QChar(u'0')));
    for (int i = 0; i < 5; ++i)
        makeRun(ids.at(30), u"run %1"_s.arg(i));
    QVERIFY(showEvals());
    tree()->sortByColumn(0, Qt::AscendingOrder);
    QVERIFY(open(u"eval 30"_s));
    QVERIFY(clickRow(u"run 2"_s));
    QVERIFY(clickRow(u"run 4"_s, Qt::ControlModifier));
    QCOMPARE(selectedNames(), (QStringList{u"run 2"_s, u"run 4"_s}));
    const int y = tree()->visualRect(row(u"run 2"_s)).top();
    QVERIFY(tree()->verticalScrollBar()->value() > 0);
    // Another client makes, renames and deletes.
    makeEval(u"eval 00 before all"_s);
    QCOMPARE(ask("DELETE", "/evals/" + ids.at(3).toUtf8()).status, 200);
    QCOMPARE(ask("POST", "/evals/" + ids.at(5).toUtf8(), {{u"name"_s, u"zz last"_s}}).status, 200);
    makeRun(ids.at(30), u"run 9 new"_s);
    QSignalSpy resets(tree()->model(), &QAbstractItemModel::modelReset);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"eval 00 before all"_s).isValid() && row(u"run 9 new"_s).isValid() && row(u"zz last"_s).isValid()
                   && !row(u"eval 03"_s).isValid());
    QCOMPARE(resets.count(), 0);
    QCOMPARE(selectedNames(), (QStringList{u"run 2"_s, u"run 4"_s}));
    QVERIFY(tree()->isExpanded(row(u"eval 30"_s)));
    ODC_EVENTUALLY(tree()->visualRect(row(u"run 2"_s)).top() == y);
}

void TestEvalsPage::checkedRunsAreCompared()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s, u"v15"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(checkRun(u"v13"_s));
    QCOMPARE(tabOf(u"Compare"_s), -1); // one alone cannot be compared
    QVERIFY(checkRun(u"v15"_s));
    auto *tabs = m_console->await<QTabBar>(u"detailsTabs"_s);
    ODC_EVENTUALLY(tabs->currentIndex() == tabOf(u"Compare 2 run"_s));
    QVERIFY(checkRun(u"v14"_s));
    ODC_EVENTUALLY(tabOf(u"Compare 3 run"_s) > 0);
    m_console->action(u"evals.uncheck"_s)->trigger();
    ODC_EVENTUALLY(tabOf(u"Compare"_s) < 0);
    QVERIFY(Qt::CheckState(row(u"v14"_s).data(Qt::CheckStateRole).toInt()) == Qt::Unchecked);
    // Selected runs are checked by the command, and Space does it for the one with the cursor.
    QVERIFY(clickRow(u"v14"_s));
    QVERIFY(clickRow(u"v13"_s, Qt::ControlModifier));
    ODC_EVENTUALLY(m_console->action(u"evals.compare"_s)->isEnabled());
    m_console->press(QKeySequence(u"Ctrl+M"_s), tree());
    ODC_EVENTUALLY(tabs->currentIndex() == tabOf(u"Compare 2 run"_s));
    QVERIFY(clickRow(u"v15"_s));
    QTest::keyClick(tree(), Qt::Key_Space);
    ODC_EVENTUALLY(tabOf(u"Compare 3 run"_s) > 0);
}

void TestEvalsPage::theOldestRunIsTheBaseline()
{
    QVERIFY(openServer(u"0"_s, {}, u"sample"_s));
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"gpt-4.1"_s)); // newest first in the tree, and the first that was clicked
    QVERIFY(clickRow(u"v13 mini"_s, Qt::ControlModifier));
    m_console->press(QKeySequence(u"Ctrl+M"_s), tree());
    auto *card = m_console->await<QWidget>(u"compareCard0"_s);
    QVERIFY(card);
    QVERIFY2(card->accessibleName().startsWith(u"v13 mini, baseline"_s), qPrintable(card->accessibleName()));
    // Another one, because a person says so, and for as long as it is compared.
    QAction *make = m_console->action(u"evals.makeBaseline"_s);
    QVERIFY(clickRow(u"v13 mini"_s));
    ODC_EVENTUALLY(!make->isEnabled()); // it is
    QVERIFY(clickRow(u"gpt-4.1"_s));
    ODC_EVENTUALLY(make->isEnabled());
    make->trigger();
    const auto first = [this](const QString &name) {
        return eventually([&] {
            const auto *found = m_console->find<QWidget>(u"compareCard0"_s);
            return found && found->accessibleName().startsWith(name + u", baseline"_s);
        });
    };
    QVERIFY(first(u"gpt-4.1"_s));
    QVERIFY(checkRun(u"v14 mini"_s));
    QVERIFY(first(u"gpt-4.1"_s));
    m_console->action(u"evals.uncheck"_s)->trigger();
    QVERIFY(checkRun(u"gpt-4.1"_s)); // the order of the ticks does not matter
    QVERIFY(checkRun(u"v13 mini"_s));
    QVERIFY(first(u"v13 mini"_s));
}

void TestEvalsPage::tickingInAnotherEvalSaysWhatIsUnticked()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    const QString other = makeEval(u"tone of voice"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s})
        makeRun(triage, name);
    makeRun(other, u"formal"_s);
    QVERIFY(showEvals());
    tree()->expandAll();
    QVERIFY(checkRun(u"v13"_s));
    QVERIFY(checkRun(u"v14"_s));
    QVERIFY(!messages()->isShowing());
    QVERIFY(checkRun(u"formal"_s));
    QVERIFY(messages()->isShowing());
    QVERIFY2(messages()->message().text.contains(u"triage golden"_s), qPrintable(messages()->message().text));
    // Not only for a moment: what follows from the ticks comes in the next turns of the event loop.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(messages()->isShowing());
}

void TestEvalsPage::statusAndAgeAreSeenAtTheUsualSize()
{
    QVERIFY(openServer(u"0"_s));
    makeRun(makeEval(u"triage golden"_s), u"v13"_s);
    m_console->window().resize(1440, 900);
    QVERIFY(showEvals());
    for (const int column : {EvalTreeModel::Passed, EvalTreeModel::Status, EvalTreeModel::Created})
        QVERIFY2(!tree()->isColumnHidden(column), qPrintable(QString::number(column)));
}

void TestEvalsPage::comparesWhileNothingIsSelected()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    tree()->expand(row(u"triage golden"_s));
    QVERIFY(checkRun(u"v13"_s));
    QVERIFY(checkRun(u"v14"_s));
    QCOMPARE(selectedNames(), QStringList());
    QVERIFY(m_console->await<QWidget>(u"compareCard1"_s));
    QCOMPARE(tabOf(u"Summary"_s), -1); // of nothing
    QCOMPARE(tabOf(u"JSON"_s), -1);
    // What is selected next is there again, and gone with the selection.
    QVERIFY(clickRow(u"v13"_s));
    ODC_EVENTUALLY(tabOf(u"Summary"_s) == 0 && tabOf(u"Items"_s) > 0 && tabOf(u"JSON"_s) > 0);
    tree()->clearSelection();
    ODC_EVENTUALLY(tabOf(u"Summary"_s) < 0 && tabOf(u"Items"_s) < 0);
    m_console->action(u"evals.uncheck"_s)->trigger();
    ODC_EVENTUALLY(!m_console->find<QTabBar>(u"detailsTabs"_s));
}

void TestEvalsPage::nothingIsShownOfADeletedRun()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s, u"v15"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(checkRun(u"v13"_s));
    QVERIFY(checkRun(u"v14"_s));
    QVERIFY(m_console->await<QWidget>(u"compareCard1"_s));
    QVERIFY(clickRow(u"v15"_s));
    ODC_EVENTUALLY(tabOf(u"Summary"_s) == 0);
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"v15"_s).isValid());
    ODC_EVENTUALLY(tabOf(u"Summary"_s) < 0 && tabOf(u"Criteria"_s) < 0 && tabOf(u"JSON"_s) < 0);
    QVERIFY(m_console->find<QWidget>(u"compareCard1"_s));
}

void TestEvalsPage::whatIsMadeIsSeenBeforeAComparison()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    const QString other = makeEval(u"tone of voice"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(checkRun(u"v13"_s));
    QVERIFY(checkRun(u"v14"_s));
    QVERIFY(m_console->await<QWidget>(u"compareCard1"_s));
    m_console->page()->showObject(other);
    auto *name = m_console->await<ElidedLabel>(u"detailsName"_s);
    QVERIFY(name);
    ODC_EVENTUALLY(name->fullText() == u"tone of voice"_s);
    QVERIFY(tabOf(u"Compare 2 run"_s) > 0); // it is not over
}

void TestEvalsPage::opensWithTheFocusInTheTree()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    makeRun(triage, u"v13"_s);
    auto *navigation = m_console->find<NavList>(u"navList"_s);
    QVERIFY(navigation);
    const auto clickArea = [&](int area) {
        QTest::mouseClick(navigation->viewport(), Qt::LeftButton, {},
                          navigation->visualRect(navigation->model()->index(area, 0)).center());
    };
    m_console->press(u"Alt+5"_s, navigation);
    QVERIFY(tree()->hasFocus());
    m_console->press(u"Alt+1"_s);
    QVERIFY(m_console->table()->hasFocus());
    clickArea(5);
    QVERIFY(tree()->hasFocus());
    clickArea(2);
    QVERIFY(m_console->table()->hasFocus());
    clickArea(5);
    // A click on the area that is open, too.
    navigation->setFocus();
    clickArea(5);
    QVERIFY(tree()->hasFocus());
}

void TestEvalsPage::navigationHasThePagesKeys()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    makeRun(triage, u"v13"_s);
    QVERIFY(showEvals());
    m_console->window().showPage(u"files"_s);
    auto *navigation = m_console->find<NavList>(u"navList"_s);
    // Who goes along the areas by keys goes on where he is.
    m_console->press(u"Down"_s, navigation);
    for (int page = 2; page <= 4; ++page)
        m_console->press(u"Down"_s);
    QVERIFY(tree() && tree()->isVisible());
    QVERIFY(navigation->hasFocus());
    m_console->press(u"Ctrl+Shift+E"_s);
    QVERIFY(tree()->isExpanded(row(u"triage golden"_s)));
    m_console->press(u"Ctrl+Shift+L"_s);
    QVERIFY(!tree()->isExpanded(row(u"triage golden"_s)));
    QSignalSpy detailsToggled(m_console->action(u"evals.details"_s), &QAction::toggled);
    m_console->press(u"F4"_s);
    QCOMPARE(detailsToggled.count(), 1);
    m_console->press(u"Return"_s);
    QVERIFY(tree()->hasFocus());
    // Of the page that is not open they are not.
    m_console->press(u"Up"_s, navigation);
    m_console->press(u"F4"_s);
    QCOMPARE(detailsToggled.count(), 1);
}

void TestEvalsPage::panesOpenWithTheFocusInThem()
{
    QVERIFY(openServer(u"0"_s, {}, u"sample"_s));
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"v14 mini"_s));
    m_console->press(u"Return"_s, tree());
    auto *items = m_console->await<TableView>(u"itemsTable"_s);
    QVERIFY(items);
    QVERIFY(items->hasFocus());
    QVERIFY(clickRow(u"v13 mini"_s, Qt::ControlModifier));
    m_console->press(u"Ctrl+M"_s, tree());
    auto *rows = m_console->await<TableView>(u"compareTable"_s);
    QVERIFY(rows);
    QVERIFY(rows->hasFocus());
    QVERIFY(m_console->await<QWidget>(u"compareCard1"_s));
    QVERIFY(rows->hasFocus());
}

void TestEvalsPage::noMoreThanFiveAreCompared()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    for (int i = 1; i <= 6; ++i)
        makeRun(triage, u"run %1"_s.arg(i));
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    for (int i = 1; i <= 5; ++i)
        QVERIFY(checkRun(u"run %1"_s.arg(i)));
    QVERIFY(!messages()->isShowing());
    QVERIFY(!checkRun(u"run 6"_s));
    QVERIFY(messages()->isShowing());
    QVERIFY2(messages()->message().text.contains(u"5"_s), qPrintable(messages()->message().text));
    ODC_EVENTUALLY(tabOf(u"Compare 5 run"_s) > 0);
}

void TestEvalsPage::areaThatIsGoneSaysSoAndDisturbsNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("404") << 404;
    QTest::newRow("405") << 405;
    QTest::newRow("410") << 410;
}

void TestEvalsPage::areaThatIsGoneSaysSoAndDisturbsNothing()
{
    QFETCH(int, status);
    QVERIFY(openServer(u"0"_s));
    m_proxy->add({}, "/evals", Fault::apiError(status, u"invalid_request_error"_s, u"gone"_s), -1);
    m_console->window().showPage(u"evals"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Unavailable);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Unavailable);
    QVERIFY(overlay()->state().sentence.contains(u"no evals area"_s));
    QVERIFY(overlay()->actionButton()->isVisible());
    QVERIFY(!messages()->isShowing());
    QCOMPARE(m_console->page()->navigationCount(), -1);
    QCOMPARE(m_proxy->count({}, "/evals"), 1); // it is not asked again and again
    QVERIFY(!QApplication::activeModalWidget());
    // Files are what they were.
    m_console->window().showPage(u"files"_s);
    QVERIFY(postForm(m_server->url(), "/v1/files", {{"purpose", "evals", {}}, {"file", "{}\n", "a.jsonl"}},
                     {{"Authorization", QByteArray("Bearer ") + key}})
                .status == 200);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 1);
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Ready);
}

QTEST_MAIN(TestEvalsPage)
#include "tst_evalspage.moc"
