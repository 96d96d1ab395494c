// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvespans.h"

#include <algorithm>
#include <cmath>

namespace odc {

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr float farAway = 1e6f;      // pixels: beyond it nothing can be told apart
constexpr int blockWidth = 16;       // columns: one cache line of an image's row
constexpr double steepest = 2.5;     // beyond it a line is not made thicker: it would grow beyond its ends
constexpr qsizetype exactPoints = 4; // of a column; more are its lowest and highest

bool isNone(float value)
{
    return value != value;
}

/// Values to pixels, downwards. Single precision: logarithms are most of what a frame on a log scale costs.
class Heights
{
public:
    explicit Heights(const CurveWindow &window)
        : m_isLog(window.isLog), m_top(float(m_isLog ? std::log2(window.high) : window.high)),
          m_bottom(float(window.height))
    {
        const double span = m_isLog ? std::log2(window.high / window.low) : window.high - window.low;
        m_scale = float(window.height / span);
    }
    float of(float value) const
    {
        if (!m_isLog)
            return (m_top - value) * m_scale;
        // What a log scale has no place for is below everything.
        return value > 0 ? (m_top - std::log2(value)) * m_scale : isNone(value) ? none : m_bottom * 2;
    }

private:
    bool m_isLog;
    float m_top;
    float m_scale = 1;
    float m_bottom;
};

struct Builder
{
    const CurveData &data;
    const MinMaxPyramid &values;
    Heights heights;

    /// Where the line from the point before `next` to it crosses `x`; none where there is no line.
    float crossing(qsizetype next, double x) const
    {
        if (next <= 0 || next >= data.size())
            return none;
        const float a = heights.of(values.value(next - 1));
        const float b = heights.of(values.value(next));
        const double from = data.x(next - 1);
        const double to = data.x(next);
        const float share = to > from ? float((x - from) / (to - from)) : 1.f;
        return a + (b - a) * share;
    }
};

void blend(QRgb &pixel, quint32 redBlue, quint32 green, quint32 alpha)
{
    const quint32 rest = 256 - alpha;
    const quint32 rb = ((pixel & 0xff00ffu) * rest + redBlue * alpha) >> 8;
    const quint32 g = ((pixel & 0x00ff00u) * rest + green * alpha) >> 8;
    pixel = 0xff000000u | (rb & 0xff00ffu) | (g & 0x00ff00u);
}

/// Where a side of a span fades: from `begin` on over `length`, which is a pixel at least.
struct Fade
{
    float begin;
    float slope;

    Fade(float outer, float inner)
    {
        const float length = std::max(1.f, inner - outer);
        begin = (outer + inner - length) / 2;
        slope = 1 / length;
    }
    float at(float place) const { return std::clamp((place - begin) * slope, 0.f, 1.f); }
};

void paintSpan(uchar *column, qsizetype stride, int height, const CurveSpan &span, QRgb colour, float opacity)
{
    const Fade top(span.outerTop, span.innerTop);
    const Fade bottom(-span.outerBottom, -span.innerBottom);
    const float first = std::floor(std::min(span.outerTop, top.begin));
    const float last = std::ceil(std::max(span.outerBottom, -bottom.begin));
    const int from = int(std::clamp(first, 0.f, float(height)));
    const int to = int(std::clamp(last, 0.f, float(height)));
    const quint32 redBlue = colour & 0xff00ffu;
    const quint32 green = colour & 0x00ff00u;
    const float most = opacity * 256;
    // The rows that are covered wholly need no reckoning.
    const float inner = std::max(span.innerTop, top.begin + 1 / top.slope);
    const float outer = std::min(span.innerBottom, -bottom.begin - 1 / bottom.slope);
    const int fullFrom = int(std::clamp(std::ceil(inner), float(from), float(to)));
    const int fullTo = int(std::clamp(std::floor(outer), float(fullFrom), float(to)));
    const auto edge = [&](int y) {
        const float middle = float(y) + 0.5f;
        const float cover = top.at(middle) + bottom.at(-middle) - 1;
        if (cover > 0)
            blend(*reinterpret_cast<QRgb *>(column + y * stride), redBlue, green, quint32(cover * most));
    };
    for (int y = from; y < fullFrom; ++y)
        edge(y);
    const quint32 alpha = quint32(most);
    if (alpha >= 256) {
        for (int y = fullFrom; y < fullTo; ++y)
            *reinterpret_cast<QRgb *>(column + y * stride) = colour;
    } else {
        for (int y = fullFrom; y < fullTo; ++y)
            blend(*reinterpret_cast<QRgb *>(column + y * stride), redBlue, green, alpha);
    }
    for (int y = fullTo; y < to; ++y)
        edge(y);
}

} // namespace

