// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace odc::csv {

/// A value as a field of RFC 4180, quoted where that is needed. A text that a spreadsheet would run as a
/// formula gets a leading apostrophe: what a file is called, or what a model answered, is somebody else's
/// text.
QString field(const QVariant &value);

} // namespace odc::csv
