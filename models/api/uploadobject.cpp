// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadobject.h"

#include "api/jsonfields.h"

namespace odc {

using namespace Qt::StringLiterals;

UploadObject UploadObject::fromJson(const QJsonObject &object)
{
    UploadObject upload;
    upload.id = json::text(object, "id"_L1);
    upload.filename = json::text(object, "filename"_L1);
    upload.purpose = json::text(object, "purpose"_L1);
    upload.status = json::text(object, "status"_L1);
    upload.bytes = json::integer(object, "bytes"_L1).value_or(0);
    upload.createdAt = json::integer(object, "created_at"_L1);
    upload.expiresAt = json::integer(object, "expires_at"_L1);
    if (const QJsonObject file = object.value("file"_L1).toObject(); !json::text(file, "id"_L1).isEmpty())
        upload.file = FileObject::fromJson(file);
    upload.raw = object;
    return upload;
}

QJsonObject UploadObject::toJson() const
{
    QJsonObject object = raw;
    object.insert(u"id"_s, id);
    object.insert(u"filename"_s, filename);
    object.insert(u"purpose"_s, purpose);
    object.insert(u"status"_s, status);
    object.insert(u"bytes"_s, bytes);
    if (createdAt)
        object.insert(u"created_at"_s, *createdAt);
    if (expiresAt)
        object.insert(u"expires_at"_s, *expiresAt);
    if (file)
        object.insert(u"file"_s, file->toJson());
    return object;
}

UploadPart UploadPart::fromJson(const QJsonObject &object)
{
    return {json::text(object, "id"_L1), json::text(object, "upload_id"_L1), json::integer(object, "created_at"_L1), object};
}

} // namespace odc
