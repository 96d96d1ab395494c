// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptypes.h"

#include <QUrl>

namespace odc {

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    }
    return {};
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (const auto &[key, value] : m_fields) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    for (const auto &field : m_fields) {
        if (field.first.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString pathSegment(const QString &id)
{
    if (id.isEmpty() || id == QLatin1StringView(".") || id == QLatin1StringView(".."))
        return {};
    return QString::fromLatin1(QUrl::toPercentEncoding(id, QByteArrayLiteral(":")));
}

} // namespace odc
