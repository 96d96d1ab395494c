// SPDX-License-Identifier: GPL-3.0-or-later
#include "objecttable.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace odc {

int ObjectTable::size() const
{
    size_t sum = 0;
    for (const Rows &rows : m_kinds)
        sum += rows.objects.size();
    return int(sum);
}

const IndexedObject *ObjectTable::find(ObjectKind kind, const QString &key) const
{
    const int row = rowOf(kind, key);
    return row < 0 ? nullptr : &at(kind, row);
}

void ObjectTable::reserve(ObjectKind kind, int count)
{
    Rows &all = rows(kind);
    all.objects.reserve(size_t(count));
    all.notes.reserve(size_t(count));
    all.at.reserve(count);
}

void ObjectTable::add(const QString &key, IndexedObject object, const Note &note)
{
    Rows &all = rows(object.kind);
    all.at.insert(key, int(all.objects.size()));
    if (!object.parentId.isEmpty())
        all.inside[object.parentId].insert(key);
    link(key, object);
    all.objects.push_back(std::move(object));
    all.notes.push_back(note);
}

void ObjectTable::replace(int row, IndexedObject object)
{
    Rows &all = rows(object.kind);
    IndexedObject &there = all.objects[size_t(row)];
    const QString key = there.key();
    if (there.refs != object.refs) {
        unlink(key, there);
        link(key, object);
    }
    if (there.parentId != object.parentId) {
        all.inside[there.parentId].remove(key);
        if (!object.parentId.isEmpty())
            all.inside[object.parentId].insert(key);
    }
    there = std::move(object);
}

IndexedObject ObjectTable::take(ObjectKind kind, int row)
{
    Rows &all = rows(kind);
    IndexedObject taken = std::move(all.objects[size_t(row)]);
    const QString key = taken.key();
    unlink(key, taken);
    if (const auto family = all.inside.find(taken.parentId); family != all.inside.end()) {
        family->remove(key);
        if (family->isEmpty())
            all.inside.erase(family);
    }
    all.at.remove(key);
    if (const int last = int(all.objects.size()) - 1; row != last) {
        all.objects[size_t(row)] = std::move(all.objects.back());
        all.notes[size_t(row)] = all.notes.back();
        all.at[all.objects[size_t(row)].key()] = row;
    }
    all.objects.pop_back();
    all.notes.pop_back();
    return taken;
}

QStringList ObjectTable::keysIn(ObjectKind kind, const QString &parentId) const
{
    const auto family = rows(kind).inside.constFind(parentId);
    return family == rows(kind).inside.constEnd() ? QStringList()
                                                  : QStringList(family->begin(), family->end());
}

QStringList ObjectTable::keysNotSeenSince(quint64 serial, ObjectKind kind, const QString &parentId) const
{
    const Rows &all = rows(kind);
    QStringList keys;
    if (!parentId.isEmpty()) {
        const QStringList family = keysIn(kind, parentId);
        for (const QString &key : family) {
            if (all.notes[size_t(all.at.value(key))].serial < serial)
                keys << key;
        }
        return keys;
    }
    for (size_t row = 0; row < all.objects.size(); ++row) {
        if (all.notes[row].serial < serial)
            keys << all.objects[row].key();
    }
    return keys;
}

void ObjectTable::forgetWritten()
{
    for (Rows &all : m_kinds) {
        for (Note &note : all.notes)
            note.writtenAt = 0;
    }
}

QList<IndexedObject> ObjectTable::dropOldest(int count)
{
    using Entry = std::tuple<qint64, ObjectKind, int>; // no texts: there may be half a million
    std::vector<Entry> entries;
    entries.reserve(size_t(size()));
    for (const Rows &all : m_kinds) {
        for (size_t row = 0; row < all.objects.size(); ++row)
            entries.emplace_back(all.objects[row].seenAt, all.objects[row].kind, int(row));
    }
    const size_t most = std::min(size_t(std::max(0, count)), entries.size());
    std::nth_element(entries.begin(), entries.begin() + qsizetype(most), entries.end());
    QList<QPair<ObjectKind, QString>> keys; // rows move with each one that goes
    keys.reserve(qsizetype(most));
    for (size_t i = 0; i < most; ++i) {
        const auto &[seenAt, kind, row] = entries[i];
        keys.append({kind, at(kind, row).key()});
    }
    QList<IndexedObject> dropped;
    dropped.reserve(qsizetype(most));
    for (const auto &[kind, key] : std::as_const(keys))
        dropped.append(take(kind, rowOf(kind, key)));
    return dropped;
}

void ObjectTable::link(const QString &key, const IndexedObject &object)
{
    for (const FileRef &ref : object.refs) {
        QList<FileUse> &uses = m_uses[ref.fileId];
        const FileUse use{object.kind, key, ref.role};
        if (!uses.contains(use))
            uses.append(use);
    }
}

void ObjectTable::unlink(const QString &key, const IndexedObject &object)
{
    for (const FileRef &ref : object.refs) {
        const auto uses = m_uses.find(ref.fileId);
        if (uses == m_uses.end())
            continue;
        uses->removeAll(FileUse{object.kind, key, ref.role});
        if (uses->isEmpty())
            m_uses.erase(uses);
    }
}

} // namespace odc
