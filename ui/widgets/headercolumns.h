// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/columnlayout.h"

#include <QSet>
#include <QWidget>

class QAbstractItemView;
class QHeaderView;
class QMenu;

namespace odc {

/// Goes on with the header above the scroll bar.
class HeaderCorner : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderCorner(QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The columns of a table or a tree: which are wanted, how wide, and which of them the window has room for. The first
/// one takes the spare width, and what does not fit is dropped from the right and comes back. Owned by the view.
class HeaderColumns : public QObject
{
    Q_OBJECT

public:
    HeaderColumns(QHeaderView *header, QAbstractItemView *view);
    /// Takes the header over. The view holds this already: it is asked to lay out by what is done here.
    void setUp();

    /// By logical column; columns beyond the list get a default. Forgets what the user had changed.
    void setColumns(const QList<ColumnSpec> &columns);
    /// The same, of columns that came behind those setColumns() was told of: what the user changed of these stays.
    void addColumns(const QList<ColumnSpec> &columns);
    /// Whether the column is wanted; it may still be dropped for lack of room. The first column is always shown.
    void setShown(int column, bool shown);
    bool isShown(int column) const;
    /// Nothing is in it, in any row: it is left out however wanted, until there is something, or until it is chosen in
    /// the menu. Not kept in the state: the next rows may have something there.
    void setVacant(int column, bool vacant);
    /// Wanted, but not on the screen because the window is too narrow.
    bool isDropped(int column) const;
    /// Wanted columns as seen, left to right, dropped ones included.
    QList<int> shown() const;
    /// Back to setColumns(), unsorted columns' order included.
    void reset();

    /// A menu with a check mark for each column; the ones without room say so. Owned by the caller.
    QMenu *createMenu(QWidget *parent);
    /// Widths, order, wanted columns and sorting, to be kept in settings.
    QByteArray saveState() const;
    /// False, and nothing changed, when the bytes are not a state or are of another number of columns.
    bool restoreState(const QByteArray &state);

    /// Fits the columns into the view as wide as it is now.
    void layOut();
    /// The model may have another number of columns.
    void takeCount();
    int first() const { return m_first; } ///< logical column seen first
    int last() const { return m_last; }   ///< and last

Q_SIGNALS:
    /// The user changed a width, the order, the choice of columns or the sorting: time to save.
    void changed();
    /// A restored state is sorted so.
    void sortWanted(int column, Qt::SortOrder order);

private:
    bool isLeftOut(int column) const { return m_vacant.contains(column) && !m_insisted.contains(column); }
    /// Wanted columns that have something to show, as seen.
    QList<int> order() const;
    void sectionResized(int column, int oldSize, int newSize);
    void showMenu(const QPoint &pos);

    QHeaderView *m_header;
    QAbstractItemView *m_view;
    QList<ColumnSpec> m_given; // as setColumns() had them
    QList<ColumnSpec> m_specs; // one for each column of the model
    QList<int> m_widths;       // wanted, by logical column
    QList<bool> m_shown;       // wanted, by logical column
    QList<bool> m_dropped;
    QSet<int> m_vacant;
    QSet<int> m_insisted; // vacant ones a person wants to see all the same
    int m_first = 0;
    int m_last = 0;
    bool m_layingOut = false;
};

} // namespace odc
