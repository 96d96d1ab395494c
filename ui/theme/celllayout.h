// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QWidget;

namespace odc {

/// What a table of the console tells those who draw its cells and headers, and lie below it in the house: the
/// style and the delegates. TableView is one.
class CellLayout
{
public:
    /// `view` as one; null when it is another kind of widget, or null.
    static const CellLayout *of(const QWidget *view);

    /// Room before and after a cell's content, in pixels, by logical column.
    virtual int leadingPadding(int column) const = 0;
    virtual int trailingPadding(int column) const = 0;
    /// The same of the header's section; of a tree other than its cells', which are indented.
    virtual int headerPadding(int column) const { return leadingPadding(column); }
    /// Whether the column is the first one on the screen.
    virtual bool isFirstShown(int column) const = 0;
    /// Whether the mouse points at the cell's row, as a whole.
    virtual bool isHovered(const QModelIndex &index) const = 0;

protected:
    CellLayout() = default;
    CellLayout(const CellLayout &) = default;
    CellLayout &operator=(const CellLayout &) = default;
    ~CellLayout() = default;
};

} // namespace odc
