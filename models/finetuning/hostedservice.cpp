// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostedservice.h"

#include "base/apierror.h"

#include <QUrl>

#include <algorithm>
#include <array>

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

bool saysNoMoreJobs(const ApiError &refusal)
{
    switch (refusal.kind) {
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::MethodNotAllowed:
        return true;
    case ApiError::Kind::NotFound:
        return refusal.param.isEmpty(); // otherwise it is a file or a model that is not there
    case ApiError::Kind::Invalid:
        break;
    default:
        return false;
    }
    // The wire's own words, which are in one language: no code is documented for it.
    constexpr std::array words{"no longer available"_L1, "no longer supported"_L1, "not available for your organization"_L1,
                               "not available to your organization"_L1, "deprecated"_L1, "has been shut down"_L1,
                               "not allowed to create fine-tuning"_L1, "unable to create new fine-tuning"_L1};
    return refusal.param.isEmpty() && std::any_of(words.cbegin(), words.cend(), [&refusal](QLatin1StringView word) {
        return refusal.message.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace odc
