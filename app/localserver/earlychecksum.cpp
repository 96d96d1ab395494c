// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/earlychecksum.h"

#include <chrono>

namespace odc::server {

namespace {
constexpr qint64 blockSize = 1024 * 1024;
/// Between two parts of one connection nothing comes in for a moment: that is not yet leisure.
constexpr std::chrono::milliseconds quiet{50};
} // namespace

qint64 EarlyChecksum::Work::bytes() const
{
    qint64 all = currentBytes;
    for (const BlobStore::Piece &piece : done)
        all += piece.bytes;
    return all;
}

void EarlyChecksum::Work::restart()
{
    hash->reset();
    done.clear();
    current.reset();
    currentBlob.clear();
    currentBytes = 0;
}

EarlyChecksum::~EarlyChecksum()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

std::shared_ptr<const void> EarlyChecksum::receiving()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_receiving;
    }
    m_wake.notify_all();
    return {static_cast<const void *>(this), [this](const void *) {
                {
                    const std::lock_guard lock(m_mutex);
                    --m_receiving;
                }
                m_wake.notify_all();
            }};
}

void EarlyChecksum::add(const QString &upload, Place place, const BlobStore::Piece &piece)
{
    {
        std::unique_lock lock(m_mutex);
        std::shared_ptr<Work> &known = m_works[upload];
        if (!known)
            known = std::make_shared<Work>();
        // A copy: while this waits, the upload may be forgotten, or its sum taken.
        const std::shared_ptr<Work> work = known;
        m_rested.wait(lock, [&] { return m_busy != work.get(); });
        if (const auto still = m_works.find(upload); still == m_works.end() || still->second != work)
            return;
        while (work->parts.contains(place)) // two clocks that read the same
            ++place.second;
        const auto added = work->parts.insert(place, piece);
        const qsizetype hashed = work->done.size() + (work->current ? 1 : 0);
        if (std::distance(work->parts.begin(), added) < hashed)
            work->restart(); // it comes before what is hashed
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_wake.notify_all();
}

void EarlyChecksum::forget(const QString &upload)
{
    const std::lock_guard lock(m_mutex);
    m_works.erase(upload); // the thread keeps what it reads for as long as it does
}

EarlyChecksum::Prefix EarlyChecksum::take(const QString &upload, const QList<BlobStore::Piece> &pieces)
{
    const auto same = [](const BlobStore::Piece &a, const BlobStore::Piece &b) {
        return a.blob == b.blob && a.bytes == b.bytes;
    };
    std::shared_ptr<Work> work;
    {
        std::unique_lock lock(m_mutex);
        const auto found = m_works.find(upload);
        if (found != m_works.end()) {
            work = found->second;
            m_works.erase(found);
            m_rested.wait(lock, [&] { return m_busy != work.get(); });
        }
    }
    const qsizetype begun = work ? work->done.size() + (work->current ? 1 : 0) : 0;
    const bool fits = begun <= pieces.size() &&
                      (!work || (std::equal(work->done.cbegin(), work->done.cend(), pieces.cbegin(), same) &&
                                 (!work->current || pieces.at(begun - 1).blob == work->currentBlob)));
    if (!work || !fits)
        return {std::make_unique<QCryptographicHash>(QCryptographicHash::Md5), 0};
    const qint64 bytes = work->bytes();
    return {std::move(work->hash), bytes};
}

qint64 EarlyChecksum::bytesAhead(const QString &upload) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(upload);
    return found == m_works.end() || m_busy == found->second.get() ? 0 : found->second->bytes();
}

std::shared_ptr<EarlyChecksum::Work> EarlyChecksum::next() const
{
    for (const auto &[upload, work] : m_works) {
        if (work->hasMore())
            return work;
    }
    return nullptr;
}

void EarlyChecksum::run()
{
    std::unique_lock lock(m_mutex);
    const auto busy = [this] { return m_stopping || m_receiving > 0; };
    const auto due = [this] { return m_stopping || (m_receiving == 0 && next()); };
    while (!m_stopping) {
        m_wake.wait(lock, due);
        if (m_wake.wait_for(lock, quiet, busy))
            continue;
        while (!busy()) {
            const std::shared_ptr<Work> work = next();
            if (!work)
                break;
            hashBlock(*work, lock);
        }
    }
}

void EarlyChecksum::hashBlock(Work &work, std::unique_lock<std::mutex> &lock)
{
    const BlobStore::Piece piece = std::next(work.parts.cbegin(), work.done.size()).value();
    m_busy = &work;
    lock.unlock();
    if (!work.current) {
        work.current = m_blobs.open(piece.blob);
        work.currentBlob = piece.blob;
        work.currentBytes = 0;
    }
    QByteArray block(blockSize, Qt::Uninitialized);
    const qint64 got = work.current ? work.current->read(block.data(), block.size()) : -1;
    if (got > 0) {
        work.hash->addData(QByteArrayView(block.constData(), got));
        work.currentBytes += got;
    }
    lock.lock();
    m_busy = nullptr;
    if (got <= 0 || work.currentBytes > piece.bytes) {
        // Removed, or the disk is ill: the completion will say so. Nothing is tried again until another part comes.
        work.restart();
        work.parts.clear();
    } else if (work.currentBytes == piece.bytes) {
        work.done.append(piece);
        work.current.reset();
        work.currentBlob.clear();
        work.currentBytes = 0;
    }
    m_rested.notify_all();
}

} // namespace odc::server
