// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeintake.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "settings/settings.h"
#include "stores/attachjob.h"
#include "stores/filenames.h"
#include "stores/openbatches.h"
#include "transfers/transferqueue.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/addfilesdialog.h"
#include "ui/forms/filepickerdialog.h"
#include "ui/pages/stores/syncfolderdialog.h"
#include "ui/widgets/messagebar.h"

#include <QPointer>
#include <QWidget>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int asksForEach = 20; ///< so many files are asked about one by one; for more the list is read

/// What is to be tried again, as it stands in the store.
AttachJob::Order orderOf(const StoreFile &file, const QString &name)
{
    AttachJob::Order order;
    order.fileId = file.id;
    order.name = name.isEmpty() ? file.id : name;
    order.attributes = file.attributes;
    if (file.chunking && file.chunking->isStatic) // any other way is the service's own
        order.chunking = file.chunking;
    order.takeOutFirst = true;
    return order;
}

} // namespace

StoreIntake::StoreIntake(const PageContext &context, FileNames &names, JobStrips &jobs, MessageBar &messages,
                         QWidget *window)
    : QObject(window), m_context(context), m_names(names), m_jobs(jobs), m_messages(messages),
      m_window(window),
      m_batches(new OpenBatches(context.session, context.shell.settings.folder(), context.profile.id, this))
{
    connect(m_batches, &OpenBatches::changed, this, &StoreIntake::batchesChanged);
    connect(m_batches, &OpenBatches::ended, this, &StoreIntake::tellOfBatch);
    connect(&context.transfers, &TransferQueue::uploaded, this,
            [this](const FileObject &file) { m_names.learn({file}); });
    m_batches->watchAll();
}

StoreIntake::~StoreIntake() = default;

void StoreIntake::addPaths(const VectorStore &store, const QStringList &paths)
{
    openDialog(store)->addPaths(paths);
}

void StoreIntake::addFiles(const VectorStore &store, const QList<FileObject> &files)
{
    if (!files.isEmpty()) {
        openDialog(store)->addFiles(files);
        return;
    }
    auto *picker = new FilePickerDialog(
        m_context, tr("They are added to “%1”.").arg(format::oneLine(store.title(), 60)), m_window);
    connect(picker, &QDialog::accepted, this,
            [this, picker, store] { openDialog(store)->addFiles(picker->files()); });
    picker->open();
}

AddFilesDialog *StoreIntake::openDialog(const VectorStore &store)
{
    auto *dialog = new AddFilesDialog(m_context, store.title(), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, store] {
        AttachJob::Options options;
        options.purpose = dialog->purpose();
        options.expiresAfterSeconds = dialog->expiresAfterSeconds();
        run(store, dialog->orders(), options);
    });
    dialog->open();
    return dialog;
}

void StoreIntake::syncFolder(const VectorStore &store)
{
    auto *dialog = new SyncFolderDialog(m_context, m_names, store, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, store] {
        AttachJob::Options options;
        options.kind = BulkJob::Kind::Sync;
        options.deletesOld = dialog->deletesOld();
        run(store, dialog->orders(), options);
    });
    dialog->open();
}

void StoreIntake::run(const VectorStore &store, const QList<AttachJob::Order> &orders,
                      const AttachJob::Options &options)
{
    if (orders.isEmpty())
        return;
    m_messages.dismiss(u"intake"_s);
    auto *job = new AttachJob(m_context.session, m_context.transfers, store.id, orders, options, this);
    connect(job, &AttachJob::batchMade, this,
            [this, id = store.id](const QString &batchId) { m_batches->add(id, batchId); });
    connect(job, &AttachJob::batchLeft, this, [this](const QString &batchId, bool hasEnded) {
        if (hasEnded)
            m_batches->remove(batchId);
        else
            m_batches->watch(batchId);
    });
    connect(job, &AttachJob::storeChanged, this, [this, id = store.id] { Q_EMIT storeChanged(id); });
    m_jobs.run(job, {store.id, store.title()});
}

