// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/searchwords.h"

namespace odc::server {

namespace {

bool beginsWord(char32_t code)
{
    if (code < 128)
        return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    return QChar::isLetterOrNumber(code) || QChar::category(code) == QChar::Other_PrivateUse;
}

bool isDiacritic(char32_t code)
{
    return code >= 0x300 && code <= 0x36f;
}

/** The Latin letter below all diacritics of \p code; 0 when there is none. The index takes off no others: a
 * Cyrillic or Japanese letter with a mark is another letter. */
char32_t latinBase(char32_t code)
{
    while (code >= 128) {
        const QString parts = QChar::decomposition(code);
        if (parts.size() != 2 || !isDiacritic(parts[1].unicode()))
            return 0;
        code = parts[0].unicode();
    }
    return code;
}

void appendFolded(QString &key, char32_t code)
{
    if (code < 128) {
        key.append(code >= 'A' && code <= 'Z' ? QChar(char16_t(code | 0x20)) : QChar(char16_t(code)));
        return;
    }
    if (isDiacritic(code))
        return;
    const char32_t folded = QChar::toCaseFolded(code);
    const char32_t base = latinBase(folded);
    key.append(QChar::fromUcs4(base > 0 ? base : folded));
}

} // namespace

QList<SearchWord> searchWords(QStringView text)
{
    QList<SearchWord> words;
    SearchWord word;
    const auto finish = [&](qsizetype end) {
        if (word.key.isEmpty())
            return;
        word.length = end - word.begin;
        words.append(std::move(word));
        word = {};
    };
    for (qsizetype at = 0; at < text.size();) {
        char32_t code = text[at].unicode();
        qsizetype length = 1;
        if (QChar::isHighSurrogate(code) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[at].unicode(), text[at + 1].unicode());
            length = 2;
        }
        if (beginsWord(code) || (!word.key.isEmpty() && QChar::isMark(code))) {
            if (word.key.isEmpty())
                word.begin = at;
            appendFolded(word.key, code);
        } else {
            finish(at);
        }
        at += length;
    }
    finish(text.size());
    return words;
}

} // namespace odc::server
