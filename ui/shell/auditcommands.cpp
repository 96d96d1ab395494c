// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditcommands.h"

#include "ui/actions/actioncollection.h"
#include "ui/context/profileconnector.h"
#include "ui/shell/auditwindow.h"

#include <QAction>
#include <QMenu>

namespace odc {

using namespace Qt::StringLiterals;

AuditCommands::AuditCommands(const ShellContext &context, ActionCollection &actions, QWidget *window)
    : QObject(window), m_parent(window)
{
    m_open =
        actions.add(u"tools.changeLog"_s, tr("&Change log…"), Icon::Clock, {QKeySequence(u"Ctrl+Shift+H"_s)});
    ActionCollection::setSearchWords(m_open, tr("audit, history, journal", "other words for the change log"));
    connect(m_open, &QAction::triggered, this, &AuditCommands::open);
    const ProfileConnector &connector = context.connector;
    connect(&connector, &ProfileConnector::opened, this,
            [this, context](const Profile &profile, const OpenProfile &open) {
                setPage(std::make_unique<PageContext>(PageContext{context, profile, *open.session,
                                                                  *open.transfers, *open.index, *open.watch,
                                                                  *open.audit}));
            });
    connect(&connector, &ProfileConnector::closing, this, [this] { setPage(nullptr); });
    setPage(nullptr);
}

void AuditCommands::fillMenu(QMenu &menu)
{
    menu.addAction(m_open);
}

void AuditCommands::setPage(std::unique_ptr<PageContext> page)
{
    delete m_window;
    m_page = std::move(page);
    m_open->setEnabled(m_page != nullptr);
}

void AuditCommands::open()
{
    if (!m_page)
        return;
    if (!m_window) {
        m_window = new AuditWindow(*m_page, m_parent);
        connect(m_window, &AuditWindow::objectRequested, this,
                [this](const QString &pageId, const QString &objectId) {
                    m_parent->activateWindow();
                    Q_EMIT objectRequested(pageId, objectId);
                });
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace odc
