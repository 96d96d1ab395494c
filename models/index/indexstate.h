// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexfile.h"
#include "index/listwalks.h"
#include "index/objecttable.h"

#include <QHash>
#include <QList>

namespace odc {

/// What is known of a profile, and what answers make of it. GUI thread; does no more at a time than it is
/// told to.
class IndexState
{
public:
    explicit IndexState(int mostObjects) : m_mostObjects(mostObjects) {}

    /// What came of one answer, as far as it is taken in.
    struct Step
    {
        ReadAnswer answer;
        quint64 serial = 0;

        size_t next = 0; ///< of its objects
        bool isBegun = false;
        struct Leaving
        {
            ObjectKind kind = ObjectKind::File;
            QString key;
            bool isAlong = false; ///< with another one: not worth a line of its own
        };
        QList<Leaving> leaving; ///< the last one first
    };
    /// Takes in up to `most` objects, which it counts down. True: that was all.
    bool take(Step &step, int &most);
    /// What was kept. What came before it is newer, and wins.
    void takeLoaded(IndexFile::Loaded &loaded);
    /// Everything is written anew when it is seen next: the file lost it.
    void forgetWritten();

    const ObjectTable &table() const { return m_table; }
    qint64 wholeAt(const ListKey &list) const { return m_whole.value(list); }

    /// What was found since these were last taken.
    QList<IndexChange> takeChanges() { return std::exchange(m_changes, {}); }
    QList<ListKey> takeEnded() { return std::exchange(m_ended, {}); }
    IndexWrite takeWrite();

private:
    void take(ReadObject &read, const Step &step);
    void add(ReadObject &read, const Step &step);
    void merge(int row, ReadObject &read, const Step &step);
    void leave(const Step::Leaving &leaving, Step &step);
    void takePage(const ReadAnswer::Page &page, Step &step);
    void keepBound();
    void write(const ReadObject &read, ObjectTable::Note &note);
    void note(const IndexedObject &object, IndexChange::What what, const QString &from, qint64 atUnix);
    bool isDeleted(const IndexedObject &object, const QString &key, qint64 atUnix) const;
    void forgetList(const ListKey &list);

    const int m_mostObjects;
    ObjectTable m_table;
    QHash<ListKey, qint64> m_whole;
    ListWalks m_walks;
    /// When objects were deleted. Lists have them for a while after that.
    QHash<QPair<quint8, QString>, qint64> m_deleted;
    QList<IndexChange> m_changes;
    QList<ListKey> m_ended;
    IndexWrite m_write;
};

} // namespace odc
