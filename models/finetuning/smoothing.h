// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace odc {

/// The exponential moving average of values that come one after the other, free of the pull of its start: the
/// first value is given back as it is. Gaps stay gaps and leave the average alone.
class Smoother
{
public:
    static constexpr double most = 0.99;

    /// 0 leaves values as they are; the closer to 1, the smoother. Beyond `most` it is `most`.
    explicit Smoother(double weight = 0);

    double weight() const { return m_weight; }
    /// The smoothed value; not a number when `value` is none.
    double add(double value);

private:
    double m_weight = 0;
    double m_sum = 0;
    double m_missing = 1; ///< weight that no value has taken yet
};

/// All of them at once.
std::vector<double> smoothed(const std::vector<double> &values, double weight);

} // namespace odc
