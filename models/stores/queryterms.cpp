// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryterms.h"

#include <QSet>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastLength = 3;
constexpr qsizetype leastStem = 4;  ///< shorter words have to be the same
constexpr qsizetype mostEnding = 3; ///< "s", "ed", "ing"
constexpr qsizetype mostWords = 200;

const QSet<QString> &smallWords()
{
    static const QStringList list =
        u"the and for are was were has have had can could will would shall should may might must not but "
        u"with from into "
        "that this these those there their them they you your our his her its what when where which who whom "
        "whose why how "
        "does did any all some than then also about "
        "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren hat haben "
        "kann können "
        "wird werden muss müssen soll nicht mit von vom für auf aus bei zum zur nach über unter ich sie wir "
        "ihr mein dein sein "
        "was wer wie wann wann warum welche welcher welches dass wenn auch nur noch man"_s.split(u' ');
    static const QSet<QString> set(list.cbegin(), list.cend());
    return set;
}

/// Whatever the case; with the sharp s as it is written in capitals.
QString folded(QStringView word)
{
    return word.toString().toCaseFolded().replace(u'ß', u"ss"_s);
}

/// A word of few signs that says as much as a longer one: a code with digits, a word of signs that stand for
/// syllables.
bool isDense(const QString &word)
{
    constexpr char16_t firstOfEast = 0x2e80;
    return std::any_of(word.cbegin(), word.cend(),
                       [](QChar c) { return c.isDigit() || c.unicode() >= firstOfEast; });
}

/// Calls `take` with start and length of each word.
template <typename Take> void walkWords(QStringView text, Take take)
{
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inWord = i < text.size() && (text.at(i).isLetterOrNumber() || text.at(i).isMark() ||
                                                text.at(i).isSurrogate());
        if (inWord && start < 0) {
            start = i;
        } else if (!inWord && start >= 0) {
            take(start, i - start);
            start = -1;
        }
    }
}

} // namespace

QueryTerms::QueryTerms(const QStringList &queries)
{
    for (const QString &query : queries) {
        walkWords(query, [&](qsizetype start, qsizetype length) {
            const QString word = folded(QStringView(query).mid(start, length));
            if ((word.size() >= leastLength || isDense(word)) && !smallWords().contains(word) &&
                !m_words.contains(word) && m_words.size() < mostWords)
                m_words << word;
        });
    }
}

bool QueryTerms::isTerm(QStringView word) const
{
    const QString found = folded(word);
    return std::any_of(m_words.cbegin(), m_words.cend(), [&found](const QString &term) {
        if (term == found)
            return true;
        const bool termIsShorter = term.size() < found.size();
        const QString &stem = termIsShorter ? term : found;
        const QString &longer = termIsShorter ? found : term;
        return stem.size() >= leastStem && longer.size() - stem.size() <= mostEnding &&
               longer.startsWith(stem);
    });
}

QList<TextRange> QueryTerms::in(const QString &text) const
{
    QList<TextRange> ranges;
    if (m_words.isEmpty())
        return ranges;
    walkWords(text, [&](qsizetype start, qsizetype length) {
        if (isTerm(QStringView(text).mid(start, length)))
            ranges.append({start, length});
    });
    return ranges;
}

qsizetype QueryTerms::startIn(const QString &text, qsizetype room) const
{
    const QList<TextRange> ranges = in(text);
    if (ranges.isEmpty() || ranges.first().start + ranges.first().length <= room)
        return 0;
    // A third of the room before it, from the next word on.
    qsizetype start = std::max<qsizetype>(0, ranges.first().start - room / 3);
    while (start < ranges.first().start && !text.at(start).isSpace())
        ++start;
    while (start < ranges.first().start && text.at(start).isSpace())
        ++start;
    return start;
}

} // namespace odc
