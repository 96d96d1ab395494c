// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadedfileedit.h"

#include "api/session.h"
#include "base/format.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/forms/filepickerdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

UploadedFileEdit::UploadedFileEdit(const PageContext &context, const QString &purpose, const Texts &texts,
                                   QWidget *parent)
    : QWidget(parent), m_context(context), m_purpose(purpose), m_files(new QComboBox(this)),
      m_state(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_files->setObjectName(texts.listName);
    m_files->setAccessibleName(texts.name);
    m_files->setEditable(true);
    m_files->setInsertPolicy(QComboBox::NoInsert);
    m_files->lineEdit()->setPlaceholderText(tr("choose a file, or type its id: file-…"));
    m_files->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_files, 1);
    if (!texts.browse.isEmpty()) {
        QToolButton *all = makeIconButton(context.shell.theme, Icon::Search, texts.browse, this);
        all->setObjectName(texts.listName + u"Browse"_s);
        row->addWidget(all);
        connect(all, &QToolButton::clicked, this, [this, texts] { browse(texts.browse); });
    }
    if (!texts.upload.isEmpty()) {
        QPushButton *upload =
            makeButton(context.shell.theme, texts.upload, Icon::Upload, ButtonRole::Default, this);
        upload->setObjectName(texts.uploadName);
        upload->setEnabled(!context.session.isReadOnly());
        row->addWidget(upload);
        connect(upload, &QPushButton::clicked, this, [this, texts] { this->upload(texts); });
    }
    layout->addLayout(row);
    m_state->setObjectName(texts.listName + u"State"_s);
    m_state->setWordWrap(true);
    m_state->hide();
    layout->addWidget(m_state);
    setFocusProxy(m_files);
    connect(m_files, &QComboBox::editTextChanged, this, [this] {
        if (fileId() == m_told && !m_told.isEmpty())
            return;
        m_told = fileId();
        say({}, Token::Secondary);
        Q_EMIT fileChanged();
    });
    connect(&context.transfers, &TransferQueue::changed, this, &UploadedFileEdit::followUpload);
    connect(&context.transfers, &TransferQueue::progressed, this, [this] { followUpload(m_transfer); });
    fetchFiles();
}

void UploadedFileEdit::say(const QString &text, Token token)
{
    m_state->setToken(token);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void UploadedFileEdit::fetchFiles()
{
    const FileListQuery newest{.purpose = m_purpose, .limit = 100, .order = u"desc"_s, .after = {}};
    m_list = m_context.session.files().list(newest, this, [this](const Result<Page<FileObject>> &page) {
        if (!page) {
            say(tr("The files could not be listed: %1. An id can be typed.").arg(page.error().headline()),
                Token::Secondary);
            return;
        }
        const QString before = fileId();
        for (const FileObject &file : page->items)
            addFile(file, false);
        setFileId(before);
    });
}

void UploadedFileEdit::addFile(const FileObject &file, bool first)
{
    if (m_files->findData(file.id) >= 0)
        return;
    const QString before = m_files->currentText();
    const QSignalBlocker quiet(m_files);
    m_files->insertItem(
        first ? 0 : m_files->count(),
        tr("%1 (%2, %3)").arg(format::oneLine(file.filename), file.id, format::size(file.bytes)), file.id);
    m_files->setItemData(m_files->findData(file.id), file.filename, Qt::UserRole + 1);
    m_files->setCurrentIndex(-1);
    m_files->setEditText(before);
}

void UploadedFileEdit::setFileId(const QString &id)
{
    const int known = m_files->findData(id);
    if (id == fileId() && (id.isEmpty() || known < 0 || m_files->currentIndex() >= 0))
        return;
    const bool listedNow = known >= 0; // its name takes the place of its id: something is known of it
    {
        const QSignalBlocker quiet(m_files);
        m_files->setCurrentIndex(known);
        if (known < 0)
            m_files->setEditText(id);
    }
    if (m_told == id && !listedNow)
        return;
    m_told = id;
    say({}, Token::Secondary);
    Q_EMIT fileChanged();
}

QString UploadedFileEdit::fileId() const
{
    const int named = m_files->findText(m_files->currentText());
    return named >= 0 ? m_files->itemData(named).toString() : m_files->currentText().trimmed();
}

bool UploadedFileEdit::isListed() const
{
    return m_files->findData(fileId()) >= 0;
}

QString UploadedFileEdit::fileName() const
{
    const int known = m_files->findData(fileId());
    return known >= 0 ? m_files->itemData(known, Qt::UserRole + 1).toString() : fileId();
}

void UploadedFileEdit::browse(const QString &introduction)
{
    auto *dialog = new FilePickerDialog(m_context, introduction, this, FilePicker::Choice::One,
                                        u"purpose:"_s + m_purpose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const FileObject file = dialog->files().value(0);
        addFile(file, true);
        setFileId(file.id);
    });
    dialog->open();
}

void UploadedFileEdit::upload(const Texts &texts)
{
    auto *dialog =
        new QFileDialog(this, texts.uploadTitle, m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(texts.uploadName + u"Dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        const QFileInfo file(path);
        UploadOrder order;
        order.path = path;
        order.name = file.fileName();
        order.size = file.size();
        order.purpose = m_purpose;
        m_transfer = m_context.transfers.addUploads({order}).value(0);
        followUpload(m_transfer);
        Q_EMIT uploadChanged();
    });
    dialog->open();
}

void UploadedFileEdit::followUpload(const QString &transferId)
{
    if (m_transfer.isEmpty() || transferId != m_transfer)
        return;
    const TransferStatus status = m_context.transfers.status(m_transfer);
    const TransferRecord &record = status.record;
    switch (record.state) {
    case TransferRecord::State::Completed: {
        m_transfer.clear();
        FileObject file;
        file.id = record.fileId;
        file.filename = record.name;
        file.bytes = record.size;
        addFile(file, true);
        setFileId(file.id);
        say(tr("“%1” is uploaded.").arg(record.name), Token::Secondary);
        Q_EMIT uploadChanged();
        return;
    }
    case TransferRecord::State::Failed:
    case TransferRecord::State::Cancelled:
    case TransferRecord::State::Unknown:
        m_transfer.clear();
        say(tr("“%1” was not uploaded; the Transfers page says why.").arg(record.name), Token::Bad);
        Q_EMIT uploadChanged();
        return;
    default:
        say(record.size > 0 ? tr("Uploading “%1”: %2 of %3")
                                  .arg(record.name, format::size(status.bytesDone), format::size(record.size))
                            : tr("Uploading “%1”…").arg(record.name),
            Token::Secondary);
        return;
    }
}

} // namespace odc
