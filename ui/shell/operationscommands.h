// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class AreaPage;
class MainWindow;
class OperationsDialog;

/// Help > Operations, and the way from there to where an operation is.
class OperationsCommands final : public QObject
{
    Q_OBJECT
public:
    OperationsCommands(const ShellContext &context, ActionCollection &actions, MainWindow &window);

    void fillMenu(QMenu &menu);
    void open();

private:
    void goTo(const QString &pageId, const QString &action);
    /// Once the page in front has its rows, or will not have any; not at all when another one is in front by then.
    void whenSettled(std::function<void()> done);
    /// Shows the tab of the page's details that has the action, if one has.
    void bringToFront(const QAction &wanted);
    /// The first object of the page, when none is.
    void chooseSomething(AreaPage &page);
    /// Opens the menus to it, as far as there are any.
    void pointAt(const QAction &wanted);

    ShellContext m_context;
    MainWindow &m_window;
    QAction *m_open;
    QPointer<OperationsDialog> m_dialog;
    std::unique_ptr<QObject> m_waiting; ///< for a page
};

} // namespace odc
