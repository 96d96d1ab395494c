// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curveaxis.h"
#include "ui/charts/curvespans.h"

#include <QFont>

#include <optional>

namespace odc {

class Theme;

/// How the curve of a metric is drawn: what it was measured on is told by the line, not by the colour.
enum class CurveLineStyle {
    Solid,  ///< training
    Dashed, ///< a part of the validation file
    Dotted, ///< all of the validation file
};

/// The mark of a run, so that runs are told apart without their colours.
enum class CurveMarker {
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    Plus,
    Cross,
    Bar,
    Pentagon,
    Star
};
constexpr int curveMarkerCount = 10;

/// One curve as it is drawn.
struct CurveLine
{
    const CurveData *data = nullptr; ///< never null, outlives the scene
    QString run;
    QString metric; ///< in words: "train", "valid"
    QColor colour;
    CurveLineStyle style = CurveLineStyle::Solid;
    CurveMarker marker = CurveMarker::Circle;
};

/// A place on the x axis with a word: where overfitting begins.
struct CurveMark
{
    double x = 0;
    QString text;
};

/// Everything there is to paint, as a plain value: painting asks nobody.
struct CurveScene
{
    QString title;      ///< of the metric
    QString xTitle;     ///< "step"
    CurveWindow window; ///< its size is that of `area`, in units of the painter
    QRectF area;        ///< the curves themselves; words stand around it
    QList<AxisTick> xTicks;
    QList<AxisTick> yTicks;
    QList<CurveLine> lines; ///< the shown ones, from below
    QList<CurveMark> marks;
    bool hasMarkers = false; ///< more than one run
};

/// What stands at the reading cursor.
struct CurveReading
{
    struct Row
    {
        QColor colour;
        CurveLineStyle style = CurveLineStyle::Solid;
        CurveMarker marker = CurveMarker::Circle;
        QString name;
        QString value;
        QString note;  ///< raw value, or the step when it is another one
        QPointF place; ///< of the point, not a number when it is not seen
    };
    double x = 0;
    QString title; ///< "Step 860"
    QList<Row> rows;
};

/// Pure drawing of scenes.
namespace curvespainter {

constexpr double markerSize = 7;
constexpr double sampleWidth = 22;

/// Where the curves go in a drawing of this size, given the words at the y axis.
QRectF areaOf(const QRectF &whole, const QList<AxisTick> &yTicks, const QFont &font);
/// Ground, lines of the axes, words, marks; not the curves.
void paintAxes(QPainter &painter, const CurveScene &scene, const Theme &theme);
/// The curves as pixels, `scale` to a unit: fast, for the screen.
QImage curvesImage(const CurveScene &scene, const Theme &theme, double scale);
/// The curves as lines: for files of vectors.
void paintCurves(QPainter &painter, const CurveScene &scene, const Theme &theme);
/// Marks of the runs and dots of lone points; above the curves.
void paintMarkers(QPainter &painter, const CurveScene &scene, const Theme &theme);
/// Where the words of the vertical marks stand, one a mark; null where it is not seen.
QList<QRectF> markLabels(const CurveScene &scene, const QFont &font);
/// Lines and words of the vertical marks; above the curves.
void paintMarks(QPainter &painter, const CurveScene &scene, const Theme &theme);
/// Line and card of the reading cursor.
void paintReading(QPainter &painter, const CurveScene &scene, const CurveReading &reading,
                  const Theme &theme);
/// A mark of a run in the pen and brush of the painter.
void paintMarker(QPainter &painter, const QPointF &centre, CurveMarker marker, double size);
/// A short piece of a curve, as legends and cards show it.
void paintSample(QPainter &painter, const QRectF &rect, const QColor &colour, CurveLineStyle style,
                 std::optional<CurveMarker> marker);

} // namespace curvespainter
} // namespace odc
