// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace odc {

/// A text as it is compared when it is looked for: UTF-8 without case and diacritics, so that "Übung" is
/// found by "ubung". `places`, where it is given, gets for each byte the UTF-16 unit of `text` it was made
/// of. Any thread.
QByteArray foldedText(QStringView text, std::vector<int> *places = nullptr);

} // namespace odc
