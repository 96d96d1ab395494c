// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace odc::server {

/**
 * Throws ApiFault 400 unless \p source is a data source of a run as the contract has them: jsonl, completions
 * or responses, in all their variants. Rows in it are checked against \p itemSchema (empty = unknown).
 */
void checkDataSource(const QJsonObject &source, const QString &param, const QJsonObject &itemSchema);

} // namespace odc::server
