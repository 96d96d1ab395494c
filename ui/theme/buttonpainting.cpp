// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons and boxes of ConsoleStyle.
#include "ui/theme/consolestyle.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>

namespace odc {

namespace {

// The console's icons take the colour of the text beside them; pictures from elsewhere stay as they are.
void paintIcon(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &colour, bool enabled,
               const Theme &theme)
{
    if (const auto id = IconSet::identify(icon)) {
        theme.icons().paint(painter, rect, *id, colour);
    } else {
        icon.paint(painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

bool isOn(const QStyleOption *option)
{
    return option->state & (QStyle::State_Sunken | QStyle::State_On);
}

} // namespace

QColor ConsoleStyle::buttonTextColour(const QStyleOption *option, const QWidget *widget) const
{
    if (!(option->state & State_Enabled)) {
        return m_theme.colour(Shade::Disabled);
    }
    switch (buttonRole(widget)) {
    case ButtonRole::Primary:
        return m_theme.colour(Shade::OnAccent);
    case ButtonRole::Danger:
        return m_theme.colour(Token::Bad);
    case ButtonRole::Link:
        return m_theme.colour(Token::Accent);
    case ButtonRole::Flat:
        return option->state & (State_MouseOver | State_On | State_Sunken) ? m_theme.colour(Token::Text)
                                                                           : m_theme.colour(Token::Secondary);
    case ButtonRole::Default:
        break;
    }
    return option->palette.color(QPalette::ButtonText);
}

void ConsoleStyle::drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const bool pointed = enabled && option->state & State_MouseOver;
    const QColor text = m_theme.colour(Token::Text);
    const QColor accent = m_theme.colour(Token::Accent);
    const ButtonRole role = buttonRole(widget);
    QColor fill;
    QColor outline;
    switch (role) {
    case ButtonRole::Primary:
        fill = !enabled       ? m_theme.colour(Token::Line)
               : isOn(option) ? Theme::mixed(accent, text, 0.25)
               : pointed      ? Theme::mixed(accent, text, 0.12)
                              : accent;
        break;
    case ButtonRole::Flat:
    case ButtonRole::Link:
        if (isOn(option)) {
            fill = role == ButtonRole::Flat ? m_theme.colour(Token::Selection) : QColor(); // a link says it in words
        } else if (pointed) {
            fill = m_theme.colour(Shade::Hover);
        }
        break;
    case ButtonRole::Default:
    case ButtonRole::Danger: {
        const QColor base = enabled ? m_theme.colour(Token::Base) : m_theme.colour(Token::Window);
        fill = isOn(option) ? Theme::mixed(base, text, 0.09)
               : pointed    ? Theme::mixed(base, text, 0.035)
                            : base;
        outline = m_theme.colour(Shade::Control);
        break;
    }
    }
    if (fill.isValid()) {
        shapes::box(painter, option->rect, metrics::radius, fill, outline);
    }
    if (enabled && option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        if (role == ButtonRole::Primary) { // a ring of the accent would not be seen on the accent
            shapes::box(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), metrics::radius - 2, {},
                        m_theme.colour(Shade::OnAccent), 1.5);
        } else {
            shapes::focusRing(painter, option->rect, metrics::radius, accent);
        }
    }
}

void ConsoleStyle::drawButtonLabel(const QStyleOptionButton *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const QColor colour = buttonTextColour(option, widget);
    const bool hasIcon = !option->icon.isNull();
    const bool hasMenu = option->features & QStyleOptionButton::HasMenu;
    const int iconSide = hasIcon ? qMin(option->iconSize.width(), option->rect.height()) : 0;
    const int gap = hasIcon && !option->text.isEmpty() ? metrics::inside : 0;
    const int arrow = hasMenu ? metrics::iconSize : 0;
    const int padding = option->text.isEmpty()                   ? 0
                        : buttonRole(widget) == ButtonRole::Link ? metrics::tight
                                                                 : metrics::between;
    const QRect inner = option->rect.adjusted(padding, 0, -padding, 0);
    const int textRoom = inner.width() - iconSide - gap - arrow;
    const int flags =
        styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    QString text = option->text;
    int textWidth = option->fontMetrics.size(flags, text).width();
    if (textWidth > textRoom) {
        text = option->fontMetrics.elidedText(text, Qt::ElideRight, textRoom, flags);
        textWidth = textRoom;
    }
    const int all = iconSide + gap + textWidth + arrow;
    const QRect group(inner.left() + qMax(0, (inner.width() - all) / 2), inner.top(), all, inner.height());
    const auto place = [&](Qt::Alignment side, const QSize &size) {
        return alignedRect(option->direction, side | Qt::AlignVCenter, size, group);
    };
    if (hasIcon) {
        paintIcon(painter, place(Qt::AlignLeft, {iconSide, iconSide}), option->icon, colour, enabled,
                  m_theme);
    }
    if (!text.isEmpty()) {
        QRect rect(group.left() + iconSide + gap, group.top(), textWidth, group.height());
        rect = visualRect(option->direction, group, rect);
        painter->setPen(colour);
        painter->drawText(rect, flags | Qt::AlignCenter | Qt::TextDontClip, text);
    }
    if (hasMenu) {
        m_theme.icons().paint(painter, place(Qt::AlignRight, {12, 12}), Icon::ChevronDown, colour);
    }
}

void ConsoleStyle::drawToolButton(const QStyleOptionToolButton *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QStyleOption panel = *option;
    const bool raised = option->state & State_AutoRaise;
    const bool menuOnly = option->features & QStyleOptionToolButton::HasMenu;
    if (!raised || option->state & (State_MouseOver | State_Sunken | State_On | State_HasFocus)) {
        const bool flat = raised || buttonRole(widget) == ButtonRole::Flat;
        if (flat) {
            const bool enabled = option->state & State_Enabled;
            QColor fill;
            if (isOn(option)) {
                fill =
                    option->state & State_On ? m_theme.colour(Token::Selection) : m_theme.colour(Token::Line);
            } else if (enabled && option->state & State_MouseOver) {
                fill = m_theme.colour(Shade::Hover);
            }
            if (fill.isValid()) {
                shapes::box(painter, option->rect, metrics::radius, fill, {});
            }
            if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
                shapes::focusRing(painter, option->rect, metrics::radius, m_theme.colour(Token::Accent));
            }
        } else {
            drawButtonPanel(&panel, painter, widget);
        }
    }
    const bool enabled = option->state & State_Enabled;
    const QColor colour = buttonRole(widget) == ButtonRole::Flat || !raised
                              ? buttonTextColour(option, widget)
                              : m_theme.colour(enabled ? Token::Secondary : Token::Line);
    const bool showText = option->toolButtonStyle != Qt::ToolButtonIconOnly && !option->text.isEmpty() &&
                          option->toolButtonStyle != Qt::ToolButtonTextUnderIcon;
    const bool showIcon = !option->icon.isNull() && option->toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool arrowOnly = !showIcon && option->features & QStyleOptionToolButton::Arrow;
    if (arrowOnly && option->arrowType != Qt::NoArrow) {
        QStyleOption arrow = *option;
        const PrimitiveElement element = option->arrowType == Qt::UpArrow     ? PE_IndicatorArrowUp
                                         : option->arrowType == Qt::LeftArrow ? PE_IndicatorArrowLeft
                                         : option->arrowType == Qt::DownArrow ? PE_IndicatorArrowDown
                                                                              : PE_IndicatorArrowRight;
        drawPrimitive(element, &arrow, painter, widget);
        return;
    }
    const int padding = showText ? metrics::inside : 0;
    const int iconSide = showIcon ? qMin(option->iconSize.width(), option->rect.width()) : 0;
    const int gap = showIcon && showText ? metrics::inside - 2 : 0;
    const int arrow = menuOnly && showText ? 12 : 0;
    const QRect inner = option->rect.adjusted(padding, 0, -padding, 0);
    const int flags = Qt::TextHideMnemonic;
    const int textWidth =
        showText ? qMin(option->fontMetrics.size(flags, option->text).width(), inner.width() - iconSide - gap)
                 : 0;
    const int all = iconSide + gap + textWidth + arrow;
    const QRect group(inner.left() + qMax(0, (inner.width() - all) / 2), inner.top(), all, inner.height());
    if (showIcon) {
        const QRect place =
            alignedRect(option->direction, Qt::AlignLeft | Qt::AlignVCenter, {iconSide, iconSide}, group);
        paintIcon(painter, place, option->icon, colour, enabled, m_theme);
    }
    if (showText) {
        const QRect rect(group.left() + iconSide + gap, group.top(), textWidth, group.height());
        painter->setPen(colour);
        painter->drawText(visualRect(option->direction, group, rect),
                          flags | Qt::AlignCenter | Qt::TextDontClip, option->text);
    }
    if (arrow) {
        m_theme.icons().paint(
            painter, alignedRect(option->direction, Qt::AlignRight | Qt::AlignVCenter, {10, 10}, group),
            Icon::ChevronDown, colour);
    }
}

void ConsoleStyle::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const bool part = option->state & State_NoChange;
    const QRect box =
        alignedRect(option->direction, Qt::AlignCenter, {metrics::checkBox, metrics::checkBox}, option->rect);
    const double radius = round ? metrics::checkBox / 2.0 : metrics::tight;
    const QColor accent = m_theme.colour(Token::Accent);
    QColor fill = enabled ? m_theme.colour(Token::Base) : m_theme.colour(Token::Window);
    QColor outline = Theme::mixed(m_theme.colour(Token::Line), m_theme.colour(Token::Secondary), 0.55);
    if (on || part) {
        fill = enabled ? accent : m_theme.colour(Shade::Disabled);
        outline = QColor();
    } else if (enabled && option->state & State_MouseOver) {
        outline = accent;
    }
    shapes::box(painter, box, radius, fill, outline);
    const QColor mark = m_theme.colour(Shade::OnAccent);
    if (on && round) {
        shapes::box(painter, QRectF(box).adjusted(5, 5, -5, -5), 3, mark, {});
    } else if (on) {
        m_theme.icons().paint(painter, box.adjusted(2, 2, -2, -2), Icon::Check, mark);
    } else if (part) {
        m_theme.icons().paint(painter, box.adjusted(2, 2, -2, -2), Icon::Minus, mark);
    }
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        shapes::box(painter, QRectF(box).adjusted(-2, -2, 2, 2), radius + 2, {}, accent, 1.5);
    }
}

} // namespace odc
