// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storesearch.h"
#include "stores/queryset.h"

#include <QList>
#include <QString>

#include <optional>

namespace odc {

/// How well answers find what they should. The definitions, all over one answer and a number k:
///
/// - Files are ranked by their first hit, from 1; further hits of the same file do not count.
/// - A file is expected when one of the query's expectations names it, by id or by name. Several files of one
///   expected name are all expected.
/// - An expectation is met within k when a file that it names has a rank of at most k. It is met once,
/// however many
///   files it names: how many there are of that name is nothing an answer tells.
/// - recall@k: expectations met within k, of all expectations.
/// - precision@k: expected files among the first k, of k.
/// - hit: there is an expected file within k. The hit rate is the share of queries with a hit.
/// - Reciprocal rank: 1 / rank of the first expected file of the whole answer, also beyond k; 0 when there is
/// none.
///   MRR is its mean.
/// - Queries without expectations do not count, nor do those that were not answered.
namespace retrieval {

struct RankedFile
{
    QString fileId;
    QString filename;
    bool operator==(const RankedFile &) const = default;
};

/// The files of an answer, each once, by their first hit.
QList<RankedFile> rankedFiles(const QList<StoreSearchHit> &hits);

/// Of one query under one setting.
struct QueryFigures
{
    int expected = 0;  ///< expectations
    int met = 0;       ///< of them, within k
    int firstRank = 0; ///< of an expected file in the whole answer; 0: none
    double recall = 0;
    double precision = 0;
    double reciprocalRank = 0;
    bool hit = false;
    bool operator==(const QueryFigures &) const = default;
};

/// Null when nothing is expected.
std::optional<QueryFigures> figures(const QList<StoreSearchHit> &hits, const SetQuery &query, int k);

/// Over all queries of a set that count.
struct MeanFigures
{
    int queries = 0; ///< that count
    double recall = 0;
    double precision = 0;
    double reciprocalRank = 0;
    double hitRate = 0;
    bool operator==(const MeanFigures &) const = default;
};

MeanFigures mean(const QList<QueryFigures> &figures);

/// The middle one, or between the two middle ones; null of nothing.
std::optional<double> median(QList<qint64> values);

} // namespace retrieval
} // namespace odc
