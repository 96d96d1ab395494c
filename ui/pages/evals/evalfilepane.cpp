// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalfilepane.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "evals/evalrows.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
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

namespace {
constexpr qint64 lookedIntoBytes = 256 * 1024;
} // namespace

EvalFilePane::EvalFilePane(const PageContext &context, const QJsonObject &itemSchema, QWidget *parent)
    : QWidget(parent), m_context(context), m_schema(itemSchema), m_files(new QComboBox(this)),
      m_state(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_files->setObjectName(u"evalFiles"_s);
    m_files->setAccessibleName(tr("File with the rows, or its id"));
    m_files->setEditable(true);
    m_files->setInsertPolicy(QComboBox::NoInsert);
    m_files->lineEdit()->setPlaceholderText(tr("choose a file, or type its id: file-…"));
    m_files->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(m_files, 1);
    QPushButton *upload =
        makeButton(context.shell.theme, tr("Upload a file…"), Icon::Upload, ButtonRole::Default, this);
    upload->setObjectName(u"uploadRows"_s);
    upload->setEnabled(!context.session.isReadOnly());
    row->addWidget(upload);
    layout->addLayout(row);
    m_state->setObjectName(u"evalFileState"_s);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    layout->addStretch(1);
    setFocusProxy(m_files);
    connect(upload, &QPushButton::clicked, this, &EvalFilePane::upload);
    connect(m_files, &QComboBox::editTextChanged, this, [this] {
        if (!m_lookedInto.isEmpty() && fileId() == m_lookedInto)
            return;
        forget();
        if (m_files->currentData().isValid() &&
            m_files->itemText(m_files->currentIndex()) == m_files->currentText())
            lookInto();
        Q_EMIT edited();
    });
    connect(&context.transfers, &TransferQueue::changed, this, &EvalFilePane::followUpload);
    connect(&context.transfers, &TransferQueue::progressed, this, [this] { followUpload(m_transfer); });
    fetchFiles();
}

void EvalFilePane::fetchFiles()
{
    const FileListQuery newest{.purpose = u"evals"_s, .limit = 100, .order = u"desc"_s, .after = {}};
    m_list = m_context.session.files().list(newest, this, [this](const Result<Page<FileObject>> &page) {
        if (!page) {
            m_state->setText(
                tr("The files could not be listed: %1. An id can be typed.").arg(page.error().headline()));
            return;
        }
        const QString before = fileId();
        for (const FileObject &file : page->items)
            addFile(file, false);
        setFileId(before);
    });
}

void EvalFilePane::addFile(const FileObject &file, bool first)
{
    if (m_files->findData(file.id) >= 0)
        return;
    const QString before = m_files->currentText();
    const QSignalBlocker quiet(m_files);
    m_files->insertItem(
        first ? 0 : m_files->count(),
        tr("%1 (%2, %3)").arg(format::oneLine(file.filename), file.id, format::size(file.bytes)), file.id);
    m_files->setCurrentIndex(-1);
    m_files->setEditText(before);
}

void EvalFilePane::setFileId(const QString &id)
{
    if (id == fileId() && (id.isEmpty() || m_files->findData(id) < 0 || m_files->currentIndex() >= 0))
        return;
    const int known = m_files->findData(id);
    const QSignalBlocker quiet(m_files);
    m_files->setCurrentIndex(known);
    if (known < 0)
        m_files->setEditText(id);
    if (id != m_lookedInto) {
        forget();
        if (known >= 0)
            lookInto();
    }
}

QString EvalFilePane::fileId() const
{
    const int named = m_files->findText(m_files->currentText());
    return named >= 0 ? m_files->itemData(named).toString() : m_files->currentText().trimmed();
}

/// What was seen in a file is of that one only; who comes back to it has it looked into again.
void EvalFilePane::forget()
{
    m_look.cancel();
    m_lookedInto.clear();
    m_concern.clear();
    m_state->setText({});
}

void EvalFilePane::lookInto()
{
    m_lookedInto = fileId();
    m_look.cancel();
    m_look = m_context.session.files().contentHead(
        m_lookedInto, lookedIntoBytes, this, [this](const Result<FilesApi::Head> &head) {
            if (!head)
                return; // it may still be what the server can read
            QByteArray bytes = head->bytes;
            if (!head->complete)
                bytes.truncate(bytes.lastIndexOf('\n') + 1);
            inBackground(
                this, [bytes, schema = m_schema] { return readRows(bytes, schema); },
                [this, id = m_lookedInto, complete = head->complete](const EvalRows &rows) {
                    if (id != fileId())
                        return;
                    const QString much = complete ? tr("%Ln row(s)", nullptr, int(rows.content.size()))
                                                  : tr("The first %Ln row(s) were looked at", nullptr,
                                                       int(rows.content.size()));
                    m_concern = rows.problemCount ? tr("Line %1 of the file: %2.")
                                                        .arg(rows.problems.first().line)
                                                        .arg(rows.problems.first().message)
                                : rows.content.isEmpty() ? tr("There are no rows in this file.")
                                                         : QString();
                    m_state->setToken(m_concern.isEmpty() ? Token::Secondary : Token::Warn);
                    m_state->setText(m_concern.isEmpty() ? tr("%1; all fit the schema.").arg(much)
                                                         : much + u"; "_s + m_concern);
                    Q_EMIT edited();
                });
        });
}

void EvalFilePane::upload()
{
    auto *dialog =
        new QFileDialog(this, tr("Upload rows"), m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"uploadRowsDialog"_s);
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
        order.purpose = u"evals"_s;
        m_transfer = m_context.transfers.addUploads({order}).value(0);
        followUpload(m_transfer);
        Q_EMIT edited();
    });
    dialog->open();
}

void EvalFilePane::followUpload(const QString &transferId)
{
    if (m_transfer.isEmpty() || transferId != m_transfer)
        return;
    const TransferStatus status = m_context.transfers.status(m_transfer);
    const TransferRecord &record = status.record;
    m_state->setToken(Token::Secondary);
    switch (record.state) {
    case TransferRecord::State::Completed: {
        m_transfer.clear();
        FileObject file;
        file.id = record.fileId;
        file.filename = record.name;
        file.bytes = record.size;
        addFile(file, true);
        setFileId(file.id);
        m_state->setText(tr("“%1” is uploaded.").arg(record.name));
        Q_EMIT edited();
        return;
    }
    case TransferRecord::State::Failed:
    case TransferRecord::State::Cancelled:
    case TransferRecord::State::Unknown:
        m_transfer.clear();
        m_state->setToken(Token::Bad);
        m_state->setText(tr("“%1” was not uploaded; the Transfers page says why.").arg(record.name));
        Q_EMIT edited();
        return;
    default:
        m_state->setText(
            record.size > 0 ? tr("Uploading “%1”: %2 of %3")
                                  .arg(record.name, format::size(status.bytesDone), format::size(record.size))
                            : tr("Uploading “%1”…").arg(record.name));
        return;
    }
}

} // namespace odc
