// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/answerobserver.h"
#include "index/indexedobject.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace odc {

class Clock;

/// Everything that was seen of one profile: fed by every answer of its session, whoever asked, kept in memory and,
/// unless that is switched off, in an SQLite file, so that the next start knows it at once. Holds no key, and no content
/// of a file. What is in it may be out of date: `seenAt` of an object and wholeAt() of a list say by how much.
///
/// Answers are read on a thread of the index's own; what they said is told by changed() a moment later. GUI thread.
class ObjectIndex final : public QObject, public AnswerObserver
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;                    ///< of SQLite; empty: nothing is kept after this run
        qint64 mostBytes = 256'000'000;  ///< of the file; the oldest history goes first, then raw objects
        int mostObjects = 500'000;       ///< beyond it objects that were not seen for longest are let go
    };
    ObjectIndex(Options options, Clock &clock, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~ObjectIndex() override;

    /// Begins to read what is kept; loaded() follows, also when there is nothing, or it cannot be read.
    void open();
    bool isLoaded() const;
    /// Why what was kept could not be used, translated; empty when all was well. The bad file is kept aside.
    QString problem() const;

    void answered(const SeenAnswer &answer) override;
    /// Runs `action` once all answers so far are in; not when `context` is gone by then.
    void whenSettled(QObject *context, std::function<void()> action);

    /// All of a kind, in no order; valid until the next changed().
    const std::vector<IndexedObject> &objects(ObjectKind kind) const;
    int count(ObjectKind kind) const { return int(objects(kind).size()); }
    /// Null when nothing is known of it.
    const IndexedObject *find(ObjectKind kind, const QString &key) const;
    /// Of whatever kind; ids of store files are those of files, and find the file.
    const IndexedObject *findId(const QString &id) const;
    /// Who names this file, by kind and key.
    QList<FileUse> usesOf(const QString &fileId) const;
    /// Unix seconds when a walk through the whole list last began that reached its end; 0: never. `parentId` for lists inside an
    /// object: files of a store, runs of an eval, checkpoints of a job.
    qint64 wholeAt(ObjectKind kind, const QString &parentId = {}) const;

    /// The objects of a kind as they were received, newest first; `done` is called once, in this thread. Without those that
    /// are very large, and without items that an eval's run brought itself.
    void rawObjects(ObjectKind kind, QObject *context, std::function<void(const QList<QByteArray> &)> done) const;
    /// What happened from `sinceUnix` on, newest first, at most `most`.
    void history(qint64 sinceUnix, int most, QObject *context,
                 std::function<void(const QList<HistoryEntry> &)> done) const;

    /// Reads what is kept of a profile that is not open. Any thread; empty when there is nothing.
    static QList<IndexedObject> readFile(const QString &file);
    /// Removes what is kept. Any thread.
    static void removeFile(const QString &file);

Q_SIGNALS:
    void loaded();
    /// At most one a turn of the event loop; what loaded() brought is not told.
    void changed(const QList<odc::IndexChange> &changes);
    /// A list was read to its end.
    void wholeChanged(odc::ObjectKind kind, const QString &parentId);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace odc
