// SPDX-License-Identifier: GPL-3.0-or-later
#include "foldersync.h"

#include "stores/storefilerules.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = SyncStep::Kind;

namespace {

const QString pathKey = QLatin1String(syncattribute::path);
const QString digestKey = QLatin1String(syncattribute::digest);
const QString sizeKey = QLatin1String(syncattribute::size);

QString text(const char *source)
{
    return QCoreApplication::translate("FolderSync", source);
}

/// One spelling for each path: some file systems take letters apart that others keep together.
QString keyOf(const QString &relative)
{
    return relative.normalized(QString::NormalizationForm_C);
}

QString nameOf(const QString &relative)
{
    return keyOf(relative).section(u'/', -1);
}

QString refusalOf(const FolderFile &file)
{
    const auto problem = [&file](StoreFileProblem problem) { return problemText(problem, file.relative); };
    if (!file.regular)
        return problem(StoreFileProblem::NotAFile);
    if (!file.readable)
        return problem(StoreFileProblem::Unreadable);
    if (file.size == 0)
        return problem(StoreFileProblem::Empty);
    if (file.size > largestStoreFile)
        return problem(StoreFileProblem::TooLarge);
    if (!hasKnownEnding(file.relative))
        return problem(StoreFileProblem::UnknownEnding);
    if (file.changed)
        return text(QT_TRANSLATE_NOOP("FolderSync", "It changed while it was read"));
    if (file.digest.isEmpty())
        return file.error.isEmpty() ? problem(StoreFileProblem::Unreadable) : file.error;
    if (keyOf(file.relative).size() > longestAttributeText)
        return text(QT_TRANSLATE_NOOP("FolderSync", "Its path is longer than an attribute can be"));
    return {};
}

QJsonObject attributesOf(const FolderFile &file, QJsonObject others)
{
    others.insert(pathKey, keyOf(file.relative));
    others.insert(digestKey, file.digest);
    others.insert(sizeKey, file.size);
    return others;
}

bool isSameContent(const StoreFile &stored, const FolderFile &file)
{
    return stored.attributes.value(digestKey).toString() == file.digest &&
           stored.attributes.value(sizeKey).toInteger(-1) == file.size;
}

/// Of several that came from one path, the one that counts: completed ones before others, then the newest.
bool countsMore(const StoredFile &left, const StoredFile &right)
{
    const auto rank = [](const StoredFile &stored) {
        return std::pair(stored.file.status == "completed"_L1 ? 1 : 0, stored.file.createdAt.value_or(0));
    };
    return rank(left) > rank(right);
}

/// Files of a store that bear no path, by name. Each is taken for one file only.
class Strangers
{
public:
    void add(const StoredFile &stored) { m_files[keyOf(stored.name)] << &stored; }
    /// The one of this name and size.
    const StoredFile *take(const QString &name, qint64 size)
    {
        const auto found = m_files.find(name);
        if (found == m_files.end())
            return nullptr;
        const auto same = std::find_if(found->cbegin(), found->cend(),
                                       [size](const StoredFile *stored) { return stored->bytes == size; });
        return same == found->cend() ? nullptr : found->takeAt(same - found->cbegin());
    }
    /// The one that counts most of all of this name.
    const StoredFile *takeNamed(const QString &name)
    {
        const auto found = m_files.find(name);
        if (found == m_files.end() || found->isEmpty())
            return nullptr;
        const auto best = std::min_element(
            found->cbegin(), found->cend(),
            [](const StoredFile *left, const StoredFile *right) { return countsMore(*left, *right); });
        return found->takeAt(best - found->cbegin());
    }
    QList<const StoredFile *> rest() const
    {
        QList<const StoredFile *> all;
        for (const QList<const StoredFile *> &files : m_files)
            all << files;
        return all;
    }

private:
    QHash<QString, QList<const StoredFile *>> m_files;
};

/// What is to be known of one that is there, but failed.
QString failureOf(const StoreFile &stored)
{
    return text(QT_TRANSLATE_NOOP("FolderSync", "It is in the store, but failed there: %1"))
        .arg(stored.errorMessage.isEmpty() ? stored.errorCode : stored.errorMessage);
}

/// No digest was made when it went in, and nothing else says that it is another one.
bool isPerhapsSame(const StoreFile &stored, qint64 size)
{
    return !stored.attributes.contains(digestKey) && stored.attributes.value(sizeKey).toInteger(-1) == size;
}

QString sameNameAndSize()
{
    return text(QT_TRANSLATE_NOOP("FolderSync",
                                  "One of the same name and size is in the store; its content is not known"));
}

/// What becomes of a file that is in the store, of that path.
void meet(SyncStep &step, const FolderFile &file, const StoreFile &stored)
{
    step.fileId = stored.id;
    if (isSameContent(stored, file) && stored.status != "cancelled"_L1) {
        step.kind = Kind::Same;
        if (stored.isFailed())
            step.reason = failureOf(stored);
        return;
    }
    if (isPerhapsSame(stored, file.size) && stored.status != "cancelled"_L1) {
        step.kind = Kind::Unknown;
        step.reason = stored.isFailed() ? failureOf(stored) : sameNameAndSize();
        return;
    }
    step.kind = Kind::Replace;
    step.attributes = attributesOf(file, stored.attributes);
}

SyncStep foreign(const StoredFile &stored, const QString &reason)
{
    SyncStep step;
    step.kind = Kind::Foreign;
    step.relative = stored.name.isEmpty() ? stored.file.id : stored.name;
    step.fileId = stored.file.id;
    step.size = std::max<qint64>(0, stored.bytes);
    step.reason = reason;
    return step;
}

/// A step that is not settled yet, and its file.
using OpenStep = std::pair<qsizetype, const FolderFile *>;

/// Files of the folder for which the store has none of their path: one of their name may be the one.
/// `inStore`: the names of all that it holds.
void meetStrangers(QList<SyncStep> &steps, const QList<OpenStep> &open, Strangers &strangers,
                   const QSet<QString> &inStore)
{
    QList<OpenStep> left;
    QHash<QString, int> wanted; // of one name
    // First those that fit, so that none is taken for another one's.
    for (const auto &[index, file] : open) {
        SyncStep &step = steps[index];
        const QString name = nameOf(step.relative);
        const StoredFile *stranger = strangers.take(name, step.size);
        if (stranger && step.kind == Kind::Refused)
            continue; // it stays as it is, and is not called foreign
        if (stranger) {
            step.kind = Kind::Unknown;
            step.fileId = stranger->file.id;
            step.reason = sameNameAndSize();
        } else {
            left << OpenStep(index, file);
            ++wanted[name];
        }
    }
    for (const auto &[index, file] : std::as_const(left)) {
        SyncStep &step = steps[index];
        const QString name = nameOf(step.relative);
        if (step.kind == Kind::Refused) {
            strangers.takeNamed(name);
            continue;
        }
        // Of several that could be meant, none is proposed.
        const StoredFile *stranger = wanted.value(name) == 1 ? strangers.takeNamed(name) : nullptr;
        if (stranger) {
            step.kind = Kind::Namesake;
            step.fileId = stranger->file.id;
            step.attributes = attributesOf(*file, stranger->file.attributes);
            step.reason = text(QT_TRANSLATE_NOOP(
                "FolderSync",
                "One of the same name, but other content, is in the store; it did not come by a sync"));
        } else {
            step.kind = Kind::Add;
            step.attributes = attributesOf(*file, {});
            if (inStore.contains(name))
                step.reason =
                    text(QT_TRANSLATE_NOOP("FolderSync", "Another one of the same name is in the store"));
        }
    }
}

} // namespace

