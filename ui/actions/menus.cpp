// SPDX-License-Identifier: GPL-3.0-or-later
#include "menus.h"

#include <QMenu>

namespace odc {

void fillMenu(QMenu &menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
}

void popUpMenu(QWidget *owner, const QList<QAction *> &actions, const QPoint &globalPos)
{
    auto *menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, actions);
    menu->popup(globalPos);
}

} // namespace odc
