// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/vectorstore.h"
#include "stores/attachjob.h"
#include "ui/context/pagecontext.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

class QWidget;

namespace odc {

class AddFilesDialog;
class FileNames;
class JobStrips;
class MessageBar;
class OpenBatches;

/// How files get into a store: from this computer's folders (uploaded first, then attached), from the
/// project's files, or by keeping a folder in step with the store. Asks what it needs, then runs as one job
/// below the list, in batches.
class StoreIntake final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs are children of `window`. All but the context outlive the intake.
    StoreIntake(const PageContext &context, FileNames &names, JobStrips &jobs, MessageBar &messages,
                QWidget *window);
    ~StoreIntake() override;

    /// Files and folders of this computer; empty: asks which ones.
    void addPaths(const VectorStore &store, const QStringList &paths);
    /// Files of the project; empty: asks which ones.
    void addFiles(const VectorStore &store, const QList<FileObject> &files);
    /// Compares a folder with the store, shows what would change, then does it.
    void syncFolder(const VectorStore &store);
    /// Tries failed files again: takes them out and puts them in anew, with their attributes and chunking.
    void retry(const VectorStore &store, const QStringList &fileIds);
    /// Batches of this store that were made here and have not ended, as far as known; also of earlier runs.
    QStringList openBatches(const QString &storeId) const;

Q_SIGNALS:
    /// Files came into this store, or left it: its lists are to be read anew.
    void storeChanged(const QString &storeId);
    /// openBatches() of this store is another now.
    void batchesChanged(const QString &storeId);

private:
    /// Failed files on their way to another try.
    struct Again
    {
        VectorStore store;
        QSet<QString> left;
        QList<StoreFile> files;
        std::unique_ptr<Pager<StoreFile>> pager;
    };

    AddFilesDialog *openDialog(const VectorStore &store);
    void run(const VectorStore &store, const QList<AttachJob::Order> &orders,
             const AttachJob::Options &options);
    void askAgain(const std::shared_ptr<Again> &again);
    void readAgain(const std::shared_ptr<Again> &again);
    void runAgain(const std::shared_ptr<Again> &again);
    void tellOfTrouble(const ApiError &error);
    void tellOfBatch(const StoreFileBatch &batch);

    PageContext m_context;
    FileNames &m_names;
    JobStrips &m_jobs;
    MessageBar &m_messages;
    QWidget *m_window;
    OpenBatches *m_batches;
};

} // namespace odc
