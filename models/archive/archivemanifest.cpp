// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivemanifest.h"

#include "api/jsonfields.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindName = "openai-data-archive"_L1;

QString words(const char *source)
{
    return QCoreApplication::translate("ArchiveManifest", source);
}

using Contents = QHash<QString, ArchiveManifest::Content>;

/// A QJsonObject is sorted: in another order each of 100,000 inserts would move half of what is there.
template <typename Value> QStringList sortedKeys(const QHash<QString, Value> &hash)
{
    QStringList keys = hash.keys();
    std::sort(keys.begin(), keys.end());
    return keys;
}

QJsonObject toObject(const Contents &contents)
{
    QJsonObject bytes;
    for (const QString &key : sortedKeys(contents)) {
        const auto content = contents.constFind(key);
        bytes.insert(key, QJsonObject{{u"bytes"_s, content->bytes}, {u"sha256"_s, content->sha256}});
    }
    return bytes;
}

Contents contentsOf(const QJsonObject &bytes)
{
    Contents contents;
    for (auto content = bytes.begin(); content != bytes.end(); ++content) {
        const QJsonObject fields = content.value().toObject();
        contents.insert(content.key(),
                        {json::integer(fields, "bytes"_L1).value_or(-1), json::text(fields, "sha256"_L1)});
    }
    return contents;
}

} // namespace

ArchiveSource ArchiveSource::of(const QUrl &baseUrl, const QString &organization, const QString &project)
{
    ArchiveSource source;
    source.url = baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                  QUrl::StripTrailingSlash);
    source.host = baseUrl.authority(QUrl::PrettyDecoded).section(u'@', -1);
    source.organization = organization.trimmed();
    source.project = project.trimmed();
    return source;
}

bool ArchiveSource::isSame(const ArchiveSource &other) const
{
    if (local != other.local || organization != other.organization || project != other.project)
        return false;
    return local ? place == other.place : url == other.url;
}

QString ArchiveSource::title() const
{
    if (!name.isEmpty())
        return name;
    return local && !place.isEmpty() ? QFileInfo(place).fileName() : host;
}

QJsonObject ArchiveSource::toJson() const
{
    return {{u"url"_s, url},         {u"host"_s, host},   {u"organization"_s, organization},
            {u"project"_s, project}, {u"local"_s, local}, {u"place"_s, place},
            {u"name"_s, name}};
}

ArchiveSource ArchiveSource::fromJson(const QJsonObject &object)
{
    ArchiveSource source;
    source.url = json::text(object, "url"_L1);
    source.host = json::text(object, "host"_L1);
    source.organization = json::text(object, "organization"_L1);
    source.project = json::text(object, "project"_L1);
    source.local = json::boolean(object, "local"_L1);
    source.place = json::text(object, "place"_L1);
    source.name = json::text(object, "name"_L1);
    return source;
}

QJsonObject ArchiveFailure::toJson() const
{
    return {{u"list"_s, list},      {u"key"_s, key},   {u"name"_s, name},
            {u"reason"_s, reason},  {u"code"_s, code}, {u"http_status"_s, httpStatus},
            {u"refused"_s, refused}};
}

ArchiveFailure ArchiveFailure::fromJson(const QJsonObject &object)
{
    ArchiveFailure made;
    made.list = json::text(object, "list"_L1);
    made.key = json::text(object, "key"_L1);
    made.name = json::text(object, "name"_L1);
    made.reason = json::text(object, "reason"_L1);
    made.code = json::text(object, "code"_L1);
    made.httpStatus = int(json::integer(object, "http_status"_L1).value_or(0));
    made.refused = json::boolean(object, "refused"_L1);
    return made;
}

