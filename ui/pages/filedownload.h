// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"

#include <QList>

class QWidget;

namespace odc {

class JobStrips;
class MessageBar;

/// Downloads what the service hands out of these: one file to a name that the person is asked for, several into a
/// folder. Runs in `jobs`; what cannot be downloaded is said in `messages`.
void downloadFiles(const PageContext &context, const QList<FileObject> &files, QWidget *window, JobStrips &jobs,
                   MessageBar &messages);

} // namespace odc
