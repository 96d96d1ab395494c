// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of an eval of the local server side by side, as a person sees and steps through them.
#include "gui/support/console.h"

#include "api/session.h"
#include "base/requestlog.h"
#include "lists/filterproxy.h"
#include "localserver/localserver.h"
#include "transfers/transferqueue.h"
#include "ui/pages/evals/comparepane.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowCount = 130; // more than one page

QString labelOf(int row)
{
    return row % 2 ? u"delivery.lost"_s : u"billing.refund"_s;
}

} // namespace

class TestEvalCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutRunsItSaysWhatToDo();
    void cardsSayHowEachRunDid();
    void anotherBaselineIsAskedFor();
    void messagesGoWithTheirRuns();
    void verdictsAreSeenInASmallPane();
    void namesOfRunsTakeTheRoomThereIs();
    void chipMenusOpenBelowTheirChip();
    void namesakesAreToldApart();
    void cardsCutNothing_data();
    void cardsCutNothing();
    void regressionsComeFirst();
    void regressionsOfOneRunComeFirst();
    void theCurrentRowShowsWhatDiffers();
    void whatTheBaselineLacksIsExpectedAllTheSame();
    void keysStepThroughRegressions();
    void onlyChangesAreShownWhenWanted();
    void aCriterionBringsItsScores();
    void theSameRunsAgainAskNothingAndKeepThePlace();
    void runsThatAreGoneAreSaid();
    void whatIsExpectedIsShownLetterByLetter();
    void theTableIsExported();
    void aConfigurationIsWrittenIntoAFolderOfItsOwn();

private:
    RawReply send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});
    QJsonObject post(const QString &path, const QJsonObject &body);
    EvalRun makeRun(const QString &name, const QHash<int, QString> &outputs, int rows = rowCount);
    void showRuns(const QList<EvalRun> &runs);
    QString card(int run) const;
    QStringList shown(const QByteArray &key) const;
    ListPane *list() const { return m_pane->findChild<ListPane *>(); }

    Theme m_theme;
    QTemporaryDir m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ComparePane> m_pane;
    EvalObject m_eval;
    QList<EvalRun> m_runs; ///< v13 (baseline), v14, v15
};

RawReply TestEvalCompare::send(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    EmbeddedServer &server = m_console->services().opener().embeddedServer();
    return rawRequest(server.url(), method, path,
                      {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + server.token().reveal().toUtf8()}}, body);
}

QJsonObject TestEvalCompare::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path.toUtf8(), QJsonDocument(body).toJson()).json();
}

/// A run over the same rows whose answers are right but for those of `outputs`.
EvalRun TestEvalCompare::makeRun(const QString &name, const QHash<int, QString> &outputs, int rows)
{
    QJsonArray content;
    for (int row = 0; row < rows; ++row) {
        content << QJsonObject{
            {u"item"_s, QJsonObject{{u"text"_s, u"Question %1"_s.arg(row)}, {u"label"_s, labelOf(row)}}},
            {u"sample"_s, QJsonObject{{u"output_text"_s, outputs.value(row, labelOf(row))}}}};
    }
    const QJsonObject source{
        {u"type"_s, u"jsonl"_s},
        {u"source"_s, QJsonObject{{u"type"_s, u"file_content"_s}, {u"content"_s, content}}}};
    const QJsonObject made =
        post(u"/v1/evals/"_s + m_eval.id + u"/runs"_s, {{u"name"_s, name}, {u"data_source"_s, source}});
    EvalRun run = EvalRun::fromJson(made);
    eventually([&] {
        const QByteArray path = "/v1/evals/" + m_eval.id.toUtf8() + "/runs/" + run.id.toUtf8();
        run = EvalRun::fromJson(send("GET", path).json());
        return run.isFinished();
    });
    return run;
}

