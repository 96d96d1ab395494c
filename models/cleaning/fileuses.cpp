// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileuses.h"

#include "base/format.h"
#include "index/objectindex.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 3;      ///< that a sentence names
constexpr qint64 sureFor = 3'600; ///< seconds; other programs work with the project as well

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FileUses)
};

/// Where the key is that of a file in a store: the store.
QString ownerOf(ObjectKind kind, const QString &key)
{
    return kind == ObjectKind::StoreFile ? key.section(u'/', 0, 0) : key;
}

UseRow rowOf(const ObjectIndex &index, const FileUse &use)
{
    UseRow row;
    row.kind = use.kind;
    row.key = use.key;
    row.role = use.role;
    row.id = ownerOf(use.kind, use.key);
    const IndexedObject *object = index.find(use.kind, use.key);
    if (object) {
        row.status = object->status;
        row.finished = object->isFinished();
    }
    const IndexedObject *named =
        use.kind == ObjectKind::StoreFile ? index.find(ObjectKind::Store, row.id) : object;
    row.title = named && !named->name.isEmpty() ? format::oneLine(named->name) : row.id;
    return row;
}

/// "A, B and 4 more".
QString someOf(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.mid(0, mostNames))
        shown << u"“"_s + format::oneLine(name, 60) + u"”"_s;
    const int more = int(names.size()) - int(shown.size());
    const QString all = shown.join(u", "_s);
    return more > 0 ? Words::tr("%1 and %Ln more", nullptr, more).arg(all) : all;
}

} // namespace

bool UseRow::needsFile() const
{
    switch (role) {
    case FileRole::BatchInput:
    case FileRole::Training:
    case FileRole::Validation:
    case FileRole::EvalSource:
        return !finished;
    default: // what is written is not read; a store keeps its own text of a file that it has indexed
        return role == FileRole::InStore && !finished;
    }
}

bool UsesKnown::isWhole() const
{
    return batches && jobs && stores && evals && storesRead == storesTotal && evalsRead == evalsTotal;
}

bool UsesKnown::isSure(qint64 nowUnix) const
{
    return isWhole() && nowUnix - oldest <= sureFor;
}

QString UsesKnown::sentence(qint64 nowUnix) const
{
    QStringList read;
    QStringList unread;
    (batches ? read : unread) << Words::tr("batches");
    (jobs ? read : unread) << Words::tr("fine-tuning jobs");
    if (!stores)
        unread << Words::tr("vector stores");
    else if (storesRead == storesTotal)
        read << Words::tr("vector stores");
    else if (storesRead > 0)
        read << Words::tr("%1 of %2 vector stores")
                    .arg(format::number(storesRead), format::number(storesTotal));
    else
        unread << Words::tr("vector stores");
    if (!evals || (evalsTotal > 0 && evalsRead == 0))
        unread << Words::tr("evals");
    else
        read << (evalsRead == evalsTotal ? Words::tr("evals")
                                         : Words::tr("the runs of %1 of %2 evals")
                                               .arg(format::number(evalsRead), format::number(evalsTotal)));
    if (read.isEmpty() || oldest == 0)
        return Words::tr("Nothing that may use files was read yet.");
    const QString when = format::relativeTime(oldest, nowUnix);
    if (unread.isEmpty())
        return Words::tr("As of %1: %2.").arg(when, read.join(u", "_s));
    return Words::tr("As of %1: %2. Not read yet: %3.").arg(when, read.join(u", "_s), unread.join(u", "_s));
}

