// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview as a page of the window: what it says when there is nothing, how it is used by keys, how it looks.
#include "gui/support/overviewtest.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "overview/changesmodel.h"
#include "settings/settings.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/treeview.h"
#include "watch/jobwatch.h"

#include <QComboBox>
#include <QFile>
#include <QDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QWindow>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOverviewWindow : public OverviewTest
{
    Q_OBJECT
private Q_SLOTS:
    void isTheFirstPage();
    void keysGoBackAndForward();
    void thumbButtonsOfTheMouseDoTheSame();
    void asksNothingByItself();
    void anEmptyProjectSaysWhatToDo();
    void aProjectThatCannotBeReadSaysWhy();
    void rowsAreReachedAndTakenByKeys();
    void keysStayInThePageUntilItsEnd();
    void keysStayInThePageOfAProjectWithoutStores();
    void aNoticeThatWasClosedStaysClosed();
    void withoutAKeyTheEmptyPageSaysSo();
    void alertsAreOneClickAway();
    void nothingIsCutInANarrowWindow();
    void aRefreshLeavesTheCursorWhereItIs();
    void theOverviewChosenAnewIsTheBoard();
    void enterTakesTheRowThatTheFilterLeadsTo();
    void linksHaveTheColoursOfTheTheme();
};

void TestOverviewWindow::isTheFirstPage()
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

void TestOverviewWindow::keysGoBackAndForward()
{
    m_console->window().showPage(u"nosuch"_s); // what was never in front is no place to go back to
    m_console->window().openProfile(QLatin1StringView(localProfileId));
    ODC_EVENTUALLY(m_console->page());
    QVERIFY(!m_console->action(u"go.back"_s)->isEnabled());
    const auto isAt = [this](const QString &page) { return m_console->page()->objectName() == page; };
    m_console->press(u"Alt+Home"_s);
    ODC_EVENTUALLY(isAt(u"overviewPage"_s));
    m_console->press(u"Alt+1"_s);
    m_console->press(u"Alt+3"_s);
    const QString third = m_console->page()->objectName();
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(isAt(u"overviewPage"_s));
    m_console->press(u"Alt+Right"_s);
    m_console->press(u"Alt+Right"_s);
    ODC_EVENTUALLY(isAt(third));
    QVERIFY(!m_console->action(u"go.forward"_s)->isEnabled());
    // Whoever goes somewhere else from the middle has nothing ahead any more.
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    m_console->press(u"Alt+6"_s);
    ODC_EVENTUALLY(isAt(u"finetuningPage"_s));
    QVERIFY(!m_console->action(u"go.forward"_s)->isEnabled());
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    // Out of what is inside of a page first.
    m_console->press(u"Alt+Home"_s);
    ODC_EVENTUALLY(isAt(u"overviewPage"_s));
    m_console->action(u"overview.changes"_s)->trigger();
    QAction *inside = m_console->action(u"overview.back"_s);
    ODC_EVENTUALLY(inside->isEnabled());
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(!inside->isEnabled());
    QVERIFY(isAt(u"overviewPage"_s));
    m_console->press(u"Alt+Left"_s);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    // Another profile has no way behind it.
    QVERIFY(m_console->openLocal());
    QVERIFY(!m_console->action(u"go.back"_s)->isEnabled());
    QVERIFY(!m_console->action(u"go.forward"_s)->isEnabled());
}

void TestOverviewWindow::thumbButtonsOfTheMouseDoTheSame()
{
    QVERIFY(openSample());
    const auto isAt = [this](const QString &page) { return m_console->page()->objectName() == page; };
    m_console->press(u"Alt+Home"_s);
    ODC_EVENTUALLY(isAt(u"overviewPage"_s));
    m_console->press(u"Alt+1"_s);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    // Over a table, which would take any button for a click on a row.
    QWindow *window = m_console->window().windowHandle();
    const QPoint middle = m_console->window().rect().center();
    QTest::mouseClick(window, Qt::BackButton, {}, middle);
    ODC_EVENTUALLY(isAt(u"overviewPage"_s));
    QTest::mouseClick(window, Qt::ForwardButton, {}, middle);
    ODC_EVENTUALLY(isAt(u"filesPage"_s));
    QTest::mouseClick(window, Qt::ForwardButton, {}, middle); // there is nothing ahead
    QVERIFY(isAt(u"filesPage"_s));
}

