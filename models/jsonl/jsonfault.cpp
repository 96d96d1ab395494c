// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonfault.h"

#include <QJsonDocument>

#include <algorithm>

namespace odc {

JsonFault jsonFaultOf(QByteArrayView line, const char *reason)
{
    QJsonParseError fault;
    QJsonDocument::fromJson(line.toByteArray(), &fault);
    if (fault.error == QJsonParseError::NoError)
        return {0, QString::fromUtf8(reason)};
    return {columnAt(line, fault.offset), fault.errorString()};
}

int columnAt(QByteArrayView line, qsizetype offset)
{
    return int(QString::fromUtf8(line.first(std::clamp<qsizetype>(offset, 0, line.size()))).size()) + 1;
}

} // namespace odc
