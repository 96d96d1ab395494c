// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadsapi.h"

#include "api/answers.h"
#include "api/jsonfields.h"
#include "net/body.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Assembling gigabytes takes the server a while in which it says nothing.
constexpr qint64 completeMs = 600'000;

/// An empty id gives an empty path, which the queue refuses.
QString uploadPath(const QString &id, QLatin1StringView rest)
{
    const QString segment = pathSegment(id);
    return segment.isEmpty() ? QString() : u"/uploads/"_s + segment + rest;
}

ApiRequest changing(const QString &path)
{
    ApiRequest request;
    request.method = Method::Post;
    request.path = path;
    request.effect = Effect::Changes;
    return request;
}

} // namespace

UploadsApi::UploadsApi(RequestQueue &queue) : m_queue(queue) {}

Call UploadsApi::create(const UploadCreate &upload, QObject *owner, std::function<void(Result<UploadObject>)> done)
{
    QJsonObject body{{u"filename"_s, upload.filename},
                     {u"purpose"_s, upload.purpose},
                     {u"bytes"_s, upload.bytes},
                     {u"mime_type"_s, upload.mimeType}};
    if (upload.expiresAfterSeconds) {
        body.insert(u"expires_after"_s,
                    QJsonObject{{u"anchor"_s, u"created_at"_s}, {u"seconds"_s, *upload.expiresAfterSeconds}});
    }
    ApiRequest request = changing(u"/uploads"_s);
    request.body = std::make_shared<JsonBody>(body);
    return answers::sendForObject<UploadObject>(m_queue, std::move(request), owner, std::move(done));
}

Call UploadsApi::addPart(const QString &uploadId, const PartSource &part, QObject *owner,
                         std::function<void(Result<UploadPart>)> done)
{
    ApiRequest request = changing(uploadPath(uploadId, "/parts"_L1));
    // A name that sorts as the parts lie in the file: it tells a server, and a reader of its log, where the part belongs.
    const QString name = u"part-"_s + QString::number(part.offset).rightJustified(10, u'0');
    const auto body = std::make_shared<MultipartBody>(
        QList<QPair<QString, QString>>{}, MultipartBody::File{u"data"_s, part.path, name, part.offset, part.length});
    request.lane = Lane::Transfer;
    request.deadlineMs = 0;
    request.silenceMs = bodySilenceMs(body->size());
    request.body = body;
    return answers::sendForObject<UploadPart>(m_queue, std::move(request), owner, std::move(done));
}

Call UploadsApi::complete(const QString &uploadId, const QStringList &partIds, const QString &md5, QObject *owner,
                          std::function<void(Result<UploadObject>)> done)
{
    QJsonObject body{{u"part_ids"_s, QJsonArray::fromStringList(partIds)}};
    if (!md5.isEmpty())
        body.insert(u"md5"_s, md5);
    ApiRequest request = changing(uploadPath(uploadId, "/complete"_L1));
    request.body = std::make_shared<JsonBody>(body);
    request.deadlineMs = completeMs;
    request.silenceMs = completeMs;
    return answers::sendForObject<UploadObject>(m_queue, std::move(request), owner, std::move(done));
}

Call UploadsApi::cancel(const QString &uploadId, QObject *owner, std::function<void(Result<UploadObject>)> done)
{
    return answers::sendForObject<UploadObject>(m_queue, changing(uploadPath(uploadId, "/cancel"_L1)), owner,
                                                std::move(done));
}

} // namespace odc