void TestOverviewWindow::asksNothingByItself()
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

void TestOverviewWindow::anEmptyProjectSaysWhatToDo()
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

void TestOverviewWindow::aProjectThatCannotBeReadSaysWhy()
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

void TestOverviewWindow::rowsAreReachedAndTakenByKeys()
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

void TestOverviewWindow::keysStayInThePageUntilItsEnd()
{
    QVERIFY(openSample());
    // The dock is there before the first row is, and lists are made with their first rows.
    m_console->window().showActivity(true);
    QVERIFY(readEverything());
    auto *board = overview()->findChild<OverviewBoard *>();
    overview()->focusList();
    QVERIFY(board->isAncestorOf(qApp->focusWidget()));
    QWidget *first = qApp->focusWidget();
    QList<QWidget *> inBoard{first};
    int left = 0;
    for (int i = 0; i < 200; ++i) {
        const bool wasIn = board->isAncestorOf(qApp->focusWidget());
        m_console->press(QKeySequence(Qt::Key_Tab));
        QWidget *now = qApp->focusWidget();
        QVERIFY(now);
        if (now == first)
            break; // all the way round
        const bool isIn = board->isAncestorOf(now);
        left += int(wasIn && !isIn);
        if (isIn)
            inBoard << now;
    }
    QCOMPARE(left, 1);
    for (const QString &name : {u"shares"_s, u"expiring"_s, u"ended"_s, u"needs"_s})
        QVERIFY2(inBoard.contains(rows(name)->table()), qPrintable(name));
    QVERIFY(inBoard.indexOf(rows(u"needs"_s)->table()) < inBoard.indexOf(rows(u"shares"_s)->table()));
    QVERIFY(inBoard.indexOf(rows(u"shares"_s)->table()) < inBoard.indexOf(rows(u"ended"_s)->table()));
}

void TestOverviewWindow::keysStayInThePageOfAProjectWithoutStores()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start());
    QVERIFY(m_console->open(m_console->addProfile(u"Files"_s, m_server->url(), u"sk-test"_s)));
    QVERIFY(showOverview());
    m_console->window().showActivity(true);
    // One that needs somebody: its list is made behind the dock, and no line of stores takes the keyboard before it.
    FileCreate create;
    create.path = m_home->filePath(u"soon.txt"_s);
    create.purpose = u"user_data"_s;
    create.expiresAfterSeconds = 3600;
    QFile file(create.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("soon gone") > 0);
    file.close();
    bool made = false;
    m_console->session()->files().create(create, this, [&](const Result<FileObject> &answer) { made = answer.has_value(); });
    ODC_EVENTUALLY(made);
    QVERIFY(readEverything());
    ODC_EVENTUALLY(rows(u"needs"_s)->rows().rowCount() > 0);
    auto *board = overview()->findChild<OverviewBoard *>();
    rows(u"needs"_s)->table()->setFocus();
    m_console->press(QKeySequence(Qt::Key_Tab));
    QVERIFY(board->isAncestorOf(qApp->focusWidget()));
    rows(u"needs"_s)->table()->setFocus();
    m_console->press(QKeySequence(Qt::Key_Backtab));
    QVERIFY(board->isAncestorOf(qApp->focusWidget())); // and not the dock
}

