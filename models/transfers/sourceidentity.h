// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace odc {

/// What proves that a file on disk is still the one an upload began with: size, time of change, and digests (SHA-256) of
/// its first and last 64 KiB.
struct SourceIdentity {
    qint64 size = -1; ///< -1: not taken yet
    qint64 modifiedMs = 0;
    QByteArray head;
    QByteArray tail;

    bool isTaken() const { return size >= 0; }
    bool operator==(const SourceIdentity &) const = default;
    /// Reads the file; LocalFile when it cannot be read or is no regular file. Blocks on the disk: call it on the pool.
    static Result<SourceIdentity> of(const QString &path);
};

/// The MIME type by name and, where that says too little, by content; "application/octet-stream" when neither tells. JSONL
/// is "application/jsonl", as the API's own examples call it. Reads the file's start: call it on the pool.
QString mimeTypeOf(const QString &path);

} // namespace odc
