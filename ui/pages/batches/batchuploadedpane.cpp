// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchuploadedpane.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "batches/batchpreparation.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/uploadedfileedit.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/progressstrip.h"

#include <QFile>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Takes what comes into a file. Pieces are small and written as they come, as downloads do.
class FileSink final : public ContentSink
{
public:
    explicit FileSink(const QString &path) : m_file(path) {}

    bool begin(qint64 offset, qint64) override
    {
        return (m_file.isOpen() || m_file.open(QIODevice::WriteOnly)) && m_file.resize(offset) &&
               m_file.seek(offset);
    }
    bool write(const QByteArray &piece) override { return m_file.write(piece) == piece.size(); }
    QString errorText() const override { return m_file.errorString(); }
    bool finish() { return m_file.flush(); }

private:
    QFile m_file;
};

} // namespace

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
      m_preparation(new BatchPreparation(context.shell.clock, this)),
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
        m_download.cancel();
        m_scratch.reset();
        showState();
    });
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
        m_download.cancel();
        m_scratch.reset();
        m_preparation->clear();
    }
    showState();
    Q_EMIT edited();
}

void BatchUploadedPane::showState()
{
    const bool downloading = m_making || m_download.isRunning();
    m_progress->setVisible(downloading);
    m_checkIt->setEnabled(!fileId().isEmpty() && !downloading && !m_preparation->isRunning());
}

void BatchUploadedPane::download()
{
    m_checked = fileId();
    m_preparation->clear();
    m_making = true;
    showState();
    inBackground(
        this, [] { return ScratchFolder::make(batchScratchRoot()); },
        [this, id = m_checked](const Result<std::shared_ptr<ScratchFolder>> &scratch) {
            m_making = false;
            if (id != fileId())
                showState(); // another file by now
            else if (!scratch)
                refuse(scratch.error());
            else
                downloadTo(*scratch);
        });
}

void BatchUploadedPane::downloadTo(const std::shared_ptr<ScratchFolder> &scratch)
{
    m_scratch = scratch;
    const QString path = scratch->filePath(u"requests.jsonl"_s);
    const auto sink = std::make_shared<FileSink>(path);
    m_download = m_context.session.files().content(
        m_checked, sink, this, [this, sink, scratch, path](const Result<qint64> &bytes) {
            m_download = {};
            const bool written = sink->finish();
            if (scratch != m_scratch)
                return; // another file by now
            if (!bytes)
                refuse(bytes.error());
            else if (!written)
                refuse(ApiError::make(ApiError::Kind::LocalFile, sink->errorText()));
            else
                m_preparation->check(path);
            showState();
        });
    if (CallState *state = m_download.state()) {
        connect(state, &CallState::downloadProgress, this, [this](qint64 received, qint64 total) {
            m_progress->setProgress(
                {.done = total > 0 ? double(received) / double(total) : -1},
                total > 0 ? tr("Downloading: %1 of %2").arg(format::size(received), format::size(total))
                          : tr("Downloading: %1").arg(format::size(received)));
        });
    }
    m_progress->setProgress({.done = -1}, tr("Downloading…"));
    showState();
}

void BatchUploadedPane::refuse(const ApiError &error)
{
    m_scratch.reset();
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
