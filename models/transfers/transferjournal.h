// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/transferrecord.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QLockFile>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace odc {

/// The transfers of one profile on disk, one file each, so that a later run goes on with them. Each file is replaced as a
/// whole and flushed, and a caller hears of it only then: that is what "on disk before its network call" rests on. Writes
/// happen on a thread of its own, several waiting ones together. The folder belongs to one program at a time.
/// GUI thread.
class TransferJournal : public QObject
{
    Q_OBJECT
public:
    /// `folder` is made when it is needed.
    explicit TransferJournal(const QString &folder, QObject *parent = nullptr);
    /// Waits until all that was given is written.
    ~TransferJournal() override;

    struct Contents {
        QList<TransferRecord> records; ///< by position
        /// Translated sentences: files that were damaged or from a newer program, and were set aside; a folder that cannot
        /// be written, or that another program works with.
        QStringList problems;
    };
    /// Takes the folder and reads it. Call it once, before anything else.
    void load(QObject *owner, std::function<void(const Contents &)> done);
    /// False: this run's transfers will not survive it, because of what load() said.
    bool isKept() const { return m_kept; }

    /// Transfers in the journal at `folder` that are neither done nor cancelled. Changes nothing there. Blocks on the disk: for
    /// the pool.
    static int countUnfinished(const QString &folder);
    /// Removes the journal, and what unfinished downloads left; nothing happens while a program works with it. What waits at
    /// the server ends there by itself. Blocks on the disk: for the pool.
    static void removeAll(const QString &folder);

    using Saved = std::function<void(const Result<void> &)>;
    /// `done` comes when this record, or a newer state of it, is on the disk (with an error: is not). Without a folder
    /// that can be written it comes all the same, as a success: the person was told.
    void save(const TransferRecord &record, QObject *owner = nullptr, Saved done = {});
    void remove(const QString &id);

    /// Called on the writing thread right before and right after each change of a file; for tests that die there.
    enum class Moment { Before, After };
    void setProbe(std::function<void(Moment)> probe) { m_probe = std::move(probe); }

private:
    struct Waiting {
        QPointer<QObject> owner;
        Saved done;
    };
    struct Change {
        QJsonObject content; ///< empty: remove
        QList<Waiting> waiting;
    };
    void write();
    QString pathOf(const QString &id) const;

    const QString m_folder;
    QThreadPool m_thread; ///< of one thread: changes happen in their order
    std::shared_ptr<QLockFile> m_lock;
    QHash<QString, Change> m_changes;
    std::function<void(Moment)> m_probe;
    bool m_kept = false;
    bool m_writing = false;
};

} // namespace odc
