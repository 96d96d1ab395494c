// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferjournal.h"

#include "base/jsonstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QtConcurrentRun>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Of one record's file. A higher one is left alone: a newer program wrote it.
constexpr int journalFormat = 1;
const auto suffix = u".transfer.json"_s;

/// A renamed file is there after a power cut only once its folder is on the disk too.
void flushFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
#else
    Q_UNUSED(folder)
#endif
}

QList<TransferRecord> unfinishedIn(const QString &folder)
{
    QList<TransferRecord> unfinished;
    const QStringList names = QDir(folder).entryList({u'*' + suffix}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto record = TransferRecord::fromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (record && record->state != TransferRecord::State::Completed && record->state != TransferRecord::State::Cancelled)
            unfinished << *record;
    }
    return unfinished;
}

TransferJournal::Contents readFolder(const QString &folder)
{
    TransferJournal::Contents contents;
    const QStringList names = QDir(folder).entryList({u'*' + suffix}, QDir::Files);
    for (const QString &name : names) {
        JsonStore store(folder + u'/' + name, journalFormat);
        const QJsonObject object = store.load();
        if (!store.problem().isEmpty()) {
            contents.problems << store.problem();
            continue;
        }
        auto record = TransferRecord::fromJson(object);
        if (record && record->id + suffix == name) {
            contents.records << *record;
            continue;
        }
        const QString path = folder + u'/' + name;
        QFile::remove(path + u".bad"_s);
        const bool aside = QFile::rename(path, path + u".bad"_s);
        contents.problems << (aside ? TransferJournal::tr("A transfer of an earlier run could not be read; its record was kept as %1.")
                                          .arg(QDir::toNativeSeparators(path + u".bad"_s))
                                    : TransferJournal::tr("A transfer of an earlier run could not be read: %1.")
                                          .arg(QDir::toNativeSeparators(path)));
    }
    std::stable_sort(contents.records.begin(), contents.records.end(),
                     [](const TransferRecord &a, const TransferRecord &b) { return a.position < b.position; });
    return contents;
}

} // namespace

TransferJournal::TransferJournal(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
}

TransferJournal::~TransferJournal()
{
    m_thread.waitForDone();
    // What came in during the last write: nobody hears of it any more, but it is kept.
    m_writing = false;
    if (!m_changes.isEmpty())
        write();
    m_thread.waitForDone();
}

QString TransferJournal::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + suffix;
}

void TransferJournal::load(QObject *owner, std::function<void(const Contents &)> done)
{
    struct Taken {
        Contents contents;
        std::shared_ptr<QLockFile> lock;
    };
    const auto take = [folder = m_folder]() -> Taken {
        Taken taken;
        if (!QDir().mkpath(folder)) {
            taken.contents.problems << tr("The folder %1 cannot be made, so transfers will not go on after this run.")
                                           .arg(QDir::toNativeSeparators(folder));
            return taken;
        }
        auto lock = std::make_shared<QLockFile>(folder + u"/lock"_s);
        // A program that was killed while it made the lock left one that names nobody: after a second that counts as
        // nobody's. One that is held is safe however old it is, the system itself keeps it.
        lock->setStaleLockTime(1000);
        if (!lock->tryLock(1500)) {
            taken.contents.problems
                << (lock->error() == QLockFile::LockFailedError
                        ? tr("Another window of the console works with this profile and has its transfers. What you start "
                             "here will not go on after this run.")
                        : tr("The folder %1 cannot be written, so transfers will not go on after this run.")
                              .arg(QDir::toNativeSeparators(folder)));
            return taken;
        }
        taken.lock = lock;
        taken.contents = readFolder(folder);
        return taken;
    };
    auto *watcher = new QFutureWatcher<Taken>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, context = QPointer<QObject>(owner), done = std::move(done)] {
                watcher->deleteLater();
                const Taken taken = watcher->result();
                m_lock = taken.lock;
                m_kept = m_lock != nullptr;
                if (context)
                    done(taken.contents);
            });
    watcher->setFuture(QtConcurrent::run(&m_thread, take));
}

int TransferJournal::countUnfinished(const QString &folder)
{
    return int(unfinishedIn(folder).size());
}

void TransferJournal::removeAll(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return;
    {
        QLockFile lock(folder + u"/lock"_s);
        lock.setStaleLockTime(1000);
        if (!lock.tryLock(1500))
            return; // another window has them; what it does not take up again stays as it is
        const QList<TransferRecord> unfinished = unfinishedIn(folder);
        for (const TransferRecord &record : unfinished) {
            if (!record.partPath.isEmpty())
                PartFile::removeOurs(record.partPath, record.partInode);
        }
        // While it is ours: nobody finds half of it.
        const QStringList names = QDir(folder).entryList({u'*' + suffix + u'*'}, QDir::Files);
        for (const QString &name : names)
            QFile::remove(folder + u'/' + name);
    }
    QDir(folder).removeRecursively();
}

void TransferJournal::save(const TransferRecord &record, QObject *owner, Saved done)
{
    Change &change = m_changes[record.id];
    change.content = record.toJson();
    if (done)
        change.waiting.append({owner, std::move(done)});
    write();
}

void TransferJournal::remove(const QString &id)
{
    m_changes[id].content = {};
    write();
}

void TransferJournal::write()
{
    if (m_writing || m_changes.isEmpty())
        return;
    m_writing = true;
    QList<QPair<QString, QJsonObject>> files;
    QList<QList<Waiting>> waiting;
    const QHash<QString, Change> changes = std::exchange(m_changes, {});
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        files.append({pathOf(it.key()), it->content});
        waiting.append(it->waiting);
    }
    const auto carryOut = [folder = m_folder, files, probe = m_probe, kept = m_kept]() {
        QList<Result<void>> results;
        for (const auto &[path, content] : files) {
            if (!kept) {
                results.append(Result<void>());
                continue;
            }
            if (probe)
                probe(Moment::Before);
            if (content.isEmpty()) {
                QFile::remove(path);
                results.append(Result<void>());
            } else {
                results.append(JsonStore(path, journalFormat).save(content));
            }
            flushFolder(folder);
            if (probe)
                probe(Moment::After);
        }
        return results;
    };
    auto *watcher = new QFutureWatcher<QList<Result<void>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, waiting] {
        watcher->deleteLater();
        m_writing = false;
        const QList<Result<void>> results = watcher->result();
        const QPointer<TransferJournal> self(this); // who hears of it may let the journal go
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            for (const Waiting &one : waiting.at(i)) {
                if (one.owner)
                    one.done(results.at(i));
                if (!self)
                    return;
            }
        }
        write();
    });
    watcher->setFuture(QtConcurrent::run(&m_thread, carryOut));
}

} // namespace odc
