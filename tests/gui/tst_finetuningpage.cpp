// SPDX-License-Identifier: GPL-3.0-or-later
// The Fine-tuning page: what it shows of jobs in every state.
#include "gui/support/finetuningpagetest.h"

#include "api/session.h"
#include "ui/charts/curvesview.h"
#include "ui/pages/linklist.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestFineTuningPage : public FineTuningPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void theListSaysWhatThereIs();
    void itIsFilteredByStatusModelAndMetadata();
    void detailsAreAsSeriousAsTheJob_data();
    void detailsAreAsSeriousAsTheJob();
    void detailsSayWhatItWasMadeWith();
    void filesAreWhereTheLinksLead();
    void aResultsFileIsLookedInto();
    void anAreaThatIsNotThereIsSaid_data();
    void anAreaThatIsNotThereIsSaid();
    void aServiceThatTakesNoMoreJobsIsSaid();
    void aReadOnlyProfileChangesNothing();
    void whatIsSelectedStaysSoWhenColumnsCome();
    void itIsClosedInTheMiddleOfEverything();

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

void TestFineTuningPage::theListSaysWhatThereIs()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QCOMPARE(m_console->column("name"), (QStringList{u"running"_s, u"checked"_s, u"paused"_s, u"failed"_s,
                                                     u"cancelled"_s, u"fine"_s})); // newest first
    QCOMPARE(cell(u"checked"_s, "status"), u"checking files"_s);
    QCOMPARE(cell(u"running"_s, "time"), u"20 min left"_s);
    QCOMPARE(cell(u"fine"_s, "time"), u"2 h 11 min"_s);
    QCOMPARE(cell(u"fine"_s, "tokens"), u"2.4 M"_s);
    QCOMPARE(cell(u"paused"_s, "method"), u"DPO"_s);
    QCOMPARE(summary(),
             u"6 jobs · 2 running · 1 paused"_s); // no word on the hosted service, which this is not
    QCOMPARE(m_console->page()->navigationCount(), 6);
    QVERIFY(curves()->isVisible());
}

void TestFineTuningPage::itIsFilteredByStatusModelAndMetadata()
{
    QVERIFY(openStill(jobsOfEveryState()));
    ODC_EVENTUALLY(m_console->page()->list()->columnOf("meta.team") > 0);
    const auto shown = [this](const QString &filter) {
        m_console->setFilter(filter);
        QStringList names = m_console->column("name");
        names.sort();
        return names.join(u',');
    };
    QCOMPARE(shown(u"status=running"_s), u"running"_s);
    QCOMPARE(shown(u"status:checking"_s), u"checked"_s); // the word that is shown finds it, too
    QCOMPARE(shown(u"method=dpo"_s), u"paused"_s);
    QCOMPARE(shown(u"model=gpt-4.1"_s), u"checked"_s);
    QCOMPARE(shown(u"meta.team:blue"_s), u"failed"_s);
    QCOMPARE(shown(u"tokens>1000000"_s), u"fine"_s);
    QCOMPARE(shown(u"created<1h -status:running"_s), u"checked"_s);
    QCOMPARE(shown(u"ftjob-can"_s), u"cancelled"_s);
}

void TestFineTuningPage::detailsAreAsSeriousAsTheJob_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("advice"); ///< a part of the sentence
    QTest::addColumn<QString>("next");   ///< the button; empty: none
    QTest::newRow("running") << u"running"_s << Tone::Running << QString() << u"at the end of each epoch"_s
                             << QString();
    QTest::newRow("validating") << u"checked"_s << Tone::Running << QString() << u"reads the files"_s
                                << QString();
    QTest::newRow("paused") << u"paused"_s << Tone::Attention << QString() << u"goes on from here"_s
                            << u"Resume"_s;
    QTest::newRow("failed") << u"failed"_s << Tone::Failed
                            << u"Line 3 is not valid JSON. (invalid_training_file)"_s
                            << u"Mend the training file"_s << u"New job like this…"_s;
    QTest::newRow("cancelled") << u"cancelled"_s << Tone::Attention << QString() << u"no model of it"_s
                               << QString();
    QTest::newRow("fine") << u"fine"_s << Tone::Fine << QString() << u"by name"_s << QString();
}

