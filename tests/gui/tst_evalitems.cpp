// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a run in a window of their own against the local server, by keyboard.
#include "gui/support/console.h"
#include "gui/support/evals.h"

#include "api/session.h"
#include "base/requestlog.h"
#include "evals/evalmarks.h"
#include "lists/filterproxy.h"
#include "lists/outputitemsmodel.h"
#include "localserver/localserver.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/pages/evals/itemspane.h"
#include "ui/pages/evals/transcriptview.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Row n is wrong when it ends in 3, and nearly right when it ends in 5.
QJsonObject rowOf(int n)
{
    const QString label = u"label.%1"_s.arg(n);
    const QString answer = n % 10 == 3 ? u"nonsense"_s : n % 10 == 5 ? label + u"5"_s : label;
    return {{u"item"_s, QJsonObject{{u"text"_s, u"Question number %1 <b>of</b> many"_s.arg(n)}, {u"label"_s, label}}},
            {u"sample"_s, QJsonObject{{u"output_text"_s, answer}}}};
}

QJsonObject evalBody()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject schema{{u"type"_s, u"object"_s},
                             {u"properties"_s, QJsonObject{{u"text"_s, text}, {u"label"_s, text}}},
                             {u"required"_s, QJsonArray{u"text"_s, u"label"_s}}};
    const QJsonObject exact{{u"type"_s, u"string_check"_s},
                            {u"name"_s, u"exact"_s},
                            {u"input"_s, u"{{sample.output_text}}"_s},
                            {u"reference"_s, u"{{item.label}}"_s},
                            {u"operation"_s, u"eq"_s}};
    const QJsonObject near{{u"type"_s, u"text_similarity"_s},
                           {u"name"_s, u"near"_s},
                           {u"input"_s, u"{{sample.output_text}}"_s},
                           {u"reference"_s, u"{{item.label}}"_s},
                           {u"evaluation_metric"_s, u"fuzzy_match"_s},
                           {u"pass_threshold"_s, 0.6}};
    return {{u"name"_s, u"triage"_s},
            {u"data_source_config"_s,
             QJsonObject{{u"type"_s, u"custom"_s}, {u"item_schema"_s, schema}, {u"include_sample_schema"_s, true}}},
            {u"testing_criteria"_s, QJsonArray{exact, near}}};
}

QJsonObject runBody(int rows)
{
    QJsonArray content;
    for (int n = 0; n < rows; ++n)
        content.append(rowOf(n));
    const QJsonObject source{{u"type"_s, u"file_content"_s}, {u"content"_s, content}};
    return {{u"name"_s, u"v1"_s}, {u"data_source"_s, QJsonObject{{u"type"_s, u"jsonl"_s}, {u"source"_s, source}}}};
}

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestEvalItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void allItemsWithTheirGrades();
    void whatNobodyExpectsTakesNoRoom();
    void loadsWhenItIsSeen();
    void failuresByKeyboard();
    void nextFailureGoesRoundAndSaysSo();
    void filteredToOneCriterion();
    void marksByKeyboard();
    void notesAreWrittenInPlace();
    void lettersInTheFilterAreText();
    void theItemIsThereToRead();
    void searchInTheConversation();
    void escapeGoesBackToTheList();
    void anItemIsReadByItself();
    void anItemThatIsGoneIsSaid();
    void aRunUnderWayIsFollowed();
    void anotherRunShowsTheSameItem();
    void exportsHaveMarksAndNotes();
    void aDamagedFileOfMarksIsSaid();
    void copiesTheCall();
    void shortcutsAreListed();
    void withoutARunItSaysWhatToDo();

private:
    /// Waits for the run, shows it.
    void show(const EvalRun &run);
    OutputItemsModel &model() { return const_cast<OutputItemsModel &>(m_pane->model()); }
    QStringList column(QByteArrayView key) const;
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    QString shown() const { return m_pane->findChild<QLabel *>(u"itemTitle"_s)->text(); }
    /// Item numbers that are selected.
    QList<int> selected() const;
    void press(const QKeySequence &keys);
    int count(const QByteArray &method, const QString &pathPart) const;
    /// Calls of that path that got their answer.
    int ended(const QString &pathEnd) const;

    Theme m_theme;
    QTemporaryDir m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QWidget> m_window;
    ItemsPane *m_pane = nullptr;
    EvalObject m_eval;
    EvalRun m_run;
};

