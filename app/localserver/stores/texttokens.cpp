// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/texttokens.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace odc::server {

namespace {

constexpr qsizetype lettersPerToken = 8;
constexpr qsizetype digitsPerToken = 3;
constexpr qsizetype signsPerToken = 16;
constexpr qsizetype spacesPerToken = 16;
constexpr qsizetype longestWordToken = 32; ///< with its combining marks

enum class Kind : quint8 { Space, Letter, Mark, Digit, Syllable, Other };

struct Sign
{
    char32_t code;
    qsizetype length; ///< 2 for a pair of surrogates
    Kind kind;
};

constexpr std::array<Kind, 128> asciiKinds = [] {
    std::array<Kind, 128> kinds{};
    for (int i = 0; i < 128; ++i) {
        const bool letter = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z');
        const bool space = i == ' ' || (i >= '\t' && i <= '\r');
        kinds[i] = letter                   ? Kind::Letter
                   : space                  ? Kind::Space
                   : (i >= '0' && i <= '9') ? Kind::Digit
                                            : Kind::Other;
    }
    return kinds;
}();

Kind kindOf(char32_t code)
{
    if (QChar::isSpace(code))
        return Kind::Space;
    if (QChar::isMark(code))
        return Kind::Mark;
    if (QChar::isDigit(code))
        return Kind::Digit;
    if (!QChar::isLetter(code))
        return Kind::Other;
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return Kind::Syllable;
    default:
        return Kind::Letter;
    }
}

Sign signAt(QStringView text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    if (unit < asciiKinds.size())
        return {unit, 1, asciiKinds[unit]};
    if (QChar::isHighSurrogate(unit) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        const char32_t code = QChar::surrogateToUcs4(unit, text[at + 1].unicode());
        return {code, 2, kindOf(code)};
    }
    return {unit, 1, kindOf(unit)};
}

qsizetype endOfSpace(QStringView text, qsizetype at)
{
    while (at < text.size()) {
        const Sign sign = signAt(text, at);
        if (sign.kind != Kind::Space)
            break;
        at += sign.length;
    }
    return at;
}

/** Where the token that begins at \p begin with something else than white space ends, its white space apart.
 */
qsizetype endOfToken(QStringView text, qsizetype begin)
{
    const Sign first = signAt(text, begin);
    qsizetype at = begin + first.length;
    qsizetype taken = 1;
    const auto goesOn = [&](const Sign &sign) {
        switch (first.kind) {
        case Kind::Letter:
        case Kind::Mark:
            return at + sign.length - begin <= longestWordToken &&
                   (sign.kind == Kind::Mark || (sign.kind == Kind::Letter && taken < lettersPerToken));
        case Kind::Digit:
            return sign.kind == Kind::Digit && taken < digitsPerToken;
        case Kind::Syllable:
            return sign.kind == Kind::Mark && at + sign.length - begin <= longestWordToken;
        case Kind::Other:
            return sign.code == first.code && taken < signsPerToken;
        case Kind::Space:
            break;
        }
        return false;
    };
    while (at < text.size()) {
        const Sign sign = signAt(text, at);
        if (!goesOn(sign))
            break;
        taken += sign.kind == Kind::Mark ? 0 : 1;
        at += sign.length;
    }
    return at;
}

/** Calls \p found with each beginning, until that returns false. */
template <typename Found> void scan(QStringView text, Found found)
{
    qsizetype at = endOfSpace(text, 0);
    if (at == text.size())
        return;
    qsizetype begin = 0;
    for (; begin + spacesPerToken < at; begin += spacesPerToken) {
        if (!found(begin))
            return;
    }
    while (at < text.size()) {
        if (!found(begin))
            return;
        const qsizetype end = endOfToken(text, at);
        at = endOfSpace(text, end);
        for (begin = end + spacesPerToken; begin < at; begin += spacesPerToken) {
            if (!found(begin))
                return;
        }
        begin = at;
    }
}

} // namespace

QList<qint32> tokenStarts(QStringView text, qsizetype atMost)
{
    QList<qint32> starts;
    scan(text, [&](qsizetype begin) {
        if (starts.size() >= atMost)
            return false;
        starts.append(qint32(begin));
        return true;
    });
    return starts;
}

qsizetype countTokens(QStringView text, qsizetype atMost)
{
    qsizetype count = 0;
    scan(text, [&](qsizetype) { return count < atMost && ++count > 0; });
    return count;
}

} // namespace odc::server
