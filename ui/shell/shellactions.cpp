// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellactions.h"

#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/actions/menus.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/pages/areapage.h"
#include "ui/shell/activitypanel.h"
#include "ui/shell/archivecommands.h"
#include "ui/shell/auditcommands.h"
#include "ui/shell/dock.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/operationscommands.h"
#include "ui/shell/transferspanel.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QWindow>

namespace odc {

using namespace Qt::StringLiterals;

ShellActions::ShellActions(const ShellContext &context, MainWindow &window)
    : QObject(&window), m_context(context), m_window(window),
      m_actions(new ActionCollection(context.theme, &window, this)),
      m_archives(new ArchiveCommands(context, *m_actions, &window)),
      m_audit(new AuditCommands(context, *m_actions, &window)),
      m_operations(new OperationsCommands(context, *m_actions, window))
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    m_object = m_window.menuBar()->addMenu(tr("&Object"));
    m_object->setObjectName(u"objectMenu"_s);
    buildToolsMenu();
    buildHelpMenu();
}

void ShellActions::buildFileMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    QAction *profiles = m_actions->add(u"file.profiles"_s, tr("&Profiles…"), Icon::Key, {QKeySequence(u"Ctrl+Shift+P"_s)});
    connect(profiles, &QAction::triggered, &m_window, &MainWindow::editProfiles);
    menu->addAction(profiles);
    menu->addSeparator();
    QAction *lines = m_actions->add(u"file.openLines"_s, tr("Open &JSONL file…"), Icon::Json, {QKeySequence(u"Ctrl+Shift+J"_s)});
    connect(lines, &QAction::triggered, this, &ShellActions::openLines);
    menu->addAction(lines);
    menu->addSeparator();
    m_archives->fillMenu(*menu);
    menu->addSeparator();
    QAction *quit = m_actions->add(u"file.quit"_s, tr("&Quit"), {}, {QKeySequence(u"Ctrl+Q"_s)});
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, &m_window, &MainWindow::quit);
    menu->addAction(quit);
}

void ShellActions::openLines()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open JSONL file"), m_context.settings.text(Setting::LastFolder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"openLinesDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lines (%1)").arg(u"*.jsonl *.ndjson *.csv *.tsv *.txt *.log"_s), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        JsonlViewerDialog::openAt(m_context.theme, m_context.settings, path, 0, 0, &m_window);
    });
    dialog->open();
}

void ShellActions::buildEditMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    QAction *find = m_actions->add(u"edit.filter"_s, tr("&Filter the list"), Icon::Search, {QKeySequence::Find});
    connect(find, &QAction::triggered, this, [this] {
        if (m_page)
            m_page->focusFilter();
    });
    menu->addAction(find);
    menu->addSeparator();
    QAction *preferences = m_actions->add(u"edit.preferences"_s, tr("&Preferences…"), Icon::Settings,
                                          {QKeySequence(u"Ctrl+,"_s)});
    preferences->setMenuRole(QAction::PreferencesRole);
    ActionCollection::setSearchWords(preferences, tr("settings, options, prices, costs, alerts, notifications, dark mode", "other words for preferences"));
    connect(preferences, &QAction::triggered, this,
            [this] { (new PreferencesDialog(m_context, &m_window))->open(); });
    menu->addAction(preferences);
}

void ShellActions::buildViewMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    QAction *refresh = m_actions->add(u"view.refresh"_s, tr("&Refresh"), Icon::Refresh,
                                      {QKeySequence(Qt::Key_F5), QKeySequence(u"Ctrl+R"_s)});
    connect(refresh, &QAction::triggered, this, [this] {
        if (m_page)
            m_page->refresh();
    });
    menu->addAction(refresh);
    m_activity = m_actions->add(u"view.activity"_s, tr("&Activity"), Icon::Activity, {QKeySequence(u"Ctrl+Shift+A"_s)});
    m_activity->setCheckable(true);
    connect(m_activity, &QAction::triggered, &m_window, &MainWindow::showActivity);
    menu->addAction(m_activity);
    m_transfers = m_actions->add(u"view.transfers"_s, tr("Tra&nsfers panel"), Icon::Transfers,
                                 {QKeySequence(u"Ctrl+Shift+T"_s)});
    m_transfers->setCheckable(true);
    connect(m_transfers, &QAction::triggered, &m_window, &MainWindow::showTransfers);
    menu->addAction(m_transfers);
    menu->addSeparator();

    QMenu *themes = menu->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const QString chosen = m_context.settings.text(Setting::ThemeMode);
    const auto addTheme = [&](const QString &mode, const QString &text, Icon icon) {
        QAction *action = m_actions->add(u"view.theme."_s + mode, text, icon);
        action->setCheckable(true);
        action->setChecked(mode == chosen);
        group->addAction(action);
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { m_context.settings.set(Setting::ThemeMode, mode); });
    };
    addTheme(u"system"_s, tr("Like the d&esktop"), Icon::Settings);
    addTheme(u"light"_s, tr("&Light"), Icon::Sun);
    addTheme(u"dark"_s, tr("&Dark"), Icon::Moon);
    connect(&m_context.settings, &Settings::changed, group, [this, group](Setting setting) {
        if (setting != Setting::ThemeMode)
            return;
        const QString mode = m_context.settings.text(Setting::ThemeMode);
        const QList<QAction *> actions = group->actions();
        for (QAction *action : actions)
            action->setChecked(action->objectName() == u"view.theme."_s + mode);
    });
}

