// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curvedata.h"

#include <QImage>
#include <QPolygonF>

namespace odc {

/// What of the curves is seen, and on how many pixels.
struct CurveWindow
{
    double left = 0;
    double right = 1;
    double low = 0;
    double high = 1;
    bool isLog = false; ///< `low` is above 0 then
    double width = 0;   ///< pixels
    double height = 0;

    double xOf(double value) const { return (value - left) / (right - left) * width; }
    double valueAt(double x) const { return left + x / width * (right - left); }
    /// Downwards from the upper edge; not a number where there is no such place.
    double yOf(double value) const;
};

/// What a curve covers of one column of pixels: it is full between its inner edges, and fades towards its
/// outer ones.
struct CurveSpan
{
    float outerTop = 0;
    float innerTop = 0;
    float innerBottom = 0;
    float outerBottom = -1; ///< above outerTop: the curve is not in this column

    bool isEmpty() const { return !(outerBottom > outerTop); }
};

/// How spans are coloured. A dash is measured along x, in pixels: that is what makes it legible on a curve
/// full of noise.
struct CurveStroke
{
    QColor colour;
    double opacity = 1;
    double width = 1.5; ///< pixels, at least 1
    double dash = 0;    ///< 0: no dashes
    double pause = 0;
};

/// A curve as one span a column. It takes the same time however many points the window has: a curve is a
/// function of x, and what it covers of a column lies between its lowest and highest value there.
std::vector<CurveSpan> curveSpans(const CurveData &data, const MinMaxPyramid &values,
                                  const CurveWindow &window, double width);

/// Spans with what they are drawn in.
struct CurveLayer
{
    std::vector<CurveSpan> spans;
    CurveStroke stroke;
    double phase = 0; ///< where the dashes begin, in pixels: moves with the curve
};
/// Draws layers over each other into an RGB32 image as wide as they are. A few columns of all layers at a
/// time, so that what is written stays in the processor's cache.
void paintLayers(QImage &image, const std::vector<CurveLayer> &layers);

/// A curve as lines from point to point, for drawings that are not made of pixels. Never more than a few
/// points for each unit of width; a gap begins a new line.
QList<QPolygonF> curveLines(const CurveData &data, const MinMaxPyramid &values, const CurveWindow &window);

} // namespace odc
