// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnlayout.h"

#include <algorithm>

namespace odc {

QList<ColumnPlace> placeColumns(const QList<int> &order, const QList<ColumnSpec> &specs,
                                const QList<int> &widths, int available)
{
    QList<ColumnPlace> places;
    int used = 0;
    for (const int column : order) {
        const int width = qMax(specs[column].minimum, places.isEmpty() ? 0 : widths[column]);
        places.append({column, width, false});
        used += width;
    }
    if (places.isEmpty()) {
        return places;
    }
    const auto rank = [&](const ColumnPlace &place) {
        const ColumnSpec &spec = specs[place.column];
        return spec.expendable ? 0 : spec.vital ? 2 : 1;
    };
    for (const int turn : {0, 1, 2}) {
        for (qsizetype i = places.size() - 1; i > 0 && used > available; --i) {
            if (places[i].dropped || rank(places[i]) != turn)
                continue;
            places[i].dropped = true;
            used -= places[i].width;
        }
    }

    int spare = available - used;
    const auto give = [&](ColumnPlace &place, int most) {
        const int maximum = specs[place.column].maximum;
        const int room = maximum > 0 ? qMax(0, maximum - place.width) : most;
        const int given = qMin(qMin(most, room), spare);
        place.width += given;
        spare -= given;
    };
    if (spare > 0) {
        give(places.first(), spare);
    }
    QList<int> stretching;
    for (qsizetype i = 1; i < places.size(); ++i) {
        if (!places[i].dropped && specs[places[i].column].stretch) {
            stretching.append(int(i));
        }
    }
    // What is enough for some is left to the others.
    std::stable_partition(stretching.begin(), stretching.end(),
                          [&](int place) { return specs[places[place].column].maximum > 0; });
    for (qsizetype left = stretching.size(); left > 0 && spare > 0; --left) {
        give(places[stretching[stretching.size() - left]], spare / int(left));
    }
    if (spare > 0) {
        places.first().width += spare;
    }
    return places;
}

} // namespace odc
