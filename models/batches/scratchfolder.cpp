// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratchfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QThreadPool>
#include <QUuid>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "scratch-"_L1;

std::unique_ptr<QLockFile> lockOf(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u".lock"_s);
    lock->setStaleLockTime(0); // by the process that holds it, not by age
    return lock;
}

void removeLeftovers(const QDir &root)
{
    const QStringList names = root.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString path = root.filePath(name);
        // Whoever makes a folder holds its lock before the folder is there.
        if (const auto lock = lockOf(path); lock->tryLock(0))
            QDir(path).removeRecursively();
    }
}

tl::unexpected<ApiError> notMade(const QString &path)
{
    return failure(
        ApiError::make(ApiError::Kind::LocalFile,
                       QCoreApplication::translate("ScratchFolder", "No folder could be made in %1.")
                           .arg(QDir::toNativeSeparators(path))));
}

} // namespace

ScratchFolder::ScratchFolder(const QString &path, std::unique_ptr<QLockFile> lock)
    : m_path(path), m_lock(std::move(lock))
{
}

Result<std::shared_ptr<ScratchFolder>> ScratchFolder::make(const QString &root)
{
    constexpr auto onlyMe = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir dir(root);
    if (!dir.mkpath(u"."_s))
        return notMade(root);
    QFile::setPermissions(root, onlyMe);
    removeLeftovers(dir);
    const QString path = dir.filePath(prefix + QUuid::createUuid().toString(QUuid::Id128));
    auto lock = lockOf(path);
    if (!lock->tryLock(0) || !dir.mkdir(path) || !QFile::setPermissions(path, onlyMe))
        return notMade(root);
    return std::shared_ptr<ScratchFolder>(new ScratchFolder(path, std::move(lock)));
}

ScratchFolder::~ScratchFolder()
{
    // Hundreds of megabytes are not unlinked within a frame.
    QThreadPool::globalInstance()->start([path = m_path, lock = std::shared_ptr<QLockFile>(std::move(
                                                             m_lock))] { QDir(path).removeRecursively(); });
}

} // namespace odc
