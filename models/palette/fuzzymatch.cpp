// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzymatch.h"

#include "foldedtext.h"

#include <algorithm>
#include <bit>

namespace odc {

namespace {

// What the ways in which a word is found are worth, beside each other.
constexpr int exactId = 2000;
constexpr int exactTitle = 900;
constexpr int idBeginning = 600; ///< beyond "batch_"
constexpr int titleBeginning = 560;
constexpr int idTail = 500; ///< its beginning behind "batch_"
constexpr int wordBeginning = 420;
constexpr int idEnd = 340;
constexpr int titlePart = 260;
constexpr int idPart = 200;
constexpr int moreBeginning = 180;
constexpr int morePart = 100;
constexpr int idKind = 60; ///< within "batch_": so is every id of a kind
constexpr int scatteredLeast = 40;
constexpr int scatteredMost = 240;
constexpr int typoCosts = 30;

constexpr size_t anyPart = 3; ///< from so many bytes on, any part of an id or of more is looked for
constexpr size_t leastForTypo = 4;
constexpr size_t mostForTypo = 24;

bool isWordByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || uchar(byte) >= 0x80;
}

int bitOf(char byte)
{
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a';
    if (byte >= '0' && byte <= '9')
        return 26 + byte - '0';
    return 36 + uchar(byte) % 28;
}

quint64 bitOfPair(std::string_view text, size_t at)
{
    const quint32 pair = (quint32(uchar(text[at])) << 8) | uchar(text[at + 1]);
    return quint64(1) << ((pair * 2654435761U) >> 26);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

void takePlaces(std::vector<int> *places, size_t from, size_t length)
{
    for (size_t i = 0; places && i < length; ++i)
        places->push_back(int(from + i));
}

/// The letters of a word one after the other, from a place on where the first of them is. Takes the next
/// beginning of a word before a letter within one, as long as the rest is found after it, too. 0: they are
/// not all there.
int scatteredFrom(std::string_view title, quint64 starts, std::string_view word, size_t first,
                  std::vector<int> *places)
{
    const auto follow = [&](bool preferStarts, std::vector<int> *taken) {
        int sum = 8;
        size_t at = first;
        takePlaces(taken, at, 1);
        for (size_t i = 1; i < word.size(); ++i) {
            size_t next = title.find(word[i], at + 1);
            if (next == std::string_view::npos)
                return 0;
            if (preferStarts && next != at + 1) {
                for (size_t other = next; other != std::string_view::npos;
                     other = title.find(word[i], other + 1)) {
                    if (fuzzy::beginsWord(title, starts, other)) {
                        next = other;
                        break;
                    }
                }
            }
            const bool begins = fuzzy::beginsWord(title, starts, next);
            sum += begins ? 8 : next == at + 1 ? 6 : 1;
            at = next;
            takePlaces(taken, at, 1);
        }
        const int most = 8 * int(word.size());
        const int gaps = int(at - first + 1 - word.size());
        return std::max(scatteredLeast, scatteredMost * sum / most - std::min(60, gaps));
    };
    std::vector<int> byStarts;
    std::vector<int> plain;
    const int left = follow(false, places ? &plain : nullptr);
    if (left == 0)
        return 0;
    if (!places && left >= scatteredMost * 3 / 4)
        return left;
    const int right = follow(true, places ? &byStarts : nullptr);
    if (places)
        *places = right > left ? byStarts : plain;
    return std::max(left, right);
}

int scattered(std::string_view title, quint64 starts, std::string_view word, std::vector<int> *places)
{
    int best = 0;
    int tried = 0;
    for (size_t at = title.find(word.front()); at != std::string_view::npos && tried < 4;
         at = title.find(word.front(), at + 1)) {
        if (!fuzzy::beginsWord(title, starts, at))
            continue;
        ++tried;
        std::vector<int> taken;
        const int score = scatteredFrom(title, starts, word, at, places ? &taken : nullptr);
        if (score == 0)
            break; // nor is it found further back
        if (score > best) {
            best = score;
            if (places)
                *places = taken;
        }
    }
    return best;
}

/// The part itself: where it is found best; npos when it is not there.
size_t bestPart(std::string_view text, quint64 starts, std::string_view word)
{
    const size_t first = text.find(word);
    int tried = 0;
    for (size_t at = first; at != std::string_view::npos && tried < 8;
         at = text.find(word, at + 1), ++tried) {
        if (fuzzy::beginsWord(text, starts, at))
            return at;
    }
    return first;
}

/// What is known of a title before it is looked at; false: it is not in it.
struct Hints
{
    bool pairs = true;
    bool begin = true;
};

int inTitle(std::string_view title, quint64 starts, std::string_view word, bool ascii,
            std::vector<int> *places, Hints hints = {})
{
    if (word.empty() || title.size() < word.size())
        return 0;
    // What is left over makes it a worse answer, a little.
    const int near = std::max(0, 40 - int(title.size() - word.size()));
    const size_t part = hints.pairs ? bestPart(title, starts, word) : std::string_view::npos;
    if (part != std::string_view::npos) {
        takePlaces(places, part, word.size());
        if (title.size() == word.size())
            return exactTitle;
        if (part == 0)
            return titleBeginning + near;
        return (fuzzy::beginsWord(title, starts, part) ? wordBeginning : titlePart) + near;
    }
    // A byte of a letter of several is no letter.
    return ascii && hints.begin && word.size() > 1 ? scattered(title, starts, word, places) : 0;
}

QList<FuzzyRange> rangesOf(std::vector<int> bytes, const std::vector<int> &unitOf, qsizetype length)
{
    std::vector<bool> marks(size_t(length), false);
    for (const int byte : bytes)
        marks[size_t(unitOf[size_t(byte)])] = true;
    QList<FuzzyRange> ranges;
    for (int i = 0; i < int(length); ++i) {
        if (!marks[size_t(i)])
            continue;
        if (!ranges.isEmpty() && ranges.last().from + ranges.last().length == i)
            ++ranges.last().length;
        else
            ranges.append({i, 1});
    }
    return ranges;
}

} // namespace

FuzzyQuery FuzzyQuery::of(QStringView text)
{
    FuzzyQuery query;
    query.phrase = foldedText(text.trimmed().left(longestWord * mostWords)).simplified();
    const QList<QByteArray> parts = query.phrase.split(' ');
    for (const QByteArray &part : parts) {
        if (part.isEmpty() || query.words.size() == mostWords)
            continue;
        FuzzyWord word;
        word.text = part.left(longestWord);
        word.letters = fuzzy::lettersOf(view(word.text));
        word.first = fuzzy::lettersOf({word.text.constData(), 1});
        word.pairs = fuzzy::pairsOf(view(word.text));
        word.begin = word.text.size() > 1 ? bitOfPair(view(word.text), 0) : 0;
        word.ascii =
            std::all_of(word.text.cbegin(), word.text.cend(), [](char byte) { return uchar(byte) < 0x80; });
        query.words.append(word);
    }
    return query;
}

bool FuzzyQuery::narrows(const FuzzyQuery &earlier) const
{
    if (earlier.isEmpty() || words.size() < earlier.words.size() || (allowed & ~earlier.allowed))
        return false;
    for (qsizetype i = 0; i < earlier.words.size(); ++i) {
        const FuzzyWord &before = earlier.words.at(i);
        const FuzzyWord &now = words.at(i);
        if (now.kinds & ~before.kinds)
            return false;
        if (now.text == before.text)
            continue;
        // Fewer letters are looked for in fewer places.
        if (size_t(before.text.size()) < anyPart || !now.text.startsWith(before.text))
            return false;
    }
    return true;
}

namespace fuzzy {

quint64 lettersOf(std::string_view text)
{
    quint64 bits = 0;
    for (const char byte : text)
        bits |= quint64(1) << bitOf(byte);
    return bits;
}

quint64 pairsOf(std::string_view text)
{
    quint64 bits = 0;
    for (size_t i = 1; i < text.size(); ++i)
        bits |= bitOfPair(text, i - 1);
    return bits;
}

quint64 beginsOf(std::string_view text)
{
    quint64 bits = 0;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
        if (i == 0 || !isWordByte(text[i - 1]))
            bits |= bitOfPair(text, i);
    }
    return bits;
}

quint16 pairAt(std::string_view text, size_t at)
{
    return at + 1 < text.size() ? quint16((uchar(text[at]) << 8) | uchar(text[at + 1])) : quint16(0);
}

size_t tailOf(std::string_view id)
{
    for (size_t i = 0; i < std::min<size_t>(14, id.size()); ++i) {
        if (id[i] == '_' || id[i] == '-' || id[i] == ':')
            return i + 1;
    }
    return 0;
}

bool beginsWord(std::string_view text, quint64 starts, size_t at)
{
    if (at < 64)
        return (starts >> at) & 1;
    return isWordByte(text[at]) && !isWordByte(text[at - 1]);
}

quint64 startsOf(QStringView text, std::string_view folded, const std::vector<int> &places)
{
    quint64 bits = 0;
    for (size_t i = 0; i < std::min<size_t>(64, folded.size()); ++i) {
        if (!isWordByte(folded[i]))
            continue;
        bool begins = i == 0 || !isWordByte(folded[i - 1]);
        if (!begins && places[i] != places[i - 1]) {
            const QChar now = text[places[i]];
            const QChar before = text[places[i] - 1];
            begins = (now.isUpper() && before.isLower()) || (now.isDigit() != before.isDigit());
        }
        if (begins)
            bits |= quint64(1) << i;
    }
    return bits;
}

int inTitle(std::string_view title, quint64 starts, const FuzzyWord &word, std::vector<int> *places)
{
    return odc::inTitle(title, starts, view(word.text), word.ascii, places);
}

int inTitle(std::string_view title, quint64 starts, const FuzzyWord &word, bool hasPairs, bool hasBegin)
{
    return odc::inTitle(title, starts, view(word.text), word.ascii, nullptr, {hasPairs, hasBegin});
}

int inId(std::string_view id, const FuzzyWord &word, std::vector<int> *places)
{
    const std::string_view wanted = view(word.text);
    if (wanted.size() > id.size() || wanted.size() < 2)
        return 0;
    const auto found = [&](size_t at, int score) {
        takePlaces(places, at, wanted.size());
        return score;
    };
    const size_t tail = tailOf(id);
    if (id.starts_with(wanted) && !(wanted.size() < tail && id.substr(tail).starts_with(wanted))) {
        if (id.size() == wanted.size())
            return found(0, exactId);
        return found(0, wanted.size() > tail ? idBeginning : idKind);
    }
    if (id.substr(tail).starts_with(wanted))
        return found(tail, idTail);
    if (wanted.size() < anyPart)
        return 0;
    const size_t at = id.find(wanted);
    if (at == std::string_view::npos)
        return 0;
    if (id.ends_with(wanted))
        return found(id.size() - wanted.size(), idEnd);
    return found(at, at + wanted.size() <= tail ? idKind : idPart);
}

int inId(quint16 begin, quint16 tail, const FuzzyWord &word)
{
    const quint16 wanted = pairAt(view(word.text), 0);
    return tail == wanted ? idTail : begin == wanted ? idKind : 0;
}

int inMore(std::string_view more, const FuzzyWord &word, std::vector<int> *places)
{
    const std::string_view wanted = view(word.text);
    if (wanted.size() < 2)
        return 0;
    const size_t first = more.find(wanted);
    for (size_t at = first; at != std::string_view::npos; at = more.find(wanted, at + 1)) {
        if (at > 0 && isWordByte(more[at - 1]))
            continue;
        takePlaces(places, at, wanted.size());
        return moreBeginning;
    }
    if (wanted.size() < anyPart || first == std::string_view::npos)
        return 0;
    takePlaces(places, first, wanted.size());
    return morePart;
}

bool mayHaveTypo(const FuzzyWord &word)
{
    const size_t size = size_t(word.text.size());
    return word.ascii && size >= leastForTypo && size <= mostForTypo;
}

int inTitleWithTypo(std::string_view title, quint64 starts, const FuzzyWord &word, std::vector<int> *places)
{
    if (!mayHaveTypo(word) || std::popcount(word.letters & ~lettersOf(title)) > 1)
        return 0;
    int best = 0;
    for (qsizetype left = 0; left < word.text.size(); ++left) {
        QByteArray rest = word.text;
        rest.remove(left, 1);
        std::vector<int> taken;
        const int score = odc::inTitle(title, starts, view(rest), true, &taken) - typoCosts;
        // Letters that lie all over the text are no word with a typo in it.
        const bool close = !taken.empty() && taken.back() - taken.front() < int(word.text.size()) + 2;
        if (score > best && close) {
            best = score;
            if (places)
                *places = taken;
        }
    }
    return best;
}

QList<FuzzyRange> marked(QStringView text, const FuzzyQuery &query, Field field, bool typo)
{
    std::vector<int> unitOf;
    const QByteArray folded = foldedText(text, &unitOf);
    const std::string_view bytes = view(folded);
    const quint64 starts = startsOf(text, bytes, unitOf);
    std::vector<int> all;
    for (const FuzzyWord &word : query.words) {
        std::vector<int> places;
        switch (field) {
        case Field::Title:
            if (inTitle(bytes, starts, word, &places) == 0 && typo)
                inTitleWithTypo(bytes, starts, word, &places);
            break;
        case Field::Id:
            inId(bytes, word, &places);
            break;
        case Field::More:
            inMore(bytes, word, &places);
            break;
        }
        all.insert(all.end(), places.begin(), places.end());
    }
    return rangesOf(std::move(all), unitOf, text.size());
}

} // namespace fuzzy
} // namespace odc
