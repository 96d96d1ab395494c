// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivefolder.h"
#include "archive/archivejob.h"
#include "settings/profile.h"

#include <QObject>

#include <functional>

namespace odc {

/// How the window has archives made and opened; the program knows keys, servers and folders, the window does not. At most
/// one archive is being made at a time; that does not depend on which profile is open. GUI thread.
class ArchiveService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What lies in a folder; `done` comes later, not once `owner` is gone.
    virtual void look(const QString &folder, QObject *owner, std::function<void(const ArchiveFolder &)> done) = 0;
    /// What an archive of this profile would say it came from.
    virtual ArchiveSource sourceOf(const Profile &profile) const = 0;

    /// Archives a profile into a folder: ends in started() or startFailed().
    virtual void start(const Profile &profile, const QString &folder, const ArchiveChoice &choice) = 0;
    /// Again, as it was started last: from where it was. Nothing, while one is being made or before the first.
    virtual void goOn() = 0;
    /// Where this profile was archived to last; empty: it never was.
    virtual QString lastFolder(const Profile &profile) const = 0;
    /// The one that is being made, or the last one until the next starts; null when there was none.
    virtual ArchiveJob *job() const = 0;
    virtual bool isBusy() const = 0;

    /// Opens an archive as a profile, made when there is none for this folder. `done` gets its id, or a translated error.
    virtual void open(const QString &folder, QObject *owner,
                      std::function<void(const QString &profileId, const QString &error)> done) = 0;

    /// Copies the folder of an archive, then makes a Local profile that works on the copy. `progress` gets bytes so far and
    /// in all; `done` as in open(). Destroying `owner` stops it, and takes away what was copied.
    virtual void workOnCopy(const Profile &archive, const QString &name, QObject *owner,
                            std::function<void(qint64 done, qint64 total)> progress,
                            std::function<void(const QString &profileId, const QString &error)> done) = 0;

Q_SIGNALS:
    void started(odc::ArchiveJob *job);
    /// `headline` and `advice` are translated sentences.
    void startFailed(const QString &headline, const QString &advice);
    /// job() has ended; its report is there.
    void ended();
};

} // namespace odc
