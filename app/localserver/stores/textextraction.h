// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace odc::server {

/** Why a file of a vector store failed, as its last_error says. */
struct FileFault
{
    QString code; ///< unsupported_file or invalid_file
    QString message;
};

/** The text of a file, or why there is none. */
struct ExtractedText
{
    QString text;
    qsizetype tokens = 0; ///< as texttokens.h counts
    std::optional<FileFault> fault;
};

/** Bytes of the largest file whose text is read; a larger one is an invalid_file. Far above what the bound of
 * tokens lets through, so that nobody need load more than this. */
constexpr qint64 maxTextFileBytes = 64 * 1024 * 1024;

/** Tokens of the longest text a store takes. */
constexpr qsizetype maxFileTokens = 5'000'000;

/** Why a file cannot be read as text, by its name and size alone; nothing when it may be. To be asked before
 * its bytes are loaded. */
std::optional<FileFault> faultByName(const QString &fileName, qint64 bytes);

/**
 * The text of a file that is to be searched. The ending of its name says what it is:
 * - HTML: what a reader sees, and the title; blocks break lines.
 * - JSON and JSONL: each value on a line with the keys that lead to it, "customer.name: Ada"; blank lines
 *   between the rows of JSONL. A line of JSONL that is no JSON stays as it is; a .json that is none is an
 *   invalid_file.
 * - CSV and TSV with two rows or more: each row as lines of "header: value", blank lines between rows. One
 * row stays as it is.
 * - Code, Markdown and plain text: as they are.
 * Line ends become "\n", NUL and other control characters are dropped. Bytes are UTF-8, or UTF-16 or UTF-32
 * with a byte order mark. Never throws.
 */
ExtractedText extractText(const QString &fileName, const QByteArray &bytes);

} // namespace odc::server
