// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storesearch.h"
#include "stores/searchfilter.h"

namespace odc {

/// One way to search, to be compared with others: A to D.
struct SearchSetting
{
    QString name = QStringLiteral("A");
    int maxResults = 10; ///< 1..50
    bool rewrite = false;
    QString ranker = QStringLiteral("auto"); ///< open set; empty: the server's default
    std::optional<double> threshold;         ///< 0..1; none: not sent
    SearchFilter filter;                     ///< beside the conditions that all settings share

    /// Which rules it does not keep; paths are its own members as in toJson().
    QList<FormProblem> problems() const;
    /// "ranker auto · threshold 0 · rewrite off", and what else is not as usual.
    QString summary() const;
    /// The request: one search of all `queries`, with the conditions of `shared` and its own.
    StoreSearchQuery query(const QStringList &queries, const SearchFilter &shared) const;

    QJsonObject toJson() const;
    /// What is missing or of another kind is as usual.
    static SearchSetting fromJson(const QJsonObject &object);
    bool operator==(const SearchSetting &) const = default;

    static QStringList knownRankers();
    /// The first of A to D that none of these has; empty when there is none.
    static QString freeName(const QList<SearchSetting> &settings);
    static constexpr int most = 4; ///< side by side
    static constexpr int mostResults = 50;
};

} // namespace odc
