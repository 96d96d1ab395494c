// SPDX-License-Identifier: GPL-3.0-or-later
// The Batches page: what it shows of batches in every state, and how it leads from one to what belongs to it.
#include "gui/support/batchespagetest.h"

#include "lists/batchresultsmodel.h"
#include "settings/settings.h"
#include "ui/pages/batches/batchtimeline.h"
#include "ui/pages/batches/resultspane.h"
#include "ui/pages/linklist.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "watch/jobwatch.h"

#include <QDateTime>
#include <QJsonArray>
#include <QMenu>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const qint64 now = QDateTime::currentSecsSinceEpoch();

QJsonObject named(const QString &name, const QJsonObject &more = {})
{
    QJsonObject metadata = more;
    metadata.insert(u"name"_s, name);
    return metadata;
}

/// One of each kind, newest first.
QList<QJsonObject> many()
{
    return {batchJson(u"batch_run"_s, u"in_progress"_s,
                      {{u"metadata"_s, named(u"running"_s, {{u"team"_s, u"red"_s}})},
                       {u"created_at"_s, now - 600},
                       {u"in_progress_at"_s, now - 540},
                       {u"expires_at"_s, now + 85'800},
                       {u"request_counts"_s, countsJson(200, 90, 10)}}),
            batchJson(u"batch_val"_s, u"validating"_s,
                      {{u"metadata"_s, named(u"checked"_s)}, {u"created_at"_s, now - 700}, {u"endpoint"_s, u"/v1/embeddings"_s}}),
            batchJson(u"batch_exp"_s, u"expired"_s,
                      {{u"metadata"_s, named(u"expired"_s)},
                       {u"created_at"_s, now - 100'000},
                       {u"expired_at"_s, now - 13'600},
                       {u"output_file_id"_s, u"file-out"_s},
                       {u"error_file_id"_s, u"file-err"_s},
                       {u"request_counts"_s, countsJson(12'000, 11'588, 331)}}),
            batchJson(u"batch_ref"_s, u"failed"_s,
                      {{u"metadata"_s, named(u"refused"_s, {{u"team"_s, u"blue"_s}})},
                       {u"created_at"_s, now - 4000},
                       {u"failed_at"_s, now - 3990},
                       {u"input_file_id"_s, u"file-bad"_s},
                       {u"errors"_s,
                        QJsonObject{{u"object"_s, u"list"_s},
                                    {u"data"_s, QJsonArray{QJsonObject{{u"code"_s, u"invalid_json_line"_s},
                                                                       {u"message"_s, u"This line is not JSON."_s},
                                                                       {u"line"_s, 2}},
                                                           QJsonObject{{u"code"_s, u"duplicate_custom_id"_s},
                                                                       {u"message"_s, u"The custom_id is used twice."_s},
                                                                       {u"line"_s, 3}}}}}}}),
            batchJson(u"batch_all"_s, u"completed"_s,
                      {{u"metadata"_s, named(u"all failed"_s)},
                       {u"created_at"_s, now - 5000},
                       {u"completed_at"_s, now - 4500},
                       {u"error_file_id"_s, u"file-err"_s},
                       {u"request_counts"_s, countsJson(20, 0, 20)}}),
            batchJson(u"batch_fine"_s, u"completed"_s,
                      {{u"metadata"_s, named(u"fine"_s)},
                       {u"created_at"_s, now - 300'000},
                       {u"in_progress_at"_s, now - 299'940},
                       {u"finalizing_at"_s, now - 296'400},
                       {u"completed_at"_s, now - 296'340},
                       {u"output_file_id"_s, u"file-out"_s},
                       {u"request_counts"_s, countsJson(20, 20, 0)}})};
}

} // namespace

class TestBatchesPage : public BatchesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void theListSaysWhatThereIs();
    void itIsFilteredByStatusEndpointAndMetadata();
    void detailsAreAsSeriousAsTheBatch_data();
    void detailsAreAsSeriousAsTheBatch();
    void theTimelineHasEveryStep();
    void errorsHaveTheirLines();
    void filesAreWhereTheLinksLead();
    void attemptsAndPartsLeadToEachOther();
    void severalAreSummedUp();
    void metadataColumnsAreChosenAndStay();
    void resultsStandInPlaceOfTheList();
    void aPollKeepsWhatIsSelected();
    void whatRunsIsWatchedFromElsewhereAndWhatEndedIsNot();
    void anAreaThatIsNotThereIsSaid_data();
    void anAreaThatIsNotThereIsSaid();
    void aReadOnlyProfileChangesNothing();

private:
    template <typename T> T *in(const QString &name) const { return m_console->page()->findChild<T *>(name); }
    static QPushButton *linkOf(const LinkList *list, const QString &text)
    {
        for (QPushButton *button : list->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button;
        }
        return nullptr;
    }
};

void TestBatchesPage::theListSaysWhatThereIs()
{
    QVERIFY(openStill(many()));
    QCOMPARE(m_console->column("name"), (QStringList{u"running"_s, u"checked"_s, u"refused"_s, u"all failed"_s,
                                                    u"expired"_s, u"fine"_s})); // newest first
    QCOMPARE(cell(u"running"_s, "status"), u"in progress"_s);
    QCOMPARE(cell(u"running"_s, "progress"), u"50 %"_s);
    QVERIFY(cell(u"running"_s, "left").contains(u"23 h"_s));
    QCOMPARE(cell(u"expired"_s, "status"), u"expired in part"_s);
    QCOMPARE(cell(u"all failed"_s, "status"), u"all requests failed"_s);
    QCOMPARE(cell(u"refused"_s, "status"), u"input file refused"_s);
    QCOMPARE(cell(u"fine"_s, "left"), QString());
    QCOMPARE(summary(), u"6 batches · 2 running · 2 failed since yesterday"_s);
    QCOMPARE(m_console->page()->navigationCount(), 6);
}

void TestBatchesPage::itIsFilteredByStatusEndpointAndMetadata()
{
    QVERIFY(openStill(many()));
    ODC_EVENTUALLY(m_console->page()->list()->columnOf("meta.team") > 0);
    const auto shown = [this](const QString &filter) {
        m_console->setFilter(filter);
        QStringList names = m_console->column("name");
        names.sort();
        return names.join(u',');
    };
    QCOMPARE(shown(u"status:in_progress"_s), u"running"_s);
    QCOMPARE(shown(u"status:refused"_s), u"refused"_s); // the word that is shown finds it, too
    QCOMPARE(shown(u"status=completed"_s), u"all failed,fine"_s);
    QCOMPARE(shown(u"endpoint:embeddings"_s), u"checked"_s);
    QCOMPARE(shown(u"meta.team:blue"_s), u"refused"_s);
    QCOMPARE(shown(u"failed>0"_s), u"all failed,expired,running"_s);
    QCOMPARE(shown(u"created<1h -status:validating"_s), u"running"_s);
    QCOMPARE(shown(u"batch_fine"_s), u"fine"_s);
}

void TestBatchesPage::detailsAreAsSeriousAsTheBatch_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("advice"); ///< a part of the sentence
    QTest::addColumn<QString>("next");   ///< the button; empty: none
    QTest::newRow("running") << u"running"_s << Tone::Running << u"when the batch has ended"_s << QString();
    QTest::newRow("validating") << u"checked"_s << Tone::Running << u"reads the input file"_s << QString();
    QTest::newRow("expired") << u"expired"_s << Tone::Attention << u"before 81 request"_s << u"Show results"_s;
    QTest::newRow("refused") << u"refused"_s << Tone::Failed << u"nothing is paid for"_s << u"2 error"_s;
    QTest::newRow("all failed") << u"all failed"_s << Tone::Failed << u"Not one request"_s << u"Show results"_s;
    QTest::newRow("fine") << u"fine"_s << Tone::Fine << u"Every request has an answer"_s << u"Show results"_s;
}

void TestBatchesPage::detailsAreAsSeriousAsTheBatch()
{
    QFETCH(QString, name);
    QFETCH(Tone, tone);
    QFETCH(QString, advice);
    QFETCH(QString, next);
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({name}));
    ODC_EVENTUALLY(in<StateLabel>(u"batchState"_s)->tone() == tone &&
                   in<QLabel>(u"batchAdvice"_s)->text().contains(advice));
    auto *button = in<QPushButton>(u"batchNext"_s);
    QCOMPARE(button->isVisible(), !next.isEmpty());
    QVERIFY(button->text().contains(next));
}

void TestBatchesPage::theTimelineHasEveryStep()
{
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({u"fine"_s}));
    const auto text = [this] { return in<BatchTimeline>(u"batchTimeline"_s)->text(); };
    ODC_EVENTUALLY(text().count(u'\n') == 3);
    const QStringList lines = text().split(u'\n');
    QVERIFY(lines.at(0).startsWith(u"created"_s) && lines.at(1).startsWith(u"in progress"_s) &&
            lines.at(2).startsWith(u"finalizing"_s) && lines.at(3).startsWith(u"completed"_s));
    QVERIFY(m_console->select({u"running"_s}));
    ODC_EVENTUALLY(text().split(u'\n').last().startsWith(u"expires"_s));
    QVERIFY(in<BatchTimeline>(u"batchTimeline"_s)->accessibleDescription().contains(u"expires"_s));
}

void TestBatchesPage::errorsHaveTheirLines()
{
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({u"refused"_s}));
    QVERIFY(m_console->click(u"batchNext"_s));
    auto *table = m_console->await<TableView>(u"batchErrorsTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 2);
    const auto text = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(text(0, 0), u"2"_s);
    QCOMPARE(text(0, 1), u"This line is not JSON."_s);
    QCOMPARE(text(1, 2), u"duplicate_custom_id"_s);
    QVERIFY(table->hasFocus()); // its keys work at once
    QVERIFY(m_console->select({u"fine"_s})); // which has no errors to show
    ODC_EVENTUALLY(!table->isVisible() && in<StateLabel>(u"batchState"_s)->isVisible());
}

void TestBatchesPage::filesAreWhereTheLinksLead()
{
    QVERIFY(openStill(many()));
    QVERIFY(putFile(u"file-out"_s, u"answers.jsonl"_s, "{}\n"));
    QVERIFY(m_console->select({u"fine"_s}));
    auto *files = in<LinkList>(u"batchFiles"_s);
    ODC_EVENTUALLY(files->rows().size() == 3 && files->rows().at(1).id == u"file-out"_s);
    QVERIFY(files->rows().at(2).id.isEmpty()); // it has no error file, and says so
    QCOMPARE(files->rows().at(2).text, u"none"_s);
    QPushButton *link = linkOf(files, u"file-out"_s);
    QVERIFY(link);
    Console::click(link);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"filesPage"_s &&
                   m_console->pane()->selectedIds() == QStringList{u"file-out"_s});
}

void TestBatchesPage::attemptsAndPartsLeadToEachOther()
{
    const auto attempt = [](const QString &id, const QString &name, const QJsonObject &links, int completed, int total) {
        QJsonObject metadata = links;
        metadata.insert(u"name"_s, name);
        return batchJson(id, u"completed"_s,
                         {{u"metadata"_s, metadata}, {u"request_counts"_s, countsJson(total, completed, total - completed)}});
    };
    QVERIFY(openStill({attempt(u"batch_1"_s, u"first"_s, {}, 80, 100),
                       attempt(u"batch_2"_s, u"second"_s, {{u"odc_first_batch"_s, u"batch_1"_s}, {u"odc_attempt"_s, u"1"_s}}, 15, 20),
                       attempt(u"batch_3"_s, u"part one"_s, {{u"odc_group"_s, u"g"_s}, {u"odc_group_part"_s, u"1/2"_s}}, 5, 5),
                       attempt(u"batch_4"_s, u"part two"_s, {{u"odc_group"_s, u"g"_s}, {u"odc_group_part"_s, u"2/2"_s}}, 5, 5)}));
    QCOMPARE(cell(u"second"_s, "attempt"), u"2 of 2"_s);
    QVERIFY(m_console->select({u"first"_s}));
    auto *attempts = in<LinkList>(u"batchAttempts"_s);
    ODC_EVENTUALLY(attempts->rows().size() == 2);
    QVERIFY(attempts->rows().at(0).isHere && attempts->rows().at(0).note == u"80 of 100"_s);
    QCOMPARE(attempts->rows().at(1).note, u"15 of 20"_s);
    QVERIFY(linkOf(attempts, u"batch_2"_s));
    Console::click(linkOf(attempts, u"batch_2"_s));
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{u"batch_2"_s});
    QVERIFY(m_console->select({u"part two"_s}));
    auto *parts = in<LinkList>(u"batchParts"_s);
    ODC_EVENTUALLY(parts->isVisible() && parts->rows().size() == 2 && !attempts->isVisible());
    // What has no answer may be sent again, of the chain as a whole.
    QVERIFY(m_console->select({u"first"_s}));
    // As long as the file with the requests is there.
    const QAction *rest = m_console->action(u"batches.sendRest"_s);
    QVERIFY(!rest->isEnabled());
    QVERIFY2(rest->toolTip().contains(u"gone"_s), qPrintable(rest->toolTip()));
    QVERIFY(putFile(u"file-in"_s, u"requests.jsonl"_s, "{}\n"));
    m_console->window().showPage(u"files"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"requests.jsonl"_s));
    QVERIFY(showBatches());
    QVERIFY(m_console->select({u"first"_s}));
    ODC_EVENTUALLY(rest->isEnabled());
    QVERIFY(m_console->select({u"part one"_s}));
    QVERIFY(!m_console->action(u"batches.sendRest"_s)->isEnabled());
}

