// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/vectorstore.h"
#include "stores/foldersync.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QList>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace odc {

class ChunkingEdit;
class FileNames;
class ProblemLine;
class ProgressStrip;
class StateOverlay;
class SyncModel;
class TableView;
class TextLabel;

/// Compares a folder with a store and shows what a sync would do, file by file; what kinds of it are done is
/// chosen.
class SyncFolderDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `names` outlives the dialog.
    SyncFolderDialog(const PageContext &context, FileNames &names, const VectorStore &store, QWidget *parent);

    /// As the person chooses it.
    void setFolder(const QString &folder);
    /// Valid when it was accepted.
    QList<AttachJob::Order> orders() const;
    /// What is replaced or taken out is to be deleted as well, where no other store has it.
    bool deletesOld() const;

private:
    void choose();
    void compare();
    void storeRead(const std::optional<ApiError> &error);
    void plan();
    void showProgress();
    void showChoice();
    SyncChoice choice() const;
    /// Of the setting that keeps this store's folder.
    QString scope() const;

    PageContext m_context;
    FileNames &m_names;
    const VectorStore m_store;
    QLineEdit *m_folder;
    QPushButton *m_compare;
    SyncModel *m_model;
    TableView *m_table;
    StateOverlay *m_overlay;
    ProgressStrip *m_progress;
    QCheckBox *m_adds;
    QCheckBox *m_replaces;
    QCheckBox *m_namesakes;
    QCheckBox *m_removes;
    QCheckBox *m_deletes;
    ChunkingEdit *m_chunking;
    TextLabel *m_summary;
    QPushButton *m_apply;
    FolderReader m_reader;
    Pager<StoreFile> m_pager;
    QList<StoreFile> m_stored;
    bool m_hasFolder = false; ///< it was read
    bool m_hasStore = false;
    bool m_isComparing = false;
    bool m_isPlanned = false;
    std::optional<ApiError> m_error; ///< why the store could not be read
};

} // namespace odc
