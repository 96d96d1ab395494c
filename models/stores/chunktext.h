// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

namespace odc::chunktext {

/// How many characters at the beginning of `chunk` repeat the end of the one before, blanks where they meet
/// left aside. A few characters that happen to be the same are no overlap.
qsizetype overlap(const QString &before, const QString &chunk);

/// About how many tokens a text has; see estimateTokens().
qint64 tokens(const QString &text);

/// The chunk that has this text: the same, or the same but for blanks around it, or one that holds it; -1:
/// none.
int indexOf(const QStringList &chunks, const QString &text);

/// A place where something looked for was found.
struct Match
{
    int chunk = 0;
    qsizetype at = 0;
    qsizetype size = 0;
    bool operator==(const Match &) const = default;
};

/// At most so many places are told; a search for one letter has no use beyond.
constexpr qsizetype mostMatches = 100'000;

/// All places in order, none within another. Any thread; `stop` ends it early.
QList<Match> find(const QStringList &chunks, const QString &text, Qt::CaseSensitivity sensitivity,
                  const std::shared_ptr<std::atomic_bool> &stop = {});

} // namespace odc::chunktext
