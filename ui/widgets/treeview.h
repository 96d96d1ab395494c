// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/celllayout.h"
#include "ui/widgets/columnlayout.h"

#include <QPersistentModelIndex>
#include <QTreeView>

namespace odc {

class HeaderColumns;
class ScrollAnchor;
class Theme;

/// A tree as the lists of the console look: rows of 28 px selected as a whole, columns that fit or are dropped from the
/// right, and rows that stay where they are on the screen while others come and go. Its boxes are checked with the
/// mouse or Space. See TableView.
class TreeView : public QTreeView, public CellLayout
{
    Q_OBJECT

public:
    explicit TreeView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Columns, their menu and their state.
    HeaderColumns *columns() const { return m_columns; }

    int leadingPadding(int column) const override;
    int headerPadding(int column) const override;
    int trailingPadding(int column) const override;
    bool isFirstShown(int column) const override;
    bool isHovered(const QModelIndex &index) const override;

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// Ctrl+C was pressed and no action took it.
    void copyRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    /// Marks the keyboard's place at the beginning of its row, before the branches.
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void setHovered(const QModelIndex &index);
    void updateRow(const QModelIndex &index);

    const Theme &m_theme;
    ScrollAnchor *m_anchor;
    HeaderColumns *m_columns;
    QPersistentModelIndex m_hovered;
};

} // namespace odc
