// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoothing.h"

#include <algorithm>
#include <cmath>

namespace odc {

Smoother::Smoother(double weight) : m_weight(std::clamp(std::isnan(weight) ? 0.0 : weight, 0.0, most)) {}

double Smoother::add(double value)
{
    if (std::isnan(value) || m_weight == 0)
        return value;
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_missing *= m_weight;
    return m_sum / (1 - m_missing);
}

std::vector<double> smoothed(const std::vector<double> &values, double weight)
{
    Smoother smoother(weight);
    std::vector<double> all;
    all.reserve(values.size());
    for (const double value : values)
        all.push_back(smoother.add(value));
    return all;
}

} // namespace odc
