// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobstrips.h"

#include "base/clock.h"
#include "lists/bulkmodel.h"
#include "transfers/bulkjob.h"
#include "ui/dialogs/bulkreportdialog.h"
#include "ui/pages/bulkstrip.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

JobStrips::JobStrips(const ShellContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void JobStrips::run(BulkJob *job)
{
    dismissSettled();
    job->setParent(this);
    const qint64 started = m_context.clock.monotonicMs();
    auto *strip = new BulkStrip(m_context.theme, *job, this);
    m_layout->addWidget(strip);
    m_strips << strip;
    connect(strip, &BulkStrip::reportRequested, this, [this, job] { showReport(job); });
    connect(strip, &BulkStrip::keyboardLeft, this, &JobStrips::goHome);
    connect(strip, &BulkStrip::closed, this, [this, strip] { dismiss(strip); });
    connect(job, &BulkJob::finished, this, [this, job, started] {
        if (!job->isTransfer())
            Q_EMIT jobEnded(bulkHeadline(*job), m_context.clock.monotonicMs() - started);
        // An answer that was lost is asked about at once; the rest waits for whoever wants to know.
        if (job->count(BulkItem::State::Unknown) > 0)
            showReport(job);
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
    report->open();
}

void JobStrips::dismiss(BulkStrip *strip)
{
    if (strip->hasKeyboard())
        goHome();
    m_strips.removeOne(strip);
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

QString JobStrips::runningWork() const
{
    QStringList parts;
    for (const BulkStrip *strip : m_strips) {
        // Transfers are the queue's: they go on the next time.
        if (strip->job().state() == BulkJob::State::Running && !strip->job().isTransfer())
            parts << bulkHeadline(strip->job());
    }
    return parts.join(u", "_s);
}

} // namespace odc
