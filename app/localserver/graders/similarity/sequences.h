// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <utility>

namespace odc::server {

using Symbols = QList<quint32>;

/** Both lists with each different text as a number: comparing and hashing numbers is what the metrics do all
 * day. */
std::pair<Symbols, Symbols> asSymbols(const QStringList &first, const QStringList &second);

/** How many n-grams of one length two texts have, and how many of them they share, each as often as both have
 * it. */
struct NgramOverlap
{
    qsizetype first = 0;
    qsizetype second = 0;
    qsizetype shared = 0;
};

/** For the lengths 1 to \p longest, shortest first. Linear in the lengths of the texts. */
QList<NgramOverlap> ngramOverlaps(const QStringList &first, const QStringList &second, int longest);

/**
 * The length of the longest common subsequence. Time is the product of the lengths by 64 (bit-parallel, after
 * Hyyrö 2004), memory is linear.
 */
qsizetype commonSubsequence(const Symbols &first, const Symbols &second);

} // namespace odc::server
