// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivereportdialog.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;
using State = ArchiveJob::State;

QString archivePhase(const ArchiveJob &job)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("ArchivePace", text); };
    switch (job.state()) {
    case State::Ready:
    case State::Preparing:
        return words(QT_TRANSLATE_NOOP("ArchivePace", "Preparing"));
    case State::Listing:
        return words(QT_TRANSLATE_NOOP("ArchivePace", "Reading lists"));
    case State::Fetching:
        return words(QT_TRANSLATE_NOOP("ArchivePace", "Fetching contents"));
    case State::Verifying:
        return words(QT_TRANSLATE_NOOP("ArchivePace", "Verifying"));
    case State::Ending:
        return words(QT_TRANSLATE_NOOP("ArchivePace", "Stopping"));
    case State::Ended:
        break;
    }
    return job.report().headline();
}

QString archivePace(const ArchiveJob &job)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("ArchivePace", text); };
    QStringList parts;
    if (const QString note = job.note(); !note.isEmpty())
        return note;
    if (job.bytesTotal() > 0 && job.state() == State::Fetching) {
        parts << words(QT_TRANSLATE_NOOP("ArchivePace", "%1 of %2"))
                     .arg(format::size(job.bytesDone()), format::size(job.bytesTotal()));
        if (job.bytesPerSecond() > 0)
            parts << format::rate(job.bytesPerSecond());
    } else if (job.state() == State::Listing && job.objectsPerSecond() >= 1) {
        parts << words(QT_TRANSLATE_NOOP("ArchivePace", "%1 a second"))
                     .arg(format::number(qint64(job.objectsPerSecond())));
    }
    if (const qint64 left = job.secondsLeft(); left > 0)
        parts << words(QT_TRANSLATE_NOOP("ArchivePace", "about %1 left")).arg(format::duration(left));
    return parts.join(u" · "_s);
}

ArchiveReportDialog::ArchiveReportDialog(const Theme &theme, ArchiveJob &job, QWidget *parent)
    : ConsoleDialog(theme, tr("Archive of %1").arg(format::oneLine(job.options().source.title(), 60)), parent), m_job(job)
{
    setObjectName(u"archiveReport"_s);
    m_bar = new ProgressLine(theme, this);
    body()->addWidget(m_bar);
    m_pace = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this);
    body()->addWidget(m_pace);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(metrics::edge);
    m_grid->setVerticalSpacing(metrics::inside);
    m_grid->setColumnStretch(3, 1);
    body()->addLayout(m_grid);
    m_failures = new QPlainTextEdit(this);
    m_failures->setObjectName(u"archiveFailures"_s);
    m_failures->setAccessibleName(tr("What could not be fetched"));
    m_failures->setReadOnly(true);
    m_failures->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    body()->addWidget(m_failures, 1);
    body()->addStretch(0);

    auto *copy = new CopyButton(theme, tr("Copy the report"), this);
    copy->setObjectName(u"copyArchiveReport"_s);
    copy->setText(tr("Copy report"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(false);
    setButtonRole(copy, ButtonRole::Default);
    copy->setSource([this] { return m_job.report().toText(m_job.options().source, m_job.options().folder); });
    addToRow(copy);
    m_showFolder = addButton(tr("Show folder"), ButtonRole::Default);
    m_showFolder->setObjectName(u"showArchiveFolder"_s);
    m_open = addButton(tr("Open archive"), ButtonRole::Default);
    m_open->setObjectName(u"openArchiveNow"_s);
    m_goOn = addButton(tr("Go on"), ButtonRole::Default);
    m_goOn->setObjectName(u"goOnArchiveNow"_s);
    // Last of those that come and go: no other one takes the place where it was.
    m_stop = addButton(tr("Stop"), ButtonRole::Default);
    m_stop->setObjectName(u"stopArchive"_s);
    m_stop->setToolTip(tr("It goes on where it was when it is started again."));
    m_close = addButton(tr("Close"), ButtonRole::Primary);
    m_close->setObjectName(u"closeArchiveReport"_s);
    connect(m_stop, &QPushButton::clicked, &m_job, &ArchiveJob::stop);
    connect(m_showFolder, &QPushButton::clicked, this,
            [this] { Q_EMIT showFolderRequested(m_job.options().folder); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested(m_job.options().folder);
        accept();
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT goOnRequested();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&job, &ArchiveJob::progressChanged, this, &ArchiveReportDialog::showProgress);
    connect(&job, &QObject::destroyed, this, &QDialog::reject);
    setWantedSize({660, 460});
    showProgress();
}

ArchiveReportDialog::Row &ArchiveReportDialog::rowOf(const QString &list)
{
    const auto known = m_rows.find(list);
    if (known != m_rows.end())
        return *known;
    const int row = m_grid->rowCount();
    m_grid->addWidget(
        new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, archivePartTitle(list), this), row,
        0);
    Row made{new TextLabel(theme(), Theme::FontRole::Body, Token::Text, {}, this),
             new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this),
             new StateLabel(theme(), this)};
    made.count->setObjectName(u"archiveCount-"_s + list);
    made.state->setObjectName(u"archiveState-"_s + list);
    made.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    made.changed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(made.count, row, 1);
    m_grid->addWidget(made.changed, row, 2);
    m_grid->addWidget(made.state, row, 3);
    return *m_rows.insert(list, made);
}

