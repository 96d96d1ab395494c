// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/uploadobject.h"
#include "base/call.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// What POST /uploads takes.
struct UploadCreate
{
    QString filename;
    QString purpose;
    qint64 bytes = 0; ///< of the whole file, at most 8 GB
    QString mimeType;
    std::optional<qint64> expiresAfterSeconds; ///< of the file; 3600..2592000, counted from creation
};

/// A window of a file on disk, sent as one part; at most 64 MB.
struct PartSource
{
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

/// The four operations on /uploads (WIRE §2, 6-9). Callbacks as in RequestQueue::send. There is none that asks what an
/// upload has: whoever sends it has to remember. GUI thread.
class UploadsApi
{
public:
    explicit UploadsApi(RequestQueue &queue);

    /// What a lost reply leaves behind is no file, and ends by itself after an hour: it may be made again.
    Call create(const UploadCreate &upload, QObject *owner, std::function<void(Result<UploadObject>)> done);
    /// Parts may be sent at the same time and in any order; one that is sent twice does no harm, complete() names those
    /// that count. LocalFile when the file is not of the size and time it had when this was called.
    Call addPart(const QString &uploadId, const PartSource &part, QObject *owner,
                 std::function<void(Result<UploadPart>)> done);
    /// `partIds` in the order of the file; `md5` of the whole, hexadecimal, empty: unchecked. An upload is completed at most
    /// once, so this may be repeated when the reply was lost; a repeat after it had worked is refused.
    Call complete(const QString &uploadId, const QStringList &partIds, const QString &md5, QObject *owner,
                  std::function<void(Result<UploadObject>)> done);
    /// No part may be added after it.
    Call cancel(const QString &uploadId, QObject *owner, std::function<void(Result<UploadObject>)> done);

private:
    RequestQueue &m_queue;
};

} // namespace odc
