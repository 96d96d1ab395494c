// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>

namespace odc::server {

class BlobStore;

/** Bytes on their way to disk. Unless it is published, its file vanishes with it. */
class BlobWriter
{
public:
    ~BlobWriter();
    BlobWriter(const BlobWriter &) = delete;
    BlobWriter &operator=(const BlobWriter &) = delete;

    /** False when the disk refused (full, gone). */
    bool write(const char *data, qsizetype size);
    qint64 size() const { return m_size; }
    /** Makes the bytes durable and visible under \p id, in place of what was there. False when the disk
     * refused. */
    bool publish(const QString &id);

private:
    friend class BlobStore;
    BlobWriter(const BlobStore &store, const QString &path);
    bool flush();

    const BlobStore &m_store;
    QFile m_file;
    QByteArray m_buffer;
    qint64 m_size = 0;
    bool m_published = false;
};

/** A blob that grows. It is nobody's until a row names it. */
class BlobAppender
{
public:
    /** False when the disk refused (full, gone). */
    bool write(const QByteArray &bytes);
    /** What was written is on the disk. False when the disk refused. */
    bool sync();
    qint64 size() const { return m_size; }

private:
    friend class BlobStore;
    QFile m_file;
    qint64 m_size = 0;
};

/**
 * The bytes of all files: <data>/files/<id>, written in <data>/tmp first. Thread-safe. A data folder may have
 * come from somewhere else: a name that leads out of <data>/files is that of no blob, whatever the database
 * says.
 */
class BlobStore
{
public:
    explicit BlobStore(const QString &dataDir);

    /** Makes the folders. False with a reason when that fails, or when one of them is a link: what lies
     * behind it is not ours to tidy up. */
    bool prepare(QString *error) const;
    /** Removes what a killed server left behind: all temporary files, and bytes that no row of \p known
     * names. */
    void removeLeftovers(const QSet<QString> &known) const;

    /** Null when no file could be made. */
    std::unique_ptr<BlobWriter> create() const;
    /** Stores small contents without waiting for the disk; for seeding. */
    bool put(const QString &id, const QByteArray &bytes) const;
    /** Stores under \p id what is stored under \p existing, at the cost of a directory entry where that is
     * possible. */
    bool putSame(const QString &id, const QString &existing) const;
    /** A blob that is written in the course of time, cut to its first \p bytes, or a new one. Null when the
     * disk refused, or when it has not as many. */
    std::unique_ptr<BlobAppender> extend(const QString &id, qint64 bytes) const;
    /** Open for reading, or null. Stays readable when the blob is removed meanwhile. */
    std::shared_ptr<QFile> open(const QString &id) const;
    void remove(const QString &id) const;

    /** A piece of what belongs to one owner: the name of a blob, and how many bytes it has. */
    struct Piece
    {
        QString blob;
        qint64 bytes = 0;
    };
    /** While it lives, removeOf() leaves the blobs of its owner where they are. */
    using Lease = std::shared_ptr<const void>;
    Lease hold(const QString &owner) const;
    /** Removes the blobs of \p owner, at the latest when nobody holds them any more. */
    void removeOf(const QString &owner, const QStringList &blobs) const;
    /** The pieces as one run of bytes, or null when one of them is not there in its full length. At most one
     * of them is open at a time: there may be more of them than a process may open files. */
    std::shared_ptr<QIODevice> open(const QList<Piece> &pieces, const Lease &lease) const;

private:
    friend class BlobWriter;
    struct Held
    {
        int holders = 0;
        QStringList doomed; ///< to be removed when the last holder is gone
    };
    void release(const QString &owner) const;
    /** Empty when nothing of ours is called that. */
    QString pathOf(const QString &id) const;

    const QString m_files;
    const QString m_temporary;
    mutable std::mutex m_mutex;
    mutable QHash<QString, Held> m_held;
};

} // namespace odc::server
