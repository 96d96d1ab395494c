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
/// published is removed with the object, unless publish() kept it.
class PartFile final : public ContentSink
{
public:
    /// `expectedBytes`: what the list says, < 0 unknown.
    PartFile(const QString &path, qint64 expectedBytes);
    ~PartFile() override;

    bool begin(qint64 total) override;
    bool write(const QByteArray &piece) override;
    QString errorText() const override { return m_error; }
    /// Where it is to stand; after publish(), where it does.
    QString path() const { return m_path; }

    /// Size check, flush to the disk, rename. An error text, or empty when the file stands at path(). A file that is
    /// there already is replaced only if it is `mayReplace`; else this one becomes "name (2)" or the next free one.
    /// What is whole by the answer, but not of the size the list says, stays a part file. Blocks on the disk: call it on
    /// the pool, with nobody else using the object.
    QString publish(const std::optional<FileIdentity> &mayReplace = {});

private:
    QString giveName(const std::optional<FileIdentity> &mayReplace);

    QString m_path;
    QFile m_file;
    qint64 m_expected = -1;
    qint64 m_announced = -1;
    qint64 m_written = 0;
    QString m_error;
    bool m_published = false;
};

} // namespace odc
