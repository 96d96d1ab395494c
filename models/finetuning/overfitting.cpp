// SPDX-License-Identifier: GPL-3.0-or-later
#include "overfitting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc {

namespace {

/// How many jumps from point to point the noise around a place is read from, at least.
constexpr qsizetype noisePoints = 48;

/// The points of a series that are no gaps, their average over a window around each, and what the noise
/// leaves in it.
struct Averaged
{
    std::vector<qint64> steps;
    std::vector<double> values;
    std::vector<double> scatter;

    Averaged(const MetricSeries &series, const OverfittingRule &rule)
    {
        std::vector<double> sums{0};
        std::vector<double> jumps;
        double before = 0;
        for (const MetricPoint &point : series.points()) {
            if (point.isGap())
                continue;
            if (!steps.empty())
                jumps.push_back(std::abs(point.value - before));
            before = point.value;
            steps.push_back(point.step);
            sums.push_back(sums.back() + point.value);
        }
        const qsizetype count = qsizetype(steps.size());
        const qsizetype wide = std::max(qsizetype(rule.window), qsizetype(double(count) * rule.share));
        const qsizetype length = std::max(noisePoints, wide);
        const std::vector<double> noise = noises(jumps, length);
        values.reserve(size_t(count));
        scatter.reserve(size_t(count));
        for (qsizetype i = 0; i < count; ++i) {
            // Near the ends the window shrinks on both sides alike, else a slope would pull the average.
            const qsizetype half = std::min({wide / 2, i, count - 1 - i});
            const double width = double(2 * half + 1);
            values.push_back((sums[size_t(i + half + 1)] - sums[size_t(i - half)]) / width);
            const size_t block = std::min(noise.size() - 1, size_t(i / length));
            scatter.push_back(noise[block] / std::sqrt(width));
        }
    }

    /// Where the last point not behind `step` is; -1 before the first.
    qsizetype indexAt(qint64 step) const
    {
        return std::upper_bound(steps.cbegin(), steps.cend(), step) - steps.cbegin() - 1;
    }
    /// What chance alone may make of the difference between two averages.
    double scatterOf(qsizetype a, qsizetype b) const
    {
        return std::hypot(scatter[size_t(a)], scatter[size_t(b)]);
    }

private:
    /// The standard deviation of the noise, block by block: it shrinks with the loss, so that of the end is
    /// not that of the beginning. The middle one of the jumps from point to point is noise and no trend, and
    /// no outlier moves it; 1.05 makes a standard deviation of it.
    static std::vector<double> noises(std::vector<double> jumps, qsizetype length)
    {
        std::vector<double> all;
        const qsizetype count = qsizetype(jumps.size());
        const qsizetype blocks = std::max<qsizetype>(1, count / length); // the last takes the rest
        for (qsizetype block = 0; block < blocks; ++block) {
            const auto from = jumps.begin() + block * length;
            const auto to = block + 1 == blocks ? jumps.end() : from + length;
            const auto middle = from + (to - from) / 2;
            std::nth_element(from, middle, to);
            all.push_back(middle == to ? 0 : 1.05 * *middle);
        }
        return all;
    }
};

} // namespace

std::optional<Overfitting> findOverfitting(const MetricSeries &train, const MetricSeries &valid,
                                           const OverfittingRule &rule)
{
    if (valid.size() <= rule.points || train.isEmpty())
        return {};
    const Averaged validation(valid, rule);
    const Averaged training(train, rule);
    const auto hasFallen = [&](qint64 from, qint64 to) {
        const qsizetype first = training.indexAt(from);
        const qsizetype last = training.indexAt(to);
        return first >= 0 &&
               training.values[size_t(last)] <
                   training.values[size_t(first)] - rule.noise / 2 * training.scatterOf(first, last);
    };
    qsizetype low = 0;
    int risen = 0;
    for (qsizetype i = 0; i < qsizetype(validation.values.size()); ++i) {
        const double lowest = validation.values[size_t(low)];
        const double value = validation.values[size_t(i)];
        if (value < lowest) {
            low = i;
            risen = 0;
            continue;
        }
        const double needed =
            std::max(rule.rise * std::abs(lowest), rule.noise * validation.scatterOf(low, i));
        risen = value > lowest + needed ? risen + 1 : 0;
        const qint64 lowStep = validation.steps[size_t(low)];
        const qint64 here = validation.steps[size_t(i)];
        if (risen >= rule.points && hasFallen(lowStep, here))
            return Overfitting{lowStep, lowest, here, value};
    }
    return {};
}

QString overfittingRuleText(const OverfittingRule &rule)
{
    const QLocale locale;
    return QCoreApplication::translate(
               "Overfitting",
               "Marked where the validation loss, averaged over %1 of its points or over %2 % of them if "
               "that is more, is lowest, if it is then higher by more than %3 % and than its noise at %4 "
               "points in a row, while the training loss goes on falling.")
        .arg(locale.toString(rule.window), locale.toString(rule.share * 100, 'g', 3),
             locale.toString(rule.rise * 100, 'g', 3), locale.toString(rule.points));
}

} // namespace odc
