// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <QPixmap>

namespace odc {

class Theme;

/// Shows a picture on a checkerboard: fitted into the view, or at a scale. Keys: + and - zoom, 0 fits, 1 is
/// 100 %; arrows scroll; Ctrl and the wheel zoom; dragging moves.
class ImageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ImageView(const Theme &theme, QWidget *parent = nullptr);
    void setImage(const QImage &image);
    /// What a screen reader says of the picture, e.g. its file name and size.
    void setDescription(const QString &description);
    bool isFitted() const { return m_fitted; }
    /// Device independent pixels per pixel of the picture.
    double scale() const;

public Q_SLOTS:
    void fit();
    void setScale(double scale);
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void scaleChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void zoomAround(double scale, const QPointF &fixed);
    void setRanges();
    QSizeF shownSize() const;

    const Theme &m_theme;
    QPixmap m_picture;
    double m_scale = 1;
    bool m_fitted = true;
    QPoint m_dragFrom;
};

} // namespace odc
