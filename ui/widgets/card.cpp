// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace odc {

Card::Card(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_title(new SectionLabel(theme, title, this))
{
    m_layout->setContentsMargins(metrics::between + 2, metrics::between, metrics::between + 2,
                                 metrics::between);
    m_layout->setSpacing(metrics::tight);
    m_title->setWordWrap(true);
    m_layout->addWidget(m_title);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), metrics::cardRadius, palette().color(QPalette::Base),
                palette().color(QPalette::Mid));
}

} // namespace odc
