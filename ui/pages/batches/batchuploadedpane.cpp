// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchuploadedpane.h"

#include "base/format.h"
#include "batches/batchpreparation.h"
#include "batches/scratchfetch.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/uploadedfileedit.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/progressstrip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

BatchUploadedPane::BatchUploadedPane(const PageContext &context, QWidget *parent)
    : BatchSourcePane(parent), m_context(context),
      m_file(new UploadedFileEdit(
          context, u"batch"_s, {tr("File with the requests, or its id"), u"batchFiles"_s, {}, {}, {}}, this)),
      m_checkIt(makeButton(context.shell.theme, tr("Check it"), Icon::Check, ButtonRole::Default, this)),
      m_note(new HintLabel(
          context.shell.theme, Theme::FontRole::Small,
          tr("The service checks it after the batch is created. To check it before, it is downloaded."),
          this)),
      m_progress(new ProgressStrip(context.shell.theme, this)),
      m_fetch(new ScratchFetch(context.session, this)), m_preparation(new BatchPreparation(context.shell.clock, this)),
      m_check(new BatchCheckView(context, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    layout->addWidget(m_file);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_checkIt->setObjectName(u"checkUploaded"_s);
    row->addWidget(m_checkIt);
    row->addWidget(m_note, 1);
    layout->addLayout(row);
    m_progress->hide();
    m_progress->layout()->setContentsMargins({});
    layout->addWidget(m_progress);
    layout->addWidget(m_check, 1);
    setFocusProxy(m_file);
    m_check->follow(m_preparation);
    connect(m_file, &UploadedFileEdit::fileChanged, this, &BatchUploadedPane::forget);
    connect(m_checkIt, &QPushButton::clicked, this, &BatchUploadedPane::download);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] {
        m_fetch->clear();
        showState();
    });
    connect(m_fetch, &ScratchFetch::progressed, this, &BatchUploadedPane::showState);
    connect(m_fetch, &ScratchFetch::fetched, this, [this](const QString &path) {
        m_preparation->check(path);
        showState();
    });
    connect(m_fetch, &ScratchFetch::failed, this, &BatchUploadedPane::refuse);
    connect(m_check, &BatchCheckView::changed, this, [this] {
        showState();
        Q_EMIT edited();
    });
    showState();
}

void BatchUploadedPane::setFileId(const QString &id)
{
    m_file->setFileId(id);
}

QString BatchUploadedPane::fileId() const
{
    return m_file->fileId();
}

/// What was found is of the file that was chosen before.
void BatchUploadedPane::forget()
{
    if (fileId() != m_checked) {
        m_checked.clear();
        m_fetch->clear();
        m_preparation->clear();
    }
    showState();
    Q_EMIT edited();
}

void BatchUploadedPane::showState()
{
    const bool downloading = m_fetch->isRunning();
    m_progress->setVisible(downloading);
    if (downloading && m_fetch->total() > 0)
        m_progress->setProgress(
            {.done = double(m_fetch->received()) / double(m_fetch->total())},
            tr("Downloading: %1 of %2").arg(format::size(m_fetch->received()), format::size(m_fetch->total())));
    else if (downloading)
        m_progress->setProgress({.done = -1},
                                m_fetch->received() > 0
                                    ? tr("Downloading: %1").arg(format::size(m_fetch->received()))
                                    : tr("Downloading…"));
    m_checkIt->setEnabled(!fileId().isEmpty() && !downloading && !m_preparation->isRunning());
}

void BatchUploadedPane::download()
{
    m_checked = fileId();
    m_preparation->clear();
    m_fetch->fetch(m_checked, u"requests.jsonl"_s);
}

void BatchUploadedPane::refuse(const ApiError &error)
{
    m_checked.clear();
    m_file->say(error.headline() + u' ' + (error.message.isEmpty() ? error.advice() : error.message),
                Token::Bad);
    showState();
}

QList<FormProblem> BatchUploadedPane::problems() const
{
    if (fileId().isEmpty())
        return {}; // said of the request
    if (const QString fault = m_check->fault(); !fault.isEmpty())
        return {{u"source.uploaded"_s, fault}};
    const BatchInputPtr checked = m_preparation->input();
    if (checked && checked->check.tooBig)
        return {{u"source.uploaded"_s,
                 tr("The file is too big for one batch: only a file on this computer can be split.")}};
    return {};
}

void BatchUploadedPane::focusField(const QString &)
{
    m_file->setFocus();
}

QString BatchUploadedPane::endpoint() const
{
    const BatchInputPtr checked = m_preparation->input();
    return checked ? checked->check.endpoint : QString();
}

QString BatchUploadedPane::endpointReason() const
{
    return endpoint().isEmpty() ? QString() : tr("The requests in the file say so.");
}

} // namespace odc
