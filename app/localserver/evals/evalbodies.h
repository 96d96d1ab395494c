// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace odc::server {

/** The eval that the body of a create makes, but for id and created_at. Throws ApiFault 400. */
QJsonObject evalFromBody(const QJsonObject &body);

/** The members of an eval that the body of an update replaces: name, metadata. Throws ApiFault 400. */
QJsonObject evalChangesFromBody(const QJsonObject &body);

/** The run of \p eval that the body of a create makes, queued, but for id and created_at. Rows in the body
 * itself are checked against the eval's schema. Throws ApiFault 400. */
QJsonObject runFromBody(const QJsonObject &body, const QJsonObject &eval);

/** Where a report of the run would be. There is no page to be linked to; what is required to be a URI is one
 * that no browser opens. */
QString reportUrl(const QString &evalId, const QString &runId);

/** The schema of the items of \p eval; empty where none is known. */
QJsonObject itemSchemaOf(const QJsonObject &eval);

} // namespace odc::server
