// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <simdjson.h>

#include <string_view>

/// Members of JSON objects, whatever is there instead of what should be: missing, null, of another type. Only
/// for .cpp files.
namespace odc::values {

namespace dom = simdjson::dom;

/// A string; numbers and booleans as they are written. Empty for anything else.
QString text(dom::element value, qsizetype most);
QString text(dom::object object, std::string_view key, qsizetype most = 1000);
/// A whole number of 0..2^53, of a number or of a string that holds one; else 0.
qint64 count(dom::object object, std::string_view key);
/// Unix seconds up to the end of the year 9999; else 0.
qint64 moment(dom::object object, std::string_view key);
/// The member as an object; one without members when it is none.
dom::object child(dom::object object, std::string_view key);
/// True, false or, when it says neither, `otherwise`.
bool flag(dom::object object, std::string_view key, bool otherwise);
bool has(dom::object object, std::string_view key);
/// "team=cx tag=q4"
QString pairs(dom::object object, std::string_view key);

} // namespace odc::values
