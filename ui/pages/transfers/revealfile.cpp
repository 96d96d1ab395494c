// SPDX-License-Identifier: GPL-3.0-or-later
#include "revealfile.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

bool revealFile(const QString &path)
{
#if defined(Q_OS_WIN)
    return QProcess::startDetached(u"explorer.exe"_s, {u"/select,"_s + QDir::toNativeSeparators(path)});
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(u"open"_s, {u"-R"_s, path});
#else
    return QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
#endif
}

} // namespace odc
