// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferrecord.h"

#include "api/jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

// The names are the file format; they are never translated and never change.
constexpr std::array stateNames{"queued"_L1,    "running"_L1, "paused"_L1,    "retrying"_L1,
                                "completed"_L1, "failed"_L1,  "cancelled"_L1, "unknown"_L1};
constexpr std::array stageNames{"fresh"_L1, "creating"_L1, "sending"_L1, "completing"_L1, "cancelling"_L1};

template <typename Names> std::optional<int> indexIn(const Names &names, const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == names[i])
            return int(i);
    }
    return std::nullopt;
}

QJsonObject errorToJson(const ApiError &error)
{
    return {{u"kind"_s, int(error.kind)},         {u"http_status"_s, error.httpStatus}, {u"code"_s, error.code},
            {u"type"_s, error.type},              {u"param"_s, error.param},            {u"message"_s, error.message},
            {u"request_id"_s, error.requestId},   {u"operation"_s, error.operation},    {u"attempts"_s, error.attempts}};
}

ApiError errorFromJson(const QJsonObject &object)
{
    ApiError error;
    const qint64 kind = json::integer(object, "kind"_L1).value_or(0);
    if (kind > 0 && kind <= qint64(ApiError::Kind::InsecureUrl))
        error.kind = ApiError::Kind(kind);
    error.httpStatus = int(json::integer(object, "http_status"_L1).value_or(0));
    error.code = json::text(object, "code"_L1);
    error.type = json::text(object, "type"_L1);
    error.param = json::text(object, "param"_L1);
    error.message = json::text(object, "message"_L1);
    error.requestId = json::text(object, "request_id"_L1);
    error.operation = json::text(object, "operation"_L1);
    error.attempts = int(json::integer(object, "attempts"_L1).value_or(0));
    return error;
}

QJsonObject identityToJson(const SourceIdentity &identity)
{
    return {{u"size"_s, identity.size},
            {u"modified_ms"_s, identity.modifiedMs},
            {u"head_sha256"_s, QString::fromLatin1(identity.head)},
            {u"tail_sha256"_s, QString::fromLatin1(identity.tail)}};
}

QStringList strings(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray array = object.value(key).toArray();
    for (const QJsonValue &value : array)
        list << value.toString();
    return list;
}

qint64 integerOr0(const QJsonObject &object, QLatin1StringView key)
{
    return json::integer(object, key).value_or(0);
}

} // namespace

bool TransferRecord::hasEnded() const
{
    return state == State::Completed || state == State::Failed || state == State::Cancelled || state == State::Unknown;
}

bool TransferRecord::isActive() const
{
    return state == State::Queued || state == State::Running || state == State::Retrying;
}

qint64 TransferRecord::partLength(int index) const
{
    return std::clamp<qint64>(size - index * partSize, 0, partSize);
}

qint64 TransferRecord::bytesInParts() const
{
    qint64 bytes = 0;
    for (int i = 0; i < partCount(); ++i)
        bytes += partIds.at(i).isEmpty() ? 0 : partLength(i);
    return bytes;
}

bool TransferRecord::isPendingAtServer(qint64 nowUnix) const
{
    return !uploadId.isEmpty() && state != State::Completed && state != State::Cancelled
        && (uploadExpiresAt == 0 || uploadExpiresAt > nowUnix);
}

void TransferRecord::startAfresh()
{
    stage = Stage::Fresh;
    uploadId.clear();
    uploadCreatedAt = 0;
    uploadExpiresAt = 0;
    partIds.clear();
    partSize = 0;
    md5.clear();
    identity = {};
}

QJsonObject TransferRecord::toJson() const
{
    QJsonObject object{
        {u"id"_s, id},
        {u"position"_s, position},
        {u"direction"_s, isUpload() ? u"upload"_s : u"download"_s},
        {u"state"_s, stateNames[size_t(state)]},
        {u"stage"_s, stageNames[size_t(stage)]},
        {u"name"_s, name},
        {u"path"_s, path},
        {u"size"_s, size},
        {u"file_id"_s, fileId},
        {u"attempts"_s, attempts},
        {u"added_at"_s, addedAt},
        {u"ended_at"_s, endedAt},
        {u"note"_s, note},
    };
    if (error.kind != ApiError::Kind::None)
        object.insert(u"error"_s, errorToJson(error));
    if (state == State::Unknown) {
        object.insert(u"candidates"_s, QJsonArray::fromStringList(candidates));
        object.insert(u"looked_up"_s, lookedUp);
    }
    if (isUpload()) {
        object.insert(u"purpose"_s, purpose);
        object.insert(u"mime_type"_s, mimeType);
        if (expiresAfterSeconds)
            object.insert(u"expires_after_seconds"_s, *expiresAfterSeconds);
        if (identity.isTaken())
            object.insert(u"identity"_s, identityToJson(identity));
        object.insert(u"in_parts"_s, inParts);
        object.insert(u"upload_id"_s, uploadId);
        object.insert(u"upload_created_at"_s, uploadCreatedAt);
        object.insert(u"upload_expires_at"_s, uploadExpiresAt);
        object.insert(u"part_size"_s, partSize);
        object.insert(u"part_ids"_s, QJsonArray::fromStringList(partIds));
        object.insert(u"md5"_s, md5);
    } else {
        object.insert(u"part_path"_s, partPath);
        object.insert(u"part_inode"_s, QString::number(partInode)); // as text: a double holds no 64-bit number
        object.insert(u"safe_bytes"_s, safeBytes);
        if (mayReplace) {
            object.insert(u"may_replace"_s, QJsonObject{{u"device"_s, QString::number(mayReplace->device)},
                                                        {u"inode"_s, QString::number(mayReplace->inode)},
                                                        {u"size"_s, mayReplace->size},
                                                        {u"modified_ns"_s, QString::number(mayReplace->modifiedNs)}});
        }
    }
    return object;
}