namespace fileuses {

QList<UseRow> of(const ObjectIndex &index, const QString &fileId)
{
    QList<UseRow> rows;
    const QList<FileUse> uses = index.usesOf(fileId);
    rows.reserve(uses.size());
    for (const FileUse &use : uses)
        rows << rowOf(index, use);
    std::stable_sort(rows.begin(), rows.end(), [](const UseRow &a, const UseRow &b) {
        if (a.needsFile() != b.needsFile())
            return a.needsFile();
        if (a.kind != b.kind)
            return a.kind < b.kind;
        if (a.title != b.title)
            return a.title < b.title;
        return std::pair(a.key, a.role) < std::pair(b.key, b.role);
    });
    return rows;
}

UsesKnown known(const ObjectIndex &index, const QList<ObjectKind> &missing)
{
    UsesKnown known;
    const auto take = [&](ObjectKind kind, const QString &parent = {}) {
        const qint64 at = index.wholeAt(kind, parent);
        if (at > 0)
            known.oldest = known.oldest == 0 ? at : std::min(known.oldest, at);
        return at > 0;
    };
    // An area that answers "not found" and of which objects were seen is not missing: it does not answer.
    const auto list = [&](ObjectKind kind) {
        return (missing.contains(kind) && index.count(kind) == 0) || take(kind);
    };
    known.batches = list(ObjectKind::Batch);
    known.jobs = list(ObjectKind::Job);
    known.stores = list(ObjectKind::Store);
    known.evals = list(ObjectKind::Eval);
    for (const IndexedObject &store : index.objects(ObjectKind::Store)) {
        ++known.storesTotal;
        known.storesRead += take(ObjectKind::StoreFile, store.id);
    }
    for (const IndexedObject &eval : index.objects(ObjectKind::Eval)) {
        ++known.evalsTotal;
        known.evalsRead += take(ObjectKind::EvalRun, eval.id);
    }
    return known;
}

QString roleText(FileRole role)
{
    switch (role) {
    case FileRole::BatchInput:
        return Words::tr("Input of");
    case FileRole::BatchOutput:
        return Words::tr("Output of");
    case FileRole::BatchErrors:
        return Words::tr("Errors of");
    case FileRole::Training:
        return Words::tr("Training file of");
    case FileRole::Validation:
        return Words::tr("Validation file of");
    case FileRole::Results:
        return Words::tr("Results of");
    case FileRole::InStore:
        return Words::tr("In store");
    case FileRole::EvalSource:
        return Words::tr("Source of run");
    }
    return {};
}

QString kindText(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
        return Words::tr("file");
    case ObjectKind::Batch:
        return Words::tr("batch");
    case ObjectKind::Store:
    case ObjectKind::StoreFile:
        return Words::tr("vector store");
    case ObjectKind::Eval:
        return Words::tr("eval");
    case ObjectKind::EvalRun:
        return Words::tr("eval run");
    case ObjectKind::Job:
        return Words::tr("fine-tuning job");
    case ObjectKind::Checkpoint:
        return Words::tr("checkpoint");
    case ObjectKind::Model:
        return Words::tr("model");
    }
    return {};
}

