// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace odc {

/// What is in hand of the characters of texts, for estimateTokens().
struct Letters
{
    qint64 ascii = 0;
    qint64 others = 0;

    void add(std::string_view utf8)
    {
        // Eight bytes at a time, most of them ASCII: this looks at each letter of 200 MB.
        constexpr quint64 top = 0x8080808080808080U;
        qint64 notAscii = 0;
        const auto look = [&](char c) {
            notAscii += static_cast<unsigned char>(c) >= 0x80;
            others += static_cast<unsigned char>(c) >= 0xc0; // the first byte of a character
        };
        size_t i = 0;
        for (; i + 8 <= utf8.size(); i += 8) {
            quint64 word = 0;
            std::memcpy(&word, utf8.data() + i, 8);
            if (word & top)
                std::for_each_n(utf8.begin() + i, 8, look);
        }
        std::for_each(utf8.begin() + i, utf8.end(), look);
        ascii += qint64(utf8.size()) - notAscii;
    }
    void add(const Letters &more)
    {
        ascii += more.ascii;
        others += more.others;
    }
};

} // namespace odc
