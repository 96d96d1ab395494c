// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc::server {

/**
 * Queries rewritten for the search (rewrite_query), which is also what search_query shows: the words of all
 * of them in order, each once, without question words, stop words and politeness in English and German.
 * Names, numbers and the case of words are kept. Where nothing would be left, the first query as it was.
 */
QString rewrittenQuery(const QStringList &queries);

} // namespace odc::server