void TestOverviewWindow::aNoticeThatWasClosedStaysClosed()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    Profile profile = m_console->context().profile;
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    // The service that closes, with what was seen here; without a key nothing is asked of it.
    const ProfileOpener &opener = m_console->services().opener();
    const QString seen = opener.indexFile(profile.id);
    profile.kind = Profile::Kind::OpenAI;
    profile.baseUrl.clear();
    QVERIFY(m_console->services().profiles().put(profile));
    QVERIFY(QFile::copy(seen, opener.indexFile(profile.id)));
    m_console->window().showPage(u"overview"_s);
    m_console->window().openProfile(profile.id);
    MessageBar *notice = nullptr;
    const auto hasNotice = [&] {
        const QList<MessageBar *> bars = overview() ? overview()->findChildren<MessageBar *>() : QList<MessageBar *>();
        for (MessageBar *bar : bars) {
            if (bar->isShowing() && bar->message().key == "closing"_L1)
                notice = bar;
        }
        return notice != nullptr;
    };
    ODC_EVENTUALLY(hasNotice());
    QVERIFY(notice->message().text.contains(u"Evals"_s));
    // What changed has the page for itself; back on the board it is said again.
    QVERIFY(m_console->click(u"overviewChanges"_s));
    ODC_EVENTUALLY(!notice->isShowing());
    m_console->action(u"overview.back"_s)->trigger();
    ODC_EVENTUALLY(notice->isShowing());
    QTest::mouseClick(notice->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!notice->isShowing());
    QVERIFY(m_console->click(u"overviewChanges"_s));
    m_console->action(u"overview.back"_s)->trigger();
    m_console->window().showPage(u"transfers"_s);
    m_console->window().showPage(u"overview"_s);
    ODC_EVENTUALLY(overview()->isVisible());
    QVERIFY(!notice->isShowing());
}

void TestOverviewWindow::withoutAKeyTheEmptyPageSaysSo()
{
    QVERIFY(openSample());
    m_console->window().openProfile(m_console->addProfile(u"No key"_s, m_server->url(), {}));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->lacksKey());
    QVERIFY(showOverview());
    auto *overlay = overview()->findChild<StateOverlay *>();
    ODC_EVENTUALLY(overlay->isVisible() && overlay->state().sentence == u"This profile has no API key."_s);
    // Once is enough: nothing of before is shown that could be taken for what is there now.
    for (const MessageBar *bar : m_console->window().findChildren<MessageBar *>())
        QVERIFY(!bar->isShowing() || bar->message().key != "noKey"_L1);
    // A list that cannot be read says the same, and offers nothing that cannot help.
    m_console->window().showPage(u"stores"_s);
    const auto failed = [this]() -> StateOverlay * {
        for (StateOverlay *each : m_console->page()->findChildren<StateOverlay *>()) {
            if (each->isVisible() && each->state().kind == StateOverlay::Kind::Error)
                return each;
        }
        return nullptr;
    };
    ODC_EVENTUALLY(failed());
    const StateOverlay *list = failed();
    QCOMPARE(list->state().actionText, u"Edit profile…"_s);
    QVERIFY(list->state().secondText.isEmpty());
    QVERIFY(showOverview());
    Console::click(overlay->findChild<QPushButton *>());
    auto *dialog = m_console->await<QDialog>(u"profilesDialog"_s);
    QVERIFY(dialog);
    dialog->close();
}

