// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each request of a batch: the joined grid, with real key presses and clicks.
#include "gui/support/resultsbench.h"

#include "../batches/batchlines.h"
#include "api/session.h"
#include "base/longwork.h"
#include "base/requestlog.h"
#include "settings/settings.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/pages/batches/figurebars.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/transcriptview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QJsonDocument>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Model = BatchResultsModel;

class TestBatchResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void everyRequestIsInTheGrid();
    void theHeadSaysWhatItCameTo();
    void aClickOnAnErrorShowsItsLines();
    void wordsFilterTheGrid();
    void requestAndAnswerAreReadBeside();
    void anErrorIsRead();
    void theKeyboardGoesFromFailureToFailure();
    void copiesAreOfTheSelectedRows();
    void filesHoldWhatTheGridShows();
    void theRestIsHandedOver();
    void nothingIsLeftToSend();
    void whatIsGoneIsSaid();
    void whatIsNotNamedMayBeAnswered();
    void anAttemptThatRunsMayAnswer();
    void staleResultsAreNotSentAgain();
    void aRunningBatchShowsItsRequests();
    void aRefusedBatchSaysWhy();
    void attemptsAreMerged();
    void unreadableLinesAreCounted();
    void aPollMovesNothing();
    void whatIsLookedIntoStays();
    void readAnewUnderAFilterTheRowStays();
    void whatTheServerAnsweredIsJoined();
    void everyControlHasAName();

private:
    static QByteArray input(int from = 0, int to = 8)
    {
        QByteArray lines;
        for (int i = from; i < to; ++i)
            lines += chatLine("ticket-" + QByteArray::number(i),
                              "Summarise ticket " + QByteArray::number(i) + ": printer");
        return lines;
    }
    static QByteArray id(int i) { return "ticket-" + QByteArray::number(i); }
    /// Answers to 0 and 1 (in another order), failures of 2 to 4, 5 expired, 6 and 7 in no file.
    QList<BatchObject> usual()
    {
        return {m_bench->batch(
            u"batch_1"_s, input(), chatAnswer(id(1), "Second") + chatAnswer(id(0), "First, \\\"quoted\\\""),
            refusedLine(id(2), 429, "rate_limit", "slow down") +
                refusedLine(id(3), 429, "rate_limit", "slow down") +
                refusedLine(id(4), 500, {}, "The server had an error") + brokenLine(id(5), "batch_expired"),
            {{u"status"_s, u"expired"_s}})};
    }
    QString label(const QString &name) const { return m_bench->child<ElidedLabel>(name)->fullText(); }
    QString state(const QString &name) const { return m_bench->child<StateLabel>(name)->text(); }
    int shown() const { return m_bench->pane().list()->shownCount(); }
    void press(const QKeySequence &keys)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keySequence(focus ? focus : m_bench->window(), keys);
    }
    /// The bars' button of this name.
    QAbstractButton *bar(const QString &widget, const QString &name) const
    {
        const auto buttons = m_bench->child<QWidget>(widget)->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons)
            if (button->text() == name)
                return button;
        return nullptr;
    }
    QByteArray exported(const QString &action)
    {
        const QString suffix = action.contains(u"Table"_s) ? u"csv"_s : u"jsonl"_s;
        const QString path = m_home.filePath(u"out-%1.%2"_s.arg(++m_outs).arg(suffix));
        m_bench->pane().list()->messages()->dismiss();
        m_bench->action(action)->trigger();
        if (!m_console->chooseFile(u"resultsExportDialog"_s, path))
            return "(no dialog)";
        if (!eventually([&] { return m_bench->pane().list()->messages()->isShowing(); }))
            return "(no word)";
        return m_bench->pane().list()->messages()->message().kind == Message::Kind::Ok ? readFile(path)
                                                                                       : "(failed)"_ba;
    }

    Theme m_theme;
    QTemporaryDir m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ResultsBench> m_bench;
    int m_outs = 0;
};

void TestBatchResults::initTestCase()
{
    m_theme.apply(*qApp);
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    QVERIFY(m_console->openLocal());
    m_bench = std::make_unique<ResultsBench>(*m_console);
}

void TestBatchResults::cleanupTestCase()
{
    m_bench.reset();
    m_console.reset();
}

