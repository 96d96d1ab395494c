// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingline.h"

#include <algorithm>

namespace odc {

void moveInLine(QStringList &line, const QSet<QString> &moved, int places)
{
    // Backwards is forwards in the line turned round.
    if (places > 0)
        std::reverse(line.begin(), line.end());
    const qint64 steps = std::abs(qint64(places));
    qsizetype free = 0; // the first place that none of the moved ones has taken
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!moved.contains(line.at(i)))
            continue;
        const qsizetype to = std::max<qsizetype>(free, i - std::min<qint64>(steps, i));
        line.move(i, to);
        free = to + 1;
    }
    if (places > 0)
        std::reverse(line.begin(), line.end());
}

} // namespace odc
