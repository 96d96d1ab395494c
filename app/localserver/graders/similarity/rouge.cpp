// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/sequences.h"
#include "localserver/graders/similarity/words.h"

namespace odc::server {

namespace {

/** F1 of shared out of first and second: the harmonic mean of both shares. */
double f1(qsizetype shared, qsizetype first, qsizetype second)
{
    return shared == 0 ? 0 : 2.0 * double(shared) / double(first + second);
}

} // namespace

double rougeN(const QString &input, const QString &reference, int length)
{
    const NgramOverlap overlap = ngramOverlaps(foldedWords(input), foldedWords(reference), length).last();
    return f1(overlap.shared, overlap.first, overlap.second);
}

double rougeL(const QString &input, const QString &reference)
{
    const auto [first, second] = asSymbols(foldedWords(input), foldedWords(reference));
    return f1(commonSubsequence(first, second), first.size(), second.size());
}

} // namespace odc::server
