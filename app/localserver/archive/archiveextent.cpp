// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/archive/archiveextent.h"

#include "localserver/apifault.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QSet<QString> keysOf(const QJsonObject &object)
{
    const QStringList keys = object.keys();
    return {keys.begin(), keys.end()};
}

/**
 * Of lists: there each id is escaped like a segment of a path. Permissions are kept below the job of their
 * checkpoint, and asked for by the checkpoint alone.
 */
QSet<QString> decodedKeysOf(const QString &list, const QJsonObject &object)
{
    QSet<QString> keys;
    for (auto key = object.begin(); key != object.end(); ++key) {
        const QString named = list == "checkpoint_permissions"_L1 ? key.key().section(u'/', -1) : key.key();
        keys.insert(QUrl::fromPercentEncoding(named.toUtf8()));
    }
    return keys;
}

} // namespace

ArchiveExtent ArchiveExtent::of(const QString &dataDir)
{
    ArchiveExtent made;
    QFile file(dataDir + u"/archive.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return made;
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    if (!manifest[u"lists"_s].isObject())
        return made;
    made.m_isArchive = true;
    const QJsonObject lists = manifest[u"lists"_s].toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list)
        made.m_lists.insert(list.key(), decodedKeysOf(list.key(), list.value().toObject()));
    made.m_contents = keysOf(manifest[u"contents"_s].toObject());
    return made;
}

bool ArchiveExtent::holdsList(const QString &list, const QString &key) const
{
    return !m_isArchive || m_lists.value(list).contains(key);
}

bool ArchiveExtent::holdsContent(const QString &fileId) const
{
    return !m_isArchive || m_contents.contains(fileId);
}

Page ArchiveExtent::page(Page page, const QString &list, const QString &key) const
{
    if (holdsList(list, key))
        return page;
    if (page.objects.isEmpty())
        throw notHeld();
    page.hasMore = true;
    return page;
}

ApiFault ArchiveExtent::notHeld()
{
    return ApiFault::notFound(
        u"This archive does not hold it, or not all of it: it is unfinished, or was made "
        u"without it."_s,
        {}, u"not_in_archive"_s);
}

} // namespace odc::server
