// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths and habits of ConsoleStyle.
#include "ui/theme/consolestyle.h"

#include "ui/theme/celllayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"

#include <QAbstractItemView>
#include <QGroupBox>
#include <QStyleOption>

namespace odc {

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
        return metrics::iconSize;
    case PM_MessageBoxIconSize:
        return metrics::navHeight;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::checkBox;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_HeaderMargin:
        return metrics::inside;
    case PM_FocusFrameHMargin: // beside the text of a cell: it stands below its header; lists of ours have their own
        return qobject_cast<const QAbstractItemView *>(widget) && !CellLayout::of(widget) ? metrics::inside - 1
                                                                                         : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return metrics::scrollBar;
    case PM_ScrollBarSliderMin:
        return metrics::navHeight;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_ToolBarHandleExtent:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return metrics::lineWidth;
    case PM_DockWidgetSeparatorExtent:
        return 5; // one line is drawn in it, the rest is for the pointer
    case PM_DockWidgetTitleMargin:
    case PM_MenuVMargin:
    case PM_MenuHMargin:
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
        return metrics::tight;
    case PM_MenuBarItemSpacing:
    case PM_MenuBarVMargin:
        return 2;
    case PM_MenuBarHMargin:
        return metrics::tight;
    case PM_DefaultFrameWidth:
        // Wide enough for a viewport with square corners to stay inside the round frame.
        return widget && widget->inherits("QFrame") ? 2 : 1;
    case PM_ToolTipLabelFrameWidth:
        return metrics::tight + 2;
    case PM_TreeViewIndentation:
        return metrics::edge;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::inside;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return qobject_cast<const QGroupBox *>(widget) ? 0
               : widget && widget->isWindow()          ? metrics::edge
                                                       : metrics::between;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_MessageBox_CenterButtons:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_Transient:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Splitter_OpaqueResize:
    case SH_Menu_MouseTracking:
    case SH_Menu_AllowActiveAndDisabled: // what is not possible now can be pointed at, and read aloud
    case SH_MenuBar_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
        return 1;
    case SH_Table_GridLineColor:
        return int(m_theme.colour(Token::Line).rgb());
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    const auto atLeast = [](QSize size, int height) {
        return QSize(size.width(), qMax(size.height(), height));
    };
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        int width = contents.width();
        if (button && button->text.isEmpty()) {
            return atLeast({metrics::buttonHeight, metrics::buttonHeight}, contents.height());
        }
        if (button && !button->icon.isNull()) {
            width += metrics::tight; // between icon and text it is 8, Qt counts 4
        }
        if (button && button->features & QStyleOptionButton::HasMenu) {
            width += metrics::iconSize;
        }
        const bool link = buttonRole(widget) == ButtonRole::Link;
        return {width + 2 * (link ? metrics::tight : metrics::between),
                qMax(metrics::buttonHeight, contents.height() + 2 * metrics::tight)};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button || button->text.isEmpty() || button->toolButtonStyle == Qt::ToolButtonIconOnly) {
            const int side = qMax(contents.height() + metrics::inside, metrics::rowHeight - metrics::tight);
            return {qMax(contents.width() + metrics::inside, side), side};
        }
        return {contents.width() + 2 * metrics::inside + metrics::tight, metrics::buttonHeight};
    }
    case CT_SpinBox: { // its contents are a line edit that was given its own frame's height already
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), qMax(metrics::buttonHeight, option->fontMetrics.height() + 2 * metrics::tight)};
    }
    case CT_LineEdit:
        return atLeast(QProxyStyle::sizeFromContents(type, option, contents, widget), metrics::buttonHeight);
    case CT_ComboBox: {
        const QSize size(contents.width() + 2 * metrics::between + metrics::iconSize, contents.height());
        return atLeast(size, metrics::buttonHeight);
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        return header && header->orientation == Qt::Vertical ? size
                                                             : QSize(size.width(), metrics::headerHeight);
    }
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab) {
            break;
        }
        // As wide as its semibold text, so that choosing a tab moves none.
        const QFontMetrics strong(m_theme.font(Theme::FontRole::Strong));
        int width = strong.size(Qt::TextShowMnemonic, tab->text).width() + metrics::edge + metrics::tight;
        if (!tab->icon.isNull()) {
            width += metrics::iconSize + metrics::tight;
        }
        width += tab->leftButtonSize.width() + tab->rightButtonSize.width();
        return {width, metrics::navHeight};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return {contents.width(), 2 * metrics::tight + 1};
        }
        int around = metrics::inside + metrics::iconSize + metrics::inside + metrics::edge;
        if (item && item->checkType != QStyleOptionMenuItem::NotCheckable && !item->icon.isNull()) {
            around += metrics::iconSize + metrics::inside; // the icon stands beside the tick
        }
        const int gap = item && item->text.contains(u'\t') ? 2 * metrics::edge : 0;
        return {contents.width() + around + gap + metrics::inside, metrics::rowHeight};
    }
    case CT_MenuBarItem:
        return {contents.width() + 2 * metrics::inside, metrics::rowHeight - metrics::tight};
    case CT_ProgressBar: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), metrics::barHeight};
    }
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return atLeast(size, metrics::rowHeight);
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

} // namespace odc
