// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMenu;

namespace odc {

class ActionCollection;
class AuditWindow;

/// What the Tools menu offers of the change log.
class AuditCommands final : public QObject
{
    Q_OBJECT
public:
    /// The window of the change log goes with the profile that it is of.
    AuditCommands(const ShellContext &context, ActionCollection &actions, QWidget *window);

    void fillMenu(QMenu &menu);
    /// Opens the change log, or brings it to the front.
    void open();

Q_SIGNALS:
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    void setPage(std::unique_ptr<PageContext> page);

    QWidget *m_parent;
    QAction *m_open;
    std::unique_ptr<PageContext> m_page; ///< null while no profile is open
    QPointer<AuditWindow> m_window;
};

} // namespace odc
