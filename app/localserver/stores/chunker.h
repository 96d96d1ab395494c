// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/chunkingstrategy.h"

#include <QList>
#include <QString>

namespace odc::server {

/** A piece of a text. */
struct TextChunk
{
    QString text;
    qsizetype overlap = 0; ///< characters at its beginning that the chunk before it ends with
    qsizetype tokens = 0;  ///< as texttokens.h counts; never above the bound
};

/**
 * Cuts \p text. A chunk ends after a paragraph, else a line, a sentence, a word that ends within the last
 * quarter of what the bound lets in, else at the bound. The next one begins chunk_overlap_tokens before that
 * end. Chunks without their overlaps are the text; text without tokens has no chunks.
 */
QList<TextChunk> chunkText(const QString &text, const ChunkingStrategy &strategy);

/** The texts of \p chunks alone. */
QStringList chunkTexts(const QList<TextChunk> &chunks);

} // namespace odc::server
