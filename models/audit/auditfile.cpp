// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QThreadPool>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Holds more than the longest line, with the results of all calls that can be under way.
constexpr qint64 tailBytes = 1'000'000;
constexpr int lockMs = 1000;

void sync(QFile &file)
{
#ifdef Q_OS_UNIX
    (void)::fsync(file.handle());
#else
    (void)file.flush();
#endif
}

QString olderPath(const QString &path)
{
    return path + u".1"_s;
}

} // namespace

AuditFile::AuditFile(QString path, qint64 mostBytes) : m_path(std::move(path)), m_half(mostBytes / 2) {}

bool AuditFile::open()
{
    m_file.reset();
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    auto file = std::make_shared<QFile>(m_path);
    // Each write goes to the end, whoever else writes, and at once.
    if (!file->open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        m_error = file->errorString();
        return false;
    }
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_size = file->size();
    char last = '\n';
    if (m_size > 0 && file->seek(m_size - 1))
        (void)file->getChar(&last);
    m_torn = last != '\n';
    m_file = std::move(file);
    m_error.clear();
    return true;
}

qsizetype AuditFile::append(const QByteArray &lines)
{
    if (!m_file && !open()) // what was in the way may have gone
        return 0;
    if (m_size > 0 && m_size + lines.size() > m_half && !rotate(lines.size()))
        return 0;
    const qsizetype before = m_torn ? 1 : 0; // ends the line that was torn
    const QByteArray whole = m_torn ? '\n' + lines : lines;
    const qint64 written = std::max<qint64>(0, m_file->write(whole));
    m_size += written;
    if (written == whole.size()) {
        m_torn = false;
        m_error.clear();
        return lines.size();
    }
    m_error = m_file->errorString();
    if (written < before)
        return 0;
    const qsizetype taken = written - before;
    const qsizetype inWholeLines = taken > 0 ? lines.lastIndexOf('\n', taken - 1) + 1 : 0;
    m_torn = inWholeLines < taken;
    return inWholeLines;
}

bool AuditFile::rotate(qint64 bytes)
{
    syncLater();
    // Two programs may write it. Who goes by what it remembers takes the new half for the full one, and throws the older
    // one away.
    QLockFile oneAtATime(m_path + u".lock"_s);
    if (!oneAtATime.tryLock(lockMs))
        return true; // too long is better than lost; it is tried again with the next line
    if (!open())
        return false;
    if (m_size + bytes <= m_half)
        return true;
    m_file.reset();
    std::error_code failed;
    std::filesystem::rename(QFileInfo(m_path).filesystemFilePath(), QFileInfo(olderPath(m_path)).filesystemFilePath(), failed);
    return open(); // where that failed, too
}

QByteArray AuditFile::tail() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const qint64 from = std::max<qint64>(0, file.size() - tailBytes);
    file.seek(from);
    const QByteArray bytes = file.read(tailBytes);
    return from == 0 ? bytes : bytes.mid(bytes.indexOf('\n') + 1);
}

std::vector<AuditFile::Part> AuditFile::parts() const
{
    std::vector<Part> parts;
    for (const QString &path : {olderPath(m_path), m_path}) {
        auto file = std::make_shared<QFile>(path);
        if (file->open(QIODevice::ReadOnly)) {
            const qint64 size = file->size();
            parts.push_back({std::move(file), size});
        }
    }
    return parts;
}

void AuditFile::syncLater()
{
    if (m_file)
        QThreadPool::globalInstance()->start([file = m_file] { sync(*file); });
}

} // namespace odc
