// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

/**
 * The stem of an English word in lower case, by M. F. Porter's "An algorithm for suffix stripping" (1980)
 * with the amendments that NLTK has made the usual ones ("dies" -> "die", "enjoy" stays, a few irregular
 * words). Words of other languages come out unchanged, or lose an ending that looks English;
 * those of more than 100 letters come out unchanged.
 */
QString porterStem(const QString &word);

} // namespace odc::server
