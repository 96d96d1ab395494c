// SPDX-License-Identifier: GPL-3.0-or-later
// The Evals page in a whole window, with real keys and clicks; the server's own log is the witness of what was sent.
#include "gui/support/console.h"

#include "app/profileopener.h"
#include "lists/cellvalue.h"
#include "localserver/localserver.h"
#include "settings/settings.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/treeview.h"

#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto key = u"sk-test-evals-1"_s;

/// Without the plurals, which are a matter of the language's translation.
QString singular(QString text)
{
    static const QRegularExpression plural(u"(eval|run)(\\(s\\)|s)"_s);
    return text.replace(plural, u"\\1"_s);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestEvalsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void listsEvalsAndTheirRuns();
    void filterFindsRuns();
    void renamesAndEditsMetadata();
    void cancelsARun_data();
    void cancelsARun();
    void deletesRunsAndEvals();
    void watchesARunToItsEnd();
    void refreshMovesNothing();
    void checkedRunsAreCompared();
    void theOldestRunIsTheBaseline();
    void copiesAndExports();
    void readOnlyProfileChangesNothing();
    void areaThatIsGoneSaysSoAndDisturbsNothing_data();
    void areaThatIsGoneSaysSoAndDisturbsNothing();

private:
    /// A server of this test's own, through a proxy that can break things; the Evals page is open.
    bool openServer(const QString &timeScale, const std::function<void(Profile &)> &change = {},
                    const QString &seed = u"none"_s);
    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    QString makeEval(const QString &name);
    QString makeRun(const QString &evalId, const QString &name, int items = 3);
    bool showEvals();

    TreeView *tree() const { return m_console->find<TreeView>(u"evalsTree"_s); }
    /// The row of this name; below an eval of any name.
    QModelIndex row(const QString &name) const;
    QString cell(const QString &name, int column) const { return row(name).siblingAtColumn(column).data().toString(); }
    bool clickRow(const QString &name, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool open(const QString &evalName);
    bool checkRun(const QString &name);
    QStringList selectedNames() const;
    QString summary() const { return singular(m_console->page()->findChild<PageHeader *>()->summary()); }
    MessageBar *messages() const { return tree()->parentWidget()->findChild<MessageBar *>(); }
    StateOverlay *overlay() const { return tree()->findChild<StateOverlay *>(); }
    int tabOf(const QString &start) const;

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestEvalsPage::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void TestEvalsPage::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

bool TestEvalsPage::openServer(const QString &timeScale, const std::function<void(Profile &)> &change, const QString &seed)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--api-key"_s, key, u"--time-scale"_s, timeScale, u"--seed"_s, seed}))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    return m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), key, change));
}

bool TestEvalsPage::showEvals()
{
    m_console->window().showPage(u"evals"_s);
    return eventually([this] {
        const RowModelBase *list = m_console->page()->list();
        return list->loadState() != LoadState::Idle && list->loadState() != LoadState::Loading && !summary().contains(u"so far"_s);
    });
}

RawReply TestEvalsPage::ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body) const
{
    const Headers headers{{"Authorization", "Bearer " + key.toUtf8()}, {"Content-Type", "application/json"}};
    return rawRequest(m_server->url(), method, "/v1" + target, headers, body.isEmpty() ? QByteArray() : compact(body));
}

