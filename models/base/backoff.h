// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace odc {

/// Numbers in [0, 1); handed in so that tests can fix them.
using RandomSource = std::function<double()>;

/// A random source seeded from the system.
RandomSource systemRandom();

/// How long to wait before retry number `retry` (0 = first retry), in ms: min(0.5 * 2^n, 8) s, less up to a quarter
/// at random. The same rule as the official SDKs, so that servers see nothing new.
qint64 backoffDelayMs(int retry, const RandomSource &random);

/// What of a server's Retry-After is obeyed, in ms: up to 2 minutes. Longer ones (returns -1) mean: do not retry now,
/// tell the person. `askedMs` < 0 also gives -1.
qint64 acceptedServerDelayMs(qint64 askedMs);

} // namespace odc
