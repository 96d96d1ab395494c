// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace odc {

/// How many files of a store or of a file batch stand how. The service counts loosely (WIRE §11, 9): `total`
/// need not be the sum, and nothing is decided on it.
struct StoreFileCounts
{
    qint64 inProgress = 0;
    qint64 completed = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 total = 0;

    /// From the member `file_counts`; what is missing or below 0 is 0.
    static StoreFileCounts fromJson(const QJsonObject &object);
    bool operator==(const StoreFileCounts &) const = default;
};

/// A vector store (`vector_store`). Every field but `id` may be missing or null.
struct VectorStore
{
    QString id;
    QString name; ///< empty: it has none
    QString description;
    QString status; ///< open set: in_progress, completed, expired. "completed" says nothing of failed files
    StoreFileCounts counts;
    qint64 usageBytes = 0;
    std::optional<qint64> expiresAfterDays; ///< since it was last active; none = it stays
    // Unix seconds.
    std::optional<qint64> createdAt;
    std::optional<qint64> lastActiveAt;
    std::optional<qint64> expiresAt;
    QJsonObject metadata;
    QJsonObject raw;
    size_t fingerprint = 0; ///< qHash of `raw`

    static VectorStore fromJson(const QJsonObject &object);
    QJsonObject toJson() const { return raw; }
    bool isExpired() const;
    /// Files are on their way into it: its counts and its size move.
    bool isIndexing() const;
    /// Its name, or its id where it has none.
    const QString &title() const { return name.isEmpty() ? id : name; }
    bool operator==(const VectorStore &other) const
    {
        return id == other.id && fingerprint == other.fingerprint;
    }
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::VectorStore, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::VectorStore)
