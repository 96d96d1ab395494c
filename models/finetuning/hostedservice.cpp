// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostedservice.h"

#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

bool isHostedService(const QUrl &baseUrl)
{
    return baseUrl.host().compare("api.openai.com"_L1, Qt::CaseInsensitive) == 0;
}

QDate lastDayOfHostedJobs()
{
    return {2027, 1, 6};
}

QDate lastDayOfHostedEvals()
{
    return {2026, 11, 30};
}

} // namespace odc
