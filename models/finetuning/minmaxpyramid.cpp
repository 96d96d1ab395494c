// SPDX-License-Identifier: GPL-3.0-or-later
#include "minmaxpyramid.h"

#include <algorithm>

namespace odc {

namespace {

// Written so that a gap on either side leaves the other.
void take(MinMaxPyramid::Range &range, float low, float high)
{
    if (!(range.low <= low))
        range.low = low == low ? low : range.low;
    if (!(range.high >= high))
        range.high = high == high ? high : range.high;
}

} // namespace

void MinMaxPyramid::clear()
{
    m_values.clear();
    m_levels.clear();
}

void MinMaxPyramid::reserve(qsizetype count)
{
    m_values.reserve(size_t(count));
}

void MinMaxPyramid::append(double value)
{
    m_values.push_back(float(value));
    // A bucket is written once, when its last value has come.
    size_t count = m_values.size();
    for (size_t level = 0; count % branch == 0; ++level, count /= branch) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        Range bucket;
        for (size_t i = count - branch; i < count; ++i) {
            if (level == 0)
                take(bucket, m_values[i], m_values[i]);
            else
                take(bucket, m_levels[level - 1][i].low, m_levels[level - 1][i].high);
        }
        m_levels[level].push_back(bucket);
    }
}

MinMaxPyramid::Range MinMaxPyramid::range(qsizetype from, qsizetype to) const
{
    Range found;
    size_t first = size_t(std::max<qsizetype>(0, from));
    size_t last = size_t(std::clamp<qsizetype>(to, 0, size()));
    if (first >= last)
        return found;
    // Single values up to where whole buckets begin, and behind where they end; the buckets between in the
    // same way.
    const auto single = [&](size_t level, size_t i) {
        if (level == 0)
            take(found, m_values[i], m_values[i]);
        else
            take(found, m_levels[level - 1][i].low, m_levels[level - 1][i].high);
    };
    for (size_t level = 0; first < last; ++level) {
        if (level == m_levels.size() || last - first < 2 * branch) {
            for (; first < last; ++first)
                single(level, first);
            break;
        }
        for (; first % branch != 0; ++first)
            single(level, first);
        for (; last % branch != 0; --last)
            single(level, last - 1);
        first /= branch;
        last /= branch;
    }
    return found;
}

} // namespace odc
