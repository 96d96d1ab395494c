// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/celllayout.h"

#include <QWidget>

namespace odc {

const CellLayout *CellLayout::of(const QWidget *view)
{
    return dynamic_cast<const CellLayout *>(view);
}

} // namespace odc
