// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationscommands.h"

#include "lists/rowmodelbase.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/operationsdialog.h"
#include "ui/pages/areapage.h"
#include "ui/pages/detailspane.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTimer>
#include <QToolTip>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The first visit of a page reads its list; what takes longer than this is not waited for.
constexpr int patienceMs = 2000;

/// The actions to be gone through from a menu to one in it, or in a menu in it; empty: it is not there.
QList<QAction *> wayTo(const QMenu &menu, const QAction &wanted)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action == &wanted)
            return {action};
        if (!action->menu() || !action->isVisible())
            continue;
        if (const QList<QAction *> rest = wayTo(*action->menu(), wanted); !rest.isEmpty())
            return QList{action} + rest;
    }
    return {};
}

} // namespace

OperationsCommands::OperationsCommands(const ShellContext &context, ActionCollection &actions,
                                       MainWindow &window)
    : QObject(&window), m_context(context), m_window(window)
{
    m_open =
        actions.add(u"help.operations"_s, tr("&Operations…"), Icon::Server, {QKeySequence(u"Shift+F1"_s)});
    connect(m_open, &QAction::triggered, this, &OperationsCommands::open);
}

void OperationsCommands::fillMenu(QMenu &menu)
{
    menu.addAction(m_open);
}

void OperationsCommands::open()
{
    if (!m_dialog) {
        m_window.makeAllPages(); // the dialog looks for their actions
        QList<OperationsDialog::Area> areas;
        const QList<PageInfo> pages = pageList();
        for (const PageInfo &page : pages)
            areas.append({page.id, page.title, m_context.theme.icons().icon(page.icon)});
        m_dialog = new OperationsDialog(
            m_context.theme, areas,
            [this](const QString &name) { return m_window.findChild<QAction *>(name); }, &m_window);
        connect(m_dialog, &OperationsDialog::placeRequested, this, &OperationsCommands::goTo);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void OperationsCommands::goTo(const QString &pageId, const QString &action)
{
    if (!m_dialog || !m_dialog->isVisible())
        return; // it was left already: by Enter in the list, say, which presses the button as well
    m_dialog->close();
    m_window.activateWindow();
    m_window.showPage(pageId);
    const QAction *wanted = action.isEmpty() ? nullptr : m_window.findChild<QAction *>(action);
    if (!wanted)
        return;
    whenSettled([this, wanted = QPointer(wanted)] {
        if (wanted)
            bringToFront(*wanted);
        // The page's menu is another one once the tab is in front.
        QTimer::singleShot(0, this, [this, wanted] {
            if (wanted)
                pointAt(*wanted);
        });
    });
}

void OperationsCommands::whenSettled(std::function<void()> done)
{
    const AreaPage *page = m_window.currentPage();
    const auto isSettled = [page] {
        const RowModelBase *list = page->list();
        return !list || list->rowCount() > 0 || (list->loadState() != LoadState::Idle && list->loadState() != LoadState::Loading);
    };
    m_waiting = std::make_unique<QObject>(); // whoever goes somewhere else meanwhile waits for that
    if (!page || isSettled()) {
        QTimer::singleShot(0, m_waiting.get(), std::move(done));
        return;
    }
    const auto end = [this, page, waiting = m_waiting.get(), done = std::move(done)] {
        if (m_waiting.get() != waiting)
            return; // it was waited for once already, or another page is
        m_waiting.release()->deleteLater();
        if (m_window.currentPage() == page)
            done();
    };
    connect(page, &AreaPage::statusChanged, m_waiting.get(), [isSettled, end] {
        if (isSettled())
            end();
    });
    QTimer::singleShot(patienceMs, m_waiting.get(), end);
}

void OperationsCommands::bringToFront(const QAction &wanted)
{
    AreaPage *page = m_window.currentPage();
    const QWidget *owner = nullptr;
    for (const QObject *each = wanted.parent(); each && !owner; each = each->parent())
        owner = qobject_cast<const QWidget *>(each);
    if (!page || !owner)
        return; // it is the window's own
    const QList<DetailsPane *> all = page->findChildren<DetailsPane *>();
    for (DetailsPane *details : all) {
        const int tab = details->tabOf(owner);
        if (tab < 0)
            continue;
        chooseSomething(*page); // a tab is of an object
        if (details->isTabShown(tab))
            details->showTab(tab);
    }
    if (!wanted.isEnabled())
        chooseSomething(*page);
}

void OperationsCommands::chooseSomething(AreaPage &page)
{
    page.focusList();
    auto *view = qobject_cast<QAbstractItemView *>(m_window.focusWidget());
    if (view && view->selectionModel() && !view->selectionModel()->hasSelection())
        view->setCurrentIndex(view->model()->index(0, 0, view->rootIndex()));
}

void OperationsCommands::pointAt(const QAction &wanted)
{
    const QList<QMenu *> menus = m_window.menuBar()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    for (QMenu *menu : menus) {
        const QList<QAction *> way = wayTo(*menu, wanted);
        if (way.isEmpty())
            continue;
        const QRect place = m_window.menuBar()->actionGeometry(menu->menuAction());
        menu->popup(m_window.menuBar()->mapToGlobal(place.bottomLeft()));
        // Nothing is triggered: each menu on the way is opened, and the action is the current one of the last.
        for (QAction *step : way) {
            menu->setActiveAction(step);
            if (step->menu())
                menu = step->menu();
        }
        if (!wanted.isEnabled() && wanted.toolTip() != wanted.text())
            QToolTip::showText(menu->mapToGlobal(menu->actionGeometry(way.last()).bottomLeft()), wanted.toolTip(), menu);
        return;
    }
}

} // namespace odc
