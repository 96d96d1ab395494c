// SPDX-License-Identifier: GPL-3.0-or-later
// The Fine-tuning page: what it shows of jobs in every state, and how it follows one while it learns.
#include "gui/support/finetuningpagetest.h"

#include "api/session.h"
#include "finetuning/metriclog.h"
#include "lists/eventsmodel.h"
#include "settings/settings.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesview.h"
#include "ui/pages/batches/linklist.h"
#include "ui/pages/finetuning/eventspane.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QCheckBox>
#include <QDateTime>
#include <QJsonArray>
#include <QScrollBar>
#include <QSignalSpy>

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
    return {
        jobJson(u"ftjob-run"_s, u"running"_s,
                {{u"metadata"_s, named(u"running"_s, {{u"team"_s, u"red"_s}})},
                 {u"created_at"_s, now - 600},
                 {u"estimated_finish"_s, now + 1200}}),
        jobJson(
            u"ftjob-val"_s, u"validating_files"_s,
            {{u"metadata"_s, named(u"checked"_s)}, {u"created_at"_s, now - 700}, {u"model"_s, u"gpt-4.1"_s}}),
        jobJson(u"ftjob-pau"_s, u"paused"_s,
                {{u"metadata"_s, named(u"paused"_s)},
                 {u"created_at"_s, now - 4000},
                 {u"method"_s, QJsonObject{{u"type"_s, u"dpo"_s}}}}),
        jobJson(u"ftjob-bad"_s, u"failed"_s,
                {{u"metadata"_s, named(u"failed"_s, {{u"team"_s, u"blue"_s}})},
                 {u"created_at"_s, now - 5000},
                 {u"finished_at"_s, now - 4990},
                 {u"error"_s, QJsonObject{{u"code"_s, u"invalid_training_file"_s},
                                          {u"message"_s, u"Line 3 is not valid JSON."_s},
                                          {u"param"_s, u"training_file"_s}}}}),
        jobJson(u"ftjob-can"_s, u"cancelled"_s,
                {{u"metadata"_s, named(u"cancelled"_s)},
                 {u"created_at"_s, now - 6000},
                 {u"finished_at"_s, now - 5500}}),
        jobJson(u"ftjob-old"_s, u"succeeded"_s,
                {{u"metadata"_s, named(u"fine"_s)},
                 {u"created_at"_s, now - 300'000},
                 {u"finished_at"_s, now - 292'140},
                 {u"fine_tuned_model"_s, u"ft:gpt-4o-mini-2024-07-18:acme:support-v13:AbC"_s},
                 {u"trained_tokens"_s, 2'400'000},
                 {u"seed"_s, 42},
                 {u"result_files"_s, QJsonArray{u"file-results"_s}},
                 {u"validation_file"_s, u"file-valid"_s}})};
}

/// Steps of a run as its events tell them, oldest first.
QList<QJsonObject> steps(const QString &job, int count, qint64 from)
{
    QList<QJsonObject> events;
    for (int step = 1; step <= count; ++step) {
        events << eventJson(u"ftevent-%1%2"_s.arg(job.right(3)).arg(step, 4, 10, QChar(u'0')),
                            u"Step %1/%2"_s.arg(step).arg(count), from + step, u"info"_s,
                            {{u"step"_s, step}, {u"total_steps"_s, count}, {u"train_loss"_s, 2.0 / step}});
    }
    return events;
}

} // namespace

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
    void eventsStandInOrderAndAreFiltered();
    void whatIsReadStaysWhereItIs();
    void twoJobsAreLaidOverEachOther();
    void aJobIsWatchedWhileItLearns();
    void closedAndOpenedHalfWayNothingIsMissingOrDouble();
    void outOfSightNobodyReadsEvents();
    void anAreaThatIsNotThereIsSaid_data();
    void anAreaThatIsNotThereIsSaid();
    void aServiceThatTakesNoMoreJobsIsSaid();
    void aReadOnlyProfileChangesNothing();

