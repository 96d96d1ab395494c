// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

class QUrl;

namespace odc {

/// Whether this is the service whose makers have said when its fine-tuning ends.
bool isHostedService(const QUrl &baseUrl);
/// The last day on which anybody can create a job there; tuned models go on answering.
QDate lastDayOfHostedJobs();
/// The day on which the evals there, and their runs, go.
QDate lastDayOfHostedEvals();

} // namespace odc
