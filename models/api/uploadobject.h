// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace odc {

/// A file on its way to the service in parts (`upload`). Every field but `id` may be missing in an answer.
struct UploadObject
{
    QString id;
    QString filename;
    QString purpose;
    QString status; ///< open set: pending, completed, cancelled, expired
    qint64 bytes = 0;
    std::optional<qint64> createdAt; ///< unix seconds
    std::optional<qint64> expiresAt; ///< unix seconds; an hour after its creation
    std::optional<FileObject> file;  ///< what it became; nothing before it is completed
    QJsonObject raw;                 ///< the whole object as received

    static UploadObject fromJson(const QJsonObject &object);
    /// `raw` with the known fields written over it.
    QJsonObject toJson() const;
};

/// One part of an upload (`upload.part`).
struct UploadPart
{
    QString id;
    QString uploadId;
    std::optional<qint64> createdAt; ///< unix seconds
    QJsonObject raw;

    static UploadPart fromJson(const QJsonObject &object);
};

} // namespace odc
