// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// A piece of a text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

/// The words of some queries, to be marked in what was found. Small words that stand in every text are left
/// out.
class QueryTerms
{
public:
    explicit QueryTerms(const QStringList &queries = {});

    /// The words of `text` that are one of these, or begin like it: "returns" and "returned" with "return".
    /// In order.
    QList<TextRange> in(const QString &text) const;
    /// Where to begin to read, so that the first of these words is near: the text's beginning, or that of a
    /// word.
    qsizetype startIn(const QString &text, qsizetype room) const;
    const QStringList &words() const { return m_words; }

private:
    bool isTerm(QStringView word) const;

    QStringList m_words; ///< folded
};

} // namespace odc
