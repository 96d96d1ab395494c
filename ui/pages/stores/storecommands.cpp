// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecommands.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/storetreemodel.h"
#include "stores/filenames.h"
#include "stores/storedeletion.h"
#include "stores/storetext.h"
#include "transfers/filenews.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/deletionuses.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/deletestoredialog.h"
#include "ui/pages/stores/newstoredialog.h"
#include "ui/pages/stores/storechoicedialog.h"
#include "ui/pages/stores/storeeditdialog.h"
#include "ui/widgets/messagebar.h"

#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto actionKey = "storeAction"_L1;
constexpr auto checkKey = "storeCheck"_L1;

/// A few of them by name.
QString someOf(const QStringList &names)
{
    QString some = names.mid(0, 3).join(u", "_s);
    if (names.size() > 3)
        some += u", …"_s;
    return some;
}

} // namespace

StoreCommands::StoreCommands(const PageContext &context, StoreTreeModel &model, QWidget *window,
                             JobStrips &jobs, MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs),
      m_messages(messages)
{
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key == checkKey)
            check(m_unmet);
    });
}

QString StoreCommands::nameOf(const QString &fileId) const
{
    return storetext::fileName(m_model.names(), fileId);
}

void StoreCommands::say(const QString &text, const ApiError &error)
{
    m_messages.showError(actionKey, text, error);
}

void StoreCommands::newStore()
{
    auto *dialog = new NewStoreDialog(m_context, m_window);
    connect(dialog, &NewStoreDialog::created, this, [this](const VectorStore &store) {
        m_model.takeStore(store);
        Q_EMIT made(store.id);
    });
    dialog->open();
}

void StoreCommands::edit(const VectorStore &store)
{
    auto *dialog = new StoreEditDialog(m_context, store, m_window);
    connect(dialog, &StoreEditDialog::changed, this,
            [this](const VectorStore &changed) { m_model.takeStore(changed); });
    dialog->open();
}

void StoreCommands::chooseStore(const QString &about, std::function<void(const VectorStore &)> then)
{
    auto *dialog = new StoreChoiceDialog(m_context, m_model.stores(), about, m_window);
    connect(dialog, &StoreChoiceDialog::chosen, this, then);
    connect(dialog, &StoreChoiceDialog::newStoreWanted, this, [this, then] {
        auto *form = new NewStoreDialog(m_context, m_window);
        connect(form, &NewStoreDialog::created, this, [this, then](const VectorStore &store) {
            m_model.takeStore(store);
            Q_EMIT made(store.id);
            then(store);
        });
        form->open();
    });
    dialog->open();
}

void StoreCommands::readAgain(const QModelIndex &row)
{
    const VectorStore *store = m_model.storeAt(row);
    if (!store)
        return;
    m_messages.dismiss(actionKey);
    const QString storeId = store->id;
    if (m_model.batchAt(row)) {
        m_model.filesOf(storeId)->pollBatches();
        return;
    }
    const StoreFile *file = m_model.fileAt(row);
    if (!file) {
        m_model.readStore(storeId);
        return;
    }
    m_context.session.stores().retrieveFile(
        storeId, file->id, this, [this, storeId, id = file->id](const Result<StoreFile> &result) {
            if (result)
                m_model.takeFile(storeId, *result);
            else if (result.error().kind == ApiError::Kind::NotFound)
                m_model.removeFiles(storeId, {id});
            else
                say(tr("“%1” could not be read: %2.").arg(nameOf(id), result.error().headline()),
                    result.error());
        });
}

void StoreCommands::remove(const QModelIndexList &rows)
{
    m_messages.dismiss(actionKey);
    QList<VectorStore> stores;
    QModelIndexList files;
    for (const QModelIndex &row : rows) {
        const VectorStore *store = m_model.storeAt(row);
        if (store && !m_model.isBelow(row))
            stores << *store;
        else if (m_model.fileAt(row))
            files << row;
    }
    if (stores.isEmpty()) {
        removeFiles(files);
        return;
    }
    // A selected file goes as a file, once, also where its store goes.
    QSet<QString> ids;
    for (const QModelIndex &row : std::as_const(files))
        ids.insert(m_model.idAt(row));
    auto *dialog = new DeleteStoreDialog(m_context, m_model.names(), stores, int(ids.size()), m_window);
    // By id: rows move while the dialog is open.
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        const StoreDeletionChoice choice = dialog->choice();
        QList<StoreDeletionJob::Thing> gone;
        QList<StoreDeletionJob::Thing> orphans;
        QList<StoreDeletionJob::Thing> chosen;
        for (const VectorStore &store : choice.stores)
            gone << StoreDeletionJob::Thing{store.id, storetext::title(store)};
        for (const QString &id : choice.orphans) {
            if (!ids.contains(id))
                orphans << StoreDeletionJob::Thing{id, nameOf(id)};
        }
        for (const QString &id : ids)
            chosen << StoreDeletionJob::Thing{id, nameOf(id)};
        QStringList shared = choice.shared;
        shared.removeIf([&ids](const QString &id) { return ids.contains(id); });
        runDeletion(new StoreDeletionJob(m_context.session, gone, orphans, chosen, this), shared);
    });
    dialog->open();
}

