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

/// The same of a file that is known by its id alone: the service is asked for it first, for as long as `window`
/// is there. `key`: of the message that says why it cannot be had.
void downloadFile(const PageContext &context, const QString &fileId, QWidget *window, JobStrips &jobs,
                  MessageBar &messages, const QString &key);

} // namespace odc
