// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>

namespace odc::server {

/**
 * The metadata of an object as a body gives it: at most 16 pairs, keys of at most 64 and text values of at
 * most 512 characters. null and undefined become an empty object. Throws ApiFault 400.
 */
QJsonObject checkedMetadata(const QJsonValue &value, const QString &param = QStringLiteral("metadata"));

} // namespace odc::server
