// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivestrip.h"

#include "base/clock.h"
#include "base/format.h"
#include "ui/context/archiveservice.h"
#include "ui/dialogs/archivereportdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"

#include <QHBoxLayout>
#include <QPainter>

namespace odc {

using namespace Qt::StringLiterals;
using Outcome = ArchiveReport::Outcome;

namespace {

/// Work shorter than this ends before anybody looks away.
constexpr qint64 notifyAfterMs = 10'000;

} // namespace

ArchiveStrip::ArchiveStrip(const ShellContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"archiveStrip"_s);
    const Theme &theme = context.theme;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::tight, metrics::between, metrics::tight);
    layout->setSpacing(metrics::between);
    m_state = new StateLabel(theme, this);
    m_state->setObjectName(u"archiveState"_s);
    layout->addWidget(m_state);
    m_progress = new ProgressStrip(theme, this);
    layout->addWidget(m_progress, 1);
    m_details = makeButton(theme, tr("Details"), Icon::Info, ButtonRole::Default, this);
    m_details->setObjectName(u"archiveDetails"_s);
    m_result = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_result);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::inside);
    // Not where Stop was: a click that comes a moment late must not open or begin anything.
    m_goOn = makeButton(theme, tr("Go on"), Icon::Refresh, ButtonRole::Default, m_result);
    m_goOn->setObjectName(u"goOnArchive"_s);
    m_goOn->setToolTip(tr("Into the same folder, from where it was."));
    buttons->addWidget(m_goOn);
    m_open = makeButton(theme, tr("Open archive"), Icon::Folder, ButtonRole::Default, m_result);
    m_open->setObjectName(u"openArchived"_s);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_details);
    auto *close = makeIconButton(theme, Icon::Close, tr("Close"), this);
    close->setObjectName(u"closeArchiveStrip"_s);
    layout->addWidget(close);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] {
        if (m_job)
            m_job->stop();
    });
    connect(m_details, &QPushButton::clicked, this, &ArchiveStrip::showReport);
    connect(m_goOn, &QPushButton::clicked, &context.archives, &ArchiveService::goOn);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_job)
            Q_EMIT openRequested(m_job->options().folder);
    });
    connect(close, &QToolButton::clicked, this, [this] { hide(); });
    connect(&context.archives, &ArchiveService::started, this, &ArchiveStrip::follow);
    connect(&context.archives, &ArchiveService::ended, this, &ArchiveStrip::ended);
    hide();
    if (ArchiveJob *job = context.archives.job())
        follow(job);
}

QString ArchiveStrip::whatGoesOn() const
{
    return m_context.archives.isBusy()
               ? tr("An archive is being made. It goes on where it was when it is started again.")
               : QString();
}

void ArchiveStrip::follow(ArchiveJob *job)
{
    m_job = job;
    m_beganMs = m_context.clock.monotonicMs();
    connect(job, &ArchiveJob::progressChanged, this, &ArchiveStrip::showProgress);
    showProgress();
    show();
}

void ArchiveStrip::showReport()
{
    if (!m_job || m_report)
        return;
    m_report = new ArchiveReportDialog(m_context.theme, *m_job, window());
    connect(m_report, &ArchiveReportDialog::openRequested, this, &ArchiveStrip::openRequested);
    connect(m_report, &ArchiveReportDialog::goOnRequested, &m_context.archives, &ArchiveService::goOn);
    connect(m_report, &ArchiveReportDialog::showFolderRequested, this, &ArchiveStrip::showFolderRequested);
    m_report->open();
}

void ArchiveStrip::showProgress()
{
    if (!m_job)
        return;
    const bool runs = m_context.archives.isBusy() && m_job->isRunning();
    m_progress->setVisible(runs);
    m_result->setVisible(!runs);
    if (runs) {
        const bool waits = !m_job->note().isEmpty();
        m_state->setState(waits ? Tone::Attention : Tone::Running,
                          tr("Archive of %1: %2").arg(format::oneLine(m_job->options().source.title(), 40),
                                                        archivePhase(*m_job)));
        CellProgress progress;
        progress.done = m_job->fraction();
        m_progress->setProgress(progress, archivePace(*m_job));
        m_progress->setStopEnabled(m_job->state() != ArchiveJob::State::Ending);
        return;
    }
    const ArchiveReport &report = m_job->report();
    const Tone tone = report.outcome == Outcome::Complete      ? Tone::Fine
                      : report.outcome == Outcome::Interrupted ? Tone::Failed
                                                               : Tone::Attention;
    m_state->setState(tone, report.headline());
    m_goOn->setVisible(report.canGoOn());
    m_open->setVisible(report.verified);
}

void ArchiveStrip::ended()
{
    showProgress();
    show();
    if (m_job && m_context.clock.monotonicMs() - m_beganMs >= notifyAfterMs)
        Q_EMIT notice(m_job->report().headline());
}

void ArchiveStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colour(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::lineWidth), m_context.theme.colour(Token::Line));
}

} // namespace odc
