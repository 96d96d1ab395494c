// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace odc {

PageHeader::PageHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(theme, Theme::FontRole::Title, Token::Text, this)),
      m_summary(new ElidedLabel(theme, Theme::FontRole::Body, Token::Secondary, this)),
      m_actions(new QHBoxLayout)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_summary);
    m_actions->setSpacing(metrics::inside);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::between);
    all->setSpacing(metrics::edge);
    all->addLayout(texts, 1);
    all->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setFullText(title);
    setAccessibleName(title);
}

void PageHeader::setSummary(const QString &summary)
{
    m_summary->setFullText(summary);
}

QString PageHeader::summary() const
{
    return m_summary->fullText();
}

QPushButton *PageHeader::addAction(QAction *action, ButtonRole role)
{
    auto *button = new ActionButton(action, role, this);
    m_actions->addWidget(button);
    return button;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_actions->addWidget(widget);
}

} // namespace odc
