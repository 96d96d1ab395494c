// SPDX-License-Identifier: GPL-3.0-or-later
#include "rateplot.h"

#include "base/clock.h"
#include "base/format.h"
#include "transfers/transferqueue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPolygonF>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int plotHeight = 64;
constexpr int sampleMs = 1000;
constexpr double headroom = 1.1;
constexpr double leastPeak = 1000; // bytes a second: a queue that stands still draws a flat line, not noise
constexpr int figuresWidth = 132;
constexpr double penWidth = 1.5;

} // namespace

/// Two lines over a base line, and nothing else. Painted here and not by Qt Charts: that loads OpenGL, and three libraries
/// for these two lines were a thirtieth of every start.
class RateLines final : public QWidget
{
public:
    RateLines(const Theme &theme, const RateHistory &history, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_history(history)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setMinimumWidth(metrics::navWidth);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - metrics::lineWidth, width(), metrics::lineWidth), m_theme.colour(Token::Line));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.colour(Token::Ok), penWidth));
        painter.drawPolyline(line(&RateHistory::Sample::download));
        painter.setPen(QPen(m_theme.colour(Token::Accent), penWidth));
        painter.drawPolyline(line(&RateHistory::Sample::upload));
    }

private:
    /// From the left, five minutes ago, to the right, now; the least rate lies on the base line.
    QPolygonF line(double RateHistory::Sample::*rate) const
    {
        const QList<RateHistory::Sample> &samples = m_history.samples();
        const QRectF room = QRectF(rect()).adjusted(0, penWidth, 0, -metrics::lineWidth);
        const double top = std::max(leastPeak, m_history.peak() * headroom);
        QPolygonF points;
        points.reserve(samples.size());
        for (const RateHistory::Sample &each : samples) {
            const double age = double(samples.last().atMs - each.atMs) / double(RateHistory::spanMs);
            points << QPointF(room.right() - age * room.width(), room.bottom() - each.*rate / top * room.height());
        }
        return points;
    }

    const Theme &m_theme;
    const RateHistory &m_history;
};

RatePlot::RatePlot(const Theme &theme, TransferQueue &queue, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_queue(queue), m_timer(new QTimer(this)),
      m_upload(new TextLabel(theme, Theme::FontRole::Strong, Token::Accent, {}, this)),
      m_download(new TextLabel(theme, Theme::FontRole::Strong, Token::Ok, {}, this)),
      m_peak(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_lines(new RateLines(theme, m_history, this))
{
    setObjectName(u"ratePlot"_s);
    setAccessibleName(tr("Rates of the last five minutes"));
    m_lines->setAccessibleName(accessibleName());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::tight, metrics::edge, metrics::tight);
    layout->setSpacing(metrics::between);
    auto *figures = new QVBoxLayout;
    figures->setSpacing(0);
    figures->addWidget(m_upload);
    figures->addWidget(m_download);
    figures->addWidget(m_peak);
    for (TextLabel *label : {m_upload, m_download, m_peak})
        label->setMinimumWidth(figuresWidth);
    layout->addLayout(figures);
    layout->addWidget(m_lines, 1);
    setFixedHeight(plotHeight + 2 * metrics::tight);

    m_timer->setInterval(sampleMs);
    connect(m_timer, &QTimer::timeout, this, &RatePlot::sample);
    m_timer->start();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    const auto follow = [this] { setVisible(!m_queue.isEmpty()); };
    connect(&queue, &TransferQueue::added, this, follow);
    connect(&queue, &TransferQueue::removed, this, follow);
    follow();
    sample();
}

void RatePlot::sample()
{
    const TransferQueue::Totals totals = m_queue.totals();
    m_history.add({m_queue.clock().monotonicMs(), totals.uploadRate, totals.downloadRate});
    if (isVisible() || m_history.samples().size() == 1)
        showSamples();
}

void RatePlot::showSamples()
{
    const RateHistory::Sample &now = m_history.samples().last();
    const double peak = m_history.peak();
    m_lines->update();
    const QString upload = format::rate(now.upload);
    const QString download = format::rate(now.download);
    m_upload->setText(u"↑ "_s + upload);
    m_download->setText(u"↓ "_s + download);
    m_upload->setAccessibleName(tr("Upload %1").arg(upload));
    m_download->setAccessibleName(tr("Download %1").arg(download));
    m_peak->setText(tr("5 min, peak %1").arg(format::rate(peak)));
    setAccessibleDescription(tr("Upload %1, download %2, highest of the last five minutes %3")
                                 .arg(upload, download, format::rate(peak)));
}

void RatePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Token::Window));
    painter.fillRect(QRect(0, height() - metrics::lineWidth, width(), metrics::lineWidth), m_theme.colour(Token::Line));
}

} // namespace odc