void TestEvalCompare::initTestCase()
{
    m_theme.apply(*qApp);
    QLocale::setDefault(QLocale::c());
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    QVERIFY(m_console->openLocal());
    const QJsonObject text{{u"type"_s, u"string"_s}};
    m_eval = EvalObject::fromJson(post(
        u"/v1/evals"_s,
        {{u"name"_s, u"triage golden"_s},
         {u"data_source_config"_s,
          QJsonObject{{u"type"_s, u"custom"_s},
                      {u"include_sample_schema"_s, true},
                      {u"item_schema"_s,
                       QJsonObject{{u"type"_s, u"object"_s},
                                   {u"properties"_s, QJsonObject{{u"text"_s, text}, {u"label"_s, text}}}}}}},
         {u"testing_criteria"_s, QJsonArray{QJsonObject{{u"type"_s, u"string_check"_s},
                                                        {u"name"_s, u"exact"_s},
                                                        {u"input"_s, u"{{sample.output_text}}"_s},
                                                        {u"reference"_s, u"{{item.label}}"_s},
                                                        {u"operation"_s, u"eq"_s}},
                                            QJsonObject{{u"type"_s, u"text_similarity"_s},
                                                        {u"name"_s, u"near"_s},
                                                        {u"input"_s, u"{{sample.output_text}}"_s},
                                                        {u"reference"_s, u"{{item.label}}"_s},
                                                        {u"evaluation_metric"_s, u"fuzzy_match"_s},
                                                        {u"pass_threshold"_s, 0.1}}}}}));
    QVERIFY2(!m_eval.id.isEmpty(), QJsonDocument(m_eval.raw).toJson().constData());
    const QString late = u"delivery.late"_s;
    m_runs = {makeRun(u"v13"_s, {{3, late}, {5, late}}),
              makeRun(u"v14"_s, {{5, late}, {7, late}, {121, late}, {9, late}}),
              makeRun(u"v15"_s, {{3, late}, {5, late}, {7, late}})};
    for (const EvalRun &run : std::as_const(m_runs)) {
        QCOMPARE(run.status, u"completed"_s);
        QCOMPARE(run.counts.total, rowCount);
    }
}

