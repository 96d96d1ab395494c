// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace odc {

/// How many curves side by side have colours of their own.
constexpr int curveColourCount = 10;

/// The colour of the n-th thing drawn as a curve; beyond the count they begin again. At least 3:1 against
/// Token::Base in light and dark, and ordered so that the first ones differ in lightness or along blue and
/// yellow as well, which people who do not tell red from green see.
QColor curveColour(int index, bool dark);

} // namespace odc
