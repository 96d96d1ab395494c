// SPDX-License-Identifier: GPL-3.0-or-later
#include "foldercompare.h"

#include "stores/storefilerules.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QtConcurrentMap>

namespace odc {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;

bool isRead(const FolderFile &file)
{
    return file.regular && file.readable && file.size > 0 && file.size <= largestStoreFile &&
           hasKnownEnding(file.relative);
}

} // namespace

FolderFile readFolderFile(FolderFile file, const std::function<bool(qint64 bytes)> &goOn)
{
    file.digest.clear();
    const auto before = SourceIdentity::of(file.path);
    QFile source(file.path);
    if (!before || !source.open(QIODevice::ReadOnly)) {
        file.error = before ? source.errorString() : before.error().message;
        return file;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 total = 0;
    while (true) {
        const qint64 size = source.read(block.data(), block.size());
        if (size < 0) {
            file.error = source.errorString();
            return file;
        }
        if (size == 0)
            break;
        total += size;
        hash.addData(QByteArrayView(block.constData(), size));
        if (!goOn(size))
            return file;
    }
    const auto after = SourceIdentity::of(file.path);
    file.changed = !after || *after != *before || total != before->size;
    file.size = total;
    if (file.changed)
        return file;
    file.identity = *before;
    file.digest = QString::fromLatin1(hash.result().toHex());
    return file;
}

FolderReader::FolderReader(QObject *parent) : QObject(parent)
{
    connect(&m_scan, &QFutureWatcherBase::finished, this, &FolderReader::scanned);
    connect(&m_scan, &QFutureWatcherBase::progressValueChanged, this, &FolderReader::progressed);
    connect(&m_digests, &QFutureWatcherBase::finished, this, &FolderReader::digested);
    connect(&m_digests, &QFutureWatcherBase::progressValueChanged, this, &FolderReader::progressed);
}

FolderReader::~FolderReader()
{
    stop();
    m_scan.waitForFinished();
    m_digests.waitForFinished();
}

void FolderReader::read(const QString &folder)
{
    stop();
    m_folder = QFileInfo(folder).absoluteFilePath();
    m_found = {};
    m_files.clear();
    m_read.clear();
    m_bytesTotal = 0;
    m_progress = std::make_shared<Progress>();
    m_scan.setFuture(scanPaths({m_folder}));
    Q_EMIT progressed();
}

void FolderReader::stop()
{
    if (m_progress)
        m_progress->stop = true;
    m_scan.cancel();
    m_digests.cancel();
}

int FolderReader::found() const
{
    return m_scan.isRunning() ? m_scan.progressValue() : int(m_files.size());
}

void FolderReader::scanned()
{
    if (m_scan.isCanceled() || m_scan.future().resultCount() == 0)
        return;
    m_found = m_scan.result();
    const QString root = m_folder.endsWith(u'/') ? m_folder : m_folder + u'/';
    QList<FolderFile> wanted;
    m_isFolderRead = true;
    for (const UploadCandidate &candidate : std::as_const(m_found.files)) {
        if (candidate.path == m_folder)
            m_isFolderRead = false; // it may not be looked into, or is there no more
        FolderFile file;
        file.path = candidate.path;
        file.relative = candidate.path.startsWith(root) ? candidate.path.mid(root.size()) : candidate.name;
        file.size = candidate.size;
        file.regular = candidate.regular;
        file.readable = candidate.readable;
        if (isRead(file)) {
            m_read << int(m_files.size());
            wanted << file;
            m_bytesTotal += file.size;
        }
        m_files << file;
    }
    m_found.files.clear();
    Q_EMIT progressed();
    m_digests.setFuture(
        QtConcurrent::mapped(std::move(wanted), [progress = m_progress](const FolderFile &file) {
            return readFolderFile(file, [&progress](qint64 bytes) {
                progress->bytes += bytes;
                return !progress->stop;
            });
        }));
}

void FolderReader::digested()
{
    if (m_digests.isCanceled() || m_progress->stop)
        return;
    for (qsizetype i = 0; i < m_read.size(); ++i)
        m_files[m_read.at(i)] = m_digests.resultAt(int(i));
    Q_EMIT ended();
}

} // namespace odc
