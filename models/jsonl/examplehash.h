// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <simdjson.h>

namespace odc {

/// What a value of JSON says, as 64 bits: how it is written, the order of its members, members that are null
/// and blanks around its texts make no difference. New in each process, never to be stored.
quint64 contentHash(simdjson::dom::element value);

/// The same of a line of a training file: of what is trained, ids and notes are no part. Never 0.
quint64 exampleHash(simdjson::dom::object example);

} // namespace odc
