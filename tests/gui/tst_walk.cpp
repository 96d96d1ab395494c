// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the whole window: everything can be reached with the keyboard, has a name, and fits.
#include "gui/support/console.h"
#include "gui/support/seed.h"

#include "i18n/translationsloader.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/treeview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// "class objectName", for messages.
QString describe(const QWidget *widget)
{
    return u"%1 \"%2\" in \"%3\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                       widget->window()->objectName());
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

/// Everything that has to be reachable with Tab.
QSet<QWidget *> stopsOf(QWidget *window)
{
    QSet<QWidget *> stops;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->window() == window && widget->isVisibleTo(window) && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() && !widget->size().isEmpty())
            stops.insert(widget);
    }
    return stops;
}

/// Presses Tab (or Shift+Tab) until the focus is where it was; returns where it went.
QList<QWidget *> walk(QWidget *window, Qt::KeyboardModifiers modifiers)
{
    QList<QWidget *> seen;
    for (int i = 0; i < 300; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || focus->window() != window)
            break;
        // A label with several links keeps the focus while Tab goes from one to the next.
        const bool within = !seen.isEmpty() && seen.last() == focus && qobject_cast<QLabel *>(focus);
        if (!within) {
            if (seen.contains(focus))
                break;
            seen << focus;
        }
        QTest::keyClick(focus, modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
    }
    return seen;
}

/// Names of what has none, below this part of the accessible tree.
void collectNameless(QAccessibleInterface *interface, const QString &path, QStringList &nameless)
{
    if (!interface || !interface->isValid())
        return;
    const QAccessible::State state = interface->state();
    if (state.invisible)
        return;
    const QString name = interface->text(QAccessible::Name).trimmed();
    QObject *object = interface->object();
    const QString here = path + u'/' + (object ? QString::fromLatin1(object->metaObject()->className()) + u'(' + object->objectName() + u')'
                                              : QString::number(interface->role()));
    // An empty cell has nothing to say.
    const bool mayBeEmpty = interface->role() == QAccessible::Cell || interface->role() == QAccessible::TreeItem;
    if (state.focusable && !mayBeEmpty && name.isEmpty())
        nameless << here;
    const int children = std::min(interface->childCount(), 400);
    for (int i = 0; i < children; ++i)
        collectNameless(interface->child(i), here, nameless);
}

QList<QAction *> menuActions(const QWidget *menu)
{
    QList<QAction *> found;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        found << action; // the title of a menu below, too
        if (action->menu())
            found += menuActions(action->menu());
    }
    return found;
}

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void tabReachesEverythingAndEverythingHasAName_data() { addStates(); }
    void tabReachesEverythingAndEverythingHasAName();
    void accessibleTreeHasNoNamelessControl_data() { addStates(); }
    void accessibleTreeHasNoNamelessControl();
    void everyActionIsInAMenu();
    void shortcutsAreUniqueWhereTheyWork();
    void menusHaveNoDoubleMnemonics();
    void nothingIsClippedInALongLanguage_data();
    void nothingIsClippedInALongLanguage();

