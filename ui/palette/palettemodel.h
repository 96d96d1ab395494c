// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletterow.h"

#include <QAbstractListModel>

namespace odc {

/// The rows of the palette. They are replaced where they are, so that the list never scrolls by itself. GUI
/// thread.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<PaletteRow> &rows);
    const QList<PaletteRow> &rows() const { return m_rows; }
    /// Null when there is no such row.
    const PaletteRow *at(int row) const;
    /// -1: it is not there.
    int rowOf(const PaletteRow &wanted) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<PaletteRow> m_rows;
};

} // namespace odc
