// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markscopy.h"
#include "app/profileopener.h"
#include "archive/archivetarget.h"
#include "ui/context/archiveservice.h"

#include <memory>

namespace odc {

class Clock;
class ProfileStore;
class Settings;

/// Makes archives and opens them: owns the server that writes one, and the connection to what it is made of,
/// which is a connection of its own, so that the person may open other profiles meanwhile.
class ArchiveWriter final : public ArchiveService
{
    Q_OBJECT
public:
    ArchiveWriter(ProfileStore &profiles, ProfileOpener &opener, Settings &settings, Clock &clock,
                  const QString &dataFolder, QObject *parent = nullptr);
    ~ArchiveWriter() override;

    void look(const QString &folder, QObject *owner,
              std::function<void(const ArchiveFolder &)> done) override;
    ArchiveSource sourceOf(const Profile &profile) const override;
    void start(const Profile &profile, const QString &folder, const ArchiveChoice &choice) override;
    void goOn() override;
    QString lastFolder(const Profile &profile) const override;
    ArchiveJob *job() const override { return m_job.get(); }
    bool isBusy() const override { return m_starting || (m_job && m_job->isRunning()); }
    void open(const QString &folder, QObject *owner,
              std::function<void(const QString &profileId, const QString &error)> done) override;
    void workOnCopy(const Profile &archive, const QString &name, QObject *owner,
                    std::function<void(qint64 done, qint64 total)> progress,
                    std::function<void(const QString &profileId, const QString &error)> done) override;

private:
    void connectSource();
    void startServer();
    void begin();
    ArchiveManifest newManifest() const;
    void refuse(const QString &headline, const QString &advice);
    void jobEnded();
    /// Where a profile's marks lie on this computer.
    QString marksFolder(const QString &profileId) const;
    /// What the manifest says of the archive of this profile.
    static void describe(Profile &profile, const ArchiveManifest &manifest);
    /// An archive's entry among the profiles says what its manifest says now.
    void refresh(const QString &folder);

    ProfileStore &m_profiles;
    ProfileOpener &m_opener;
    Settings &m_settings;
    Clock &m_clock;
    const QString m_copiesFolder;
    bool m_starting = false;
    Profile m_profile; ///< that is being archived
    QString m_folder;
    MarksCopy::Files m_marks; ///< that lie in the folder
    ArchiveChoice m_choice;
    bool m_isNew = false; ///< nothing is in the folder yet
    std::unique_ptr<EmbeddedServer> m_server;
    ProfileOpener::Connection m_source;
    std::unique_ptr<ArchiveTarget> m_target;
    std::unique_ptr<ArchiveJob> m_job; ///< goes before what it works with
};

} // namespace odc
