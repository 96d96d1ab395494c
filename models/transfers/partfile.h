// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/filesapi.h"

#include <QFile>
#include <QString>

#include <optional>

namespace odc {

/// Which file stood at a path, so that just that one is replaced and none that took its place.
struct FileIdentity {
    quint64 device = 0; ///< 0 where there is none
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modifiedNs = 0;

    bool operator==(const FileIdentity &) const = default;
    /// Of the path itself, not of what a link leads to; nothing when nothing is there.
    static std::optional<FileIdentity> of(const QString &path);
};

/// A download on its way to disk: written to `path.part`, and given its name only when whole. A part file that was not
/// published is removed with the object, unless publish() or keepUnfinished() kept it.
class PartFile final : public ContentSink
{
public:
    /// `expectedBytes`: what the list says, < 0 unknown.
    PartFile(const QString &path, qint64 expectedBytes);
    ~PartFile() override;

    /// Where a part file for this download can be made; nothing is there now.
    QString freePartPath() const;
    /// Goes on with what an earlier run left at `partPath`, of which the first `safeBytes` are to be trusted; makes a part
    /// file when nothing is there. `inode`: of the file that is ours, 0: it was not made yet, as far as is known; another
    /// one is left alone, and the part file goes to freePartPath(). False: errorText().
    bool open(const QString &partPath, quint64 inode, qint64 safeBytes);
    /// Removes what an earlier run left at `partPath`, if it is the file open() would go on with.
    static void removeOurs(const QString &partPath, quint64 inode);
    /// The part file stays when the object goes.
    void keepUnfinished() { m_keep = true; }
    /// Removes the part file.
    void discard();
    /// Begins at the first byte again. False: errorText().
    bool restart();
    /// Waits until what was written is on the disk; for the pool, while somebody else may go on writing.
    bool flushToDisk() const;
    /// Where the bytes are until it is published; empty before begin() or open().
    QString partPath() const { return m_file.fileName(); }
    /// Bytes that stand there.
    qint64 written() const { return m_written; }

    bool begin(qint64 offset, qint64 total) override;
    bool write(const QByteArray &piece) override;
    QString errorText() const override { return m_error; }
    /// Where it is to stand; after publish(), where it does.
    QString path() const { return m_path; }

    /// Size check, flush to the disk, rename. An error text, or empty when the file stands at path(). A file that is
    /// there already is replaced only if it is `mayReplace`; else this one becomes "name (2)" or the next free one.
    /// What is whole by the answer, but not of the size the list says, stays a part file. Blocks on the disk: call it on
    /// the pool, with nobody else using the object.
    QString publish(const std::optional<FileIdentity> &mayReplace = {});
    /// publish() came so far that all bytes are on the disk, under this or another name.
    bool isPublished() const { return m_published; }

private:
    static bool isOurs(const QString &partPath, quint64 inode);
    bool makePart(QString part);
    bool cutTo(qint64 size);
    bool failed();
    QString giveName(const std::optional<FileIdentity> &mayReplace);

    QString m_path;
    QFile m_file;
    qint64 m_expected = -1;
    qint64 m_announced = -1; ///< what the file has in all by the answer
    qint64 m_written = 0;
    QString m_error;
    bool m_published = false;
    bool m_keep = false;
};

} // namespace odc
