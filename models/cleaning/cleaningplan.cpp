// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningplan.h"

#include "api/fileobject.h"
#include "base/format.h"
#include "cleaning/fileuses.h"
#include "index/objectindex.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsADay = 86'400;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cleaning)
};

/// A sentence whose last word ends with a stop of its own, as "10. Nov." does, has one and not two.
QString oneStop(const QString &sentence)
{
    return sentence.endsWith(".."_L1) ? sentence.chopped(1) : sentence;
}

QString titleOf(const IndexedObject &object)
{
    return object.name.isEmpty() ? object.id : object.name;
}

struct Use
{
    FileUse use;
    const IndexedObject *object = nullptr;
};

/// Works a plan out, category by category; what is in one of them is not looked at again.
class Maker
{
public:
    Maker(const CleaningInput &input, qint64 now, const CleaningOptions &options)
        : m_input(input), m_now(now), m_options(options)
    {
        for (const auto *objects : {&input.batches, &input.jobs, &input.runs}) {
            for (const IndexedObject &object : *objects) {
                for (const FileRef &ref : object.refs)
                    m_uses[ref.fileId].append({{object.kind, object.key(), ref.role}, &object});
            }
        }
        for (const IndexedObject &store : input.stores)
            m_storeTitles.insert(store.id, titleOf(store));
        for (const IndexedObject &entry : input.storeFiles)
            m_uses[entry.id].append({{entry.kind, entry.key(), FileRole::InStore}, &entry});
        for (const IndexedObject &file : input.files)
            m_files.insert(file.id);
    }

    CleaningPlan make()
    {
        expiredFiles();
        expiredStores();
        deadEntries();
        duplicates();
        finishedInputs();
        oldOutputs();
        orphans();
        return std::move(m_plan);
    }

private:
    /// The category needs these lists whole; says so where one is not.
    bool needs(CleaningCategory category, Survey::Parts parts)
    {
        const Survey::Parts missing = parts & ~m_input.whole;
        if (!missing)
            return true;
        QStringList names;
        const auto add = [&](Survey::Part part, const QString &name) {
            if (missing.testFlag(part) && !names.contains(name))
                names << name;
        };
        add(Survey::Files, Words::tr("files"));
        add(Survey::Batches, Words::tr("batches"));
        add(Survey::Stores, Words::tr("vector stores"));
        add(Survey::StoreFiles, Words::tr("files of vector stores"));
        add(Survey::Evals, Words::tr("evals"));
        add(Survey::Runs, Words::tr("eval runs"));
        add(Survey::Jobs, Words::tr("fine-tuning jobs"));
        m_plan.withheld.insert(category,
                               Words::tr("Not offered, because these could not be read to the end: %1.")
                                   .arg(names.join(u", "_s)));
        return false;
    }

    const QList<Use> &usesOf(const QString &fileId) const
    {
        static const QList<Use> none;
        const auto found = m_uses.constFind(fileId);
        return found == m_uses.cend() ? none : *found;
    }

    /// Something that is not at its end names it.
    bool isNeeded(const QString &fileId) const
    {
        const QList<Use> &uses = usesOf(fileId);
        return std::any_of(uses.cbegin(), uses.cend(),
                           [](const Use &use) { return !use.object->isFinished(); });
    }

    bool onlyAs(const QString &fileId, std::initializer_list<FileRole> roles) const
    {
        const QList<Use> &uses = usesOf(fileId);
        return !uses.isEmpty() && std::all_of(uses.cbegin(), uses.cend(), [&](const Use &use) {
            return std::find(roles.begin(), roles.end(), use.use.role) != roles.end();
        });
    }

    void addFile(CleaningCategory category, const IndexedObject &file, const QString &reason,
                 const QStringList &detachFrom = {})
    {
        CleaningItem item;
        item.category = category;
        item.id = file.id;
        item.title = titleOf(file);
        item.reason = oneStop(reason);
        item.bytes = file.bytes;
        item.createdAt = file.createdAt;
        item.detachFrom = detachFrom;
        for (const Use &use : usesOf(file.id))
            item.uses << use.use;
        item.usedBy = usersOf(file.id);
        m_taken.insert(file.id);
        m_plan.items << item;
    }

