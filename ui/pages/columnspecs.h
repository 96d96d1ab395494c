// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/columnlayout.h"

#include <QList>

namespace odc {

struct ColumnInfo;

/// How the columns of a list or a tree are laid out, from what its model says of them. The first is never narrower than
/// `leastFirst` (or than it wants to be).
QList<ColumnSpec> columnSpecs(const QList<ColumnInfo> &columns, int leastFirst);

} // namespace odc
