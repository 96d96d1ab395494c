// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview before a real server: its numbers are the server's, and each leads to the list behind it.
#include "gui/support/overviewtest.h"

#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "settings/settings.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/treeview.h"
#include "watch/jobwatch.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QHeaderView>
#include <QScrollBar>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOverview : public OverviewTest
{
    Q_OBJECT
private Q_SLOTS:
    void numbersAreTheServersOwn();
    void everyPurposeLeadsToItsFiles();
    void whatExpiresLeadsToAsMany();
    void whatRunsLeadsToAsMany();
    void linksOfWhatRunsNameAllItsStates();
    void whatFailedLeadsToAsMany();
    void storesLeadToTheirOwn();
    void filesAddedAreThoseTheFilterLeaves();
    void whatNothingUsesIsWhatTheCleanerShows();
    void changesAreListedAndLeadToTheirObjects();
    void theFirstVisitIsCalledSo();
    void aListThatIsShownFilteredHasNothingElseInItsFilter();
};

void TestOverview::numbersAreTheServersOwn()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    qint64 bytes = 0;
    QHash<QString, qint64> byPurpose;
    const QJsonArray files = all("/files");
    for (const QJsonValue &file : files) {
        bytes += file[u"bytes"_s].toInteger();
        byPurpose[file[u"purpose"_s].toString()] += file[u"bytes"_s].toInteger();
    }
    QVERIFY(files.size() > 30);
    QCOMPARE(figures().files, files.size());
    QCOMPARE(figures().fileBytes, bytes);
    QCOMPARE(figures().purposes.size(), byPurpose.size());
    for (const OverviewShare &share : figures().purposes)
        QCOMPARE(share.bytes, byPurpose.value(share.id));
    QCOMPARE(figures().batches, all("/batches").size());
    const QJsonArray stores = all("/vector_stores");
    qint64 used = 0;
    for (const QJsonValue &store : stores)
        used += store[u"status"_s] == u"expired"_s ? 0 : store[u"usage_bytes"_s].toInteger();
    QCOMPARE(figures().storeCount, stores.size());
    QCOMPARE(figures().storeBytes, used);
    const QJsonArray evals = all("/evals");
    qsizetype runs = 0;
    for (const QJsonValue &eval : evals)
        runs += all("/evals/" + eval[u"id"_s].toString().toUtf8() + "/runs").size();
    QCOMPARE(figures().evals, evals.size());
    QCOMPARE(figures().runs, runs);
    QCOMPARE(figures().jobs, all("/fine_tuning/jobs").size());
    QVERIFY(figures().orphans >= 0); // everything was read, so that is known, too
}

void TestOverview::everyPurposeLeadsToItsFiles()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QList<OverviewShare> purposes = figures().purposes;
    QVERIFY(purposes.size() > 3);
    for (int i = 0; i < purposes.size(); ++i) {
        clickRow(u"shares"_s, i);
        QVERIFY(arrived(u"files"_s));
        QCOMPARE(shown(), purposes.at(i).count);
        QVERIFY(m_console->table()->hasFocus());
        QVERIFY(showOverview());
    }
}

void TestOverview::whatExpiresLeadsToAsMany()
{
    QVERIFY(openSample());
    const auto put = [this](const QString &name, int seconds) {
        return postForm(m_server->url(), "/v1/files",
                        {{"purpose", "user_data", {}},
                         {"expires_after[anchor]", "created_at", {}},
                         {"expires_after[seconds]", QByteArray::number(seconds), {}},
                         {"file", "some words", name.toUtf8()}})
            .status;
    };
    constexpr int day = 24 * 3600;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(put(u"three-%1.txt"_s.arg(i), 3 * day), 200);
    QCOMPARE(put(u"alone.txt"_s, 5 * day), 200);
    QCOMPARE(put(u"later.txt"_s, 9 * day), 200);
    QVERIFY(readEverything());
    const QList<OverviewExpiry> expiring = figures().expiring;
    QVERIFY(expiring.size() >= 2);
    int ofFiles = 0;
    for (int i = 0; i < expiring.size(); ++i) {
        const OverviewExpiry &expiry = expiring.at(i);
        if (expiry.kind != ObjectKind::File)
            continue;
        ofFiles += expiry.count;
        clickRow(u"expiring"_s, i);
        QVERIFY(arrived(u"files"_s));
        if (expiry.count > 1)
            QCOMPARE(shown(), expiry.count);
        else
            ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{expiry.key});
        QVERIFY(showOverview());
    }
    // All of them together are those of the filter that people write.
    m_console->window().showPage(u"files"_s);
    m_console->page()->showFiltered(u"expires>0s expires<7d"_s);
    QCOMPARE(shown(), ofFiles);
}

