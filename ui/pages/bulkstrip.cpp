// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkstrip.h"

#include "base/format.h"
#include "lists/bulkmodel.h"
#include "transfers/bulkjob.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"

#include <QHBoxLayout>
#include <QPainter>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAbout = 40; ///< characters, so that what comes behind is seen as well

} // namespace

BulkStrip::BulkStrip(const Theme &theme, BulkJob &job, const QString &about, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_job(job), m_about(format::oneLine(about, mostAbout))
{
    setObjectName(u"bulkStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::tight, metrics::between, metrics::tight);
    layout->setSpacing(metrics::between);
    m_state = new StateLabel(theme, this);
    layout->addWidget(m_state);
    m_progress = new ProgressStrip(theme, this);
    layout->addWidget(m_progress, 1);
    m_result = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_result);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::inside);
    buttons->addStretch(1);
    m_retry = makeButton(theme, {}, Icon::Retry, ButtonRole::Default, m_result);
    m_retry->setObjectName(u"retryFailed"_s);
    buttons->addWidget(m_retry);
    m_goOn = makeButton(theme, {}, Icon::Play, ButtonRole::Default, m_result);
    m_goOn->setObjectName(u"goOn"_s);
    buttons->addWidget(m_goOn);
    m_report = makeButton(theme, tr("Report"), Icon::Info, ButtonRole::Default, m_result);
    m_report->setObjectName(u"showReport"_s);
    buttons->addWidget(m_report);
    m_close = makeIconButton(theme, Icon::Close, tr("Close"), m_result);
    buttons->addWidget(m_close);
    layout->addWidget(m_result, 1);

    connect(m_progress, &ProgressStrip::stopRequested, &m_job, &BulkJob::stop);
    connect(m_retry, &QPushButton::clicked, &m_job, &BulkJob::retryFailed);
    connect(m_goOn, &QPushButton::clicked, &m_job, &BulkJob::goOn);
    connect(m_report, &QPushButton::clicked, this, &BulkStrip::reportRequested);
    connect(m_close, &QToolButton::clicked, this, &BulkStrip::closed);
    connect(&job, &BulkJob::progressChanged, this, &BulkStrip::showProgress);
    showProgress();
}

QString BulkStrip::headline() const
{
    return m_about.isEmpty() ? bulkHeadline(m_job) : m_about + u" · "_s + bulkHeadline(m_job);
}

bool BulkStrip::hasKeyboard() const
{
    const QWidget *focus = window()->focusWidget();
    return focus && isAncestorOf(focus);
}

void BulkStrip::showProgress()
{
    const bool isRunning = m_job.state() != BulkJob::State::Finished;
    const int failed = m_job.count(BulkItem::State::Failed);
    const int skipped = m_job.count(BulkItem::State::Skipped);
    const int unknown = m_job.count(BulkItem::State::Unknown);
    Tone tone = Tone::Running;
    if (!isRunning)
        tone = failed ? Tone::Failed : (skipped || unknown) ? Tone::Attention : Tone::Fine;
    m_state->setState(tone, headline());
    if (hasKeyboard() && m_result->isVisibleTo(this) == isRunning)
        Q_EMIT keyboardLeft();
    m_progress->setVisible(isRunning);
    m_result->setVisible(!isRunning);
    if (isRunning) {
        CellProgress progress;
        progress.done = m_job.share();
        progress.failed = double(failed) / std::max(1, m_job.total());
        QStringList parts;
        const QString phase = m_job.phase();
        const bool isMoving = m_job.bytesDone() < m_job.bytesTotal();
        if (!phase.isEmpty())
            parts << phase;
        else if (m_job.bytesTotal())
            parts << tr("%1 of %2").arg(format::size(m_job.bytesDone()), format::size(m_job.bytesTotal()));
        else if (m_job.rate() >= 1)
            parts << tr("%1 a second").arg(format::number(qint64(m_job.rate())));
        if (isMoving && m_job.rate() > 0)
            parts << format::rate(m_job.rate());
        if (const qint64 left = m_job.secondsLeft(); left > 0 && (isMoving || phase.isEmpty()))
            parts << tr("%1 left").arg(format::duration(left));
        m_progress->setProgress(progress, parts.join(u" · "_s));
        return;
    }
    m_retry->setVisible(failed > 0);
    m_retry->setText(tr("Retry %Ln failed", nullptr, failed));
    m_goOn->setVisible(skipped > 0);
    m_goOn->setText(tr("Go on with %Ln", nullptr, skipped));
}

void BulkStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::lineWidth), m_theme.colour(Token::Line));
}

} // namespace odc