private:
    template <typename T> T *in(const QString &name) const { return m_console->page()->findChild<T *>(name); }
    const EventsModel &events() const { return in<EventsPane>(u"jobEvents"_s)->model(); }
    /// Ids of the events shown, oldest first.
    QStringList shownEvents() const
    {
        QStringList ids;
        auto *table = m_console->find<TableView>(u"jobeventsTable"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row)
            ids << table->model()->index(row, EventsModel::Id).data().toString();
        return ids;
    }
    static QStringList idsOf(const QList<QJsonObject> &events)
    {
        QStringList ids;
        for (const QJsonObject &event : events)
            ids << event[u"id"_s].toString();
        return ids;
    }
    /// Step and value of a metric, as the curves have it.
    QList<std::pair<qint64, double>> points(const QString &jobId, const QString &metric) const
    {
        QList<std::pair<qint64, double>> found;
        for (const CurveRun &run : curves()->curves().runs()) {
            const MetricSeries *series = run.id == jobId ? run.log->series(metric) : nullptr;
            if (!series)
                continue;
            for (const MetricPoint &point : series->points())
                found.append({point.step, point.value});
        }
        return found;
    }
    static QList<std::pair<qint64, double>> pointsOf(const QList<QJsonObject> &events, const QString &metric)
    {
        QList<std::pair<qint64, double>> found;
        for (const QJsonObject &event : events) {
            const QJsonObject data = event[u"data"_s].toObject();
            if (data[metric].isDouble())
                found.append({data[u"step"_s].toInteger(), data[metric].toDouble()});
        }
        return found;
    }
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
    QVERIFY(openStill(many()));
    QCOMPARE(m_console->column("name"), (QStringList{u"running"_s, u"checked"_s, u"paused"_s, u"failed"_s,
                                                     u"cancelled"_s, u"fine"_s})); // newest first
    QCOMPARE(cell(u"checked"_s, "status"), u"checking files"_s);
    QCOMPARE(cell(u"running"_s, "time"), u"20 min left"_s);
    QCOMPARE(cell(u"fine"_s, "time"), u"2 h 11 min"_s);
    QCOMPARE(cell(u"fine"_s, "tokens"), u"2.4 M"_s);
    QCOMPARE(cell(u"paused"_s, "method"), u"DPO"_s);
    QCOMPARE(summary(), u"6 jobs · 3 running"_s); // no word on the hosted service, which this is not
    QCOMPARE(m_console->page()->navigationCount(), 6);
    QVERIFY(curves()->isVisible());
}