QString TestEvalsPage::makeEval(const QString &name)
{
    const QJsonObject schema{{u"type"_s, u"object"_s},
                             {u"properties"_s, QJsonObject{{u"text"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}};
    const QJsonObject check{{u"type"_s, u"string_check"_s},
                            {u"name"_s, u"exact"_s},
                            {u"input"_s, u"{{sample.output_text}}"_s},
                            {u"reference"_s, u"{{item.text}}"_s},
                            {u"operation"_s, u"eq"_s}};
    return ask("POST", "/evals",
               {{u"name"_s, name},
                {u"metadata"_s, QJsonObject{{u"owner"_s, u"cx"_s}}},
                {u"data_source_config"_s,
                 QJsonObject{{u"type"_s, u"custom"_s}, {u"item_schema"_s, schema}, {u"include_sample_schema"_s, true}}},
                {u"testing_criteria"_s, QJsonArray{check}}})
        .json()[u"id"_s]
        .toString();
}

QString TestEvalsPage::makeRun(const QString &evalId, const QString &name, int items)
{
    QJsonArray content;
    for (int i = 0; i < items; ++i)
        content.append(QJsonObject{{u"item"_s, QJsonObject{{u"text"_s, u"a"_s}}},
                                   {u"sample"_s, QJsonObject{{u"output_text"_s, i % 3 == 0 ? u"b"_s : u"a"_s}}}});
    return ask("POST", "/evals/" + evalId.toUtf8() + "/runs",
               {{u"name"_s, name},
                {u"data_source"_s,
                 QJsonObject{{u"type"_s, u"jsonl"_s},
                             {u"source"_s, QJsonObject{{u"type"_s, u"file_content"_s}, {u"content"_s, content}}}}}})
        .json()[u"id"_s]
        .toString();
}

QModelIndex TestEvalsPage::row(const QString &name) const
{
    const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                         Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

bool TestEvalsPage::open(const QString &evalName)
{
    const QModelIndex eval = row(evalName);
    if (!eval.isValid() || !clickRow(evalName))
        return false;
    QTest::keyClick(tree(), Qt::Key_Right);
    return tree()->isExpanded(eval);
}

bool TestEvalsPage::clickRow(const QString &name, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    m_console->activate();
    tree()->scrollTo(index);
    const QRect rect = tree()->visualRect(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, rect.center());
    return tree()->selectionModel()->isSelected(index);
}

bool TestEvalsPage::checkRun(const QString &name)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    tree()->scrollTo(index);
    const QRect rect = tree()->visualRect(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(12, rect.height() / 2));
    return Qt::CheckState(row(name).data(Qt::CheckStateRole).toInt()) == Qt::Checked;
}

QStringList TestEvalsPage::selectedNames() const
{
    QStringList names;
    const QModelIndexList rows = tree()->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        names << index.data().toString();
    names.sort();
    return names;
}

int TestEvalsPage::tabOf(const QString &start) const
{
    auto *tabs = m_console->find<QTabBar>(u"detailsTabs"_s);
    for (int tab = 0; tabs && tab < tabs->count(); ++tab) {
        if (tabs->isTabVisible(tab) && tabs->tabText(tab).startsWith(start))
            return tab;
    }
    return -1;
}

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

void TestEvalsPage::renamesAndEditsMetadata()
{
    QVERIFY(openServer(u"0"_s));
    const QByteArray id = makeEval(u"triage golden"_s).toUtf8();
    QVERIFY(showEvals());
    QVERIFY(clickRow(u"triage golden"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    auto *name = m_console->await<QLineEdit>(u"evalName"_s);
    QVERIFY(name);
    auto *save = m_console->find<QPushButton>(u"saveEval"_s);
    QVERIFY(!save->isEnabled()); // nothing is different yet
    QCOMPARE(name->selectedText(), u"triage golden"_s);
    QTest::keyClicks(name, u"triage silver"_s);
    auto *pairs = m_console->find<QTableWidget>(u"evalMetadata"_s);
    QCOMPARE(pairs->item(0, 0)->text(), u"owner"_s);
    // A rule that is broken is named, and nothing can be sent.
    QVERIFY(m_console->click(u"addPair"_s));
    pairs->item(1, 0)->setText(u"owner"_s);
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"twice"_s));
    QVERIFY(!save->isEnabled());
    pairs->item(1, 0)->setText(QString(65, u'k'));
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"64"_s));
    pairs->item(1, 0)->setText(u"v"_s);
    pairs->item(1, 1)->setText(QString(513, u'x'));
    QVERIFY(m_console->find<TextLabel>(u"evalProblem"_s)->text().contains(u"512"_s));
    pairs->item(1, 1)->setText(u"3"_s);
    QVERIFY(save->isEnabled());
    // What goes wrong is said where it was typed, and nothing is lost.
    m_proxy->add("POST", {}, Fault::apiError(400, u"invalid_request_error"_s, u"no_such_thing"_s));
    Console::click(save);
    auto *dialog = m_console->find<QDialog>(u"evalEditDialog"_s);
    ODC_EVENTUALLY(dialog->findChild<MessageBar *>()->isShowing());
    QCOMPARE(name->text(), u"triage silver"_s);
    ODC_EVENTUALLY(save->isEnabled());
    Console::click(save);
    ODC_EVENTUALLY(row(u"triage silver"_s).isValid());
    const QJsonObject eval = ask("GET", "/evals/" + id).json();
    QCOMPARE(eval[u"name"_s].toString(), u"triage silver"_s);
    QCOMPARE(eval[u"metadata"_s].toObject(), (QJsonObject{{u"owner"_s, u"cx"_s}, {u"v"_s, u"3"_s}}));
    QCOMPARE(selectedNames(), QStringList{u"triage silver"_s});
}

void TestEvalsPage::cancelsARun_data()
{
    QTest::addColumn<bool>("lost");
    QTest::newRow("answered") << false;
    QTest::newRow("the answer is lost") << true;
}

