// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs, boxes with a choice, scroll bars, groups and progress of ConsoleStyle.
#include "ui/theme/consolestyle.h"

#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace odc {

namespace {
constexpr int arrowRoom = 24;
constexpr int arrowSide = 12;
constexpr int editInset = metrics::inside - 2; // a line edit inside adds 2 of its own
} // namespace

void ConsoleStyle::drawInput(const QStyleOption *option, QPainter *painter, bool focused) const
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor fill = enabled
                            ? m_theme.colour(Token::Base)
                            : Theme::mixed(m_theme.colour(Token::Base), m_theme.colour(Token::Window), 0.6);
    shapes::box(painter, option->rect, metrics::radius, fill, m_theme.colour(Shade::Control));
    if (focused && enabled) {
        shapes::focusRing(painter, option->rect, metrics::radius, m_theme.colour(Token::Accent));
    }
}

QRect ConsoleStyle::comboBoxRect(const QStyleOptionComplex *option, SubControl part) const
{
    const QRect &rect = option->rect;
    switch (part) {
    case SC_ComboBoxArrow:
        return {rect.right() + 1 - arrowRoom, rect.top(), arrowRoom, rect.height()};
    case SC_ComboBoxEditField: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        return rect.adjusted(combo && combo->editable ? editInset : editInset + 1, 1, -arrowRoom, -1);
    }
    case SC_ComboBoxFrame:
        return rect;
    default:
        return {};
    }
}

void ConsoleStyle::drawComboBox(const QStyleOptionComboBox *option, QPainter *painter,
                                const QWidget *widget) const
{
    const bool focused =
        option->state & State_HasFocus && (option->editable || option->state & State_KeyboardFocusChange);
    QStyleOption frame = *option;
    drawInput(&frame, painter, focused);
    if (!option->editable && option->state & State_MouseOver && option->state & State_Enabled) {
        shapes::box(painter, option->rect, metrics::radius, m_theme.colour(Shade::Hover), {});
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    m_theme.icons().paint(
        painter, alignedRect(option->direction, Qt::AlignCenter, {arrowSide, arrowSide}, arrow),
        Icon::ChevronDown,
        option->state & State_Enabled ? m_theme.colour(Token::Secondary) : m_theme.colour(Shade::Disabled));
}

QRect ConsoleStyle::spinBoxRect(const QStyleOptionComplex *option, SubControl part) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
    const QRect &rect = option->rect;
    const int half = rect.height() / 2;
    switch (part) {
    case SC_SpinBoxUp:
        return buttons ? QRect(rect.right() + 1 - arrowRoom, rect.top() + 1, arrowRoom - 1, half - 1)
                       : QRect();
    case SC_SpinBoxDown:
        return buttons ? QRect(rect.right() + 1 - arrowRoom, rect.top() + half, arrowRoom - 1,
                               rect.height() - half - 1)
                       : QRect();
    case SC_SpinBoxEditField:
        return rect.adjusted(editInset, 1, buttons ? -arrowRoom : -editInset, -1);
    case SC_SpinBoxFrame:
        return rect;
    default:
        return {};
    }
}

void ConsoleStyle::drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter,
                               const QWidget *widget) const
{
    QStyleOption frame = *option;
    drawInput(&frame, painter, option->state & State_HasFocus);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const auto arrow = [&](SubControl part, Icon icon, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool able = option->stepEnabled & step && option->state & State_Enabled;
        if (able && option->activeSubControls == part && option->state & (State_MouseOver | State_Sunken)) {
            shapes::box(painter, rect.adjusted(0, 1, -1, -1), metrics::tight, m_theme.colour(Shade::Hover),
                        {});
        }
        m_theme.icons().paint(painter, alignedRect(option->direction, Qt::AlignCenter, {10, 10}, rect), icon,
                              able ? m_theme.colour(Token::Secondary) : m_theme.colour(Shade::Disabled));
    };
    arrow(SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
}

void ConsoleStyle::drawScrollBar(const QStyleOptionSlider *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (widget && widget->parentWidget() && !widget->testAttribute(Qt::WA_NoSystemBackground)) {
        // The ground of what it scrolls, not a strip of its own.
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()->parentWidget());
        const QWidget *view = area ? area->viewport() : nullptr;
        painter->fillRect(option->rect, view ? view->palette().color(view->backgroundRole())
                                             : option->palette.color(QPalette::Base));
    }
    if (option->maximum <= option->minimum || !(option->state & State_Enabled)) {
        return;
    }
    const bool upright = option->orientation == Qt::Vertical;
    const bool active = option->state & State_MouseOver || option->activeSubControls & SC_ScrollBarSlider;
    const int margin = active ? 2 : 3;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    handle = upright ? handle.adjusted(margin, 2, -margin, -2) : handle.adjusted(2, margin, -2, -margin);
    const double radius = (upright ? handle.width() : handle.height()) / 2;
    shapes::box(painter, handle, radius, m_theme.colour(active ? Shade::HandleHover : Shade::HandleRest), {});
}