void TestEvalCompare::init()
{
    failOnNoise();
    const PageContext context = m_console->context();
    m_pane = std::make_unique<ComparePane>(context);
    m_pane->resize(860, 760);
    m_pane->show();
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestEvalCompare::cleanup()
{
    list()->setFilter({});
    m_pane.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestEvalCompare::showRuns(const QList<EvalRun> &runs)
{
    QSignalSpy spy(m_pane.get(), &ComparePane::shown);
    m_pane->setRuns(m_eval, runs);
    QVERIFY(!spy.isEmpty() || spy.wait(20'000));
}

QString TestEvalCompare::card(int run) const
{
    const auto *found = m_pane->findChild<Card *>(u"compareCard%1"_s.arg(run));
    return found ? found->accessibleName().replace(QChar(QChar::Nbsp), u' ') : QString();
}

QStringList TestEvalCompare::shown(const QByteArray &key) const
{
    QStringList texts;
    const FilterProxy *proxy = list()->proxy();
    const int column = proxy->rows()->columnOf(key);
    for (int row = 0; row < proxy->rowCount(); ++row)
        texts << proxy->index(row, column).data().toString();
    return texts;
}

void TestEvalCompare::withoutRunsItSaysWhatToDo()
{
    const auto *overlay = m_pane->findChild<StateOverlay *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(overlay && overlay->isVisible());
    QVERIFY(overlay->state().sentence.contains(u"two to five"_s));
    showRuns(m_runs);
    QVERIFY(!overlay->isVisible());
    m_pane->clear();
    QVERIFY(overlay->isVisible());
    m_pane->setRuns(m_eval, m_runs.first(1)); // one alone is no comparison
    QVERIFY(overlay->isVisible());
}

void TestEvalCompare::cardsSayHowEachRunDid()
{
    showRuns(m_runs);
    QVERIFY2(card(0).startsWith(u"v13, baseline, 98.5 %, 130 item"_s), qPrintable(card(0)));
    // v14: 7, 9 and 121 got worse, 3 got better; of four changes three one way is p = 0.625.
    QVERIFY2(card(1).contains(u"96.9 %, −1.5 pp"_s), qPrintable(card(1)));
    QVERIFY2(card(1).contains(u"3 regression(s) · 1 improvement(s) · p = 0.63"_s), qPrintable(card(1)));
    QVERIFY2(card(2).contains(u"1 regression(s) · 0 improvement(s) · p = 1.00"_s), qPrintable(card(2)));
}

void TestEvalCompare::anotherBaselineIsAskedFor()
{
    showRuns(m_runs);
    QSignalSpy wanted(m_pane.get(), &ComparePane::baselineWanted);
    auto *button = m_pane->findChild<QToolButton *>(u"makeBaseline2"_s);
    QVERIFY(button);
    ODC_EVENTUALLY(button->isVisible());
    QVERIFY(!m_pane->findChild<QToolButton *>(u"makeBaseline0"_s)->isVisible()); // it is
    Console::click(button);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), m_runs.at(2).id);
}

void TestEvalCompare::messagesGoWithTheirRuns()
{
    showRuns(m_runs);
    Message message;
    message.text = u"A configuration was written"_s;
    list()->messages()->showMessage(message);
    m_pane->setRuns(m_eval, m_runs);
    QVERIFY(list()->messages()->isShowing()); // of the same
    showRuns({m_runs.at(1), m_runs.at(2)});
    QVERIFY(!list()->messages()->isShowing());
}

void TestEvalCompare::verdictsAreSeenInASmallPane()
{
    QList<EvalRun> runs = m_runs;
    for (EvalRun &run : runs)
        run.name += u" with a name that is rather long"_s;
    m_pane->resize(480, 545);
    showRuns(runs);
    QCoreApplication::processEvents();
    const TableView *table = list()->table();
    for (const QByteArray key : {"runa", "runb", "runc"})
        QVERIFY2(!table->isColumnHidden(list()->proxy()->rows()->columnOf(key)), key.constData());
    QVERIFY2(table->viewport()->height() >= 5 * table->rowHeight(0),
             qPrintable(QString::number(table->viewport()->height())));
}

void TestEvalCompare::namesOfRunsTakeTheRoomThereIs()
{
    QList<EvalRun> runs = m_runs;
    for (EvalRun &run : runs)
        run.name += u" gpt-4.1, temp 1"_s;
    m_pane->resize(1500, 800);
    showRuns(runs);
    QCoreApplication::processEvents();
    const TableView *table = list()->table();
    for (const QByteArray key : {"runa", "runb", "runc"}) {
        const int column = list()->proxy()->rows()->columnOf(key);
        const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(table->columnWidth(column) >= table->fontMetrics().horizontalAdvance(title), key.constData());
    }
}

void TestEvalCompare::chipMenusOpenBelowTheirChip()
{
    showRuns(m_runs);
    m_pane->resize(590, 540);
    QCoreApplication::processEvents();
    const auto chips = m_pane->findChildren<Chip *>();
    int opened = 0;
    for (Chip *chip : chips) {
        Console::click(chip);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY2(menu, qPrintable(chip->text()));
        const QPoint below = chip->mapToGlobal(QPoint(0, chip->height()));
        QVERIFY2(std::abs(menu->x() - below.x()) <= 1, qPrintable(chip->text()));
        menu->close();
        ++opened;
    }
    QVERIFY(opened >= 3);
}

void TestEvalCompare::namesakesAreToldApart()
{
    QList<EvalRun> runs = m_runs;
    for (int i = 0; i < 2; ++i)
        runs[i].name = u"nightly"_s;
    showRuns(runs);
    for (int i = 0; i < 2; ++i)
        QVERIFY2(card(i).startsWith(u"nightly …"_s + runs.at(i).id.last(5)), qPrintable(card(i)));
    QVERIFY2(card(2).startsWith(u"v15,"_s), qPrintable(card(2)));
}

void TestEvalCompare::cardsCutNothing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(860, 760);
    QTest::newRow("wide") << QSize(1500, 900);
    QTest::newRow("low") << QSize(1100, 500);
    QTest::newRow("narrow and low") << QSize(590, 540);
    QTest::newRow("narrow") << QSize(520, 900);
}

void TestEvalCompare::cardsCutNothing()
{
    QFETCH(QSize, size);
    showRuns(m_runs);
    m_pane->resize(size);
    QCoreApplication::processEvents();
    QList<int> widths;
    for (int run = 0; run < m_runs.size(); ++run) {
        const auto *shownCard = m_pane->findChild<Card *>(u"compareCard%1"_s.arg(run));
        widths << shownCard->width();
        QVERIFY(card(run).contains(u"130 item"_s)); // what has no room is still to be had
        const auto labels = shownCard->findChildren<QLabel *>();
        int bottom = 0;
        for (const QLabel *label : labels) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int wanted = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
            QVERIFY2(label->height() >= wanted, qPrintable(label->text()));
            bottom = std::max(bottom, label->geometry().bottom());
        }
        QVERIFY(bottom > 0 && bottom < shownCard->height());
    }
    QVERIFY(widths.last() >= widths.first() - 1 && widths.last() <= widths.first() + 1);
}