Result<TransferRecord> TransferRecord::fromJson(const QJsonObject &object)
{
    const auto bad = [](const QString &what) {
        return failure(ApiError::make(ApiError::Kind::BadResponse, what));
    };
    TransferRecord record;
    record.id = json::text(object, "id"_L1);
    record.path = json::text(object, "path"_L1);
    record.name = json::text(object, "name"_L1);
    record.size = integerOr0(object, "size"_L1);
    const QString direction = json::text(object, "direction"_L1);
    const auto state = indexIn(stateNames, json::text(object, "state"_L1));
    const auto stage = indexIn(stageNames, json::text(object, "stage"_L1));
    if (record.id.isEmpty() || record.path.isEmpty() || record.size < 0)
        return bad(u"id, path or size"_s);
    if (!state || !stage || (direction != "upload"_L1 && direction != "download"_L1))
        return bad(u"state, stage or direction"_s);
    record.state = State(*state);
    record.stage = Stage(*stage);
    record.direction = direction == "upload"_L1 ? Direction::Upload : Direction::Download;
    record.position = integerOr0(object, "position"_L1);
    record.fileId = json::text(object, "file_id"_L1);
    record.attempts = int(integerOr0(object, "attempts"_L1));
    record.addedAt = integerOr0(object, "added_at"_L1);
    record.endedAt = integerOr0(object, "ended_at"_L1);
    record.note = json::text(object, "note"_L1);
    record.error = errorFromJson(object.value("error"_L1).toObject());
    record.candidates = strings(object, "candidates"_L1);
    record.lookedUp = json::boolean(object, "looked_up"_L1);
    if (!record.isUpload()) {
        if (record.fileId.isEmpty())
            return bad(u"file_id"_s);
        record.partPath = json::text(object, "part_path"_L1);
        record.partInode = json::text(object, "part_inode"_L1).toULongLong();
        record.safeBytes = std::max<qint64>(0, integerOr0(object, "safe_bytes"_L1));
        if (const QJsonObject there = object.value("may_replace"_L1).toObject(); !there.isEmpty()) {
            record.mayReplace = FileIdentity{there.value("device"_L1).toString().toULongLong(),
                                             there.value("inode"_L1).toString().toULongLong(), integerOr0(there, "size"_L1),
                                             there.value("modified_ns"_L1).toString().toLongLong()};
        }
        return record;
    }
    record.purpose = json::text(object, "purpose"_L1);
    record.mimeType = json::text(object, "mime_type"_L1);
    record.expiresAfterSeconds = json::integer(object, "expires_after_seconds"_L1);
    if (const QJsonObject identity = object.value("identity"_L1).toObject(); !identity.isEmpty()) {
        record.identity.size = json::integer(identity, "size"_L1).value_or(-1);
        record.identity.modifiedMs = integerOr0(identity, "modified_ms"_L1);
        record.identity.head = json::text(identity, "head_sha256"_L1).toLatin1();
        record.identity.tail = json::text(identity, "tail_sha256"_L1).toLatin1();
    }
    record.inParts = json::boolean(object, "in_parts"_L1);
    record.uploadId = json::text(object, "upload_id"_L1);
    record.uploadCreatedAt = integerOr0(object, "upload_created_at"_L1);
    record.uploadExpiresAt = integerOr0(object, "upload_expires_at"_L1);
    record.partSize = integerOr0(object, "part_size"_L1);
    record.partIds = strings(object, "part_ids"_L1);
    record.md5 = json::text(object, "md5"_L1);
    // Parts that do not make up the file would be assembled into another one.
    const qint64 covered = record.partSize * record.partCount();
    if (record.partSize < 0 || (record.partCount() > 0 && (covered < record.size || covered - record.size >= record.partSize)))
        return bad(u"part_size and part_ids"_s);
    if (record.uploadId.isEmpty() && record.partCount() > 0)
        return bad(u"upload_id"_s);
    return record;
}

} // namespace odc
