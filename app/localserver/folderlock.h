// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace odc::server {

/**
 * Keeps a second server off a data folder. The kernel holds the lock, so that it ends with the process,
 * however that ends. Any number of read-only servers may share a folder.
 */
class FolderLock
{
public:
    enum class Mode { Exclusive, Shared };
    /** False with a reason when another server has the folder or the lock file cannot be made. */
    bool lock(const QString &folder, Mode mode, QString *error);

private:
    QFile m_file;
};

} // namespace odc::server
