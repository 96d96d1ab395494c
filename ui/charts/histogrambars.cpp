// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogrambars.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int plotHeight = 72;
constexpr double gap = 2;
constexpr double leastBar = 2; ///< what there is at all can be seen

} // namespace

HistogramBars::HistogramBars(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(theme.font(Theme::FontRole::Small));
}

void HistogramBars::setBars(const QList<Bar> &bars, qint64 limit)
{
    m_bars = bars;
    m_limit = limit;
    m_current = -1;
    QStringList all;
    for (int i = 0; i < int(m_bars.size()); ++i) {
        if (m_bars.at(i).count > 0)
            all << textOf(i);
    }
    m_all = all.join(u"; "_s);
    setAccessibleDescription(m_all);
    update();
}

void HistogramBars::setTitles(const QString &title, const QString &counted)
{
    m_title = title;
    m_counted = counted;
    setAccessibleName(title);
    update();
}

QString HistogramBars::textOf(int bar) const
{
    if (bar < 0 || bar >= m_bars.size())
        return {};
    const qint64 from = bar == 0 ? 0 : m_bars.at(bar - 1).upTo + 1;
    return tr("%1 to %2: %3 %4")
        .arg(format::number(from), format::number(m_bars.at(bar).upTo), format::number(m_bars.at(bar).count),
             m_counted);
}

qint64 HistogramBars::highest() const
{
    qint64 most = 1;
    for (const Bar &bar : m_bars)
        most = std::max(most, bar.count);
    return most;
}

QString HistogramBars::table() const
{
    QString text = tr("from\tto\tcount") + u'\n';
    for (qsizetype i = 0; i < m_bars.size(); ++i)
        text += u"%1\t%2\t%3\n"_s.arg(i == 0 ? 0 : m_bars.at(i - 1).upTo + 1)
                    .arg(m_bars.at(i).upTo)
                    .arg(m_bars.at(i).count);
    return text;
}

QSize HistogramBars::sizeHint() const
{
    return {metrics::textWidth, plotHeight + 2 * (fontMetrics().height() + metrics::tight)};
}

QSize HistogramBars::minimumSizeHint() const
{
    return {metrics::navWidth, sizeHint().height()};
}

QRectF HistogramBars::plot() const
{
    const double line = fontMetrics().height() + metrics::tight;
    return QRectF(rect()).adjusted(metrics::focusWidth, line, -metrics::focusWidth, -line);
}

QRectF HistogramBars::rectOf(int bar) const
{
    const QRectF area = plot();
    const double step = area.width() / double(std::max<qsizetype>(1, m_bars.size()));
    const qint64 count = m_bars.at(bar).count;
    const double height =
        count == 0 ? 0 : std::max(leastBar, area.height() * double(count) / double(highest()));
    return {area.left() + step * bar + gap / 2, area.bottom() - height, std::max(1.0, step - gap), height};
}

void HistogramBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF area = plot();
    const int line = fontMetrics().height();
    painter.setPen(m_theme.colour(Token::Secondary));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeading | Qt::AlignVCenter, m_title);
    painter.setPen(m_theme.colour(Token::Text));
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignTrailing | Qt::AlignVCenter, textOf(m_current));
    painter.setPen(m_theme.colour(Token::Line));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const bool tooMuch = m_limit > 0 && m_bars.at(i).upTo > m_limit;
        const QColor colour = m_theme.colour(tooMuch ? Token::Warn : Token::Accent);
        painter.fillRect(rectOf(i),
                         i == m_current ? colour : Theme::mixed(m_theme.colour(Token::Window), colour, 0.6));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!m_bars.isEmpty()) {
        const QRectF labels(area.left(), area.bottom() + metrics::tight, area.width(), line);
        painter.setPen(m_theme.colour(Token::Secondary));
        painter.drawText(labels, Qt::AlignLeft | Qt::AlignVCenter, u"0"_s);
        painter.drawText(labels, Qt::AlignRight | Qt::AlignVCenter, format::number(m_bars.last().upTo));
        const int middle = int(m_bars.size()) / 2;
        if (m_bars.size() >= 4)
            painter.drawText(labels, Qt::AlignHCenter | Qt::AlignVCenter,
                             format::number(m_bars.at(middle - 1).upTo));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Token::Accent), metrics::focusWidth));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::tight, metrics::tight);
    }
}

void HistogramBars::setCurrent(int bar)
{
    if (bar == m_current)
        return;
    m_current = bar;
    update();
    setAccessibleDescription(bar < 0 ? m_all : textOf(bar));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void HistogramBars::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const double at = (event->position().x() - area.left()) / std::max(1.0, area.width());
    setCurrent(at < 0 || at >= 1 ? -1 : int(at * double(m_bars.size())));
}

void HistogramBars::leaveEvent(QEvent *)
{
    setCurrent(-1);
}

void HistogramBars::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
        return;
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        return;
    case Qt::Key_Home:
        setCurrent(std::min(0, last));
        return;
    case Qt::Key_End:
        setCurrent(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramBars::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HistogramBars::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
    update();
}

} // namespace odc
