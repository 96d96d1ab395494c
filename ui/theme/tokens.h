// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

namespace odc {

/// The named colours of the window; their values are in Theme, for light and dark.
enum class Token {
    Window, ///< behind everything, headers, details
    Base,   ///< tables, inputs, cards
    Side,   ///< navigation, title area
    Line,   ///< 1 px separators
    Text,
    Secondary, ///< labels, ids, counts
    Accent,    ///< primary button, running, focus ring, links
    Selection, ///< selected row, active navigation, chips
    Ok,
    Warn,
    Bad,
};
constexpr int tokenCount = 11;

/// Colours made from the tokens, so that both themes stay consistent by construction.
enum class Shade {
    OnAccent,   ///< text and icons on a filled accent
    Hover,      ///< row, menu entry or flat button under the pointer
    Header,     ///< ground of a table's header
    RowLine,    ///< between the rows of a list
    Track,      ///< empty part of a progress bar
    Disabled,   ///< text and icons that cannot be used
    Control,    ///< outline of an input or button
    HandleRest, ///< scroll bar handle
    HandleHover,
};

/// The colour a state's mark is drawn in.
constexpr Token toneToken(Tone tone)
{
    switch (tone) {
    case Tone::None:
        return Token::Secondary;
    case Tone::Fine:
        return Token::Ok;
    case Tone::Running:
        return Token::Accent;
    case Tone::Attention:
        return Token::Warn;
    case Tone::Failed:
        return Token::Bad;
    }
    return Token::Secondary;
}

/// The colour of a state's word: only what needs a person stands out from the text.
constexpr Token toneTextToken(Tone tone)
{
    return tone == Tone::Attention || tone == Tone::Failed ? toneToken(tone) : Token::Text;
}

} // namespace odc
