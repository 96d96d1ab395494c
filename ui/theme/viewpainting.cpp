// SPDX-License-Identifier: GPL-3.0-or-later
// Headers, rows, tabs, menus, frames and dock titles of ConsoleStyle.
#include "ui/theme/consolestyle.h"

#include "ui/theme/celllayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QDockWidget>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QTreeView>

namespace odc {

namespace {

constexpr QSizeF sortArrow{7, 4};
constexpr int sortGap = 5;
constexpr int tabInset = 2; // text from the edge of its tab, so that tabs line up with what is below

void paintSortArrow(QPainter *painter, const QPointF &topLeft, bool down, const QColor &colour)
{
    const double w = sortArrow.width();
    const double h = sortArrow.height();
    QPolygonF arrow = down ? QPolygonF{{0, 0}, {w, 0}, {w / 2, h}} : QPolygonF{{0, h}, {w, h}, {w / 2, 0}};
    arrow.translate(topLeft);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(arrow);
}

} // namespace

void ConsoleStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter, const QWidget *) const
{
    const QRect &rect = option->rect;
    painter->fillRect(rect, m_theme.colour(Shade::Header));
    if (option->state & State_Sunken || (option->state & State_MouseOver && option->state & State_Enabled)) {
        painter->fillRect(rect, m_theme.colour(Shade::Hover));
        const int edge = option->direction == Qt::RightToLeft ? rect.left() : rect.right();
        painter->fillRect(QRect(edge, rect.top() + 6, 1, rect.height() - 12), m_theme.colour(Token::Line));
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), metrics::lineWidth),
                      m_theme.colour(Token::Line));
}

