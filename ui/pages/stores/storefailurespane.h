// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QComboBox;

namespace odc {

class ActionCollection;
class FileNames;
class ListPane;
class StoreListModel;

/// The files of a store that are not what they should be, with the reason of each, or all files of a batch.
/// Reads them all, however many of them the tree has read.
class StoreFailuresPane final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives the pane.
    StoreFailuresPane(const PageContext &context, FileNames &names, QWidget *parent = nullptr);
    ~StoreFailuresPane() override;

    /// `batchId` empty: the store. The same again is read anew only when its counts are others.
    void show(const VectorStore &store, const QString &batchId, const StoreFileCounts &counts);
    void clear();
    void focusContent();
    QList<QAction *> ownActions() const;

Q_SIGNALS:
    /// Take these out, and put them in anew.
    void retryRequested(const QString &storeId, const QStringList &fileIds);
    /// The person wants to see this file in the tree.
    void fileRequested(const QString &storeId, const QString &fileId);

private:
    void buildBand();
    void showList();
    void followSelection();
    void retry();

    PageContext m_context;
    ActionCollection *m_actions;
    StoreListModel *m_model;
    ListPane *m_list;
    QComboBox *m_state;
    QAction *m_retry;
    QAction *m_show;
    VectorStore m_store;
    QString m_batchId;
    StoreFileCounts m_counts;
};

} // namespace odc
