// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>
#include <QStringList>

class QVBoxLayout;
class QWidget;

namespace odc {

class BulkJob;
class BulkStrip;
class FilesModel;
class MessageBar;

/// What a person does to files: upload, download, delete. Asks with dialogs over `window`, runs bulk jobs, shows each
/// as a strip in `strips`, and keeps the list in step. Owned by the Files page.
class FileCommands final : public QObject
{
    Q_OBJECT
public:
    FileCommands(const PageContext &context, FilesModel &model, QWidget *window, QVBoxLayout *strips,
                 MessageBar *messages);
    ~FileCommands() override;

    /// Opens the upload dialog on these files and folders; empty paths: the dialog asks for some.
    void upload(const QStringList &paths);
    /// One file: asks for a name. Several: asks for a folder.
    void download(const QList<FileObject> &files);
    void remove(const QList<FileObject> &files);
    /// "2 uploads": jobs that run now; empty when none does.
    QString runningWork() const;

Q_SIGNALS:
    /// A job ended; `headline` says how. For the desktop notification of long ones.
    void jobEnded(const QString &headline, qint64 tookMs);
    void showFile(const QString &id);

private:
    void run(BulkJob *job);
    void dismiss(BulkStrip *strip);
    void dismissSettled();
    void sayUndownloadable(const QList<FileObject> &files);

    PageContext m_context;
    FilesModel &m_model;
    QWidget *m_window;
    QVBoxLayout *m_strips;
    MessageBar *m_messages;
    QList<BulkJob *> m_jobs;
    QList<BulkStrip *> m_shown;
};

} // namespace odc
