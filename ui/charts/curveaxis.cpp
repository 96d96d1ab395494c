// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curveaxis.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace odc::curveaxis {

using namespace Qt::StringLiterals;

namespace {

constexpr double minute = 60;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;

bool isAxis(double low, double high, int most)
{
    return std::isfinite(low) && std::isfinite(high) && low < high && most > 0;
}

/// The smallest round number that `span` has at most `most` times in it.
double roundStep(double span, int most)
{
    const double least = span / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

template <typename Label> QList<AxisTick> evenly(double low, double high, double step, Label label)
{
    QList<AxisTick> ticks;
    const double first = std::ceil(low / step - 1e-9);
    // Counted, not added up: sums of fractions drift, and may stop growing at all.
    for (int i = 0; i < 1000; ++i) {
        const double value = (first + i) * step;
        if (value > high + step * 1e-9)
            break;
        ticks.append({value == 0 ? 0 : value, label(value == 0 ? 0 : value)});
    }
    return ticks;
}

QString text(const char *sentence)
{
    return QCoreApplication::translate("CurveAxis", sentence);
}

} // namespace

QList<AxisTick> linear(double low, double high, int most)
{
    if (!isAxis(low, high, most))
        return {};
    const double step = roundStep(high - low, most);
    const double large = std::max(std::abs(low), std::abs(high));
    const QLocale locale;
    if (large >= 1e7 || step < 1e-6)
        return evenly(low, high, step, [&](double value) { return locale.toString(value, 'g', 4); });
    const double power = std::floor(std::log10(step) + 1e-9);
    const bool half = std::abs(step / std::pow(10, power) - 2.5) < 1e-6;
    const int decimals = std::max(0, int(-power) + (half ? 1 : 0));
    return evenly(low, high, step, [&](double value) { return locale.toString(value, 'f', decimals); });
}

QList<AxisTick> steps(double low, double high, int most)
{
    if (!isAxis(low, high, most))
        return {};
    double step = std::max(1.0, roundStep(high - low, most));
    if (step < 10)
        step = std::ceil(step); // of 2.5
    const QLocale locale;
    return evenly(low, high, step, [&](double value) { return locale.toString(qint64(value)); });
}

QList<AxisTick> logarithmic(double low, double high, int most)
{
    if (!isAxis(low, high, most) || low <= 0)
        return {};
    // Not of their quotient, which is infinite where one is tiny and the other huge.
    const double decades = std::log10(high) - std::log10(low);
    if (decades < 0.7) // less than about five times: powers of ten would hardly be met
        return linear(low, high, most);
    const QLocale locale;
    const int every = std::max(1, int(std::ceil(decades / most)));
    const bool between = decades * 3 <= most;
    QList<AxisTick> ticks;
    for (int power = int(std::floor(std::log10(low))); power <= int(std::ceil(std::log10(high))); ++power) {
        for (const int factor : {1, 2, 5}) {
            const double value = factor * std::pow(10, power);
            if (!std::isfinite(value) || value < low * (1 - 1e-9) || value > high * (1 + 1e-9) ||
                (factor > 1 && !between) || power % every != 0)
                continue;
            ticks.append({value, locale.toString(value, 'g', 6)});
        }
    }
    return ticks;
}

QList<AxisTick> durations(double low, double high, int most)
{
    if (!isAxis(low, high, most))
        return {};
    static constexpr std::array steps{1.0,    2.0,        5.0,        10.0,        15.0,        30.0,
                                      minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
                                      hour,   2 * hour,   3 * hour,   6 * hour,    12 * hour,   day};
    const double span = high - low;
    for (const double step : steps) {
        if (step * most >= span && span / step > 1)
            return evenly(low, high, step, durationText);
    }
    if (span <= 1)
        return evenly(low, high, roundStep(span, most), [](double value) {
            return text(QT_TRANSLATE_NOOP("CurveAxis", "%1 s")).arg(QLocale().toString(value, 'g', 4));
        });
    const double step = span < day ? span / most : std::max(1.0, roundStep(span / day, most)) * day;
    return evenly(low, high, step, durationText);
}

QString durationText(double seconds)
{
    const QLocale locale;
    const qint64 all = qint64(std::llround(std::abs(seconds)));
    const QString sign = seconds <= -0.5 ? u"−"_s : QString();
    const qint64 days = all / qint64(day);
    const qint64 hours = all / qint64(hour) % 24;
    const qint64 minutes = all / 60 % 60;
    QStringList parts;
    if (days > 0)
        parts << text(QT_TRANSLATE_NOOP("CurveAxis", "%1 d")).arg(locale.toString(days));
    if (hours > 0)
        parts << text(QT_TRANSLATE_NOOP("CurveAxis", "%1 h")).arg(hours);
    if (minutes > 0)
        parts << text(QT_TRANSLATE_NOOP("CurveAxis", "%1 min")).arg(minutes);
    if (all % 60 > 0 || parts.isEmpty())
        parts << text(QT_TRANSLATE_NOOP("CurveAxis", "%1 s")).arg(all % 60);
    return sign + parts.first(std::min<qsizetype>(2, parts.size())).join(u' ');
}

QString valueText(double value)
{
    if (!std::isfinite(value))
        return {};
    const double size = std::abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6))
        return QLocale().toString(value, 'g', 4);
    return QLocale().toString(value, 'f', size >= 1000 ? 1 : size >= 10 ? 3 : 4);
}

} // namespace odc::curveaxis
