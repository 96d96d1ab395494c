// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linesview.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/linesmodel.h"
#include "ui/widgets/linesviewaccess.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace odc {

namespace {

constexpr int farAway = 1'000'000; // pixels: a row that is not on the screen, however far

Tone toneOf(const ShownLine &line)
{
    return line.fault == LineFault::TooLong || line.fault == LineFault::ByteOrderMark ? Tone::Attention
                                                                                      : Tone::Failed;
}

} // namespace

LinesView::LinesView(const Theme &theme, LinesModel &model, QWidget *parent)
    : QAbstractItemView(parent), m_theme(theme), m_model(model)
{
    LinesViewAccess::install();
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setLayoutDirection(Qt::LeftToRight); // code reads from the left in every language
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Lines"));
    setModel(&model);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int LinesView::rowsOnScreen() const
{
    return std::max(1, viewport()->height() / metrics::rowHeight);
}

int LinesView::gutterWidth() const
{
    const QFontMetrics mono(m_theme.font(Theme::FontRole::Mono));
    const int figures = int(format::number(std::max(100, m_model.rowCount())).size());
    return metrics::inside + metrics::stateMark + metrics::tight + mono.horizontalAdvance(u'0') * figures +
           metrics::between;
}

QRect LinesView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const qint64 top = qint64(index.row() - verticalScrollBar()->value()) * metrics::rowHeight;
    return {0, int(std::clamp<qint64>(top, -farAway, farAway)), viewport()->width(), metrics::rowHeight};
}

void LinesView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int top = verticalScrollBar()->value();
    const int rows = rowsOnScreen();
    const int row = index.row();
    if (hint == PositionAtCenter || (hint == EnsureVisible && (row < top - rows || row >= top + 2 * rows)))
        verticalScrollBar()->setValue(row - rows / 2); // from far away to where there are lines around it
    else if (hint == PositionAtTop || row < top)
        verticalScrollBar()->setValue(row);
    else if (hint == PositionAtBottom || row >= top + rows)
        verticalScrollBar()->setValue(row - rows + 1);
}

QModelIndex LinesView::indexAt(const QPoint &point) const
{
    const qint64 row = qint64(verticalScrollBar()->value()) + point.y() / metrics::rowHeight;
    return point.y() >= 0 && row < m_model.rowCount() ? m_model.index(int(row)) : QModelIndex();
}

QModelIndex LinesView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return {};
    const qint64 row = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto to = [&](qint64 wanted) { return m_model.index(int(std::clamp<qint64>(wanted, 0, last))); };
    switch (action) {
    case MoveUp:
    case MoveLeft:
    case MovePrevious:
        return to(row - 1);
    case MoveDown:
    case MoveRight:
    case MoveNext:
        return to(row + 1);
    case MovePageUp:
        return to(row - rowsOnScreen() + 1);
    case MovePageDown:
        return to(row + rowsOnScreen() - 1);
    case MoveHome:
        return to(0);
    case MoveEnd:
        return to(last);
    }
    return {};
}

int LinesView::verticalOffset() const
{
    return int(std::min<qint64>(farAway, qint64(verticalScrollBar()->value()) * metrics::rowHeight));
}

void LinesView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(QItemSelection(index, index), flags);
}

QRegion LinesView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        for (int row : {range.top(), range.bottom()})
            region += visualRect(m_model.index(row));
    }
    return region & viewport()->rect();
}

void LinesView::updateGeometries()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, m_model.rowCount() - rowsOnScreen()));
    bar->setPageStep(rowsOnScreen());
    bar->setSingleStep(1);
    QAbstractItemView::updateGeometries();
}

void LinesView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void LinesView::resizeEvent(QResizeEvent *event)
{
    const bool wasSeen = currentIndex().isValid() && visualRect(currentIndex()).top() >= 0 &&
                         visualRect(currentIndex()).bottom() <= event->oldSize().height();
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    if (wasSeen)
        scrollTo(currentIndex());
}

