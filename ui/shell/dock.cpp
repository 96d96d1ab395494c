// SPDX-License-Identifier: GPL-3.0-or-later
#include "dock.h"

#include "base/format.h"
#include "ui/shell/activitypanel.h"
#include "ui/shell/transferspanel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

Dock::Dock(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_transfers(new TransfersPanel(context, this)), m_activity(new ActivityPanel(context, this))
{
    setObjectName(u"dock"_s);
    m_tabs->setObjectName(u"dockTabs"_s);
    m_tabs->setAccessibleName(tr("Bottom panel"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Transfers"));
    m_tabs->addTab(tr("Activity"));
    m_stack->addWidget(m_transfers);
    m_stack->addWidget(m_activity);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::lineWidth, 0, 0);
    layout->setSpacing(0);
    buildTabRow();
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        follow();
        Q_EMIT tabChosen(tab());
    });
    connect(m_transfers, &TransfersPanel::countChanged, this, &Dock::showCount);
    follow();
    showCount();
}

void Dock::buildTabRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::edge, 0, metrics::between, 0);
    row->setSpacing(metrics::tight);
    row->addWidget(m_tabs);
    row->addStretch(1);
    m_tools = new QWidget(this);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(metrics::tight);
    const QList<QAction *> actions = m_transfers->tools();
    for (QAction *action : actions) {
        auto *button = new ActionButton(action, ButtonRole::Flat, m_tools, true);
        button->setObjectName(action->objectName() + u".button"_s);
        tools->addWidget(button);
    }
    row->addWidget(m_tools);
    QToolButton *close = makeIconButton(m_context.shell.theme, Icon::Close, tr("Close the panel"), this);
    close->setObjectName(u"closeDock"_s);
    connect(close, &QToolButton::clicked, this, &Dock::closed);
    row->addWidget(close);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

Dock::Tab Dock::tab() const
{
    return m_tabs->currentIndex() == 0 ? Tab::Transfers : Tab::Activity;
}

void Dock::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab == Tab::Transfers ? 0 : 1);
}

void Dock::follow()
{
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    m_tools->setVisible(tab() == Tab::Transfers);
}

void Dock::showCount()
{
    const int count = m_transfers->count();
    m_tabs->setTabText(0, count > 0 ? tr("Transfers (%1)").arg(format::number(count)) : tr("Transfers"));
}

void Dock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.shell.theme.colour(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::lineWidth), m_context.shell.theme.colour(Token::Line));
}

} // namespace odc