void StoreCommands::removeFiles(const QModelIndexList &files)
{
    if (files.isEmpty())
        return;
    QSet<QString> ids;
    QList<StoreDeletionJob::Thing> things;
    QStringList names;
    for (const QModelIndex &row : files) {
        const QString id = m_model.idAt(row);
        if (ids.contains(id))
            continue;
        ids.insert(id);
        things << StoreDeletionJob::Thing{id, nameOf(id)};
        names << (nameOf(id) == id ? id : nameOf(id) + u"  ·  "_s + id);
    }
    const int count = int(things.size());
    ConfirmDialog::Question question;
    question.title = m_context.profile.production ? tr("Delete %Ln file(s) of PRODUCTION?", nullptr, count)
                                                  : tr("Delete %Ln file(s)?", nullptr, count);
    question.introduction = tr("On profile “%1”. This cannot be undone.").arg(m_context.profile.name);
    question.things = names;
    question.consequence =
        tr("Deleted files leave every vector store they are in, not only this one. To keep a file and "
           "take it out of one store, take it out instead.");
    question.confirm = tr("Delete %Ln", nullptr, count);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    dialog->addConsequence(new DeletionUses(m_context, ids, dialog));
    connect(dialog, &QDialog::accepted, this, [this, things] {
        runDeletion(new StoreDeletionJob(m_context.session, {}, {}, things, this), {});
    });
    dialog->open();
}

void StoreCommands::runDeletion(StoreDeletionJob *job, const QStringList &shared)
{
    // Thousands of deletions must not each rebuild the tree.
    struct Gone
    {
        QSet<QString> stores;
        QSet<QString> files;
    };
    auto pending = std::make_shared<Gone>();
    const auto flush = [this, pending] {
        const Gone gone = std::exchange(*pending, {});
        if (!gone.stores.isEmpty())
            m_model.removeStores(gone.stores);
        if (!gone.files.isEmpty())
            m_model.removeFilesEverywhere(gone.files);
        FileNews::of(m_context.transfers).tellDeleted(gone.files);
    };
    connect(job, &StoreDeletionJob::storeRemoved, this,
            [pending](const QString &id) { pending->stores.insert(id); });
    connect(job, &StoreDeletionJob::fileRemoved, this,
            [pending](const QString &id) { pending->files.insert(id); });
    connect(job, &BulkJob::progressChanged, this, flush);
    connect(job, &BulkJob::finished, this, flush);
    connect(job, &BulkJob::finished, this, [this, job, shared] {
        check({job->deletedStores(), job->deletedFiles(), QSet<QString>(shared.cbegin(), shared.cend()), {}});
    });
    m_jobs.run(job);
}

void StoreCommands::detach(const QModelIndexList &rows)
{
    m_messages.dismiss(actionKey);
    QList<DetachFilesJob::Thing> things;
    QStringList names;
    for (const QModelIndex &row : rows) {
        const VectorStore *store = m_model.storeAt(row);
        if (!store || !m_model.fileAt(row))
            continue;
        const QString id = m_model.idAt(row);
        things << DetachFilesJob::Thing{store->id, id, nameOf(id)};
        names << storetext::title(*store) + u"  ·  "_s + nameOf(id);
    }
    if (things.isEmpty())
        return;
    const int count = int(things.size());
    ConfirmDialog::Question question;
    question.title = m_context.profile.production
                         ? tr("Take %Ln file(s) out of stores of PRODUCTION?", nullptr, count)
                         : tr("Take %Ln file(s) out of the store?", nullptr, count);
    question.introduction =
        tr("The files themselves stay. Searches do not find them any more; putting them in again indexes "
           "them anew.");
    question.things = names;
    question.confirm = tr("Take out %Ln", nullptr, count);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, things] {
        auto *job = new DetachFilesJob(m_context.session, things, this);
        auto pending = std::make_shared<QHash<QString, QSet<QString>>>();
        const auto flush = [this, pending] {
            const auto gone = std::exchange(*pending, {});
            for (auto it = gone.cbegin(); it != gone.cend(); ++it)
                m_model.removeFiles(it.key(), it.value());
        };
        connect(
            job, &DetachFilesJob::removed, this,
            [pending](const QString &storeId, const QString &fileId) { (*pending)[storeId].insert(fileId); });
        connect(job, &BulkJob::progressChanged, this, flush);
        connect(job, &BulkJob::finished, this, flush);
        connect(job, &BulkJob::finished, this, [this, job] {
            const auto detached = job->detached();
            check({{}, {}, {}, detached});
            for (auto it = detached.cbegin(); it != detached.cend(); ++it)
                m_model.readStore(it.key());
        });
        m_jobs.run(job);
    });
    dialog->open();
}