void TestBatchResults::init()
{
    failOnNoise();
    m_bench->open();
}

void TestBatchResults::cleanup()
{
    m_bench->close();
}

void TestBatchResults::everyRequestIsInTheGrid()
{
    QVERIFY(m_bench->show(usual()));
    QCOMPARE(m_bench->column(Model::CustomId),
             (QStringList{u"ticket-0"_s, u"ticket-1"_s, u"ticket-2"_s, u"ticket-3"_s, u"ticket-4"_s,
                          u"ticket-5"_s, u"ticket-6"_s, u"ticket-7"_s}));
    QCOMPARE(m_bench->column(Model::Status),
             (QStringList{u"answered"_s, u"answered"_s, u"failed"_s, u"failed"_s, u"failed"_s, u"expired"_s,
                          u"no answer"_s, u"no answer"_s}));
    QCOMPARE(m_bench->column(Model::Http).at(4), u"500"_s);
    QCOMPARE(m_bench->column(Model::Answer).first(3),
             (QStringList{u"First, \"quoted\""_s, u"Second"_s, u"slow down"_s}));
    QCOMPARE(m_bench->column(Model::Request).first(), u"Summarise ticket 0: printer"_s);
    QCOMPARE(m_bench->column(Model::Tokens).first(), u"15"_s);
    QVERIFY(!m_bench->table()->isColumnShown(Model::Note) || m_bench->table()->isColumnHidden(Model::Note));
}

void TestBatchResults::theHeadSaysWhatItCameTo()
{
    QVERIFY(m_bench->show(usual()));
    ODC_EVENTUALLY(state(u"resultsAnswered"_s) == u"2 answered"_s);
    QCOMPARE(label(u"resultsBatch"_s), u"batch_1"_s);
    QVERIFY(state(u"resultsState"_s).contains(u"expired"_s));
    QCOMPARE(state(u"resultsFailed"_s), u"3 failed"_s);
    QCOMPARE(state(u"resultsOpen"_s), u"3 without an answer"_s);
    QVERIFY2(label(u"resultsAbout"_s).contains(u"/v1/chat/completions · gpt-4.1-mini · 8 request"_s),
             qPrintable(label(u"resultsAbout"_s)));
}

void TestBatchResults::aClickOnAnErrorShowsItsLines()
{
    QVERIFY(m_bench->show(usual()));
    QAbstractButton *rate = bar(u"resultsErrors"_s, u"429 rate_limit"_s);
    QVERIFY(rate);
    QVERIFY(rate->accessibleName().endsWith(u": 2"_s));
    Console::click(rate);
    QCOMPARE(m_bench->column(Model::CustomId), (QStringList{u"ticket-2"_s, u"ticket-3"_s}));
    Console::click(bar(u"resultsErrors"_s, u"429 rate_limit"_s)); // once more lets it go
    QCOMPARE(shown(), 8);
    Console::click(bar(u"resultsErrors"_s, u"no answer"_s));
    QCOMPARE(m_bench->column(Model::CustomId), (QStringList{u"ticket-6"_s, u"ticket-7"_s}));
    Console::click(bar(u"resultsErrors"_s, u"expired"_s));
    QCOMPARE(m_bench->column(Model::CustomId), QStringList{u"ticket-5"_s});
}

void TestBatchResults::wordsFilterTheGrid()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().focusFilter();
    QTest::keyClicks(QApplication::focusWidget(), u"QUOTED"_s);
    ODC_EVENTUALLY(shown() == 1);
    QCOMPARE(m_bench->column(Model::CustomId), QStringList{u"ticket-0"_s});
    m_bench->pane().list()->setFilter(u"ticket-4 status:failed"_s);
    ODC_EVENTUALLY(shown() == 1 && !m_bench->model().isSearching());
    QCOMPARE(m_bench->column(Model::CustomId), QStringList{u"ticket-4"_s});
    m_bench->pane().list()->setFilter(u"nowhere"_s);
    ODC_EVENTUALLY(shown() == 0 && !m_bench->model().isSearching());
    auto *overlay = m_bench->table()->findChild<StateOverlay *>();
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Empty);
}