void TestOverviewWindow::alertsAreOneClickAway()
{
    QVERIFY(openSample());
    QVERIFY(m_console->click(u"overviewAlerts"_s));
    auto *dialog = m_console->await<QDialog>(u"preferencesDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QWidget *>(u"alertsEdit"_s)->isVisible());
    dialog->close();
}

void TestOverviewWindow::nothingIsCutInANarrowWindow()
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
            // Times and sizes are all there, and not cut: sooner goes the bar.
            const TableView *table = card->madeTable();
            if (!table || !table->isVisible())
                continue;
            constexpr int column = OverviewRowsModel::Value;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QString text = table->model()->index(row, column).data().toString();
                if (text.isEmpty())
                    continue;
                const QString where = u"%1: %2 at %3 px"_s.arg(card->objectName(), text).arg(size.width());
                QVERIFY2(!table->isColumnDropped(column) && !table->isColumnHidden(column), qPrintable(where));
                QVERIFY2(table->fontMetrics().horizontalAdvance(text) < table->columnWidth(column),
                         qPrintable(where));
            }
        }
        for (const RowsCard *card : board->findChildren<RowsCard *>()) {
            // Nor is a row at a card's end.
            if (const TableView *table = card->madeTable(); table && table->isVisible())
                QCOMPARE(table->viewport()->height() % table->verticalHeader()->defaultSectionSize(), 0);
        }
        // At full size the lists share all of the height.
        if (size.width() == 1440)
            QVERIFY(board->widget()->height() - places.last().bottom() < 40);
    }
}

void TestOverviewWindow::aRefreshLeavesTheCursorWhereItIs()
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

void TestOverviewWindow::theOverviewChosenAnewIsTheBoard()
{
    QVERIFY(openSample());
    const auto *board = overview()->findChild<OverviewBoard *>();
    auto *navigation = m_console->window().findChild<NavList *>();
    const auto clickOverview = [navigation] {
        const QRect place = navigation->visualRect(navigation->model()->index(0, 0));
        QTest::mouseClick(navigation->viewport(), Qt::LeftButton, {}, place.center());
    };
    for (const bool byKey : {true, false}) {
        QVERIFY(m_console->click(u"overviewChanges"_s));
        QVERIFY(!board->isVisible());
        // Who comes back from elsewhere finds what was left; but the key is the overview's.
        m_console->window().showPage(u"files"_s);
        if (byKey) {
            m_console->press(u"Alt+Home"_s);
            ODC_EVENTUALLY(overview() && board->isVisible());
            QVERIFY(m_console->click(u"overviewChanges"_s));
            m_console->window().showPage(u"files"_s);
        }
        clickOverview();
        QVERIFY(overview());
        QVERIFY(!board->isVisible());
        QCoreApplication::processEvents();
        if (byKey)
            m_console->press(u"Alt+Home"_s);
        else
            clickOverview();
        ODC_EVENTUALLY(board->isVisible());
    }
}

void TestOverviewWindow::enterTakesTheRowThatTheFilterLeadsTo()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    m_console->action(u"overview.changes"_s)->trigger();
    auto *table = m_console->await<TableView>(u"changesTable"_s);
    QVERIFY(table);
    auto *what = m_console->find<QComboBox>(u"changesWhat"_s);
    what->setCurrentIndex(what->findData(int(ChangesModel::Shows::EndedJobs)));
    auto *period = m_console->find<QComboBox>(u"changesPeriod"_s);
    period->setCurrentIndex(period->findData(qint64(0)));
    ODC_EVENTUALLY(table->model()->rowCount() > 0);
    m_console->press(QKeySequence(QKeySequence::Find));
    auto *filter = qobject_cast<FilterEdit *>(QApplication::focusWidget());
    QVERIFY(filter);
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), table);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Up);
    table->clearSelection(); // as it is when nothing but the filter was used
    QTest::keyClick(table, Qt::Key_Return);
    ODC_EVENTUALLY(m_console->page()->objectName() != u"overviewPage"_s);
}

void TestOverviewWindow::linksHaveTheColoursOfTheTheme()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const LinkLine *line = figure(u"storage"_s)->line();
    const Theme::Mode before = m_theme.mode();
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        m_theme.setMode(mode);
        QVERIFY(line->text().contains(m_theme.colour(Token::Accent).name()));
        QVERIFY(!line->text().contains(Theme::colour(Token::Accent, !m_theme.isDark()).name()));
    }
    m_theme.setMode(before);
}

QTEST_MAIN(TestOverviewWindow)
#include "tst_overviewwindow.moc"
