// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepreview.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/pages/files/linesfetch.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"

#include <QHBoxLayout>
#include <QImage>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

JsonView::Format formatOf(ContentPreview::Kind kind)
{
    switch (kind) {
    case ContentPreview::Kind::Json:
        return JsonView::Format::Json;
    case ContentPreview::Kind::JsonLines:
        return JsonView::Format::JsonLines;
    case ContentPreview::Kind::Text:
    case ContentPreview::Kind::Image:
    case ContentPreview::Kind::Binary:
    case ContentPreview::Kind::Empty:
        return JsonView::Format::Plain;
    }
    return JsonView::Format::Plain;
}

} // namespace

FilePreview::FilePreview(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_fetch(new LinesFetch(context.session, this))
{
    const Theme &theme = context.shell.theme;
    setObjectName(u"filePreview"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_note = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this);
    m_note->setWordWrap(true);
    m_note->hide();
    m_openAll = makeButton(theme, tr("Open all lines"), Icon::External, ButtonRole::Default, this);
    m_openAll->setObjectName(u"openAllLines"_s);
    m_openAll->setToolTip(tr("Fetches the whole file and opens it in a window of its own"));
    m_openAll->hide();
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::inside);
    top->addWidget(m_note, 1);
    top->addWidget(m_openAll, 0, Qt::AlignRight);
    layout->addLayout(top);
    m_progress = new ProgressStrip(theme, this);
    m_progress->hide();
    layout->addWidget(m_progress);
    m_stack = new QStackedWidget(this);
    m_text = new JsonView(theme, m_stack);
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->setObjectName(u"previewText"_s);
    m_image = new ImageView(theme, m_stack);
    m_image->setObjectName(u"previewImage"_s);
    m_blank = new QWidget(m_stack);
    m_lines = new JsonlView(theme, m_stack);
    m_lines->setObjectName(u"previewLines"_s);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_lines);
    m_stack->addWidget(m_image);
    m_stack->addWidget(m_blank);
    layout->addWidget(m_stack, 1);
    m_state = new StateOverlay(theme, m_blank);
    m_state->setObjectName(u"previewState"_s);
    connect(m_state, &StateOverlay::actionTriggered, this, [this] {
        if (m_state->kind() == StateOverlay::Kind::Error)
            fetch();
        else
            Q_EMIT downloadRequested();
    });
    connect(m_openAll, &QPushButton::clicked, this, &FilePreview::fetchAll);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] {
        m_fetch->cancel();
        showFetching(-1, 0);
    });
    connect(m_fetch, &LinesFetch::progressed, this, &FilePreview::showFetching);
    connect(m_fetch, &LinesFetch::fetched, this, [this](const QString &path, const LinesFetch::Folder &folder) {
        showFetching(-1, 0);
        const qint64 line = m_lines->currentLine();
        JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings, path, line, 0, this, m_file.filename)
            ->keepWhileOpen(folder);
    });
    connect(m_fetch, &LinesFetch::failed, this, [this](const ApiError &error) {
        showFetching(-1, 0);
        m_note->setText(error.headline());
        m_note->show();
    });
}

void FilePreview::setFile(const FileObject &file)
{
    if (file.id == m_file.id)
        return;
    m_file = file;
    m_call.cancel();
    m_fetch->cancel();
    showFetching(-1, 0);
    m_lines->close();
    m_shownId.clear();
    if (isVisible())
        fetch();
}

void FilePreview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_shownId != m_file.id)
        fetch();
}

void FilePreview::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_call.isRunning()) {
        m_call.cancel();
        m_shownId.clear();
    }
}

void FilePreview::say(const QString &sentence, const QString &detail, bool offerDownload)
{
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Unavailable;
    state.icon = Icon::EyeOff;
    state.sentence = sentence;
    state.detail = detail;
    if (offerDownload)
        state.actionText = tr("Download");
    m_state->setState(state);
    m_note->hide();
    m_openAll->hide();
    m_stack->setCurrentWidget(m_blank);
}

