// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemspane.h"

namespace odc {

ItemsPane::ItemsPane(const PageContext &, QWidget *parent) : QWidget(parent) {}

ItemsPane::~ItemsPane() = default;

void ItemsPane::setRun(const EvalObject &, const EvalRun &) {}

void ItemsPane::clear() {}

QList<QAction *> ItemsPane::ownActions() const
{
    return {};
}

} // namespace odc
