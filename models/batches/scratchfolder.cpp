// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratchfolder.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

namespace odc {

using namespace Qt::StringLiterals;

std::shared_ptr<ScratchFolder> ScratchFolder::make()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/batch-files"_s;
    if (!QDir().mkpath(cache))
        return nullptr;
    QTemporaryDir folder(cache + u"/XXXXXX"_s); // for its user alone
    if (!folder.isValid())
        return nullptr;
    folder.setAutoRemove(false);
    return std::shared_ptr<ScratchFolder>(new ScratchFolder(folder.path()));
}

ScratchFolder::~ScratchFolder()
{
    // Files of hundreds of megabytes take their time to go.
    QThreadPool::globalInstance()->start([path = m_path] { QDir(path).removeRecursively(); });
}

} // namespace odc
