// SPDX-License-Identifier: GPL-3.0-or-later
// What a list does while its server moves on: nothing a person looks at may jump.
#include "gui/support/console.h"

#include "lists/filterproxy.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int fileCount = 10'000;
const auto key = u"sk-test-polling-1"_s;

} // namespace

class TestPolling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void pollThatChangesOnePercentMovesNothing_data();
    void pollThatChangesOnePercentMovesNothing();
    void deletedRowsStayGoneAndTheRestStays();
    void loadingCanBeStopped();
    void failedRefreshKeepsTheRows();
    void firstLoadThatFailsOffersAnotherTry();
    void missingAreaIsNoError();
    void visibleListIsPolledAndAHiddenOneIsNot();

private:
    bool openThroughProxy();
    StateOverlay *overlay() { return m_console->table()->findChild<StateOverlay *>(); }

    Theme m_theme;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestPolling::initTestCase()
{
    m_theme.apply(*qApp);
    QVERIFY2(m_server.start({u"--api-key"_s, key, u"--seed"_s, u"large"_s, u"--seed-count"_s, QString::number(fileCount)}),
             qPrintable(m_server.errorText()));
}

void TestPolling::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestPolling::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_home.reset();
}

bool TestPolling::openThroughProxy()
{
    return m_console->open(m_console->addProfile(u"Large"_s, m_proxy->url(), key));
}

void TestPolling::pollThatChangesOnePercentMovesNothing_data()
{
    QTest::addColumn<QByteArray>("sortBy");
    QTest::addColumn<bool>("descending");
    QTest::newRow("newest first") << "created"_ba << true;
    QTest::newRow("by name") << "name"_ba << false;
    QTest::newRow("by status, which changes") << "status"_ba << false;
}

void TestPolling::pollThatChangesOnePercentMovesNothing()
{
    QFETCH(QByteArray, sortBy);
    QFETCH(bool, descending);
    QVERIFY(openThroughProxy());
    QCOMPARE(m_console->page()->list()->rowCount(), fileCount);
    TableView *table = m_console->table();
    const int column = m_console->page()->list()->columnOf(sortBy);
    table->sortByColumn(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);

    // Somewhere in the middle, three rows selected, the last of them current.
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    const int top = table->rowAt(2);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(top + 3, 0)).center());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      table->visualRect(table->model()->index(top + 5, 0)).center());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      table->visualRect(table->model()->index(top + 8, 0)).center());
    const QStringList selected = m_console->pane()->selectedIds();
    QCOMPARE(selected.size(), 3);
    const auto idAt = [&](int row) { return m_console->page()->list()->rowId(m_console->pane()->proxy()->sourceRow(table->model()->index(row, 0))); };
    const QString current = idAt(table->currentIndex().row());
    const QString first = idAt(top);
    const int offset = table->rowViewportPosition(top);

    // The server's next answer: another state for 40 files, 30 gone, 30 new; none of them on the screen or selected.
    QSet<QString> untouched(selected.cbegin(), selected.cend());
    for (int row = std::max(0, top - 5); row < top + 60 && row < table->model()->rowCount(); ++row)
        untouched.insert(idAt(row));
    const QByteArray body = rawRequest(m_server.url(), "GET", "/v1/files?limit=10000", {{"Authorization", "Bearer " + key.toUtf8()}}).body;
    QJsonObject page = QJsonDocument::fromJson(body).object();
    QJsonArray files = page[u"data"_s].toArray();
    QCOMPARE(files.size(), fileCount);
    QStringList changedIds;
    QStringList goneIds;
    for (qsizetype i = 50; i < files.size() && (changedIds.size() < 40 || goneIds.size() < 30); i += 97) {
        QJsonObject file = files[i].toObject();
        const QString id = file[u"id"_s].toString();
        if (untouched.contains(id))
            continue;
        if (changedIds.size() < 40) {
            file[u"status"_s] = u"error"_s;
            file[u"status_details"_s] = u"It was found damaged."_s;
            files[i] = file;
            changedIds << id;
        } else {
            files.removeAt(i);
            goneIds << id;
        }
    }
    for (int i = 0; i < 30; ++i) {
        QJsonObject file = files.first().toObject();
        file[u"id"_s] = u"file-brandnew%1"_s.arg(i, 14, 10, QChar(u'0'));
        file[u"filename"_s] = u"a-new-one-%1.jsonl"_s.arg(i);
        file[u"created_at"_s] = file[u"created_at"_s].toInteger() + 60 + i;
        files.prepend(file);
    }
    page[u"data"_s] = files;
    page[u"first_id"_s] = files.first()[u"id"_s];
    m_proxy->add("GET", "/files", Fault::answer(200, QJsonDocument(page).toJson(QJsonDocument::Compact),
                                                {{"Content-Type", "application/json"}}));
    QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
    m_console->press(u"F5"_s);
    const RowModelBase *list = m_console->page()->list();
    ODC_EVENTUALLY(list->loadState() == LoadState::Ready && list->rowOf(u"file-brandnew00000000000003"_s) >= 0);
    QCOMPARE(list->rowCount(), files.size());
    QCOMPARE(list->rowOf(goneIds.first()), -1);
    QCOMPARE(list->rowJson(list->rowOf(changedIds.first()))[u"status"_s].toString(), u"error"_s);

    QCOMPARE(resets.count(), 0);
    QCOMPARE(m_console->pane()->selectedIds(), selected);
    QCOMPARE(idAt(table->currentIndex().row()), current);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), column);
    // Sorted it still is, with what changed in its new place.
    const auto *proxy = m_console->pane()->proxy();
    for (int row = 1; row < proxy->rowCount(); ++row) {
        const int order = list->compareRows(column, proxy->sourceRow(proxy->index(row - 1, 0)), proxy->sourceRow(proxy->index(row, 0)));
        if (descending ? order < 0 : order > 0)
            QFAIL(qPrintable(u"row %1 is out of order"_s.arg(row)));
    }
    // The rows on the screen are where they were.
    QCoreApplication::processEvents();
    const QModelIndex again = proxy->mapFromSource(list->index(list->rowOf(first), 0));
    QCOMPARE(table->rowViewportPosition(again.row()), offset);
}

