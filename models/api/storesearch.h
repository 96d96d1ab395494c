// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// What a search of a vector store asks for.
struct StoreSearchQuery
{
    QStringList queries; ///< at least one
    int maxResults = 10; ///< 1..50
    bool rewriteQuery = false;
    QString ranker; ///< "none", "auto", "default-2024-11-15"; empty: the server's default
    std::optional<double> scoreThreshold; ///< 0..1
    QJsonObject filters;                  ///< empty: none

    /// The body of the request.
    QJsonObject toJson() const;
    bool operator==(const StoreSearchQuery &) const = default;
};

/// One hit: a file with those of its chunks that matched.
struct StoreSearchHit
{
    QString fileId;
    QString filename;
    double score = 0; ///< 0..1
    QJsonObject attributes;
    QStringList texts;
    QJsonObject raw;
};

/// What a search found, best first.
struct StoreSearchPage
{
    QStringList searchQuery; ///< as it was searched for: rewritten, or as it was asked
    QList<StoreSearchHit> hits;
    bool hasMore = false; ///< there is no way to ask for it (WIRE §2, T)
    QJsonObject raw;

    /// Null when it is no page.
    static std::optional<StoreSearchPage> fromJson(const QJsonObject &object);
};

} // namespace odc
