// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivetarget.h"

#include "api/answers.h"
#include "api/jsonfields.h"
#include "net/body.h"
#include "net/requestqueue.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// It hashes and writes gigabytes before it says a word.
constexpr qint64 contentSilenceMs = 600'000;

ApiRequest putting(const QString &path, std::shared_ptr<const RequestBody> body)
{
    ApiRequest request;
    request.method = Method::Put;
    request.path = path;
    request.effect = Effect::Sets;
    request.body = std::move(body);
    return request;
}

QString contentPath(const QString &id)
{
    const QString segment = pathSegment(id);
    return segment.isEmpty() ? QString() : u"/_local/files/"_s + segment + u"/content"_s;
}

QString documentPath(const ArchiveUnit &unit)
{
    const QString path = unit.path();
    return path.isEmpty() ? QString() : u"/_local"_s + path;
}

std::optional<ArchiveTarget::Content> contentOf(const QJsonObject &object, QString *)
{
    const QString sha256 = json::text(object, "sha256"_L1);
    if (sha256.isEmpty())
        return {};
    return ArchiveTarget::Content{json::integer(object, "bytes"_L1).value_or(-1), sha256.toLower()};
}

} // namespace

ArchiveTarget::ArchiveTarget(std::unique_ptr<RequestQueue> queue, QObject *parent)
    : QObject(parent), m_queue(std::move(queue)), m_raw(*m_queue)
{
}

ArchiveTarget::~ArchiveTarget() = default;

Call ArchiveTarget::list(const ArchiveUnit &unit, const QString &after, QObject *owner,
                         std::function<void(Result<Page<RawObject>>)> done)
{
    const QString path = unit.path();
    const ArchivePart *part = archivePart(unit.list);
    const RawListQuery query{path.isEmpty() ? QString() : u"/v1"_s + path, part ? part->pageSize : 0,
                             part ? part->order : QString(), after, part && part->needsAdminKey};
    return m_raw.list(query, owner, std::move(done));
}

Call ArchiveTarget::put(const ArchiveUnit &unit, const QList<RawObject> &objects, QObject *owner,
                        std::function<void(Result<Stored>)> done)
{
    QByteArray body =
        "{\"parent\":" + QJsonDocument(unit.parentIds()).toJson(QJsonDocument::Compact) + ",\"data\":[";
    bool first = true;
    for (const RawObject &object : objects) {
        if (!std::exchange(first, false))
            body += ',';
        body += object.json;
    }
    body += "]}";
    ApiRequest request = putting(u"/_local/objects/"_s + unit.list, std::make_shared<JsonTextBody>(body));
    return answers::sendAndRead<Stored>(
        *m_queue, std::move(request), owner,
        [](const QJsonObject &object, QString *) -> std::optional<Stored> {
            const auto stored = json::integer(object, "stored"_L1);
            if (!stored)
                return {};
            return Stored{*stored, json::integer(object, "changed"_L1).value_or(*stored)};
        },
        std::move(done));
}

Call ArchiveTarget::putContent(const QString &id, const QString &path, QObject *owner,
                               std::function<void(Result<Content>)> done)
{
    ApiRequest request = putting(contentPath(id), std::make_shared<FileBody>(path));
    request.lane = Lane::Transfer;
    request.deadlineMs = 0;
    request.silenceMs = contentSilenceMs;
    return answers::sendAndRead<Content>(*m_queue, std::move(request), owner, contentOf, std::move(done));
}

Call ArchiveTarget::content(const QString &id, QObject *owner, std::function<void(Result<Content>)> done)
{
    ApiRequest request;
    request.path = contentPath(id);
    request.deadlineMs = 0;
    request.silenceMs = contentSilenceMs;
    return answers::sendAndRead<Content>(*m_queue, std::move(request), owner, contentOf, std::move(done));
}

Call ArchiveTarget::putDocument(const ArchiveUnit &unit, const QByteArray &json, QObject *owner,
                                std::function<void(Result<Content>)> done)
{
    ApiRequest request = putting(documentPath(unit), std::make_shared<JsonTextBody>(json));
    request.deadlineMs = 0;
    request.silenceMs = contentSilenceMs;
    return answers::sendAndRead<Content>(*m_queue, std::move(request), owner, contentOf, std::move(done));
}

Call ArchiveTarget::document(const ArchiveUnit &unit, QObject *owner,
                             std::function<void(Result<Content>)> done)
{
    ApiRequest request;
    request.path = documentPath(unit);
    request.deadlineMs = 0;
    request.silenceMs = contentSilenceMs;
    return answers::sendAndRead<Content>(*m_queue, std::move(request), owner, contentOf, std::move(done));
}

Call ArchiveTarget::manifest(QObject *owner, std::function<void(Result<QJsonObject>)> done)
{
    ApiRequest request;
    request.path = u"/_local/archive"_s;
    return answers::sendAndRead<QJsonObject>(
        *m_queue, std::move(request), owner,
        [](const QJsonObject &object, QString *) { return std::optional(object.value("manifest"_L1).toObject()); },
        std::move(done));
}

Call ArchiveTarget::putManifest(const QJsonObject &manifest, QObject *owner,
                                std::function<void(Result<void>)> done)
{
    ApiRequest request = putting(u"/_local/archive"_s, std::make_shared<JsonBody>(manifest));
    return m_queue->send(std::move(request), owner, [done = std::move(done)](Result<HttpAnswer> answer) {
        if (answer)
            done({});
        else
            done(failure(answer.error()));
    });
}

} // namespace odc
