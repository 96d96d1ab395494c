// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourpicker.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace odc {

namespace {

constexpr int swatchSize = 20;

} // namespace

ColourPicker::ColourPicker(const Theme &theme, const QStringList &colours, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_colours(colours)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChosen(0);
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
    setChosen(int(std::max<qsizetype>(0, index)));
}

void ColourPicker::setChosen(int index)
{
    m_chosen = index;
    setAccessibleDescription(nameOf(QColor(colour())));
    update();
}

QString ColourPicker::nameOf(const QColor &colour)
{
    constexpr int faint = 64; // of 255: below, the eye sees no hue
    const int hue = colour.hsvHue();
    if (hue < 0 || colour.hsvSaturation() < faint)
        return tr("Grey");
    if (hue < 10 || hue >= 345)
        return tr("Red");
    if (hue < 75)
        return tr("Orange");
    if (hue < 170)
        return tr("Green");
    if (hue < 205)
        return tr("Teal");
    if (hue < 245)
        return tr("Blue");
    if (hue < 300)
        return tr("Violet");
    return tr("Pink");
}

void ColourPicker::choose(int index)
{
    if (index < 0 || index >= m_colours.size() || index == m_chosen)
        return;
    setChosen(index);
    Q_EMIT picked(colour());
}

int ColourPicker::swatchAt(const QPoint &place) const
{
    for (int i = 0; i < m_colours.size(); ++i) {
        if (swatch(i).contains(place))
            return i;
    }
    return -1;
}

void ColourPicker::mousePressEvent(QMouseEvent *event)
{
    choose(swatchAt(event->position().toPoint()));
}

bool ColourPicker::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = swatchAt(help->pos());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), nameOf(QColor(m_colours.at(index))), this, swatch(index));
    event->setAccepted(index >= 0);
    return true;
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