private:
    void addStates()
    {
        QTest::addColumn<QString>("state");
        for (const char *name : {"empty", "files", "preview", "json", "activity", "transfers", "parts", "dock", "lost", "message", "upload", "confirm", "report", "profiles",
                                 "new profile", "preferences", "prices", "alerts", "lines", "shortcuts", "about", "stores", "store file", "store failures", "overview",
                                 "new store", "new store files", "new store chunking", "edit store", "delete store", "choose store"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    /// Brings the console there; returns the window to walk, null when it did not get there.
    QStringList clipped(QWidget *window) const;
    QWidget *bring(const QString &state);
    QWidget *bringStores(const QString &state);
    /// Transfers of an earlier run, none of which goes on by itself.
    bool seed();
    void start()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestWalk::init()
{
    failOnNoise();
    start();
}

void TestWalk::cleanup()
{
    m_console.reset();
    m_home.reset();
    installTranslations(*qApp, u"en"_s);
}

bool TestWalk::seed()
{
    const auto file = [this](const QString &name) { return writeFile(m_home->filePath(name), QByteArray(5000, '{')); };
    TransferRecord parts = uploadRecord(file(u"parts.jsonl"_s), u"batch"_s, 1000, 2);
    parts.state = TransferRecord::State::Paused;
    TransferRecord failed = uploadRecord(file(u"failed.jsonl"_s), u"batch"_s);
    failed.state = TransferRecord::State::Failed;
    failed.error = ApiError::make(ApiError::Kind::Server, u"It broke."_s);
    failed.error.requestId = u"req_0123456789abcdef"_s;
    TransferRecord lost = uploadRecord(file(u"lost.pdf"_s), u"user_data"_s);
    lost.state = TransferRecord::State::Unknown;
    lost.candidates = QStringList{u"file-1"_s, u"file-2"_s};
    lost.lookedUp = true;
    return seedTransfers(m_home->path(), QLatin1StringView(localProfileId), {parts, failed, lost});
}

QWidget *TestWalk::bring(const QString &state)
{
    Console &console = *m_console;
    const QStringList withTransfers{u"transfers"_s, u"parts"_s, u"dock"_s, u"lost"_s};
    if (withTransfers.contains(state) && !seed())
        return nullptr;
    if (!console.openLocal())
        return nullptr;
    if (withTransfers.contains(state)) {
        console.window().showPage(u"transfers"_s);
        console.window().showTransfers(state == u"dock"_s);
        if (!odc::test::eventually([&] { return console.page()->list()->rowCount() == 3; })
            || !console.select({state == u"lost"_s ? u"lost.pdf"_s : u"parts.jsonl"_s}))
            return nullptr;
        if (state == u"parts"_s)
            console.showTab(1);
        if (state != u"lost"_s)
            return &console.window();
        console.action(u"transfers.answer"_s)->trigger();
        return console.await<QDialog>(u"lostAnswerDialog"_s);
    }
    if (state == u"empty"_s)
        return &console.window();
    if (!console.addSampleData() || !console.select({u"train_v14.jsonl"_s}))
        return nullptr;
    const auto dialog = [&](const QString &action, const QString &name) {
        console.action(action)->trigger();
        return static_cast<QWidget *>(console.await<QDialog>(name));
    };
    if (state == u"files"_s)
        return &console.window();
    if (state == u"preview"_s || state == u"json"_s) {
        console.showTab(state == u"json"_s ? 2 : 1);
        return console.await<QWidget>(state == u"json"_s ? u"detailsJson"_s : u"previewLines"_s) ? &console.window() : nullptr;
    }
    if (state == u"activity"_s) {
        console.window().showActivity(true);
        return &console.window();
    }
    if (state == u"message"_s) {
        Message message;
        message.kind = Message::Kind::Error;
        message.text = u"Something went wrong."_s;
        message.details = u"HTTP 500"_s;
        message.actionText = u"Try again"_s;
        console.messages()->showMessage(message);
        return &console.window();
    }
    if (state == u"upload"_s)
        return dialog(u"files.upload"_s, u"uploadDialog"_s);
    if (state == u"confirm"_s) {
        QTest::keySequence(console.table(), QKeySequence::SelectAll);
        return dialog(u"files.delete"_s, u"confirmDialog"_s);
    }
    if (state == u"report"_s) {
        if (!dialog(u"files.delete"_s, u"confirmDialog"_s) || !console.click(u"confirm"_s)
            || !console.click(u"showReport"_s))
            return nullptr;
        return console.await<QDialog>(u"bulkReport"_s);
    }
    if (state == u"profiles"_s)
        return dialog(u"file.profiles"_s, u"profilesDialog"_s);
    if (state == u"new profile"_s) {
        QWidget *profiles = dialog(u"file.profiles"_s, u"profilesDialog"_s);
        return profiles && console.click(u"newProfile"_s) ? profiles : nullptr;
    }
    if (state == u"preferences"_s)
        return dialog(u"edit.preferences"_s, u"preferencesDialog"_s);
    if (state == u"prices"_s || state == u"alerts"_s) {
        QWidget *preferences = dialog(u"edit.preferences"_s, u"preferencesDialog"_s);
        preferences->findChild<QTabWidget *>(u"preferenceTabs"_s)->setCurrentIndex(state == u"alerts"_s ? 1 : 2);
        return preferences;
    }
    if (state == u"lines"_s) {
        // A damaged line, and the search open: all that the view can show.
        const QString path = writeFile(m_home->filePath(u"desk/mine.jsonl"_s), "{\"a\":\"\xE4\"}\n");
        auto *viewer = JsonlViewerDialog::openAt(m_theme, console.services().context().settings, path, 1, 0, &console.window());
        viewer->view()->openFind();
        const auto *raw = viewer->findChild<QPlainTextEdit *>(u"rawLine"_s);
        return odc::test::eventually([&] { return !raw->toPlainText().isEmpty(); }) ? viewer : nullptr;
    }
    if (state.contains(u"store"_s))
        return bringStores(state);
    if (state == u"overview"_s) {
        console.window().showPage(u"overview"_s);
        console.action(u"overview.refresh"_s)->trigger();
        auto *shares = console.await<TableView>(u"sharesRows"_s);
        return shares && odc::test::eventually([&] { return shares->model()->rowCount() > 3; }) ? &console.window() : nullptr;
    }
    if (state == u"shortcuts"_s)
        return dialog(u"help.shortcuts"_s, u"shortcutsDialog"_s);
    if (state == u"about"_s)
        return dialog(u"help.about"_s, u"aboutDialog"_s);
    return nullptr;
}

QWidget *TestWalk::bringStores(const QString &state)
{
    Console &console = *m_console;
    if (state == u"choose store"_s) {
        console.action(u"files.addToStore"_s)->trigger();
        auto *rows = console.await<TableView>(u"storeChoice"_s);
        return rows && odc::test::eventually([&] { return rows->model()->rowCount() > 0; }) ? rows->window() : nullptr;
    }
    console.window().showPage(u"stores"_s);
    auto *tree = console.await<TreeView>(u"storesTree"_s);
    const auto row = [&](const QString &name) {
        return tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    };
    const auto choose = [&](const QString &name) {
        if (!odc::test::eventually([&] { return row(name).isValid(); }))
            return false;
        tree->setCurrentIndex(row(name));
        QCoreApplication::processEvents(); // the details follow in the next turn
        return true;
    };
    if (!tree || !choose(u"support-kb"_s))
        return nullptr;
    if (state == u"stores"_s)
        return &console.window();
    if (state == u"store file"_s) {
        tree->expand(tree->currentIndex());
        return choose(u"returns-policy.md"_s) ? &console.window() : nullptr;
    }
    if (state == u"store failures"_s) {
        console.action(u"stores.failures"_s)->trigger();
        return console.await<TableView>(u"storefailuresTable"_s) ? &console.window() : nullptr;
    }
    if (state == u"edit store"_s) {
        console.action(u"stores.edit"_s)->trigger();
        return console.await<QDialog>(u"storeEditDialog"_s);
    }
    if (state == u"delete store"_s) {
        console.action(u"stores.delete"_s)->trigger();
        auto *too = console.await<QCheckBox>(u"deleteFilesToo"_s);
        return too && odc::test::eventually([&] { return too->isEnabled(); }) ? too->window() : nullptr;
    }
    console.action(u"stores.new"_s)->trigger();
    auto *form = console.await<QDialog>(u"newStoreDialog"_s);
    if (form)
        form->findChild<QTabBar *>(u"createTabs"_s)->setCurrentIndex(state.endsWith(u"files"_s) ? 1 : state.endsWith(u"chunking"_s) ? 2 : 0);
    return form;
}

void TestWalk::tabReachesEverythingAndEverythingHasAName()
{
    QFETCH(QString, state);
    QWidget *window = bring(state);
    QVERIFY(window);
    window->activateWindow();
    ODC_EVENTUALLY(QApplication::activeWindow() == window);
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || focus == window || focus->window() != window)
        QTest::keyClick(window, Qt::Key_Tab);
    QStringList wrong;
    const QList<QWidget *> forward = walk(window, Qt::NoModifier);
    for (QWidget *widget : forward) {
        if (nameOf(widget).isEmpty())
            wrong << u"no name: "_s + describe(widget);
    }
    const QSet<QWidget *> reached(forward.cbegin(), forward.cend());
    const QSet<QWidget *> stops = stopsOf(window);
    QVERIFY(!stops.isEmpty());
    for (const QWidget *missed : stops - reached)
        wrong << u"not reached by Tab: "_s + describe(missed);
    // Backwards the same places, the other way round.
    const QList<QWidget *> backward = walk(window, Qt::ShiftModifier);
    for (const QWidget *missed : reached - QSet<QWidget *>(backward.cbegin(), backward.cend()))
        wrong << u"not reached by Shift+Tab: "_s + describe(missed);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestWalk::accessibleTreeHasNoNamelessControl()
{
    QFETCH(QString, state);
    QWidget *window = bring(state);
    QVERIFY(window);
    QStringList nameless;
    collectNameless(QAccessible::queryAccessibleInterface(window), {}, nameless);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(!nameOf(window).isEmpty());
}

void TestWalk::everyActionIsInAMenu()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    m_console->window().showActivity(true);
    // The Object menu is the open page's.
    QList<QAction *> inMenus;
    const QList<PageInfo> pages = pageList();
    for (const PageInfo &page : pages) {
        m_console->window().showPage(page.id);
        inMenus += menuActions(m_console->window().menuBar());
    }
    QVERIFY(inMenus.size() > 20);
    QStringList wrong;
    for (const QAction *action : inMenus) {
        if (action->text().isEmpty())
            wrong << u"without text: "_s + action->objectName();
    }
    const QList<ActionCollection *> collections = m_console->window().findChildren<ActionCollection *>();
    QVERIFY(collections.size() >= 3); // window, Files, Activity
    for (const ActionCollection *collection : collections) {
        for (QAction *action : collection->all()) {
            // A list's own refresh is the View menu's, by its name.
            const bool shared = std::any_of(inMenus.cbegin(), inMenus.cend(), [&](const QAction *other) {
                return other->text() == action->text() && !other->shortcuts().isEmpty() && action->shortcuts().isEmpty();
            });
            const bool hasNoUse = !action->isVisible();
            if (!inMenus.contains(action) && !shared && !hasNoUse)
                wrong << u"in no menu: "_s + action->objectName();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestWalk::shortcutsAreUniqueWhereTheyWork()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    m_console->window().showActivity(true);
    m_console->window().makeAllPages();
    const ActionCollection *shell = nullptr;
    QList<const ActionCollection *> parts;
    const QList<ActionCollection *> collections = m_console->window().findChildren<ActionCollection *>();
    for (const ActionCollection *collection : collections) {
        if (collection->find(u"file.quit"_s))
            shell = collection;
        else
            parts << collection;
    }
    QVERIFY(shell && parts.size() >= 2);
    QCOMPARE(ActionCollection::conflicts({shell}), QStringList());
    for (const ActionCollection *part : parts) {
        const QStringList conflicts = ActionCollection::conflicts({shell, part});
        QVERIFY2(conflicts.isEmpty(), qPrintable(conflicts.join(u'\n')));
    }
    // Two parts never have the focus at once; the same keys in both must not silence each other.
    QVERIFY(m_console->select({u"train_v14.jsonl"_s}));
    m_console->press(QKeySequence(QKeySequence::Copy), m_console->table());
    QCOMPARE(QGuiApplication::clipboard()->text(), m_console->pane()->selectedIds().value(0));
}

void TestWalk::menusHaveNoDoubleMnemonics()
{
    QVERIFY(m_console->openLocal());
    QStringList wrong;
    const auto mnemonics = [&](const QWidget *menu, const QString &where) {
        QHash<QChar, QString> taken;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            const QKeySequence keys = QKeySequence::mnemonic(action->text());
            if (keys.isEmpty() || !action->isVisible())
                continue;
            const QChar letter = keys.toString().back();
            if (taken.contains(letter))
                wrong << where + u": "_s + taken.value(letter) + u", "_s + action->text();
            taken.insert(letter, action->text());
        }
    };
    for (const QString &language : {u"en"_s, u"de"_s}) {
        cleanup();
        installTranslations(*qApp, language);
        start();
        QVERIFY(m_console->openLocal());
        mnemonics(m_console->window().menuBar(), language);
        const QList<PageInfo> pages = pageList();
        for (const PageInfo &page : pages) {
            m_console->window().showPage(page.id);
            const QList<QMenu *> menus = m_console->window().menuBar()->findChildren<QMenu *>();
            for (const QMenu *menu : menus)
                mnemonics(menu, language + u' ' + page.id + u' ' + menu->title());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestWalk::nothingIsClippedInALongLanguage_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QSize>("size");
    for (const char *name : {"empty", "files", "preview", "activity", "transfers", "parts", "dock", "message", "stores", "store file", "store failures", "overview"}) {
        QTest::addRow("%s, large", name) << QString::fromLatin1(name) << QSize(1440, 900);
        QTest::addRow("%s, small", name) << QString::fromLatin1(name) << QSize(1024, 680);
    }
    for (const char *name : {"lost", "upload", "confirm", "report", "profiles", "new profile", "preferences", "prices", "alerts", "lines", "shortcuts", "about", "new store",
                             "new store files", "new store chunking", "edit store", "delete store", "choose store"})
        QTest::newRow(name) << QString::fromLatin1(name) << QSize(1024, 680);
}

QStringList TestWalk::clipped(QWidget *window) const
{
    QStringList wrong;
    if (!window->screen()->availableGeometry().contains(QRect(QPoint(), window->size())) && window != &m_console->window())
        wrong << u"%1 needs %2 x %3"_s.arg(describe(window)).arg(window->width()).arg(window->height());
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool elides = qobject_cast<const ElidedLabel *>(widget);
        const bool mustFit = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget)
            || qobject_cast<const QToolButton *>(widget)
            || qobject_cast<const QMenuBar *>(widget) || (label && !label->wordWrap() && !elides);
        if (mustFit && widget->sizeHint().width() > widget->width() && !widget->objectName().startsWith(u"qt_"_s)
            && !qobject_cast<const QTabBar *>(widget->parentWidget()) // Qt's own scroll buttons
            && !qobject_cast<const QLineEdit *>(widget->parentWidget()) // Qt's own icons inside a line
            && widget->objectName() != u"profileButton"_s) // it elides, as names of profiles may be of any length
            wrong << u"%1 has %2, needs %3"_s.arg(describe(widget)).arg(widget->width()).arg(widget->sizeHint().width());
        if (label && label->wordWrap() && label->heightForWidth(label->width()) > label->height())
            wrong << u"%1 “%4” is %2 high, needs %3"_s.arg(describe(widget)).arg(label->height()).arg(label->heightForWidth(label->width())).arg(label->text());
        if (!widget->parentWidget()->rect().contains(widget->geometry()) && !widget->isWindow()
            && widget->parentWidget()->objectName() != u"qt_scrollarea_viewport"_s && (mustFit || label))
            wrong << describe(widget) + u" sticks out of its parent"_s;
    }
    return wrong;
}

void TestWalk::nothingIsClippedInALongLanguage()
{
    QFETCH(QString, state);
    QFETCH(QSize, size);
    cleanup();
    QCOMPARE(installTranslations(*qApp, pseudoLanguage), QString(pseudoLanguage));
    start();
    m_console->window().resize(size);
    QWidget *window = bring(state);
    QVERIFY(window);
    QCoreApplication::processEvents();
    QVERIFY(m_console->window().windowTitle().contains(u'ẍ')); // it is on
    QCOMPARE(m_console->window().size(), size);
    // Layouts settle over a few turns of the event loop.
    QStringList wrong;
    odc::test::eventually([&] { return (wrong = clipped(window)).isEmpty(); }, 3000);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
