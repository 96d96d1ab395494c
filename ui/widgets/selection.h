// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QItemSelectionModel;
class QModelIndex;

namespace odc {

/// For a row that was activated: the keyboard comes from a filter to a row while none is selected, and Enter means that one. A
/// selection that is there stays.
void selectIfNothingIs(QItemSelectionModel &selection, const QModelIndex &activated);

} // namespace odc
