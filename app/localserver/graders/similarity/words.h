// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc::server {

/**
 * The text as tokens, in Unicode normal form C: a token is a run of letters, marks, digits and underscores,
 * or a run of anything else that is no space. Han, Hiragana and Katakana characters are tokens one by one,
 * because there no spaces part the words. Case is kept.
 */
QStringList tokens(const QString &text);

/** The text without differences of case: "Straße" is "STRASSE", and the sigma of a word's end is any other.
 */
QString foldedCase(const QString &text);

/** The tokens, case folded. */
QStringList foldedTokens(const QString &text);

/** Only the words among the tokens (no punctuation or symbols), case folded. */
QStringList foldedWords(const QString &text);

} // namespace odc::server