QJsonObject ArchiveManifest::toJson() const
{
    QJsonObject lists;
    for (auto list = listings.cbegin(); list != listings.cend(); ++list) {
        QJsonObject units;
        for (const QString &key : sortedKeys(*list)) {
            const auto unit = list->constFind(key);
            units.insert(
                key,
                QJsonObject{{u"of"_s, unit->of}, {u"count"_s, unit->count}, {u"checksum"_s, unit->checksum}});
        }
        lists.insert(list.key(), units);
    }
    QJsonObject vanished;
    for (auto list = gone.cbegin(); list != gone.cend(); ++list) {
        QJsonObject keys;
        for (auto key = list->cbegin(); key != list->cend(); ++key)
            keys.insert(key.key(), key.value());
        if (!keys.isEmpty())
            vanished.insert(list.key(), keys);
    }
    QJsonArray failed;
    for (const ArchiveFailure &failure : failures)
        failed.append(failure.toJson());
    return {{u"kind"_s, kindName},
            {u"format"_s, newestFormat},
            {u"program"_s, program},
            {u"source"_s, source.toJson()},
            {u"choice"_s, choice.toJson()},
            {u"created_at"_s, createdAt},
            {u"updated_at"_s, updatedAt},
            {u"completed_at"_s, completedAt},
            {u"lists"_s, lists},
            {u"contents"_s, toObject(contents)},
            {u"marks"_s, toObject(marks)},
            {u"gone_at_source"_s, vanished},
            {u"failures"_s, failed},
            {u"report"_s, report}};
}

ArchiveManifest ArchiveManifest::fromJson(const QJsonObject &object, QString *problem)
{
    ArchiveManifest made;
    problem->clear();
    const qint64 format = json::integer(object, "format"_L1).value_or(0);
    if (json::text(object, "kind"_L1) != kindName || format < 1) {
        *problem = words(QT_TRANSLATE_NOOP("ArchiveManifest", "This is not an archive of this program"));
        return made;
    }
    if (format > newestFormat) {
        *problem = words(
            QT_TRANSLATE_NOOP("ArchiveManifest", "This archive was made by a newer version of this program"));
        return made;
    }
    made.program = json::text(object, "program"_L1);
    made.source = ArchiveSource::fromJson(object.value("source"_L1).toObject());
    made.choice = ArchiveChoice::fromJson(object.value("choice"_L1).toObject());
    made.createdAt = json::integer(object, "created_at"_L1).value_or(0);
    made.updatedAt = json::integer(object, "updated_at"_L1).value_or(0);
    made.completedAt = json::integer(object, "completed_at"_L1).value_or(0);
    const QJsonObject lists = object.value("lists"_L1).toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        const QJsonObject units = list.value().toObject();
        for (auto unit = units.begin(); unit != units.end(); ++unit) {
            const QJsonObject fields = unit.value().toObject();
            made.listings[list.key()].insert(unit.key(), {json::text(fields, "of"_L1),
                                                          json::integer(fields, "count"_L1).value_or(0),
                                                          json::text(fields, "checksum"_L1)});
        }
    }
    made.contents = contentsOf(object.value("contents"_L1).toObject());
    made.marks = contentsOf(object.value("marks"_L1).toObject());
    const QJsonObject gone = object.value("gone_at_source"_L1).toObject();
    for (auto list = gone.begin(); list != gone.end(); ++list) {
        const QJsonObject keys = list.value().toObject();
        for (auto key = keys.begin(); key != keys.end(); ++key)
            made.gone[list.key()].insert(key.key(), key.value().toInteger());
    }
    const QJsonArray failures = object.value("failures"_L1).toArray();
    for (const QJsonValue &value : failures)
        made.failures << ArchiveFailure::fromJson(value.toObject());
    made.report = object.value("report"_L1).toObject();
    return made;
}

QString listingChecksum(const QHash<QString, QByteArray> &digests)
{
    QStringList ids = digests.keys();
    std::sort(ids.begin(), ids.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &id : std::as_const(ids)) {
        hash.addData(id.toUtf8());
        hash.addData(" ");
        hash.addData(digests.value(id));
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString archiveReason(const ApiError &error)
{
    QString reason = error.headline();
    if (!error.message.isEmpty() && !reason.contains(error.message))
        reason += u": "_s + error.message;
    reason = reason.simplified();
    while (reason.endsWith(u'.'))
        reason.chop(1); // more of a sentence may follow
    return reason;
}

} // namespace odc
