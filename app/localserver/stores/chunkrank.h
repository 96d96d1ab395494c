// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace odc::server {

/** The words of a query, each once, with what finding them is worth in one store. */
struct QueryWords
{
    QStringList keys;    ///< as searchwords.h makes them
    QStringList words;   ///< as they were written
    QList<double> worth; ///< idf of each
    double worthOfAll() const;
};

/** The first \p atMost different words of \p query; their worth is not filled in. */
QueryWords queryWords(const QString &query, qsizetype atMost);

/** The idf of a word that \p holding of \p chunks chunks hold, as FTS5 computes it for its bm25(). */
double wordWorth(qint64 chunks, qint64 holding);

/** What a ranker makes of the plain score of a chunk, see ChunkIndex. */
double rerankedScore(double plain, const QueryWords &query, QStringView chunk);

} // namespace odc::server
