// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>
#include <QStringList>

class QWidget;

namespace odc {

class FilesModel;
class JobStrips;
class MessageBar;

/// What a person does to files: upload, download, delete. Asks with dialogs over `window`, runs bulk jobs in `jobs`, and
/// keeps the list in step. Owned by the Files page.
class FileCommands final : public QObject
{
    Q_OBJECT
public:
    FileCommands(const PageContext &context, FilesModel &model, QWidget *window, JobStrips &jobs, MessageBar &messages);

    /// Opens the upload dialog on these files and folders; empty paths: the dialog asks for some.
    void upload(const QStringList &paths);
    /// One file: asks for a name. Several: asks for a folder.
    void download(const QList<FileObject> &files);
    void remove(const QList<FileObject> &files);

private:
    PageContext m_context;
    FilesModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
};

} // namespace odc
