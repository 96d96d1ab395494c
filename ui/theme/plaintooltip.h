// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// `text` as a tooltip that shows it letter by letter. A tooltip takes whatever looks like HTML for HTML and would
/// load the files and pictures it names, so no text that is not our own may be a tooltip without this. Line ends and
/// spaces stay, controls and marks that turn the reading direction become visible, long texts are cut. Empty stays
/// empty.
QString plainToolTip(const QString &text);

} // namespace odc
