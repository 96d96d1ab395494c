// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview before a real server: its numbers are the server's, each leads to the list behind it, and a
// start shows what was known before anything is asked.
#include "gui/support/console.h"

#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "overview/overviewtally.h"
#include "settings/settings.h"
#include "support/serverprocess.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/pages/overview/overviewcards.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/treeview.h"
#include "watch/jobwatch.h"

#include <QComboBox>
#include <QJsonArray>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
    }
    void cleanup()
    {
        m_console.reset();
        m_server.reset();
        m_home.reset();
    }

    void isTheFirstPage();
    void asksNothingByItself();
    void anEmptyProjectSaysWhatToDo();
    void aProjectThatCannotBeReadSaysWhy();
    void numbersAreTheServersOwn();
    void everyPurposeLeadsToItsFiles();
    void whatExpiresLeadsToAsMany();
    void whatRunsLeadsToAsMany();
    void whatFailedLeadsToAsMany();
    void storesLeadToTheirOwn();
    void filesAddedAreThoseTheFilterLeaves();
    void rowsAreReachedAndTakenByKeys();
    void changesAreListedAndLeadToTheirObjects();
    void aListThatIsShownFilteredHasNothingElseInItsFilter();
    void theNextStartShowsWhatWasKnownBeforeItAsks();
    void nothingIsCutInANarrowWindow();
    void aRefreshLeavesTheCursorWhereItIs();

private:
    bool openSample();
    bool readEverything();
    bool showOverview();
    OverviewPage *overview() const { return qobject_cast<OverviewPage *>(m_console->page()); }
    const OverviewFigures &figures() const { return overview()->tally().figures(); }
    RowsCard *rows(const QString &name) const
    {
        return m_console->page()->findChild<RowsCard *>(name + u"Card"_s);
    }
    FigureCard *figure(const QString &name) const
    {
        return m_console->page()->findChild<FigureCard *>(name + u"Card"_s);
    }
    QStringList texts(const QString &name) const;
    /// Clicks the row of this number.
    void clickRow(const QString &card, int row);
    /// The page is open and its list has all of its rows.
    bool arrived(const QString &page);
    /// Rows the open list shows; `below`: of its lower level.
    int shown(bool below = false);
    /// All objects of a list at the server.
    QJsonArray all(const QByteArray &path) const;

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

bool TestOverview::openSample()
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--seed"_s, u"sample"_s, u"--time-scale"_s, u"1000"_s}))
        return false;
    const QString id = m_console->addProfile(u"Sample"_s, m_server->url(), u"sk-test"_s);
    return m_console->open(id) && showOverview();
}

bool TestOverview::showOverview()
{
    m_console->window().showPage(u"overview"_s);
    return overview() != nullptr;
}

bool TestOverview::readEverything()
{
    m_console->action(u"overview.refresh"_s)->trigger();
    return eventually([this] {
               return m_console->context().watch.survey().isComplete() &&
                      !m_console->context().watch.survey().isRunning();
           }) &&
           eventually([this] { return figures().knownAt > 0 && overview()->isCurrent(); }) &&
           eventually([this] { return rows(u"shares"_s)->rows().rowCount() == figures().purposes.size(); });
}

QStringList TestOverview::texts(const QString &name) const
{
    QStringList texts;
    const QAbstractItemModel *model = rows(name)->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, OverviewRowsModel::Text).data().toString();
    return texts;
}

