// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecommands.h"

#include "base/format.h"
#include "lists/filesmodel.h"
#include "transfers/filenews.h"
#include "transfers/filetasks.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/pages/deletionuses.h"
#include "ui/pages/filedownload.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"

#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(const PageContext &context, FilesModel &model, QWidget *window, JobStrips &jobs,
                           MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs), m_messages(messages)
{
    connect(&context.transfers, &TransferQueue::uploaded, this, [this](const FileObject &file) { m_model.addFresh(file); });
    // Deleted on another page. The next walk would leave what was uploaded since the one before.
    connect(&FileNews::of(context.transfers), &FileNews::deleted, this,
            [this](const QSet<QString> &ids) { m_model.removeIds(ids); });
}

void FileCommands::upload(const QStringList &paths)
{
    auto *dialog = new UploadDialog(m_context.shell, paths, m_context.profile.name, m_context.profile.production,
                                    m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QList<UploadFilesJob::Source> sources;
        const QList<UploadCandidate> chosen = dialog->chosen();
        for (const UploadCandidate &candidate : chosen)
            sources << UploadFilesJob::Source{candidate.path, candidate.name, candidate.size};
        UploadFilesJob::Options options{dialog->purpose(), dialog->expiresAfterSeconds()};
        for (const FileObject &file : m_model.items())
            options.knownIds.insert(file.id);
        m_jobs.run(new UploadFilesJob(m_context.transfers, sources, options, this));
    });
    dialog->open();
}

void FileCommands::download(const QList<FileObject> &files)
{
    downloadFiles(m_context, files, m_window, m_jobs, m_messages);
}

void FileCommands::remove(const QList<FileObject> &files)
{
    m_messages.dismiss(u"download"_s);
    if (files.isEmpty())
        return;
    const int count = int(files.size());
    qint64 bytes = 0;
    QStringList names;
    for (const FileObject &file : files) {
        bytes += file.bytes;
        names << (file.filename.isEmpty() ? file.id : file.filename + u"  ·  "_s + file.id);
    }
    ConfirmDialog::Question question;
    question.title = tr("Delete %Ln file(s)?", nullptr, count);
    if (m_context.profile.production)
        question.title = tr("Delete %Ln file(s) of PRODUCTION?", nullptr, count);
    question.introduction = tr("%1 on profile “%2”. This cannot be undone.").arg(format::size(bytes), m_context.profile.name);
    question.things = names;
    question.consequence = tr("Deleted files also leave every vector store they are in. Batches and fine-tuning jobs "
                              "that still need them fail.");
    QSet<QString> ids;
    for (const FileObject &file : files)
        ids.insert(file.id);
    question.confirm = tr("Delete %Ln", nullptr, count);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    dialog->addConsequence(new DeletionUses(m_context, ids, dialog));
    connect(dialog, &QDialog::accepted, this, [this, files] {
        auto *job = new DeleteFilesJob(m_context.session, files, this);
        // Thousands of deletions must not each rebuild the table.
        auto pending = std::make_shared<QSet<QString>>();
        const auto flush = [this, pending] {
            m_model.removeIds(*pending);
            pending->clear();
        };
        connect(job, &DeleteFilesJob::removed, this, [pending](const QString &id) { pending->insert(id); });
        connect(job, &BulkJob::progressChanged, this, flush);
        connect(job, &BulkJob::finished, this, flush);
        m_jobs.run(job);
    });
    dialog->open();
}

} // namespace odc