void TestOverview::whatRunsLeadsToAsMany()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QList<overviewrows::Part> parts = figure(u"running"_s)->line()->parts();
    int linked = 0;
    for (int i = 0; i < parts.size(); ++i) {
        const overviewrows::Part &part = parts.at(i);
        if (part.target.isNull())
            continue;
        const bool runs = part.target.page == u"evals"_s;
        const ObjectKind kind = runs                               ? ObjectKind::EvalRun
                                : part.target.page == u"batches"_s ? ObjectKind::Batch
                                : part.target.page == u"stores"_s  ? ObjectKind::Store
                                                                   : ObjectKind::Job;
        const auto count = std::count_if(figures().running.cbegin(), figures().running.cend(),
                                         [&](const RunningJob &job) {
                                             return job.kind == kind && job.isPaused() == part.target.filter.contains(u"paused"_s);
                                         });
        QVERIFY(count > 0);
        Q_EMIT figure(u"running"_s)->line()->linkActivated(QString::number(i));
        QVERIFY(arrived(part.target.page));
        ODC_EVENTUALLY(shown(runs) == count);
        if (part.target.page == u"batches"_s) { // several states: the chip does not say that it is any
            const QList<Chip *> chips = m_console->page()->findChildren<Chip *>();
            QVERIFY(std::any_of(chips.cbegin(), chips.cend(),
                                [](const Chip *chip) { return chip->text() == u"status: in the filter"_s; }));
        }
        ++linked;
        QVERIFY(showOverview());
    }
    QCOMPARE(linked > 0, !figures().running.isEmpty());
    QCOMPARE(rows(u"running"_s)->rows().rowCount(), figures().running.size());
}

void TestOverview::linksOfWhatRunsNameAllItsStates()
{
    // A batch that moves on to its next state is still where its link leads to.
    QVERIFY(openSample());
    OverviewFigures figures;
    for (const QString &state : {u"in_progress"_s, u"on_hold"_s}) {
        RunningJob job;
        job.key = u"batch_"_s + state;
        job.status = state;
        figures.running << job;
    }
    RunningJob run;
    run.kind = ObjectKind::EvalRun;
    run.status = u"queued"_s;
    figures.running << run;
    for (const QString &state : {u"running"_s, u"paused"_s, u"paused"_s}) {
        RunningJob job;
        job.kind = ObjectKind::Job;
        job.status = state;
        figures.running << job;
    }
    const QList<overviewrows::Part> parts =
        overviewrows::runningParts(figures, m_console->context().transfers);
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts.first().target.filter, u"status=validating,in_progress,finalizing,cancelling,on_hold"_s);
    QCOMPARE(parts.at(1).target.filter, u"status=queued,in_progress"_s);
    // What is paused does not run.
    QVERIFY2(parts.at(2).text.startsWith(u'1'), qPrintable(parts.at(2).text));
    QCOMPARE(parts.at(2).target.filter, u"status=validating_files,queued,running"_s);
    QVERIFY2(parts.last().text.startsWith(u'2'), qPrintable(parts.last().text));
    QCOMPARE(parts.last().target.filter, u"status=paused"_s);
}

void TestOverview::whatFailedLeadsToAsMany()
{
    QVERIFY(openSample());
    // The page of before ends its visit, and the next one looks back to the beginning.
    const QString id = m_console->context().profile.id;
    m_console->window().showPage(u"files"_s);
    QVERIFY(m_console->open(QLatin1StringView(localProfileId)));
    m_console->services().settings().set(Setting::LastVisit, u"1"_s, u"overview/"_s + id);
    QVERIFY(m_console->open(id));
    QVERIFY(showOverview());
    QVERIFY(readEverything());
    QVERIFY(figures().failedCount > 0);
    QTest::mouseClick(figure(u"failed"_s)->figure(), Qt::LeftButton);
    ODC_EVENTUALLY(m_console->pane()->isVisible() &&
                   m_console->pane()->shownCount() == figures().failedCount);
    // All that ended, and back again.
    m_console->find<FilterEdit>(u"changesFilter"_s)->setFilter({});
    ODC_EVENTUALLY(m_console->pane()->shownCount() == figures().endedCount);
    m_console->press(QKeySequence(Qt::Key_Escape), m_console->table());
    ODC_EVENTUALLY(overview()->findChild<OverviewBoard *>()->isVisible());
}

void TestOverview::storesLeadToTheirOwn()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    QVERIFY(m_console->click(u"sharesByStore"_s));
    ODC_EVENTUALLY(rows(u"shares"_s)->rows().rowCount() == figures().stores.size());
    const QString name = texts(u"shares"_s).first();
    clickRow(u"shares"_s, 0);
    QVERIFY(arrived(u"stores"_s));
    const auto *tree = m_console->page()->findChild<TreeView *>();
    ODC_EVENTUALLY(tree->currentIndex().siblingAtColumn(0).data().toString() == name);
}

void TestOverview::filesAddedAreThoseTheFilterLeaves()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const OverviewTarget target = overviewrows::filesSince(figures().since);
    const qint64 added = figures().filesAdded;
    QVERIFY(added > 0);
    Q_EMIT overview()->listRequested(target.page, target.filter);
    QVERIFY(arrived(u"files"_s));
    QCOMPARE(shown(), added);
}

