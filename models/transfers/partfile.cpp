// SPDX-License-Identifier: GPL-3.0-or-later
#include "partfile.h"

#include "transfers/downloadname.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum class Move { Done, Taken, Failed };

#ifdef Q_OS_UNIX

/// In one step, never onto another file.
Move moveWhereNothingIs(QFile &file, const QString &target, QString *error)
{
    const QByteArray from = QFile::encodeName(file.fileName());
    const QByteArray to = QFile::encodeName(target);
    const auto failed = [error] {
        const int code = errno;
        *error = qt_error_string(code);
        return code == EEXIST ? Move::Taken : Move::Failed;
    };
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return Move::Done;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return failed();
#endif
    // A file system that knows no such step: take the name first, which only one can.
    const int fd = ::open(to.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed();
    ::close(fd);
    return ::rename(from.constData(), to.constData()) == 0 ? Move::Done : failed();
}

/// In one step on the same file system: either the old or the new file is there, never none.
QString replaceWith(QFile &file, const QString &target)
{
    const QByteArray from = QFile::encodeName(file.fileName());
    return ::rename(from.constData(), QFile::encodeName(target).constData()) == 0 ? QString() : qt_error_string();
}

#else

Move moveWhereNothingIs(QFile &file, const QString &target, QString *error)
{
    if (QFileInfo::exists(target))
        return Move::Taken;
    if (file.rename(target))
        return Move::Done;
    *error = file.errorString();
    return Move::Failed;
}

QString replaceWith(QFile &file, const QString &target)
{
    QFile::remove(target);
    return file.rename(target) ? QString() : file.errorString();
}

#endif

} // namespace

std::optional<FileIdentity> FileIdentity::of(const QString &path)
{
    FileIdentity identity;
#ifdef Q_OS_UNIX
    struct stat about = {};
    if (::lstat(QFile::encodeName(path).constData(), &about) != 0)
        return std::nullopt;
    identity.device = quint64(about.st_dev);
    identity.inode = quint64(about.st_ino);
    identity.size = qint64(about.st_size);
#ifdef Q_OS_DARWIN
    const timespec &modified = about.st_mtimespec;
#else
    const timespec &modified = about.st_mtim;
#endif
    identity.modifiedNs = qint64(modified.tv_sec) * 1'000'000'000 + modified.tv_nsec;
#else
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    identity.size = info.size();
    identity.modifiedNs = info.lastModified().toMSecsSinceEpoch() * 1'000'000;
#endif
    return identity;
}

PartFile::PartFile(const QString &path, qint64 expectedBytes) : m_path(path), m_expected(expectedBytes) { }

PartFile::~PartFile()
{
    if (m_keep)
        m_file.close();
    else
        discard();
}

void PartFile::discard()
{
    if (m_published || !m_file.isOpen())
        return;
    m_file.close();
    m_file.remove();
}

bool PartFile::failed()
{
    m_error = m_file.fileName() + u": "_s + m_file.errorString();
    return false;
}

bool PartFile::isOurs(const QString &partPath, quint64 inode)
{
    const auto there = FileIdentity::of(partPath);
    const QFileInfo info(partPath);
    // Killed between making it and noting its number, it is still empty. Not through a link: what that leads to is not
    // ours to write.
    return there && info.isFile() && !info.isSymLink() && (inode == 0 ? there->size == 0 : there->inode == inode);
}

void PartFile::removeOurs(const QString &partPath, quint64 inode)
{
    if (isOurs(partPath, inode))
        QFile::remove(partPath);
}

bool PartFile::open(const QString &partPath, quint64 inode, qint64 safeBytes)
{
    if (!FileIdentity::of(partPath))
        return makePart(partPath);
    if (!isOurs(partPath, inode))
        return makePart(freePartPath());
    m_file.setFileName(partPath);
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return failed();
    return cutTo(std::min(safeBytes, m_file.size()));
}

QString PartFile::freePartPath() const
{
    QString part = m_path + u".part"_s;
    for (int n = 2; n < 1000 && (QFileInfo::exists(part) || QFileInfo(part).isSymLink()); ++n)
        part = m_path + u'.' + QString::number(n) + u".part"_s;
    return part;
}

bool PartFile::makePart(QString part)
{
    // A part file that is there already belongs to a download that runs, or was killed: it is not ours to overwrite.
    for (int attempt = 0; attempt < 10; ++attempt) {
        m_file.setFileName(part);
        if (m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
            m_written = 0;
            return true;
        }
        if (!QFileInfo::exists(part) && !QFileInfo(part).isSymLink())
            break;
        part = freePartPath();
    }
    return failed();
}

bool PartFile::cutTo(qint64 size)
{
    if (!m_file.resize(size) || !m_file.seek(size))
        return failed();
    m_written = size;
    return true;
}

bool PartFile::restart()
{
    return cutTo(0);
}

bool PartFile::flushToDisk() const
{
#ifdef Q_OS_UNIX
    const int fd = m_file.handle();
    return fd >= 0 && ::fsync(fd) == 0;
#else
    return false;
#endif
}

bool PartFile::begin(qint64 offset, qint64 total)
{
    if (!m_file.isOpen() && !makePart(freePartPath()))
        return false;
    if (offset > m_file.size()) {
        m_error = QCoreApplication::translate("PartFile", "the server began at another byte than it was asked for");
        return false;
    }
    m_announced = total < 0 ? -1 : offset + total;
    return cutTo(offset);
}

bool PartFile::write(const QByteArray &piece)
{
    if (m_file.write(piece) != piece.size()) {
        m_error = m_file.fileName() + u": "_s + m_file.errorString();
        return false;
    }
    m_written += piece.size();
    return true;
}

QString PartFile::publish(const std::optional<FileIdentity> &mayReplace)
{
    if (m_announced >= 0 && m_written != m_announced) {
        return QCoreApplication::translate("PartFile", "%1 of %2 bytes arrived; the file was not kept")
            .arg(m_written)
            .arg(m_announced);
    }
    if (!m_file.isOpen() || !m_file.flush())
        return m_file.fileName() + u": "_s + m_file.errorString();
#ifdef Q_OS_UNIX
    if (::fsync(m_file.handle()) != 0)
        return m_file.fileName() + u": "_s + qt_error_string();
#endif
    m_file.close();
    m_published = true; // from here the bytes are all that came: they are never thrown away
    if (m_expected >= 0 && m_written != m_expected) {
        return QCoreApplication::translate("PartFile", "%1 of %2 bytes arrived; what came is kept as %3")
            .arg(m_written)
            .arg(m_expected)
            .arg(m_file.fileName());
    }
    const QString error = giveName(mayReplace);
    if (error.isEmpty())
        return {};
    return QCoreApplication::translate("PartFile", "%1 (the download is kept as %2)").arg(error, m_file.fileName());
}

QString PartFile::giveName(const std::optional<FileIdentity> &mayReplace)
{
    if (mayReplace && FileIdentity::of(m_path) == mayReplace)
        return replaceWith(m_file, m_path);
    const QFileInfo wanted(m_path);
    QString error;
    for (int n = 1; n < 100'000; ++n) {
        const QString target = wanted.dir().absoluteFilePath(numberedName(wanted.fileName(), n));
        switch (moveWhereNothingIs(m_file, target, &error)) {
        case Move::Done:
            m_path = target;
            return {};
        case Move::Taken:
            continue;
        case Move::Failed:
            return error;
        }
    }
    return error;
}

} // namespace odc
