// SPDX-License-Identifier: GPL-3.0-or-later
#include "metriclog.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr double exactIntegers = 9007199254740992.0; // beyond it a double has no unit digit
constexpr qsizetype mostMetrics =
    200; // no training measures more, and each is a curve and a line of a legend

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool isCount(const QString &key)
{
    return key == "step"_L1 || key == "step_number"_L1 || key == "total_steps"_L1;
}

std::optional<double> valueOf(const QJsonValue &json)
{
    if (json.isDouble())
        return json.toDouble();
    if (json.isNull())
        return gap;
    const QString text = json.toString().toLower(); // JSON has no word for them, so some write them as texts
    if (text == "nan"_L1 || text == "inf"_L1 || text == "-inf"_L1 || text == "infinity"_L1 ||
        text == "-infinity"_L1)
        return gap;
    return {};
}

bool earlier(const MetricRow &a, const MetricRow &b)
{
    return a.step < b.step;
}

} // namespace

MetricName MetricName::parse(const QString &name)
{
    if (name.startsWith("full_valid_"_L1))
        return {name.mid(11), MetricSplit::FullValid};
    if (name.startsWith("valid_"_L1))
        return {name.mid(6), MetricSplit::Valid};
    if (name.startsWith("train_"_L1))
        return {name.mid(6), MetricSplit::Train};
    return {name, MetricSplit::Train};
}

QString MetricName::canonical(const QString &name)
{
    if (name == "train_accuracy"_L1)
        return u"train_mean_token_accuracy"_s;
    if (name == "valid_accuracy"_L1)
        return u"valid_mean_token_accuracy"_s;
    return name;
}

std::optional<MetricRow> MetricRow::fromJson(const QJsonObject &data, std::optional<qint64> at)
{
    const double step = data.value("step"_L1).toDouble(-1);
    if (!(step >= 0) || step > exactIntegers || step != std::floor(step))
        return {};
    MetricRow row{qint64(step), at, {}};
    for (auto it = data.constBegin(); it != data.constEnd(); ++it) {
        if (isCount(it.key()))
            continue;
        if (const auto value = valueOf(it.value()))
            row.values.append({MetricName::canonical(it.key()), *value});
    }
    return row;
}

qsizetype MetricSeries::indexOf(qint64 step) const
{
    const auto found =
        std::lower_bound(m_points.cbegin(), m_points.cend(), step,
                         [](const MetricPoint &point, qint64 wanted) { return point.step < wanted; });
    return found - m_points.cbegin();
}

std::optional<double> MetricSeries::at(qint64 step) const
{
    const qsizetype index = indexOf(step);
    if (index == size() || m_points[size_t(index)].step != step)
        return {};
    return m_points[size_t(index)].value;
}

const MetricPoint *MetricSeries::nearest(qint64 step) const
{
    if (m_points.empty())
        return nullptr;
    const qsizetype after = indexOf(step);
    if (after == size())
        return &m_points.back();
    const MetricPoint &next = m_points[size_t(after)];
    if (after == 0)
        return &next;
    const MetricPoint &before = m_points[size_t(after) - 1];
    return next.step - step < step - before.step ? &next : &before;
}

bool MetricSeries::improve(size_t index, double value, MetricSource source)
{
    if (source < m_sources[index])
        return false;
    m_sources[index] = source;
    if (same(m_points[index].value, value))
        return false;
    m_points[index].value = value;
    ++m_revision;
    return true;
}

bool MetricSeries::add(const MetricPoint &point, MetricSource source)
{
    const double value = std::isfinite(point.value) ? point.value : gap;
    if (m_points.empty() || m_points.back().step < point.step) {
        m_points.push_back({point.step, value});
        m_sources.push_back(source);
        return true;
    }
    const qsizetype index = indexOf(point.step);
    if (m_points[size_t(index)].step == point.step)
        return improve(size_t(index), value, source);
    m_points.insert(m_points.begin() + index, {point.step, value});
    m_sources.insert(m_sources.begin() + index, source);
    ++m_revision;
    return true;
}

bool MetricSeries::merge(const std::vector<MetricPoint> &points, MetricSource source)
{
    if (points.empty())
        return false;
    bool changed = false;
    if (m_points.empty() || m_points.back().step <= points.front().step) {
        for (const MetricPoint &point : points)
            changed |= add(point, source);
        return changed;
    }
    // What is known of a step first, then what is new: both lists are walked once.
    std::vector<MetricPoint> fresh;
    size_t known = 0;
    for (const MetricPoint &point : points) {
        while (known < m_points.size() && m_points[known].step < point.step)
            ++known;
        const double value = std::isfinite(point.value) ? point.value : gap;
        if (known < m_points.size() && m_points[known].step == point.step)
            changed |= improve(known, value, source);
        else if (!fresh.empty() && fresh.back().step == point.step)
            fresh.back().value = value;
        else
            fresh.push_back({point.step, value});
    }
    if (fresh.empty())
        return changed;
    std::vector<MetricPoint> all;
    std::vector<MetricSource> sources;
    all.reserve(m_points.size() + fresh.size());
    sources.reserve(all.capacity());
    size_t next = 0;
    for (size_t i = 0; i < m_points.size(); ++i) {
        for (; next < fresh.size() && fresh[next].step < m_points[i].step; ++next) {
            all.push_back(fresh[next]);
            sources.push_back(source);
        }
        all.push_back(m_points[i]);
        sources.push_back(m_sources[i]);
    }
    for (; next < fresh.size(); ++next) {
        all.push_back(fresh[next]);
        sources.push_back(source);
    }
    m_points = std::move(all);
    m_sources = std::move(sources);
    ++m_revision;
    return true;
}

