// SPDX-License-Identifier: GPL-3.0-or-later
#include "markscopy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 64LL * 1024 * 1024; ///< of the marks of one eval
constexpr auto runsKey = "runs"_L1;

QFileInfoList filesIn(const QString &folder)
{
    return QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.size() <= mostBytes && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString checksum(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Of each run every item that `more` has, and of `known` what else there is.
QJsonObject together(QJsonObject known, const QJsonObject &more)
{
    QJsonObject runs = known.value(runsKey).toObject();
    const QJsonObject added = more.value(runsKey).toObject();
    for (auto run = added.begin(); run != added.end(); ++run) {
        QJsonObject items = runs.value(run.key()).toObject();
        const QJsonObject marks = run.value().toObject();
        for (auto item = marks.begin(); item != marks.end(); ++item)
            items.insert(item.key(), item.value());
        runs.insert(run.key(), items);
    }
    for (auto other = more.begin(); other != more.end(); ++other) {
        if (!known.contains(other.key()))
            known.insert(other.key(), other.value());
    }
    known.insert(runsKey, runs);
    return known;
}

} // namespace

QString MarksCopy::folderIn(const QString &archive)
{
    return archive + u"/marks"_s;
}

QString MarksCopy::add(const QString &from, const QString &to, const Files *only)
{
    const QFileInfoList files = filesIn(from);
    for (const QFileInfo &file : files) {
        const QByteArray bytes = bytesOf(file.filePath());
        if (only &&
            (!only->contains(file.fileName()) || only->value(file.fileName()).sha256 != checksum(bytes)))
            continue;
        const QJsonDocument more = QJsonDocument::fromJson(bytes);
        const QString path = to + u'/' + file.fileName();
        const QJsonDocument known = QJsonDocument::fromJson(bytesOf(path));
        if (!more.isObject() || (QFileInfo::exists(path) && !known.isObject()))
            continue;
        // Of an archive that is opened again, what was noted here since is newer and stays.
        const QJsonObject all =
            only ? together(more.object(), known.object()) : together(known.object(), more.object());
        const QByteArray text = QJsonDocument(all).toJson();
        QDir().mkpath(to);
        QSaveFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
            return path + u": "_s + out.errorString();
    }
    return {};
}

MarksCopy::Files MarksCopy::files(const QString &folder)
{
    Files found;
    const QFileInfoList files = filesIn(folder);
    for (const QFileInfo &file : files) {
        const QByteArray bytes = bytesOf(file.filePath());
        found.insert(file.fileName(), {bytes.size(), checksum(bytes)});
    }
    return found;
}

} // namespace odc
