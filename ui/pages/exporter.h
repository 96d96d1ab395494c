// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/exportrows.h"
#include "ui/context/pagecontext.h"

#include <functional>

class QWidget;

namespace odc {

class MessageBar;

/// Asks where to, writes there on the thread pool, and says in `messages` how it went. `data` is asked once the person
/// has chosen; `name` is the file's name without its ending. All outlive `parent`, who owns the dialog.
void exportTo(const PageContext &context, QWidget *parent, MessageBar &messages, const QString &name, bool json,
              std::function<ExportData()> data);

} // namespace odc
