// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineslook.h"

#include "base/format.h"
#include "batches/batchinput.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/widgets/messagebar.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto lookKey = u"linesLook"_s;

} // namespace

LinesLook::LinesLook(const PageContext &context, QWidget *window, MessageBar &messages)
    : QObject(window), m_context(context), m_window(window), m_messages(messages),
      m_fetch(new BatchFetch(context.session, batchScratchRoot(), this))
{
    connect(m_fetch, &BatchFetch::progressed, this, &LinesLook::showProgress);
    connect(m_fetch, &BatchFetch::finished, this, &LinesLook::finished);
    connect(m_fetch, &BatchFetch::failed, this, &LinesLook::failed);
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key != lookKey)
            return;
        m_fetch->stop();
        m_messages.dismiss(lookKey);
    });
}

void LinesLook::open(const QString &fileId, qint64 line, const QString &title)
{
    if (fileId.isEmpty())
        return;
    m_messages.dismiss(lookKey);
    m_fileId = fileId;
    m_line = line;
    m_title = title;
    // A batch that has but this one file.
    BatchObject only;
    only.id = fileId;
    only.inputFileId = fileId;
    m_fetch->fetch({only});
}

void LinesLook::showProgress()
{
    if (!m_fetch->isRunning())
        return;
    Message message;
    message.kind = Message::Kind::Info;
    message.key = lookKey;
    const QString done = format::size(m_fetch->bytesDone());
    message.text = m_fetch->bytesTotal() > 0
                       ? tr("Fetching %1: %2 of %3.").arg(m_title, done, format::size(m_fetch->bytesTotal()))
                       : tr("Fetching %1: %2.").arg(m_title, done);
    message.actionText = tr("Stop");
    m_messages.showMessage(message);
}

void LinesLook::finished(const BatchFiles &files)
{
    m_messages.dismiss(lookKey);
    if (files.input.isEmpty()) {
        failed(files.missing.isEmpty() ? ApiError() : files.missing.first().error);
        return;
    }
    JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings, files.input, m_line, 0,
                              m_window, m_title)
        ->keepWhileOpen(files.folder);
}

void LinesLook::failed(const ApiError &error)
{
    Message message;
    message.kind = Message::Kind::Error;
    message.key = lookKey;
    message.text = error.kind == ApiError::Kind::NotFound
                       ? tr("The file %1 is not there any more.").arg(format::oneLine(m_fileId, 60))
                       : tr("The file %1 could not be read: %2. %3")
                             .arg(format::oneLine(m_fileId, 60), error.headline(), error.advice())
                             .trimmed();
    message.details = error.details();
    m_messages.showMessage(message);
}

} // namespace odc
