// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

/** What a reader sees of a page, and its title: no scripts, styles or comments. Blocks break lines, white
 * space is folded except in pre, entities are decoded. Any text will do. */
QString htmlText(const QString &html);

} // namespace odc::server
