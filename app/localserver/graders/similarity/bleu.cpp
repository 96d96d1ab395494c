// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/sequences.h"
#include "localserver/graders/similarity/words.h"

#include <algorithm>
#include <cmath>

namespace odc::server {

double bleu(const QString &input, const QString &reference)
{
    const QStringList inputWords = tokens(input);
    const QStringList referenceWords = tokens(reference);
    const int longest = int(std::min<qsizetype>(inputWords.size(), 4));
    const auto overlaps = ngramOverlaps(inputWords, referenceWords, longest);
    if (overlaps.isEmpty() || overlaps.first().shared == 0)
        return 0;

    double logarithms = 0;
    double smoothed = 1;
    for (const NgramOverlap &each : overlaps) {
        if (each.shared == 0)
            smoothed /= 2;
        logarithms += std::log((each.shared == 0 ? smoothed : double(each.shared)) / double(each.first));
    }
    const double ratio = double(referenceWords.size()) / double(inputWords.size());
    const double brevityPenalty = std::exp(std::min(0.0, 1 - ratio));
    return brevityPenalty * std::exp(logarithms / longest);
}

} // namespace odc::server
