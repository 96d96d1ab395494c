// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

/** Files of purpose "batch" expire after this many seconds unless told otherwise; others never do. */
inline constexpr qint64 defaultBatchLifetime = 30 * 24 * 3600;

/** Throws ApiFault 400 unless a file of that name may be uploaded for \p purpose. \p fileParam is the parameter
 * to blame for the name. */
void checkUpload(const QString &purpose, const QString &filename, const QString &fileParam);

/** Throws ApiFault 400 when the service keeps the contents of such files to itself. */
void checkDownload(const QString &purpose);

} // namespace odc::server
