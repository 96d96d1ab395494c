// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace odc {

/// Finds a text in bytes of JSON lines. What JSON lets one write in several ways is found in each: a letter
/// as itself and as its escape (ü, \u00fc), a quotation mark with and without its backslash. Any thread;
/// finding changes nothing.
class TextMatcher
{
public:
    struct Match
    {
        qsizetype from = -1; ///< -1: none
        qsizetype size = 0;
    };

    TextMatcher(const QString &text, bool caseSensitive);

    bool isEmpty() const { return m_letters.empty(); }
    /// No match is longer, in bytes.
    qsizetype longest() const { return m_longest; }
    /// The first match that begins at `from` or behind, and before `end`.
    Match next(QByteArrayView bytes, qsizetype from, qsizetype end) const;
    /// The last match that begins before `end`.
    Match previous(QByteArrayView bytes, qsizetype end) const;

private:
    /// How many bytes match from here on; -1: they do not.
    qsizetype matches(const char *at, const char *end, size_t letter) const;

    std::vector<QList<QByteArray>> m_letters; ///< each in all its spellings
    std::array<bool, 256> m_first{};          ///< bytes a match can begin with
    qsizetype m_longest = 0;
};

} // namespace odc