void TestFineTuningPage::itIsFilteredByStatusModelAndMetadata()
{
    QVERIFY(openStill(many()));
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
    QVERIFY(openStill(many()));
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
    QVERIFY(openStill(many()));
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
    QVERIFY(openStill(many()));
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
    QVERIFY(openStill(many()));
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

void TestFineTuningPage::eventsStandInOrderAndAreFiltered()
{
    QVERIFY(openStill(many()));
    QList<QJsonObject> all = steps(u"ftjob-run"_s, 230, now - 500);
    all << eventJson(u"ftevent-warn"_s, u"Queue slot moved"_s, now - 200, u"warn"_s);
    QVERIFY(put("fine_tuning_events", all, u"ftjob-run"_s));
    QVERIFY(m_console->select({u"running"_s}));
    m_console->showTab(1);
    const QList<QJsonObject> server = eventsOf(u"ftjob-run"_s);
    QCOMPARE(server.size(), 231);
    ODC_EVENTUALLY(shownEvents() == idsOf(server)); // three pages, newest first on the wire
    auto *table = m_console->find<TableView>(u"jobeventsTable"_s);
    const auto last = table->model()->rowCount() - 1;
    ODC_EVENTUALLY(table->visualRect(table->model()->index(last, 0)).bottom() <= table->viewport()->height());
    const auto filter = [&](const QString &text) {
        m_console->find<QLineEdit>(u"jobeventsFilter"_s)->setText(text);
        QTest::keyClick(m_console->find<QLineEdit>(u"jobeventsFilter"_s), Qt::Key_Return);
        return table->model()->rowCount();
    };
    ODC_EVENTUALLY(filter(u"level=warn"_s) == 1);
    QCOMPARE(table->model()->index(0, EventsModel::Level).data().toString(), u"warning"_s);
    QCOMPARE(Tone(table->model()->index(0, EventsModel::Level).data(ToneRole).toInt()), Tone::Attention);
    ODC_EVENTUALLY(filter(u"type=metrics"_s) == 230);
    ODC_EVENTUALLY(filter(u"slot"_s) == 1);
    ODC_EVENTUALLY(filter({}) == 231);
    // The bar is that of the newest step.
    QCOMPARE(cell(u"running"_s, "progress"), u"100 %"_s);
}

void TestFineTuningPage::whatIsReadStaysWhereItIs()
{
    QVERIFY(openStill(many()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 120, now - 500), u"ftjob-run"_s));
    QVERIFY(m_console->select({u"running"_s}));
    m_console->showTab(1);
    ODC_EVENTUALLY(shownEvents().size() == 120);
    auto *table = m_console->find<TableView>(u"jobeventsTable"_s);
    auto *follow = m_console->find<QCheckBox>(u"followEnd"_s);
    QVERIFY(follow->isChecked());
    // A click is reading: the end is let go of.
    const QModelIndex middle = table->model()->index(60, EventsModel::Message);
    table->scrollTo(middle, QAbstractItemView::PositionAtCenter);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(middle).center());
    QVERIFY(!follow->isChecked());
    const QString read = middle.data().toString();
    const QPersistentModelIndex held(middle);
    const int place = table->visualRect(middle).top();
    QVERIFY(
        put("fine_tuning_events", {eventJson(u"ftevent-new1"_s, u"Something new"_s, now)}, u"ftjob-run"_s));
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(table->model()->rowCount() == 121);
    QCOMPARE(held.data().toString(), read);
    QCOMPARE(table->visualRect(held).top(), place);
    // Wanted again, it comes into view with what follows.
    Console::click(follow);
    ODC_EVENTUALLY(table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum());
    QVERIFY(
        put("fine_tuning_events", {eventJson(u"ftevent-new2"_s, u"Newer still"_s, now + 1)}, u"ftjob-run"_s));
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(table->model()->rowCount() == 122 &&
                   table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum());
    // Scrolled away from by hand, it is let go of.
    QTest::mouseClick(table->verticalScrollBar(), Qt::LeftButton, {}, QPoint(4, 20));
    ODC_EVENTUALLY(!follow->isChecked());
}

void TestFineTuningPage::twoJobsAreLaidOverEachOther()
{
    QVERIFY(openStill(many()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 30, now - 500), u"ftjob-run"_s));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-can"_s, 20, now - 5900), u"ftjob-can"_s));
    QVERIFY(curves()->curves().runs().isEmpty());
    QVERIFY(m_console->select({u"running"_s, u"cancelled"_s}));
    ODC_EVENTUALLY(curves()->curves().runs().size() == 2);
    ODC_EVENTUALLY(points(u"ftjob-run"_s, u"train_loss"_s).size() == 30 &&
                   points(u"ftjob-can"_s, u"train_loss"_s).size() == 20);
    for (const CurveRun &run : curves()->curves().runs())
        QCOMPARE(run.live, run.id == "ftjob-run"_L1);
    ODC_EVENTUALLY(summary().contains(u"2 selected"_s));
    // Of one only what is its own.
    QVERIFY(m_console->select({u"cancelled"_s}));
    ODC_EVENTUALLY(curves()->curves().runs().size() == 1);
    QCOMPARE(curves()->curves().runs().first().id, u"ftjob-can"_s);
}

