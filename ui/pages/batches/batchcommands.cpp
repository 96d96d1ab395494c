// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchcommands.h"

#include "api/session.h"
#include "lists/batchesmodel.h"
#include "transfers/batchtasks.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/batches/newbatchdialog.h"
#include "ui/pages/filedownload.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const auto actionKey = u"batchAction"_s;

} // namespace

BatchCommands::BatchCommands(const PageContext &context, BatchesModel &model, QWidget *window, JobStrips &jobs,
                             MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs), m_messages(messages)
{
}

NewBatchDialog *BatchCommands::form()
{
    auto *dialog = new NewBatchDialog(m_context, m_window);
    connect(dialog, &NewBatchDialog::created, this, [this](const BatchObject &batch) {
        m_model.addFresh(batch);
        Q_EMIT made(batch.id);
    });
    connect(dialog, &NewBatchDialog::found, &m_model,
            [this](const BatchObject &batch) { m_model.merge({batch}); });
    return dialog;
}

void BatchCommands::newBatch()
{
    form()->open();
}

void BatchCommands::newBatchOf(const QString &fileId)
{
    NewBatchDialog *dialog = form();
    dialog->startFromUploaded(fileId);
    dialog->open();
}

void BatchCommands::newBatchLike(const BatchObject &batch)
{
    NewBatchDialog *dialog = form();
    dialog->startLike(batch);
    dialog->open();
}

void BatchCommands::sendRest(std::shared_ptr<const BatchResults> results, const QList<BatchObject> &chain)
{
    NewBatchDialog *dialog = form();
    dialog->startFromRest(std::move(results), chain);
    dialog->open();
}

void BatchCommands::cancel(const QList<BatchObject> &batches)
{
    m_messages.dismiss(actionKey);
    QList<BatchObject> running;
    QStringList names;
    QStringList titles;
    qint64 open = 0;
    qint64 answered = 0;
    for (const BatchObject &batch : batches) {
        if (!batch.canBeCancelled())
            continue;
        running.append(batch);
        titles << BatchesModel::title(batch);
        QString name = titles.last();
        if (name != batch.id)
            name += u"  ·  "_s + batch.id;
        if (batch.links.isRest())
            name += u"  ·  "_s + tr("attempt %1").arg(batch.links.attempt + 1);
        const QString counts = BatchesModel::countsText(batch);
        names << (counts.isEmpty() ? name : name + u"  ·  "_s + counts);
        open += batch.counts.left();
        answered += batch.counts.completed;
    }
    if (running.isEmpty())
        return;
    const int count = int(running.size());
    const bool production = m_context.profile.production;
    ConfirmDialog::Question question;
    question.title = production ? tr("Cancel %Ln batch(es) of PRODUCTION?", nullptr, count)
                                : tr("Cancel %Ln batch(es)?", nullptr, count);
    question.introduction = open > 0 ? tr("%Ln request(s) have no answer yet and get none.", nullptr,
                                          int(std::min<qint64>(open, 1'000'000'000)))
                                     : tr("What has no answer by then gets none.");
    question.things = names;
    QStringList consequences{answered > 0 ? tr("What was answered stays, and is paid for.")
                                          : tr("Nothing was answered yet.")};
    consequences << tr("It takes up to 10 minutes until a batch is cancelled. The rest can be sent again then.");
    question.consequence = consequences.join(u' ');
    question.confirm = tr("Cancel %Ln batch(es)", nullptr, count);
    question.dismiss = tr("Let run", nullptr);
    question.alwaysTyped = production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, running, titles] {
        auto *job = new CancelBatchesJob(m_context.session, running, titles, this);
        connect(job, &CancelBatchesJob::changed, this, [this](const BatchObject &batch) { m_model.merge({batch}); });
        // It is said to be cancelled until it has ended: then the list says what came of it.
        connect(&m_model, &QAbstractItemModel::dataChanged, job, [this, job] {
            const QList<BulkItem> &items = job->items();
            const bool isSo = std::any_of(items.cbegin(), items.cend(), [this](const BulkItem &item) {
                const BatchObject *batch = m_model.item(item.id);
                return batch && !batch->isFinished();
            });
            if (!isSo)
                m_jobs.leaveBehind(job);
        });
        m_jobs.run(job);
    });
    dialog->open();
}

void BatchCommands::download(const QString &fileId)
{
    downloadFile(m_context, fileId, m_window, m_jobs, m_messages, actionKey);
}

} // namespace odc
