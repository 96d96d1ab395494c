// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"

#include <QStringList>

namespace odc {

/// How a file is cut into chunks.
struct ChunkingStrategy
{
    bool isStatic =
        false; ///< false: left to the service ("auto"), or done in a way that it does not know ("other")
    int maxTokens = 800;     ///< 100..4096, when static
    int overlapTokens = 400; ///< 0..maxTokens / 2, when static

    /// From what an object has under `chunking_strategy`.
    static ChunkingStrategy fromJson(const QJsonObject &object);
    /// As requests have it: {"type":"auto"} or {"type":"static",...}.
    QJsonObject toJson() const;
    bool operator==(const ChunkingStrategy &) const = default;

    static constexpr int leastTokens = 100;
    static constexpr int mostTokens = 4096;
};

/// A file in a vector store (`vector_store.file`). Its id is that of the file. Every field but `id` may be
/// missing.
struct StoreFile
{
    QString id;
    QString storeId;
    QString status; ///< open set: in_progress, completed, failed, cancelled; "frozen" was seen
    qint64 usageBytes = 0;
    std::optional<qint64> createdAt; ///< when it was put in; unix seconds
    QString errorCode;               ///< open set: server_error, unsupported_file, invalid_file; empty: none
    QString errorMessage;
    std::optional<ChunkingStrategy> chunking;
    QJsonObject attributes; ///< values are strings, numbers and booleans
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static StoreFile fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    /// Nothing will change by itself any more. An unknown status counts as unfinished.
    bool isFinished() const;
    bool isFailed() const;
    bool operator==(const StoreFile &other) const
    {
        return id == other.id && fingerprint == other.fingerprint;
    }
};

/// Files put into a store together (`vector_store.file_batch`, in one spelling or the other).
struct StoreFileBatch
{
    QString id;
    QString storeId;
    QString status; ///< open set: in_progress, completed, failed, cancelled
    StoreFileCounts counts;
    std::optional<qint64> createdAt; ///< unix seconds
    QJsonObject raw;

    static StoreFileBatch fromJson(const QJsonObject &object);
    bool isFinished() const;
};

/// The parsed text of a file, in order.
struct StoreFileContent
{
    QString filename; ///< where the server says it
    QStringList chunks;
    QJsonObject raw;

    /// From a `vector_store.file_content.page`, or from the other shape that was seen (WIRE §11, 8). Null
    /// when it is neither.
    static std::optional<StoreFileContent> fromJson(const QJsonObject &object);
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::StoreFile, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::StoreFile)
