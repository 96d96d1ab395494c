// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curveset.h"

#include <QImage>
#include <QWidget>

namespace odc {

/// The curves of a set with their axes. The wheel zooms at the pointer, dragging moves, Shift and dragging
/// zooms into a frame, a double click shows all again; the same by keys, and Left and Right read the values
/// out.
class CurvesPlot final : public QWidget
{
    Q_OBJECT
public:
    CurvesPlot(const Theme &theme, const CurveSet &set, QWidget *parent = nullptr);

    /// Shows [left, right] of x; y follows what is seen.
    void zoomTo(double left, double right);
    /// The same with a height of its own.
    void zoomTo(double left, double right, double low, double high);
    /// Shows all.
    void resetZoom();
    bool isZoomed() const { return m_isZoomed; }
    void setLog(bool log);
    bool isLog() const { return m_isLog; }

    /// What is painted, for drawings elsewhere: in a rectangle of this size, without the cursor.
    CurveScene scene(const QSizeF &size) const;
    /// What is seen.
    const CurveScene &shownScene() const { return m_scene; }
    /// What stands at the reading cursor; null while there is none.
    const std::optional<CurveReading> &reading() const { return m_reading; }
    /// The same as one sentence.
    QString readingText() const;
    /// Puts the cursor to the point nearest to `x`.
    void readAt(double x);
    void stopReading();
    /// One sentence that says what hands and keys do here.
    static QString hint();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged();
    /// Keys moved the cursor, and `text` was told to whoever cannot see it.
    void readingTold(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Extent
    {
        double left = 0;
        double right = 1;
    };
    enum class Drag { None, Move, Frame };

    Extent extent() const;
    void takePoints();
    void rebuild();
    void setWindow(double left, double right);
    void zoomBy(double factor, double at);
    void moveBy(double share);
    void stepCursor(int direction, bool far);
    double least() const;
    double valueAt(const QPointF &place) const;
    void fitHeight(CurveScene &scene) const;
    CurveReading readingAt(double x) const;
    void tell();

    const Theme &m_theme;
    const CurveSet &m_set;
    CurveScene m_scene;
    QImage m_image;
    std::optional<CurveReading> m_reading;
    Extent m_extent;
    Extent m_seen;
    std::optional<std::pair<double, double>> m_height; ///< null: y follows what is seen
    bool m_isZoomed = false;
    bool m_isLog = false;
    bool m_byKeys = false;
    CurveAlign m_align = CurveAlign::Step;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_pointer;
    Extent m_pressedSeen;
};

} // namespace odc
