// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace odc {

/// A folder of this computer for files that are made on the way; gone, with what is in it, when the last holder
/// lets go of it. GUI thread, but for path().
class ScratchFolder
{
public:
    /// Below the user's cache. Null when the disk does not allow it.
    static std::shared_ptr<ScratchFolder> make();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    const QString &path() const { return m_path; }
    QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    explicit ScratchFolder(const QString &path) : m_path(path) {}

    const QString m_path;
};

} // namespace odc
