// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/sequences.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <vector>

namespace odc::server {

namespace {

/** Numbers the n-grams of one length, from those that are one shorter, so that equal numbers are equal
 * n-grams. */
class NgramNumbers
{
public:
    Symbols longer(const Symbols &shorter, const Symbols &words, int length)
    {
        Symbols result;
        for (qsizetype i = 0; i + length <= words.size(); ++i)
            result.append(number(shorter[i], words[i + length - 1]));
        return result;
    }

private:
    quint32 number(quint32 head, quint32 last)
    {
        const quint64 key = quint64(head) << 32 | last;
        const auto found = m_numbers.constFind(key);
        return found != m_numbers.constEnd() ? *found : *m_numbers.insert(key, quint32(m_numbers.size()));
    }

    QHash<quint64, quint32> m_numbers;
};

qsizetype sharedCount(const Symbols &first, const Symbols &second)
{
    QHash<quint32, qsizetype> left;
    for (quint32 each : first)
        ++left[each];
    qsizetype shared = 0;
    for (quint32 each : second) {
        const auto found = left.find(each);
        if (found == left.end() || *found == 0)
            continue;
        --*found;
        ++shared;
    }
    return shared;
}

/** The places of one symbol within 64 neighbouring ones. */
struct Block
{
    qsizetype index = 0;
    quint64 places = 0;
};

/** a + b + carry; carry is replaced by the one that comes out. */
quint64 addWithCarry(quint64 a, quint64 b, quint64 &carry)
{
    const quint64 sum = a + b;
    const quint64 total = sum + carry;
    carry = quint64(sum < a) | quint64(total < sum);
    return total;
}

} // namespace

std::pair<Symbols, Symbols> asSymbols(const QStringList &first, const QStringList &second)
{
    QHash<QString, quint32> numbers;
    const auto convert = [&numbers](const QStringList &texts) {
        Symbols symbols;
        symbols.reserve(texts.size());
        for (const QString &each : texts) {
            const auto found = numbers.constFind(each);
            symbols.append(found != numbers.constEnd() ? *found
                                                       : *numbers.insert(each, quint32(numbers.size())));
        }
        return symbols;
    };
    Symbols one = convert(first);
    return {one, convert(second)};
}

QList<NgramOverlap> ngramOverlaps(const QStringList &first, const QStringList &second, int longest)
{
    const auto [firstWords, secondWords] = asSymbols(first, second);
    QList<NgramOverlap> overlaps;
    Symbols one = firstWords;
    Symbols other = secondWords;
    for (int length = 1; length <= longest; ++length) {
        if (length > 1) {
            NgramNumbers numbers;
            one = numbers.longer(one, firstWords, length);
            other = numbers.longer(other, secondWords, length);
        }
        overlaps.append({one.size(), other.size(), sharedCount(one, other)});
    }
    return overlaps;
}

qsizetype commonSubsequence(const Symbols &wholeFirst, const Symbols &wholeSecond)
{
    constexpr qsizetype bits = 64;
    // What both begin and end with belongs to it; an answer is often the reference with little changed.
    const qsizetype head = qsizetype(
        std::mismatch(wholeFirst.begin(), wholeFirst.end(), wholeSecond.begin(), wholeSecond.end()).first -
        wholeFirst.begin());
    const qsizetype tail = qsizetype(std::mismatch(wholeFirst.rbegin(), wholeFirst.rend() - head,
                                                   wholeSecond.rbegin(), wholeSecond.rend() - head)
                                         .first -
                                     wholeFirst.rbegin());
    const Symbols first = wholeFirst.sliced(head, wholeFirst.size() - head - tail);
    const Symbols second = wholeSecond.sliced(head, wholeSecond.size() - head - tail);
    QHash<quint32, std::vector<Block>> blocksOf;
    for (qsizetype i = 0; i < first.size(); ++i) {
        std::vector<Block> &blocks = blocksOf[first[i]];
        if (blocks.empty() || blocks.back().index != i / bits)
            blocks.push_back({i / bits, 0});
        blocks.back().places |= quint64(1) << (i % bits);
    }

    // A zero bit is a place of first up to which the common subsequence is one longer than up to the place
    // before.
    std::vector<quint64> row(std::size_t((first.size() + bits - 1) / bits), ~quint64(0));
    const qsizetype size = qsizetype(row.size());
    quint64 *const bitsAt = row.data(); // the inner loop is run a hundred million times
    for (quint32 each : second) {
        const auto found = blocksOf.constFind(each);
        if (found == blocksOf.constEnd())
            continue;
        quint64 carry = 0;
        qsizetype at = 0;
        // Where the symbol is not and nothing is carried, the row stays as it is.
        const auto carryUpTo = [&](qsizetype end) {
            for (; carry != 0 && at < end; ++at) {
                const quint64 before = bitsAt[at];
                bitsAt[at] = addWithCarry(before, 0, carry) | before;
            }
        };
        for (const Block &block : *found) {
            carryUpTo(block.index);
            at = block.index;
            const quint64 before = bitsAt[at];
            const quint64 hits = before & block.places;
            bitsAt[at] = addWithCarry(before, hits, carry) | (before & ~hits);
            ++at;
        }
        carryUpTo(size);
    }

    qsizetype length = head + tail;
    for (qsizetype i = 0; i < size; ++i) {
        const qsizetype used = std::min(bits, first.size() - i * bits);
        const quint64 mask = used == bits ? ~quint64(0) : (quint64(1) << used) - 1;
        length += std::popcount(~row[std::size_t(i)] & mask);
    }
    return length;
}

} // namespace odc::server
