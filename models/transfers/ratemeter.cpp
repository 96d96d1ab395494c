// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratemeter.h"

namespace odc {

namespace {

constexpr qint64 windowMs = 5'000;
constexpr qint64 leastMs = 500;
constexpr qint64 sampleEveryMs = 100;

} // namespace

void RateMeter::take(qint64 nowMs, qint64 bytes)
{
    if (!m_samples.isEmpty() && bytes < m_samples.last().second)
        m_samples.clear();
    if (m_samples.size() > 1 && nowMs - m_samples.at(m_samples.size() - 2).first < sampleEveryMs)
        m_samples.last() = {nowMs, bytes};
    else
        m_samples.append({nowMs, bytes});
    while (m_samples.size() > 2 && nowMs - m_samples.at(1).first >= windowMs)
        m_samples.removeFirst();
}

double RateMeter::rate() const
{
    if (m_samples.size() < 2)
        return 0;
    const auto [fromMs, fromBytes] = m_samples.first();
    const auto [toMs, toBytes] = m_samples.last();
    return toMs - fromMs >= leastMs ? double(toBytes - fromBytes) * 1000 / double(toMs - fromMs) : 0;
}

} // namespace odc
