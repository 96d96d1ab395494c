// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
#include <QStringList>

namespace odc {

class Theme;

namespace gallery {

QStringList names();
/// A window of 1440 x 900 that shows one family of widgets; null for an unknown name.
QWidget *sheet(const QString &name, Theme &theme);

} // namespace gallery
} // namespace odc