void TestEvalItems::initTestCase()
{
    m_theme.apply(*qApp);
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    QVERIFY(m_console->openLocal());
    m_eval = makeEval(*m_console->session(), evalBody());
    QVERIFY(!m_eval.id.isEmpty());
    m_run = makeRun(*m_console->session(), m_eval, runBody(250));
    QCOMPARE(m_run.status, u"completed"_s);
    QCOMPARE(m_run.counts.total, 250);
}

void TestEvalItems::cleanupTestCase()
{
    m_console.reset();
}

void TestEvalItems::init()
{
    failOnNoise();
    const Profile profile = *m_console->services().profiles().find(QLatin1StringView(localProfileId));
    m_window = std::make_unique<QWidget>();
    m_window->resize(1120, 760);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    m_pane = new ItemsPane({m_console->services().context(), profile, *m_console->session(),
                            *m_console->services().opener().transfers()}, m_window.get());
    layout->addWidget(m_pane);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_console->session()->requestLog().clear();
}

void TestEvalItems::cleanup()
{
    m_window.reset();
    QDir(m_home.path() + u"/config/marks"_s).removeRecursively();
    for (const QString &scope : {u"items/local"_s, u"items.verdict/local"_s})
        m_console->services().settings().set(Setting::FilterText, QString(), scope);
}

void TestEvalItems::show(const EvalRun &run)
{
    m_pane->setRun(m_eval, run);
    ODC_EVENTUALLY(model().loadState() == LoadState::Ready);
    m_pane->list()->table()->setFocus();
}

QStringList TestEvalItems::column(QByteArrayView key) const
{
    QStringList texts;
    const QAbstractItemModel *rows = m_pane->list()->table()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        texts << rows->index(row, m_pane->model().columnOf(key)).data().toString();
    return texts;
}

QList<int> TestEvalItems::selected() const
{
    QList<int> numbers;
    for (const int row : m_pane->list()->selectedRows())
        numbers << int(m_pane->model().item(row)->item.itemNumber);
    return numbers;
}

void TestEvalItems::press(const QKeySequence &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus ? focus : m_window.get(), keys);
}

int TestEvalItems::count(const QByteArray &method, const QString &pathPart) const
{
    int found = 0;
    for (const LoggedCall &call : m_console->session()->requestLog().calls())
        found += call.method == method && call.path.contains(pathPart) ? 1 : 0;
    return found;
}

int TestEvalItems::ended(const QString &pathEnd) const
{
    int found = 0;
    for (const LoggedCall &call : m_console->session()->requestLog().calls())
        found += !call.running && call.path.endsWith(pathEnd) ? 1 : 0;
    return found;
}

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

void TestEvalItems::marksByKeyboard()
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

void TestEvalItems::notesAreWrittenInPlace()
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

void TestEvalItems::theItemIsThereToRead()
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

void TestEvalItems::searchInTheConversation()
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

void TestEvalItems::escapeGoesBackToTheList()
{
    show(m_run);
    press(u"N"_s);
    ODC_EVENTUALLY(shown() == u"Item 3"_s);
    m_pane->findChild<TranscriptView *>()->setFocus();
    press(u"Esc"_s);
    QVERIFY(m_pane->list()->table()->hasFocus());
    QCOMPARE(selected(), QList<int>{3});
}

void TestEvalItems::anItemIsReadByItself()
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
}

void TestEvalItems::anItemThatIsGoneIsSaid()
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
    const EvalRun other = makeRun(*m_console->session(), m_eval, runBody(140));
    QVERIFY(other.isFinished());
    show(m_run);
    m_pane->list()->selectId(model().rowId(133));
    press(u"T"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"half a not"_s); // not lost by going on
    const QString before = model().rowId(133);
    show(other);
    QCOMPARE(model().rowCount(), 140);
    QCOMPARE(selected(), QList<int>{133});
    ODC_EVENTUALLY(shown() == u"Item 133"_s);
    QVERIFY(model().rowId(133) != before);
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

void TestEvalItems::aDamagedFileOfMarksIsSaid()
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