void FilePreview::fetch()
{
    m_shownId = m_file.id;
    m_note->hide();
    m_openAll->hide();
    if (m_file.id.isEmpty()) {
        m_state->clear();
        m_stack->setCurrentWidget(m_blank);
        return;
    }
    if (!filepurpose::isDownloadable(m_file.purpose)) {
        say(tr("Files for “%1” cannot be looked into.").arg(m_file.purpose),
            tr("The service stores them, but hands their content out to nobody."), false);
        return;
    }
    StateOverlay::State loading;
    loading.kind = StateOverlay::Kind::Loading;
    loading.sentence = tr("Fetching the beginning of the file…");
    m_state->setState(loading);
    m_stack->setCurrentWidget(m_blank);
    m_call = m_context.session.files().contentHead(m_file.id, previewBytes(m_file.filename), this,
                                           [this](Result<FilesApi::Head> head) {
        if (head) {
            received(head->bytes, head->complete);
            return;
        }
        const ApiError &error = head.error();
        if (error.kind == ApiError::Kind::Invalid) {
            // The service's own word on purposes it does not hand out.
            say(tr("The service does not hand out this file."), error.message, false);
            return;
        }
        StateOverlay::State failed;
        failed.kind = StateOverlay::Kind::Error;
        failed.sentence = error.headline();
        failed.detail = error.message.isEmpty() ? error.advice() : error.message;
        failed.actionText = tr("Try again");
        m_state->setState(failed);
    });
}

void FilePreview::received(const QByteArray &head, bool complete)
{
    const QString id = m_file.id;
    const QString name = m_file.filename;
    const auto read = [head, complete, name] { return makePreview(head, complete, name); };
    inBackground(this, read, [this, id](const ContentPreview &preview) {
        if (id == m_file.id)
            present(preview);
    });
}

void FilePreview::present(const ContentPreview &preview)
{
    QStringList notes;
    switch (preview.kind) {
    case ContentPreview::Kind::Empty:
        say(tr("The file is empty."), {}, false);
        return;
    case ContentPreview::Kind::Binary:
        say(tr("This file holds no text or picture that can be shown."),
            preview.bytes.isEmpty() ? QString() : tr("The picture is too large for a preview."), true);
        return;
    case ContentPreview::Kind::Image:
        presentImage(preview.bytes);
        return;
    case ContentPreview::Kind::Text:
    case ContentPreview::Kind::Json:
    case ContentPreview::Kind::JsonLines:
        break;
    }
    if (preview.decoded)
        notes << tr("decoded from base64");
    if (!preview.inLines) // that view counts them itself
        notes << tr("%Ln line(s)", nullptr, preview.lines);
    if (!preview.complete)
        notes << tr("the first %1 of %2").arg(format::size(textPreviewBytes), format::size(m_file.bytes));
    m_note->setText(notes.join(u" · "_s));
    m_note->setVisible(!notes.isEmpty());
    if (preview.inLines) {
        presentLines(preview);
        return;
    }
    m_text->setContent(preview.text.toUtf8(), formatOf(preview.kind));
    m_stack->setCurrentWidget(m_text);
}

void FilePreview::presentLines(const ContentPreview &preview)
{
    m_lines->openContent(preview.bytes, m_file.filename);
    m_lines->setJson(preview.kind == ContentPreview::Kind::JsonLines);
    m_openAll->setVisible(!preview.decoded); // what is fetched is not decoded
    m_stack->setCurrentWidget(m_lines);
}

void FilePreview::fetchAll()
{
    m_fetch->start(m_file);
    if (m_fetch->isRunning())
        showFetching(0, m_file.bytes);
}

void FilePreview::showFetching(qint64 done, qint64 total)
{
    m_openAll->setEnabled(done < 0);
    m_progress->setVisible(done >= 0);
    if (done >= 0) {
        m_progress->setProgress({.done = double(done) / double(std::max<qint64>(1, total))},
                                tr("%1 of %2").arg(format::size(done), format::size(total)));
    }
}

void FilePreview::presentImage(const QByteArray &bytes)
{
    // Decoding a large photograph takes longer than a frame.
    const QString id = m_file.id;
    inBackground(this, [bytes] { return QImage::fromData(bytes); }, [this, id](const QImage &image) {
        if (id != m_file.id)
            return;
        if (image.isNull()) {
            say(tr("The picture is damaged."), {}, true);
            return;
        }
        const QString size = tr("%1 × %2 pixels").arg(image.width()).arg(image.height());
        m_note->setText(size);
        m_note->show();
        m_image->setImage(image);
        m_image->setDescription(m_file.filename + u", "_s + size);
        m_stack->setCurrentWidget(m_image);
    });
}

} // namespace odc
