// SPDX-License-Identifier: GPL-3.0-or-later
// The Fine-tuning page while jobs learn: their events and curves are the server's own, each once and none
// left out.
#include "gui/support/finetuningpagetest.h"

#include "lists/eventsmodel.h"
#include "settings/settings.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesview.h"
#include "watch/jobwatch.h"

#include <QCheckBox>
#include <QDateTime>
#include <QScrollBar>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

qint64 now()
{
    return QDateTime::currentSecsSinceEpoch();
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

class TestFineTuningWatch : public FineTuningPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void eventsStandInOrderAndAreFiltered();
    void whatIsReadStaysWhereItIs();
    void twoJobsAreLaidOverEachOther();
    void aJobIsWatchedWhileItLearns();
    void closedAndOpenedHalfWayNothingIsMissingOrDouble();
    void outOfSightNobodyReadsEvents();
    void whatLooksStuckSaysSoBesideItsList();

private:
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
};

void TestFineTuningWatch::eventsStandInOrderAndAreFiltered()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QList<QJsonObject> all = steps(u"ftjob-run"_s, 230, now() - 500);
    all << eventJson(u"ftevent-warn"_s, u"Queue slot moved"_s, now() - 200, u"warn"_s);
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

void TestFineTuningWatch::whatIsReadStaysWhereItIs()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 120, now() - 500), u"ftjob-run"_s));
    QVERIFY(m_console->select({u"running"_s}));
    m_console->showTab(1);
    ODC_EVENTUALLY(shownEvents().size() == 120);
    auto *table = m_console->find<TableView>(u"jobeventsTable"_s);
    ODC_EVENTUALLY(table->visualRect(table->model()->index(119, 0)).bottom() <= table->viewport()->height());
    auto *follow = m_console->find<QCheckBox>(u"followEnd"_s);
    QVERIFY(follow->isChecked());
    QCoreApplication::processEvents(); // what puts the view back after the rows came is posted
    // A click is reading: the end is let go of.
    const QModelIndex middle = table->model()->index(60, EventsModel::Message);
    table->scrollTo(middle, QAbstractItemView::PositionAtCenter);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(middle).center());
    QVERIFY(!follow->isChecked());
    const QString read = middle.data().toString();
    const QPersistentModelIndex held(middle);
    const int place = table->visualRect(middle).top();
    QVERIFY(
        put("fine_tuning_events", {eventJson(u"ftevent-new1"_s, u"Something new"_s, now())}, u"ftjob-run"_s));
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(table->model()->rowCount() == 121);
    QCOMPARE(held.data().toString(), read);
    QCOMPARE(table->visualRect(held).top(), place);
    // Wanted again, it comes into view with what follows.
    Console::click(follow);
    ODC_EVENTUALLY(table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum());
    QVERIFY(put("fine_tuning_events", {eventJson(u"ftevent-new2"_s, u"Newer still"_s, now() + 1)},
                u"ftjob-run"_s));
    m_console->press(u"F5"_s, m_console->table());
    ODC_EVENTUALLY(table->model()->rowCount() == 122 &&
                   table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum());
    // Scrolled away from by hand, it is let go of.
    QTest::mouseClick(table->verticalScrollBar(), Qt::LeftButton, {}, QPoint(4, 20));
    ODC_EVENTUALLY(!follow->isChecked());
}

void TestFineTuningWatch::twoJobsAreLaidOverEachOther()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 30, now() - 500), u"ftjob-run"_s));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-can"_s, 20, now() - 5900), u"ftjob-can"_s));
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

void TestFineTuningWatch::aJobIsWatchedWhileItLearns()
{
    QVERIFY(openRunning());
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QSignalSpy ended(&m_console->context().watch, &JobWatch::happened);
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
    ODC_EVENTUALLY(ended.count() == 1);
    const auto told = ended.first().first().value<WatchEvent>();
    QCOMPARE(told.key, id);
    QCOMPARE(told.kind, WatchEvent::Kind::Ended);
    QCOMPARE(cell(u"support-v14"_s, "progress"), u"100 %"_s);
    QVERIFY(cell(u"support-v14"_s, "result").startsWith(u"ft:gpt-4o-mini"_s));
    // Once it has ended and all is known, nobody asks for its events any more.
    const QByteArray path = "/fine_tuning/jobs/" + id.toUtf8() + "/events";
    const int asks = asked("GET", path);
    const int lists = asked("GET", "/fine_tuning/jobs");
    ODC_EVENTUALLY(asked("GET", "/fine_tuning/jobs") >= lists + 3);
    QVERIFY(asked("GET", path) <= asks + 1);
}

void TestFineTuningWatch::closedAndOpenedHalfWayNothingIsMissingOrDouble()
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
    QStringList ids = idsOf(server);
    QCOMPARE(ids.removeDuplicates(), 0);
    QCOMPARE(points(id, u"train_loss"_s).size(), 300);
    QCOMPARE(points(id, u"train_loss"_s), pointsOf(server, u"train_loss"_s));
    QCOMPARE(points(id, u"train_mean_token_accuracy"_s), pointsOf(server, u"train_mean_token_accuracy"_s));
}

void TestFineTuningWatch::outOfSightNobodyReadsEvents()
{
    QVERIFY(openStill(jobsOfEveryState()));
    QVERIFY(put("fine_tuning_events", steps(u"ftjob-run"_s, 20, now() - 500), u"ftjob-run"_s));
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
    QVERIFY(put("fine_tuning_events", {eventJson(u"ftevent-late"_s, u"Late"_s, now())}, u"ftjob-run"_s));
    QVERIFY(showJobs());
    ODC_EVENTUALLY(askedAtEnd("GET", "/events") > events);
}

void TestFineTuningWatch::whatLooksStuckSaysSoBesideItsList()
{
    const auto checked = [](const QString &id, const QString &name, qint64 since) {
        return jobJson(id, u"validating_files"_s,
                       {{u"metadata"_s, QJsonObject{{u"name"_s, name}}}, {u"created_at"_s, now() - since}});
    };
    QVERIFY(openStill({checked(u"ftjob-new"_s, u"young"_s, 600), checked(u"ftjob-slow"_s, u"slow"_s, 3 * 3600)}));
    const auto said = [this] {
        const auto *label = m_console->find<QLabel>(u"detailsStuck"_s);
        return label ? label->text() : QString();
    };
    // Judged each minute, and when the rules change.
    JobWatch &watch = m_console->context().watch;
    ODC_EVENTUALLY(watch.runningCount() == 2);
    WatchRules rules = watch.rules();
    rules.validatingMinutes = 2 * 60;
    watch.setRules(rules);
    QVERIFY(m_console->select({u"slow"_s}));
    ODC_EVENTUALLY(said().contains(u"Still being checked after 3"_s));
    QVERIFY(m_console->select({u"young"_s}));
    ODC_EVENTUALLY(!m_console->find<QLabel>(u"detailsStuck"_s)); // and no empty line is left of it
    QVERIFY(m_console->select({u"slow"_s}));
    ODC_EVENTUALLY(!said().isEmpty());
}

QTEST_MAIN(TestFineTuningWatch)
#include "tst_finetuningwatch.moc"
