// SPDX-License-Identifier: GPL-3.0-or-later
#include "overfitting.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc {

namespace {

/// The points of a series that are no gaps, and their average over a window around each.
struct Averaged
{
    std::vector<qint64> steps;
    std::vector<double> values;
    double scatter = 0; ///< what the noise leaves in an average

    Averaged(const MetricSeries &series, int window)
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
        for (qsizetype i = 0; i < count; ++i) {
            // Near the ends the window shrinks on both sides alike, else a slope would pull the average.
            const qsizetype half = std::min({qsizetype(window / 2), i, count - 1 - i});
            values.push_back((sums[size_t(i + half + 1)] - sums[size_t(i - half)]) / double(2 * half + 1));
        }
        if (!jumps.empty()) {
            // The middle one of the jumps from point to point is noise and no trend, and no outlier moves
            // it. 1.05 makes a standard deviation of it.
            const auto middle = jumps.begin() + qsizetype(jumps.size() / 2);
            std::nth_element(jumps.begin(), middle, jumps.end());
            scatter = 1.05 * *middle / std::sqrt(double(std::max(1, window)));
        }
    }

    /// The average at the last point not behind `step`; not a number before the first.
    double at(qint64 step) const
    {
        const auto after = std::upper_bound(steps.cbegin(), steps.cend(), step);
        return after == steps.cbegin() ? std::nan("") : values[size_t(after - steps.cbegin() - 1)];
    }
};

} // namespace

std::optional<Overfitting> findOverfitting(const MetricSeries &train, const MetricSeries &valid,
                                           const OverfittingRule &rule)
{
    if (valid.size() <= rule.points || train.isEmpty())
        return {};
    const Averaged validation(valid, rule.window);
    const Averaged training(train, rule.window);
    size_t low = 0;
    int risen = 0;
    for (size_t i = 0; i < validation.values.size(); ++i) {
        if (validation.values[i] < validation.values[low]) {
            low = i;
            risen = 0;
            continue;
        }
        const double lowest = validation.values[low];
        const double needed = std::max(rule.rise * std::abs(lowest), rule.noise * validation.scatter);
        risen = validation.values[i] > lowest + needed ? risen + 1 : 0;
        const qint64 here = validation.steps[i];
        if (risen >= rule.points &&
            training.at(here) < training.at(validation.steps[low]) - rule.noise * training.scatter / 2)
            return Overfitting{validation.steps[low], lowest, here, validation.values[i]};
    }
    return {};
}

QString overfittingRuleText(const OverfittingRule &rule)
{
    const QLocale locale;
    return QCoreApplication::translate(
               "Overfitting",
               "Marked where the validation loss, averaged over %1 points, is lowest, if it is then higher "
               "by more than "
               "%2 % and than its noise at %3 points in a row, while the training loss goes on falling.")
        .arg(locale.toString(rule.window), locale.toString(rule.rise * 100, 'g', 3),
             locale.toString(rule.points));
}

} // namespace odc
