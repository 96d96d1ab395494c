// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::server {

/** A new random id: \p prefix and 22 characters of base62 (130 random bits). */
QString newId(QLatin1String prefix);

/** The same id for the same \p name, every time: seeding twice must not double the data. */
QString stableId(QLatin1String prefix, const QString &name);

/** \p bytes random bytes as hex. */
QByteArray randomHex(int bytes);

} // namespace odc::server
