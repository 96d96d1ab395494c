// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/chunker.h"

#include "localserver/stores/texttokens.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** How well a chunk ends at a place; the greater, the better. */
enum class Break { Inside, Word, Sentence, Line, Paragraph };

Break breakBefore(QStringView text, qsizetype at)
{
    qsizetype before = at;
    int lines = 0;
    while (before > 0 && text[before - 1].isSpace()) {
        --before;
        lines += text[before] == u'\n' ? 1 : 0;
        if (lines > 1)
            return Break::Paragraph;
    }
    if (lines == 1)
        return Break::Line;
    const bool spaced = before < at;
    constexpr QStringView closing(u"\"')]}»“”’‹›«");
    constexpr QStringView ends(u".!?…");
    constexpr QStringView wideEnds(u"。！？");
    qsizetype last = before;
    while (last > 0 && before - last < 3 && closing.contains(text[last - 1]))
        --last;
    if (last > 0 && (wideEnds.contains(text[last - 1]) || (spaced && ends.contains(text[last - 1]))))
        return Break::Sentence;
    return spaced ? Break::Word : Break::Inside;
}

/** The best place for an end among the tokens after \p first and up to \p last. */
qsizetype bestEnd(QStringView text, const QList<qint32> &starts, qsizetype first, qsizetype last)
{
    qsizetype best = last;
    Break kind = Break::Inside;
    for (qsizetype at = last; at > first && kind != Break::Paragraph; --at) {
        const Break here = breakBefore(text, starts[at]);
        if (here > kind) {
            kind = here;
            best = at;
        }
    }
    return best;
}

} // namespace

QList<TextChunk> chunkText(const QString &text, const ChunkingStrategy &strategy)
{
    const qsizetype most = std::max(1, strategy.maxChunkSizeTokens);
    const qsizetype overlap = std::clamp<qsizetype>(strategy.chunkOverlapTokens, 0, most / 2);
    const QList<qint32> starts = tokenStarts(text);
    const qsizetype tokens = starts.size();
    const auto place = [&](qsizetype token) { return token < tokens ? starts[token] : text.size(); };
    QList<TextChunk> chunks;
    qsizetype begin = 0;
    qsizetype covered = 0; // tokens that are in some chunk
    while (covered < tokens) {
        qsizetype end = std::min(begin + most, tokens);
        if (end < tokens)
            end = bestEnd(text, starts, begin + most - most / 4, end);
        chunks.append(
            {text.mid(place(begin), place(end) - place(begin)), place(covered) - place(begin), end - begin});
        covered = end;
        begin = std::max<qsizetype>(0, end - overlap);
    }
    return chunks;
}

QStringList chunkTexts(const QList<TextChunk> &chunks)
{
    QStringList texts;
    texts.reserve(chunks.size());
    for (const TextChunk &chunk : chunks)
        texts.append(chunk.text);
    return texts;
}

} // namespace odc::server
