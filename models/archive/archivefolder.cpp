// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivefolder.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStorageInfo>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto manifestName = "/archive.json"_L1;
constexpr auto databaseName = "/store.sqlite"_L1;
constexpr auto begunName = "begun"_L1; ///< only in what begin() writes
constexpr qint64 mostManifest = 256LL * 1024 * 1024;

QString words(const char *source)
{
    return QCoreApplication::translate("ArchiveFolder", source);
}

QString nearestThere(const QString &folder)
{
    QString at = QDir(folder).absolutePath();
    while (!QFileInfo::exists(at) && at.contains(u'/')) {
        const QString up = QFileInfo(at).path();
        if (up == at)
            break;
        at = up;
    }
    return at;
}

/// An archive may have come from somebody else: what it has in it must not lead to other places, where it
/// would be written to and tidied up.
QString linkIn(const QString &folder)
{
    constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QString &below : {QString(), u"fetching/"_s, u"marks/"_s}) {
        const QFileInfoList entries = QDir(folder + u'/' + below).entryInfoList(all);
        for (const QFileInfo &entry : entries) {
            if (entry.isSymLink())
                return below + entry.fileName();
        }
    }
    return {};
}

} // namespace

ArchiveFolder ArchiveFolder::look(const QString &folder)
{
    ArchiveFolder found;
    const QStorageInfo disk(nearestThere(folder));
    found.freeBytes = disk.isValid() ? disk.bytesAvailable() : -1;
    const QFileInfo info(folder);
    if (!info.exists() || (info.isDir() && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden |
                                                                QDir::System | QDir::NoDotAndDotDot))) {
        found.kind = Kind::Free;
        return found;
    }
    QFile file(folder + manifestName);
    if (!info.isDir() || !file.exists())
        return found; // also a local server's data folder that never was an archive
    found.kind = Kind::Damaged;
    if (!QFileInfo(file).isFile() || file.size() > mostManifest || !file.open(QIODevice::ReadOnly))
        return found;
    found.link = linkIn(folder);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return found;
    QString problem;
    found.manifest = ArchiveManifest::fromJson(document.object(), &problem);
    if (problem.isEmpty())
        found.kind = document.object().value(begunName).toBool() || QFileInfo::exists(folder + databaseName)
                         ? Kind::Archive
                         : Kind::Damaged;
    else if (document.object().value("format"_L1).toInteger() > ArchiveManifest::newestFormat)
        found.kind = Kind::Newer;
    return found;
}

QString ArchiveFolder::begin(const QString &folder, const ArchiveManifest &manifest)
{
    QDir().mkpath(folder);
    if (QFileInfo::exists(folder + manifestName))
        return {}; // somebody else was faster, and only one of us gets the folder
    QJsonObject object = manifest.toJson();
    object.insert(begunName, true);
    QSaveFile file(folder + manifestName);
    const QByteArray text = QJsonDocument(object).toJson();
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush() && file.commit();
    return written ? QString() : file.fileName() + u": "_s + file.errorString();
}

QString ArchiveFolder::whyNotOpen(const QString &folder) const
{
    const QString shown = QDir::toNativeSeparators(folder);
    switch (kind) {
    case Kind::Archive:
        return {};
    case Kind::Free:
        return words(QFileInfo::exists(folder) ? QT_TRANSLATE_NOOP("ArchiveFolder", "%1 is empty.")
                                               : QT_TRANSLATE_NOOP("ArchiveFolder", "%1 is not there."))
            .arg(shown);
    case Kind::Newer:
        return words(QT_TRANSLATE_NOOP("ArchiveFolder",
                                       "The archive in %1 was made by a newer version of this program. "
                                       "Update the program to open it."))
            .arg(shown);
    case Kind::Damaged:
        return words(
                   QT_TRANSLATE_NOOP("ArchiveFolder",
                                     "The archive in %1 is damaged: its archive.json or its database cannot "
                                     "be read. Archive again into another folder, or bring these files back "
                                     "from a backup."))
            .arg(shown);
    case Kind::OtherThings:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ArchiveFolder",
                                   "%1 is no archive: it has no archive.json. Choose the folder that was "
                                   "chosen when the archive was made."))
        .arg(shown);
}

QString ArchiveFolder::whyNotWrite(const QString &folder, const ArchiveSource &source) const
{
    const QString shown = QDir::toNativeSeparators(folder);
    switch (kind) {
    case Kind::Free: {
        const QFileInfo there(nearestThere(folder));
        if (there.isDir() && there.isWritable())
            return {};
        return words(QT_TRANSLATE_NOOP("ArchiveFolder", "Nothing can be written to %1.")).arg(shown);
    }
    case Kind::Archive:
        if (!manifest.source.isSame(source)) {
            return words(QT_TRANSLATE_NOOP("ArchiveFolder",
                                           "%1 holds an archive of another project (%2). Choose another "
                                           "folder."))
                .arg(shown, format::oneLine(manifest.source.local ? manifest.source.title()
                                                                  : manifest.source.host));
        }
        if (!QFileInfo(folder).isWritable())
            return words(QT_TRANSLATE_NOOP("ArchiveFolder", "Nothing can be written to %1.")).arg(shown);
        if (!link.isEmpty()) {
            return words(QT_TRANSLATE_NOOP("ArchiveFolder",
                                           "%1 in the archive is a link, and nothing is written to where it "
                                           "leads. Put what it points to in its place, or choose another "
                                           "folder."))
                .arg(QDir::toNativeSeparators(folder + u'/' + link));
        }
        return {};
    case Kind::Newer:
    case Kind::Damaged:
        return whyNotOpen(folder);
    case Kind::OtherThings:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ArchiveFolder",
                                   "%1 holds other things. Choose an empty folder, or an archive of this "
                                   "project."))
        .arg(shown);
}

} // namespace odc
