// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <limits>

namespace odc::server {

/**
 * Tokens, near enough to those of the models and the same everywhere. One token is
 * - up to 8 letters of a word (a longer word is cut in pieces of 8), with their combining marks,
 * - up to 3 digits,
 * - one ideograph, kana or hangul syllable,
 * - up to 16 of the same punctuation mark or symbol in a row,
 * - one of anything else.
 * White space belongs to the token before it, at the beginning of the text to the first one; every 16 of it
 * after the first 16 are a token of their own. Text of white space alone has no tokens.
 */
QList<qint32> tokenStarts(QStringView text, qsizetype atMost = std::numeric_limits<qsizetype>::max());

/** How many tokens there are; counts no further than \p atMost. */
qsizetype countTokens(QStringView text, qsizetype atMost = std::numeric_limits<qsizetype>::max());

} // namespace odc::server
