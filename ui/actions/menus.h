// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMenu;
class QPoint;
class QWidget;

namespace odc {

/// Appends actions to a menu; null ones are separators.
void fillMenu(QMenu &menu, const QList<QAction *> &actions);
/// Opens a context menu of these at a place on the screen. It belongs to `owner` and goes when it is closed.
void popUpMenu(QWidget *owner, const QList<QAction *> &actions, const QPoint &globalPos);

} // namespace odc
