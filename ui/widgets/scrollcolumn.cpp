// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollcolumn.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QScrollBar>

namespace odc {

namespace {

constexpr int leastRows = 3;

}

ScrollColumn::ScrollColumn(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setGround(viewport(), Token::Window);
    setGround(content, Token::Window);
}

QSize ScrollColumn::sizeHint() const
{
    // Not the few lines that Qt takes any scroll area for.
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

QSize ScrollColumn::minimumSizeHint() const
{
    const QSize content = widget()->minimumSizeHint();
    return {content.width() + verticalScrollBar()->sizeHint().width(),
            std::min(content.height(), leastRows * metrics::rowHeight)};
}

bool ScrollColumn::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::event(event);
}

} // namespace odc
