// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourpicker.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace odc {

namespace {

constexpr int swatchSize = 20;

} // namespace

ColourPicker::ColourPicker(const Theme &theme, const QStringList &colours, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_colours(colours)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ColourPicker::sizeHint() const
{
    return {int(m_colours.size()) * (swatchSize + metrics::inside), swatchSize + metrics::inside};
}

QRect ColourPicker::swatch(int index) const
{
    const int step = swatchSize + metrics::inside;
    const int place = layoutDirection() == Qt::RightToLeft ? int(m_colours.size()) - 1 - index : index;
    return {place * step + metrics::tight, metrics::tight, swatchSize, swatchSize};
}

void ColourPicker::setColour(const QString &colour)
{
    const auto index = m_colours.indexOf(colour, Qt::CaseInsensitive);
    m_chosen = int(std::max<qsizetype>(0, index));
    update();
}

void ColourPicker::choose(int index)
{
    if (index < 0 || index >= m_colours.size() || index == m_chosen)
        return;
    m_chosen = index;
    update();
    Q_EMIT picked(colour());
}

void ColourPicker::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_colours.size(); ++i) {
        if (swatch(i).contains(event->position().toPoint()))
            choose(i);
    }
}

void ColourPicker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(m_chosen + 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ColourPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_colours.size(); ++i) {
        const QRectF rect = swatch(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(m_colours.at(i)));
        painter.drawRoundedRect(rect, metrics::tight, metrics::tight);
        if (i != m_chosen)
            continue;
        // A tick beside the ring: the choice must not be told by colour alone.
        m_theme.icons().paint(&painter, swatch(i).adjusted(3, 3, -3, -3), Icon::Check, Qt::white);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(hasFocus() ? Token::Accent : Token::Text), metrics::focusWidth));
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), metrics::radius, metrics::radius);
    }
}

} // namespace odc