    /// Their names, as far as a row has room for them.
    QString usersOf(const QString &fileId) const
    {
        constexpr qsizetype most = 3;
        QStringList names;
        for (const Use &use : usesOf(fileId)) {
            if (names.size() == most) {
                names << u"…"_s;
                break;
            }
            const IndexedObject &user = *use.object;
            const QString title = use.use.role == FileRole::InStore ? storeTitle(user.parentId) : titleOf(user);
            names << Words::tr("%1 “%2”", "kind of object, name")
                         .arg(fileuses::kindText(user.kind), format::oneLine(title));
        }
        return names.join(u", "_s);
    }

    QString storeTitle(const QString &storeId) const { return m_storeTitles.value(storeId, storeId); }

    bool isFree(const IndexedObject &file) const
    {
        return !m_taken.contains(file.id) && !m_kept.contains(file.id);
    }

    void expiredFiles()
    {
        if (!needs(CleaningCategory::ExpiredFiles, Survey::Files))
            return;
        for (const IndexedObject &file : m_input.files) {
            if (file.expiresAt > 0 && file.expiresAt <= m_now && !isNeeded(file.id))
                addFile(CleaningCategory::ExpiredFiles, file,
                        Words::tr("Its life ended %1, and it is still listed.")
                            .arg(format::relativeTime(file.expiresAt, m_now)));
        }
    }

    void expiredStores()
    {
        if (!needs(CleaningCategory::ExpiredStores, Survey::Stores))
            return;
        for (const IndexedObject &store : m_input.stores) {
            if (store.status != "expired"_L1)
                continue;
            CleaningItem item;
            item.category = CleaningCategory::ExpiredStores;
            item.action = CleaningItem::Action::DeleteStore;
            item.id = store.id;
            item.title = titleOf(store);
            item.reason = store.expiresAt > 0
                              ? Words::tr("Expired %1; the service does not search it any more.")
                                    .arg(format::relativeTime(store.expiresAt, m_now))
                              : Words::tr("Expired; the service does not search it any more.");
            item.bytes = store.bytes;
            item.createdAt = store.createdAt;
            m_goneStores.insert(store.id);
            m_plan.items << item;
        }
    }

    void deadEntries()
    {
        if (!needs(CleaningCategory::FailedInStores, Survey::Stores | Survey::StoreFiles))
            return;
        QHash<QString, QString> fileNames;
        for (const IndexedObject &file : m_input.files)
            fileNames.insert(file.id, titleOf(file));
        const bool knowsFiles = m_input.whole.testFlag(Survey::Files);
        for (const IndexedObject &entry : m_input.storeFiles) {
            if (m_goneStores.contains(entry.parentId)) // it goes with its store
                continue;
            const QString store = storeTitle(entry.parentId);
            QString reason;
            if (entry.status == "failed"_L1)
                reason = entry.reason.isEmpty()
                             ? Words::tr("Its indexing in “%1” failed.").arg(store)
                             : Words::tr("Its indexing in “%1” failed: %2").arg(store, entry.reason);
            else if (entry.status == "cancelled"_L1)
                reason = Words::tr("Its indexing in “%1” was cancelled.").arg(store);
            else if (knowsFiles && entry.isFinished() && !m_files.contains(entry.id))
                reason = Words::tr("The file of this entry of “%1” is gone.").arg(store);
            else
                continue;
            CleaningItem item;
            item.category = CleaningCategory::FailedInStores;
            item.action = CleaningItem::Action::DetachFile;
            item.id = entry.id;
            item.storeId = entry.parentId;
            item.storeTitle = store;
            item.title = fileNames.value(entry.id, entry.id);
            item.reason = reason;
            item.bytes = entry.bytes;
            item.createdAt = entry.createdAt;
            m_plan.items << item;
        }
    }

