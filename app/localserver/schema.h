// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace odc::server {

/**
 * Statements that lead from one schema version to the next, oldest first: a database of version n lacks the
 * steps from index n on. A new area appends one step; steps that were released never change.
 */
QList<QStringList> schemaSteps();

} // namespace odc::server
