// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "api/vectorstore.h"
#include "ui/context/pagecontext.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QAction;
class QPushButton;

namespace odc {

class ActionCollection;
class AttributesEditing;
class CellGrid;
class AttributesModel;
class FileNames;
class FilterEdit;
class FilterProxy;
class JobStrips;
class MessageBar;
class StateOverlay;
class TextLabel;
struct AttributeChange;

/// The attributes of the files of a store as a grid: files as rows, keys as columns. Changes are staged,
/// reviewed, then sent.
class AttributesPane final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    AttributesPane(const PageContext &context, FileNames &names, QWidget *parent = nullptr);
    ~AttributesPane() override;

    /// The same store again tells how it stands; another one is shown anew. What is staged for the one before
    /// is kept until it is sent or discarded by the person.
    void setStore(const VectorStore &store);
    void clear();
    /// These are all the stores there are: what is staged for others can never be sent.
    void forgetOthers(const QSet<QString> &storeIds);
    void focusContent();
    /// False when there are no files to filter.
    bool focusFilter();
    /// For the Object menu, null between groups. They live as long as the pane; their shortcuts work while
    /// the focus is inside.
    QList<QAction *> ownActions() const;
    /// "12 changes of attributes are not sent": what would be lost if the page went now; empty: nothing.
    QString unsavedWork() const;
    /// "Changing 3 of 10": what would be stopped now; empty when nothing runs.
    QString runningWork() const;

    /// Of the store shown; null: none is.
    AttributesModel *model() const { return m_model; }
    CellGrid *grid() const { return m_grid; }
    /// Reads the files of the store again.
    void refresh();

Q_SIGNALS:
    /// Files of this store have other attributes now.
    void attributesChanged(const QString &storeId, const QList<odc::StoreFile> &files);
    /// The person wants to see this file in the tree.
    void fileRequested(const QString &storeId, const QString &fileId);
    /// A job ended; `headline` says how.
    void jobEnded(const QString &headline, qint64 tookMs);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void buildStaged();
    void connectGrid();
    void connectModel();
    void load();
    void showModel(AttributesModel *model);
    void showStaged();
    void showState();
    void showKeys();
    void orderKeys();
    void sayReadOnly();
    void openReview();
    void send(const QString &storeId, const QString &title, const QList<AttributeChange> &changes);
    void showContextMenu(const QPoint &pos);
    QString readOnlyReason() const;

    PageContext m_context;
    FileNames &m_names;
    VectorStore m_store;
    QHash<QString, AttributesModel *> m_models; ///< of the store shown, and of those with staged changes
    QHash<QString, QString> m_titles;           ///< of their stores
    AttributesModel *m_model = nullptr;
    bool m_due = false; ///< to be loaded once it is seen
    int m_sending = 0;  ///< jobs under way
    ActionCollection *m_actions;
    FilterProxy *m_proxy;
    CellGrid *m_grid = nullptr;
    AttributesEditing *m_editing = nullptr;
    FilterEdit *m_filter = nullptr;
    MessageBar *m_messages = nullptr;
    StateOverlay *m_overlay = nullptr;
    JobStrips *m_jobs = nullptr;
    QWidget *m_staged = nullptr; ///< what is staged, below the grid
    TextLabel *m_summary = nullptr;
    QPushButton *m_reviewButton = nullptr;
    QAction *m_review = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_showFile = nullptr;
};

} // namespace odc
