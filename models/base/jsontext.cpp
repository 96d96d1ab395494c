// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace odc::jsontext {

namespace {

bool isEscaped(char c)
{
    return uchar(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &json, char c)
{
    if (c == '"' || c == '\\') {
        json += '\\';
        json += c;
        return;
    }
    constexpr auto digits = "0123456789abcdef";
    json += "\\u00";
    json += digits[uchar(c) >> 4];
    json += digits[uchar(c) & 15];
}

/// Makes the text longer and gives the place of what is to be filled in. QByteArray::append() is an insert() in this Qt.
char *grow(QByteArray &json, qsizetype bytes)
{
    const qsizetype before = json.size();
    json.resize(before + bytes);
    return json.data() + before;
}

} // namespace

void append(QByteArray &json, const QByteArray &utf8)
{
    json += '"';
    const char *from = utf8.cbegin();
    while (from != utf8.cend()) {
        const char *to = std::find_if(from, utf8.cend(), isEscaped);
        std::copy(from, to, grow(json, to - from));
        from = to;
        if (to != utf8.cend())
            appendEscaped(json, *from++);
    }
    json += '"';
}

void append(QByteArray &json, const QString &text)
{
    append(json, text.toUtf8());
}

void append(QByteArray &json, qint64 number)
{
    std::array<char, 20> digits; // of the least, with its sign
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    std::copy(digits.data(), end.ptr, grow(json, end.ptr - digits.data()));
}

void appendKey(QByteArray &json, QByteArrayView key)
{
    const bool isFirst = json.endsWith('{');
    char *to = grow(json, key.size() + (isFirst ? 3 : 4));
    if (!isFirst)
        *to++ = ',';
    *to++ = '"';
    to = std::copy(key.cbegin(), key.cend(), to);
    *to++ = '"';
    *to = ':';
}

} // namespace odc::jsontext
