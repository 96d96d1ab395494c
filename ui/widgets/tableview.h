// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/celllayout.h"
#include "ui/widgets/columnlayout.h"

#include <QTableView>

class QMenu;

namespace odc {

class HeaderColumns;
class ScrollAnchor;
class Theme;

/// A table as every list of the console shows it: rows of 28 px selected as a whole, no vertical lines,
/// sorted column marked, the first column takes the spare width, and columns the window cannot hold are
/// dropped from the right and come back. Cells with a ToneRole are drawn as states; other columns can be
/// given a ProgressDelegate. Rows stay where they are on the screen while others come and go above them. The model sorts through its SortRole; give the view a proxy.
class TableView : public QTableView, public CellLayout
{
    Q_OBJECT

public:
    explicit TableView(const Theme &theme, QWidget *parent = nullptr);

    /// By logical column; columns beyond the list get a default. Forgets what the user had changed.
    void setColumns(const QList<ColumnSpec> &columns);
    /// The same, of columns that came behind those there were: what the user changed of these stays.
    void addColumns(const QList<ColumnSpec> &columns);
    void setModel(QAbstractItemModel *model) override;

    /// Whether the column is wanted; it may still be dropped for lack of room. The first column is always
    /// shown.
    void setColumnShown(int column, bool shown);
    bool isColumnShown(int column) const;
    /// Nothing is in it, in any row: it is left out until there is something, or until it is chosen in the menu.
    void setColumnVacant(int column, bool vacant);
    /// Wanted, but not on the screen because the window is too narrow.
    bool isColumnDropped(int column) const;
    /// Wanted columns as seen, left to right, dropped ones included.
    QList<int> shownColumns() const;

    /// A menu with a check mark for each column; the ones without room say so. Owned by the caller.
    QMenu *createColumnMenu(QWidget *parent);

    /// Widths, order, wanted columns and sorting, to be kept in settings.
    QByteArray saveState() const;
    /// False, and nothing changed, when the bytes are not a state or are of another number of columns.
    bool restoreState(const QByteArray &state);
    /// Back to setColumns(), unsorted columns' order included.
    void resetColumns();

    /// Room before the first and after the last column, 16 at page edges; small tables in details take 8.
    void setEdgePadding(int padding);

    int leadingPadding(int column) const override;
    int trailingPadding(int column) const override;
    bool isFirstShown(int column) const override;
    bool isHovered(const QModelIndex &index) const override { return index.row() == m_hoveredRow; }

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// Ctrl+C was pressed and no action took it.
    void copyRequested();
    /// The user changed a width, the order, the choice of columns or the sorting: time to save.
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;

private:
    void setHoveredRow(int row);
    void updateRow(int row);

    ScrollAnchor *m_anchor;
    HeaderColumns *m_columns;
    int m_edgePadding;
    int m_hoveredRow = -1;
};

} // namespace odc
