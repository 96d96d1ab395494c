// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonfields.h"

/// Numbers that are reckoned with later. What no honest server says is not taken for one: it would overflow.
namespace odc::json {

/// A count: steps, tokens. None below nothing, and none beyond what a double holds exactly.
inline std::optional<qint64> count(const QJsonObject &object, QLatin1StringView key)
{
    constexpr qint64 most = qint64(1) << 53;
    const auto value = integer(object, key);
    return value && *value >= 0 && *value <= most ? value : std::nullopt;
}

/// Unix seconds, from 1970 to the end of the year 9999.
inline std::optional<qint64> moment(const QJsonObject &object, QLatin1StringView key)
{
    constexpr qint64 last = 253'402'300'799;
    const auto value = count(object, key);
    return value && *value <= last ? value : std::nullopt;
}

} // namespace odc::json
