// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/sequences.h"
#include "localserver/graders/similarity/words.h"

#include <algorithm>

namespace odc::server {

double gleu(const QString &input, const QString &reference)
{
    NgramOverlap all;
    for (const NgramOverlap &each : ngramOverlaps(tokens(input), tokens(reference), 4)) {
        all.first += each.first;
        all.second += each.second;
        all.shared += each.shared;
    }
    const qsizetype most = std::max(all.first, all.second);
    return most == 0 ? 0 : double(all.shared) / double(most);
}

} // namespace odc::server