bool MetricLog::add(const MetricRow &row, MetricSource source)
{
    bool changed = row.at && addTime(row.step, *row.at);
    for (const auto &[name, value] : row.values) {
        const QString metric = MetricName::canonical(name);
        if (m_series.contains(metric) || m_series.size() < mostMetrics)
            changed |= m_series[metric].add({row.step, value}, source);
    }
    return changed;
}

bool MetricLog::add(QList<MetricRow> rows, MetricSource source)
{
    if (!std::is_sorted(rows.cbegin(), rows.cend(), earlier))
        std::stable_sort(rows.begin(), rows.end(), earlier);
    std::vector<std::pair<qint64, qint64>> times;
    for (const MetricRow &row : std::as_const(rows)) {
        if (row.at)
            times.emplace_back(row.step, *row.at);
    }
    bool changed = addTimes(times);
    QHash<QString, std::vector<MetricPoint>> points;
    for (const MetricRow &row : std::as_const(rows)) {
        for (const auto &[name, value] : row.values)
            points[MetricName::canonical(name)].push_back({row.step, value});
    }
    for (auto it = points.cbegin(); it != points.cend(); ++it) {
        if (m_series.contains(it.key()) || m_series.size() < mostMetrics)
            changed |= m_series[it.key()].merge(it.value(), source);
    }
    return changed;
}

bool MetricLog::add(const MetricLog &other, MetricSource source)
{
    bool changed = addTimes(other.m_times);
    for (auto it = other.m_series.cbegin(); it != other.m_series.cend(); ++it)
        changed |= m_series[it.key()].merge(it->points(), source);
    return changed;
}

QStringList MetricLog::metrics() const
{
    QStringList names = m_series.keys();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        const MetricSplit left = MetricName::parse(a).split;
        const MetricSplit right = MetricName::parse(b).split;
        return left != right ? left < right : a < b;
    });
    return names;
}

const MetricSeries *MetricLog::series(const QString &metric) const
{
    const auto found = m_series.constFind(metric);
    return found == m_series.cend() ? nullptr : &*found;
}

std::optional<qint64> MetricLog::firstStep() const
{
    std::optional<qint64> first;
    for (const MetricSeries &series : m_series) {
        if (!series.isEmpty() && (!first || series.points().front().step < *first))
            first = series.points().front().step;
    }
    return first;
}

std::optional<qint64> MetricLog::lastStep() const
{
    std::optional<qint64> last;
    for (const MetricSeries &series : m_series) {
        if (!series.isEmpty() && (!last || series.points().back().step > *last))
            last = series.points().back().step;
    }
    return last;
}

bool MetricLog::addTime(qint64 step, qint64 at)
{
    if (m_times.empty() || m_times.back().first < step) {
        m_times.emplace_back(step, at);
        return true;
    }
    const auto place = std::lower_bound(m_times.begin(), m_times.end(), step,
                                        [](const auto &time, qint64 wanted) { return time.first < wanted; });
    if (place->first ==
        step) // the first one that said so was there when it happened; others came to it later
        return false;
    m_times.insert(place, {step, at});
    ++m_timesRevision;
    return true;
}

bool MetricLog::addTimes(const std::vector<std::pair<qint64, qint64>> &fresh)
{
    if (fresh.empty())
        return false;
    if (m_times.empty() || m_times.back().first < fresh.front().first) {
        for (const auto &[step, at] : fresh)
            addTime(step, at);
        return true;
    }
    const size_t before = m_times.size();
    std::vector<std::pair<qint64, qint64>> all;
    all.reserve(before + fresh.size());
    const auto byStep = [](const auto &a, const auto &b) { return a.first < b.first; };
    std::merge(m_times.cbegin(), m_times.cend(), fresh.cbegin(), fresh.cend(), std::back_inserter(all),
               byStep);
    all.erase(
        std::unique(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first == b.first; }),
        all.end());
    m_times = std::move(all);
    if (m_times.size() == before)
        return false;
    ++m_timesRevision;
    return true;
}

std::optional<qint64> MetricLog::timeOf(qint64 step) const
{
    const auto place = std::lower_bound(m_times.cbegin(), m_times.cend(), step,
                                        [](const auto &time, qint64 wanted) { return time.first < wanted; });
    if (place == m_times.cend() || place->first != step)
        return {};
    return place->second;
}

std::optional<double> MetricLog::timeNear(qint64 step) const
{
    const auto place = std::lower_bound(m_times.cbegin(), m_times.cend(), step,
                                        [](const auto &time, qint64 wanted) { return time.first < wanted; });
    if (place == m_times.cend())
        return {};
    if (place->first == step)
        return double(place->second);
    if (place == m_times.cbegin())
        return {};
    const auto &before = *(place - 1);
    const double share = double(step - before.first) / double(place->first - before.first);
    return double(before.second) + share * double(place->second - before.second);
}

std::optional<qint64> MetricLog::firstTime() const
{
    return m_times.empty() ? std::nullopt : std::optional(m_times.front().second);
}

} // namespace odc
