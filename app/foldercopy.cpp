// SPDX-License-Identifier: GPL-3.0-or-later
#include "foldercopy.h"

#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStorageInfo>

#include <atomic>
#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024 * 1024;
constexpr qint64 tellEveryMs = 100;

struct Progress
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = -1;
    std::atomic_bool stop = false;
};

QString words(const char *source)
{
    return QCoreApplication::translate("FolderCopy", source);
}

QString copyFile(const QString &from, const QString &to, Progress &progress)
{
    QFile in(from);
    QFile out(to);
    const auto failed = [](const QFile &file) { return file.fileName() + u": "_s + file.errorString(); };
    if (!in.open(QIODevice::ReadOnly))
        return failed(in);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed(out);
    QByteArray block;
    while (!progress.stop && !(block = in.read(blockSize)).isEmpty()) {
        if (out.write(block) != block.size())
            return failed(out);
        progress.done += block.size();
    }
    if (in.error() != QFileDevice::NoError)
        return failed(in);
    return out.flush() ? QString() : failed(out);
}

QString copyAll(const QString &from, const QString &to, const QStringList &except, Progress &progress)
{
    if (!QFileInfo(from).isDir())
        return words(QT_TRANSLATE_NOOP("FolderCopy", "%1 is not there.")).arg(QDir::toNativeSeparators(from));
    const QDir base(from);
    QStringList files;
    qint64 total = 0;
    QDirIterator all(from, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext() && !progress.stop) {
        const QString relative = base.relativeFilePath(all.next());
        const QFileInfo info = all.fileInfo();
        if (except.contains(relative.section(u'/', 0, 0)) || (info.isDir() && !info.isSymLink()))
            continue;
        // Left out, it would be missing without a word; followed, it might lead anywhere.
        if (info.isSymLink() || !info.isFile())
            return words(
                       QT_TRANSLATE_NOOP("FolderCopy", "%1 is a link, or no file at all, and is not copied."))
                .arg(QDir::toNativeSeparators(all.filePath()));
        files << relative;
        total += info.size();
    }
    progress.total = total;
    if (!QDir().mkpath(to))
        return words(QT_TRANSLATE_NOOP("FolderCopy", "%1 cannot be made.")).arg(QDir::toNativeSeparators(to));
    if (const QStorageInfo disk(to); disk.isValid() && disk.bytesAvailable() < total) {
        return words(QT_TRANSLATE_NOOP("FolderCopy", "The copy needs %1, but the disk has %2 left."))
            .arg(format::size(total), format::size(disk.bytesAvailable()));
    }
    for (const QString &relative : std::as_const(files)) {
        const QString target = to + u'/' + relative;
        if (progress.stop || !QDir().mkpath(QFileInfo(target).path()))
            return words(QT_TRANSLATE_NOOP("FolderCopy", "%1 cannot be made."))
                .arg(QDir::toNativeSeparators(target));
        if (const QString error = copyFile(from + u'/' + relative, target, progress); !error.isEmpty())
            return error;
    }
    return {};
}

/// Stops the copying when its owner goes.
class Guard final : public QObject
{
public:
    Guard(std::shared_ptr<Progress> progress, QObject *parent)
        : QObject(parent), m_progress(std::move(progress))
    {
    }
    ~Guard() override { m_progress->stop = true; }

private:
    const std::shared_ptr<Progress> m_progress;
};

void tell(Clock &clock, QObject *guard, const std::shared_ptr<Progress> &progress,
          const std::function<void(qint64, qint64)> &listener)
{
    clock.callLater(tellEveryMs, guard, [&clock, guard, progress, listener] {
        if (progress->total >= 0)
            listener(progress->done, progress->total);
        tell(clock, guard, progress, listener);
    });
}

} // namespace

void FolderCopy::start(const QString &from, const QString &to, const QStringList &except, Clock &clock,
                       QObject *owner, std::function<void(qint64 done, qint64 total)> progress,
                       std::function<void(const QString &error)> done)
{
    const auto counts = std::make_shared<Progress>();
    auto *guard = new Guard(counts, owner);
    const auto copy = [from, to, except, counts] {
        const QString error = copyAll(from, to, except, *counts);
        if (!error.isEmpty() || counts->stop)
            QDir(to).removeRecursively();
        return error;
    };
    inBackground(
        guard, copy,
        [guard, done = std::move(done)](const QString &error) {
            guard->deleteLater();
            done(error);
        },
        longWorkPool());
    tell(clock, guard, counts, progress);
}

} // namespace odc