void ConsoleStyle::drawSlider(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const bool upright = option->orientation == Qt::Vertical;
    const QRectF handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const QRectF whole = option->rect;
    constexpr double thickness = metrics::tight;
    constexpr double side = metrics::between + 2;
    const QRectF groove = upright ? QRectF(whole.center().x() - thickness / 2, whole.top(), thickness, whole.height())
                                  : QRectF(whole.left(), whole.center().y() - thickness / 2, whole.width(), thickness);
    const QColor filled = m_theme.colour(enabled ? Token::Accent : Token::Line);
    shapes::box(painter, groove, thickness / 2, m_theme.colour(Shade::Track), {});
    QRectF done = groove;
    if (upright) {
        done.setTop(handle.center().y());
    } else if (option->direction == Qt::RightToLeft) {
        done.setLeft(handle.center().x());
    } else {
        done.setRight(handle.center().x());
    }
    shapes::box(painter, done, thickness / 2, filled, {});
    const QRectF knob(handle.center().x() - side / 2, handle.center().y() - side / 2, side, side);
    const QColor outline = !enabled ? m_theme.colour(Shade::Disabled)
                           : option->state & State_MouseOver || option->state & State_Sunken
                               ? m_theme.colour(Token::Accent)
                               : Theme::mixed(m_theme.colour(Token::Line), m_theme.colour(Token::Secondary), 0.8);
    shapes::box(painter, knob, side / 2, m_theme.colour(Token::Base), outline, 1.5);
    if (enabled && option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        shapes::focusRing(painter, knob.adjusted(-2, -2, 2, 2), side / 2 + 2, m_theme.colour(Token::Accent));
    }
}

QRect ConsoleStyle::groupBoxRect(const QStyleOptionComplex *option, SubControl part) const
{
    const auto *group = qstyleoption_cast<const QStyleOptionGroupBox *>(option);
    if (!group) {
        return {};
    }
    const QFontMetrics font(m_theme.font(Theme::FontRole::Section));
    const bool check = group->subControls & SC_GroupBoxCheckBox;
    const int line = group->text.isEmpty() && !check ? 0 : qMax(font.height(), check ? metrics::checkBox : 0);
    const QRect &rect = option->rect;
    const int lead = check ? metrics::checkBox + metrics::inside : 0;
    switch (part) {
    case SC_GroupBoxContents:
    case SC_GroupBoxFrame:
        return rect.adjusted(0, line > 0 ? line + metrics::inside : 0, 0, 0);
    case SC_GroupBoxCheckBox:
        return {rect.left(), rect.top() + (line - metrics::checkBox) / 2, metrics::checkBox,
                metrics::checkBox};
    case SC_GroupBoxLabel:
        return {rect.left() + lead, rect.top(),
                qMin(font.size(Qt::TextShowMnemonic, group->text).width() + 2, rect.width() - lead), line};
    default:
        return {};
    }
}

void ConsoleStyle::drawGroupBox(const QStyleOptionGroupBox *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (option->subControls & SC_GroupBoxCheckBox) {
        QStyleOptionButton box;
        static_cast<QStyleOption &>(box) = *option;
        box.rect = subControlRect(CC_GroupBox, option, SC_GroupBoxCheckBox, widget);
        drawPrimitive(PE_IndicatorCheckBox, &box, painter, widget);
    }
    if (option->subControls & SC_GroupBoxLabel && !option->text.isEmpty()) {
        painter->save();
        painter->setFont(m_theme.font(Theme::FontRole::Section));
        painter->setPen(option->state & State_Enabled ? m_theme.colour(Token::Secondary)
                                                      : m_theme.colour(Shade::Disabled));
        painter->drawText(subControlRect(CC_GroupBox, option, SC_GroupBoxLabel, widget),
                          int(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter) |
                              Qt::TextHideMnemonic,
                          option->text);
        painter->restore();
    }
}

void ConsoleStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar) {
        return;
    }
    CellProgress progress;
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    progress.done = range > 0 ? double(qint64(bar->progress) - bar->minimum) / double(range) : 0;
    progress.tone = range > 0 && bar->progress >= bar->maximum ? Tone::Fine : Tone::Running;
    const QRect rect =
        alignedRect(bar->direction, Qt::AlignCenter, {bar->rect.width(), metrics::barHeight}, bar->rect);
    shapes::progress(painter, rect, progress, m_theme, bar->direction);
}

} // namespace odc
