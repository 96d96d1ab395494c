// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptypes.h"

#include <QUrl>

#include <algorithm>

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
    const auto field = find(name);
    return field == m_fields.cend() ? QByteArray() : field->second;
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    return find(name) != m_fields.cend();
}

HttpHeaders::Fields::const_iterator HttpHeaders::find(QByteArrayView name) const
{
    // Lengths first: each answer is asked for a dozen fields that it does not have.
    return std::find_if(m_fields.cbegin(), m_fields.cend(), [name](const auto &field) {
        return field.first.size() == name.size() && field.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QString pathSegment(const QString &id)
{
    if (id.isEmpty() || id == QLatin1StringView(".") || id == QLatin1StringView(".."))
        return {};
    return QString::fromLatin1(QUrl::toPercentEncoding(id, QByteArrayLiteral(":")));
}

} // namespace odc