void TestEvalCompare::regressionsComeFirst()
{
    showRuns(m_runs);
    QCOMPARE(list()->shownCount(), rowCount);
    QCOMPARE(shown("item").first(5), (QStringList{u"7"_s, u"9"_s, u"121"_s, u"3"_s, u"5"_s}));
    QCOMPARE(shown("runa").first(5), (QStringList{u"pass"_s, u"pass"_s, u"pass"_s, u"fail"_s, u"fail"_s}));
    QCOMPARE(shown("runb").first(5), (QStringList{u"fail"_s, u"fail"_s, u"fail"_s, u"pass"_s, u"fail"_s}));
    QCOMPARE(shown("runc").first(5), (QStringList{u"fail"_s, u"pass"_s, u"pass"_s, u"fail"_s, u"fail"_s}));
    QCOMPARE(list()->currentRow() >= 0, true);
}

void TestEvalCompare::regressionsOfOneRunComeFirst()
{
    showRuns({m_runs.at(0), m_runs.at(2), m_runs.at(1)});
    const auto *proxy = list()->proxy();
    list()->table()->sortByColumn(proxy->rows()->columnOf("runb"),
                                  Qt::AscendingOrder); // v15, as by its header
    QCOMPARE(shown("item").first(1), QStringList{u"7"_s});
    QCOMPARE(shown("runb").at(1), u"fail"_s); // then what failed before, too
    const auto says = [this](const QString &text) {
        const auto chips = m_pane->findChildren<Chip *>();
        return std::any_of(chips.cbegin(), chips.cend(), [&](const Chip *chip) { return chip->text() == text; });
    };
    QVERIFY(says(u"regressions in v15 first"_s));
    // The keys step through that run's, not through those of others.
    list()->selectId(list()->proxy()->rows()->rowId(proxy->sourceRow(proxy->index(0, 0))));
    QCOMPARE(m_pane->findChild<QLabel *>(u"compareItem"_s)->text(), u"Item 7"_s);
    QTest::keyClick(list()->table(), Qt::Key_F8);
    QCOMPARE(m_pane->findChild<QLabel *>(u"compareItem"_s)->text(), u"Item 7"_s);
    QVERIFY(list()->messages()->message().text.contains(u"no regression"_s));
    // Another comparison begins with the regressions of all.
    m_pane->clear();
    showRuns(m_runs);
    QVERIFY(says(u"regressions first"_s));
    QCOMPARE(shown("item").first(3), (QStringList{u"7"_s, u"9"_s, u"121"_s}));
}

void TestEvalCompare::theCurrentRowShowsWhatDiffers()
{
    showRuns(m_runs);
    QCOMPARE(m_pane->findChild<QLabel *>(u"compareItem"_s)->text(), u"Item 7"_s);
    QCOMPARE(m_pane->findChild<ElidedLabel *>(u"compareExpected"_s)->fullText(),
             u"expected: delivery.lost"_s);
    const auto *before = m_pane->findChild<QTextEdit *>(u"compareOutput0"_s);
    const auto *now = m_pane->findChild<QTextEdit *>(u"compareOutput1"_s);
    QCOMPARE(before->toPlainText(), u"delivery.lost"_s);
    // The word that is gone is struck out, the new one underlined.
    ODC_EVENTUALLY(now->toPlainText() == u"delivery.lostlate"_s);
    const auto formatAt = [now](int position) {
        QTextCursor cursor(now->document());
        cursor.setPosition(position);
        return cursor.charFormat();
    };
    QVERIFY(!formatAt(5).fontStrikeOut() && !formatAt(5).fontUnderline());
    QVERIFY(formatAt(11).fontStrikeOut());
    QVERIFY(formatAt(16).fontUnderline() && formatAt(16).hasProperty(QTextFormat::BackgroundBrush));
}

