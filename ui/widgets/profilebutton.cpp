// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/profilebutton.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace odc {

namespace {
constexpr int barWidth = 10;
constexpr int barRadius = 3;

/// `line` without the parts at its end that have no room; a part is never cut, except the only one left.
QString fitting(const QFontMetrics &metrics, const QString &line, int width)
{
    const QString dot = QStringLiteral(" · ");
    QString shown = line;
    while (metrics.horizontalAdvance(shown) > width && shown.contains(dot)) {
        shown.truncate(shown.lastIndexOf(dot));
    }
    return metrics.elidedText(shown, Qt::ElideRight, width);
}
} // namespace

ProfileButton::ProfileButton(const Theme &theme, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProfileButton::setProfile(const QString &name, const QString &line, const QColor &colour)
{
    m_name = format::oneLine(name);
    m_line = format::oneLine(line);
    m_colour = colour;
    setAccessibleName(tr("Profile: %1").arg(name));
    setAccessibleDescription(line);
    setToolTip(plainToolTip(tr("%1\n%2").arg(name, line)));
    update();
}

QSize ProfileButton::sizeHint() const
{
    return {metrics::navWidth - 2 * metrics::inside, metrics::profileHeight};
}

QSize ProfileButton::minimumSizeHint() const
{
    return {metrics::profileHeight, metrics::profileHeight};
}

void ProfileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = m_theme.colour(Token::Base);
    if (isDown()) {
        ground = m_theme.colour(Token::Line);
    } else if (underMouse()) {
        ground = Theme::mixed(ground, m_theme.colour(Token::Text), 0.03);
    }
    shapes::box(&painter, rect(), metrics::cardRadius, ground, m_theme.colour(Shade::Control));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        shapes::focusRing(&painter, rect(), metrics::cardRadius, m_theme.colour(Token::Accent));
    }
    const QRect inner = rect().adjusted(metrics::inside, metrics::inside, -metrics::inside, -metrics::inside);
    const auto place = [this, &inner](Qt::Alignment side, const QSize &size) {
        return QStyle::alignedRect(layoutDirection(), side | Qt::AlignVCenter, size, inner);
    };
    int lead = 2;
    if (m_colour.isValid()) {
        shapes::box(&painter, place(Qt::AlignLeft, {barWidth, inner.height() - 4}), barRadius, m_colour, {});
        lead = barWidth + metrics::inside;
    }
    const int arrow = 14;
    m_theme.icons().paint(&painter, place(Qt::AlignRight, {arrow, arrow}), Icon::ChevronDown,
                          m_theme.colour(Token::Secondary));

    QRect texts = inner.adjusted(lead, 0, -arrow - metrics::tight, 0);
    if (isRightToLeft()) {
        texts = QStyle::visualRect(layoutDirection(), inner, texts);
    }
    const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine;
    const auto line = [&](const QFont &font, const QColor &colour, const QString &text, int vertical,
                          const QRect &rect) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect, flags | vertical, fitting(painter.fontMetrics(), text, rect.width()));
    };
    const QRect upper(texts.left(), texts.top(), texts.width(), texts.height() / 2 + 1);
    const QRect lower(texts.left(), upper.bottom() + 1, texts.width(), texts.bottom() - upper.bottom());
    line(m_theme.font(Theme::FontRole::Strong), m_theme.colour(Token::Text), m_name, Qt::AlignVCenter, upper);
    line(m_theme.font(Theme::FontRole::Small), m_theme.colour(Token::Secondary), m_line, Qt::AlignVCenter,
         lower);
}

} // namespace odc