void StoreIntake::retry(const VectorStore &store, const QStringList &fileIds)
{
    if (fileIds.isEmpty())
        return;
    m_messages.dismiss(u"intake"_s);
    auto again = std::make_shared<Again>();
    again->store = store;
    again->left = QSet<QString>(fileIds.cbegin(), fileIds.cend());
    if (fileIds.size() > asksForEach)
        readAgain(again);
    else
        askAgain(again);
}

/// Their attributes and chunking are read anew: what is shown may be of a while ago.
void StoreIntake::askAgain(const std::shared_ptr<Again> &again)
{
    if (again->left.isEmpty()) {
        runAgain(again);
        return;
    }
    const QString id = *again->left.cbegin();
    m_context.session.stores().retrieveFile(again->store.id, id, this,
                                            [this, again, id](const Result<StoreFile> &file) {
                                                again->left.remove(id);
                                                if (file) {
                                                    again->files << *file;
                                                } else if (file.error().kind != ApiError::Kind::NotFound) {
                                                    tellOfTrouble(file.error());
                                                    return;
                                                }
                                                askAgain(again);
                                            });
}

void StoreIntake::readAgain(const std::shared_ptr<Again> &again)
{
    Pager<StoreFile>::Events events;
    events.page = [again](const QList<StoreFile> &files) {
        for (const StoreFile &file : files) {
            if (again->left.remove(file.id))
                again->files << file;
        }
    };
    // The pager is let go, but not from inside itself.
    const auto then = [this, again](const std::function<void()> &action) {
        m_context.session.clock().callLater(0, this, [again, action] {
            again->pager.reset();
            action();
        });
    };
    events.finished = [this, again, then] { then([this, again] { runAgain(again); }); };
    events.failed = [this, then](const ApiError &error) { then([this, error] { tellOfTrouble(error); }); };
    again->pager = std::make_unique<Pager<StoreFile>>();
    again->pager->start(
        [this, id = again->store.id](const QString &after,
                                     std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = 100;
            query.after = after;
            return m_context.session.stores().listFiles(id, query, this, std::move(done));
        },
        std::move(events));
}

void StoreIntake::runAgain(const std::shared_ptr<Again> &again)
{
    QList<AttachJob::Order> orders;
    for (const StoreFile &file : std::as_const(again->files)) {
        if (file.status != "completed"_L1) // it came through meanwhile
            orders << orderOf(file, m_names.nameOf(file.id));
    }
    if (orders.isEmpty()) {
        m_messages.showMessage(
            {Message::Kind::Info, tr("None of them is failed any more."), {}, {}, {}, u"intake"_s});
        Q_EMIT storeChanged(again->store.id);
        return;
    }
    run(again->store, orders, {});
}

void StoreIntake::tellOfTrouble(const ApiError &error)
{
    m_messages.showMessage(
        {Message::Kind::Error,
         tr("The files could not be tried again: %1. %2").arg(error.headline(), error.advice()),
         error.details(),
         {},
         {},
         u"intake"_s});
}

/// One of an earlier run, or one that took very long.
void StoreIntake::tellOfBatch(const StoreFileBatch &batch)
{
    const StoreFileCounts &counts = batch.counts;
    const bool isFine = counts.failed == 0 && counts.cancelled == 0;
    QString text =
        tr("A file batch that was begun before has ended: %Ln file(s) added", nullptr, int(counts.completed));
    if (counts.failed > 0)
        text += u", "_s + tr("%Ln failed", nullptr, int(counts.failed));
    if (counts.cancelled > 0)
        text += u", "_s + tr("%Ln cancelled", nullptr, int(counts.cancelled));
    m_messages.showMessage({isFine ? Message::Kind::Ok : Message::Kind::Warning,
                            text + u'.',
                            tr("Batch %1 of store %2").arg(batch.id, batch.storeId),
                            {},
                            {},
                            u"intake"_s});
    Q_EMIT storeChanged(batch.storeId);
}

QStringList StoreIntake::openBatches(const QString &storeId) const
{
    return m_batches->of(storeId);
}

} // namespace odc
