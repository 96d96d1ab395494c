// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows before its server has said anything: the lists as they were, with their age; and pages that are
// made when they are wanted.
#include "gui/support/console.h"

#include "index/objectindex.h"
#include "settings/settings.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTreeView>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto key = u"sk-test-start-1"_s;

struct Area
{
    const char *page;
    ObjectKind kind;
};
constexpr Area areas[] = {{"files", ObjectKind::File},
                          {"batches", ObjectKind::Batch},
                          {"stores", ObjectKind::Store},
                          {"evals", ObjectKind::Eval},
                          {"finetuning", ObjectKind::Job}};

QSet<QString> idsOf(const AreaPage *page)
{
    QSet<QString> ids;
    for (int row = 0; row < page->list()->rowCount(); ++row)
        ids.insert(page->list()->rowId(row));
    return ids;
}

QString summaryOf(const AreaPage *page)
{
    return page->findChild<PageHeader *>()->summary();
}

} // namespace

class TestStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listIsThereBeforeTheServerAnswers_data();
    void listIsThereBeforeTheServerAnswers();
    void whatIsGoneLeavesAndTheSelectionStays();
    void refusedServerLeavesTheRowsAsTheyWere();
    void anAnswerIsNewerThanWhatWasKept();
    void whatRanIsSaidToRunUntilItIsKnownToHaveEnded();
    void everythingTheWindowCanDoIsThereWhenItIsListed();
    void nothingIsKeptWhenThatIsSwitchedOff();
    void numbersBesideTheAreasAreThereBeforeTheirListsAre();
    void anyPageIsThereAtOnceWhenItIsWanted_data();
    void anyPageIsThereAtOnceWhenItIsWanted();
    void allPagesAreMadeInTime();
    void windowClosesWhilePagesAreStillToBeMade();
    void profileChangesWhilePagesAreStillToBeMade();

private:
    /// Reads every list through the proxy in one run of the program, which ends with this.
    bool readEverything();
    void restart();
    /// The same profile in another run of the program; what is open is seen, but nothing is waited for.
    bool openAgain();
    AreaPage *show(const char *page);
    AreaPage *made(const char *page)
    {
        return m_console->window().findChild<AreaPage *>(QLatin1StringView(page) + u"Page"_s);
    }
    void blockServer() { m_proxy->add({}, {}, Fault::stall(), -1); }

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    QString m_profile;
    QHash<QString, QSet<QString>> m_ids; ///< by page
};

void TestStart::initTestCase()
{
    m_theme.apply(*qApp);
}

void TestStart::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start({u"--api-key"_s, key, u"--seed"_s, u"sample"_s}), qPrintable(m_server->errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    restart();
    m_profile = m_console->addProfile(u"Kept"_s, m_proxy->url(), key);
    QVERIFY(!m_profile.isEmpty());
}

void TestStart::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
    m_ids.clear();
}