void TestOverview::clickRow(const QString &card, int row)
{
    TableView *table = rows(card)->table();
    const QModelIndex index = table->model()->index(row, 0);
    QVERIFY(index.isValid());
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

bool TestOverview::arrived(const QString &page)
{
    return eventually([&] {
        const AreaPage *open = m_console->page();
        return open->objectName() == page + u"Page"_s && open->list() &&
               open->list()->loadState() == LoadState::Ready;
    });
}

int TestOverview::shown(bool below)
{
    const auto *tree = m_console->page()->findChild<TreeView *>();
    const auto *pane =
        m_console->page()->findChild<ListPane *>(m_console->page()->objectName().chopped(4) + u"Pane"_s);
    if (pane)
        return pane->shownCount();
    int count = 0;
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        count += below ? tree->model()->rowCount(tree->model()->index(row, 0)) : 1;
    return count;
}

QJsonArray TestOverview::all(const QByteArray &path) const
{
    QJsonArray found;
    QByteArray after;
    for (;;) {
        const QJsonObject page =
            rawRequest(m_server->url(), "GET", "/v1" + path + "?limit=100" + after).json();
        const QJsonArray data = page[u"data"_s].toArray();
        for (const QJsonValue &value : data)
            found.append(value);
        if (!page[u"has_more"_s].toBool() || data.isEmpty())
            return found;
        after = "&after=" + data.last()[u"id"_s].toString().toUtf8();
    }
}

void TestOverview::isTheFirstPage()
{
    QVERIFY(m_console->openLocal());
    QCOMPARE(pageList().first().id, u"overview"_s);
    m_console->press(u"Alt+Home"_s);
    ODC_EVENTUALLY(overview());
    m_console->press(u"Alt+1"_s);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"filesPage"_s);
    m_console->press(u"Alt+6"_s);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"finetuningPage"_s);
}

void TestOverview::asksNothingByItself()
{
    QVERIFY(openSample());
    m_server->clearLog();
    m_console->window().showPage(u"transfers"_s);
    QVERIFY(showOverview());
    ODC_EVENTUALLY(overview()->isCurrent());
    m_console->action(u"overview.changes"_s)->trigger();
    QVERIFY(m_console->await<TableView>(u"changesTable"_s));
    QCOMPARE(m_server->log().size(), 0);
    QVERIFY(overview()->findChild<PageHeader *>()->isVisible());
}

void TestOverview::anEmptyProjectSaysWhatToDo()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(showOverview());
    auto *overlay = overview()->findChild<OverviewBoard *>()->findChild<StateOverlay *>();
    QVERIFY(overlay);
    // Nothing is watched here, so nobody knows what there is.
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Empty && overlay->actionButton()->isVisible());
    QVERIFY(m_console->context().watch.requestsLastMinute() == 0);
    QTest::mouseClick(overlay->actionButton(), Qt::LeftButton);
    ODC_EVENTUALLY(figures().knownAt > 0 && figures().isEmpty());
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Empty && overlay->secondButton()->isVisible());
    // What is not seen takes no keys.
    QVERIFY(!rows(u"running"_s)->isVisible());
    QTest::mouseClick(overlay->actionButton(), Qt::LeftButton);
    ODC_EVENTUALLY(figures().files > 30);
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::None && rows(u"running"_s)->isVisible());
}

void TestOverview::aProjectThatCannotBeReadSaysWhy()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start({u"--api-key"_s, u"sk-test"_s, u"--seed"_s, u"sample"_s}));
    const QString id = m_console->addProfile(u"Sample"_s, m_server->url(), u"sk-wrong"_s);
    QVERIFY(m_console->open(id) && showOverview());
    m_console->action(u"overview.refresh"_s)->trigger();
    const auto *overlay = overview()->findChild<OverviewBoard *>()->findChild<StateOverlay *>();
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Error && overlay->isVisible());
    QVERIFY(!overlay->state().detail.isEmpty());
    QVERIFY(overlay->actionButton()->isVisible());
}

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
                                         [kind](const RunningJob &job) { return job.kind == kind; });
        QVERIFY(count > 0);
        Q_EMIT figure(u"running"_s)->line()->linkActivated(QString::number(i));
        QVERIFY(arrived(part.target.page));
        ODC_EVENTUALLY(shown(runs) == count);
        ++linked;
        QVERIFY(showOverview());
    }
    QCOMPARE(linked > 0, !figures().running.isEmpty());
    QCOMPARE(rows(u"running"_s)->rows().rowCount(), figures().running.size());
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