void TestEvalCompare::whatTheBaselineLacksIsExpectedAllTheSame()
{
    showRuns({makeRun(u"short"_s, {}, 100), m_runs.at(1)});
    list()->setFilter(u"change:missing"_s);
    QCOMPARE(list()->shownCount(), rowCount - 100);
    const FilterProxy *proxy = list()->proxy();
    list()->selectId(proxy->rows()->rowId(proxy->sourceRow(proxy->index(int(shown("item").indexOf(u"121"_s)), 0))));
    QCOMPARE(m_pane->findChild<QLabel *>(u"compareItem"_s)->text(), u"Item 121"_s);
    QCOMPARE(m_pane->findChild<ElidedLabel *>(u"compareExpected"_s)->fullText(), u"expected: delivery.lost"_s);
}

void TestEvalCompare::keysStepThroughRegressions()
{
    showRuns(m_runs);
    list()->table()->setFocus();
    const auto item = [this] { return m_pane->findChild<QLabel *>(u"compareItem"_s)->text(); };
    QCOMPARE(item(), u"Item 7"_s);
    QTest::keyClick(list()->table(), Qt::Key_F8);
    QCOMPARE(item(), u"Item 9"_s);
    QTest::keyClick(list()->table(), Qt::Key_F8);
    QCOMPARE(item(), u"Item 121"_s);
    QTest::keyClick(list()->table(), Qt::Key_F8);
    QCOMPARE(item(), u"Item 121"_s);
    QVERIFY(list()->messages()->message().text.contains(u"no regression"_s));
    QTest::keyClick(list()->table(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(item(), u"Item 9"_s);
}

void TestEvalCompare::onlyChangesAreShownWhenWanted()
{
    showRuns(m_runs);
    list()->setFilter(u"-change=same"_s);
    QCOMPARE(shown("item"), (QStringList{u"7"_s, u"9"_s, u"121"_s, u"3"_s}));
    list()->setFilter(u"changec=regression"_s);
    QCOMPARE(shown("item"), QStringList{u"7"_s});
    list()->setFilter(u"change:improvement"_s);
    QCOMPARE(shown("item"), QStringList{u"3"_s});
    list()->setFilter(u"\"Question 12\""_s);
    QCOMPARE(list()->shownCount(), 11);
}

void TestEvalCompare::aCriterionBringsItsScores()
{
    showRuns(m_runs.first(2));
    const RowModelBase *rows = list()->proxy()->rows();
    const int exact = rows->columnOf("score1b");
    const int near = rows->columnOf("score2b");
    QVERIFY(exact > 0 && near > 0);
    QCOMPARE(rows->columns().at(exact).title, u"exact"_s); // whose, there is no question
    QVERIFY(list()->table()->isColumnShown(exact) && !list()->table()->isColumnShown(near));
    QCOMPARE(shown("score1b").first(), u"1.00 → 0.00"_s);
    QVERIFY(shown("score2b").first().startsWith(u"1.00 → 0."_s));
    QVERIFY2(card(1).contains(u"exact: −0.015 on average · 3 lower, 1 higher · p = 0.63"_s),
             qPrintable(card(1)));
    showRuns(m_runs);
    QCOMPARE(rows->columns().at(rows->columnOf("score1b")).title, u"exact: v14"_s);
    QCOMPARE(rows->columns().at(rows->columnOf("score1c")).title, u"exact: v15"_s);
}

void TestEvalCompare::theSameRunsAgainAskNothingAndKeepThePlace()
{
    showRuns(m_runs);
    list()->selectId(
        list()->proxy()->rows()->rowId(list()->proxy()->sourceRow(list()->proxy()->index(3, 0))));
    const int row = list()->currentRow();
    const auto asked = [this] { return m_console->session()->requestLog().calls().size(); };
    const auto before = asked();
    m_pane->setRuns(m_eval, m_runs);
    QCOMPARE(list()->proxy()->rows()->loadState(), LoadState::Ready); // nothing is begun
    QCOMPARE(list()->currentRow(), row);
    // One of them is another now, as a poll brings it: finished runs are not loaded again.
    QList<EvalRun> changed = m_runs;
    QJsonObject renamed = changed.at(1).raw;
    renamed.insert(u"metadata"_s, QJsonObject{{u"seen"_s, u"yes"_s}});
    changed[1] = EvalRun::fromJson(renamed);
    showRuns(changed);
    QCOMPARE(asked(), before);
    QCOMPARE(list()->currentRow(), row);
}

void TestEvalCompare::runsThatAreGoneAreSaid()
{
    EvalRun gone = m_runs.at(1);
    gone.id = u"evalrun_gone"_s;
    m_pane->setRuns(m_eval, {m_runs.at(0), gone});
    const auto *overlay = list()->table()->findChild<StateOverlay *>();
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Error);
    QCOMPARE(overlay->state().actionText, u"Try again"_s);
}

void TestEvalCompare::whatIsExpectedIsShownLetterByLetter()
{
    const QString label = u"<img src=\"/dev/zero\">\nand more"_s;
    QList<EvalRun> runs;
    for (const QString &answer : {label, u"x"_s}) {
        const QJsonObject row{{u"item"_s, QJsonObject{{u"text"_s, u"q"_s}, {u"label"_s, label}}},
                              {u"sample"_s, QJsonObject{{u"output_text"_s, answer}}}};
        const QJsonObject rows{{u"type"_s, u"file_content"_s}, {u"content"_s, QJsonArray{row}}};
        const QJsonObject source{{u"type"_s, u"jsonl"_s}, {u"source"_s, rows}};
        runs << EvalRun::fromJson(
            post(u"/v1/evals/"_s + m_eval.id + u"/runs"_s, {{u"name"_s, u"r"_s}, {u"data_source"_s, source}}));
        const QByteArray path = "/v1/evals/" + m_eval.id.toUtf8() + "/runs/" + runs.last().id.toUtf8();
        ODC_EVENTUALLY((runs.last() = EvalRun::fromJson(send("GET", path).json())).isFinished());
    }
    showRuns(runs);
    list()->selectId(list()->proxy()->rows()->rowId(0));
    auto *expected = m_pane->findChild<QWidget *>(u"compareExpected"_s);
    ODC_EVENTUALLY(!expected->toolTip().isEmpty());
    QVERIFY2(!expected->toolTip().contains(u"<img"_s), qPrintable(expected->toolTip()));
    QVERIFY(expected->toolTip().contains(u"/dev/zero"_s));
}

void TestEvalCompare::theTableIsExported()
{
    showRuns(m_runs.first(2));
    list()->setFilter(u"change:improvement"_s);
    list()->exportActions().first()->trigger();
    const QString path = m_home.filePath(u"comparison.csv"_s);
    auto *dialog = m_console->await<QFileDialog>(u"compareExportDialog"_s);
    QVERIFY(dialog);
    QVERIFY2(dialog->selectedFiles().value(0).endsWith(m_eval.name + u" comparison.csv"_s),
             qPrintable(dialog->selectedFiles().value(0)));
    QVERIFY(m_console->chooseFile(u"compareExportDialog"_s, path));
    ODC_EVENTUALLY(list()->messages()->message().key == u"export"_s);
    const QList<QByteArray> lines = readFile(path).trimmed().split('\n');
    // All compared rows, whatever the filter shows.
    QCOMPARE(lines.size(), rowCount + 1);
    QCOMPARE(lines.first().trimmed(),
             QByteArray("item,input,expected,change,v13 verdict,v13 change,v13 exact,v13 near,v13 answer,"
                        "v14 verdict,v14 change,v14 exact,v14 near,v14 answer"));
    QVERIFY2(lines.at(8).startsWith(
                 "7,Question 7,delivery.lost,regression,pass,,1,1,delivery.lost,fail,regression,0,"),
             lines.at(8).constData());
}

void TestEvalCompare::aConfigurationIsWrittenIntoAFolderOfItsOwn()
{
    showRuns(m_runs.first(2));
    QTemporaryDir folder;
    for (const QString &name : {u"promptfoo triage golden"_s, u"promptfoo triage golden 2"_s}) {
        list()->messages()->dismiss();
        list()->exportActions().at(1)->trigger();
        QVERIFY(m_console->chooseFile(u"promptfooDialog"_s, folder.path()));
        ODC_EVENTUALLY(list()->messages()->message().text.contains(name));
        QVERIFY(readFile(folder.filePath(name + u"/promptfooconfig.yaml"_s)).contains("tests: file://tests.jsonl"));
        QCOMPARE(readFile(folder.filePath(name + u"/tests.jsonl"_s)).count('\n'), rowCount);
    }
}

QTEST_MAIN(TestEvalCompare)
#include "tst_evalcompare.moc"
