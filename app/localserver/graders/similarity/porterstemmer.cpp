// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/porterstemmer.h"

#include <QHash>
#include <QStringView>

#include <span>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Longer ones are no English words, and the rules would take their time with "yyyyyy...". */
constexpr qsizetype longestWord = 100;

/** What the rules ask of the part of the word before the ending. */
enum class If { Always, SomeSyllable, TwoSyllables, TwoSyllablesAfterSOrT };

struct Rule
{
    QLatin1StringView ending;
    QLatin1StringView replacement;
    If condition = If::SomeSyllable;
};

bool isConsonant(QStringView word, qsizetype at)
{
    switch (word[at].unicode()) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u':
        return false;
    case u'y': {
        // A y is a vowel after a consonant. A run of them takes turns, beginning with what is before it.
        qsizetype first = at;
        while (first > 0 && word[first - 1] == u'y')
            --first;
        const bool firstIsConsonant = first == 0 || !isConsonant(word, first - 1);
        return (at - first) % 2 == 0 ? firstIsConsonant : !firstIsConsonant;
    }
    default:
        return true;
    }
}

/** Porter's m: how often a consonant follows on a vowel. */
int measure(QStringView stem)
{
    int count = 0;
    for (qsizetype i = 1; i < stem.size(); ++i) {
        if (isConsonant(stem, i) && !isConsonant(stem, i - 1))
            ++count;
    }
    return count;
}

bool hasVowel(QStringView stem)
{
    for (qsizetype i = 0; i < stem.size(); ++i) {
        if (!isConsonant(stem, i))
            return true;
    }
    return false;
}

bool endsInDoubleConsonant(QStringView word)
{
    const qsizetype size = word.size();
    return size >= 2 && word[size - 1] == word[size - 2] && isConsonant(word, size - 1);
}

/** Porter's *o: consonant, vowel, consonant other than w, x, y; amended: also a word of vowel and consonant.
 */
bool endsShort(QStringView word)
{
    const qsizetype size = word.size();
    if (size == 2)
        return !isConsonant(word, 0) && isConsonant(word, 1);
    return size >= 3 && isConsonant(word, size - 3) && !isConsonant(word, size - 2) &&
           isConsonant(word, size - 1) && !u"wxy"_s.contains(word[size - 1]);
}

bool holds(If condition, QStringView stem)
{
    switch (condition) {
    case If::Always:
        return true;
    case If::SomeSyllable:
        return measure(stem) > 0;
    case If::TwoSyllables:
        return measure(stem) > 1;
    case If::TwoSyllablesAfterSOrT:
        return measure(stem) > 1 && (stem.last(1) == u's' || stem.last(1) == u't');
    }
    return false;
}

/** The first rule whose ending the word has decides, also when its condition does not hold. */
QString applied(const QString &word, std::span<const Rule> rules)
{
    for (const Rule &rule : rules) {
        if (!word.endsWith(rule.ending))
            continue;
        const QStringView stem = QStringView(word).chopped(rule.ending.size());
        return holds(rule.condition, stem) ? stem.toString() + rule.replacement : word;
    }
    return word;
}

QString withoutPlural(const QString &word)
{
    if (word.size() == 4 && word.endsWith("ies"_L1))
        return word.chopped(1);
    static const Rule rules[] = {
        {"sses"_L1, "ss"_L1, If::Always},
        {"ies"_L1, "i"_L1, If::Always},
        {"ss"_L1, "ss"_L1, If::Always},
        {"s"_L1, ""_L1, If::Always},
    };
    return applied(word, rules);
}

QString withoutPastOrGerund(const QString &word)
{
    if (word.endsWith("ied"_L1))
        return word.chopped(word.size() == 4 ? 1 : 2);
    if (word.endsWith("eed"_L1))
        return measure(QStringView(word).chopped(3)) > 0 ? word.chopped(1) : word;
    QString stem;
    if (word.endsWith("ed"_L1))
        stem = word.chopped(2);
    else if (word.endsWith("ing"_L1))
        stem = word.chopped(3);
    if (!hasVowel(stem))
        return word;
    if (stem.endsWith("at"_L1) || stem.endsWith("bl"_L1) || stem.endsWith("iz"_L1))
        return stem + u'e';
    if (endsInDoubleConsonant(stem))
        return u"lsz"_s.contains(stem.back()) ? stem : stem.chopped(1);
    return measure(stem) == 1 && endsShort(stem) ? stem + u'e' : stem;
}

QString withIForY(const QString &word)
{
    const qsizetype before = word.size() - 2;
    return word.endsWith(u'y') && before >= 1 && isConsonant(word, before) ? word.chopped(1) + u'i' : word;
}

