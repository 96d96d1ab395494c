// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace odc::json {

// Tolerant readers: a missing field, null or a wrong type never fails, it reads as absent (WIRE §11).

/// Text; numbers and booleans as their JSON text; absent, null and others as empty.
QString text(const QJsonObject &object, QLatin1StringView key);
/// Whole number; also from 1.0 and from numeric text; absent otherwise.
std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView key);
std::optional<double> number(const QJsonObject &object, QLatin1StringView key);
bool boolean(const QJsonObject &object, QLatin1StringView key, bool fallback = false);

/// The object of a JSON text. `error` gets one sentence when it is not one.
std::optional<QJsonObject> parseObject(const QByteArray &text, QString *error);

} // namespace odc::json
