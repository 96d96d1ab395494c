// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace odc {

/// Why a line is no JSON, and where.
struct JsonFault
{
    int column = 0; ///< from 1, in UTF-16 units; 0: not known
    QString why;
};

/// Of a line that simdjson refused with `reason`: it does not say where, Qt does.
JsonFault jsonFaultOf(QByteArrayView line, const char *reason);

/// The column, from 1 and in UTF-16 units, of a byte of a line.
int columnAt(QByteArrayView line, qsizetype offset);

} // namespace odc
