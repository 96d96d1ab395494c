// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>
#include <vector>

namespace odc {

/// Objects in memory, by kind and key, with who names which file and what is inside of what kept in step.
class ObjectTable
{
public:
    /// What the index itself remembers of an object.
    struct Note
    {
        quint64 serial = 0;   ///< of the answer that last had it; 0: of an earlier run
        qint64 writtenAt = 0; ///< `seenAt` as it is in the file; 0: not there
        size_t rawHash = 0;   ///< of the JSON that is there
    };

    const std::vector<IndexedObject> &objects(ObjectKind kind) const { return rows(kind).objects; }
    int size() const;
    /// -1: none.
    int rowOf(ObjectKind kind, const QString &key) const { return rows(kind).at.value(key, -1); }
    const IndexedObject *find(ObjectKind kind, const QString &key) const;
    const IndexedObject &at(ObjectKind kind, int row) const { return rows(kind).objects[size_t(row)]; }
    IndexedObject &at(ObjectKind kind, int row) { return rows(kind).objects[size_t(row)]; }
    Note &note(ObjectKind kind, int row) { return rows(kind).notes[size_t(row)]; }
    void reserve(ObjectKind kind, int count);
    /// `key` is that of the object, and not here yet.
    void add(const QString &key, IndexedObject object, const Note &note);
    /// The object in `row` is now that; of the same key.
    void replace(int row, IndexedObject object);
    /// Takes out what is in `row`; the last row moves there.
    IndexedObject take(ObjectKind kind, int row);

    QList<FileUse> usesOf(const QString &fileId) const { return m_uses.value(fileId); }
    /// Of the objects of `kind` inside of that one.
    QStringList keysIn(ObjectKind kind, const QString &parentId) const;
    /// Of all objects of a kind that an answer after `serial` did not have; with `parentId` of those inside
    /// of it.
    QStringList keysNotSeenSince(quint64 serial, ObjectKind kind, const QString &parentId) const;
    /// Nothing of it is in the file any more.
    void forgetWritten();
    /// Lets go the `count` objects that were not seen for longest, and says which.
    QList<IndexedObject> dropOldest(int count);

private:
    struct Rows
    {
        std::vector<IndexedObject> objects;
        std::vector<Note> notes;
        QHash<QString, int> at;
        QHash<QString, QSet<QString>> inside; ///< keys by the parent's id
    };
    Rows &rows(ObjectKind kind) { return m_kinds[size_t(kind)]; }
    const Rows &rows(ObjectKind kind) const { return m_kinds[size_t(kind)]; }
    void link(const QString &key, const IndexedObject &object);
    void unlink(const QString &key, const IndexedObject &object);

    std::array<Rows, size_t(ObjectKind::Model) + 1> m_kinds;
    QHash<QString, QList<FileUse>> m_uses;
};

} // namespace odc
