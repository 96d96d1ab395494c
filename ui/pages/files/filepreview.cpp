// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepreview.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QImage>
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

FilePreview::FilePreview(Session &session, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_session(session), m_theme(theme)
{
    setObjectName(u"filePreview"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_note = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    m_stack = new QStackedWidget(this);
    m_text = new JsonView(theme, m_stack);
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->setObjectName(u"previewText"_s);
    m_image = new ImageView(theme, m_stack);
    m_image->setObjectName(u"previewImage"_s);
    m_blank = new QWidget(m_stack);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_image);
    m_stack->addWidget(m_blank);
    layout->addWidget(m_stack, 1);
    m_state = new StateOverlay(theme, m_blank);
    connect(m_state, &StateOverlay::actionTriggered, this, [this] {
        if (m_state->kind() == StateOverlay::Kind::Error)
            fetch();
        else
            Q_EMIT downloadRequested();
    });
}

void FilePreview::setFile(const FileObject &file)
{
    if (file.id == m_file.id)
        return;
    m_file = file;
    m_call.cancel();
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
    m_stack->setCurrentWidget(m_blank);
}

void FilePreview::fetch()
{
    m_shownId = m_file.id;
    m_note->hide();
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
    m_call = m_session.files().contentHead(m_file.id, previewBytes(m_file.filename), this,
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
    notes << tr("%Ln line(s)", nullptr, preview.lines);
    if (!preview.complete)
        notes << tr("the first %1 of %2").arg(format::size(textPreviewBytes), format::size(m_file.bytes));
    m_note->setText(notes.join(u" · "_s));
    m_note->show();
    m_text->setContent(preview.text.toUtf8(), formatOf(preview.kind));
    m_stack->setCurrentWidget(m_text);
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
