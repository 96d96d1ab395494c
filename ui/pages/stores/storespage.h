// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/treepage.h"

#include <optional>

namespace odc {

class FileNames;
class StoreCommands;
class StoreDetails;
class StoreIntake;
class StoreTreeModel;
class StoreTreePane;
struct VectorStore;

/// The vector stores of the project and their files: a tree, and beside it what is selected, what is in it
/// and how well it is found. Watches what is being indexed.
class StoresPage final : public TreePage
{
    Q_OBJECT
public:
    explicit StoresPage(const PageContext &context, QWidget *parent = nullptr);
    ~StoresPage() override;

    void focusFilter() override;
    QString runningWork() const override;
    void addToStore(const QList<FileObject> &files) override;
    /// "vs_1/file-2" is a file in a store.
    void showObject(const QString &id) override;

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(const QModelIndexList &rows, const QModelIndex &here) override;
    void showDetails(const QModelIndex &here, int others) override;
    QStringList summaryOfAll() const override;
    void watchEvery(int ms) override;

private:
    void buildActions();
    void connectActions();
    void buildDrops();
    void connectAll();
    void connectDetails();
    ListPageTexts texts() const;
    void takePrices();

    /// The store of what has the cursor; none when there is none.
    std::optional<VectorStore> storeHere() const;
    std::optional<VectorStore> storeOf(const QString &storeId) const;
    void addPaths(const std::optional<VectorStore> &store, const QStringList &paths);
    void retrySelected();
    /// Gives the keyboard to the tree where a button has it that may go dead.
    void takeKeyboard();
    void followBatches();
    void activate();
    void showFile(const QString &storeId, const QString &fileId);
    void showWantedFile();

    FileNames *m_names;
    QString m_wantedFile; ///< in a store, to be shown as soon as the store is there
    StoreTreeModel *m_model;
    StoreTreePane *m_pane;
    StoreDetails *m_details = nullptr;
    StoreCommands *m_commands = nullptr;
    StoreIntake *m_intake = nullptr;
    QAction *m_newStore = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_addPaths = nullptr;
    QAction *m_addFiles = nullptr;
    QAction *m_sync = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_detach = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_readAgain = nullptr;
    QAction *m_loadMore = nullptr;
    QAction *m_loadAll = nullptr;
    QAction *m_failures = nullptr;
    QAction *m_attributes = nullptr;
    QAction *m_contents = nullptr;
    QAction *m_lab = nullptr;
    QAction *m_showFile = nullptr;
    QMenu *m_failuresMenu = nullptr;
    QMenu *m_attributesMenu = nullptr;
    QMenu *m_contentsMenu = nullptr;
    QMenu *m_labMenu = nullptr;
};

} // namespace odc
