// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodel.h"

namespace odc {

/// Where a number or a row of the overview leads to.
struct OverviewTarget
{
    QString page;   ///< "batches"; "changes" and "ended" are the overview's own lists
    QString object; ///< id; empty: the list, with `filter`
    QString filter;
    bool isNull() const { return page.isEmpty(); }
    friend bool operator==(const OverviewTarget &, const OverviewTarget &) = default;
};

/// A row of one of the overview's short lists.
struct OverviewRow
{
    QString id;
    int rank = 0; ///< from the top
    Tone tone = Tone::None;
    QString text;
    QString value; ///< at the end of the row
    QString note;  ///< behind it, where there is room
    QString toolTip{};
    CellProgress bar{-1};
    OverviewTarget target{};
    QJsonObject toJson() const { return {}; }
    friend bool operator==(const OverviewRow &, const OverviewRow &) = default;
};

/// A short list of the overview, in the order of its ranks. Rows keep their places and the cursor through
/// every refresh.
class OverviewRowsModel final : public RowModel<OverviewRow>
{
    Q_OBJECT
public:
    enum Column { Text, Bar, Value, Note };

    explicit OverviewRowsModel(QObject *parent = nullptr);
    /// All rows, from the top; ranks are given here.
    void setRows(QList<OverviewRow> rows);

protected:
    QVariant cell(const OverviewRow &row, int column, int role) const override;
    QVariant raw(const OverviewRow &row, int column) const override;
    int compare(int column, const OverviewRow &left, const OverviewRow &right) const override;
};

} // namespace odc