void TestOverview::changesAreListedAndLeadToTheirObjects()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString id = postForm(m_server->url(), "/v1/files",
                                {{"purpose", "user_data", {}}, {"file", "words", "brand-new.txt"}})
                           .json()[u"id"_s]
                           .toString();
    QVERIFY(!id.isEmpty());
    m_console->action(u"overview.refresh"_s)->trigger();
    QVERIFY(m_console->click(u"overviewChanges"_s));
    auto *table = m_console->await<TableView>(u"changesTable"_s);
    QVERIFY(table);
    auto *period = m_console->find<QComboBox>(u"changesPeriod"_s);
    auto *day = m_console->window().findChild<QDateEdit *>(u"changesDay"_s); // find() wants what is seen
    QVERIFY(day->isHidden());
    period->setCurrentText(u"From a day on"_s);
    QVERIFY(day->isVisible());
    m_console->find<FilterEdit>(u"changesFilter"_s)->setFilter(u"result=added kind=file brand-new"_s);
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 1);
    const QDate chosen = day->date();
    day->setDate(QDate::currentDate().addDays(2));
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 0);
    day->setDate(chosen);
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 1);
    // It does not make a narrow window wider.
    period->setCurrentText(u"Last 24 hours"_s);
    QWidget &window = m_console->window();
    const auto isNarrow = [&window] {
        window.resize(800, 600); // as an edge that is drawn: the row makes room on the way
        return window.width() == 800;
    };
    ODC_EVENTUALLY(isNarrow());
    period->setCurrentText(u"From a day on"_s);
    ODC_EVENTUALLY(day->y() > m_console->find<FilterEdit>(u"changesFilter"_s)->y());
    QCoreApplication::processEvents();
    QCOMPARE(window.width(), 800);
    day->setDate(QDate::currentDate().addDays(2));
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 0);
    period->setCurrentText(u"All that is known"_s);
    QVERIFY(day->isHidden());
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 1);
    QVERIFY(table->model()->index(0, 2).data().toString().contains(u"brand-new"_s));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    m_console->press(QKeySequence(Qt::Key_Return), table);
    QVERIFY(arrived(u"files"_s));
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{id});
    // The overview is where it was left, and the way back is one key.
    QVERIFY(showOverview());
    QVERIFY(table->isVisible());
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(overview()->findChild<OverviewBoard *>()->isVisible());
}

void TestOverview::theFirstVisitIsCalledSo()
{
    QVERIFY(openSample());
    const QString id = m_console->context().profile.id;
    const QString scope = m_console->context().scope(u"overview"_s);
    QVERIFY(m_console->click(u"overviewChanges"_s));
    const auto period = [this] { return m_console->find<QComboBox>(u"changesPeriod"_s)->currentText(); };
    QCOMPARE(period(), u"First visit: last 24 hours"_s);
    m_console.reset();
    // Some hours later.
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_console->services().settings().set(Setting::LastVisit, u"%1 %2 first"_s.arg(now - 3 * 3600).arg(now - 27 * 3600),
                                         scope);
    m_console->window().openProfile(id);
    ODC_EVENTUALLY(m_console->page() && showOverview());
    QVERIFY(m_console->click(u"overviewChanges"_s));
    QCOMPARE(period(), u"Since your last visit"_s);
}

void TestOverview::aListThatIsShownFilteredHasNothingElseInItsFilter()
{
    QVERIFY(openSample());
    m_console->window().showPage(u"files"_s);
    QVERIFY(arrived(u"files"_s));
    const int everything = shown();
    m_console->setFilter(u"nothing-has-this-name"_s);
    ODC_EVENTUALLY(shown() == 0);
    m_console->page()->showFiltered(u"purpose=batch"_s);
    QVERIFY(shown() > 0 && shown() < everything);
    m_console->page()->showFiltered({});
    QCOMPARE(shown(), everything);
    for (const QString &area : {u"stores"_s, u"evals"_s}) {
        m_console->window().showPage(area);
        QVERIFY(arrived(area));
        const int areaAll = shown();
        QVERIFY(areaAll > 0);
        m_console->page()->showFiltered(u"nothing-has-this-name"_s);
        ODC_EVENTUALLY(shown() == 0);
        m_console->page()->showFiltered({});
        ODC_EVENTUALLY(shown() == areaAll);
    }
}

void TestOverview::whatNothingUsesIsWhatTheCleanerShows()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    ODC_EVENTUALLY(figures().orphans > 0);
    Q_EMIT figure(u"storage"_s)->chosen({u"cleaner"_s, {}, {}});
    auto *filter = m_console->await<FilterEdit>(u"cleaningFilter"_s);
    QVERIFY(filter);
    QCOMPARE(filter->text(), u"category=orphans"_s);
    const auto *table = m_console->await<TableView>(u"cleaningTable"_s);
    QVERIFY(table);
    ODC_EVENTUALLY(table->model() && table->model()->rowCount() == figures().orphans);
    filter->window()->close();
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
