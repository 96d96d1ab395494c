// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecommands.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/bulkmodel.h"
#include "lists/filesmodel.h"
#include "settings/settings.h"
#include "transfers/downloadname.h"
#include "transfers/filetasks.h"
#include "ui/dialogs/bulkreportdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/pages/bulkstrip.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(const PageContext &context, FilesModel &model, QWidget *window, QVBoxLayout *strips,
                           MessageBar *messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_strips(strips), m_messages(messages)
{
}

FileCommands::~FileCommands() = default;

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
        auto *job = new UploadFilesJob(m_context.session, sources, options, this);
        connect(job, &UploadFilesJob::uploaded, this, [this](const FileObject &file) { m_model.addFresh(file); });
        run(job);
    });
    dialog->open();
}

void FileCommands::sayUndownloadable(const QList<FileObject> &files)
{
    Message message;
    message.kind = Message::Kind::Info;
    message.key = u"download"_s;
    message.text = files.size() == 1
        ? tr("The service does not hand out files for “%1”, so %2 cannot be downloaded.")
              .arg(files.first().purpose, files.first().filename)
        : tr("The service does not hand out the content of these %n files.", nullptr, int(files.size()));
    m_messages->showMessage(message);
}

void FileCommands::download(const QList<FileObject> &files)
{
    m_messages->dismiss(u"download"_s);
    QList<FileObject> wanted;
    QList<FileObject> refused;
    for (const FileObject &file : files)
        (filepurpose::isDownloadable(file.purpose) ? wanted : refused) << file;
    if (!refused.isEmpty())
        sayUndownloadable(refused);
    if (wanted.isEmpty())
        return;
    Settings &settings = m_context.shell.settings;
    QString folder = settings.text(Setting::DownloadFolder);
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const bool single = wanted.size() == 1;
    auto *dialog = new QFileDialog(m_window, single ? tr("Save file") : tr("Download into folder"), folder);
    dialog->setObjectName(u"downloadDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (single) {
        dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it overwrites
        dialog->setFileMode(QFileDialog::AnyFile);
        const FileObject &file = wanted.first();
        dialog->selectFile(safeFileName(file.filename.isEmpty() ? file.id : file.filename));
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, wanted, single, &settings](const QString &path) {
        const QString target = single ? QFileInfo(path).absolutePath() : path;
        settings.set(Setting::DownloadFolder, target);
        if (single)
            run(new DownloadFilesJob(m_context.session, wanted.first(), path, QFileInfo::exists(path), this));
        else
            run(new DownloadFilesJob(m_context.session, wanted, target, this));
    });
    dialog->open();
}

void FileCommands::remove(const QList<FileObject> &files)
{
    m_messages->dismiss(u"download"_s);
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
    question.title = tr("Delete %n file(s)?", nullptr, count);
    if (m_context.profile.production)
        question.title = tr("Delete %n file(s) of PRODUCTION?", nullptr, count);
    question.introduction = tr("%1 on profile “%2”. This cannot be undone.").arg(format::size(bytes), m_context.profile.name);
    question.things = names;
    question.consequence = tr("Deleted files also leave every vector store they are in. Batches and fine-tuning jobs "
                              "that still need them fail.");
    question.confirm = tr("Delete %n", nullptr, count);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
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
        run(job);
    });
    dialog->open();
}

void FileCommands::dismiss(BulkStrip *strip)
{
    BulkJob *job = &strip->job();
    m_jobs.removeOne(job);
    m_shown.removeOne(strip);
    strip->deleteLater();
    job->deleteLater();
}

void FileCommands::dismissSettled()
{
    const QList<BulkStrip *> strips = m_shown;
    for (BulkStrip *strip : strips) {
        const BulkJob &job = strip->job();
        if (job.state() == BulkJob::State::Finished && job.count(BulkItem::State::Done) == job.total())
            dismiss(strip);
    }
}

void FileCommands::run(BulkJob *job)
{
    dismissSettled(); // what went well needs no one any more; what did not stays until it is read
    m_jobs << job;
    const qint64 started = m_context.shell.clock.monotonicMs();
    auto *strip = new BulkStrip(m_context.shell.theme, *job, m_window);
    m_strips->addWidget(strip);
    m_shown << strip;
    connect(strip, &BulkStrip::reportRequested, this, [this, job] {
        auto *report = new BulkReportDialog(m_context.shell.theme, *job, m_window);
        connect(report, &BulkReportDialog::showObject, this, &FileCommands::showFile);
        report->open();
    });
    connect(strip, &BulkStrip::closed, this, [this, strip] { dismiss(strip); });
    connect(job, &BulkJob::finished, this, [this, job, strip, started] {
        Q_EMIT jobEnded(bulkHeadline(*job), m_context.shell.clock.monotonicMs() - started);
        // An answer that was lost is asked about at once; the rest waits for whoever wants to know.
        if (job->count(BulkItem::State::Unknown) > 0)
            Q_EMIT strip->reportRequested();
    });
    job->start();
}

QString FileCommands::runningWork() const
{
    QStringList parts;
    for (const BulkJob *job : m_jobs) {
        if (job->state() == BulkJob::State::Running)
            parts << bulkHeadline(*job);
    }
    return parts.join(u", "_s);
}

} // namespace odc
