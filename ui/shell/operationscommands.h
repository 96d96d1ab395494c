// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
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

    ShellContext m_context;
    MainWindow &m_window;
    QAction *m_open;
    QPointer<OperationsDialog> m_dialog;
};

} // namespace odc