void TestBatchesPage::severalAreSummedUp()
{
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({u"running"_s, u"fine"_s}));
    ODC_EVENTUALLY(summary().contains(u"2 selected, 110 of 220"_s));
    QVERIFY(!m_console->action(u"batches.results"_s)->isEnabled());
    QVERIFY(m_console->action(u"batches.cancel"_s)->isEnabled()); // for the one that can be
    QVERIFY(m_console->select({u"fine"_s}));
    QVERIFY(!m_console->action(u"batches.cancel"_s)->isEnabled());
}

void TestBatchesPage::metadataColumnsAreChosenAndStay()
{
    QVERIFY(openStill(many()));
    const auto teamColumn = [this] { return m_console->page()->list()->columnOf("meta.team"); };
    ODC_EVENTUALLY(teamColumn() > 0);
    QVERIFY(!m_console->table()->isColumnShown(teamColumn()));
    QVERIFY(m_console->click(u"batchesColumns"_s));
    QMenu *menu = nullptr;
    ODC_EVENTUALLY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr);
    QAction *team = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(u"team"_s))
            team = action;
    }
    QVERIFY(team);
    menu->setActiveAction(team);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(m_console->table()->isColumnShown(teamColumn()));
    QCOMPARE(cell(u"refused"_s, "meta.team"), u"blue"_s);
    // Opened again, it is as it was.
    QVERIFY(m_console->open(m_console->services().settings().text(Setting::LastProfile)));
    QVERIFY(showBatches());
    ODC_EVENTUALLY(teamColumn() > 0 && m_console->table()->isColumnShown(teamColumn()));
}

