// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/words.h"

#include <QChar>
#include <QList>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

enum class Kind { Space, Word, Ideograph, Other };

bool isIdeograph(char32_t character)
{
    const auto within = [character](char32_t first, char32_t last) {
        return character >= first && character <= last;
    };
    return within(0x3040, 0x30ff) || within(0x3400, 0x4dbf) || within(0x4e00, 0x9fff) ||
           within(0xf900, 0xfaff) || within(0x20000, 0x2fa1f);
}

Kind kindOf(char32_t character)
{
    if (QChar::isSpace(character))
        return Kind::Space;
    if (isIdeograph(character))
        return Kind::Ideograph;
    const bool word = QChar::isLetterOrNumber(character) || QChar::isMark(character) || character == U'_';
    return word ? Kind::Word : Kind::Other;
}

Kind kindOf(const QString &token)
{
    const QChar first = token.front();
    return kindOf(first.isHighSurrogate() && token.size() > 1 ? QChar::surrogateToUcs4(first, token[1])
                                                              : first.unicode());
}

} // namespace

QStringList tokens(const QString &text)
{
    QStringList result;
    QString token;
    Kind running = Kind::Space;
    const QList<uint> characters = text.normalized(QString::NormalizationForm_C).toUcs4();
    for (const uint each : characters) {
        const Kind kind = kindOf(each);
        if (!token.isEmpty() && (kind != running || kind == Kind::Ideograph)) {
            result.append(token);
            token.clear();
        }
        running = kind;
        if (kind != Kind::Space)
            token += QChar::fromUcs4(each);
    }
    if (!token.isEmpty())
        result.append(token);
    return result;
}

QString foldedCase(const QString &text)
{
    // toCaseFolded() keeps the length of a text, so it would leave the sharp s alone.
    return text.toUpper().toLower();
}

QStringList foldedTokens(const QString &text)
{
    QStringList result = tokens(text);
    for (QString &each : result)
        each = foldedCase(each);
    return result;
}

QStringList foldedWords(const QString &text)
{
    QStringList result = foldedTokens(text);
    result.removeIf([](const QString &each) { return kindOf(each) == Kind::Other; });
    return result;
}

} // namespace odc::server
