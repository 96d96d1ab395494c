// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace odc {

/// An object of any list exactly as received, for whoever copies what it does not need to understand.
struct RawObject
{
    QString id;
    QJsonObject raw;
    QByteArray json; ///< `raw` as compact text, its fields in alphabetical order
    QByteArray
        digest; ///< SHA-256 of `json` in hexadecimal digits: the same on every machine and in every run

    static RawObject fromJson(const QJsonObject &object);
};

} // namespace odc