void ShellActions::buildGoMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Go"));
    QAction *find = m_actions->add(u"go.find"_s, tr("Find an&ything…"), Icon::Search, {QKeySequence(u"Ctrl+K"_s)});
    connect(find, &QAction::triggered, &m_window, &MainWindow::findAnything);
    menu->addAction(find);
    m_back = m_actions->add(u"go.back"_s, tr("Bac&k"), Icon::ChevronLeft, {QKeySequence(u"Alt+Left"_s)});
    connect(m_back, &QAction::triggered, this, &ShellActions::goBack);
    menu->addAction(m_back);
    m_forward = m_actions->add(u"go.forward"_s, tr("Fo&rward"), Icon::ChevronRight, {QKeySequence(u"Alt+Right"_s)});
    connect(m_forward, &QAction::triggered, &m_window, &MainWindow::goForward);
    menu->addAction(m_forward);
    m_window.installEventFilter(this);
    setSteps(false, false);
    menu->addSeparator();
    const QList<PageInfo> pages = pageList();
    int number = 1;
    for (const PageInfo &page : pages) {
        const QString keys = page.id == "overview"_L1 ? u"Alt+Home"_s : u"Alt+%1"_s.arg(number++);
        QAction *action = m_actions->add(u"go."_s + page.id, page.title, page.icon, {QKeySequence(keys)});
        connect(action, &QAction::triggered, this, [this, id = page.id] { m_window.showPage(id); });
        menu->addAction(action);
    }
}

void ShellActions::buildToolsMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Tools"));
    menu->setObjectName(u"toolsMenu"_s);
    m_requests = menu->addMenu(m_activity->icon(), m_activity->text());
    m_transferMenu = menu->addMenu(m_transfers->icon(), m_transfers->text());
    setDock(nullptr);
    m_audit->fillMenu(*menu);
    menu->addAction(m_actions->find(u"file.profiles"_s));
    QAction *cleanUp = m_actions->add(u"tools.cleanUp"_s, tr("C&lean up…"), Icon::Trash);
    ActionCollection::setSearchWords(
        cleanUp, tr("find duplicates, orphans, remove unused, expired", "other words for cleaning up"));
    connect(cleanUp, &QAction::triggered, this, [this, cleanUp] { m_window.cleanUp(cleanUp->data()); });
    menu->addAction(cleanUp);
}

void ShellActions::buildHelpMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    menu->setObjectName(u"helpMenu"_s);
    QAction *shortcuts = m_actions->add(u"help.shortcuts"_s, tr("&Keyboard shortcuts"), Icon::Info,
                                        {QKeySequence(u"F1"_s)});
    connect(shortcuts, &QAction::triggered, this, [this] {
        QList<const ActionCollection *> collections{m_actions};
        if (m_page) {
            // The page's own first, then those of its parts.
            collections << &m_page->actions();
            const QList<ActionCollection *> parts = m_page->findChildren<ActionCollection *>();
            for (const ActionCollection *part : parts) {
                if (!collections.contains(part))
                    collections << part;
            }
        }
        (new ShortcutsDialog(m_context.theme, collections, &m_window))->open();
    });
    menu->addAction(shortcuts);
    m_operations->fillMenu(*menu);
    menu->addSeparator();
    QAction *about = m_actions->add(u"help.about"_s, tr("&About"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { (new AboutDialog(m_context.theme, &m_window))->open(); });
    menu->addAction(about);
}

void ShellActions::setPage(AreaPage *page)
{
    m_page = page;
    if (m_pagesBack)
        disconnect(m_pagesBack, &QAction::changed, this, &ShellActions::showSteps);
    m_pagesBack = page ? page->backAction() : nullptr;
    if (m_pagesBack)
        connect(m_pagesBack, &QAction::changed, this, &ShellActions::showSteps);
    showSteps();
    const QList<QAction *> actions = page ? page->objectActions() : QList<QAction *>();
    QList<QAction *> shown = m_object->actions();
    for (QAction *&each : shown)
        each = each->isSeparator() ? nullptr : each;
    if (shown == actions)
        return; // somebody may be looking at it
    m_object->clear();
    fillMenu(*m_object, actions);
}

void ShellActions::setDock(const Dock *dock)
{
    for (QMenu *menu : {m_requests, m_transferMenu}) {
        menu->clear();
        menu->setEnabled(dock);
    }
    if (!dock)
        return;
    dock->activity()->fillMenu(*m_requests);
    dock->transfers()->fillMenu(*m_transferMenu);
}

void ShellActions::setSteps(bool back, bool forward)
{
    m_hasBehind = back;
    m_forward->setEnabled(forward);
    showSteps();
}

void ShellActions::showSteps()
{
    m_back->setEnabled(m_hasBehind || (m_pagesBack && m_pagesBack->isEnabled()));
}

void ShellActions::goBack()
{
    if (m_pagesBack && m_pagesBack->isEnabled())
        m_pagesBack->trigger();
    else
        m_window.goBack();
}

bool ShellActions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Show) // its native window comes with that
            m_window.windowHandle()->installEventFilter(this);
    } else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick
               || event->type() == QEvent::MouseButtonRelease) {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            if (event->type() != QEvent::MouseButtonRelease)
                (button == Qt::BackButton ? m_back : m_forward)->trigger();
            return true; // no view takes it for a selection
        }
    }
    return QObject::eventFilter(watched, event);
}

void ShellActions::setDockShown(bool activity, bool transfers)
{
    m_activity->setChecked(activity);
    m_transfers->setChecked(transfers);
}

} // namespace odc
