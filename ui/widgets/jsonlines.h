// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace odc::jsonlines {

enum class Piece { Key, String, Number, Word, Punctuation };

struct Span
{
    int start = 0;
    int length = 0;
    Piece piece = Piece::Punctuation;
};

/// What stands where in one line of JSON. Strings do not cross lines in JSON, so a line needs no context;
/// text that is not JSON gives harmless spans.
QList<Span> spans(const QString &line);

/// JSON with two blanks of indent, made by its punctuation alone: order, repeated keys and numbers stay
/// exactly as they came, and text that is not JSON comes out as it was, as far as it is not. Beyond a hundred
/// levels nothing is indented further. Any thread.
QByteArray indented(const QByteArray &json);

/// Text ready to be shown: UTF-8 decoded, control characters out, lines longer than `longest` characters cut
/// with a note of how much is left out, since a text view cannot lay out a line of megabytes. Any thread.
QString forDisplay(const QByteArray &text, int longest);

} // namespace odc::jsonlines