void TestBatchesPage::resultsStandInPlaceOfTheList()
{
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({u"fine"_s}));
    const QString title = m_console->window().windowTitle();
    auto *results = m_console->page()->findChild<ResultsPane *>();
    auto *menu = m_console->window().findChild<QMenu *>(u"objectMenu"_s);
    QAction *copyId = m_console->action(u"batches.copyId"_s);
    QVERIFY(!in<QPushButton>(u"allBatchesButton"_s)->isVisible());
    for (const QString &back : {u"Esc"_s, u"Alt+Left"_s, u"mouse"_s}) {
        m_console->press(u"Return"_s, m_console->table());
        ODC_EVENTUALLY(results->isVisible() && !m_console->table()->isVisible());
        QCOMPARE(results->batchId(), u"batch_fine"_s);
        QCOMPARE(m_console->window().windowTitle(), title);
        QVERIFY(!copyId->isEnabled()); // keys are those of what is seen
        QVERIFY(m_console->action(u"batches.back"_s)->isEnabled());
        QVERIFY(menu->actions().contains(results->ownActions().first()));
        QVERIFY(results->isAncestorOf(QApplication::focusWidget()));
        ODC_EVENTUALLY(results->model().loadState() != LoadState::Loading); // which Esc would stop first
        if (back == "mouse"_L1)
            QVERIFY(m_console->click(u"allBatchesButton"_s));
        else
            m_console->press(back);
        ODC_EVENTUALLY(!results->isVisible() && m_console->table()->isVisible());
        QVERIFY(m_console->table()->hasFocus());
        QCOMPARE(m_console->pane()->selectedIds(), QStringList{u"batch_fine"_s});
        QVERIFY(copyId->isEnabled());
        QVERIFY(!m_console->action(u"batches.back"_s)->isEnabled());
    }
    // Somebody asks for another batch: that is seen, and not the results of the one before.
    m_console->press(u"Return"_s, m_console->table());
    ODC_EVENTUALLY(results->isVisible());
    m_console->page()->showObject(u"batch_exp"_s);
    QVERIFY(!results->isVisible());
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{u"batch_exp"_s});
}