void TestOverview::rowsAreReachedAndTakenByKeys()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    // Tab goes round all cards, and comes to this one.
    TableView *table = rows(u"shares"_s)->table();
    overview()->focusList();
    bool reached = false;
    for (int i = 0; i < 60 && !reached; ++i) {
        m_console->press(QKeySequence(Qt::Key_Tab));
        reached = table->hasFocus();
    }
    QVERIFY(reached);
    QVERIFY(table->currentIndex().isValid());
    m_console->press(QKeySequence(Qt::Key_Down), table);
    QCOMPARE(table->currentIndex().row(), 1);
    const qint64 count = figures().purposes.at(1).count;
    m_console->press(QKeySequence(Qt::Key_Return), table);
    QVERIFY(arrived(u"files"_s));
    QCOMPARE(shown(), count);
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
    m_console->find<QComboBox>(u"changesPeriod"_s)->setCurrentIndex(4);
    m_console->find<FilterEdit>(u"changesFilter"_s)->setFilter(u"result=added kind=file brand-new"_s);
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

void TestOverview::theNextStartShowsWhatWasKnownBeforeItAsks()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString id = m_console->context().profile.id;
    const QString storage = figure(u"storage"_s)->figure()->text();
    const QStringList purposes = texts(u"shares"_s);
    m_console.reset();
    m_server->clearLog();

    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(showOverview() || m_console->page() == nullptr);
    m_console->window().openProfile(id);
    ODC_EVENTUALLY(overview() && figures().countedAt > 0);
    QCOMPARE(figure(u"storage"_s)->figure()->text(), storage);
    QCOMPARE(texts(u"shares"_s), purposes);
    ODC_EVENTUALLY(overview()->isCurrent());
    QCOMPARE(figure(u"storage"_s)->figure()->text(), storage);
    QCOMPARE(m_server->log().size(), 0);
}

void TestOverview::nothingIsCutInANarrowWindow()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const auto *board = overview()->findChild<OverviewBoard *>();
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 680), QSize(800, 600)}) {
        m_console->window().resize(size);
        QCoreApplication::processEvents();
        QVERIFY(board->horizontalScrollBar()->maximum() == 0);
        const QList<Card *> cards = board->findChildren<Card *>();
        QCOMPARE(cards.size(), 9);
        QList<QRect> places;
        for (const Card *card : cards) {
            const QRect place(card->mapTo(board->widget(), QPoint()), card->size());
            QVERIFY2(board->widget()->rect().contains(place), qPrintable(card->objectName()));
            QVERIFY2(place.height() >= card->minimumSizeHint().height(), qPrintable(card->objectName()));
            for (const QRect &other : std::as_const(places))
                QVERIFY2(!other.intersects(place), qPrintable(card->objectName()));
            places << place;
        }
        for (const RowsCard *card : board->findChildren<RowsCard *>()) {
            // Numbers are not cut: their columns are as wide as they.
            const TableView *table = card->table();
            if (!table->isVisible() || table->isColumnDropped(OverviewRowsModel::Value) ||
                table->isColumnHidden(OverviewRowsModel::Value))
                continue;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QString text = table->model()->index(row, OverviewRowsModel::Value).data().toString();
                QVERIFY2(table->fontMetrics().horizontalAdvance(text) <
                             table->columnWidth(OverviewRowsModel::Value),
                         qPrintable(text));
            }
        }
        // At full size the lists share all of the height.
        if (size.width() == 1440)
            QVERIFY(board->widget()->height() - places.last().bottom() < 40);
    }
}

void TestOverview::aRefreshLeavesTheCursorWhereItIs()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    TableView *table = rows(u"shares"_s)->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    const QString at = table->currentIndex().data().toString();
    QCOMPARE(postForm(m_server->url(), "/v1/files",
                      {{"purpose", "vision", {}}, {"file", QByteArray(900'000, 'x'), "huge.png"}})
                 .status,
             200);
    const qint64 before = figures().files;
    m_console->action(u"overview.refresh"_s)->trigger();
    ODC_EVENTUALLY(figures().files == before + 1);
    ODC_EVENTUALLY(!m_console->context().watch.survey().isRunning() && overview()->isCurrent());
    QCOMPARE(table->currentIndex().data().toString(), at);
    QVERIFY(table->hasFocus());
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
