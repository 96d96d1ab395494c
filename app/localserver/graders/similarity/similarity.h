// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc::server {

/** The names of the metrics of text_similarity, as the contract has them. */
QStringList similarityMetrics();

struct Similarity
{
    double score = 0;
    QString error; ///< empty = compared
};

/**
 * Compares by the metric of that name. fuzzy_match and rouge_l take time with the product of both lengths:
 * beyond 300,000 characters in one of them (some ten seconds; 100,000 take one) they refuse; the others are
 * linear.
 */
Similarity similarity(const QString &metric, const QString &input, const QString &reference);

} // namespace odc::server
