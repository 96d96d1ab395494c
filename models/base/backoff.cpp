// SPDX-License-Identifier: GPL-3.0-or-later
#include "backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace odc {

RandomSource systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

qint64 backoffDelayMs(int retry, const RandomSource &random)
{
    const double base = std::min(500.0 * std::pow(2.0, std::max(0, retry)), 8000.0);
    return qint64(std::llround(base * (1.0 - 0.25 * random())));
}

qint64 acceptedServerDelayMs(qint64 askedMs)
{
    constexpr qint64 longest = 120'000;
    return askedMs >= 0 && askedMs <= longest ? askedMs : -1;
}

} // namespace odc
