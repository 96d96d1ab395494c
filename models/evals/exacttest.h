// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace odc {

/// Two-sided exact binomial test of `less` against `more` events that are equally likely when nothing
/// changed: McNemar's exact test with discordant pairs, the sign test with signs. 0..1; none when there are
/// no events.
std::optional<double> exactTest(qint64 less, qint64 more);

/// "p = 0.0004" or "p < 0.0001" by locale, with spaces that no line breaks at; empty for none.
QString pText(std::optional<double> p);

} // namespace odc
