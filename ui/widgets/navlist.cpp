// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navlist.h"

#include "ui/theme/figures.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace odc {

namespace {

enum NavRole { IdRole = Qt::UserRole + 1, IconRole, CountRole };

class NavDelegate : public QStyledItemDelegate
{
public:
    NavDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {metrics::navHeight, metrics::navHeight + 2}; // 2 px between rows
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool enabled = option.state & QStyle::State_Enabled;
        const bool selected = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(metrics::inside, 1, -metrics::inside, -1);
        if (selected) {
            shapes::box(painter, row, metrics::radius, m_theme.colour(Token::Selection), {});
        } else if (enabled && option.state & QStyle::State_MouseOver) {
            shapes::box(painter, row, metrics::radius, m_theme.colour(Shade::Hover), {});
        }
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
            shapes::focusRing(painter, row, metrics::radius, m_theme.colour(Token::Accent));
        }
        const QRect inner = row.adjusted(metrics::inside + 2, 0, -metrics::inside - 2, 0);
        const auto place = [&option, &inner](Qt::Alignment side, int width) {
            return QStyle::alignedRect(option.direction, side | Qt::AlignVCenter, {width, inner.height()},
                                       inner);
        };

        const Token iconToken = selected ? Token::Accent : Token::Secondary;
        m_theme.icons().paint(painter, place(Qt::AlignLeft, metrics::iconSize),
                              static_cast<Icon>(index.data(IconRole).toInt()),
                              enabled ? m_theme.colour(iconToken) : m_theme.colour(Shade::Disabled));

        const QString count = index.data(CountRole).toString();
        painter->setFont(m_theme.font(selected ? Theme::FontRole::Section : Theme::FontRole::Small));
        const int countWidth = figures::width(painter->font(), count);
        painter->setPen(enabled ? m_theme.colour(Token::Secondary) : m_theme.colour(Shade::Disabled));
        figures::draw(painter, place(Qt::AlignRight, countWidth), Qt::AlignLeft, count);

        painter->setFont(m_theme.font(selected ? Theme::FontRole::Strong : Theme::FontRole::Body));
        painter->setPen(enabled ? m_theme.colour(Token::Text) : m_theme.colour(Shade::Disabled));
        const int lead = metrics::iconSize + metrics::inside + 2;
        const QRect text = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter,
                                               {inner.width() - lead, inner.height()}, inner);
        const int room = text.width() - (count.isEmpty() ? 0 : countWidth + metrics::inside);
        painter->drawText(text,
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    }

private:
    const Theme &m_theme;
};

} // namespace

NavList::NavList(const Theme &theme, QWidget *parent)
    : QListView(parent), m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setItemDelegate(new NavDelegate(theme, this));
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false); // what it stands on shows through: its ground, and the line at its edge
    setAccessibleName(tr("Navigation"));
}

void NavList::addItem(const QString &id, Icon icon, const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setData(id, IdRole);
    item->setData(static_cast<int>(icon), IconRole);
    describe(item);
    m_items->appendRow(item);
}

QStandardItem *NavList::find(const QString &id) const
{
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->data(IdRole).toString() == id) {
            return m_items->item(row);
        }
    }
    return nullptr;
}

void NavList::describe(QStandardItem *item)
{
    const QString count = item->data(CountRole).toString();
    item->setData(count.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), count),
                  Qt::AccessibleTextRole);
}

void NavList::setCount(const QString &id, const QString &count)
{
    if (QStandardItem *item = find(id); item && item->data(CountRole).toString() != count) {
        item->setData(count, CountRole);
        describe(item);
    }
}

void NavList::setItemVisible(const QString &id, bool visible)
{
    if (const QStandardItem *item = find(id)) {
        setRowHidden(item->row(), !visible);
    }
}

void NavList::setItemEnabled(const QString &id, bool enabled)
{
    if (QStandardItem *item = find(id)) {
        item->setEnabled(enabled);
    }
}

QString NavList::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

void NavList::setCurrentId(const QString &id)
{
    if (const QStandardItem *item = find(id)) {
        setCurrentIndex(item->index());
    }
}

QStringList NavList::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        ids.append(m_items->item(row)->data(IdRole).toString());
    }
    return ids;
}

QSize NavList::sizeHint() const
{
    return {metrics::navWidth, m_items->rowCount() * (metrics::navHeight + 2)};
}

QSize NavList::minimumSizeHint() const
{
    return {metrics::navHeight + 2 * metrics::inside, metrics::navHeight};
}

void NavList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid()) {
        Q_EMIT currentIdChanged(current.data(IdRole).toString());
    }
}

void NavList::keyPressEvent(QKeyEvent *event)
{
    QScopedValueRollback guard(m_stepping, true);
    QListView::keyPressEvent(event);
}

} // namespace odc