    void duplicates()
    {
        // Who uses a copy decides which one stays: all of that must be known.
        if (!needs(CleaningCategory::Duplicates, Survey::Everything))
            return;
        using Group = std::tuple<qint64, QString, QByteArray>; // a copy for another purpose is none
        QMap<Group, QList<const IndexedObject *>> groups;
        for (const IndexedObject &file : m_input.files) {
            const QByteArray digest = m_input.digests.value(file.id);
            if (!digest.isEmpty() && !m_taken.contains(file.id))
                groups[{file.bytes, file.detail, digest}].append(&file);
        }
        for (QList<const IndexedObject *> &copies : groups) {
            if (copies.size() < 2)
                continue;
            // The one that most depends on stays; of equal ones the one that lives longest, then the oldest.
            std::sort(copies.begin(), copies.end(), [this](const IndexedObject *a, const IndexedObject *b) {
                const auto rank = [this](const IndexedObject *file) {
                    return usesOf(file->id).isEmpty() ? 2 : inStoresOnly(file->id) ? 1 : 0;
                };
                return std::tuple(rank(a), -endOf(*a), a->createdAt, a->id) <
                       std::tuple(rank(b), -endOf(*b), b->createdAt, b->id);
            });
            QList<const IndexedObject *> staying;
            for (const IndexedObject *copy : std::as_const(copies)) {
                // Who goes sooner is no substitute: the content would be lost with it.
                const auto kept =
                    std::find_if(staying.cbegin(), staying.cend(),
                                 [copy](const IndexedObject *file) { return endOf(*file) >= endOf(*copy); });
                const bool used = !usesOf(copy->id).isEmpty();
                const bool canLeave = m_options.detach && inStoresOnly(copy->id) && !isNeeded(copy->id);
                if (kept == staying.cend() || (used && !canLeave)) {
                    if (used && !staying.isEmpty())
                        m_kept.insert(copy->id);
                    staying << copy;
                    continue;
                }
                addFile(CleaningCategory::Duplicates, *copy,
                        Words::tr("The same content as “%1” (%2), which stays.")
                            .arg(titleOf(**kept), (*kept)->id),
                        used ? storesOf(copy->id) : QStringList());
                m_plan.items.last().twinId = (*kept)->id;
                m_kept.insert((*kept)->id); // never the last copy
            }
        }
    }

    /// When a file goes by itself.
    static qint64 endOf(const IndexedObject &file)
    {
        return file.expiresAt > 0 ? file.expiresAt : std::numeric_limits<qint64>::max();
    }

    bool inStoresOnly(const QString &fileId) const { return onlyAs(fileId, {FileRole::InStore}); }

    QStringList storesOf(const QString &fileId) const
    {
        QStringList stores;
        for (const Use &use : usesOf(fileId)) {
            if (use.use.role == FileRole::InStore)
                stores << use.object->parentId;
        }
        return stores;
    }

    /// A batch of this input that left requests without an answer, or may have; null: all have theirs.
    const IndexedObject *unanswered(const QString &fileId) const
    {
        for (const Use &use : usesOf(fileId)) {
            const IndexedObject &batch = *use.object;
            const bool answered = batch.status == "completed"_L1 && batch.total > 0 &&
                                  batch.done == batch.total && batch.failed == 0;
            if (!answered)
                return &batch;
        }
        return nullptr;
    }

    /// What is lost with the input of this batch.
    static QString whyOpen(const IndexedObject &batch)
    {
        const QString loss = Words::tr("Without this file they cannot be sent again, and the results are "
                                       "shown without their requests.");
        const qint64 open = batch.total - batch.done;
        const QString fact = batch.total > 0 && open > 0
                                 ? Words::tr("%1 of %2 requests of “%3” failed or have no answer.")
                                       .arg(format::number(open), format::number(batch.total), titleOf(batch))
                                 : Words::tr("Requests of “%1” may have no answer.").arg(titleOf(batch));
        return fact + u' ' + loss;
    }

