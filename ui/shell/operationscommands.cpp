// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationscommands.h"

#include "ui/actions/actioncollection.h"
#include "ui/dialogs/operationsdialog.h"
#include "ui/pages/areapage.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

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
    // Once the page is in front its menu is filled. The action is pointed at there, and nothing is triggered.
    QTimer::singleShot(0, this, [this, action] {
        QAction *wanted = action.isEmpty() ? nullptr : m_window.findChild<QAction *>(action);
        const QList<QMenu *> menus =
            m_window.menuBar()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        for (QMenu *menu : menus) {
            if (!wanted || !menu->actions().contains(wanted))
                continue;
            const QRect place = m_window.menuBar()->actionGeometry(menu->menuAction());
            menu->popup(m_window.menuBar()->mapToGlobal(place.bottomLeft()));
            menu->setActiveAction(wanted);
            return;
        }
    });
}

} // namespace odc
