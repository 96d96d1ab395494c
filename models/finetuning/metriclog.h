// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace odc {

/// Where a value was read. Of two for the same metric and step the later one in this list stands.
enum class MetricSource : quint8 { Event, Checkpoint, ResultsFile };

/// What a metric was measured on.
enum class MetricSplit {
    Train,
    Valid,     ///< on a part of the validation file, every so many steps
    FullValid, ///< on the whole validation file, at checkpoints
};

/// The name of a metric taken apart: "full_valid_loss" is "loss" on the whole validation file. A name without
/// a known beginning is taken as measured in training.
struct MetricName
{
    QString base;
    MetricSplit split = MetricSplit::Train;

    static MetricName parse(const QString &name);
    /// "train_accuracy" of results files is the "train_mean_token_accuracy" of events and checkpoints.
    static QString canonical(const QString &name);
};

/// One value of one metric. Not a number is a gap: the metric was measured here and gave none, and its line
/// breaks.
struct MetricPoint
{
    qint64 step = 0;
    double value = 0;

    bool isGap() const { return value != value; }
};

/// Values of several metrics at one step, from one source. A metric that was not measured at the step is not
/// in it; one that gave no number is in it as not a number.
struct MetricRow
{
    qint64 step = 0;
    std::optional<qint64> at{}; ///< unix seconds
    QList<std::pair<QString, double>> values{};

    /// Of the `data` of an event, or the `metrics` of a checkpoint; null without a step. Every number is a
    /// metric but the counts of steps; null, "NaN" and the infinities are gaps.
    static std::optional<MetricRow> fromJson(const QJsonObject &data, std::optional<qint64> at = {});
};

/// The points of one metric, by step. A plain value.
class MetricSeries
{
public:
    const std::vector<MetricPoint> &points() const { return m_points; }
    qsizetype size() const { return qsizetype(m_points.size()); }
    bool isEmpty() const { return m_points.empty(); }
    MetricSource source(qsizetype index) const { return m_sources[size_t(index)]; }

    /// Another number when more happened than points coming behind the last one: what was worked out of the
    /// points is void then, and else good for as many as there were.
    quint64 revision() const { return m_revision; }

    /// The first point at this step or after it; size() when there is none.
    qsizetype indexOf(qint64 step) const;
    /// The value at exactly this step; null where none was measured.
    std::optional<double> at(qint64 step) const;
    /// The point nearest to `step`; null when there is none.
    const MetricPoint *nearest(qint64 step) const;

    /// True when the series is different now. Constant time behind the last point.
    bool add(const MetricPoint &point, MetricSource source);
    /// The same of several, sorted by step.
    bool merge(const std::vector<MetricPoint> &points, MetricSource source);

private:
    bool improve(size_t index, double value, MetricSource source);

    std::vector<MetricPoint> m_points;
    std::vector<MetricSource> m_sources;
    quint64 m_revision = 0;
};

/// All that was measured in one training run, put together from its results file, its checkpoints and its
/// events, however often and in whatever order they come: a metric has one value a step. Infinities are gaps.
/// A plain value.
class MetricLog
{
public:
    /// True when anything is different now. Behind the last step it takes constant time.
    bool add(const MetricRow &row, MetricSource source);
    /// The same of many, in any order; much faster than one by one where they go between steps that are
    /// there.
    bool add(QList<MetricRow> rows, MetricSource source);
    /// All of another log, as this source has it; faster still.
    bool add(const MetricLog &other, MetricSource source);

    bool isEmpty() const { return m_series.isEmpty(); }
    /// Names of all metrics, those of training first, sorted.
    QStringList metrics() const;
    /// Null when nothing was measured by this name. Valid until the log changes.
    const MetricSeries *series(const QString &metric) const;
    /// Of all metrics; null while there are none.
    std::optional<qint64> firstStep() const;
    std::optional<qint64> lastStep() const;

    /// When this very step was reached, as one of the sources said; null when none did.
    std::optional<qint64> timeOf(qint64 step) const;
    /// The same, reckoned between the nearest steps whose times are known; null beyond them.
    std::optional<double> timeNear(qint64 step) const;
    bool hasTimes() const { return !m_times.empty(); }
    std::optional<qint64> firstTime() const;
    /// As MetricSeries::revision(), of the times.
    quint64 timesRevision() const { return m_timesRevision; }

private:
    bool addTime(qint64 step, qint64 at);
    bool addTimes(const std::vector<std::pair<qint64, qint64>> &fresh);

    QHash<QString, MetricSeries> m_series;
    std::vector<std::pair<qint64, qint64>> m_times; ///< step and unix seconds, by step
    quint64 m_timesRevision = 0;
};

} // namespace odc