void LinesView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const int first = verticalScrollBar()->value();
    const int last = std::min<int>(m_model.rowCount(), first + viewport()->height() / metrics::rowHeight + 1);
    for (int row = first; row < last; ++row)
        paintRow(painter, row,
                 QRect(0, (row - first) * metrics::rowHeight, viewport()->width(), metrics::rowHeight));
}

void LinesView::paintRow(QPainter &painter, int row, const QRect &rect) const
{
    const ShownLine *line = m_model.line(row);
    const bool isCurrent = currentIndex().row() == row;
    if (isCurrent)
        painter.fillRect(rect, m_theme.colour(Token::Selection));
    if (row == m_hovered)
        painter.fillRect(rect, m_theme.colour(Shade::Hover));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), metrics::lineWidth),
                     m_theme.colour(Shade::RowLine));
    if (isCurrent && hasFocus())
        painter.fillRect(
            QRect(rect.topLeft(), QSize(metrics::focusWidth, rect.height() - metrics::lineWidth)),
            m_theme.colour(Token::Accent));
    const int gutter = gutterWidth();
    if (line && !line->isFine()) {
        const QPointF centre(rect.left() + metrics::inside + metrics::stateMark / 2.0,
                             rect.center().y() + 0.5);
        shapes::stateMark(&painter, centre, toneOf(*line), m_theme.colour(toneToken(toneOf(*line))));
    }
    painter.setFont(m_theme.font(Theme::FontRole::Mono));
    painter.setPen(m_theme.colour(Token::Secondary));
    const QRect inner = rect.adjusted(0, 0, -metrics::inside, -metrics::lineWidth);
    painter.drawText(QRect(inner.left(), inner.top(), gutter - metrics::between, inner.height()),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, format::number(qint64(row) + 1));
    if (!line)
        return;
    const QRect place = inner.adjusted(gutter, 0, 0, 0);
    painter.setPen(m_theme.colour(Token::Text));
    // What cannot be seen is not measured: a letter is a pixel wide at least.
    const QString text = line->text.left(place.width()).replace(u'\t', u' ');
    const bool goesOn = line->isCut || text.size() < line->text.size();
    const QString cut =
        painter.fontMetrics().elidedText(goesOn ? text + u'…' : text, Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, cut);
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        event->accept();
        return;
    }
    QAbstractItemView::keyPressEvent(event);
}

bool LinesView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Leave: {
        const int row =
            event->type() == QEvent::Leave ? -1 : indexAt(static_cast<QMouseEvent *>(event)->pos()).row();
        if (row != m_hovered) {
            m_hovered = row;
            viewport()->update();
        }
        break;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(),
                           plainToolTip(indexAt(help->pos()).data(Qt::ToolTipRole).toString()), this);
        return true;
    }
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

void LinesView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    tellOfCurrent(QAccessible::Selection);
    tellOfFocus();
}

void LinesView::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(from, to, roles);
    const int current = currentIndex().row();
    if (current >= from.row() && current <= to.row())
        tellOfCurrent(QAccessible::NameChanged); // it was read only now
}

void LinesView::focusInEvent(QFocusEvent *event)
{
    QAbstractItemView::focusInEvent(event);
    // Qt tells of the view itself after this; the line is what has the focus.
    QMetaObject::invokeMethod(this, &LinesView::tellOfFocus, Qt::QueuedConnection);
}

void LinesView::tellOfFocus()
{
    if (hasFocus())
        tellOfCurrent(QAccessible::Focus);
}

void LinesView::tellOfCurrent(int event)
{
    if (!QAccessible::isActive() || !currentIndex().isValid())
        return;
    const auto *access = dynamic_cast<LinesViewAccess *>(QAccessible::queryAccessibleInterface(this));
    QAccessibleInterface *line = access ? access->line(currentIndex().row()) : nullptr;
    if (!line)
        return;
    QAccessibleEvent told(line, QAccessible::Event(event));
    QAccessible::updateAccessibility(&told);
}

} // namespace odc
