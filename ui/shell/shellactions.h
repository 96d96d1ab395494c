// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class ArchiveCommands;
class AuditCommands;
class Dock;
class MainWindow;
class OperationsCommands;
class AreaPage;

/// The window's own commands and its menu bar. The Object menu shows what the open page offers.
class ShellActions final : public QObject
{
    Q_OBJECT
public:
    ShellActions(const ShellContext &context, MainWindow &window);

    ActionCollection &collection() { return *m_actions; }
    ArchiveCommands &archives() { return *m_archives; }
    AuditCommands &audit() { return *m_audit; }
    void setPage(AreaPage *page);
    /// Null while no profile is open.
    void setDock(const Dock *dock);
    void setDockShown(bool activity, bool transfers);
    /// Whether there is a page to go back to, and one that was gone back from.
    void setSteps(bool back, bool forward);

    /// The two thumb buttons of a mouse go back and forward, wherever in the window it stands.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goBack();
    void showSteps();
    void buildFileMenu();
    void openLines();
    void buildEditMenu();
    void buildViewMenu();
    void buildGoMenu();
    void buildToolsMenu();
    void buildHelpMenu();

    ShellContext m_context;
    MainWindow &m_window;
    ActionCollection *m_actions;
    ArchiveCommands *m_archives;
    AuditCommands *m_audit;
    OperationsCommands *m_operations;
    AreaPage *m_page = nullptr;
    QMenu *m_object = nullptr;
    QMenu *m_requests = nullptr;
    QMenu *m_transferMenu = nullptr;
    QPointer<QAction> m_pagesBack; ///< out of what is inside of the page
    bool m_hasBehind = false;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_activity = nullptr;
    QAction *m_transfers = nullptr;
};

} // namespace odc
