// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/vectorstore.h"
#include "base/apierror.h"
#include "stores/storecheck.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QModelIndex>
#include <QObject>

#include <functional>

namespace odc {

class JobStrips;
class MessageBar;
class StoreDeletionJob;
class StoreTreeModel;

/// What a person does to vector stores and their files but for filling them, which is the intake's. Asks with
/// dialogs over `window`, runs bulk jobs in `jobs`, and keeps the tree in step. Owned by the Vector stores
/// page.
class StoreCommands final : public QObject
{
    Q_OBJECT
public:
    StoreCommands(const PageContext &context, StoreTreeModel &model, QWidget *window, JobStrips &jobs,
                  MessageBar &messages);

    void newStore();
    void edit(const VectorStore &store);
    /// Stores with what is in them, files as files: those of these rows, after asking.
    void remove(const QModelIndexList &rows);
    /// Takes the files among these rows out of their stores, after asking.
    void detach(const QModelIndexList &rows);
    /// The batches among these rows that are under way, after asking.
    void cancelBatches(const QModelIndexList &rows);
    /// Asks the service how this row stands now.
    void readAgain(const QModelIndex &row);
    /// Asks which store, or makes a new one, then goes on with it. `about` says what for; translated.
    void chooseStore(const QString &about, std::function<void(const VectorStore &)> then);

Q_SIGNALS:
    /// Something new is there and worth looking at.
    void made(const QString &id);

private:
    void removeFiles(const QModelIndexList &files);
    void runDeletion(StoreDeletionJob *job, const QStringList &shared);
    void check(const StoreExpectation &expected);
    void sayOutcome(const StoreCheck &check);
    void cancelBatch(const QString &storeId, const QString &batchId);
    void say(const QString &text, const ApiError &error);
    QString nameOf(const QString &fileId) const;

    PageContext m_context;
    StoreTreeModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
    StoreExpectation m_unmet; ///< what the lists did not say yet
};

} // namespace odc
