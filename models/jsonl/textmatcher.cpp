// SPDX-License-Identifier: GPL-3.0-or-later
#include "textmatcher.h"

#include <algorithm>
#include <cstring>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

void add(QList<QByteArray> &spellings, const QByteArray &spelling)
{
    if (!spellings.contains(spelling))
        spellings.append(spelling);
}

QByteArray escaped(char32_t letter, bool upperCase)
{
    QByteArray escape;
    const QString units = QString::fromUcs4(&letter, 1);
    for (const QChar unit : units) {
        const QByteArray hex = QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        escape += "\\u" + (upperCase ? hex.toUpper() : hex);
    }
    return escape;
}

void addSpellings(QList<QByteArray> &spellings, char32_t letter)
{
    const char *shortOnes = "\"\"\\\\//\nn\rr\tt\bb\ff";
    add(spellings, QString::fromUcs4(&letter, 1).toUtf8());
    for (const char *at = shortOnes; *at; at += 2) {
        if (letter == char32_t(*at))
            add(spellings, QByteArray("\\") + at[1]);
    }
    // Some programs escape what would mean something in HTML.
    if (letter > 126 || letter < 32 || letter == '<' || letter == '>' || letter == '&' || letter == '\'') {
        add(spellings, escaped(letter, false));
        add(spellings, escaped(letter, true));
    }
}

} // namespace

TextMatcher::TextMatcher(const QString &text, bool caseSensitive)
{
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        QList<QByteArray> spellings;
        addSpellings(spellings, letter);
        if (!caseSensitive) {
            addSpellings(spellings, QChar::toLower(letter));
            addSpellings(spellings, QChar::toUpper(letter));
        }
        qsizetype longest = 0;
        for (const QByteArray &each : std::as_const(spellings))
            longest = std::max(longest, each.size());
        m_longest += longest;
        m_letters.push_back(std::move(spellings));
    }
    if (!m_letters.empty()) {
        for (const QByteArray &each : std::as_const(m_letters.front()))
            m_first[uchar(each.front())] = true;
    }
}

qsizetype TextMatcher::matches(const char *at, const char *end, size_t letter) const
{
    if (letter == m_letters.size())
        return 0;
    for (const QByteArray &each : m_letters[letter]) {
        if (end - at < each.size() || std::memcmp(at, each.constData(), size_t(each.size())) != 0)
            continue;
        const qsizetype rest = matches(at + each.size(), end, letter + 1);
        if (rest >= 0)
            return each.size() + rest;
    }
    return -1;
}

TextMatcher::Match TextMatcher::next(QByteArrayView bytes, qsizetype from, qsizetype end) const
{
    if (isEmpty())
        return {};
    const char *data = bytes.data();
    const char *behind = data + bytes.size();
    const bool oneByte = std::count(m_first.begin(), m_first.end(), true) == 1;
    const int first = int(std::find(m_first.begin(), m_first.end(), true) - m_first.begin());
    end = std::min(end, bytes.size());
    for (qsizetype at = from; at < end; ++at) {
        if (oneByte) {
            const void *found = std::memchr(data + at, first, size_t(end - at));
            if (!found)
                return {};
            at = static_cast<const char *>(found) - data;
        } else if (!m_first[uchar(data[at])]) {
            continue;
        }
        if (const qsizetype size = matches(data + at, behind, 0); size >= 0)
            return {at, size};
    }
    return {};
}

TextMatcher::Match TextMatcher::previous(QByteArrayView bytes, qsizetype end) const
{
    if (isEmpty())
        return {};
    const char *data = bytes.data();
    const char *behind = data + bytes.size();
    for (qsizetype at = std::min(end, bytes.size()) - 1; at >= 0; --at) {
        if (!m_first[uchar(data[at])])
            continue;
        if (const qsizetype size = matches(data + at, behind, 0); size >= 0)
            return {at, size};
    }
    return {};
}

} // namespace odc
