// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawobject.h"

#include "api/jsonfields.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace odc {

RawObject RawObject::fromJson(const QJsonObject &object)
{
    RawObject made;
    made.id = json::text(object, QLatin1StringView("id"));
    made.raw = object;
    made.json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    made.digest = QCryptographicHash::hash(made.json, QCryptographicHash::Sha256).toHex();
    return made;
}

} // namespace odc
