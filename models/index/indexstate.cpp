// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexstate.h"

#include <algorithm>
#include <utility>

namespace odc {

namespace {

constexpr qint64 lingers = 30;      ///< seconds for which lists may have what was deleted
constexpr qint64 writtenEvery = 60; ///< seconds; of objects of which nothing is new but that they were seen

/// No way leads back from here: what says otherwise was answered before.
bool isEnded(const IndexedObject &object)
{
    return (object.kind == ObjectKind::Batch || object.kind == ObjectKind::EvalRun ||
            object.kind == ObjectKind::Job) &&
           object.isFinished();
}

bool hasMoved(const IndexedObject &before, const IndexedObject &now)
{
    return before.status != now.status || before.total != now.total || before.done != now.done ||
           before.failed != now.failed;
}

bool looksOther(const IndexedObject &before, const IndexedObject &now)
{
    return hasMoved(before, now) || before.name != now.name || before.detail != now.detail ||
           before.reason != now.reason || before.metadata != now.metadata ||
           before.createdAt != now.createdAt || before.endedAt != now.endedAt ||
           before.expiresAt != now.expiresAt || before.bytes != now.bytes ||
           before.finishAt != now.finishAt || before.parentId != now.parentId || before.refs != now.refs;
}

ListKey listOf(const IndexedObject &object)
{
    return {object.kind, object.parentId};
}

} // namespace

bool IndexState::take(Step &step, int &most)
{
    if (!std::exchange(step.isBegun, true) && step.answer.gone) {
        const ReadAnswer::Gone &gone = *step.answer.gone;
        step.leaving.append({gone.kind, gone.key});
        if (step.answer.wasDeleted)
            m_deleted.insert({quint8(gone.kind), gone.key}, step.answer.atUnix);
        constexpr qsizetype mostDeleted = 20'000;
        if (m_deleted.size() > mostDeleted)
            m_deleted.removeIf(
                [&](const auto &entry) { return entry.value() + lingers < step.answer.atUnix; });
    }
    std::vector<ReadObject> &objects = step.answer.objects;
    for (; step.next < objects.size() && most > 0; ++step.next, --most)
        take(objects[step.next], step);
    if (step.next < objects.size())
        return false;
    if (step.answer.page) {
        const ReadAnswer::Page page = *std::exchange(step.answer.page, std::nullopt);
        takePage(page, step);
    }
    for (; !step.leaving.isEmpty() && most > 0; --most)
        leave(step.leaving.takeLast(), step);
    if (!step.leaving.isEmpty())
        return false;
    keepBound();
    return true;
}

void IndexState::take(ReadObject &read, const Step &step)
{
    read.object.seenAt = step.answer.atUnix;
    if (!m_deleted.isEmpty()) {
        if (!step.answer.isLook)
            m_deleted.remove({quint8(read.object.kind), read.key}); // put in again
        else if (isDeleted(read.object, read.key, step.answer.atUnix))
            return;
    }
    const int row = m_table.rowOf(read.object.kind, read.key);
    if (row < 0)
        add(read, step);
    else
        merge(row, read, step);
}

void IndexState::add(ReadObject &read, const Step &step)
{
    IndexedObject &now = read.object;
    now.progressedAt = step.answer.atUnix;
    // What is found when a list is read for the first time was there before.
    if (step.answer.isCreation || m_whole.contains(listOf(now)))
        note(now, IndexChange::What::Added, {}, step.answer.atUnix);
    m_changes.append({IndexChange::What::Added, {}, now});
    ObjectTable::Note kept{.serial = step.serial};
    write(read, kept);
    m_table.add(read.key, std::move(now), kept);
}

void IndexState::merge(int row, ReadObject &read, const Step &step)
{
    IndexedObject &now = read.object;
    ObjectTable::Note &kept = m_table.note(now.kind, row);
    kept.serial = step.serial;
    IndexedObject &before = m_table.at(now.kind, row);
    if (isEnded(before) && !now.isFinished()) {
        before.seenAt = std::max(before.seenAt, now.seenAt);
        return;
    }
    now.seenAt = std::max(now.seenAt, before.seenAt);
    now.progressedAt = hasMoved(before, now) ? step.answer.atUnix : before.progressedAt;
    if (now.endedAt == 0 && now.isFinished())
        now.endedAt = before.isFinished() ? before.endedAt : step.answer.atUnix;
    const bool isOther = looksOther(before, now);
    if (isOther) {
        if (before.status != now.status)
            note(now, IndexChange::What::Changed, before.status, step.answer.atUnix);
        m_changes.append({IndexChange::What::Changed, before, now});
    }
    if (isOther || read.rawHash != kept.rawHash || now.seenAt >= kept.writtenAt + writtenEvery)
        write(read, kept);
    m_table.replace(row, std::move(now));
}

void IndexState::leave(const Step::Leaving &leaving, Step &step)
{
    // What cannot be without it goes along, also when it was not known itself.
    const auto along = [&](ObjectKind kind, const QStringList &keys) {
        for (const QString &key : keys)
            step.leaving.append({kind, key, true});
    };
    if (leaving.kind == ObjectKind::File) {
        const QList<FileUse> uses = m_table.usesOf(leaving.key);
        for (const FileUse &use : uses) {
            if (use.kind == ObjectKind::StoreFile)
                step.leaving.append({use.kind, use.key, true});
        }
    } else if (leaving.kind == ObjectKind::Store) {
        along(ObjectKind::StoreFile, m_table.keysIn(ObjectKind::StoreFile, leaving.key));
        forgetList({ObjectKind::StoreFile, leaving.key});
    } else if (leaving.kind == ObjectKind::Eval) {
        along(ObjectKind::EvalRun, m_table.keysIn(ObjectKind::EvalRun, leaving.key));
        forgetList({ObjectKind::EvalRun, leaving.key});
    }
    const int row = m_table.rowOf(leaving.kind, leaving.key);
    if (row < 0)
        return;
    const IndexedObject gone = m_table.take(leaving.kind, row);
    if (!leaving.isAlong)
        note(gone, IndexChange::What::Gone, gone.status, step.answer.atUnix);
    m_changes.append({IndexChange::What::Gone, gone, {}});
    IndexWrite::Item item;
    item.kind = leaving.kind;
    item.key = leaving.key;
    m_write.items.push_back(std::move(item));
}

void IndexState::takePage(const ReadAnswer::Page &page, Step &step)
{
    const auto walk = m_walks.take(page, step.serial, step.answer.atUnix);
    if (!walk)
        return;
    const ListKey list{page.kind, page.parentId};
    if (!page.parentId.isEmpty() && page.kind == ObjectKind::StoreFile &&
        m_deleted.contains({quint8(ObjectKind::Store), page.parentId}))
        return; // its store went meanwhile
    const QStringList gone = m_table.keysNotSeenSince(walk->serial, page.kind, page.parentId);
    for (const QString &key : gone)
        step.leaving.append({page.kind, key});
    m_whole.insert(list, walk->atUnix);
    m_write.whole.append({list, walk->atUnix});
    m_ended.append(list);
}

void IndexState::takeLoaded(IndexFile::Loaded &loaded)
{
    for (quint8 kind = quint8(ObjectKind::File); kind <= quint8(ObjectKind::Model); ++kind) {
        for (const IndexedObject &object : m_table.objects(ObjectKind(kind))) {
            const QString key = object.key();
            const ObjectTable::Note note = m_table.note(object.kind, m_table.rowOf(object.kind, key));
            if (const int row = loaded.table.rowOf(object.kind, key); row >= 0) {
                loaded.table.note(object.kind, row) = note;
                loaded.table.replace(row, object);
            } else {
                loaded.table.add(key, object, note);
            }
        }
    }
    m_table = std::move(loaded.table);
    for (auto it = m_whole.cbegin(); it != m_whole.cend(); ++it)
        loaded.whole.insert(it.key(), it.value());
    m_whole = std::move(loaded.whole);
    Step step;
    for (auto it = m_deleted.cbegin(); it != m_deleted.cend(); ++it) {
        step.answer.atUnix = std::max(step.answer.atUnix, it.value());
        step.leaving.append({ObjectKind(it.key().first), it.key().second});
    }
    while (!step.leaving.isEmpty())
        leave(step.leaving.takeLast(), step);
}

void IndexState::forgetWritten()
{
    m_table.forgetWritten();
    for (auto it = m_whole.cbegin(); it != m_whole.cend(); ++it)
        m_write.whole.append({it.key(), it.value()});
}

IndexWrite IndexState::takeWrite()
{
    return std::exchange(m_write, {});
}

void IndexState::keepBound()
{
    // Some more than needed: not again with the next object.
    if (m_table.size() <= m_mostObjects)
        return;
    const auto dropped = m_table.dropOldest(m_table.size() - m_mostObjects + m_mostObjects / 100);
    for (const IndexedObject &object : dropped) {
        IndexWrite::Item item;
        item.kind = object.kind;
        item.key = object.key();
        m_write.items.push_back(std::move(item));
        // Who is missing in a list may use anything: it is not known whole any more.
        forgetList(listOf(object));
    }
}

void IndexState::write(const ReadObject &read, ObjectTable::Note &note)
{
    IndexWrite::Item item;
    item.kind = read.object.kind;
    item.key = read.key;
    item.object = read.object;
    item.rawHash = read.rawHash;
    item.hasNewRaw = note.writtenAt == 0 || note.rawHash != read.rawHash;
    if (item.hasNewRaw)
        item.raw = read.raw;
    m_write.items.push_back(std::move(item));
    note.writtenAt = read.object.seenAt;
    note.rawHash = read.rawHash;
}

void IndexState::note(const IndexedObject &object, IndexChange::What what, const QString &from, qint64 atUnix)
{
    HistoryEntry entry;
    entry.atUnix = atUnix;
    entry.kind = object.kind;
    entry.key = object.key();
    entry.name = object.name;
    if (object.kind == ObjectKind::StoreFile) {
        if (const IndexedObject *file = m_table.find(ObjectKind::File, object.id))
            entry.name = file->name;
    }
    entry.what = what;
    entry.from = from;
    if (what != IndexChange::What::Gone) {
        entry.to = object.status;
        entry.failed = object.hasFailed();
        entry.reason = object.reason;
    }
    m_write.history.append(std::move(entry));
}

bool IndexState::isDeleted(const IndexedObject &object, const QString &key, qint64 atUnix) const
{
    const auto isSo = [&](ObjectKind kind, const QString &which) {
        const auto found = m_deleted.constFind({quint8(kind), which});
        // Not when the clock was set back since.
        return found != m_deleted.constEnd() && atUnix >= *found && atUnix <= *found + lingers;
    };
    if (isSo(object.kind, key))
        return true;
    switch (object.kind) {
    case ObjectKind::StoreFile:
        return isSo(ObjectKind::File, object.id) || isSo(ObjectKind::Store, object.parentId);
    case ObjectKind::EvalRun:
        return isSo(ObjectKind::Eval, object.parentId);
    default:
        return false;
    }
}

void IndexState::forgetList(const ListKey &list)
{
    m_walks.forget(list);
    if (m_whole.remove(list))
        m_write.whole.append({list, 0});
}

} // namespace odc
