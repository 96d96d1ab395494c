// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/porterstemmer.h"
#include "localserver/graders/similarity/words.h"

#include <QHash>
#include <QList>

#include <cmath>

namespace odc::server {

namespace {

/** For each word of the input the place of its partner in the reference, or -1. */
class Alignment
{
public:
    Alignment(const QStringList &input, const QStringList &reference)
        : m_partners(input.size(), -1), m_taken(reference.size(), false)
    {
        match(input, reference);
        match(stemmed(input), stemmed(reference));
    }

    qsizetype matches() const { return m_partners.size() - m_partners.count(-1); }

    /** How many runs of neighbours the matched words form in both texts. */
    qsizetype chunks() const
    {
        qsizetype count = 0;
        for (qsizetype i = 0; i < m_partners.size(); ++i) {
            const bool goesOn = i > 0 && m_partners[i - 1] >= 0 && m_partners[i] == m_partners[i - 1] + 1;
            if (m_partners[i] >= 0 && !goesOn)
                ++count;
        }
        return count;
    }

private:
    static QStringList stemmed(QStringList words)
    {
        for (QString &each : words)
            each = porterStem(each);
        return words;
    }

    /** Pairs equal words that have no partner yet, both lists from their ends. */
    void match(const QStringList &input, const QStringList &reference)
    {
        QHash<QString, QList<qsizetype>> free; // the places of each word, ascending
        for (qsizetype i = 0; i < reference.size(); ++i) {
            if (!m_taken[i])
                free[reference[i]].append(i);
        }
        for (qsizetype i = input.size() - 1; i >= 0; --i) {
            const auto places = free.find(input[i]);
            if (m_partners[i] >= 0 || places == free.end() || places->isEmpty())
                continue;
            m_partners[i] = places->takeLast();
            m_taken[m_partners[i]] = true;
        }
    }

    QList<qsizetype> m_partners;
    QList<bool> m_taken;
};

} // namespace

double meteor(const QString &input, const QString &reference)
{
    constexpr double alpha = 0.9;
    constexpr double beta = 3;
    constexpr double gamma = 0.5;

    const QStringList inputWords = foldedTokens(input);
    const QStringList referenceWords = foldedTokens(reference);
    const Alignment alignment(inputWords, referenceWords);
    if (alignment.matches() == 0)
        return 0;
    const double matches = double(alignment.matches());
    const double precision = matches / double(inputWords.size());
    const double recall = matches / double(referenceWords.size());
    const double mean = precision * recall / (alpha * precision + (1 - alpha) * recall);
    const double penalty = gamma * std::pow(double(alignment.chunks()) / matches, beta);
    return (1 - penalty) * mean;
}

} // namespace odc::server
