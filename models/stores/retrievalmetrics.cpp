// SPDX-License-Identifier: GPL-3.0-or-later
#include "retrievalmetrics.h"

#include <QSet>

#include <algorithm>

namespace odc::retrieval {

QList<RankedFile> rankedFiles(const QList<StoreSearchHit> &hits)
{
    QList<RankedFile> files;
    QSet<QString> seen;
    for (const StoreSearchHit &hit : hits) {
        if (seen.contains(hit.fileId))
            continue;
        seen.insert(hit.fileId);
        files.append({hit.fileId, hit.filename});
    }
    return files;
}

std::optional<QueryFigures> figures(const QList<StoreSearchHit> &hits, const SetQuery &query, int k)
{
    if (query.expected.isEmpty())
        return {};
    const QList<RankedFile> files = rankedFiles(hits);
    QueryFigures result;
    result.expected = int(query.expected.size());
    int among = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!query.expects(files.at(i).fileId, files.at(i).filename))
            continue;
        if (result.firstRank == 0)
            result.firstRank = int(i) + 1;
        among += i < k ? 1 : 0;
    }
    for (const ExpectedFile &wanted : query.expected) {
        const auto end = files.cbegin() + std::min<qsizetype>(std::max(k, 0), files.size());
        const bool met = std::any_of(files.cbegin(), end, [&wanted](const RankedFile &file) {
            return wanted.matches(file.fileId, file.filename);
        });
        result.met += met ? 1 : 0;
    }
    result.recall = double(result.met) / result.expected;
    result.precision = k > 0 ? double(among) / k : 0;
    result.reciprocalRank = result.firstRank > 0 ? 1.0 / result.firstRank : 0;
    result.hit = among > 0;
    return result;
}

MeanFigures mean(const QList<QueryFigures> &figures)
{
    MeanFigures sum;
    for (const QueryFigures &one : figures) {
        sum.recall += one.recall;
        sum.precision += one.precision;
        sum.reciprocalRank += one.reciprocalRank;
        sum.hitRate += one.hit ? 1 : 0;
    }
    sum.queries = int(figures.size());
    if (sum.queries == 0)
        return sum;
    sum.recall /= sum.queries;
    sum.precision /= sum.queries;
    sum.reciprocalRank /= sum.queries;
    sum.hitRate /= sum.queries;
    return sum;
}

std::optional<double> median(QList<qint64> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 ? double(values.at(half)) : double(values.at(half - 1) + values.at(half)) / 2;
}

} // namespace odc::retrieval