void TestBatchResults::requestAndAnswerAreReadBeside()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().list()->selectId(u"1"_s);
    ODC_EVENTUALLY(label(u"requestTitle"_s) == u"ticket-1"_s);
    QCOMPARE(label(u"requestPlace"_s), u"line 2 · request_id req_ticket-1"_s);
    auto *answer = m_bench->child<TranscriptView>(u"answerText"_s);
    auto *request = m_bench->child<TranscriptView>(u"requestText"_s);
    QCOMPARE(answer->plainText(), u"Answer\nSecond"_s);
    QVERIFY(answer->isVisible() && !request->isVisible());
    press(QKeySequence(Qt::Key_Return)); // both, side by side
    QVERIFY(answer->isVisible() && request->isVisible());
    QVERIFY(request->plainText().contains(u"System\nBe brief."_s));
    QVERIFY(request->plainText().contains(u"User\nSummarise ticket 1: printer"_s));
    auto *tabs = m_bench->child<QTabBar>(u"requestTabs"_s);
    tabs->setCurrentIndex(3);
    QVERIFY(m_bench->child<QWidget>(u"requestJson"_s)->isVisible());
}

void TestBatchResults::anErrorIsRead()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().list()->selectId(u"2"_s);
    ODC_EVENTUALLY(label(u"requestTitle"_s) == u"ticket-2"_s);
    auto *answer = m_bench->child<TranscriptView>(u"answerText"_s);
    QVERIFY(answer->plainText().startsWith(u"Error\nslow down\ncode: rate_limit"_s));
    QVERIFY(answer->plainText().contains(u"param: max_tokens"_s));
    m_bench->pane().list()->selectId(u"6"_s);
    ODC_EVENTUALLY(label(u"requestTitle"_s) == u"ticket-6"_s);
    QVERIFY(answer->plainText().startsWith(u"No answer"_s));
}

void TestBatchResults::theKeyboardGoesFromFailureToFailure()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().focusRows();
    QCOMPARE(m_bench->pane().list()->currentRow(), 0); // the first one is there to be read
    press(QKeySequence(Qt::Key_F8));
    QCOMPARE(m_bench->pane().list()->currentRow(), 2);
    press(QKeySequence(Qt::Key_F8));
    QCOMPARE(m_bench->pane().list()->currentRow(), 3);
    press(QKeySequence(Qt::Key_End));
    QCOMPARE(m_bench->pane().list()->currentRow(), 7);
    press(QKeySequence(Qt::Key_F8));
    QVERIFY(m_bench->pane().list()->messages()->isShowing());
    press(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    QCOMPARE(m_bench->pane().list()->currentRow(), 6);
}

void TestBatchResults::copiesAreOfTheSelectedRows()
{
    QVERIFY(m_bench->show(usual()));
    QGuiApplication::clipboard()->clear();
    m_bench->pane().focusRows();
    press(QKeySequence(Qt::SHIFT | Qt::Key_Down));
    press(QKeySequence::Copy);
    ODC_EVENTUALLY(QGuiApplication::clipboard()->text() == u"ticket-0\nticket-1"_s);
    m_bench->pane().list()->selectId(u"0"_s);
    press(QKeySequence(u"Ctrl+Alt+C"_s));
    ODC_EVENTUALLY(QGuiApplication::clipboard()->text().startsWith(u'{'));
    const QJsonObject copied =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(copied.value("custom_id"_L1).toString(), u"ticket-0"_s);
    QCOMPARE(copied.value("response"_L1).toObject().value("status_code"_L1).toInt(), 200);
    press(QKeySequence(u"Ctrl+Shift+C"_s));
    ODC_EVENTUALLY(QGuiApplication::clipboard()->text().startsWith(u"ticket-0\tanswered\t200\t"_s));
}

void TestBatchResults::filesHoldWhatTheGridShows()
{
    QVERIFY(m_bench->show(usual()));
    const QByteArrayList table = exported(u"results.exportTable1"_s).trimmed().split('\n');
    QCOMPARE(table.size(), 9);
    QVERIFY2(table.at(1).startsWith(
                 "ticket-0,answered,200,Summarise ticket 0: printer,\"First, \"\"quoted\"\"\",15"),
             table.at(1).constData());
    QVERIFY(table.at(8).startsWith("ticket-7,missing,"));
    const QByteArrayList joined = exported(u"results.exportJoined3"_s).trimmed().split('\n'); // answered only
    QCOMPARE(joined.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(joined.at(1)).object().value("custom_id"_L1).toString(), u"ticket-1"_s);
    m_bench->pane().list()->setFilter(u"status=answered"_s);
    QCOMPARE(exported(u"results.exportOutput2"_s), // the shown ones, as they stood in the file
             chatAnswer(id(0), "First, \\\"quoted\\\"") + chatAnswer(id(1), "Second"));
}

