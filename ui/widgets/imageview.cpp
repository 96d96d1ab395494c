// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/imageview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace odc {

namespace {
constexpr double zoomStep = 1.25;
constexpr double smallest = 0.02;
constexpr double largest = 32;
} // namespace

ImageView::ImageView(const Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ImageView::setImage(const QImage &image)
{
    m_picture = QPixmap::fromImage(image);
    m_picture.setDevicePixelRatio(1); // scale() is in pixels of the picture, whatever the screen
    fit();
}

void ImageView::setDescription(const QString &description)
{
    setAccessibleDescription(description);
}

double ImageView::scale() const
{
    if (!m_fitted || m_picture.isNull()) {
        return m_scale;
    }
    const double margin = 2 * metrics::inside;
    const double fitting = qMin((viewport()->width() - margin) / m_picture.width(),
                                (viewport()->height() - margin) / m_picture.height());
    return qBound(smallest, qMin(1.0, fitting), largest); // a small picture is not blown up
}

QSizeF ImageView::shownSize() const
{
    return QSizeF(m_picture.size()) * scale();
}

void ImageView::fit()
{
    m_fitted = true;
    setRanges();
    viewport()->update();
    Q_EMIT scaleChanged();
}

void ImageView::setScale(double scale)
{
    zoomAround(scale, QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0));
}

void ImageView::zoomIn()
{
    setScale(scale() * zoomStep);
}

void ImageView::zoomOut()
{
    setScale(scale() / zoomStep);
}

void ImageView::zoomAround(double scale, const QPointF &fixed)
{
    const double before = this->scale();
    const QPointF place((horizontalScrollBar()->value() + fixed.x()) / before,
                        (verticalScrollBar()->value() + fixed.y()) / before);
    m_fitted = false;
    m_scale = qBound(smallest, scale, largest);
    setRanges();
    horizontalScrollBar()->setValue(qRound(place.x() * m_scale - fixed.x()));
    verticalScrollBar()->setValue(qRound(place.y() * m_scale - fixed.y()));
    viewport()->update();
    Q_EMIT scaleChanged();
}

void ImageView::setRanges()
{
    const QSizeF shown = m_fitted ? QSizeF() : shownSize();
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, qMax(0, qCeil(shown.width()) - room.width()));
    verticalScrollBar()->setRange(0, qMax(0, qCeil(shown.height()) - room.height()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setSingleStep(metrics::navHeight);
    verticalScrollBar()->setSingleStep(metrics::navHeight);
}

void ImageView::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull()) {
        return;
    }
    QPainter painter(viewport());
    const QSizeF shown = shownSize();
    const QRectF room = viewport()->rect();
    const double x =
        shown.width() < room.width() ? (room.width() - shown.width()) / 2 : -horizontalScrollBar()->value();
    const double y =
        shown.height() < room.height() ? (room.height() - shown.height()) / 2 : -verticalScrollBar()->value();
    const QRectF target(QPointF(x, y), shown);

    const QRectF visible = target.intersected(room);
    if (m_picture.hasAlpha()) {
        QPixmap board(2 * metrics::inside, 2 * metrics::inside);
        board.fill(m_theme.colour(Token::Base));
        QPainter squares(&board);
        squares.fillRect(0, 0, metrics::inside, metrics::inside, m_theme.colour(Token::Line));
        squares.fillRect(metrics::inside, metrics::inside, metrics::inside, metrics::inside,
                         m_theme.colour(Token::Line));
        squares.end();
        painter.drawTiledPixmap(visible, board);
    }
    // Only the part in view is scaled: a large picture at a high zoom costs no more than a small one.
    const double factor = scale();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, factor < 2);
    painter.drawPixmap(visible, m_picture,
                       QRectF((visible.topLeft() - target.topLeft()) / factor, visible.size() / factor));
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setRanges();
    if (m_fitted) {
        Q_EMIT scaleChanged();
    }
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_1:
        setScale(1);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAround(scale() * std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    m_dragFrom = event->position().toPoint();
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        const QPoint by = event->position().toPoint() - m_dragFrom;
        m_dragFrom = event->position().toPoint();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    }
}

} // namespace odc