void TestStart::restart()
{
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

AreaPage *TestStart::show(const char *page)
{
    m_console->window().showPage(QLatin1StringView(page));
    return m_console->page();
}

bool TestStart::readEverything()
{
    if (!m_console->open(m_profile))
        return false;
    ObjectIndex &index = m_console->context().index;
    for (const Area &area : areas) {
        AreaPage *page = show(area.page);
        if (!eventually([&] { return page->list()->loadState() == LoadState::Ready && index.wholeAt(area.kind) > 0; }))
            return false;
        m_ids.insert(QLatin1StringView(area.page), idsOf(page));
    }
    m_console.reset();
    return true;
}

bool TestStart::openAgain()
{
    restart();
    // Keys are in memory in tests, and went with the run before.
    bool written = false;
    m_console->services().context().secrets.write(m_profile, SecretKind::ApiKey, SecretString(key), &m_console->window(),
                                                  [&](const SecretStore::WriteResult &) { written = true; });
    if (!eventually([&] { return written; }))
        return false;
    m_console->window().openProfile(m_profile);
    return eventually([this] { return m_console->page() != nullptr; });
}

void TestStart::listIsThereBeforeTheServerAnswers_data()
{
    QTest::addColumn<QByteArray>("pageId");
    for (const Area &area : areas)
        QTest::newRow(area.page) << QByteArray(area.page);
}

void TestStart::listIsThereBeforeTheServerAnswers()
{
    QFETCH(const QByteArray, pageId);
    QVERIFY(readEverything());
    const QSet<QString> before = m_ids.value(QString::fromLatin1(pageId));
    QVERIFY(!before.isEmpty());
    blockServer();
    QVERIFY(openAgain());
    AreaPage *page = show(pageId.constData());
    ODC_EVENTUALLY(page->list()->rowCount() == before.size());
    QCOMPARE(idsOf(page), before);
    QVERIFY(page->isFilled());
    // It says what this is: the list of before, of which the newer one is on its way.
    QCOMPARE(page->list()->loadState(), LoadState::Loading);
    QVERIFY(page->list()->keptFrom() > 0);
    QCOMPARE(page->list()->refreshedAt(), 0);
    QVERIFY2(summaryOf(page).contains(u"as of"_s, Qt::CaseInsensitive), qPrintable(summaryOf(page)));
    QVERIFY(summaryOf(page).contains(u"reading…"_s));
    // Now it answers, and the list is of now.
    page->actions().find(QLatin1StringView(pageId) + u".stopLoading"_s)->trigger();
    QCOMPARE(page->list()->loadState(), LoadState::Stopped);
    QCOMPARE(idsOf(page), before);
    m_proxy->clearFaults();
    page->refresh();
    ODC_EVENTUALLY(page->list()->loadState() == LoadState::Ready);
    QVERIFY(idsOf(page).contains(before)); // and what the server has made since
    QCOMPARE(page->list()->keptFrom(), 0);
    QVERIFY(!summaryOf(page).contains(u"as of"_s, Qt::CaseInsensitive));
}

void TestStart::whatIsGoneLeavesAndTheSelectionStays()
{
    QVERIFY(readEverything());
    const QStringList ids(m_ids.value(u"files"_s).cbegin(), m_ids.value(u"files"_s).cend());
    QVERIFY(ids.size() > 2);
    const QString gone = ids.first();
    const QString stays = ids.last();
    // Somebody else deleted it while this program was closed.
    QCOMPARE(rawRequest(m_server->url(), "DELETE", "/v1/files/" + gone.toLatin1(), {{"Authorization", "Bearer " + key.toLatin1()}}).status,
             200);
    blockServer();
    QVERIFY(openAgain());
    const AreaPage *page = show("files");
    ODC_EVENTUALLY(page->list()->rowCount() == ids.size());
    m_console->pane()->selectId(stays);
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{stays});
    QVERIFY(m_console->click(u"filesStop"_s));
    QVERIFY(page->list()->rowOf(gone) >= 0); // nobody has said yet that it is gone
    m_proxy->clearFaults();
    QVERIFY(m_console->click(u"filesRefresh"_s));
    ODC_EVENTUALLY(page->list()->loadState() == LoadState::Ready);
    QCOMPARE(page->list()->rowOf(gone), -1);
    QVERIFY(idsOf(page).contains(QSet<QString>(ids.cbegin() + 1, ids.cend())));
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{stays});
}

void TestStart::refusedServerLeavesTheRowsAsTheyWere()
{
    QVERIFY(readEverything());
    m_proxy->add({}, {}, Fault::unauthorized(), -1);
    QVERIFY(openAgain());
    const AreaPage *page = show("files");
    ODC_EVENTUALLY(page->list()->loadState() == LoadState::Failed && page->list()->rowCount() > 0);
    ODC_EVENTUALLY(page->list()->rowCount() == m_ids.value(u"files"_s).size());
    QVERIFY(page->list()->keptFrom() > 0);
    QVERIFY2(summaryOf(page).contains(u"as of"_s, Qt::CaseInsensitive), qPrintable(summaryOf(page)));
    QVERIFY(!summaryOf(page).contains(u"reading…"_s));
    QVERIFY(m_console->messages()->isShowing());
    QCOMPARE(m_console->messages()->message().kind, Message::Kind::Error);
}

void TestStart::anAnswerIsNewerThanWhatWasKept()
{
    QVERIFY(readEverything());
    QVERIFY(openAgain());
    const AreaPage *page = show("files");
    ODC_EVENTUALLY(page->list()->loadState() == LoadState::Ready);
    QVERIFY(idsOf(page).contains(m_ids.value(u"files"_s)));
    QCOMPARE(page->list()->keptFrom(), 0);
    // Each row is there once, however it came.
    QCOMPARE(page->list()->rowCount(), idsOf(page).size());
}

void TestStart::whatRanIsSaidToRunUntilItIsKnownToHaveEnded()
{
    // A list of one batch that runs; the proxy speaks for the server.
    const QByteArray running = R"({"object":"list","data":[{"id":"batch_1","object":"batch","endpoint":"/v1/responses",
        "status":"in_progress","created_at":1700000000,"input_file_id":"file-1",
        "request_counts":{"total":9,"completed":1,"failed":0}}],"has_more":false})";
    QByteArray ended = running;
    ended.replace("in_progress", "completed");
    m_proxy->add("GET", "/batches", Fault::answer(200, running), -1);
    QVERIFY(m_console->open(m_profile));
    const AreaPage *page = show("batches");
    ODC_EVENTUALLY(page->list()->loadState() == LoadState::Ready && page->list()->rowCount() == 1);
    ODC_EVENTUALLY(m_console->context().index.wholeAt(ObjectKind::Batch) > 0);
    m_proxy->clearFaults();
    blockServer();
    QVERIFY(openAgain());
    AreaPage *again = show("batches");
    ODC_EVENTUALLY(again->list()->rowCount() == 1);
    QVERIFY2(summaryOf(again).contains(u"1 running"_s), qPrintable(summaryOf(again)));
    QVERIFY(m_console->click(u"batchesStop"_s));
    m_proxy->clearFaults();
    m_proxy->add("GET", "/batches", Fault::answer(200, ended), -1);
    again->refresh();
    ODC_EVENTUALLY(again->list()->loadState() == LoadState::Ready);
    QCOMPARE(again->list()->rawValue(0, again->list()->columnOf("status")).toString(), u"completed"_s);
    QVERIFY2(!summaryOf(again).contains(u"running"_s), qPrintable(summaryOf(again)));
}

