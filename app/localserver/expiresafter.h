// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace odc::server {

/** The lifetime of a file asked for in the fields name[anchor] and name[seconds] of a form, in seconds after
 * creation; nothing when none was. Throws ApiFault 400. */
std::optional<qint64> expiresAfter(const QMap<QString, QString> &fields, const QString &name);

/** The same out of the member \p name of a JSON body. */
std::optional<qint64> expiresAfter(const QJsonObject &body, const QString &name);

} // namespace odc::server