void ArchiveReportDialog::showRow(const ArchiveJob::Progress &line)
{
    Row &row = rowOf(line.list);
    row.count->setText(line.total > line.done
                           ? tr("%1 of %2").arg(format::number(line.done), format::number(line.total))
                           : format::number(line.done));
    row.changed->setText(tr("%1 new or changed").arg(format::number(line.changed)));
    const ArchiveReport &report = m_job.report();
    const ArchiveReport::Line *end = m_job.isRunning() ? nullptr : report.line(line.list);
    if (!line.unavailable.isEmpty()) {
        row.state->setState(Tone::Attention, tr("not available at the source"));
        row.state->setToolTip(line.unavailable.toHtmlEscaped());
        return;
    }
    QStringList parts;
    if (end && report.verified) {
        parts << (end->gone > 0 ? tr("%1 verified, %2 of them gone at the source")
                                      .arg(format::number(end->inArchive), format::number(end->gone))
                                : tr("%1 verified").arg(format::number(end->inArchive)));
    }
    if (line.underWay > 0)
        parts << tr("%Ln still in progress", nullptr, int(line.underWay));
    if (line.refused > 0)
        parts << tr("%Ln not handed out", nullptr, int(line.refused));
    // What was cancelled counts items that were never made.
    if (line.failed == 0 && line.announced > line.done)
        parts << tr("%Ln more counted, but never made", nullptr, int(line.announced - line.done));
    const qint64 failed = line.failed - line.refused;
    if (failed > 0)
        parts << tr("%Ln failed", nullptr, int(failed));
    row.state->setState(failed > 0         ? Tone::Failed
                        : line.refused > 0 || line.underWay > 0 ? Tone::Attention
                        : parts.isEmpty()  ? Tone::None
                                           : Tone::Fine,
                        parts.join(u", "_s));
}

void ArchiveReportDialog::showProgress()
{
    const bool runs = m_job.isRunning();
    setIntroduction(archivePhase(m_job));
    for (const ArchiveJob::Progress &line : m_job.progress())
        showRow(line);
    m_bar->setVisible(runs);
    m_pace->setVisible(runs);
    CellProgress progress;
    progress.done = m_job.fraction();
    m_bar->setProgress(progress);
    m_pace->setText(archivePace(m_job));
    m_ran = m_ran || runs;
    m_stop->setVisible(m_ran);
    m_stop->setEnabled(runs && m_job.state() != State::Ending);
    for (QPushButton *button : {m_showFolder, m_open})
        button->setVisible(!runs);
    m_goOn->setVisible(!runs && m_job.report().canGoOn());
    showReport();
}

void ArchiveReportDialog::showReport()
{
    const QList<ArchiveFailure> &all = m_job.isRunning() ? m_job.manifest().failures : m_job.report().failures;
    if (all.size() < m_shown) {
        m_failures->clear();
        m_shown = 0;
    }
    QStringList lines; // only what is new: there may be thousands, and what is read stays where it is
    for (; m_shown < all.size(); ++m_shown) {
        const ArchiveFailure &failure = all.at(m_shown);
        const QString name = failure.name.isEmpty() ? failure.key : failure.name;
        lines << archivePartTitle(failure.list) + u": "_s +
                     (name.isEmpty() ? QString() : format::oneLine(name, 80) + u": "_s) + failure.reason;
    }
    if (!lines.isEmpty())
        m_failures->appendPlainText(lines.join(u'\n'));
    m_failures->setVisible(m_shown > 0);
    if (!m_job.isRunning() && !m_job.report().advice.isEmpty())
        setIntroduction(m_job.report().headline() + u' ' + m_job.report().advice);
}

} // namespace odc
