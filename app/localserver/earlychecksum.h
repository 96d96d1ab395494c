// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/blobstore.h"

#include <QCryptographicHash>
#include <QMap>

#include <condition_variable>
#include <map>
#include <thread>

namespace odc::server {

/**
 * The MD5 sums of uploads, worked out ahead: as soon as no part is coming in, what lies on the disk is hashed, so that
 * the completion of gigabytes need not begin with reading all of them. Which order the completion will name is a guess:
 * that of the parts' file names, as split(1) and others write them, and where those are equal, that in which their
 * sending began. A wrong guess costs the work and nothing else. Thread-safe.
 */
class EarlyChecksum
{
public:
    explicit EarlyChecksum(const BlobStore &blobs) : m_blobs(blobs) {}
    ~EarlyChecksum();
    EarlyChecksum(const EarlyChecksum &) = delete;
    EarlyChecksum &operator=(const EarlyChecksum &) = delete;

    /** While what it returns lives, nothing is hashed ahead: receiving goes first. */
    [[nodiscard]] std::shared_ptr<const void> receiving();
    /** Where a part is thought to belong: its file name, and when its sending began, on a clock that only goes forward. */
    using Place = std::pair<QString, qint64>;
    /** A part of \p upload is stored. */
    void add(const QString &upload, Place place, const BlobStore::Piece &piece);
    /** The upload is over, or nobody wants its sum. */
    void forget(const QString &upload);

    /** A hash that has read the first bytes of a run of pieces. */
    struct Prefix
    {
        std::unique_ptr<QCryptographicHash> hash; ///< never null
        qint64 bytes = 0;
    };
    /** How far the sum of \p pieces in that order is; nothing is hashed ahead for \p upload afterwards. */
    Prefix take(const QString &upload, const QList<BlobStore::Piece> &pieces);
    /** What is hashed ahead at the moment, in bytes. */
    qint64 bytesAhead(const QString &upload) const;

private:
    struct Work
    {
        QMap<Place, BlobStore::Piece> parts;
        QList<BlobStore::Piece> done; ///< hashed, in this order
        std::shared_ptr<QFile> current; ///< of the part after those, when it is begun
        QString currentBlob;
        qint64 currentBytes = 0; ///< of that part, hashed
        std::unique_ptr<QCryptographicHash> hash = std::make_unique<QCryptographicHash>(QCryptographicHash::Md5);

        qint64 bytes() const;
        void restart();
        bool hasMore() const { return done.size() < parts.size(); }
    };
    using Works = std::map<QString, std::shared_ptr<Work>>;

    void run();
    std::shared_ptr<Work> next() const;
    void hashBlock(Work &work, std::unique_lock<std::mutex> &lock);

    const BlobStore &m_blobs;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;   ///< of the thread
    std::condition_variable m_rested; ///< of those who wait until it lets go of a work
    std::thread m_thread;             ///< begun with the first part
    Works m_works;
    const Work *m_busy = nullptr; ///< is read by the thread just now, without the lock
    int m_receiving = 0;
    bool m_stopping = false;
};

} // namespace odc::server