void TestEvalsPage::cancelsARun()
{
    QFETCH(bool, lost);
    QVERIFY(openServer(u"1000"_s)); // its work takes hours
    const QString eval = makeEval(u"triage golden"_s);
    const QByteArray run = makeRun(eval, u"slow"_s, 20).toUtf8();
    QVERIFY(showEvals());
    QVERIFY(summary().endsWith(u"1 running"_s));
    QVERIFY(open(u"triage golden"_s));
    QAction *cancel = m_console->action(u"evals.cancel"_s);
    QVERIFY(!cancel->isEnabled()); // of an eval
    QVERIFY(clickRow(u"slow"_s));
    ODC_EVENTUALLY(cancel->isEnabled());
    if (lost)
        m_proxy->add("POST", "/runs/" + run, Fault::loseReply());
    m_proxy->clearSeen();
    cancel->trigger();
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"slow"_s, 2) == u"canceled"_s);
    QCOMPARE(m_proxy->count("POST", "/runs/" + run), 1); // exactly once, lost or not
    QCOMPARE(m_proxy->count("GET", "/runs/" + run), lost ? 1 : 0);
    QCOMPARE(ask("GET", "/evals/" + eval.toUtf8() + "/runs/" + run).json()[u"status"_s].toString(), u"canceled"_s);
    ODC_EVENTUALLY(!cancel->isEnabled());
    ODC_EVENTUALLY(!summary().contains(u"running"_s));
    QVERIFY(!messages()->isShowing());
}

void TestEvalsPage::deletesRunsAndEvals()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"triage golden"_s);
    makeEval(u"tone of voice"_s);
    for (const QString &name : {u"v13"_s, u"v14"_s, u"v15"_s})
        makeRun(triage, name);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"v14"_s));
    m_proxy->clearSeen();
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"v14"_s).isValid());
    QCOMPARE(m_proxy->count("DELETE"), 1);
    QVERIFY(row(u"v13"_s).isValid());
    // An eval says what goes with it, and takes it along: one call, not three.
    QVERIFY(clickRow(u"triage golden"_s));
    QVERIFY(clickRow(u"v13"_s, Qt::ControlModifier));
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(u"2 run"_s); }));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"triage golden"_s).isValid());
    QCOMPARE(m_proxy->count("DELETE"), 2);
    QCOMPARE(m_proxy->count("DELETE", "/evals/" + triage.toUtf8()), 1);
    QCOMPARE(ask("GET", "/evals/" + triage.toUtf8()).status, 404);
    ODC_EVENTUALLY(summary() == u"1 eval · 0 run"_s);
    QVERIFY(row(u"tone of voice"_s).isValid());
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
}

void TestEvalsPage::copiesAndExports()
{
    QVERIFY(openServer(u"0"_s));
    const QString triage = makeEval(u"=triage golden"_s);
    const QString run = makeRun(triage, u"v13, mini"_s);
    QVERIFY(showEvals());
    QVERIFY(open(u"=triage golden"_s));
    QVERIFY(clickRow(u"v13, mini"_s));
    m_console->press(QKeySequence(QKeySequence::Copy), tree());
    QCOMPARE(QGuiApplication::clipboard()->text(), run);
    m_console->action(u"evals.copyJson"_s)->trigger();
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8())[u"id"_s].toString(), run);
    ODC_EVENTUALLY(m_console->action(u"evals.copyCurl"_s)->isEnabled());
    m_console->action(u"evals.copyCurl"_s)->trigger();
    const QString curl = QGuiApplication::clipboard()->text();
    QVERIFY(curl.contains(u"/evals/%1/runs/%2"_s.arg(triage, run)));
    QVERIFY(!curl.contains(key));
    m_console->action(u"evals.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, m_home->filePath(u"out.csv"_s)));
    ODC_EVENTUALLY(messages()->isShowing());
    const QByteArray csv = readFile(m_home->filePath(u"out.csv"_s));
    QVERIFY(csv.contains("'=triage golden")); // no formula for a spreadsheet
    QVERIFY(csv.contains("\"v13, mini\""));
    QCOMPARE(csv.trimmed().count('\n'), 1); // the header and the one run
    m_console->action(u"evals.exportJson"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, m_home->filePath(u"out.json"_s)));
    ODC_EVENTUALLY(QFile::exists(m_home->filePath(u"out.json"_s)));
    QCOMPARE(QJsonDocument::fromJson(readFile(m_home->filePath(u"out.json"_s))).array().size(), 2); // eval and run
}

void TestEvalsPage::readOnlyProfileChangesNothing()
{
    QVERIFY(openServer(u"1000"_s, [](Profile &profile) { profile.readOnly = true; }));
    const QString eval = makeEval(u"triage golden"_s);
    makeRun(eval, u"slow"_s);
    QVERIFY(showEvals());
    QVERIFY(open(u"triage golden"_s));
    QVERIFY(clickRow(u"slow"_s));
    for (const QString &name : {u"new"_s, u"duplicate"_s, u"newRun"_s, u"repeatRun"_s, u"rename"_s, u"metadata"_s, u"cancel"_s, u"delete"_s}) {
        const QAction *action = m_console->action(u"evals."_s + name);
        QVERIFY2(action && !action->isEnabled(), qPrintable(name));
        QVERIFY2(action->toolTip().contains(u"read-only"_s), qPrintable(name));
    }
    m_console->press(QKeySequence(QKeySequence::Delete), tree());
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->action(u"evals.copyId"_s)->isEnabled());
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
                     {{"Authorization", "Bearer " + key.toUtf8()}})
                .status == 200);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 1);
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Ready);
}

QTEST_MAIN(TestEvalsPage)
#include "tst_evalspage.moc"
