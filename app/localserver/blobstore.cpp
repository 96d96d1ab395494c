// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/blobstore.h"

#include "localserver/ids.h"
#include "localserver/piecereader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {
constexpr qsizetype bufferSize = 1024 * 1024;

/** A rename survives a power cut only once its folder is on disk too. */
void syncFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

/** Ids of this server, and those that an archive takes. */
bool isName(const QString &id)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'-' || c == u'_' || c == u'.';
    };
    return !id.isEmpty() && !id.startsWith(u'.') && std::all_of(id.cbegin(), id.cend(), fits);
}
} // namespace

BlobWriter::BlobWriter(const BlobStore &store, const QString &path) : m_store(store), m_file(path) {}

BlobWriter::~BlobWriter()
{
    if (!m_published)
        m_file.remove();
}

bool BlobWriter::flush()
{
    const bool done = m_file.write(m_buffer) == m_buffer.size();
    m_buffer.resize(0);
    return done;
}

bool BlobWriter::write(const char *data, qsizetype size)
{
    m_size += size;
    if (m_buffer.size() + size > bufferSize && !m_buffer.isEmpty() && !flush())
        return false;
    if (size >= bufferSize)
        return m_file.write(data, size) == size;
    m_buffer.append(data, size);
    return true;
}

bool BlobWriter::publish(const QString &id)
{
    if (!flush() || ::fsync(m_file.handle()) != 0)
        return false;
    m_file.close();
    // Not QFile::rename(), which refuses to replace a file.
    if (std::rename(QFile::encodeName(m_file.fileName()).constData(),
                    QFile::encodeName(m_store.pathOf(id)).constData()) != 0)
        return false;
    m_published = true;
    syncFolder(m_store.m_files);
    return true;
}

bool BlobAppender::write(const QByteArray &bytes)
{
    m_size += bytes.size();
    return m_file.write(bytes) == bytes.size();
}

bool BlobAppender::sync()
{
    return ::fsync(m_file.handle()) == 0;
}

BlobStore::BlobStore(const QString &dataDir)
    : m_files(dataDir + u"/files"_s), m_temporary(dataDir + u"/tmp"_s)
{
}

bool BlobStore::prepare(QString *error) const
{
    for (const QString &path : {m_files, m_temporary}) {
        if (QFileInfo(path).isSymLink()) {
            *error = u"%1 is a link. Nothing is written or removed where it leads."_s.arg(
                QDir::toNativeSeparators(path));
            return false;
        }
        if (!QDir().mkpath(path) || !QFileInfo(path).isWritable()) {
            *error = u"The folder %1 cannot be written."_s.arg(QDir::toNativeSeparators(path));
            return false;
        }
    }
    return true;
}

void BlobStore::removeLeftovers(const QSet<QString> &known) const
{
    for (QDirIterator it(m_temporary, QDir::Files | QDir::Hidden); it.hasNext();)
        QFile::remove(it.next());
    for (QDirIterator it(m_files, QDir::Files | QDir::Hidden); it.hasNext();) {
        const QString path = it.next();
        if (!known.contains(it.fileName()))
            QFile::remove(path);
    }
}

QString BlobStore::pathOf(const QString &id) const
{
    return isName(id) ? m_files + u'/' + id : QString();
}

std::unique_ptr<BlobWriter> BlobStore::create() const
{
    const QString path = m_temporary + u'/' + QString::fromLatin1(randomHex(16));
    std::unique_ptr<BlobWriter> writer(new BlobWriter(*this, path));
    // Unbuffered: the writer gathers big blocks itself, QFile's own buffer would copy everything once more.
    if (!writer->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return nullptr;
    return writer;
}

bool BlobStore::put(const QString &id, const QByteArray &bytes) const
{
    const QString path = pathOf(id);
    if (path.isEmpty())
        return false;
    QFile file(path);
    file.remove(); // never write into a file that may be shared
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size();
}

bool BlobStore::putSame(const QString &id, const QString &existing) const
{
    // Blobs are never changed once they are there, so that two names may share one.
    const QString from = pathOf(existing);
    const QString to = pathOf(id);
    if (from.isEmpty() || to.isEmpty())
        return false;
    return ::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 ||
           QFile::copy(from, to);
}

std::unique_ptr<BlobAppender> BlobStore::extend(const QString &id, qint64 bytes) const
{
    const QString path = pathOf(id);
    auto appender = std::make_unique<BlobAppender>();
    QFile &file = appender->m_file;
    file.setFileName(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || file.size() < bytes ||
        !file.resize(bytes) || !file.seek(bytes))
        return nullptr;
    appender->m_size = bytes;
    return appender;
}

std::shared_ptr<QFile> BlobStore::open(const QString &id) const
{
    const QString path = pathOf(id);
    if (path.isEmpty())
        return nullptr;
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return nullptr;
    return file;
}

void BlobStore::remove(const QString &id) const
{
    if (const QString path = pathOf(id); !path.isEmpty())
        QFile::remove(path);
}

BlobStore::Lease BlobStore::hold(const QString &owner) const
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_held[owner].holders;
    }
    return Lease(this, [owner](const void *store) { static_cast<const BlobStore *>(store)->release(owner); });
}

void BlobStore::release(const QString &owner) const
{
    QStringList doomed;
    {
        const std::lock_guard lock(m_mutex);
        const auto held = m_held.find(owner);
        if (--held->holders > 0)
            return;
        doomed = held->doomed;
        m_held.erase(held);
    }
    for (const QString &blob : doomed)
        remove(blob);
}

void BlobStore::removeOf(const QString &owner, const QStringList &blobs) const
{
    {
        const std::lock_guard lock(m_mutex);
        const auto held = m_held.find(owner);
        if (held != m_held.end()) {
            held->doomed += blobs;
            return;
        }
    }
    for (const QString &blob : blobs)
        remove(blob);
}

std::shared_ptr<QIODevice> BlobStore::open(const QList<Piece> &pieces, const Lease &lease) const
{
    QStringList paths;
    QList<qint64> sizes;
    for (const Piece &piece : pieces) {
        const QString path = pathOf(piece.blob);
        const QFileInfo info(path);
        if (!info.isFile() || info.size() != piece.bytes)
            return nullptr;
        paths.append(path);
        sizes.append(piece.bytes);
    }
    return std::make_shared<PieceReader>(paths, sizes, lease);
}

} // namespace odc::server
