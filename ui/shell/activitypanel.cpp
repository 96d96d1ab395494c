// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitypanel.h"

#include "lists/activitymodel.h"
#include "lists/filterproxy.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/listpane.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

ActivityPanel::ActivityPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new ActivityModel(context.session, this)),
      m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"activityPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::lineWidth, 0, 0);
    layout->setSpacing(0);
    m_pane = new ListPane(context, *m_model, u"activity"_s, *m_actions, this);
    layout->addWidget(m_pane);

    m_curl = m_actions->add(u"activity.copyCurl"_s, tr("Copy as cUR&L"), Icon::Terminal);
    m_python = m_actions->add(u"activity.copyPython"_s, tr("Copy as P&ython"), Icon::Code);
    m_details = m_actions->add(u"activity.error"_s, tr("Show &error"), Icon::Info);
    m_clear = m_actions->add(u"activity.clear"_s, tr("Cle&ar"), Icon::Trash);
    const auto row = [this] { return m_pane->currentRow(); };
    connect(m_curl, &QAction::triggered, this,
            [this, row] { QGuiApplication::clipboard()->setText(m_model->curl(row())); });
    connect(m_python, &QAction::triggered, this,
            [this, row] { QGuiApplication::clipboard()->setText(m_model->python(row())); });
    connect(m_details, &QAction::triggered, this, [this, row] {
        const QString details = m_model->errorDetails(row());
        if (details.isEmpty())
            return;
        Message message;
        message.kind = Message::Kind::Error;
        message.text = details.section(u'\n', 0, 0);
        message.details = details;
        m_pane->messages()->showMessage(message);
    });
    connect(m_clear, &QAction::triggered, m_model, &ActivityModel::clear);

    m_pane->addTool(new ActionButton(m_curl, ButtonRole::Flat, this));
    ListTexts texts;
    texts.refreshable = false; // the log is always as fresh as it can be
    texts.filterExample = tr("Filter: path, status:429, duration>1000 …");
    texts.icon = Icon::Activity;
    texts.thingsName = tr("Activity");
    texts.emptySentence = tr("No requests yet.");
    texts.emptyHint = tr("Every call of this session appears here, without its key.");
    m_pane->setTexts(texts);
    m_pane->setDefaultSort(ActivityModel::Time, Qt::DescendingOrder);
    connect(m_pane, &ListPane::selectionChanged, this, &ActivityPanel::updateActions);
    connect(m_pane, &ListPane::contextMenuRequested, this, &ActivityPanel::showContextMenu);
    connect(m_pane, &ListPane::activated, m_details, &QAction::trigger);
    updateActions();
}

void ActivityPanel::updateActions()
{
    const int row = m_pane->currentRow();
    m_curl->setEnabled(row >= 0);
    m_python->setEnabled(row >= 0);
    m_details->setEnabled(!m_model->errorDetails(row).isEmpty());
}

void ActivityPanel::showContextMenu(const QPoint &pos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(pos);
}

void ActivityPanel::fillMenu(QMenu &menu) const
{
    menu.addActions({m_details, m_curl, m_python});
    menu.addSeparator();
    menu.addActions(m_pane->editActions());
    menu.addActions(m_pane->exportActions());
    menu.addSeparator();
    menu.addAction(m_clear);
}

void ActivityPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.shell.theme.colour(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::lineWidth), m_context.shell.theme.colour(Token::Line));
}

} // namespace odc
