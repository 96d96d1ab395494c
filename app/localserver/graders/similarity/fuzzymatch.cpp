// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/sequences.h"

namespace odc::server {

double fuzzyMatch(const QString &input, const QString &reference)
{
    const Symbols first = input.toUcs4();
    const Symbols second = reference.toUcs4();
    const qsizetype both = first.size() + second.size();
    return both == 0 ? 1.0 : 2.0 * double(commonSubsequence(first, second)) / double(both);
}

} // namespace odc::server