    void finishedInputs()
    {
        const bool finished = needs(CleaningCategory::FinishedInputs, Survey::Everything);
        if (!needs(CleaningCategory::UnansweredInputs, Survey::Everything) || !finished)
            return;
        for (const IndexedObject &file : m_input.files) {
            if (!isFree(file) || isNeeded(file.id) || !onlyAs(file.id, {FileRole::BatchInput}))
                continue;
            if (const IndexedObject *open = unanswered(file.id)) {
                addFile(CleaningCategory::UnansweredInputs, file, whyOpen(*open));
                continue;
            }
            qint64 ended = 0;
            for (const Use &use : usesOf(file.id))
                ended = std::max(ended, use.object->endedAt);
            const int batches = int(usesOf(file.id).size());
            addFile(CleaningCategory::FinishedInputs, file,
                    ended > 0 ? Words::tr("Input of %Ln batch(es), ended %1.", nullptr, batches)
                                    .arg(format::relativeTime(ended, m_now))
                              : Words::tr("Input of %Ln batch(es), ended.", nullptr, batches));
        }
    }

    bool isOld(const IndexedObject &file) const
    {
        return file.createdAt > 0 && m_now - file.createdAt >= m_options.days * secondsADay;
    }

    void oldOutputs()
    {
        if (!needs(CleaningCategory::OldOutputs, Survey::Everything))
            return;
        for (const IndexedObject &file : m_input.files) {
            if (!isFree(file) || !isOld(file) || isNeeded(file.id) ||
                !onlyAs(file.id, {FileRole::BatchOutput, FileRole::BatchErrors}))
                continue;
            addFile(CleaningCategory::OldOutputs, file,
                    Words::tr("Results of a batch that ended, made %1.")
                        .arg(format::relativeTime(file.createdAt, m_now)));
        }
    }

    void orphans()
    {
        if (!needs(CleaningCategory::Orphans, Survey::Everything))
            return;
        for (const IndexedObject &file : m_input.files) {
            if (isFree(file) && isOld(file) && usesOf(file.id).isEmpty())
                addFile(CleaningCategory::Orphans, file,
                        Words::tr("No batch, job, store or eval uses it; uploaded %1.")
                            .arg(format::relativeTime(file.createdAt, m_now)));
        }
    }

    const CleaningInput &m_input;
    const qint64 m_now;
    const CleaningOptions m_options;
    CleaningPlan m_plan;
    QHash<QString, QList<Use>> m_uses;
    QHash<QString, QString> m_storeTitles;
    QSet<QString> m_files;
    QSet<QString> m_taken;      ///< files that are offered
    QSet<QString> m_kept;       ///< copies that stay
    QSet<QString> m_goneStores; ///< stores that are offered
};

/// Files that have others of the same size and purpose beside them.
QList<IndexedObject> alike(const CleaningInput &input)
{
    QMap<std::pair<qint64, QString>, QList<const IndexedObject *>> groups;
    for (const IndexedObject &file : input.files) {
        if (file.bytes > 0)
            groups[{file.bytes, file.detail}].append(&file);
    }
    QList<IndexedObject> found;
    for (const auto &group : std::as_const(groups)) {
        if (group.size() < 2)
            continue;
        for (const IndexedObject *file : group)
            found << *file;
    }
    return found;
}

} // namespace

