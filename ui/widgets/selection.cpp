// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/selection.h"

#include <QItemSelectionModel>

namespace odc {

void selectIfNothingIs(QItemSelectionModel &selection, const QModelIndex &activated)
{
    if (!selection.hasSelection())
        selection.select(activated, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace odc
