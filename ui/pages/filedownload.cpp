// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedownload.h"

#include "api/session.h"
#include "base/format.h"
#include "settings/settings.h"
#include "transfers/downloadname.h"
#include "transfers/filetasks.h"
#include "transfers/transferqueue.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

void sayUndownloadable(const QList<FileObject> &files, MessageBar &messages)
{
    Message message;
    message.kind = Message::Kind::Info;
    message.key = u"download"_s;
    message.text =
        files.size() == 1
            ? QCoreApplication::translate("odc::FileCommands",
                                          "The service does not hand out files for “%1”, so %2 cannot be downloaded.")
                  .arg(files.first().purpose, files.first().filename)
            : QCoreApplication::translate("odc::FileCommands",
                                          "The service does not hand out the content of these %Ln files.", nullptr,
                                          int(files.size()));
    messages.showMessage(message);
}

} // namespace

void downloadFiles(const PageContext &context, const QList<FileObject> &files, QWidget *window, JobStrips &jobs,
                   MessageBar &messages)
{
    messages.dismiss(u"download"_s);
    QList<FileObject> wanted;
    QList<FileObject> refused;
    for (const FileObject &file : files)
        (filepurpose::isDownloadable(file.purpose) ? wanted : refused) << file;
    if (!refused.isEmpty())
        sayUndownloadable(refused, messages);
    if (wanted.isEmpty())
        return;
    Settings &settings = context.shell.settings;
    QString folder = settings.text(Setting::DownloadFolder);
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const bool single = wanted.size() == 1;
    auto *dialog = new QFileDialog(
        window,
        single ? QCoreApplication::translate("odc::FileCommands", "Save file")
               : QCoreApplication::translate("odc::FileCommands", "Download into folder"),
        folder);
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
    QObject::connect(dialog, &QFileDialog::fileSelected, &jobs,
                     [&jobs, &transfers = context.transfers, wanted, single, &settings](const QString &path) {
                         const QString target = single ? QFileInfo(path).absolutePath() : path;
                         settings.set(Setting::DownloadFolder, target);
                         if (single)
                             jobs.run(new DownloadFilesJob(transfers, wanted.first(), path, QFileInfo::exists(path),
                                                           &jobs));
                         else
                             jobs.run(new DownloadFilesJob(transfers, wanted, target, &jobs));
                     });
    dialog->open();
}

void downloadFile(const PageContext &context, const QString &fileId, QWidget *window, JobStrips &jobs,
                  MessageBar &messages, const QString &key)
{
    messages.dismiss(key);
    // The strips and the bar are parts of the window.
    context.session.files().retrieve(
        fileId, window, [context, fileId, window, &jobs, &messages, key](const Result<FileObject> &file) {
            if (file) {
                downloadFiles(context, {*file}, window, jobs, messages);
                return;
            }
            const QString name = format::oneLine(fileId, 60);
            const QString text =
                file.error().kind == ApiError::Kind::NotFound
                    ? QCoreApplication::translate("odc::FileCommands", "The file %1 is not there any more.")
                          .arg(name)
                    : QCoreApplication::translate("odc::FileCommands", "The file %1 could not be read: %2.")
                          .arg(name, file.error().headline());
            messages.showError(key, text, file.error());
        });
}

} // namespace odc
