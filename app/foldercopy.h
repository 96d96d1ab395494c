// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace odc {

class Clock;

/// Copies a folder with all that is in it, on the pool.
class FolderCopy
{
public:
    /// Into `to`, which must not be there yet; `except`: names at the top that are left out. `progress` gets
    /// bytes so far and in all, `done` a translated error, empty when all is there. Neither is called once
    /// `owner` is gone; what was copied by then, or until an error, is taken away again. GUI thread.
    static void start(const QString &from, const QString &to, const QStringList &except, Clock &clock,
                      QObject *owner, std::function<void(qint64 done, qint64 total)> progress,
                      std::function<void(const QString &error)> done);
};

} // namespace odc
