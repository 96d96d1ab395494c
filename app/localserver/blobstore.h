// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSet>
#include <QString>

#include <memory>

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
    /** Makes the bytes durable and visible under \p id. False when the disk refused. */
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

/** The bytes of all files: <data>/files/<id>, written in <data>/tmp first. Thread-safe. */
class BlobStore
{
public:
    explicit BlobStore(const QString &dataDir);

    /** Makes the folders. False with a reason when that fails. */
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
    /** Open for reading, or null. Stays readable when the blob is removed meanwhile. */
    std::shared_ptr<QFile> open(const QString &id) const;
    void remove(const QString &id) const;

private:
    friend class BlobWriter;
    QString pathOf(const QString &id) const { return m_files + u'/' + id; }

    const QString m_files;
    const QString m_temporary;
};

} // namespace odc::server
