// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <string_view>
#include <vector>

namespace odc {

/// One word of what is looked for.
struct FuzzyWord
{
    QByteArray text;     ///< folded
    quint64 letters = 0; ///< fuzzy::lettersOf() it
    quint64 first = 0;   ///< the bit of its first letter among these
    quint64 pairs = 0;   ///< fuzzy::pairsOf() it
    quint64 begin = 0;   ///< the bit of its first two letters among these
    quint64 kinds = 0;   ///< entries of these kinds have it, whatever else they say: "batch"; bit 1 << kind
    bool ascii = true;
};

/// What is looked for: entries that have every one of its words. A plain value.
struct FuzzyQuery
{
    static constexpr int mostWords = 8;
    static constexpr int longestWord = 80; ///< bytes; what is beyond them is not looked for

    QList<FuzzyWord> words;
    QByteArray phrase;             ///< all of it as it was written, folded
    quint64 allowed = ~quint64(0); ///< entries of other kinds are not looked at; bit 1 << kind

    static FuzzyQuery of(QStringView text);
    bool isEmpty() const { return words.isEmpty(); }
    /// All that this one finds without a typo, `earlier` found as well.
    bool narrows(const FuzzyQuery &earlier) const;
};

/// A part of a text, in UTF-16 units.
struct FuzzyRange
{
    int from = 0;
    int length = 0;
    friend bool operator==(const FuzzyRange &, const FuzzyRange &) = default;
};

/// How well one word is found in one text. Scores are above 0 where it is found; higher is better. All texts
/// are folded.
namespace fuzzy {

/// A bit for each letter and figure of a text.
quint64 lettersOf(std::string_view text);
/// A bit for each two bytes that follow each other, several of which share one.
quint64 pairsOf(std::string_view text);
/// As pairsOf(), of the first two bytes of each word.
quint64 beginsOf(std::string_view text);
/// The two bytes at a place as a number; 0: they are not there.
quint16 pairAt(std::string_view text, size_t at);
/// Where what is an id's own begins: behind "batch_", "file-", "ft:".
size_t tailOf(std::string_view id);
/// Whether a word begins at this byte. `starts` has a bit for each of the first 64 bytes.
bool beginsWord(std::string_view text, quint64 starts, size_t at);
/// The bits of beginsWord() for `folded`, which was made of `text`: there case tells as well where a word
/// begins.
quint64 startsOf(QStringView text, std::string_view folded, const std::vector<int> &places);

/// What a person reads: as it is, at the beginning of a word, anywhere, or scattered from the beginning of a
/// word on. `places`, where it is given, gets the bytes it was found at.
int inTitle(std::string_view title, quint64 starts, const FuzzyWord &word,
            std::vector<int> *places = nullptr);
/// The same where it is known beforehand whether all of its pairs are in the title, and its first letter
/// begins a word there.
int inTitle(std::string_view title, quint64 starts, const FuzzyWord &word, bool hasPairs, bool hasBegin);
/// Ids are found whole, by their beginning, with or without "batch_", and from three letters on by any part.
/// Scattered letters mean nothing there: random ones have them all.
int inId(std::string_view id, const FuzzyWord &word, std::vector<int> *places = nullptr);
/// The same for a word of two letters, by the pairs at the beginning of an id and of what is its own.
int inId(quint16 begin, quint16 tail, const FuzzyWord &word);
/// Metadata and the like: by the beginning of its words, from three letters on by any part.
int inMore(std::string_view more, const FuzzyWord &word, std::vector<int> *places = nullptr);
/// As inTitle(), but one letter of the word may be one too many, or wrong, or have changed places with its
/// neighbour.
int inTitleWithTypo(std::string_view title, quint64 starts, const FuzzyWord &word,
                    std::vector<int> *places = nullptr);
/// Whether a typo is looked for in it: one in few letters is another word.
bool mayHaveTypo(const FuzzyWord &word);

/// What of a shown text is to be marked for a query.
enum class Field { Title, Id, More };
QList<FuzzyRange> marked(QStringView text, const FuzzyQuery &query, Field field, bool typo);

} // namespace fuzzy
} // namespace odc
