// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"

namespace odc::jsontext {

void append(QByteArray &json, const QByteArray &utf8)
{
    json += '"';
    const char *from = utf8.cbegin();
    for (const char *at = from; at != utf8.cend(); ++at) {
        const auto c = uchar(*at);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        json.append(from, at - from);
        from = at + 1;
        if (c == '"' || c == '\\') {
            json += '\\';
            json += char(c);
        } else {
            constexpr auto digits = "0123456789abcdef";
            json += "\\u00";
            json += digits[c >> 4];
            json += digits[c & 15];
        }
    }
    json.append(from, utf8.cend() - from);
    json += '"';
}

void append(QByteArray &json, const QString &text)
{
    append(json, text.toUtf8());
}

void appendKey(QByteArray &json, const char *key)
{
    json += json.endsWith('{') ? "\"" : ",\"";
    json += key;
    json += "\":";
}

} // namespace odc::jsontext