Survey::Parts CleaningInput::wholeParts(const ObjectIndex &index, const Survey &survey, bool stopped)
{
    if (stopped || (!survey.isComplete() && survey.faults().isEmpty()))
        return {};
    Survey::Parts whole = Survey::Everything;
    const auto lacks = [&](Survey::Part part) { whole.setFlag(part, false); };
    QList<ObjectKind> missing;
    for (const Survey::Fault &fault : survey.faults()) {
        // Nothing of it is there, unless objects of it were seen before; and without a list of files none of
        // them is known to be gone.
        if (fault.noArea && fault.kind != ObjectKind::File && index.count(fault.kind) == 0) {
            missing << fault.kind;
            continue;
        }
        switch (fault.kind) {
        case ObjectKind::File:
            lacks(Survey::Files);
            break;
        case ObjectKind::Batch:
            lacks(Survey::Batches);
            break;
        case ObjectKind::Store:
            if (fault.parentId.isEmpty())
                lacks(Survey::Stores);
            lacks(Survey::StoreFiles);
            break;
        case ObjectKind::StoreFile:
            lacks(Survey::StoreFiles);
            break;
        case ObjectKind::Eval:
            if (fault.parentId.isEmpty())
                lacks(Survey::Evals);
            lacks(Survey::Runs);
            break;
        case ObjectKind::EvalRun:
            lacks(Survey::Runs);
            break;
        case ObjectKind::Job:
            lacks(Survey::Jobs);
            break;
        case ObjectKind::Checkpoint:
        case ObjectKind::Model:
            break;
        }
    }
    // What was read and is not kept, be it for want of room, may use anything.
    constexpr std::pair<ObjectKind, Survey::Part> lists[] = {{ObjectKind::File, Survey::Files},
                                                             {ObjectKind::Batch, Survey::Batches},
                                                             {ObjectKind::Store, Survey::Stores},
                                                             {ObjectKind::Eval, Survey::Evals},
                                                             {ObjectKind::Job, Survey::Jobs}};
    for (const auto &[kind, part] : lists) {
        if (!missing.contains(kind) && index.wholeAt(kind) == 0)
            lacks(part);
    }
    const auto areWhole = [&](ObjectKind outer, ObjectKind inner) {
        const std::vector<IndexedObject> &owners = index.objects(outer);
        return std::all_of(owners.cbegin(), owners.cend(), [&](const IndexedObject &owner) {
            return index.wholeAt(inner, owner.id) > 0 || survey.gone().contains(owner.id);
        });
    };
    if (!areWhole(ObjectKind::Store, ObjectKind::StoreFile))
        lacks(Survey::StoreFiles);
    if (!areWhole(ObjectKind::Eval, ObjectKind::EvalRun))
        lacks(Survey::Runs);
    return whole;
}

CleaningInput CleaningInput::from(const ObjectIndex &index, const Survey &survey, bool stopped)
{
    CleaningInput input;
    const auto all = [&index](ObjectKind kind) {
        const std::vector<IndexedObject> &objects = index.objects(kind);
        return QList<IndexedObject>(objects.cbegin(), objects.cend());
    };
    input.files = all(ObjectKind::File);
    input.batches = all(ObjectKind::Batch);
    input.jobs = all(ObjectKind::Job);
    input.stores = all(ObjectKind::Store);
    input.storeFiles = all(ObjectKind::StoreFile);
    input.runs = all(ObjectKind::EvalRun);
    input.whole = wholeParts(index, survey, stopped);
    return input;
}

CleaningPlan CleaningPlan::make(const CleaningInput &input, qint64 nowUnix, const CleaningOptions &options)
{
    CleaningPlan plan = Maker(input, nowUnix, options).make();
    const QList<IndexedObject> same = alike(input);
    for (const IndexedObject &file : same) {
        if (input.digests.contains(file.id))
            continue;
        if (!filepurpose::isDownloadable(file.detail)) {
            ++plan.incomparable;
            continue;
        }
        ++plan.comparable;
        plan.comparableBytes += file.bytes;
    }
    return plan;
}

QList<IndexedObject> CleaningPlan::candidates(const CleaningInput &input)
{
    QList<IndexedObject> found;
    for (const IndexedObject &file : alike(input)) {
        if (filepurpose::isDownloadable(file.detail))
            found << file;
    }
    return found;
}

int CleaningPlan::count(CleaningCategory category) const
{
    return int(std::count_if(items.cbegin(), items.cend(),
                             [&](const CleaningItem &item) { return item.category == category; }));
}

qint64 CleaningPlan::bytes(CleaningCategory category) const
{
    qint64 sum = 0;
    for (const CleaningItem &item : items) {
        if (item.category == category)
            sum += item.bytes;
    }
    return sum;
}

} // namespace odc
