// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratehistory.h"

#include <algorithm>

namespace odc {

void RateHistory::add(const Sample &sample)
{
    m_samples << sample;
    const auto young = std::find_if(m_samples.cbegin(), m_samples.cend(),
                                    [&](const Sample &old) { return sample.atMs - old.atMs <= spanMs; });
    m_samples.erase(m_samples.cbegin(), young);
}

double RateHistory::peak() const
{
    double highest = 0;
    for (const Sample &sample : m_samples)
        highest = std::max({highest, sample.upload, sample.download});
    return highest;
}

} // namespace odc
