// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/consolestyle.h"

#include "ui/theme/celllayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int textPadding = metrics::inside; // from the edge of an input to its text
constexpr int lineEditMargin = 2;            // which QLineEdit adds itself
} // namespace

ConsoleStyle::ConsoleStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_theme(theme)
{
    setObjectName(u"console"_s);
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QTabBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    QRect rect;
    switch (control) {
    case CC_ComboBox:
        rect = comboBoxRect(option, part);
        break;
    case CC_SpinBox:
        rect = spinBoxRect(option, part);
        break;
    case CC_GroupBox:
        rect = groupBoxRect(option, part);
        break;
    case CC_ScrollBar:
        // No arrows: the groove is the whole bar.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine) {
            return {};
        }
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && part != SC_None) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int room = upright ? bar->rect.height() : bar->rect.width();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            int length = room;
            if (range > 0) {
                length = int(qint64(room) * bar->pageStep / (range + bar->pageStep));
                length = qBound(qMin(room, pixelMetric(PM_ScrollBarSliderMin, option, widget)), length, room);
            }
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      room - length, bar->upsideDown);
            int from = 0;
            int size = room;
            if (part == SC_ScrollBarSlider) {
                from = start;
                size = length;
            } else if (part == SC_ScrollBarSubPage) {
                size = start;
            } else if (part == SC_ScrollBarAddPage) {
                from = start + length;
                size = room - from;
            }
            const QRect found =
                upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                        : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
            return visualRect(bar->direction, bar->rect, found);
        }
        break;
    default:
        break;
    }
    return rect.isNull() ? QProxyStyle::subControlRect(control, option, part, widget)
                         : visualRect(option->direction, option->rect, rect);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    switch (element) {
    case SE_ItemViewItemCheckIndicator: {
        // Where the delegates draw it, so that a click on the box is a click on the box.
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        const CellLayout *table = CellLayout::of(widget);
        if (!item || !table) {
            return QProxyStyle::subElementRect(element, option, widget);
        }
        const int lead = table->leadingPadding(item->index.column());
        const QRect box(item->rect.left() + lead,
                        item->rect.top() + (item->rect.height() - metrics::checkBox) / 2, metrics::checkBox,
                        metrics::checkBox);
        return visualRect(item->direction, item->rect, box);
    }
    case SE_ItemViewItemText: {
        // Qt counts the margin of the text once more behind a box or an icon, which have one themselves.
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        const auto led = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDecoration;
        if (!item || CellLayout::of(widget) || !(item->features & led)) {
            return rect;
        }
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, metrics::inside, 0)
                                                    : rect.adjusted(-metrics::inside, 0, 0, 0);
    }
    case SE_LineEditContents: {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int padding =
            frame && frame->lineWidth > 0 ? textPadding - lineEditMargin - frame->lineWidth : 0;
        return rect.adjusted(padding, 0, -padding, 0);
    }
    case SE_DockWidgetTitleBarText: {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        return rect.adjusted(metrics::between, 0, 0, 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const QColor line = m_theme.colour(Token::Line);
    const QRect &rect = option->rect;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_FrameButtonTool:
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_IndicatorHeaderArrow: // CE_HeaderLabel puts it beside the text
    case PE_IndicatorToolBarHandle:
    case PE_FrameDockWidget:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange && !qobject_cast<const QAbstractItemView *>(widget)) {
            shapes::focusRing(painter, rect, metrics::tight, m_theme.colour(Token::Accent));
        }
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            drawInput(option, painter, option->state & State_HasFocus);
        }
        return;
    }
    case PE_FrameLineEdit:
        drawInput(option, painter, option->state & State_HasFocus);
        return;
    case PE_Frame:
        drawFrame(option, painter, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, true);
        return;
    case PE_PanelItemViewRow:
        drawTreeRow(option, painter, widget);
        return;
    case PE_PanelItemViewItem:
        drawRow(option, painter, widget);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const bool open = option->state & State_Open;
            const Icon icon = open                                   ? Icon::ChevronDown
                              : option->direction == Qt::RightToLeft ? Icon::ChevronLeft
                                                                     : Icon::ChevronRight;
            const QRect place = alignedRect(option->direction, Qt::AlignCenter, {12, 12}, rect);
            m_theme.icons().paint(painter, place, icon, m_theme.colour(Token::Secondary));
        }
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const Icon icon = element == PE_IndicatorArrowDown   ? Icon::ChevronDown
                          : element == PE_IndicatorArrowUp   ? Icon::ChevronUp
                          : element == PE_IndicatorArrowLeft ? Icon::ChevronLeft
                                                             : Icon::ChevronRight;
        const int side = qMin(12, qMax(rect.width(), rect.height()));
        m_theme.icons().paint(painter, alignedRect(option->direction, Qt::AlignCenter, {side, side}, rect),
                              icon,
                              m_theme.colour(option->state & State_Enabled ? Token::Secondary : Token::Line));
        return;
    }
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), metrics::lineWidth), line);
        return;
    case PE_PanelMenu:
        painter->fillRect(rect, m_theme.colour(Token::Base));
        return;
    case PE_FrameMenu:
        shapes::box(painter, rect, 0, {}, m_theme.colour(Shade::Control));
        return;
    case PE_PanelMenuBar:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), metrics::lineWidth), line);
        return;
    case PE_IndicatorDockWidgetResizeHandle: {
        const bool flat = rect.width() > rect.height();
        const QRect hair = flat ? QRect(rect.left(), rect.center().y(), rect.width(), 1)
                                : QRect(rect.center().x(), rect.top(), 1, rect.height());
        painter->fillRect(hair, line);
        return;
    }
    case PE_IndicatorToolBarSeparator: {
        const bool flat = option->state & State_Horizontal;
        const QRect hair = flat ? QRect(rect.center().x(), rect.top() + 6, 1, rect.height() - 12)
                                : QRect(rect.left() + 6, rect.center().y(), rect.width() - 12, 1);
        painter->fillRect(hair, line);
        return;
    }
    case PE_IndicatorTabClose:
        m_theme.icons().paint(painter, rect.adjusted(2, 2, -2, -2), Icon::Close,
                              m_theme.colour(Token::Secondary));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const QRect &rect = option->rect;
    switch (element) {
    case CE_PushButton:
    case CE_PushButtonBevel:
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            if (element != CE_PushButtonLabel) {
                drawButtonPanel(option, painter, widget);
            }
            if (element != CE_PushButtonBevel) {
                drawButtonLabel(button, painter, widget);
            }
        }
        return;
    case CE_Header:
        drawHeaderSection(option, painter, widget);
        drawHeaderLabel(qstyleoption_cast<const QStyleOptionHeader *>(option), painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter, widget);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(qstyleoption_cast<const QStyleOptionHeader *>(option), painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTab(qstyleoption_cast<const QStyleOptionTab *>(option), painter, widget);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(qstyleoption_cast<const QStyleOptionTab *>(option), painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(qstyleoption_cast<const QStyleOptionMenuItem *>(option), painter);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(qstyleoption_cast<const QStyleOptionMenuItem *>(option), painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(rect, m_theme.colour(Token::Window));
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(rect, m_theme.colour(Token::Base));
        return;
    case CE_ProgressBar:
        drawProgress(option, painter);
        return;
    case CE_Splitter:
    case CE_ToolBar:
    case CE_SizeGrip:
        if (element == CE_Splitter) {
            painter->fillRect(rect, m_theme.colour(Token::Line));
        }
        return;
    case CE_DockWidgetTitle:
        drawDockTitle(option, painter, widget);
        return;
    case CE_ShapedFrame:
        drawFrame(option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        drawToolButton(qstyleoption_cast<const QStyleOptionToolButton *>(option), painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(qstyleoption_cast<const QStyleOptionComboBox *>(option), painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(qstyleoption_cast<const QStyleOptionSpinBox *>(option), painter, widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(qstyleoption_cast<const QStyleOptionSlider *>(option), painter, widget);
        return;
    case CC_Slider:
        drawSlider(qstyleoption_cast<const QStyleOptionSlider *>(option), painter, widget);
        return;
    case CC_GroupBox:
        drawGroupBox(qstyleoption_cast<const QStyleOptionGroupBox *>(option), painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QIcon ConsoleStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return m_theme.icon(Icon::Close, Token::Secondary);
    case SP_TitleBarNormalButton:
        return m_theme.icon(Icon::External, Token::Secondary);
    case SP_ToolBarHorizontalExtensionButton:
        return m_theme.icon(Icon::More, Token::Secondary);
    case SP_MessageBoxInformation:
        return m_theme.icon(Icon::Info, Token::Accent);
    case SP_MessageBoxQuestion:
        return m_theme.icon(Icon::Info, Token::Secondary);
    case SP_MessageBoxWarning:
        return m_theme.icon(Icon::Warning, Token::Warn);
    case SP_MessageBoxCritical:
        return m_theme.icon(Icon::Warning, Token::Bad);
    case SP_BrowserReload:
        return m_theme.icon(Icon::Refresh);
    case SP_DirIcon:
    case SP_DirOpenIcon:
    case SP_DirClosedIcon:
        return m_theme.icon(Icon::Folder, Token::Secondary);
    case SP_FileIcon:
        return m_theme.icon(Icon::File, Token::Secondary);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace odc