void markForSync(QJsonObject &attributes, const QString &relative, qint64 size)
{
    const QString path = keyOf(relative);
    if (path.isEmpty() || path.size() > longestAttributeText || attributes.size() + 2 > mostAttributes ||
        attributes.contains(pathKey) || attributes.contains(sizeKey))
        return;
    attributes.insert(pathKey, path);
    attributes.insert(sizeKey, size);
}

QList<SyncStep> planSync(const QList<FolderFile> &folder, const QList<StoredFile> &stored, bool isWhole)
{
    QHash<QString, QList<const StoredFile *>> byPath;
    Strangers strangers;
    QList<const StoredFile *> nameless;
    QSet<QString> inStore;
    for (const StoredFile &entry : stored) {
        const QJsonValue path = entry.file.attributes.value(pathKey);
        if (path.isString() && !path.toString().isEmpty()) {
            byPath[keyOf(path.toString())] << &entry;
            inStore << nameOf(path.toString());
        } else if (!entry.name.isEmpty()) {
            strangers.add(entry);
            inStore << keyOf(entry.name);
        } else {
            nameless << &entry;
        }
    }
    for (QList<const StoredFile *> &entries : byPath) {
        std::stable_sort(entries.begin(), entries.end(), [](const StoredFile *left, const StoredFile *right) {
            return countsMore(*left, *right);
        });
    }
    QList<SyncStep> steps;
    const auto gone = [&steps](const StoredFile &entry, const QString &reason) {
        SyncStep step;
        step.kind = Kind::Remove;
        step.relative = entry.file.attributes.value(pathKey).toString();
        step.fileId = entry.file.id;
        step.size = std::max<qint64>(0, entry.file.attributes.value(sizeKey).toInteger(entry.bytes));
        step.reason = reason;
        steps << step;
    };
    QList<OpenStep> open; // those that the store has not by their path
    for (const FolderFile &file : folder) {
        SyncStep step;
        step.relative = file.relative;
        step.path = file.path;
        step.size = file.size;
        step.identity = file.identity;
        QList<const StoredFile *> there = byPath.take(keyOf(file.relative));
        step.reason = refusalOf(file);
        if (!step.reason.isEmpty()) {
            // What is in the store of it stays as it is: what is on the disk is not known to replace it.
            step.kind = Kind::Refused;
            if (there.isEmpty())
                open << OpenStep(steps.size(), &file);
        } else if (!there.isEmpty()) {
            const auto same = std::find_if(there.cbegin(), there.cend(), [&file](const StoredFile *entry) {
                return isSameContent(entry->file, file) && entry->file.status == "completed"_L1;
            });
            const auto perhaps = std::find_if(there.cbegin(), there.cend(), [&file](const StoredFile *entry) {
                return isPerhapsSame(entry->file, file.size) && entry->file.status == "completed"_L1;
            });
            const StoredFile *chosen = same != there.cend()      ? *same
                                       : perhaps != there.cend() ? *perhaps
                                                                 : there.first();
            meet(step, file, chosen->file);
            for (const StoredFile *other : std::as_const(there)) {
                if (other != chosen)
                    gone(*other, text(QT_TRANSLATE_NOOP("FolderSync",
                                                        "Another one of the same path is in the store")));
            }
        } else {
            open << OpenStep(steps.size(), &file);
        }
        steps << step;
    }
    // Not before all of them: steps of what is gone stand between them.
    meetStrangers(steps, open, strangers, inStore);
    for (SyncStep &step : steps) {
        const bool replaces = step.kind == Kind::Replace || step.kind == Kind::Namesake;
        if (replaces && step.attributes.size() > mostAttributes) {
            step.kind = Kind::Refused;
            step.attributes = {};
            step.reason = text(
                QT_TRANSLATE_NOOP("FolderSync", "It has too many other attributes to keep these as well"));
        }
    }
    QStringList closed; // folders of which it is not known what is in them
    for (const FolderFile &file : folder) {
        if (!file.readable)
            closed << keyOf(file.relative) + u'/';
    }
    for (auto it = byPath.cbegin(); it != byPath.cend() && isWhole; ++it) {
        const bool isHidden = std::any_of(closed.cbegin(), closed.cend(), [&it](const QString &folder) {
            return it.key().startsWith(folder);
        });
        for (const StoredFile *entry : isHidden ? QList<const StoredFile *>() : *it)
            gone(*entry,
                 entry->file.attributes.contains(digestKey)
                     ? text(QT_TRANSLATE_NOOP("FolderSync", "The folder does not have it any more"))
                     : text(QT_TRANSLATE_NOOP("FolderSync",
                                              "It did not come by a sync, and the folder does not have it")));
    }
    if (isWhole && closed.isEmpty()) {
        QSet<QString> inFolder;
        for (const FolderFile &file : folder)
            inFolder << nameOf(file.relative);
        const QList<const StoredFile *> rest = strangers.rest() + nameless;
        for (const StoredFile *entry : rest) {
            if (entry->name.isEmpty())
                steps << foreign(*entry, text(QT_TRANSLATE_NOOP("FolderSync", "Its name is not known")));
            else if (inFolder.contains(keyOf(entry->name)))
                steps << foreign(*entry,
                                 text(QT_TRANSLATE_NOOP(
                                     "FolderSync",
                                     "It has the name of a file of the folder, but did not come by a sync")));
            else
                steps << foreign(
                    *entry,
                    text(QT_TRANSLATE_NOOP(
                        "FolderSync", "It did not come by a sync, and the folder has none of its name")));
        }
    }
    std::stable_sort(steps.begin(), steps.end(), [](const SyncStep &left, const SyncStep &right) {
        // What stays before what goes.
        const auto place = [](const SyncStep &step) {
            const int order = step.kind == Kind::Remove ? 1 : step.kind == Kind::Foreign ? 2 : 0;
            return std::tuple(step.relative, order, step.fileId);
        };
        return place(left) < place(right);
    });
    return steps;
}

QList<AttachJob::Order> syncOrders(const QList<SyncStep> &steps, const SyncChoice &choice)
{
    QList<AttachJob::Order> orders;
    for (const SyncStep &step : steps) {
        AttachJob::Order order;
        order.name = step.relative;
        switch (step.kind) {
        case Kind::Replace:
            if (!choice.replaces)
                continue;
            order.replaces = step.fileId;
            break;
        case Kind::Namesake:
            if (!choice.namesakes)
                continue;
            order.replaces = step.fileId;
            break;
        case Kind::Add:
            if (!choice.adds)
                continue;
            break;
        case Kind::Remove:
            if (!choice.removes)
                continue;
            order.fileId = step.fileId;
            order.removes = true;
            orders << order;
            continue;
        case Kind::Same:
        case Kind::Unknown:
        case Kind::Refused:
        case Kind::Foreign:
            continue;
        }
        order.path = step.path;
        order.size = step.size;
        order.attributes = step.attributes;
        order.chunking = choice.chunking;
        order.identity = step.identity;
        orders << order;
    }
    return orders;
}

} // namespace odc
