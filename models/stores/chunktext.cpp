// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunktext.h"

#include "jsonl/batchcheck.h"

#include <algorithm>
#include <vector>

namespace odc::chunktext {

namespace {

constexpr qsizetype leastOverlap = 12; // below, two chunks may well begin and end alike by chance

} // namespace

qsizetype overlap(const QString &before, const QString &chunk)
{
    qsizetype begin = 0;
    while (begin < chunk.size() && chunk.at(begin).isSpace())
        ++begin;
    qsizetype end = before.size();
    while (end > 0 && before.at(end - 1).isSpace())
        --end;
    const QStringView pattern = QStringView(chunk).sliced(begin);
    const QStringView tail = QStringView(before).first(end).last(std::min(end, pattern.size()));
    if (pattern.size() < leastOverlap || tail.size() < leastOverlap)
        return 0;
    // How far the pattern's beginning matches at the end of the tail: Knuth, Morris and Pratt, so that texts
    // full of repetitions take no longer than others.
    std::vector<qsizetype> border(size_t(pattern.size()), 0);
    for (qsizetype i = 1, k = 0; i < pattern.size(); ++i) {
        while (k > 0 && pattern.at(i) != pattern.at(k))
            k = border[size_t(k - 1)];
        if (pattern.at(i) == pattern.at(k))
            ++k;
        border[size_t(i)] = k;
    }
    qsizetype matched = 0;
    for (const QChar c : tail) {
        if (matched == pattern.size())
            matched = border[size_t(matched - 1)];
        while (matched > 0 && pattern.at(matched) != c)
            matched = border[size_t(matched - 1)];
        if (pattern.at(matched) == c)
            ++matched;
    }
    return matched < leastOverlap ? 0 : begin + matched;
}

qint64 tokens(const QString &text)
{
    qint64 ascii = 0;
    qint64 others = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            ++ascii;
        else if (!c.isLowSurrogate())
            ++others;
    }
    return estimateTokens(ascii, others);
}

int indexOf(const QStringList &chunks, const QString &text)
{
    if (const qsizetype same = chunks.indexOf(text); same >= 0)
        return int(same);
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return -1;
    int holding = -1;
    for (int i = 0; i < chunks.size(); ++i) {
        if (chunks.at(i).size() < wanted.size())
            continue;
        if (QStringView(chunks.at(i)).trimmed() == wanted)
            return i;
        if (holding < 0 && chunks.at(i).contains(wanted))
            holding = i;
    }
    return holding;
}

QList<Match> find(const QStringList &chunks, const QString &text, Qt::CaseSensitivity sensitivity,
                  const std::shared_ptr<std::atomic_bool> &stop)
{
    QList<Match> found;
    if (text.isEmpty())
        return found;
    for (int i = 0; i < chunks.size() && found.size() < mostMatches && !(stop && *stop); ++i) {
        const QString &chunk = chunks.at(i);
        for (qsizetype at = chunk.indexOf(text, 0, sensitivity); at >= 0 && found.size() < mostMatches;
             at = chunk.indexOf(text, at + text.size(), sensitivity))
            found.append({i, at, text.size()});
    }
    return found;
}

} // namespace odc::chunktext
