// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/chunkrank.h"

#include "localserver/stores/searchwords.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace odc::server {

namespace {

/** Where in a chunk a word of the query is. */
struct Place
{
    qsizetype at;   ///< in words from the beginning
    qsizetype word; ///< in the query
};

QList<Place> placesOf(const QueryWords &query, QStringView chunk)
{
    QList<Place> places;
    const QList<SearchWord> words = searchWords(chunk);
    for (qsizetype at = 0; at < words.size(); ++at) {
        const qsizetype word = query.keys.indexOf(words[at].key);
        if (word >= 0)
            places.append({at, word});
    }
    return places;
}

/** The length of the shortest passage that holds all of \p different words. */
qsizetype shortestPassage(const QList<Place> &places, qsizetype different, qsizetype queryWords)
{
    QList<qsizetype> held(queryWords, 0);
    qsizetype missing = different;
    qsizetype shortest = std::numeric_limits<qsizetype>::max();
    for (qsizetype first = 0, last = 0; last < places.size(); ++last) {
        missing -= held[places[last].word]++ == 0 ? 1 : 0;
        for (; missing == 0; ++first) {
            shortest = std::min(shortest, places[last].at - places[first].at + 1);
            missing += --held[places[first].word] == 0 ? 1 : 0;
        }
    }
    return shortest;
}

} // namespace

double QueryWords::worthOfAll() const
{
    return std::accumulate(worth.begin(), worth.end(), 0.0);
}

QueryWords queryWords(const QString &query, qsizetype atMost)
{
    QueryWords found;
    for (const SearchWord &word : searchWords(query)) {
        if (found.keys.size() == atMost)
            break;
        if (found.keys.contains(word.key))
            continue;
        found.keys.append(word.key);
        found.words.append(query.mid(word.begin, word.length));
    }
    return found;
}

double wordWorth(qint64 chunks, qint64 holding)
{
    constexpr double least = 1e-6; // of a word that more than half of the chunks hold
    const double worth = std::log((double(chunks - holding) + 0.5) / (double(holding) + 0.5));
    return worth > 0 ? worth : least;
}

double rerankedScore(double plain, const QueryWords &query, QStringView chunk)
{
    constexpr double plainPart = 0.5;
    constexpr double sharePart = 0.3;
    constexpr double closePart = 0.2;
    const QList<Place> places = placesOf(query, chunk);
    QList<bool> holds(query.keys.size(), false);
    for (const Place &place : places)
        holds[place.word] = true;
    double held = 0;
    for (qsizetype i = 0; i < holds.size(); ++i)
        held += holds[i] ? query.worth[i] : 0;
    const double all = query.worthOfAll();
    if (places.isEmpty() || all <= 0)
        return plainPart * plain;
    const qsizetype different = holds.count(true);
    const double share = std::min(1.0, held / all);
    const double close = double(different) / double(shortestPassage(places, different, query.keys.size()));
    return plainPart * plain + sharePart * share + closePart * share * close;
}

} // namespace odc::server