void TestPolling::deletedRowsStayGoneAndTheRestStays()
{
    QVERIFY(openThroughProxy());
    TableView *table = m_console->table();
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 3);
    const int top = table->rowAt(2);
    const auto idAt = [&](int row) { return m_console->page()->list()->rowId(m_console->pane()->proxy()->sourceRow(table->model()->index(row, 0))); };
    const QString doomed = idAt(top + 4);
    const QString below = idAt(top + 5);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(top + 4, 0)).center());
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(m_console->click(u"confirm"_s));
    const RowModelBase *list = m_console->page()->list();
    ODC_EVENTUALLY(list->rowOf(doomed) < 0);
    const int scroll = table->verticalScrollBar()->value();
    m_proxy->clearSeen();
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_proxy->count("GET", "/files") == 1 && list->loadState() == LoadState::Ready);
    QCOMPARE(list->rowOf(doomed), -1);
    QCOMPARE(list->rowCount(), fileCount - 1);
    QCOMPARE(table->verticalScrollBar()->value(), scroll);
    QCOMPARE(idAt(top + 4), below);
    // The next test finds as many files as this one did.
    QCOMPARE(postForm(m_server.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", "{}", "again.jsonl"}},
                      {{"Authorization", "Bearer " + key.toUtf8()}}).status, 200);
}

void TestPolling::loadingCanBeStopped()
{
    m_proxy->add("GET", "/files", Fault::stall());
    const QString id = m_console->addProfile(u"Slow"_s, m_proxy->url(), key);
    m_console->window().openProfile(id);
    ODC_EVENTUALLY(m_console->page() && m_proxy->count("GET", "/files") == 1);
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Loading);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Loading);
    QVERIFY(m_console->click(u"filesStop"_s));
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Stopped);
    // Stopped means stopped: the button to load again is there, and works.
    QVERIFY(overlay()->kind() != StateOverlay::Kind::Loading);
    QCOMPARE(m_proxy->count("GET", "/files"), 1);
    QVERIFY(m_console->click(u"filesRefresh"_s));
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    // While rows are shown, the key does it too and the bar says that they may not be all.
    m_proxy->add("GET", "/files", Fault::stall());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Loading);
    m_console->press(QKeySequence(Qt::Key_Escape), m_console->table());
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Stopped);
    QCOMPARE(m_console->page()->list()->rowCount(), fileCount);
    QVERIFY(m_console->messages()->isShowing());
}

void TestPolling::failedRefreshKeepsTheRows()
{
    QVERIFY(openThroughProxy());
    const int rows = m_console->page()->list()->rowCount();
    m_console->table()->selectRow(7);
    const QStringList selected = m_console->pane()->selectedIds();
    QCOMPARE(selected.size(), 1);
    m_proxy->add("GET", "/files", Fault::unauthorized());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Failed);
    QCOMPARE(m_console->page()->list()->rowCount(), rows);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::None);
    MessageBar *bar = m_console->messages();
    QVERIFY(bar->isShowing());
    QCOMPARE(bar->message().kind, Message::Kind::Error);
    QVERIFY(bar->message().details.contains(u"401"_s));
    QCOMPARE(m_console->pane()->selectedIds(), selected);
    // The bar's own button mends it.
    QPushButton *again = nullptr;
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == bar->message().actionText)
            again = button;
    }
    QVERIFY(again && again->isVisible());
    Console::click(again);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    QVERIFY(!bar->isShowing());
    QCOMPARE(m_console->pane()->selectedIds(), selected);
}

void TestPolling::firstLoadThatFailsOffersAnotherTry()
{
    m_proxy->add("GET", "/files", Fault::html(403));
    QVERIFY(openThroughProxy());
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Failed);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Error);
    QVERIFY(!overlay()->state().sentence.isEmpty());
    QVERIFY(!overlay()->state().detail.contains(u'<')); // no page of a proxy is poured over a person
    Console::click(overlay()->actionButton());
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() > 0);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::None);
}

void TestPolling::missingAreaIsNoError()
{
    m_proxy->add("GET", "/files", Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s));
    QVERIFY(openThroughProxy());
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Unavailable);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Unavailable);
    QVERIFY(!m_console->messages()->isShowing());
}

void TestPolling::visibleListIsPolledAndAHiddenOneIsNot()
{
    m_console->services().settings().set(Setting::PollSeconds, 1);
    QVERIFY(openThroughProxy());
    const int opened = m_proxy->count("GET", "/files");
    QCOMPARE(opened, 1);
    ODC_EVENTUALLY(m_proxy->count("GET", "/files") >= 3);
    m_console->window().hide();
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    const int hidden = m_proxy->count("GET", "/files");
    // Twice the interval without a poll: the only wait that proves an absence.
    QVERIFY(!eventually([&] { return m_proxy->count("GET", "/files") > hidden; }, 2200));
    m_console->window().show();
    ODC_EVENTUALLY(m_proxy->count("GET", "/files") > hidden);
}

QTEST_MAIN(TestPolling)
#include "tst_polling.moc"