void TestFineTuningPage::aJobIsWatchedWhileItLearns()
{
    QVERIFY(openRunning());
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QSignalSpy ended(m_console->page(), &AreaPage::workEnded);
    const QString id = make(u"support-v14"_s, 40, 5);
    QVERIFY(!id.isEmpty());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"support-v14"_s));
    QVERIFY(m_console->select({u"support-v14"_s}));
    m_console->showTab(1);
    // It grows while one looks.
    ODC_EVENTUALLY(cell(u"support-v14"_s, "status") == u"running"_s &&
                   !points(id, u"train_loss"_s).isEmpty());
    const qsizetype before = points(id, u"train_loss"_s).size();
    ODC_EVENTUALLY(points(id, u"train_loss"_s).size() > before);
    ODC_EVENTUALLY(cell(u"support-v14"_s, "status") == u"succeeded"_s);
    const QList<QJsonObject> server = eventsOf(id);
    ODC_EVENTUALLY(shownEvents() == idsOf(server));
    QCOMPARE(points(id, u"train_loss"_s).size(), 40);
    QCOMPARE(points(id, u"train_loss"_s), pointsOf(server, u"train_loss"_s));
    QCOMPARE(ended.count(), 1);
    QVERIFY(ended.first().first().toString().contains(u"support-v14"_s));
    QCOMPARE(cell(u"support-v14"_s, "progress"), u"100 %"_s);
    QVERIFY(cell(u"support-v14"_s, "result").startsWith(u"ft:gpt-4o-mini"_s));
    // Once it has ended and all is known, nobody asks for its events any more.
    const QByteArray path = "/fine_tuning/jobs/" + id.toUtf8() + "/events";
    const int asks = asked("GET", path);
    const int lists = asked("GET", "/fine_tuning/jobs");
    ODC_EVENTUALLY(asked("GET", "/fine_tuning/jobs") >= lists + 3);
    QVERIFY(asked("GET", path) <= asks + 1);
}

void TestFineTuningPage::closedAndOpenedHalfWayNothingIsMissingOrDouble()
{
    QVERIFY(openRunning());
    m_console->services().settings().set(Setting::PollSeconds, 1);
    const QString id = make(u"support-v15"_s, 300, 12);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"support-v15"_s));
    QVERIFY(m_console->select({u"support-v15"_s}));
    m_console->showTab(1);
    ODC_EVENTUALLY(points(id, u"train_loss"_s).size() > 60);
    const QStringList half = shownEvents();
    QVERIFY(half.size() > 60);

    QVERIFY(reopen());
    QVERIFY(job(id)[u"status"_s].toString() == u"running"_s); // half way, indeed
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QVERIFY(m_console->select({u"support-v15"_s}));
    m_console->showTab(1);
    ODC_EVENTUALLY(shownEvents().size() > half.size() && shownEvents().first() == half.first());
    QCOMPARE(shownEvents().first(half.size()), half);
    ODC_EVENTUALLY(cell(u"support-v15"_s, "status") == u"succeeded"_s);
    const QList<QJsonObject> server = eventsOf(id);
    ODC_EVENTUALLY(shownEvents() == idsOf(server));
    QCOMPARE(points(id, u"train_loss"_s).size(), 300);
    QCOMPARE(points(id, u"train_loss"_s), pointsOf(server, u"train_loss"_s));
    QCOMPARE(points(id, u"train_mean_token_accuracy"_s), pointsOf(server, u"train_mean_token_accuracy"_s));
}

void TestFineTuningPage::outOfSightNobodyReadsEvents()
{
    QVERIFY(openStill(many()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 20, now - 500), u"ftjob-run"_s));
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QVERIFY(m_console->select({u"running"_s}));
    ODC_EVENTUALLY(points(u"ftjob-run"_s, u"train_loss"_s).size() == 20);
    m_console->window().showPage(u"files"_s);
    const int events = askedAtEnd("GET", "/events");
    const int lists = asked("GET", "/fine_tuning/jobs");
    // What runs is watched from elsewhere: with one list call for all of them.
    ODC_EVENTUALLY(asked("GET", "/fine_tuning/jobs") >= lists + 3);
    QCOMPARE(askedAtEnd("GET", "/events"), events);
    QCOMPARE(asked("GET", "/fine_tuning/jobs/ftjob-run"), 0);
    QVERIFY(put("fine_tuning_events", {eventJson(u"ftevent-late"_s, u"Late"_s, now)}, u"ftjob-run"_s));
    QVERIFY(showJobs());
    ODC_EVENTUALLY(askedAtEnd("GET", "/events") > events);
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
    QVERIFY(openStill(many()));
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
    QVERIFY(openStill(many(), [](Profile &profile) { profile.readOnly = true; }));
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

QTEST_MAIN(TestFineTuningPage)
#include "tst_finetuningpage.moc"