void StoreCommands::check(const StoreExpectation &expected)
{
    if (expected.isEmpty())
        return;
    auto *check = new StoreCheck(m_context.session, this);
    connect(check, &StoreCheck::finished, this, [this, check] {
        sayOutcome(*check);
        check->deleteLater();
    });
    check->start(expected);
}

void StoreCommands::sayOutcome(const StoreCheck &check)
{
    const StoreExpectation &expected = check.expected();
    const StoreCheck::Outcome &outcome = check.outcome();
    Message message;
    message.key = checkKey;
    if (outcome.isAsExpected()) {
        QStringList said;
        if (!expected.storesGone.isEmpty())
            said << tr("%Ln store(s) gone", nullptr, int(expected.storesGone.size()));
        if (!expected.filesGone.isEmpty())
            said << tr("%Ln file(s) gone", nullptr, int(expected.filesGone.size()));
        if (!expected.filesThere.isEmpty())
            said << tr("%Ln shared file(s) still there", nullptr, int(expected.filesThere.size()));
        int detached = 0;
        for (const QSet<QString> &files : expected.detached)
            detached += int(files.size());
        if (detached > 0)
            said << tr("%Ln file(s) out of the store", nullptr, detached);
        message.kind = Message::Kind::Ok;
        message.text = tr("Checked by listing: %1.").arg(said.join(u", "_s));
        m_messages.showMessage(message);
        return;
    }
    m_unmet = expected;
    QStringList said;
    QStringList names;
    if (outcome.error)
        said << tr("Whether everything is gone could not be checked: %1.").arg(outcome.error->headline());
    if (!outcome.storesLeft.isEmpty())
        said << tr("The list still has %Ln deleted store(s).", nullptr, int(outcome.storesLeft.size()));
    for (const QString &id : outcome.filesLeft)
        names << nameOf(id);
    if (!names.isEmpty())
        said << tr("The list still has deleted files: %1.").arg(someOf(names));
    names.clear();
    for (const QString &id : outcome.filesMissing)
        names << nameOf(id);
    if (!names.isEmpty())
        said << tr("Files that other stores use are missing: %1.").arg(someOf(names));
    names.clear();
    for (const QSet<QString> &ids : outcome.attached) {
        for (const QString &id : ids)
            names << nameOf(id);
    }
    if (!names.isEmpty())
        said << tr("The store still has: %1.").arg(someOf(names));
    message.kind = outcome.filesMissing.isEmpty() ? Message::Kind::Warning : Message::Kind::Error;
    message.text = said.join(u' ');
    message.actionText = tr("Check again"); // lists may be behind
    m_messages.showMessage(message);
}

void StoreCommands::cancelBatches(const QModelIndexList &rows)
{
    m_messages.dismiss(actionKey);
    QList<std::pair<QString, QString>> batches;
    QStringList names;
    for (const QModelIndex &row : rows) {
        const VectorStore *store = m_model.storeAt(row);
        const StoreFileBatch *batch = m_model.batchAt(row);
        if (!store || !batch || batch->isFinished())
            continue;
        batches.append({store->id, batch->id});
        names << storetext::title(*store) + u"  ·  "_s + row.data().toString() + u"  ·  "_s +
                     storetext::state(*batch);
    }
    if (batches.isEmpty())
        return;
    const int count = int(batches.size());
    ConfirmDialog::Question question;
    question.title = m_context.profile.production
                         ? tr("Cancel %Ln batch(es) of files of PRODUCTION?", nullptr, count)
                         : tr("Cancel %Ln batch(es) of files?", nullptr, count);
    question.introduction =
        tr("Files that are indexed stay in the store. The others are cancelled as soon as may be, and can "
           "be tried again.");
    question.things = names;
    question.confirm = tr("Cancel %Ln batch(es)", nullptr, count);
    question.dismiss = tr("Let run");
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, batches] {
        for (const auto &[storeId, batchId] : batches)
            cancelBatch(storeId, batchId);
    });
    dialog->open();
}

void StoreCommands::cancelBatch(const QString &storeId, const QString &batchId)
{
    m_context.session.stores().cancelBatch(
        storeId, batchId, this, [this, storeId](const Result<StoreFileBatch> &result) {
            if (!result && result.error().kind != ApiError::Kind::OutcomeUnknown)
                say(tr("The batch could not be cancelled: %1.").arg(result.error().headline()),
                    result.error());
            // Best effort, lost, or too late: the batch itself says what came of it.
            if (StoreFilesModel *files = m_model.filesOf(storeId))
                files->pollBatches();
            m_model.readStore(storeId);
        });
}

} // namespace odc
