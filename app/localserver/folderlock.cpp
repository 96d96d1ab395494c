// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/folderlock.h"

#include <QDir>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace odc::server {

bool FolderLock::lock(const QString &folder, Mode mode, QString *error)
{
    const QString shown = QDir::toNativeSeparators(folder);
    m_file.setFileName(folder + u"/server.lock"_s);
    const bool shared = mode == Mode::Shared;
    if (!m_file.open(shared ? QIODevice::ReadOnly : QIODevice::ReadWrite)) {
        // A folder that cannot be written, and was never served, has nobody to be kept off.
        if (shared)
            return true;
        *error = u"The data folder %1 cannot be written: %2."_s.arg(shown, m_file.errorString());
        return false;
    }
    if (::flock(m_file.handle(), (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0)
        return true;
    m_file.close();
    *error = u"The data folder %1 is in use by another server."_s.arg(shown);
    return false;
}

} // namespace odc::server
