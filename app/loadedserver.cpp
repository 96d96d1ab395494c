// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servermaker.h"

#include "localserver/localserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace odc {

namespace {

using Maker = server::LocalServer *(*)();

/// Beside the program, as in the build folder, or where it is installed.
QStringList places()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList places{program.filePath(QStringLiteral(ODC_SERVER_MODULE))};
    // Only from there: of a program that lies about in /tmp the other folder would be anybody's.
    if (program.dirName() == QStringLiteral(ODC_PROGRAM_FOLDER))
        places << QDir::cleanPath(program.filePath(QStringLiteral(ODC_MODULE_FOLDER "/" ODC_SERVER_MODULE)));
    return places;
}

/// Whether somebody else could have put it there: this process holds keys.
bool isAnybodys(const QString &place)
{
    const QFileInfo file(place);
    return (file.permissions() | QFileInfo(file.path()).permissions()).testFlag(QFile::WriteOther);
}

Maker findMaker(QString *error)
{
    QString missing;
    for (const QString &place : places()) {
        missing = place;
        if (!QFile::exists(place))
            continue;
        if (isAnybodys(place)) {
            *error = QCoreApplication::translate("LocalServer", "The built-in server is not loaded, for anybody may change it: %1")
                         .arg(QDir::toNativeSeparators(place));
            return nullptr;
        }
        QLibrary library(place); // stays loaded
        if (!library.load()) {
            *error = QCoreApplication::translate("LocalServer", "The built-in server cannot be loaded: %1").arg(library.errorString());
            return nullptr;
        }
        if (const auto maker = reinterpret_cast<Maker>(library.resolve(ODC_SERVER_SYMBOL)))
            return maker;
        library.unload();
        *error = QCoreApplication::translate(
            "LocalServer", "The built-in server is of another version than this program. Start the program again.");
        return nullptr;
    }
    *error = QCoreApplication::translate("LocalServer", "The built-in server is missing from this installation: %1")
                 .arg(QDir::toNativeSeparators(missing));
    return nullptr;
}

} // namespace

std::shared_ptr<server::LocalServer> makeLocalServer(QString *error)
{
    const Maker maker = findMaker(error);
    return std::shared_ptr<server::LocalServer>(maker ? maker() : nullptr);
}

} // namespace odc
