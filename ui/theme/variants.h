// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QWidget;

namespace odc {

/// How ConsoleStyle draws a push or tool button.
enum class ButtonRole {
    Default, ///< base with a 1 px line
    Primary, ///< filled with the accent; one a page
    Danger,  ///< red text, never filled
    Flat,    ///< no frame until pointed at: toolbars, icon buttons
    Link,    ///< accent text
};

void setButtonRole(QAbstractButton *button, ButtonRole role);
ButtonRole buttonRole(const QWidget *button);

} // namespace odc
