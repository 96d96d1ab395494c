// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/pages/areapage.h"

#include <QModelIndex>

#include <optional>

class QMenu;
class QSplitter;
class QTimer;

namespace odc {

class FileNames;
class JobStrips;
class PageHeader;
class StoreCommands;
class StoreDetails;
class StoreIntake;
class StoreRowActions;
class StoreTreeModel;
class StoreTreePane;
struct VectorStore;

/// The vector stores of the project and their files: a tree, and beside it what is selected, what is in it
/// and how well it is found. Watches what is being indexed.
class StoresPage final : public AreaPage
{
    Q_OBJECT
public:
    explicit StoresPage(const PageContext &context, QWidget *parent = nullptr);
    ~StoresPage() override;

    const RowModelBase *list() const override;
    ActionCollection &actions() override { return *m_actions; }
    QList<QAction *> objectActions() const override;
    void refresh() override;
    void focusFilter() override;
    void focusList() override;
    QString runningWork() const override;
    /// A store or a file in one, whatever the filter was.
    void showObject(const QString &id) override;
    void addToStore(const QList<FileObject> &files) override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void buildActions();
    void connectActions();
    void buildSample();
    void buildDrops();
    QMenu *submenu(const QString &title, const QList<QAction *> &actions);
    void connectAll();
    void connectDetails();
    void setTexts();
    void takePrices();
    bool mayChange() const;
    QAction *changing(QAction *action) const;

    /// The store of what has the cursor; none when there is none.
    std::optional<VectorStore> storeHere() const;
    std::optional<VectorStore> storeOf(const QString &storeId) const;
    void addPaths(const std::optional<VectorStore> &store, const QStringList &paths);
    void retrySelected();
    /// Gives the keyboard to the tree where a button has it that may go dead.
    void takeKeyboard();
    void followSelection();
    void followDetails();
    void followBatches();
    void activate();
    void showSummary();
    void showWanted();
    void showFile(const QString &storeId, const QString &fileId);
    void showContextMenu(const QPoint &pos);
    void schedulePolls();

    PageContext m_context;
    ActionCollection *m_actions;
    FileNames *m_names;
    StoreTreeModel *m_model;
    PageHeader *m_header = nullptr;
    StoreTreePane *m_pane = nullptr;
    StoreDetails *m_details = nullptr;
    JobStrips *m_jobs = nullptr;
    QSplitter *m_splitter = nullptr;
    StoreRowActions *m_rowActions = nullptr;
    StoreCommands *m_commands = nullptr;
    StoreIntake *m_intake = nullptr;
    QTimer *m_poll;
    QTimer *m_detailsDue;
    bool m_sizesChosen = false; ///< by the person, who may have chosen any
    QString m_wantedId;         ///< to be selected when it comes
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
    QAction *m_showDetails = nullptr;
    QAction *m_sample = nullptr;
    QMenu *m_failuresMenu = nullptr;
    QMenu *m_attributesMenu = nullptr;
    QMenu *m_contentsMenu = nullptr;
    QMenu *m_labMenu = nullptr;
};

} // namespace odc
