// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/celllayout.h"

#include <QTableView>

namespace odc {

class ScrollAnchor;
class Theme;

/// A table of cells that are chosen one by one, and edited where the model lets them be, as in a spreadsheet. It
/// scrolls sideways, because there can be any number of columns; the first one stays where it is. Keys of a
/// spreadsheet are its own, whatever shortcuts the page has.
class CellGrid final : public QTableView, public CellLayout
{
    Q_OBJECT
public:
    explicit CellGrid(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The column that stays, as a view of its own.
    QTableView *frozen() const { return m_frozen; }
    /// After columns were hidden or came.
    void placeFrozen();
    /// False while something else is said in place of the rows.
    void setFrozenShown(bool shown);
    /// By rows, then by columns as seen; hidden ones are not among them.
    QModelIndexList selectedCells() const;
    /// Columns as seen.
    QList<int> shownColumns() const;

    int leadingPadding(int column) const override;
    int trailingPadding(int column) const override;
    bool isFirstShown(int) const override { return false; } // the cell with the cursor is marked, not its row
    bool isHovered(const QModelIndex &index) const override { return index.row() == m_hoveredRow; }

    void keyboardSearch(const QString &) override {}
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void copyRequested();
    void pasteRequested();
    void clearRequested();
    void undoRequested();
    void redoRequested();
    /// Space on a cell.
    void toggleRequested(const QModelIndex &index);
    void headerMenuRequested(int column, const QPoint &globalPos);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void updateGeometries() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    class FrozenColumn;
    bool isOwnKey(const QKeyEvent &event) const;
    void setHoveredRow(int row);

    FrozenColumn *m_frozenColumn;
    QTableView *m_frozen;
    ScrollAnchor *m_anchor;
    bool m_frozenShown = true;
    int m_hoveredRow = -1;
};

} // namespace odc
