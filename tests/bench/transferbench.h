// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace odc::bench {

/// One file of 512 MiB up and down, by the console's jobs and by curl.
void transfers(const QUrl &baseUrl, int runs);

} // namespace odc::bench
