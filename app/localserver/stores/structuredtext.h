// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace odc::server {

/** The values of a JSON text, each on a line behind the keys that lead to it ("customer.name: Ada"), in the
 * order of the text; null is left out, a blank line is before each object of a list. Nothing when it is no
 * JSON, is nested too deeply, or would become longer than \p atMost characters. */
std::optional<QString> jsonText(const QString &json, qsizetype atMost);

/** The same of each line, blank lines between them; a line that is no JSON stays as it is. */
std::optional<QString> jsonLinesText(const QString &lines, qsizetype atMost);

/** Rows of a table as lines of "header: value", blank lines between rows. The fields are quoted as RFC 4180
 * says; \p separator null takes that of comma, semicolon and tab which the first line has most of. A table of
 * one row stays as it is. Nothing when it would become longer than \p atMost characters. */
std::optional<QString> tableText(const QString &table, QChar separator, qsizetype atMost);

} // namespace odc::server
