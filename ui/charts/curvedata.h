// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/metriclog.h"
#include "finetuning/minmaxpyramid.h"
#include "finetuning/smoothing.h"

namespace odc {

/// What curves are laid side by side by.
enum class CurveAlign {
    Step,
    Time, ///< seconds since the run began
};

/// One metric of one run made ready for drawing: x and values in rows that answer for any stretch what is
/// lowest and highest. Follows its log at the cost of what the log has more.
class CurveData
{
public:
    explicit CurveData(const QString &metric = {}) : m_metric(metric) {}

    /// Takes over what is new in the log; anew when something else than the end is different, or what is
    /// asked for. True when anything changed. `start` is where time begins.
    bool follow(const MetricLog &log, CurveAlign align, double start, double smoothing);

    const QString &metric() const { return m_metric; }
    qsizetype size() const { return qsizetype(m_x.size()); }
    bool isEmpty() const { return m_x.empty(); }
    /// Never falls from one point to the next.
    double x(qsizetype index) const { return m_x[size_t(index)]; }
    /// Of the log's series: by time, points whose time is not known are left out at both ends.
    qsizetype seriesIndex(qsizetype index) const { return m_skipped + index; }
    const MinMaxPyramid &raw() const { return m_raw; }
    /// The raw values where nothing is smoothed.
    const MinMaxPyramid &shown() const { return m_smoothing > 0 ? m_smooth : m_raw; }
    bool isSmoothed() const { return m_smoothing > 0; }

    /// The first point at `x` or behind it; from `hint` on, which is not behind it, in a few looks when it is
    /// near.
    qsizetype indexOf(double x, qsizetype hint = 0) const;
    /// The point nearest to `x`; -1 when there is none.
    qsizetype nearest(double x) const;

private:
    void append(double x, double value);

    QString m_metric;
    CurveAlign m_align = CurveAlign::Step;
    double m_start = 0;
    double m_smoothing = 0;
    Smoother m_smoother;
    std::vector<double> m_x;
    MinMaxPyramid m_raw;
    MinMaxPyramid m_smooth;
    qsizetype m_skipped = 0;
    quint64 m_revision = 0;
    quint64 m_timesRevision = 0;
    bool m_followed = false;
};

} // namespace odc
