// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobstrips.h"

#include "base/clock.h"
#include "transfers/bulkjob.h"
#include "ui/dialogs/bulkreportdialog.h"
#include "ui/pages/bulkstrip.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

JobStrips::JobStrips(const ShellContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

JobStrips::~JobStrips()
{
    // A report closes with its job, and tells: while there still is somebody to tell.
    qDeleteAll(findChildren<BulkStrip *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<BulkJob *>(Qt::FindDirectChildrenOnly));
}

void JobStrips::run(BulkJob *job, const About &about)
{
    dismissSettled();
    job->setParent(this);
    const qint64 started = m_context.clock.monotonicMs();
    auto *strip = new BulkStrip(m_context.theme, *job, about.title, this);
    if (!about.id.isEmpty())
        m_about.insert(strip, about.id);
    m_layout->addWidget(strip);
    m_strips << strip;
    connect(strip, &BulkStrip::reportRequested, this, [this, job] { showReport(job); });
    connect(strip, &BulkStrip::keyboardLeft, this, &JobStrips::goHome);
    connect(strip, &BulkStrip::closed, this, [this, strip] { dismiss(strip); });
    connect(job, &BulkJob::finished, this, [this, job, strip, started] {
        if (!job->isTransfer())
            Q_EMIT jobEnded(strip->headline(), m_context.clock.monotonicMs() - started);
        // An answer that was lost is asked about at once; the rest waits for whoever wants to know.
        if (job->count(BulkItem::State::Unknown) > 0)
            showReport(job);
        dismissPointless();
    });
    job->start();
}

void JobStrips::goHome()
{
    if (m_home)
        m_home->setFocus(Qt::OtherFocusReason);
}

void JobStrips::showReport(BulkJob *job)
{
    auto *report = new BulkReportDialog(m_context.theme, *job, this);
    connect(report, &BulkReportDialog::showObject, this, &JobStrips::showObject);
    ++m_openReports[job];
    connect(report, &QDialog::finished, this, [this, job] {
        if (--m_openReports[job] <= 0)
            m_openReports.remove(job);
        QTimer::singleShot(0, this, &JobStrips::dismissPointless); // once the report itself is away
    });
    report->open();
}

void JobStrips::dismiss(BulkStrip *strip)
{
    if (strip->hasKeyboard())
        goHome();
    m_strips.removeOne(strip);
    m_about.remove(strip);
    m_pointless.remove(strip);
    strip->job().deleteLater();
    strip->deleteLater();
}

void JobStrips::dismissSettled()
{
    const QList<BulkStrip *> strips = m_strips;
    for (BulkStrip *strip : strips) {
        const BulkJob &job = strip->job();
        if (job.state() == BulkJob::State::Finished && job.count(BulkItem::State::Done) == job.total())
            dismiss(strip);
    }
}

void JobStrips::leaveBehind(const BulkJob *job)
{
    const auto its = std::find_if(m_strips.cbegin(), m_strips.cend(),
                                  [job](const BulkStrip *strip) { return &strip->job() == job; });
    if (its != m_strips.cend() && job->state() == BulkJob::State::Finished && !m_openReports.contains(job) &&
        job->count(BulkItem::State::Done) == job->total())
        dismiss(*its);
}

void JobStrips::keepAbout(const QSet<QString> &ids)
{
    for (auto it = m_about.cbegin(); it != m_about.cend(); ++it) {
        if (!ids.contains(it.value()))
            m_pointless.insert(it.key());
    }
    dismissPointless();
}

void JobStrips::dismissPointless()
{
    const QList<BulkStrip *> strips = m_strips;
    for (BulkStrip *strip : strips) {
        const BulkJob &job = strip->job();
        if (m_pointless.contains(strip) && job.state() == BulkJob::State::Finished && !m_openReports.contains(&job))
            dismiss(strip);
    }
}

QString JobStrips::runningWork() const
{
    QStringList parts;
    for (const BulkStrip *strip : m_strips) {
        // Transfers are the queue's: they go on the next time.
        if (strip->job().state() == BulkJob::State::Running && !strip->job().isTransfer())
            parts << strip->headline();
    }
    return parts.join(u", "_s);
}

} // namespace odc
