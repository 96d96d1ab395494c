// SPDX-License-Identifier: GPL-3.0-or-later
#include "rateplot.h"

#include "base/clock.h"
#include "base/format.h"
#include "transfers/transferqueue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <QValueAxis>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int plotHeight = 64;
constexpr int sampleMs = 1000;
constexpr double headroom = 1.1;
constexpr double leastPeak = 1000; // bytes a second: a queue that stands still draws a flat line, not noise
constexpr int figuresWidth = 132;

} // namespace

RatePlot::RatePlot(const Theme &theme, TransferQueue &queue, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_queue(queue), m_timer(new QTimer(this)),
      m_upload(new TextLabel(theme, Theme::FontRole::Strong, Token::Accent, {}, this)),
      m_download(new TextLabel(theme, Theme::FontRole::Strong, Token::Ok, {}, this)),
      m_peak(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)), m_chart(new QChart),
      m_uploads(new QLineSeries), m_downloads(new QLineSeries), m_time(new QValueAxis), m_rate(new QValueAxis)
{
    setObjectName(u"ratePlot"_s);
    setAccessibleName(tr("Rates of the last five minutes"));
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_rate, Qt::AlignLeft);
    m_time->setRange(-double(RateHistory::spanMs) / 1000, 0);
    for (QValueAxis *axis : {m_time, m_rate}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(axis == m_time);
        axis->setGridLineVisible(false);
    }
    for (QLineSeries *series : {m_downloads, m_uploads}) {
        m_chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_rate);
    }
    auto *view = new QChartView(m_chart, this); // owns the chart
    view->setAccessibleName(accessibleName());
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setBackgroundBrush(Qt::NoBrush);
    view->setFocusPolicy(Qt::NoFocus);
    view->viewport()->setFocusPolicy(Qt::NoFocus);
    view->viewport()->setAccessibleName(accessibleName());
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setMinimumWidth(metrics::navWidth);
    setGround(view, Token::Window);
    setGround(view->viewport(), Token::Window);

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
    layout->addWidget(view, 1);
    setFixedHeight(plotHeight + 2 * metrics::tight);

    m_timer->setInterval(sampleMs);
    connect(m_timer, &QTimer::timeout, this, &RatePlot::sample);
    m_timer->start();
    connect(&theme, &Theme::changed, this, &RatePlot::takeColours);
    const auto follow = [this] { setVisible(!m_queue.isEmpty()); };
    connect(&queue, &TransferQueue::added, this, follow);
    connect(&queue, &TransferQueue::removed, this, follow);
    follow();
    takeColours();
    sample();
}

void RatePlot::takeColours()
{
    m_uploads->setPen(QPen(m_theme.colour(Token::Accent), 1.5));
    m_downloads->setPen(QPen(m_theme.colour(Token::Ok), 1.5));
    m_time->setLinePen(QPen(m_theme.colour(Token::Line), metrics::lineWidth));
    update();
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
    const QList<RateHistory::Sample> &samples = m_history.samples();
    const RateHistory::Sample &now = samples.last();
    QList<QPointF> up;
    QList<QPointF> down;
    for (const RateHistory::Sample &each : samples) {
        const double at = double(each.atMs - now.atMs) / 1000;
        up << QPointF(at, each.upload);
        down << QPointF(at, each.download);
    }
    const double peak = m_history.peak();
    m_rate->setRange(0, std::max(leastPeak, peak * headroom));
    m_uploads->replace(up);
    m_downloads->replace(down);
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