void TestBatchResults::theRestIsHandedOver()
{
    QVERIFY(m_bench->show(usual()));
    QAction *rest = m_bench->action(u"results.sendRest"_s);
    QVERIFY(rest->isEnabled());
    QVERIFY2(rest->text().contains(u"(6)"_s), qPrintable(rest->text()));
    std::shared_ptr<const BatchResults> handed;
    QList<BatchObject> chain;
    connect(&m_bench->pane(), &ResultsPane::sendRestRequested, this,
            [&](std::shared_ptr<const BatchResults> results, const QList<BatchObject> &of) {
                handed = std::move(results);
                chain = of;
            });
    rest->trigger();
    QVERIFY(handed);
    QCOMPARE(chain.first().id, u"batch_1"_s);
    const QString file = handed->input;
    m_bench->close(); // whoever makes the rest keeps the files
    QVERIFY(QFile::exists(file));
    handed.reset();
    QTRY_VERIFY(!QFile::exists(file));
}

void TestBatchResults::nothingIsLeftToSend()
{
    QVERIFY(m_bench->show(
        {m_bench->batch(u"batch_2"_s, input(0, 2), chatAnswer(id(0), "x") + chatAnswer(id(1), "y"))}));
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->toolTip().isEmpty());
    QVERIFY(!m_bench->child<QWidget>(u"resultsErrors"_s)->isVisible());
}

void TestBatchResults::whatIsGoneIsSaid()
{
    QList<BatchObject> chain = usual();
    bool removed = false;
    m_console->session()->files().remove(chain.first().outputFileId, &m_bench->pane(),
                                         [&](const Result<bool> &) { removed = true; });
    ODC_EVENTUALLY(removed);
    QVERIFY(m_bench->show(chain));
    QVERIFY(m_bench->pane().list()->messages()->message().text.contains(u"deleted"_s));
    QCOMPARE(m_bench->model().results()->count(BatchRowState::Answered), 0);
    // Nobody knows what was answered: sending "the rest" would pay for it twice.
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
}

void TestBatchResults::whatIsNotNamedMayBeAnswered()
{
    // Three were answered and are paid for, and no file is said to hold them.
    QVERIFY(m_bench->show({m_bench->batch(
        u"batch_6"_s, input(0, 3), {}, {},
        {{u"request_counts"_s, QJsonObject{{u"total"_s, 3}, {u"completed"_s, 3}, {u"failed"_s, 0}}}})}));
    QCOMPARE(m_bench->model().results()->count(BatchRowState::Missing), 3);
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
}

void TestBatchResults::anAttemptThatRunsMayAnswer()
{
    // Two were sent for the same rest; the one that was sent later ended first.
    const auto attempt = [](int number) {
        return QJsonObject{{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, QString::number(number)}};
    };
    QList<BatchObject> chain = usual();
    chain << m_bench->batch(u"batch_7"_s, input(2, 8), {}, {},
                            {{u"status"_s, u"in_progress"_s}, {u"metadata"_s, attempt(1)}})
          << m_bench->batch(u"batch_8"_s, input(2, 8), chatAnswer(id(2), "At last"), {},
                            {{u"metadata"_s, attempt(2)}});
    QVERIFY(m_bench->show(chain));
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
}

void TestBatchResults::staleResultsAreNotSentAgain()
{
    QVERIFY(m_bench->show(
        {m_bench->batch(u"batch_9"_s, input(0, 3), {}, {}, {{u"status"_s, u"in_progress"_s}})}));
    // It ended, and its answers did not come: what is shown knows of none.
    m_bench->pane().setBatch({m_bench->batch(
        u"batch_9"_s, input(0, 3), chatAnswer(id(0), "x") + chatAnswer(id(1), "y") + chatAnswer(id(2), "z"))});
    QCOMPARE(m_bench->model().loadState(), LoadState::Loading);
    m_bench->pane().findChild<Model *>()->stop();
    QCOMPARE(m_bench->model().loadState(), LoadState::Stopped);
    QVERIFY(m_bench->model().results());
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
}