void TestBatchesPage::aPollKeepsWhatIsSelected()
{
    QVERIFY(openStill(many()));
    QVERIFY(m_console->select({u"running"_s}));
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QVERIFY(put({batchJson(u"batch_run"_s, u"completed"_s,
                           {{u"metadata"_s, named(u"running"_s)},
                            {u"created_at"_s, now - 600},
                            {u"completed_at"_s, now},
                            {u"request_counts"_s, countsJson(200, 190, 10)}}),
                 batchJson(u"batch_new"_s, u"validating"_s, {{u"metadata"_s, named(u"new"_s)}, {u"created_at"_s, now}})}));
    ODC_EVENTUALLY(cell(u"running"_s, "status") == u"some requests failed"_s && !cell(u"new"_s, "status").isEmpty());
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{u"batch_run"_s});
    ODC_EVENTUALLY(in<StateLabel>(u"batchState"_s)->text() == u"completed, some failed"_s);
    QCOMPARE(m_console->column("name").first(), u"new"_s);
}

void TestBatchesPage::whatRunsIsWatchedFromElsewhereAndWhatEndedIsNot()
{
    QList<QJsonObject> batches = many();
    QVERIFY(openStill(batches));
    JobWatch &watch = m_console->context().watch;
    m_console->services().settings().set(Setting::PollSeconds, 1);
    m_console->window().showPage(u"files"_s);
    const int before = asked("GET", "/batches");
    ODC_EVENTUALLY(asked("GET", "/batches") > before + 1);
    // One list call looks after all of them.
    QCOMPARE(asked("GET", "/batches/batch_run"), 0);
    QVERIFY(!watch.running().isEmpty());
    batches[0][u"status"_s] = u"cancelled"_s;
    batches[1][u"status"_s] = u"cancelled"_s;
    QVERIFY(put(batches));
    ODC_EVENTUALLY(watch.running().isEmpty());
    // From now on nobody asks, while the page that is seen goes on being refreshed.
    const int last = asked("GET", "/batches");
    const int files = asked("GET", "/files");
    ODC_EVENTUALLY(asked("GET", "/files") >= files + 3);
    QCOMPARE(asked("GET", "/batches"), last);
    // Seen again, the page itself looks at once.
    m_console->window().showPage(u"batches"_s);
    const RowModelBase *list = m_console->page()->list();
    ODC_EVENTUALLY([&] {
        int left = 0;
        for (int row = 0; row < list->rowCount(); ++row) {
            const QString status = list->rawValue(row, list->columnOf("status")).toString();
            left += status == u"in_progress"_s || status == u"validating"_s ? 1 : 0;
        }
        return left == 0;
    }());
}

