// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtimeline.h"

#include "base/format.h"
#include "ui/theme/figures.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

BatchTimeline::BatchTimeline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"batchTimeline"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString BatchTimeline::name(BatchMoment moment)
{
    switch (moment) {
    case BatchMoment::Created:
        return tr("created, validating");
    case BatchMoment::Started:
        return tr("in progress");
    case BatchMoment::Finalizing:
        return tr("finalizing");
    case BatchMoment::Cancelling:
        return tr("cancelling");
    case BatchMoment::Completed:
        return tr("completed");
    case BatchMoment::Failed:
        return tr("input file refused");
    case BatchMoment::Expired:
        return tr("expired");
    case BatchMoment::Cancelled:
        return tr("cancelled");
    case BatchMoment::Expires:
        return tr("expires");
    case BatchMoment::CancelledAtLatest:
        return tr("cancelled at the latest");
    }
    return {};
}

void BatchTimeline::setSteps(const QList<BatchStep> &steps, Tone last, qint64 nowUnix)
{
    m_steps = steps;
    m_last = last;
    m_now = nowUnix;
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString BatchTimeline::between(qsizetype step) const
{
    // Between a step and the next; to what is ahead it is what is left from now on.
    if (step + 1 >= m_steps.size())
        return {};
    const BatchStep &next = m_steps.at(step + 1);
    if (next.ahead)
        return next.at > m_now ? tr("%1 left").arg(format::duration(next.at - m_now)) : tr("time is over");
    return format::duration(std::max<qint64>(0, next.at - m_steps.at(step).at));
}

QString BatchTimeline::text() const
{
    QStringList lines;
    for (const BatchStep &step : m_steps)
        lines << tr("%1: %2", "step, time").arg(name(step.moment), format::exactTime(step.at));
    return lines.join(u'\n');
}

Tone BatchTimeline::toneOf(qsizetype step) const
{
    if (m_steps.at(step).ahead)
        return Tone::None;
    const bool last = step + 1 == m_steps.size() || m_steps.at(step + 1).ahead;
    return last ? m_last : Tone::Fine;
}

int BatchTimeline::stepHeight() const
{
    return 2 * (fontMetrics().height() + metrics::tight);
}

QSize BatchTimeline::sizeHint() const
{
    // Below the last step comes no time between.
    const int all = int(m_steps.size()) * stepHeight() - (m_steps.isEmpty() ? 0 : stepHeight() / 2);
    return {metrics::textWidth / 2, all};
}

QSize BatchTimeline::minimumSizeHint() const
{
    return {metrics::textWidth / 4, sizeHint().height()};
}

void BatchTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = stepHeight() / 2;
    const int room = metrics::stateMark + metrics::inside;
    const Qt::LayoutDirection way = layoutDirection();
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(way, this->rect(), rect); };
    const auto leading = int(QStyle::visualAlignment(way, Qt::AlignLeft) | Qt::AlignVCenter);
    const auto trailing = QStyle::visualAlignment(way, Qt::AlignRight) | Qt::AlignVCenter;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const BatchStep &step = m_steps.at(i);
        const int top = int(i) * stepHeight();
        const QRect mark = place(QRect(0, top, metrics::stateMark, line));
        const QPointF centre = QRectF(mark).center();
        if (i + 1 < m_steps.size()) {
            QPen pen(m_theme.colour(Token::Line), metrics::focusWidth);
            if (m_steps.at(i + 1).ahead)
                pen.setStyle(Qt::DotLine);
            painter.setPen(pen);
            const double gap = metrics::stateMark / 2.0 + 3;
            painter.drawLine(QPointF(centre.x(), centre.y() + gap),
                             QPointF(centre.x(), centre.y() + stepHeight() - gap));
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const Tone tone = toneOf(i);
        if (tone == Tone::None) {
            painter.setPen(QPen(m_theme.colour(Token::Secondary), 1.5));
            painter.drawEllipse(centre, metrics::stateMark / 2.0 - 0.75, metrics::stateMark / 2.0 - 0.75);
        } else {
            shapes::stateMark(&painter, centre, tone, m_theme.colour(toneToken(tone)));
        }
        painter.restore();
        const QString when = format::exactTime(step.at);
        const QFont small = m_theme.font(Theme::FontRole::Small);
        const int wanted = figures::width(small, when) + metrics::tight;
        const QRect word(room, top, std::max(0, width() - room - wanted), line);
        painter.setFont(font());
        painter.setPen(m_theme.colour(tone == Tone::None ? Token::Secondary : toneTextToken(tone)));
        painter.drawText(place(word), leading,
                         fontMetrics().elidedText(name(step.moment), Qt::ElideRight, word.width()));
        painter.setFont(small);
        painter.setPen(m_theme.colour(Token::Secondary));
        figures::draw(&painter, place(QRect(width() - wanted, top, wanted, line)), trailing, when);
        painter.drawText(place(QRect(room, top + line, width() - room, line)), leading, between(i));
    }
}

bool BatchTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_steps.isEmpty()) {
        auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype step = std::clamp<qsizetype>(help->pos().y() / std::max(1, stepHeight()), 0, m_steps.size() - 1);
        const BatchStep &at = m_steps.at(step);
        QToolTip::showText(help->globalPos(),
                           plainToolTip(tr("%1 (%2)", "time, number")
                                            .arg(format::relativeTime(at.at, m_now))
                                            .arg(at.at)),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace odc
