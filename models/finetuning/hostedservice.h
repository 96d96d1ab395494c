// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

class QUrl;

namespace odc {

struct ApiError;

/// Whether this is the service whose makers have said when its fine-tuning ends.
bool isHostedService(const QUrl &baseUrl);
/// The last day on which anybody can create a job there; tuned models go on answering.
QDate lastDayOfHostedJobs();
/// Whether the refusal of a new job means that the account can make none, whatever is in it: no right to, or no such
/// operation any more.
bool saysNoMoreJobs(const ApiError &refusal);

} // namespace odc
