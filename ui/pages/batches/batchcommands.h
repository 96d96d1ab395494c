// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

#include <memory>

class QWidget;

namespace odc {

class BatchesModel;
class JobStrips;
class MessageBar;
class NewBatchDialog;
struct BatchResults;

/// What a person does to batches: make them, cancel them, fetch what is in them. Asks with dialogs over `window`, runs
/// bulk jobs in `jobs`, and keeps the list in step. Owned by the Batches page.
class BatchCommands final : public QObject
{
    Q_OBJECT
public:
    BatchCommands(const PageContext &context, BatchesModel &model, QWidget *window, JobStrips &jobs,
                  MessageBar &messages);

    /// Opens the form of a new batch.
    void newBatch();
    /// Of a file that is at the service.
    void newBatchOf(const QString &fileId);
    void newBatchLike(const BatchObject &batch);
    /// Of what the attempts of `chain` left without an answer.
    void sendRest(std::shared_ptr<const BatchResults> results, const QList<BatchObject> &chain);
    /// Asks, then cancels those of `batches` that can be.
    void cancel(const QList<BatchObject> &batches);
    /// Asks the server for the file object, then where to save its content.
    void download(const QString &fileId);

Q_SIGNALS:
    /// A batch was made from here, and is in the list.
    void made(const QString &batchId);

private:
    NewBatchDialog *form();

    PageContext m_context;
    BatchesModel &m_model;
    QWidget *m_window;
    JobStrips &m_jobs;
    MessageBar &m_messages;
};

} // namespace odc
