// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvedata.h"

#include <algorithm>

namespace odc {

bool CurveData::follow(const MetricLog &log, CurveAlign align, double start, double smoothing)
{
    const MetricSeries *series = log.series(m_metric);
    const quint64 revision = series ? series->revision() : 0;
    const bool byTime = align == CurveAlign::Time;
    const bool samePoints = m_followed && m_align == align && m_revision == revision &&
                            (!byTime || (m_timesRevision == log.timesRevision() && m_start == start));
    const bool same = samePoints && m_smoothing == smoothing;
    const qsizetype before = size();
    if (!same) {
        m_smooth.clear();
        m_smoother = Smoother(smoothing);
        m_smoothing = smoothing;
    }
    if (!samePoints) {
        m_x.clear();
        m_raw.clear();
        m_skipped = 0;
        m_align = align;
        m_start = start;
        m_revision = revision;
        m_timesRevision = log.timesRevision();
        m_followed = true;
    }
    if (!series)
        return !same;
    const std::vector<MetricPoint> &points = series->points();
    // A slider goes through a hundred of them, and the points are where they were.
    if (m_smoothing > 0) {
        for (qsizetype i = m_smooth.size(); i < size(); ++i)
            m_smooth.append(m_smoother.add(points[size_t(m_skipped + i)].value));
    }
    if (m_x.empty()) {
        m_x.reserve(points.size());
        m_raw.reserve(qsizetype(points.size()));
    }
    for (size_t i = size_t(m_skipped + size()); i < points.size(); ++i) {
        if (!byTime) {
            append(double(points[i].step), points[i].value);
            continue;
        }
        const auto time = log.timeNear(points[i].step);
        if (time)
            append(m_x.empty() ? *time - start : std::max(*time - start, m_x.back()), points[i].value);
        else if (m_x.empty())
            ++m_skipped;
        else
            break; // its time comes with what follows
    }
    return !same || size() != before;
}

void CurveData::append(double x, double value)
{
    m_x.push_back(x);
    m_raw.append(value);
    if (m_smoothing > 0)
        m_smooth.append(m_smoother.add(value));
}

qsizetype CurveData::indexOf(double x, qsizetype hint) const
{
    const qsizetype count = size();
    qsizetype from = std::clamp<qsizetype>(hint, 0, count);
    // Strides that double until they are behind x: what is near costs little, and what is far no more than a
    // search.
    qsizetype stride = 8;
    while (from + stride < count && m_x[size_t(from + stride)] < x) {
        from += stride;
        stride *= 2;
    }
    const qsizetype to = std::min(count, from + stride + 1);
    return std::lower_bound(m_x.cbegin() + from, m_x.cbegin() + to, x) - m_x.cbegin();
}

qsizetype CurveData::nearest(double x) const
{
    if (m_x.empty())
        return -1;
    const qsizetype after = indexOf(x);
    if (after == size())
        return after - 1;
    if (after == 0)
        return 0;
    return m_x[size_t(after)] - x < x - m_x[size_t(after) - 1] ? after : after - 1;
}

} // namespace odc