void TestBatchResults::aRunningBatchShowsItsRequests()
{
    QVERIFY(m_bench->show(
        {m_bench->batch(u"batch_3"_s, input(0, 3), {}, {}, {{u"status"_s, u"in_progress"_s}})}));
    QCOMPARE(m_bench->column(Model::Status), (QStringList{u"to come"_s, u"to come"_s, u"to come"_s}));
    QVERIFY(m_bench->pane().list()->messages()->message().text.contains(u"still running"_s));
    QVERIFY(!m_bench->action(u"results.sendRest"_s)->isEnabled());
    QVERIFY(!m_bench->child<QWidget>(u"resultsErrors"_s)->isVisible());
    // It ends: the same rows, now with answers.
    QVERIFY(m_bench->show({m_bench->batch(u"batch_3"_s, input(0, 3), chatAnswer(id(2), "late"))}));
    ODC_EVENTUALLY(m_bench->column(Model::Status).at(2) == u"answered"_s);
    QCOMPARE(m_bench->column(Model::Status).first(), u"no answer"_s);
    QVERIFY(!m_bench->pane().list()->messages()->isShowing());
}

void TestBatchResults::aRefusedBatchSaysWhy()
{
    const QJsonObject error{
        {u"code"_s, u"duplicate_custom_id"_s}, {u"message"_s, u"Line 3 is there twice."_s}, {u"line"_s, 3}};
    const QJsonObject errors{{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray{error}}};
    QVERIFY(m_bench->show({m_bench->batch(u"batch_4"_s, input(0, 1), {}, {},
                                          {{u"status"_s, u"failed"_s}, {u"errors"_s, errors}})}));
    auto *overlay = m_bench->table()->findChild<StateOverlay *>();
    QVERIFY(overlay->state().sentence.contains(u"refused"_s));
    QCOMPARE(overlay->state().detail, u"Line 3 is there twice."_s);
}

void TestBatchResults::attemptsAreMerged()
{
    QList<BatchObject> chain = usual();
    chain << m_bench->batch(
        u"batch_5"_s, input(2, 8), chatAnswer(id(2), "At last") + chatAnswer(id(6), "Found"),
        refusedLine(id(4), 500, {}, "again"),
        {{u"metadata"_s, QJsonObject{{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, u"1"_s}}}});
    QVERIFY(m_bench->show(chain));
    QCOMPARE(shown(), 8);
    QCOMPARE(m_bench->column(Model::Answer).at(2), u"At last"_s);
    QCOMPARE(m_bench->column(Model::Attempt),
             (QStringList{u"1"_s, u"1"_s, u"2"_s, u"1"_s, u"2"_s, u"1"_s, u"2"_s, u"–"_s}));
    ODC_EVENTUALLY(state(u"resultsAnswered"_s) == u"4 answered"_s);
    QAbstractButton *second = bar(u"resultsAttempts"_s, u"Attempt 2"_s);
    QVERIFY(second);
    QVERIFY(second->accessibleName().endsWith(u"2 of 6"_s));
    Console::click(second);
    QCOMPARE(m_bench->column(Model::CustomId), (QStringList{u"ticket-2"_s, u"ticket-6"_s}));
    QVERIFY(m_bench->action(u"results.sendRest"_s)->text().contains(u"(4)"_s));
}

void TestBatchResults::unreadableLinesAreCounted()
{
    QVERIFY(m_bench->show(usual()));
    QVERIFY(state(u"resultsUnreadable"_s).isEmpty() ||
            !m_bench->pane().findChild<QWidget *>(u"resultsUnreadable"_s)->isVisible());
    QVERIFY(
        m_bench->show({m_bench->batch(u"batch_9"_s, input(), chatAnswer(id(0), "Yes") + "{cut\n{cut\n")}));
    ODC_EVENTUALLY(m_bench->pane().findChild<QWidget *>(u"resultsUnreadable"_s)->isVisible() &&
                   state(u"resultsUnreadable"_s).startsWith(u"2 line"_s));
}

