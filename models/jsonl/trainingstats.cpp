// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingstats.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The value that `percent` of the sorted ones are not above.
qint64 rankedAt(const std::vector<quint32> &sorted, size_t percent)
{
    const size_t rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<size_t>(rank, 1) - 1];
}

/// 1, 2 or 5 and zeros, so that `steps` of them reach `most`.
qint64 roundStep(qint64 most, int steps)
{
    for (qint64 ten = 1;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (step * steps >= most)
                return step;
        }
    }
}

} // namespace

TrainingSpread spreadOf(std::vector<quint32> &values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return {std::accumulate(values.begin(), values.end(), qint64(0)), values.front(), rankedAt(values, 50),
            rankedAt(values, 95), values.back()};
}

QList<TrainingBin> histogramOf(const std::vector<quint32> &sorted, int most)
{
    if (sorted.empty())
        return {};
    QList<TrainingBin> bins;
    const qint64 usual = std::max<qint64>(rankedAt(sorted, 99), 1);
    const qint64 step = roundStep(usual, most);
    auto from = sorted.begin();
    for (qint64 upTo = step; from != sorted.end() && upTo - step < usual; upTo += step) {
        const auto to = std::upper_bound(from, sorted.end(), upTo);
        bins.append({upTo, to - from});
        from = to;
    }
    if (from != sorted.end())
        bins.append({sorted.back(), sorted.end() - from});
    return bins;
}

qint64 trainingTokenLimit(const QString &model)
{
    const QString base = model.startsWith("ft:"_L1) ? model.section(u':', 1, 1) : model;
    for (const auto &[family, tokens] : {std::pair{"gpt-4.1"_L1, 65'536}, std::pair{"gpt-4o"_L1, 65'536},
                                         std::pair{"gpt-3.5-turbo"_L1, 16'385}}) {
        if (base.startsWith(family))
            return tokens;
    }
    return 0;
}

} // namespace odc
