// SPDX-License-Identifier: GPL-3.0-or-later
#include "foldersync.h"

#include "stores/storefilerules.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

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
    const auto problem = [](StoreFileProblem problem) { return problemText(problem); };
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

/// Files of a store that no sync put there, by name and size.
class Strangers
{
public:
    void add(const StoredFile &stored) { m_files[{keyOf(stored.name), stored.bytes}] << &stored; }
    /// Each is taken for one file only.
    const StoredFile *take(const QString &name, qint64 size)
    {
        const auto found = m_files.find({name, size});
        return found == m_files.end() || found->isEmpty() ? nullptr : found->takeFirst();
    }

private:
    QHash<std::pair<QString, qint64>, QList<const StoredFile *>> m_files;
};

/// What becomes of a file that is in the store, of that path.
void meet(SyncStep &step, const FolderFile &file, const StoreFile &stored)
{
    step.fileId = stored.id;
    if (isSameContent(stored, file) && stored.status != "cancelled"_L1) {
        step.kind = Kind::Same;
        if (stored.isFailed()) {
            step.reason = text(QT_TRANSLATE_NOOP("FolderSync", "It is in the store, but failed there: %1"))
                              .arg(stored.errorMessage.isEmpty() ? stored.errorCode : stored.errorMessage);
        }
        return;
    }
    step.kind = Kind::Replace;
    step.attributes = attributesOf(file, stored.attributes);
}

} // namespace

QList<SyncStep> planSync(const QList<FolderFile> &folder, const QList<StoredFile> &stored, bool isWhole)
{
    QHash<QString, QList<const StoredFile *>> byPath;
    Strangers strangers;
    for (const StoredFile &entry : stored) {
        const QJsonValue path = entry.file.attributes.value(pathKey);
        if (path.isString() && !path.toString().isEmpty())
            byPath[keyOf(path.toString())] << &entry;
        else if (!entry.name.isEmpty() && entry.bytes >= 0)
            strangers.add(entry);
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
        } else if (!there.isEmpty()) {
            const auto same = std::find_if(there.cbegin(), there.cend(), [&file](const StoredFile *entry) {
                return isSameContent(entry->file, file) && entry->file.status == "completed"_L1;
            });
            const StoredFile *chosen = same != there.cend() ? *same : there.first();
            meet(step, file, chosen->file);
            for (const StoredFile *other : std::as_const(there)) {
                if (other != chosen)
                    gone(*other, text(QT_TRANSLATE_NOOP("FolderSync",
                                                        "Another one of the same path is in the store")));
            }
        } else if (const StoredFile *stranger = strangers.take(nameOf(file.relative), file.size)) {
            step.kind = Kind::Unknown;
            step.fileId = stranger->file.id;
            step.reason = text(QT_TRANSLATE_NOOP(
                "FolderSync", "One of the same name and size is in the store; its content is not known"));
        } else {
            step.kind = Kind::Add;
            step.attributes = attributesOf(file, {});
        }
        if (step.kind == Kind::Replace && step.attributes.size() > mostAttributes) {
            step.kind = Kind::Refused;
            step.attributes = {};
            step.reason = text(
                QT_TRANSLATE_NOOP("FolderSync", "It has too many other attributes to keep these as well"));
        }
        steps << step;
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
            gone(*entry, text(QT_TRANSLATE_NOOP("FolderSync", "The folder does not have it any more")));
    }
    std::stable_sort(steps.begin(), steps.end(), [](const SyncStep &left, const SyncStep &right) {
        // What stays before what goes.
        return std::pair(left.relative, left.kind == Kind::Remove) <
               std::pair(right.relative, right.kind == Kind::Remove);
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
