// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace odc {

/// The lowest and the highest of any stretch of a row of values, without looking at each: so that a curve of
/// 100,000 points is drawn at the cost of the pixels it covers. Grows at the end in constant time. Values are
/// kept in single precision, which no screen tells from double.
class MinMaxPyramid
{
public:
    /// Both are not a number when the stretch holds gaps only, or nothing.
    struct Range
    {
        float low = std::numeric_limits<float>::quiet_NaN();
        float high = std::numeric_limits<float>::quiet_NaN();

        bool isEmpty() const { return low != low; }
    };

    void clear();
    void reserve(qsizetype count);
    /// Not a number is a gap.
    void append(double value);
    qsizetype size() const { return qsizetype(m_values.size()); }
    float value(qsizetype index) const { return m_values[size_t(index)]; }
    /// Of [from, to).
    Range range(qsizetype from, qsizetype to) const;
    Range all() const { return range(0, size()); }

private:
    static constexpr size_t branch = 16;

    std::vector<float> m_values;
    std::vector<std::vector<Range>> m_levels; ///< whole buckets only; each of 16 of the level before
};

} // namespace odc
