// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/queryrewrite.h"

#include "localserver/stores/searchwords.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

using Words = QSet<QString>;

Words keysOf(const QString &list)
{
    Words keys;
    for (const SearchWord &word : searchWords(list))
        keys.insert(word.key);
    return keys;
}

const Words &english()
{
    static const Words words = keysOf(
        u"a an the and or but if then than so as at by for from in into of off on onto out over to under up "
        "upon with about between during through is are was were be been being am do does did doing done has "
        "have had having can could may might must shall should will would i me my mine we us our ours you "
        "your "
        "yours he him his she her hers it its they them their theirs this that these those there here what "
        "which who whom whose when where why how please kindly thanks thank hello hi dear tell show give "
        "find "
        "let know want need like any some just also very too really much many"_s);
    return words;
}

const Words &german()
{
    static const Words words = keysOf(
        u"der das dem den des ein eine einen einem einer eines und oder aber wenn dann als so im in am an "
        u"auf aus "
        "bei beim mit nach von vom vor zu zum zur über unter durch für gegen um bis seit ist sind waren sei "
        "seien wird werden wurde wurden haben hatte hatten habe kann können könnte könnten könntest kannst "
        "könnt darf dürfen muss müssen soll sollen sollte sollten möchte möchten würde würden ich mich mir "
        "mein "
        "meine meinen meiner du dich dir dein deine wir uns unser unsere ihr ihre ihren ihrer euch er ihn "
        "ihm "
        "sie sich es dies diese dieser dieses diesem diesen jene jener was wer wen wem wessen wann wo woher "
        "wohin warum weshalb wieso wie welche welcher welches welchen welchem wieviel bitte danke hallo sag "
        "sage sagen zeig zeige zeigen gib gibt geben finde finden erzähl erzähle mal doch denn auch noch nur "
        "schon sehr viel viele etwas gerne gern dass ob bist seid"_s);
    return words;
}

/** Words that say little in German and much in English: left out where a query is German for other reasons.
 */
const Words &germanOnly()
{
    static const Words words = keysOf(u"die war hat man bin will also"_s);
    return words;
}

/** What an apostrophe cuts off: what's, I'll. Alone they are names, as in vitamin D. */
const Words &tails()
{
    static const Words words = keysOf(u"s t ll re ve d m"_s);
    return words;
}

int countOf(const QList<SearchWord> &words, const Words &among)
{
    return int(std::count_if(words.begin(), words.end(),
                             [&among](const SearchWord &word) { return among.contains(word.key); }));
}

/** What says little in the language of \p query. */
Words idleWords(const QString &query)
{
    const QList<SearchWord> words = searchWords(query);
    const int inEnglish = countOf(words, english());
    const int inGerman = countOf(words, german());
    if (inGerman > inEnglish)
        return german() + germanOnly();
    return inGerman == inEnglish ? english() + german() : english();
}

bool isIdle(const QList<SearchWord> &piece, const Words &idle)
{
    for (qsizetype i = 0; i < piece.size(); ++i) {
        if (!idle.contains(piece[i].key) && (i == 0 || !tails().contains(piece[i].key)))
            return false;
    }
    return true;
}

/** A piece between white space, without the punctuation around it. */
QString trimmedPiece(const QString &piece, const QList<SearchWord> &words)
{
    const qsizetype begin = words.first().begin;
    const qsizetype end = words.last().begin + words.last().length;
    // The sign of C++ and C# is part of the name.
    qsizetype tail = end;
    while (tail < piece.size() && QStringView(u"+#").contains(piece[tail]))
        ++tail;
    return piece.mid(begin, tail - begin);
}

} // namespace

QString rewrittenQuery(const QStringList &queries)
{
    QStringList kept;
    Words known;
    for (const QString &query : queries) {
        const Words idle = idleWords(query);
        for (const QString &piece : query.simplified().split(u' ', Qt::SkipEmptyParts)) {
            const QList<SearchWord> words = searchWords(piece);
            if (isIdle(words, idle))
                continue;
            const QString trimmed = trimmedPiece(piece, words);
            QString key = trimmed;
            if (words.size() == 1 && words[0].length == trimmed.size())
                key = words[0].key;
            if (known.contains(key))
                continue;
            known.insert(key);
            kept.append(trimmed);
        }
    }
    if (!kept.isEmpty())
        return kept.join(u' ');
    const auto said = std::find_if(queries.begin(), queries.end(),
                                   [](const QString &query) { return !query.trimmed().isEmpty(); });
    return said != queries.end() ? *said : queries.value(0);
}

} // namespace odc::server
