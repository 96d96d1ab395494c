// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

class QAction;

namespace odc {

class ActionCollection;
class AreaPage;
class MessageBar;

/// Fills the embedded server with sample data and has the page read its list; what went wrong is said in
/// `messages`. Null where it is not offered: sample data goes to the program's own data, not to a copy of an
/// archive. Everything handed in outlives the action, which is called "<name>.sample".
QAction *addSampleAction(const PageContext &context, const QString &name, ActionCollection &actions,
                         MessageBar &messages, AreaPage &page);

} // namespace odc
