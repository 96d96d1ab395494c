// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/uploadsroutes.h"

#include "localserver/expiresafter.h"
#include "localserver/filepurposes.h"
#include "localserver/formreader.h"
#include "localserver/jsonfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxUploadBytes = 8LL * 1024 * 1024 * 1024;
constexpr qint64 maxPartBytes = 64LL * 1024 * 1024;
/** Room for the form's boundaries around a part of the full size. */
constexpr qint64 maxFormBytes = maxPartBytes + 1024 * 1024;

/** The file name without a path, as the form of POST /files has it. */
QString baseName(const QString &name)
{
    return name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
}

Reply createUpload(RequestContext &context, const UploadsTable &uploads)
{
    const QJsonObject body = context.readJsonObject();
    const JsonFields fields(body,
                            {u"filename"_s, u"purpose"_s, u"bytes"_s, u"mime_type"_s, u"expires_after"_s});
    UploadRecord record;
    record.filename = baseName(fields.text(u"filename"_s));
    record.purpose = fields.text(u"purpose"_s);
    record.bytes = fields.integer(u"bytes"_s, 1, maxUploadBytes);
    record.mimeType = fields.text(u"mime_type"_s);
    record.fileLifetime = expiresAfter(body, u"expires_after"_s);
    if (record.filename.isEmpty())
        throw ApiFault::badRequest(u"The filename names a folder, not a file."_s, u"filename"_s);
    checkUpload(record.purpose, record.filename, u"filename"_s);
    uploads.expireOverdue(); // what was left behind makes room for what is to come
    return Reply::json(UploadsTable::toJson(uploads.create(record)));
}

Reply addPart(RequestContext &context, const Storage &storage, const UploadsTable &uploads,
              EarlyChecksum &checksums)
{
    const QString id = context.param(u"upload_id"_s);
    uploads.requirePending(id, u"take parts"_s); // before 64 MB are read for nothing
    const auto receiving = checksums.receiving();
    const FormRules rules{u"data"_s, {}, maxPartBytes, false};
    const Form form = readForm(context, storage.blobs(), rules);
    if (!form.file)
        throw ApiFault::badRequest(u"'data' is a required property"_s, u"data"_s);
    if (form.file->size() == 0)
        throw ApiFault::badRequest(u"The part is empty."_s, u"data"_s);
    return Reply::json(uploads.addPart(id, *form.file, {form.filename, context.startedNs}));
}

/** The checksum a body gives, or nothing. Throws ApiFault 400. */
QByteArray givenMd5(const JsonFields &fields)
{
    if (!fields.has(u"md5"_s))
        return {};
    const QString text = fields.text(u"md5"_s);
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (text.size() != 32 || !std::all_of(text.cbegin(), text.cend(), isHex))
        throw ApiFault::badRequest(
            u"'%1' is not an md5 checksum of 32 hexadecimal digits - 'md5'"_s.arg(text), u"md5"_s);
    return text.toLatin1();
}

Reply completeUpload(RequestContext &context, const UploadsTable &uploads)
{
    const JsonFields fields(context.readJsonObject(), {u"part_ids"_s, u"md5"_s});
    const QStringList partIds = fields.texts(u"part_ids"_s);
    return Reply::json(uploads.complete(context.param(u"upload_id"_s), partIds, givenMd5(fields)));
}

} // namespace

void addUploadsRoutes(Router &router, const Storage &storage, const UploadsTable &uploads, EarlyChecksum &checksums)
{
    router.add("POST", "/v1/uploads",
               [&uploads](RequestContext &context) { return createUpload(context, uploads); });
    router
        .add("POST", "/v1/uploads/{upload_id}/parts",
             [&](RequestContext &context) { return addPart(context, storage, uploads, checksums); })
        .maxBody = maxFormBytes;
    router.add("POST", "/v1/uploads/{upload_id}/complete",
               [&uploads](RequestContext &context) { return completeUpload(context, uploads); });
    router.add("POST", "/v1/uploads/{upload_id}/cancel", [&uploads](RequestContext &context) {
        JsonFields(context.readJsonObject(true), {});
        return Reply::json(UploadsTable::toJson(uploads.cancel(context.param(u"upload_id"_s))));
    });
}

} // namespace odc::server