void TestBatchResults::aPollMovesNothing()
{
    const QList<BatchObject> chain = usual();
    QVERIFY(m_bench->show(chain));
    m_bench->pane().list()->selectId(u"4"_s);
    m_console->session()->requestLog().clear();
    m_bench->pane().setBatch(chain);
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->model().loadState(), LoadState::Ready);
    QCOMPARE(m_bench->pane().list()->currentRow(), 4);
    QVERIFY(m_console->session()->requestLog().calls().isEmpty());
}

void TestBatchResults::whatIsLookedIntoStays()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().list()->selectId(u"3"_s);
    m_bench->action(u"results.openLine"_s)->trigger();
    QPointer<JsonlViewerDialog> viewer = m_bench->window()->findChild<JsonlViewerDialog *>();
    QVERIFY(viewer);
    const QString path = viewer->path();
    QVERIFY(eventually([&] { return viewer->view()->currentLine() == 4; }));
    // Another batch, whose files take the place of these.
    QVERIFY(m_bench->show({m_bench->batch(u"batch_other"_s, input(), chatAnswer(id(0), "Other"))}));
    waitForBackground();
    QVERIFY(QFile::exists(path));
    viewer->close();
    QVERIFY(eventually([&] { return !viewer; }));
    QVERIFY(eventually([&] { return !QFile::exists(path); }));
}

void TestBatchResults::readAnewUnderAFilterTheRowStays()
{
    QVERIFY(m_bench->show(usual()));
    m_bench->pane().list()->setFilter(u"printer"_s);
    QVERIFY(eventually([&] { return !m_bench->model().isSearching() && shown() == 8; }));
    m_bench->pane().list()->selectId(u"4"_s);
    m_bench->pane().refresh();
    QVERIFY(eventually([&] { return m_bench->model().loadState() == LoadState::Ready; }));
    QVERIFY(eventually([&] { return !m_bench->model().isSearching() && shown() == 8; }));
    QCOMPARE(m_bench->pane().list()->currentRow(), 4);
}

void TestBatchResults::whatTheServerAnsweredIsJoined()
{
    QByteArray lines = chatLine("good", "hello") + chatLine("slow", "[[status 429]]") +
                       chatLine("late", "[[timeout]]") + chatLine("lost", "[[missing]]") +
                       chatLine("two", "[[twice]]");
    lines.replace(R"("model":"m")", R"("model":"local-echo")");
    const QString file = m_bench->upload(u"real.jsonl"_s, lines);
    std::optional<BatchObject> batch;
    BatchesApi &batches = m_console->session()->batches();
    const auto take = [&](const Result<BatchObject> &result) {
        QVERIFY(result);
        batch = *result;
    };
    batches.create({{u"input_file_id"_s, file},
                    {u"endpoint"_s, u"/v1/chat/completions"_s},
                    {u"completion_window"_s, u"24h"_s}},
                   &m_bench->pane(), take);
    ODC_EVENTUALLY(batch);
    while (!batch->isFinished()) {
        const QString id = batch->id;
        batch.reset();
        batches.retrieve(id, &m_bench->pane(), take);
        ODC_EVENTUALLY(batch);
    }
    QVERIFY(m_bench->show({*batch}));
    QCOMPARE(m_bench->column(Model::CustomId),
             (QStringList{u"good"_s, u"slow"_s, u"late"_s, u"lost"_s, u"two"_s}));
    QCOMPARE(m_bench->column(Model::Status),
             (QStringList{u"answered"_s, u"failed"_s, u"failed"_s, u"no answer"_s, u"answered"_s}));
    QCOMPARE(m_bench->column(Model::Http).at(1), u"429"_s);
    QCOMPARE(m_bench->column(Model::Note).at(4), u"answered twice"_s);
    QVERIFY(m_bench->column(Model::Answer).first().contains(u"hello"_s));
    QVERIFY(m_bench->action(u"results.sendRest"_s)->text().contains(u"(3)"_s));
}

void TestBatchResults::everyControlHasAName()
{
    QVERIFY(m_bench->show(usual()));
    const auto buttons = m_bench->pane().findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     button->metaObject()->className());
    }
}

QTEST_MAIN(TestBatchResults)
#include "tst_batchresults.moc"
