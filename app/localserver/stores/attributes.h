// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace odc::server {

/**
 * The attributes of a store's file as a body gives them: at most 16 pairs, keys of at most 64 characters,
 * values that are texts of at most 512 characters, numbers or booleans. null and undefined become an empty
 * object. Throws ApiFault 400 with \p param.
 */
QJsonObject checkedAttributes(const QJsonValue &value, const QString &param = QStringLiteral("attributes"));

} // namespace odc::server