void TestStart::everythingTheWindowCanDoIsThereWhenItIsListed()
{
    QVERIFY(m_console->open(m_profile));
    m_console->window().makeAllPages();
    for (const char *action : {"batches.new", "stores.new", "evals.new", "finetuning.new"})
        QVERIFY2(m_console->action(QLatin1StringView(action)), action);
    QCOMPARE(m_console->page()->objectName(), u"filesPage"_s);
}

void TestStart::nothingIsKeptWhenThatIsSwitchedOff()
{
    m_console->services().settings().set(Setting::KeepIndex, false);
    QVERIFY(readEverything());
    blockServer();
    QVERIFY(openAgain());
    QVERIFY(!QFileInfo::exists(m_console->services().opener().indexFile(m_profile)));
    const AreaPage *page = show("files");
    ODC_EVENTUALLY(m_console->context().index.isLoaded() && m_proxy->count("GET", "/files") > 0);
    QCOMPARE(page->list()->rowCount(), 0);
    QCOMPARE(page->list()->keptFrom(), 0);
    QCOMPARE(page->list()->loadState(), LoadState::Loading);
}

void TestStart::numbersBesideTheAreasAreThereBeforeTheirListsAre()
{
    QVERIFY(readEverything());
    blockServer();
    m_proxy->clearSeen();
    QVERIFY(openAgain());
    const auto *list = m_console->window().findChild<QAbstractItemView *>(u"navList"_s);
    QVERIFY(list);
    QStringList expected;
    for (const PageInfo &info : pageList()) {
        if (const QSet<QString> ids = m_ids.value(info.id); info.id != u"files"_s && !ids.isEmpty())
            expected << info.title + u", "_s + QString::number(ids.size());
    }
    QCOMPARE(expected.size(), 4);
    const auto areThere = [&] {
        QStringList spoken;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            spoken << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return std::all_of(expected.cbegin(), expected.cend(), [&](const QString &text) { return spoken.contains(text); });
    };
    ODC_EVENTUALLY(areThere());
    // Only the files were asked for in this run.
    QCOMPARE(m_proxy->count("GET", "/batches"), 0);
    QCOMPARE(m_proxy->count("GET", "/vector_stores"), 0);
}

void TestStart::anyPageIsThereAtOnceWhenItIsWanted_data()
{
    QTest::addColumn<QString>("pageId");
    for (const PageInfo &info : pageList())
        QTest::newRow(qPrintable(info.id)) << info.id;
}

void TestStart::anyPageIsThereAtOnceWhenItIsWanted()
{
    QFETCH(const QString, pageId);
    // In the very turn in which the profile is open, before there was any idle moment.
    bool seen = false;
    connect(&m_console->services().opener(), &ProfileConnector::opened, &m_console->window(), [&] {
        seen = true;
        m_console->window().showObject(pageId, {});
        QVERIFY(m_console->page());
        QCOMPARE(m_console->page()->objectName(), pageId + u"Page"_s);
        QVERIFY(m_console->page()->isVisible());
    });
    m_console->window().openProfile(m_profile);
    ODC_EVENTUALLY(seen);
}

void TestStart::allPagesAreMadeInTime()
{
    QVERIFY(m_console->open(m_profile));
    const auto all = [this] {
        for (const PageInfo &info : pageList()) {
            if (!m_console->window().findChild<AreaPage *>(info.id + u"Page"_s))
                return false;
        }
        return true;
    };
    ODC_EVENTUALLY(all());
    // None of them was asked for, so none of them has asked.
    QCOMPARE(m_proxy->count("GET", "/batches"), 0);
    QCOMPARE(m_proxy->count("GET", "/evals"), 0);
    QCOMPARE(m_console->page()->objectName(), u"filesPage"_s);
}

void TestStart::windowClosesWhilePagesAreStillToBeMade()
{
    bool opened = false;
    connect(&m_console->services().opener(), &ProfileConnector::opened, &m_console->window(), [&] { opened = true; });
    m_console->window().openProfile(m_profile);
    ODC_EVENTUALLY(opened);
    QVERIFY(!made("finetuning"));
    m_console.reset();
    // Nothing is left that would be made for a window that is gone.
    QCoreApplication::processEvents();
}

void TestStart::profileChangesWhilePagesAreStillToBeMade()
{
    QVERIFY(m_console->open(m_profile));
    const QPointer<AreaPage> first = m_console->page();
    QVERIFY(m_console->openLocal());
    QVERIFY(!first);
    ODC_EVENTUALLY(made("finetuning") != nullptr);
    QCOMPARE(m_console->context().profile.id, QString(QLatin1StringView(localProfileId)));
}

QTEST_MAIN(TestStart)
#include "tst_start.moc"
