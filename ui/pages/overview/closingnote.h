// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDate;

namespace odc {

struct OverviewFigures;
struct PageContext;

/// What is to be said of the hosted service's parts that close, while something of the profile would go with
/// them; empty: nothing. Of other servers there is never anything to say.
QString closingNote(const PageContext &context, const OverviewFigures &figures, const QDate &today);

} // namespace odc
