// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QWidget;

namespace odc {

/// Has the Tab key go from `previous`, which takes the keyboard, into what takes it in `container`, in the order that is
/// there. What is made late stands at the end of the window's order otherwise, wherever it is on the screen. Both are in the
/// same window.
void putBehind(QWidget *previous, QWidget *container);

/// Has the Tab key go from the first through the others, as they are given. Those that take no keyboard, and null, are left
/// out: nothing can stand behind them.
void putInOrder(std::initializer_list<QWidget *> parts);

} // namespace odc