void TestFineTuningPage::detailsAreAsSeriousAsTheJob()
{
    QFETCH(QString, name);
    QFETCH(Tone, tone);
    QFETCH(QString, reason);
    QFETCH(QString, advice);
    QFETCH(QString, next);
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(m_console->select({name}));
    ODC_EVENTUALLY(in<StateLabel>(u"jobState"_s)->tone() == tone &&
                   in<QLabel>(u"jobAdvice"_s)->text().contains(advice));
    QCOMPARE(in<QLabel>(u"jobReason"_s)->isVisible(), !reason.isEmpty());
    QCOMPARE(in<QLabel>(u"jobReason"_s)->text(), reason);
    auto *button = in<QPushButton>(u"jobNext"_s);
    QCOMPARE(button->isVisible(), !next.isEmpty());
    QVERIFY(button->text().contains(next));
}

void TestFineTuningPage::detailsSayWhatItWasMadeWith()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(m_console->select({u"fine"_s}));
    auto *details = in<QWidget>(u"jobDetails"_s);
    const auto field = [details](const QString &key) {
        for (const FieldGrid *grid : details->findChildren<FieldGrid *>()) {
            if (const QString value = grid->value(key); !value.isEmpty())
                return value;
        }
        return QString();
    };
    ODC_EVENTUALLY(field(u"result"_s) == u"ft:gpt-4o-mini-2024-07-18:acme:support-v13:AbC"_s);
    QCOMPARE(field(u"seed"_s), u"42"_s);
    QCOMPARE(field(u"n_epochs"_s), u"3"_s);
    QCOMPARE(field(u"batch_size"_s), u"auto"_s);
    QCOMPARE(field(u"metadata"_s), u"name: fine"_s);
    QVERIFY(field(u"cost"_s).startsWith(u"≈ $"_s)); // 2.4 million tokens at the shipped price
    QVERIFY(!field(u"finished"_s).isEmpty());
}

void TestFineTuningPage::filesAreWhereTheLinksLead()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(putFile(u"file-valid"_s, u"valid.jsonl"_s, u"fine-tune"_s, chatExamples(2)));
    QVERIFY(m_console->select({u"fine"_s}));
    auto *files = in<LinkList>(u"jobFiles"_s);
    ODC_EVENTUALLY(files->rows().size() == 3 && files->isVisible());
    QVERIFY(linkOf(files, u"file-valid"_s));
    Console::click(linkOf(files, u"file-valid"_s));
    ODC_EVENTUALLY(m_console->page()->objectName() == u"filesPage"_s);
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{u"file-valid"_s});
}

void TestFineTuningPage::aResultsFileIsLookedInto()
{
    QVERIFY(openStill(jobsOfEveryState()));
    const QByteArray table = "step,train_loss,train_accuracy\n1,1.5,0.5\n2,1.25,0.6\n";
    QVERIFY(putFile(u"file-results"_s, u"step_metrics.csv"_s, u"fine-tune-results"_s, table.toBase64()));
    QVERIFY(m_console->select({u"fine"_s}));
    // Its numbers are the curve's.
    ODC_EVENTUALLY(points(u"ftjob-old"_s, u"train_loss"_s).size() == 2);
    QCOMPARE(points(u"ftjob-old"_s, u"train_loss"_s).last(), std::pair(qint64(2), 1.25));
    auto *files = in<LinkList>(u"jobFiles"_s);
    QToolButton *look = nullptr;
    for (QToolButton *button : files->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->accessibleName().contains(u"Results"_s) && !look)
            look = button;
    }
    QVERIFY(look);
    Console::click(look);
    auto *dialog = m_console->await<QDialog>(u"resultsDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY([&] {
        for (QAbstractItemView *view : dialog->findChildren<QAbstractItemView *>()) {
            if (view->model() && view->model()->rowCount() == 3)
                return true;
        }
        return false;
    }());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TestFineTuningPage::anAreaThatIsNotThereIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<StateOverlay::Kind>("kind");
    QTest::newRow("not there") << 404 << StateOverlay::Kind::Unavailable;
    QTest::newRow("forbidden") << 403 << StateOverlay::Kind::Error;
}

void TestFineTuningPage::anAreaThatIsNotThereIsSaid()
{
    QFETCH(int, status);
    QFETCH(StateOverlay::Kind, kind);
    QVERIFY(openStill({}));
    m_proxy->add("GET", "/fine_tuning/jobs", Fault::apiError(status, u"invalid_request_error"_s, {}), -1);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    QVERIFY(!curves()->isVisible()); // there is nothing to draw
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(overlay()->kind() == kind);
    QVERIFY(!overlay()->state().sentence.isEmpty());
    m_console->window().showPage(u"files"_s); // the rest goes on
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
}

