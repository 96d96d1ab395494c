// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace odc {

/// A place on an axis that has a word.
struct AxisTick
{
    double value = 0;
    QString label; ///< empty: a line without a word

    bool operator==(const AxisTick &) const = default;
};

/// Where the words of an axis stand, and what they are. Values are by locale.
namespace curveaxis {

/// Round numbers (1, 2, 2.5 or 5 times a power of ten) within [low, high], `most` of them at the most; all
/// with the same decimals.
QList<AxisTick> linear(double low, double high, int most);
/// The same of whole numbers: steps.
QList<AxisTick> steps(double low, double high, int most);
/// Powers of ten; between few of them also 2 and 5 times. `low` is above 0.
QList<AxisTick> logarithmic(double low, double high, int most);
/// Lengths of time in seconds, at round seconds, minutes, hours or days.
QList<AxisTick> durations(double low, double high, int most);

/// "1 h 5 min", to the second where it is short.
QString durationText(double seconds);
/// A measured value, in as many figures as anybody reads.
QString valueText(double value);

} // namespace curveaxis
} // namespace odc
