// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace odc {

/// What a page asks of one column. Widths are in device independent pixels and include the cell's padding.
struct ColumnSpec
{
    int width = 100;      ///< as it starts out, and when the user did not change it
    int minimum = 60;     ///< never narrower; a user cannot drag it below
    bool stretch = false; ///< takes of the spare width after the first column has its fill
    int maximum = 0;      ///< of the spare width, none beyond this; 0: no bound
    bool expendable = false; ///< goes before all others when there is no room for it
    bool vital = false;      ///< goes after all others
    bool shown = true;    ///< before the user has said anything
};

/// One column as it is laid out; in the order seen on the screen.
struct ColumnPlace
{
    int column = 0; ///< logical
    int width = 0;
    bool dropped = false; ///< wanted, but the window has no room for it
};

/// Which of the wanted columns fit into `available`, and how wide each is: the first never goes below its
/// minimum, the others keep their width, and columns that do not fit are dropped from the end, expendable ones first and vital ones last. Spare
/// width goes to the first column up to its maximum, then in equal shares to the stretching ones, and what is left
/// to the first again. `order` holds the logical columns to show, as seen; `specs` and `widths` are by
/// logical column.
QList<ColumnPlace> placeColumns(const QList<int> &order, const QList<ColumnSpec> &specs,
                                const QList<int> &widths, int available);

} // namespace odc
