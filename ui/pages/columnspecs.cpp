// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/columnspecs.h"

#include "lists/rowmodelbase.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc {

namespace {

constexpr int least = 72;

} // namespace

QList<ColumnSpec> columnSpecs(const QList<ColumnInfo> &columns, int leastFirst)
{
    QList<ColumnSpec> specs;
    for (const ColumnInfo &column : columns) {
        ColumnSpec spec;
        spec.width = column.width;
        spec.minimum = std::min(column.width, specs.isEmpty() ? leastFirst : least);
        spec.stretch = column.type == ColumnType::Text || column.most > 0;
        spec.maximum = column.most;
        spec.shown = column.shown;
        // Its own id, which the details say whole; and what was, where what is now stands beside it.
        spec.expendable = column.key == "id"_ba || column.key == "from"_ba;
        // What went wrong is seen in a narrow window, too.
        spec.vital = column.type == ColumnType::State && (column.key == "status"_ba || column.key == "state"_ba);
        specs << spec;
    }
    return specs;
}

} // namespace odc
