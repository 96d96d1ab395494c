// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace odc::bench {

/// One file of 512 MiB up and down, by the console's jobs and by curl.
void transfers(const QUrl &baseUrl, int runs);

/// 2 GiB by the Uploads API, beside curl that sends the same parts over one connection, one after the other.
void uploadInParts(const QUrl &baseUrl, int runs);

} // namespace odc::bench