void TestFineTuningPage::aServiceThatTakesNoMoreJobsIsSaid()
{
    QVERIFY(openStill(jobsOfEveryState()));
    auto *notice = in<MessageBar>(u"jobsNotice"_s);
    QVERIFY(!notice->isShowing());
    const auto create = [this] {
        QSignalSpy logged(m_console->session(), &Session::statusChanged);
        bool answered = false;
        m_console->session()->fineTuning().create(
            {{u"model"_s, u"gpt-4o-mini"_s}, {u"training_file"_s, u"file-1"_s}}, this,
            [&answered](const auto &) { answered = true; });
        return eventually([&] { return answered; });
    };
    // What is wrong with the request is no word on the service.
    m_proxy->add("POST", "/fine_tuning/jobs",
                 Fault::apiError(400, u"invalid_request_error"_s, u"model_not_found"_s));
    QVERIFY(create());
    QVERIFY(!notice->isShowing());
    m_proxy->add("POST", "/fine_tuning/jobs",
                 Fault::answer(
                     403, R"({"error":{"message":"Fine-tuning is no longer available to your organization.",)"
                          R"("type":"invalid_request_error","param":null,"code":null}})"));
    QVERIFY(create());
    ODC_EVENTUALLY(notice->isShowing());
    QVERIFY(notice->message().text.contains(u"no longer available"_s));
    // It stays while one goes elsewhere.
    m_console->window().showPage(u"files"_s);
    QVERIFY(showJobs());
    QVERIFY(notice->isVisible());
}

void TestFineTuningPage::aReadOnlyProfileChangesNothing()
{
    QVERIFY(openStill(jobsOfEveryState(), [](Profile &profile) { profile.readOnly = true; }));
    for (const QString &job : {u"running"_s, u"paused"_s, u"fine"_s}) {
        QVERIFY(m_console->select({job}));
        for (const auto &name :
             {u"finetuning.new"_s, u"finetuning.newLike"_s, u"finetuning.cancel"_s, u"finetuning.pause"_s,
              u"finetuning.resume"_s, u"finetuning.deleteModel"_s}) {
            QVERIFY2(!m_console->action(name)->isEnabled(), qPrintable(name));
            QVERIFY(m_console->action(name)->toolTip().contains(u"read-only"_s));
        }
    }
    QVERIFY(m_console->action(u"finetuning.copyModel"_s)->isEnabled());
}

void TestFineTuningPage::whatIsSelectedStaysSoWhenColumnsCome()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(m_console->select({u"failed"_s}));
    QString reason;
    ODC_EVENTUALLY(!(reason = in<QLabel>(u"jobReason"_s)->text()).isEmpty());
    QVERIFY(put("fine_tuning_jobs",
                {jobJson(u"ftjob-new"_s, u"queued"_s,
                         {{u"metadata"_s, QJsonObject{{u"name"_s, u"new"_s}, {u"owner"_s, u"Ada"_s}}}})}));
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->columnOf("meta.owner") >= 0);
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{u"ftjob-bad"_s});
    QVERIFY(m_console->pane()->currentRow() >= 0);
    QCOMPARE(in<QLabel>(u"jobReason"_s)->text(), reason);
    QCOMPARE(m_console->table()->selectionModel()->selectedRows().size(), 1);
}

void TestFineTuningPage::itIsClosedInTheMiddleOfEverything()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QList<QJsonObject> events;
    for (int i = 0; i < 50; ++i)
        events << eventJson(u"ftevent-%1"_s.arg(i, 3), u"Something"_s, 1'760'000'000 + i);
    QVERIFY(put("fine_tuning_events", events, u"ftjob-run"_s));
    QVERIFY(m_console->select({u"running"_s}));
    m_console->showTab(1);
    auto *shown = m_console->find<QTableView>(u"jobeventsTable"_s);
    ODC_EVENTUALLY(shown->model()->rowCount() == 50 && shown->verticalScrollBar()->maximum() > 0);
    // More of them while another tab is in front: their table has yet to take them in.
    m_console->showTab(0);
    QVERIFY(put("fine_tuning_events", {eventJson(u"ftevent-new"_s, u"Something new"_s, 1'760'000'100)},
                u"ftjob-run"_s));
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(shown->model()->rowCount() == 51);
    m_proxy->add("GET", "/fine_tuning/jobs", Fault::mute(), -1);
    const int before = asked("GET", "/fine_tuning/jobs");
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(asked("GET", "/fine_tuning/jobs") > before);
    m_console.reset(); // nobody who has gone is told of anything: that would end the program
}

QTEST_MAIN(TestFineTuningPage)
#include "tst_finetuningpage.moc"
