// SPDX-License-Identifier: GPL-3.0-or-later
// What hands and keys do with the curves, and how they are put on the screen.
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvesplotaccess.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace odc {

namespace {

constexpr double notch = 0.8;    // what a notch of the wheel leaves of the window
constexpr double panShare = 0.1; // of the window, by a key
constexpr int leastFrame = 6;    // pixels; smaller ones were a click

} // namespace

void CurvesPlot::stepCursor(int direction, bool far)
{
    if (m_scene.lines.isEmpty())
        return;
    m_byKeys = true;
    const double span = m_seen.right - m_seen.left;
    const double from = m_reading ? m_reading->x : (m_seen.left + m_seen.right) / 2;
    double best = direction * INFINITY;
    if (m_reading) {
        // To the next point of any curve, but not by less than a pixel; far: a tenth of what is seen.
        const double wanted =
            from + direction * (far ? span * panShare : span / m_scene.window.width * 0.999);
        for (const CurveLine &line : std::as_const(m_scene.lines)) {
            const CurveData &data = *line.data;
            qsizetype index = data.indexOf(wanted);
            if (direction < 0 && (index == data.size() || data.x(index) > wanted))
                --index;
            if (index < 0 || index >= data.size())
                continue;
            best = direction > 0 ? std::min(best, data.x(index)) : std::max(best, data.x(index));
        }
        if (!std::isfinite(best))
            best = direction > 0 ? m_extent.right : m_extent.left;
    } else {
        best = from;
    }
    if (best < m_seen.left || best > m_seen.right) {
        const double way = best < m_seen.left ? best - m_seen.left : best - m_seen.right;
        setWindow(m_seen.left + way, m_seen.right + way);
        rebuild();
        Q_EMIT zoomChanged();
    }
    readAt(best);
    tell();
}

void CurvesPlot::tell()
{
    const QString text = readingText();
    QAccessibleValueChangeEvent event(this, text);
    QAccessible::updateAccessibility(&event);
    Q_EMIT readingTold(text);
}

void CurvesPlot::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const double middle = m_reading ? m_reading->x : (m_seen.left + m_seen.right) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1; // the axis never turns round
        if (shift)
            moveBy(direction * panShare);
        else
            stepCursor(direction, false);
        return;
    }
    case Qt::Key_PageUp:
        stepCursor(-1, true);
        return;
    case Qt::Key_PageDown:
        stepCursor(1, true);
        return;
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(notch, middle);
        return;
    case Qt::Key_Down:
    case Qt::Key_Minus:
        zoomBy(1 / notch, middle);
        return;
    case Qt::Key_Home:
    case Qt::Key_0:
        resetZoom();
        return;
    case Qt::Key_End:
        moveBy((m_extent.right - m_seen.right) / (m_seen.right - m_seen.left));
        return;
    case Qt::Key_Escape:
        if (m_reading) {
            stopReading();
            tell();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool CurvesPlot::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys without modifiers belong to the plot while it has them.
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
        case Qt::Key_0:
        case Qt::Key_Home:
        case Qt::Key_End:
            if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
                event->accept();
                return true;
            }
            break;
        default:
            break;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        // It tells what the words of a mark mean; anywhere else it would cover the values that are read.
        const QPointF place = static_cast<QHelpEvent *>(event)->pos();
        const QList<QRectF> labels = curvespainter::markLabels(m_scene, m_theme.font(Theme::FontRole::Small));
        if (std::none_of(labels.cbegin(), labels.cend(),
                         [&](const QRectF &label) { return label.contains(place); })) {
            QToolTip::hideText();
            event->ignore();
            return true;
        }
    }
    return QWidget::event(event);
}

void CurvesPlot::wheelEvent(QWheelEvent *event)
{
    if (m_scene.lines.isEmpty()) {
        event->ignore();
        return;
    }
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()))
        moveBy(-double(turned.x()) / 120 * panShare);
    else if (turned.y() != 0)
        zoomBy(std::pow(notch, double(turned.y()) / 120),
               std::clamp(valueAt(event->position()), m_seen.left, m_seen.right));
    readAt(valueAt(event->position()));
    event->accept();
}

void CurvesPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_scene.lines.isEmpty()) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Frame : Drag::Move;
    m_pressed = m_pointer = event->position();
    m_pressedSeen = m_seen;
    if (m_drag == Drag::Move && m_isZoomed)
        setCursor(Qt::ClosedHandCursor);
}

void CurvesPlot::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    m_byKeys = false;
    if (m_drag == Drag::Move) {
        const double way =
            (m_pointer.x() - m_pressed.x()) / m_scene.window.width * (m_seen.right - m_seen.left);
        setWindow(m_pressedSeen.left - way, m_pressedSeen.right - way);
        rebuild();
        Q_EMIT zoomChanged();
    }
    if (m_scene.area.adjusted(-metrics::inside, -metrics::inside, metrics::inside, metrics::inside)
            .contains(m_pointer))
        readAt(valueAt(m_pointer));
    else
        stopReading();
    if (m_drag == Drag::Frame)
        update();
}

void CurvesPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag == Drag::None) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    const QRectF frame = QRectF(m_pressed, event->position()).normalized().intersected(m_scene.area);
    const bool isFrame = m_drag == Drag::Frame && frame.width() >= leastFrame && frame.height() >= leastFrame;
    m_drag = Drag::None;
    setCursor(Qt::CrossCursor);
    update();
    if (!isFrame)
        return;
    const CurveWindow &window = m_scene.window;
    const auto height = [&](double y) {
        const double share = 1 - (y - m_scene.area.top()) / window.height;
        return window.isLog ? window.low * std::pow(window.high / window.low, share)
                            : window.low + share * (window.high - window.low);
    };
    zoomTo(valueAt(frame.topLeft()), valueAt(frame.bottomRight()), height(frame.bottom()),
           height(frame.top()));
}

void CurvesPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void CurvesPlot::leaveEvent(QEvent *event)
{
    if (!m_byKeys)
        stopReading();
    QWidget::leaveEvent(event);
}

void CurvesPlot::focusOutEvent(QFocusEvent *event)
{
    if (m_byKeys && event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        stopReading();
    QWidget::focusOutEvent(event);
}

void CurvesPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

void CurvesPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        rebuild();
}

void CurvesPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), metrics::cardRadius, m_theme.colour(Token::Base),
                m_theme.colour(Token::Line));
    if (m_scene.lines.isEmpty())
        return; // what stands over it says why
    curvespainter::paintAxes(painter, m_scene, m_theme);
    const double scale = painter.device()->devicePixelRatioF();
    if (m_image.isNull() || m_image.devicePixelRatio() != scale)
        m_image = curvespainter::curvesImage(m_scene, m_theme, scale);
    painter.drawImage(m_scene.area.topLeft(), m_image);
    curvespainter::paintMarkers(painter, m_scene, m_theme);
    curvespainter::paintMarks(painter, m_scene, m_theme);
    if (m_reading && m_drag != Drag::Frame)
        curvespainter::paintReading(painter, m_scene, *m_reading, m_theme);
    if (m_drag == Drag::Frame) {
        QColor inside = m_theme.colour(Token::Accent);
        inside.setAlphaF(0.12f);
        const QRectF frame = QRectF(m_pressed, m_pointer).normalized().intersected(m_scene.area);
        shapes::box(&painter, frame, 2, inside, m_theme.colour(Token::Accent));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        shapes::focusRing(&painter, rect(), metrics::cardRadius, m_theme.colour(Token::Accent));
}

} // namespace odc
