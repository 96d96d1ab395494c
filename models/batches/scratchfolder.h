// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace odc {

/// A folder for files that are needed only while the console shows them. Only the person may read it. It
/// goes, with all that is in it, when its last holder does; what a killed program left in the same place goes
/// when the next one makes a folder there.
class ScratchFolder
{
public:
    /// Makes a new one below `root`, which is made when it is not there. Touches the disk: call it on the
    /// pool.
    static Result<std::shared_ptr<ScratchFolder>> make(const QString &root);
    /// What is in it is removed on the pool, from whichever thread this comes.
    ~ScratchFolder();

    QString path() const { return m_path; }
    QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    ScratchFolder(const QString &path, std::unique_ptr<QLockFile> lock);

    const QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< others see by it that the folder is in use
};

} // namespace odc
