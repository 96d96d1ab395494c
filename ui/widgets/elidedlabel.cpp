// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "base/format.h"
#include "ui/theme/plaintooltip.h"

#include <QEvent>

namespace odc {

ElidedLabel::ElidedLabel(const Theme &theme, Theme::FontRole font, Token token, QWidget *parent)
    : TextLabel(theme, font, token, {}, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_line = format::oneLine(text);
    setAccessibleName(text);
    updateGeometry();
    cut();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    cut();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_line) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("…")), fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    cut();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        cut();
    }
}

void ElidedLabel::cut()
{
    const QString shown = fontMetrics().elidedText(m_line, m_mode, contentsRect().width());
    m_elided = shown != m_text;
    setText(shown);
    setToolTip(m_elided ? plainToolTip(m_text) : QString());
}

} // namespace odc
