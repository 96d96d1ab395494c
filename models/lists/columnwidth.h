// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <initializer_list>

namespace odc::columnwidth {

// A model has no font: widths are those of the default one, about, in device independent pixels.
constexpr double letter = 7.5;
constexpr int padding = 28; ///< around a header
constexpr int mark = 16;    ///< shape of a state and the room behind it
constexpr int arrow = 12;   ///< of the sorted column

/// Of a header or cell with this text.
inline int of(const QString &text, int least, int most)
{
    return std::clamp(int(double(text.size()) * letter) + padding, least, most);
}

/// Of a column that holds one of these states, whatever the language calls them; `more` letters may follow the word.
inline int ofStates(std::initializer_list<QString> words, int more, int least, int most)
{
    qsizetype longest = 0;
    for (const QString &word : words)
        longest = std::max(longest, word.size());
    return std::clamp(int(double(longest + more) * letter) + padding + mark, least, most);
}

} // namespace odc::columnwidth