Consequence ofDeleting(const ObjectIndex &index, const QSet<QString> &fileIds)
{
    QSet<QString> inputsOf; ///< ended batches
    QHash<std::pair<int, QString>, UseRow> users; // an object that names several of them is one
    for (const QString &id : fileIds) {
        const QList<FileUse> uses = index.usesOf(id);
        for (const FileUse &use : uses) {
            UseRow row = rowOf(index, use);
            if (row.kind == ObjectKind::Batch && row.role == FileRole::BatchInput && row.finished)
                inputsOf.insert(row.key); // of a batch whose output goes as well there is one row only
            const std::pair<int, QString> key(int(row.kind), row.id);
            const auto there = users.find(key);
            if (there == users.end())
                users.insert(key, row);
            else if (row.needsFile())
                *there = row;
        }
    }
    QMap<QString, QString> running; // in a fixed order
    int stores = 0, batches = 0, jobs = 0, runs = 0;
    int runningBatches = 0, runningJobs = 0, runningRuns = 0, runningStores = 0;
    for (const UseRow &row : std::as_const(users)) {
        if (row.needsFile())
            running.insert(row.title + u'\n' + row.key, row.title);
        switch (row.kind) {
        case ObjectKind::StoreFile:
        case ObjectKind::Store:
            ++stores;
            runningStores += row.needsFile();
            break;
        case ObjectKind::Batch:
            ++batches;
            runningBatches += row.needsFile();
            break;
        case ObjectKind::Job:
            ++jobs;
            runningJobs += row.needsFile();
            break;
        case ObjectKind::EvalRun:
            ++runs;
            runningRuns += row.needsFile();
            break;
        default:
            break;
        }
    }
    Consequence consequence;
    consequence.users = int(users.size());
    if (!running.isEmpty()) {
        QStringList needing;
        const auto add = [&needing](int count, const QString &text) {
            if (count > 0)
                needing << text;
        };
        add(runningBatches, Words::tr("%Ln running batch(es)", nullptr, runningBatches));
        add(runningJobs, Words::tr("%Ln running fine-tuning job(s)", nullptr, runningJobs));
        add(runningRuns, Words::tr("%Ln running eval run(s)", nullptr, runningRuns));
        add(runningStores, Words::tr("%Ln vector store(s) still indexing", nullptr, runningStores));
        const QString who = needing.join(u", "_s);
        consequence.needed = running.size() == 1
                                 ? Words::tr("Still needed by %1, which fails without it: %2.")
                                       .arg(who, someOf(running.values()))
                                 : Words::tr("Still needed by %1, which fail without it: %2.")
                                       .arg(who, someOf(running.values()));
    }
    QStringList used;
    if (stores > 0)
        used << (fileIds.size() == 1 ? Words::tr("%Ln vector store(s), which lose it", nullptr, stores)
                                     : Words::tr("%Ln vector store(s), which lose them", nullptr, stores));
    if (batches > 0)
        used << Words::tr("%Ln batch(es)", nullptr, batches);
    if (jobs > 0)
        used << Words::tr("%Ln fine-tuning job(s)", nullptr, jobs);
    if (runs > 0)
        used << Words::tr("%Ln eval run(s)", nullptr, runs);
    QStringList names;
    for (const UseRow &row : std::as_const(users)) {
        if (!row.needsFile()) // those were named
            names << row.title;
    }
    names.sort();
    const QString who = used.join(u", "_s);
    // Of many nobody reads the names.
    if (!used.isEmpty() && !names.isEmpty() && names.size() <= mostNames)
        consequence.used = Words::tr("Used by %1: %2.").arg(who, someOf(names));
    else if (!used.isEmpty())
        consequence.used = Words::tr("Used by %1.").arg(who);
    // Stores were said to lose them; of the others a person has to know whether they would fail.
    if (running.isEmpty() && batches + jobs + runs > 0)
        consequence.used += u' ' + Words::tr("Nothing of it still runs.");
    qint64 open = 0;
    for (const QString &key : std::as_const(inputsOf)) {
        const IndexedObject *batch = index.find(ObjectKind::Batch, key);
        open += batch ? std::max<qint64>(0, batch->total - batch->done) : 0;
    }
    if (open > 0)
        consequence.used += u' ' + Words::tr("%Ln of the requests failed or have no answer, and cannot be sent again without the file.",
                                             nullptr, int(std::min<qint64>(open, std::numeric_limits<int>::max())));
    return consequence;
}

QString ofDeletingStores(const ObjectIndex &index, const QSet<QString> &storeIds)
{
    QSet<QString> files;
    bool whole = true;
    for (const QString &id : storeIds)
        whole = whole && index.wholeAt(ObjectKind::StoreFile, id) > 0;
    for (const IndexedObject &file : index.objects(ObjectKind::StoreFile)) {
        if (storeIds.contains(file.parentId))
            files.insert(file.id);
    }
    if (files.isEmpty() || !whole)
        return {};
    int alone = 0;
    for (const QString &id : std::as_const(files)) {
        const QList<FileUse> uses = index.usesOf(id);
        alone += std::all_of(uses.cbegin(), uses.cend(), [&](const FileUse &use) {
            return use.kind == ObjectKind::StoreFile && storeIds.contains(ownerOf(use.kind, use.key));
        });
    }
    if (alone == 0)
        return Words::tr("All of their files are used elsewhere as well.");
    return Words::tr("%Ln of their files are not known to be used anywhere else.", nullptr, alone);
}

} // namespace fileuses

} // namespace odc
