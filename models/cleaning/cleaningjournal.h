// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cleaning/cleaningitem.h"

#include <QFile>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace odc {

/// What a clean-up is to do and how far it came, in one file: JSON lines, the plan first, then two short
/// lines an item, before it is asked for and when it has ended. The plan is flushed before the first call;
/// what follows is with the system before its call leaves, so that a program that is killed loses nothing.
/// One program works with it at a time. GUI thread.
class CleaningJournal final : public QObject
{
    Q_OBJECT
public:
    /// How an item ended. The letters are stored.
    enum class Outcome : char {
        None = 0,
        Deleted = 'd',
        AlreadyGone = 'g', ///< before this clean-up asked for it
        Failed = 'f',
        Kept = 'k' ///< for a reason that came up meanwhile
    };

    struct Entry
    {
        CleaningItem item;
        bool begun = false; ///< its deletion may have gone out
        Outcome outcome = Outcome::None;
        QString note; ///< why it was kept or failed
    };
    struct Kept
    {
        QString id; ///< of this clean-up
        QList<Entry> entries;
        qint64 startedAt = 0;
        bool finished = false; ///< to its end: nothing is to be gone on with
        int ended() const;
        /// Deletions that may have gone out, and of whose end nothing is known.
        int unknown() const;
        /// There is something to be gone on with, if only to list again what was deleted.
        bool isOpen() const { return !finished && !entries.isEmpty(); }
    };

    /// `file` is made by begin(); empty: nothing is kept.
    explicit CleaningJournal(const QString &file, const QString &id = {}, QObject *parent = nullptr);
    ~CleaningJournal() override;

    /// What an earlier run left; without entries when there is nothing, or another program works with it. Any
    /// thread.
    static Kept read(const QString &file);
    static void remove(const QString &file);
    /// Only if it is that of this clean-up, came to its end, and nothing failed that may be tried again. Any thread.
    static void removeEnded(const QString &file, const QString &id);
    /// Nobody works with it now. Any thread.
    static bool isFree(const QString &file);

    /// Writes the plan, on the pool; `done` in this thread when it is on the disk.
    void begin(const QList<CleaningItem> &items, qint64 nowUnix,
               std::function<void(const Result<void> &)> done);
    /// Goes on with what is there, if it is that of the same clean-up.
    Result<void> reopen();
    /// Lets others have it.
    void close();

    Result<void> itemBegins(int index);
    /// A deletion is written down with the next line, or soon: whoever goes on without it asks once more, finds nothing,
    /// and knows by its beginning that it was this clean-up that did it.
    Result<void> itemEnded(int index, Outcome outcome, const QString &note = {});
    /// Nothing is to be gone on with any more.
    Result<void> finished();

    /// Called right before and right after each line that is added; for tests that die there.
    enum class Moment { Before, After };
    void setProbe(std::function<void(Moment)> probe) { m_probe = std::move(probe); }

private:
    Result<void> lock();
    Result<void> openForMore();
    Result<void> add(const QByteArray &line);
    void addLater(const QByteArray &line);
    Result<void> flush();

    const QString m_path;
    QString m_id;
    QFile m_file;
    QByteArray m_later; ///< lines that wait for the next one
    QTimer m_laterDue;
    std::unique_ptr<QLockFile> m_lock;
    std::function<void(Moment)> m_probe;
};

} // namespace odc