double CurveWindow::yOf(double value) const
{
    if (!isLog)
        return (high - value) / (high - low) * height;
    return value > 0 ? std::log(high / value) / std::log(high / low) * height : std::nan("");
}

std::vector<CurveSpan> curveSpans(const CurveData &data, const MinMaxPyramid &values,
                                  const CurveWindow &window, double width)
{
    const int columns = int(std::lround(window.width));
    std::vector<CurveSpan> spans(size_t(std::max(0, columns)));
    if (data.isEmpty() || columns <= 0 || !(window.right > window.left))
        return spans;
    const Builder builder{data, values, Heights(window)};
    const double perColumn = (window.right - window.left) / columns;
    const float half = float(width / 2);
    qsizetype from = data.indexOf(window.left);
    float left = builder.crossing(from, window.left);
    for (int column = 0; column < columns; ++column) {
        const double edge = window.left + perColumn * (column + 1);
        const qsizetype to = data.indexOf(edge, from);
        float right = builder.crossing(to, edge);
        float top = std::fmin(left, right);
        float bottom = std::fmax(left, right);
        if (from < to) {
            const MinMaxPyramid::Range range = values.range(from, to);
            if (!range.isEmpty()) {
                top = std::fmin(top, builder.heights.of(range.high));
                bottom = std::fmax(bottom, builder.heights.of(range.low));
            }
        }
        if (!isNone(top)) {
            top = std::clamp(top, -farAway, farAway);
            bottom = std::clamp(bottom, top, farAway);
            const float rise = bottom - top;
            float reach = half;
            float fade = 0;
            // A line straight through the column is drawn across its slope; a turn in it, or many points,
            // upright.
            if (std::abs(right - left) >= 0.9f * rise) {
                const float slope = std::min(rise, float(steepest));
                reach = half * std::sqrt(1 + slope * slope);
                fade = std::min(rise, 2 * reach);
            }
            spans[size_t(column)] = {top - reach, top - reach + fade, bottom + reach - fade, bottom + reach};
        }
        from = to;
        left = right;
    }
    return spans;
}

void paintLayers(QImage &image, const std::vector<CurveLayer> &layers)
{
    const qsizetype stride = image.bytesPerLine();
    uchar *bits = image.bits();
    for (int block = 0; block < image.width(); block += blockWidth) {
        const int end = std::min(image.width(), block + blockWidth);
        for (const CurveLayer &layer : layers) {
            const double period = layer.stroke.dash + layer.stroke.pause;
            const QRgb colour = layer.stroke.colour.rgb();
            for (int x = block; x < std::min(end, int(layer.spans.size())); ++x) {
                const CurveSpan &span = layer.spans[size_t(x)];
                if (span.isEmpty())
                    continue;
                if (layer.stroke.dash > 0) {
                    const double place = std::fmod(x + layer.phase, period);
                    if ((place < 0 ? place + period : place) >= layer.stroke.dash)
                        continue;
                }
                paintSpan(bits + x * qsizetype(sizeof(QRgb)), stride, image.height(), span, colour,
                          float(layer.stroke.opacity));
            }
        }
    }
}

QList<QPolygonF> curveLines(const CurveData &data, const MinMaxPyramid &values, const CurveWindow &window)
{
    QList<QPolygonF> lines;
    if (data.isEmpty() || window.width <= 0 || !(window.right > window.left))
        return lines;
    QPolygonF line;
    const auto finish = [&] {
        if (!line.isEmpty())
            lines << line;
        line.clear();
    };
    const auto take = [&](double x, double value) {
        const double y = window.yOf(value);
        if (std::isnan(y))
            finish();
        else
            line << QPointF(window.xOf(x), y);
    };
    const int columns = std::max(1, int(window.width));
    const double perColumn = (window.right - window.left) / columns;
    // With the points just beyond both edges, to which the lines at the edges lead.
    qsizetype from = std::max<qsizetype>(0, data.indexOf(window.left) - 1);
    for (int column = 0; column <= columns; ++column) {
        qsizetype to = data.indexOf(window.left + perColumn * (column + 1), from);
        if (column == columns)
            to = std::min(data.size(), from + 1);
        if (to - from <= exactPoints) {
            for (qsizetype i = from; i < to; ++i)
                take(data.x(i), double(values.value(i)));
        } else if (const MinMaxPyramid::Range range = values.range(from, to); range.isEmpty()) {
            finish();
        } else {
            const double middle = window.left + perColumn * (column + 0.5);
            take(data.x(from), double(values.value(from)));
            take(middle, double(range.low));
            take(middle, double(range.high));
            take(data.x(to - 1), double(values.value(to - 1)));
        }
        from = to;
    }
    finish();
    return lines;
}

} // namespace odc