void ConsoleStyle::drawHeaderLabel(const QStyleOptionHeader *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (!option) {
        return;
    }
    int left = metrics::inside;
    int right = metrics::inside;
    if (const CellLayout *table = CellLayout::of(widget ? widget->parentWidget() : nullptr)) {
        left = table->headerPadding(option->section);
        right = table->trailingPadding(option->section);
    }
    if (option->direction == Qt::RightToLeft) {
        qSwap(left, right);
    }
    const QRect rect = option->rect.adjusted(left, 0, -right, -metrics::lineWidth);
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const int arrowRoom = sorted ? int(sortArrow.width()) + sortGap : 0;

    painter->save();
    painter->setFont(m_theme.font(Theme::FontRole::Section));
    const QString text =
        painter->fontMetrics().elidedText(option->text, Qt::ElideRight, rect.width() - arrowRoom);
    const int width = painter->fontMetrics().horizontalAdvance(text) + arrowRoom;
    const Qt::Alignment side = option->textAlignment & Qt::AlignHorizontal_Mask;
    // Qt has already mirrored nothing here: the alignment is logical, as alignedRect() wants it.
    const QRect group = alignedRect(option->direction, (side ? side : Qt::AlignLeft) | Qt::AlignVCenter,
                                    {qMin(width, rect.width()), rect.height()}, rect);
    const QColor colour = m_theme.colour(sorted ? Token::Text : Token::Secondary);
    painter->setPen(colour);
    const QRect textRect = visualRect(option->direction, group, group.adjusted(0, 0, -arrowRoom, 0));
    painter->drawText(
        textRect,
        int(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (sorted) {
        const double x =
            option->direction == Qt::RightToLeft ? group.left() : group.right() + 1 - sortArrow.width();
        const double y = group.top() + (group.height() - sortArrow.height()) / 2 + 0.5;
        paintSortArrow(painter, {x, y}, option->sortIndicator == QStyleOptionHeader::SortDown, colour);
    }
    painter->restore();
}

void ConsoleStyle::drawTab(const QStyleOptionTab *option, QPainter *painter, const QWidget *) const
{
    if (!option) {
        return;
    }
    const QRect rect = option->rect;
    const QRect face = visualRect(option->direction, rect, rect.adjusted(0, 0, -metrics::edge, 0));
    if (option->state & State_Selected) {
        const QRect line(face.left(), rect.bottom() + 1 - metrics::focusWidth, face.width(),
                         metrics::focusWidth);
        painter->fillRect(line, option->state & State_Enabled ? m_theme.colour(Token::Accent)
                                                              : m_theme.colour(Token::Line));
    }
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        shapes::focusRing(painter, face.adjusted(-metrics::tight, 3, metrics::tight, -3), metrics::tight,
                          m_theme.colour(Token::Accent));
    }
}

void ConsoleStyle::drawTabLabel(const QStyleOptionTab *option, QPainter *painter, const QWidget *widget) const
{
    if (!option) {
        return;
    }
    const bool selected = option->state & State_Selected;
    const bool enabled = option->state & State_Enabled;
    const bool pointed = option->state & State_MouseOver;
    painter->save();
    painter->setFont(m_theme.font(selected ? Theme::FontRole::Strong : Theme::FontRole::Body));
    painter->setPen(!enabled              ? m_theme.colour(Shade::Disabled)
                    : selected || pointed ? m_theme.colour(Token::Text)
                                          : m_theme.colour(Token::Secondary));
    QRect rect = option->rect.adjusted(tabInset, 0, -metrics::edge, 0);
    if (!option->icon.isNull()) {
        const QRect place(rect.left(), rect.center().y() - metrics::iconSize / 2, metrics::iconSize,
                          metrics::iconSize);
        option->icon.paint(painter, visualRect(option->direction, option->rect, place), Qt::AlignCenter,
                           enabled ? QIcon::Normal : QIcon::Disabled);
        rect.setLeft(place.right() + 1 + metrics::tight);
    }
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(visualRect(option->direction, option->rect, rect),
                      int(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter) | mnemonic |
                          Qt::TextDontClip,
                      option->text);
    painter->restore();
}

void ConsoleStyle::drawMenuItem(const QStyleOptionMenuItem *option, QPainter *painter) const
{
    if (!option) {
        return;
    }
    const QRect &rect = option->rect;
    painter->save();
    painter->fillRect(rect, m_theme.colour(Token::Base));
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(
            QRect(rect.left() + metrics::inside, rect.center().y(), rect.width() - 2 * metrics::inside, 1),
            m_theme.colour(Token::Line));
        painter->restore();
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if (option->state & State_Selected)
        shapes::box(painter, rect, metrics::tight, m_theme.colour(enabled ? Token::Selection : Token::Window), {});
    const auto at = [&](int left, int width) {
        const QRect place(rect.left() + left, rect.top(), width, rect.height());
        return visualRect(option->direction, rect, place);
    };
    const QColor text = enabled ? m_theme.colour(Token::Text) : m_theme.colour(Shade::Disabled);
    const QRect mark = at(metrics::inside, metrics::iconSize);
    const bool checkable = option->checkType != QStyleOptionMenuItem::NotCheckable;
    int lead = metrics::inside + metrics::iconSize + metrics::inside;
    if (checkable && option->checked) {
        m_theme.icons().paint(painter, mark, Icon::Check, enabled ? m_theme.colour(Token::Accent) : text);
    }
    if (!option->icon.isNull()) {
        // Beside the tick, not in its place: the picture may say what the words do not.
        const QRect column = checkable ? at(lead, metrics::iconSize) : mark;
        lead += checkable ? metrics::iconSize + metrics::inside : 0;
        const QRect place =
            alignedRect(option->direction, Qt::AlignCenter, {metrics::iconSize, metrics::iconSize}, column);
        option->icon.paint(painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect body = at(lead, rect.width() - lead - metrics::between);
    const qsizetype tab = option->text.indexOf(u'\t');
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, option, nullptr) ? Qt::TextShowMnemonic
                                                                                   : Qt::TextHideMnemonic;
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip | mnemonic;
    painter->setFont(option->font);
    painter->setPen(text);
    painter->drawText(body, flags | int(visualAlignment(option->direction, Qt::AlignLeft)),
                      tab < 0 ? option->text : option->text.left(tab));
    if (tab >= 0) {
        painter->setPen(enabled ? m_theme.colour(Token::Secondary) : text);
        painter->drawText(body, flags | int(visualAlignment(option->direction, Qt::AlignRight)),
                          option->text.mid(tab + 1));
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = at(rect.width() - metrics::between - 8, 12);
        m_theme.icons().paint(painter, arrow,
                              option->direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight,
                              text);
    }
    painter->restore();
}

void ConsoleStyle::drawMenuBarItem(const QStyleOptionMenuItem *option, QPainter *painter) const
{
    if (!option) {
        return;
    }
    painter->fillRect(option->rect, m_theme.colour(Token::Window));
    if (option->state & State_Selected && option->state & State_Enabled) {
        shapes::box(painter, option->rect, metrics::tight,
                    option->state & State_Sunken ? m_theme.colour(Token::Selection)
                                                 : m_theme.colour(Shade::Hover),
                    {});
    }
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, option, nullptr) ? Qt::TextShowMnemonic
                                                                                   : Qt::TextHideMnemonic;
    painter->setPen(option->state & State_Enabled ? m_theme.colour(Token::Text)
                                                  : m_theme.colour(Shade::Disabled));
    painter->drawText(option->rect, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine | mnemonic,
                      option->text);
}

void ConsoleStyle::drawDockTitle(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *title = qstyleoption_cast<const QStyleOptionDockWidget *>(option);
    if (!title) {
        return;
    }
    painter->save();
    painter->fillRect(option->rect, m_theme.colour(Token::Window));
    const QRect rect = subElementRect(SE_DockWidgetTitleBarText, option, widget);
    painter->setFont(m_theme.font(Theme::FontRole::Section));
    painter->setPen(m_theme.colour(Token::Secondary));
    painter->drawText(rect, int(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(title->title, Qt::ElideRight, rect.width()));
    painter->restore();
}

void ConsoleStyle::drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (!frame) {
        return;
    }
    const QRect &rect = option->rect;
    switch (frame->frameShape) {
    case QFrame::NoFrame:
        return;
    case QFrame::HLine:
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          m_theme.colour(Token::Line));
        return;
    case QFrame::VLine:
        painter->fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()),
                          m_theme.colour(Token::Line));
        return;
    default:
        break;
    }
    const bool area = widget && widget->inherits("QAbstractScrollArea");
    const QWidget *focus = area ? widget : nullptr;
    shapes::box(painter, rect, metrics::radius, area ? option->palette.color(QPalette::Base) : QColor(),
                m_theme.colour(Shade::Control));
    if (focus && option->state & State_HasFocus) {
        shapes::focusRing(painter, rect, metrics::radius, m_theme.colour(Token::Accent));
    }
}

// In a table the delegates draw the whole row. A tree also has the room before an item, where its branches
// are.
void ConsoleStyle::drawTreeRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (!qobject_cast<const QTreeView *>(widget)) {
        return;
    }
    const QRect &rect = option->rect;
    if (option->state & State_Selected) {
        painter->fillRect(rect, option->palette.color(QPalette::Highlight));
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), metrics::lineWidth),
                      m_theme.colour(Shade::RowLine));
}

void ConsoleStyle::drawRow(const QStyleOption *option, QPainter *painter, const QWidget *) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option->rect, item->backgroundBrush);
    }
    if (option->state & State_Selected) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Highlight));
    }
    if (option->state & State_MouseOver && option->state & State_Enabled) {
        painter->fillRect(option->rect, m_theme.colour(Shade::Hover));
    }
}

} // namespace odc
