// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/charts/curveset.h"

#include <QByteArray>
#include <QImage>

namespace odc {

class CurvesPlot;

/// The curves as files. What there is at the path is replaced: whoever asks for the path has asked about
/// that.
namespace curveexport {

/// What the plot shows, with its title and a legend, as a picture of twice as many pixels as it has on the
/// screen.
QImage picture(const CurvesPlot &plot, const Theme &theme);
/// Packs and writes it; any thread.
Result<void> writePng(const QImage &picture, const QString &path);
/// The same made of lines, as SVG.
QByteArray drawing(const CurvesPlot &plot, const Theme &theme);

/// One of the columns of a CSV file.
struct Column
{
    QString title;
    qsizetype log = 0; ///< of `Numbers::logs`
    QString metric;    ///< empty: the time
};
/// The numbers of the shown curves, copied, so that they can be written on any thread.
struct Numbers
{
    QList<MetricLog> logs;
    QList<Column> columns;
};
Numbers numbersOf(const CurveSet &set);
/// A line for each step at which anything was measured: all that is known, as measured, whatever the plot
/// shows of it. Times are ISO 8601, UTC; a gap is "nan".
QByteArray csv(const Numbers &numbers);

} // namespace curveexport
} // namespace odc
