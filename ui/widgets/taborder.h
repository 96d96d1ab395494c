// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace odc {

/// Has the Tab key go from `previous`, which takes the keyboard, into what takes it in `container`, in the order that is
/// there. What is made late stands at the end of the window's order otherwise, wherever it is on the screen. Both are in the
/// same window.
void putBehind(QWidget *previous, QWidget *container);

} // namespace odc
