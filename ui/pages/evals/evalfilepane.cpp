// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalfilepane.h"

#include "api/session.h"
#include "base/background.h"
#include "evals/evalrows.h"
#include "ui/forms/uploadedfileedit.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 lookedIntoBytes = 256 * 1024;
} // namespace

EvalFilePane::EvalFilePane(const PageContext &context, const QJsonObject &itemSchema, QWidget *parent)
    : QWidget(parent), m_context(context), m_schema(itemSchema),
      m_file(new UploadedFileEdit(context, u"evals"_s,
                                  {tr("File with the rows, or its id"), u"evalFiles"_s, tr("Upload a file…"),
                                   tr("Upload rows"), u"uploadRows"_s},
                                  this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addStretch(1);
    setFocusProxy(m_file);
    connect(m_file, &UploadedFileEdit::fileChanged, this, &EvalFilePane::fileChanged);
    connect(m_file, &UploadedFileEdit::uploadChanged, this, &EvalFilePane::edited);
}

void EvalFilePane::setFileId(const QString &id)
{
    m_file->setFileId(id);
}

QString EvalFilePane::fileId() const
{
    return m_file->fileId();
}

bool EvalFilePane::isUploading() const
{
    return m_file->isUploading();
}

void EvalFilePane::fileChanged()
{
    m_look.cancel();
    m_lookedInto.clear();
    m_concern.clear();
    if (m_file->isListed())
        lookInto();
    Q_EMIT edited();
}

void EvalFilePane::lookInto()
{
    m_lookedInto = fileId();
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
                    m_file->say(m_concern.isEmpty() ? tr("%1; all fit the schema.").arg(much)
                                                    : much + u"; "_s + m_concern,
                                m_concern.isEmpty() ? Token::Secondary : Token::Warn);
                    Q_EMIT edited();
                });
        });
}

} // namespace odc