void TestBatchesPage::anAreaThatIsNotThereIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<StateOverlay::Kind>("kind");
    QTest::newRow("not there") << 404 << StateOverlay::Kind::Unavailable;
    QTest::newRow("forbidden") << 403 << StateOverlay::Kind::Error;
}

void TestBatchesPage::anAreaThatIsNotThereIsSaid()
{
    QFETCH(int, status);
    QFETCH(StateOverlay::Kind, kind);
    QVERIFY(openStill({}));
    m_proxy->add("GET", "/batches", Fault::apiError(status, u"invalid_request_error"_s, {}), -1);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(overlay()->kind() == kind);
    QVERIFY(!overlay()->state().sentence.isEmpty());
    m_console->window().showPage(u"files"_s); // the rest goes on
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
}

void TestBatchesPage::aReadOnlyProfileChangesNothing()
{
    QVERIFY(openStill(many(), [](Profile &profile) { profile.readOnly = true; }));
    QVERIFY(m_console->select({u"running"_s}));
    for (const auto &name : {u"batches.new"_s, u"batches.newLike"_s, u"batches.cancel"_s, u"batches.sendRest"_s}) {
        QVERIFY2(!m_console->action(name)->isEnabled(), qPrintable(name));
        QVERIFY(m_console->action(name)->toolTip().contains(u"read-only"_s));
    }
    QVERIFY(m_console->select({u"fine"_s}));
    QVERIFY(m_console->action(u"batches.results"_s)->isEnabled());
}

QTEST_MAIN(TestBatchesPage)
#include "tst_batchespage.moc"