QString withSimplerEnding(const QString &word)
{
    if (word.endsWith("alli"_L1) && measure(QStringView(word).chopped(4)) > 0)
        return withSimplerEnding(word.chopped(2));
    // Here the l counts as part of the stem, so that "geology" loses its ending too.
    if (word.endsWith("logi"_L1))
        return measure(QStringView(word).chopped(3)) > 0 ? word.chopped(1) : word;
    static const Rule rules[] = {
        {"ational"_L1, "ate"_L1}, {"tional"_L1, "tion"_L1}, {"enci"_L1, "ence"_L1},
        {"anci"_L1, "ance"_L1},   {"izer"_L1, "ize"_L1},    {"bli"_L1, "ble"_L1},
        {"alli"_L1, "al"_L1},     {"entli"_L1, "ent"_L1},   {"eli"_L1, "e"_L1},
        {"ousli"_L1, "ous"_L1},   {"ization"_L1, "ize"_L1}, {"ation"_L1, "ate"_L1},
        {"ator"_L1, "ate"_L1},    {"alism"_L1, "al"_L1},    {"iveness"_L1, "ive"_L1},
        {"fulness"_L1, "ful"_L1}, {"ousness"_L1, "ous"_L1}, {"aliti"_L1, "al"_L1},
        {"iviti"_L1, "ive"_L1},   {"biliti"_L1, "ble"_L1},  {"fulli"_L1, "ful"_L1},
    };
    return applied(word, rules);
}

QString withoutSecondEnding(const QString &word)
{
    static const Rule rules[] = {
        {"icate"_L1, "ic"_L1}, {"ative"_L1, ""_L1}, {"alize"_L1, "al"_L1}, {"iciti"_L1, "ic"_L1},
        {"ical"_L1, "ic"_L1},  {"ful"_L1, ""_L1},   {"ness"_L1, ""_L1},
    };
    return applied(word, rules);
}

QString withoutFirstEnding(const QString &word)
{
    static const Rule rules[] = {
        {"al"_L1, ""_L1, If::TwoSyllables},    {"ance"_L1, ""_L1, If::TwoSyllables},
        {"ence"_L1, ""_L1, If::TwoSyllables},  {"er"_L1, ""_L1, If::TwoSyllables},
        {"ic"_L1, ""_L1, If::TwoSyllables},    {"able"_L1, ""_L1, If::TwoSyllables},
        {"ible"_L1, ""_L1, If::TwoSyllables},  {"ant"_L1, ""_L1, If::TwoSyllables},
        {"ement"_L1, ""_L1, If::TwoSyllables}, {"ment"_L1, ""_L1, If::TwoSyllables},
        {"ent"_L1, ""_L1, If::TwoSyllables},   {"ion"_L1, ""_L1, If::TwoSyllablesAfterSOrT},
        {"ou"_L1, ""_L1, If::TwoSyllables},    {"ism"_L1, ""_L1, If::TwoSyllables},
        {"ate"_L1, ""_L1, If::TwoSyllables},   {"iti"_L1, ""_L1, If::TwoSyllables},
        {"ous"_L1, ""_L1, If::TwoSyllables},   {"ive"_L1, ""_L1, If::TwoSyllables},
        {"ize"_L1, ""_L1, If::TwoSyllables},
    };
    return applied(word, rules);
}

QString tidied(const QString &word)
{
    QString result = word;
    if (result.endsWith(u'e')) {
        const QStringView stem = QStringView(result).chopped(1);
        const int syllables = measure(stem);
        if (syllables > 1 || (syllables == 1 && !endsShort(stem)))
            result.chop(1);
    }
    if (result.endsWith("ll"_L1) && measure(QStringView(result).chopped(1)) > 1)
        result.chop(1);
    return result;
}

/** Words that the rules would not bring together, or would bring together with the wrong ones. */
const QHash<QString, QString> &irregular()
{
    static const QHash<QString, QString> words{
        {u"sky"_s, u"sky"_s},         {u"skies"_s, u"sky"_s},        {u"dying"_s, u"die"_s},
        {u"lying"_s, u"lie"_s},       {u"tying"_s, u"tie"_s},        {u"news"_s, u"news"_s},
        {u"innings"_s, u"inning"_s},  {u"inning"_s, u"inning"_s},    {u"outings"_s, u"outing"_s},
        {u"outing"_s, u"outing"_s},   {u"cannings"_s, u"canning"_s}, {u"canning"_s, u"canning"_s},
        {u"howe"_s, u"howe"_s},       {u"proceed"_s, u"proceed"_s},  {u"exceed"_s, u"exceed"_s},
        {u"succeed"_s, u"succeed"_s},
    };
    return words;
}

} // namespace

QString porterStem(const QString &word)
{
    if (const auto known = irregular().constFind(word); known != irregular().constEnd())
        return *known;
    if (word.size() <= 2 || word.size() > longestWord)
        return word;
    const QString inflected = withIForY(withoutPastOrGerund(withoutPlural(word)));
    return tidied(withoutFirstEnding(withoutSecondEnding(withSimplerEnding(inflected))));
}

} // namespace odc::server
