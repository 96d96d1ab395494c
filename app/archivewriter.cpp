// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivewriter.h"

#include "api/session.h"
#include "app/foldercopy.h"
#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "net/requestqueue.h"
#include "settings/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString cleanFolder(const QString &folder)
{
    const QDir dir(folder);
    const QString canonical = dir.canonicalPath();
    return canonical.isEmpty() ? QDir::cleanPath(dir.absolutePath()) : canonical;
}

QString programName()
{
    return u"openai-data-console "_s + QCoreApplication::applicationVersion();
}

} // namespace

ArchiveWriter::ArchiveWriter(ProfileStore &profiles, ProfileOpener &opener, Clock &clock,
                             const QString &dataFolder, QObject *parent)
    : ArchiveService(parent), m_profiles(profiles), m_opener(opener), m_clock(clock),
      m_copiesFolder(dataFolder + u"/copies"_s)
{
}

ArchiveWriter::~ArchiveWriter()
{
    m_job.reset();
    m_target.reset();
    m_source.session.reset(); // before the server it may be on
    m_source.server.reset();
}

void ArchiveWriter::look(const QString &folder, QObject *owner,
                         std::function<void(const ArchiveFolder &)> done)
{
    inBackground(
        owner, [folder] { return ArchiveFolder::look(folder); }, std::move(done));
}

ArchiveSource ArchiveWriter::sourceOf(const Profile &profile) const
{
    if (!profile.isHere())
        return ArchiveSource::of(profile.effectiveUrl(), profile.organization, profile.project);
    ArchiveSource source;
    source.local = true;
    source.place = cleanFolder(m_opener.folderOf(profile));
    source.host = profile.hostLabel();
    source.url = source.host;
    return source;
}

void ArchiveWriter::refuse(const QString &headline, const QString &advice)
{
    m_starting = false;
    m_server.reset();
    m_source.session.reset(); // before the server it may be on
    m_source.server.reset();
    Q_EMIT startFailed(headline, advice);
}

void ArchiveWriter::start(const Profile &profile, const QString &folder, const ArchiveChoice &choice)
{
    if (isBusy())
        return;
    m_starting = true;
    m_profile = profile;
    m_folder = QDir::cleanPath(QDir(folder).absolutePath());
    m_choice = choice;
    m_job.reset();
    m_target.reset();
    m_source.session.reset(); // before the server it may be on
    m_source.server.reset();
    look(m_folder, this, [this](const ArchiveFolder &found) {
        const QString why = found.whyNotWrite(m_folder, sourceOf(m_profile));
        m_isNew = found.kind == ArchiveFolder::Kind::Free;
        if (why.isEmpty())
            connectSource();
        else
            refuse(tr("The archive cannot be written there"), why);
    });
}

void ArchiveWriter::connectSource()
{
    // First: a key that cannot be read leaves nothing behind in the folder.
    m_opener.connectTo(
        m_profile, this,
        [this](ProfileOpener::Connection made, const QString &headline, const QString &advice) {
            if (!made.session) {
                refuse(headline, advice);
                return;
            }
            m_source = std::move(made);
            startServer();
        });
}

ArchiveManifest ArchiveWriter::newManifest() const
{
    ArchiveManifest manifest;
    manifest.source = sourceOf(m_profile);
    manifest.program = programName();
    manifest.createdAt = manifest.updatedAt = m_clock.unixSeconds();
    return manifest;
}

void ArchiveWriter::startServer()
{
    // What is killed from here on is an archive, and goes on as one.
    const auto mark = [folder = m_folder, isNew = m_isNew, manifest = newManifest()] {
        return isNew ? ArchiveFolder::begin(folder, manifest) : QString();
    };
    const auto serve = [this](const QString &markError) {
        if (!markError.isEmpty()) {
            refuse(tr("The archive cannot be written there"), markError);
            return;
        }
        m_server = std::make_unique<EmbeddedServer>(m_folder, EmbeddedServer::Mode::Archiving);
        m_server->ensureRunning(this, [this](const QString &error) {
            if (error.isEmpty())
                begin();
            else
                refuse(tr("The archive cannot be written there"), error);
        });
    };
    inBackground(this, mark, serve);
}

void ArchiveWriter::begin()
{
    QUrl root = m_server->url();
    root.setPath({}); // the routes for archives lie beside those of the API
    m_target = std::make_unique<ArchiveTarget>(ProfileOpener::localQueue(root, m_server->token(), m_clock));
    ArchiveJob::Options options;
    options.source = sourceOf(m_profile);
    options.program = programName();
    options.folder = m_folder;
    options.choice = m_choice;
    m_job = std::make_unique<ArchiveJob>(*m_source.session, *m_target, options);
    // Later: the server must not be taken down while one of its answers is being told.
    connect(m_job.get(), &ArchiveJob::finished, this, &ArchiveWriter::jobEnded, Qt::QueuedConnection);
    m_starting = false;
    Q_EMIT started(m_job.get());
    m_job->start();
}

void ArchiveWriter::jobEnded()
{
    m_server.reset(); // others may open the folder now
    Q_EMIT ended();
}

void ArchiveWriter::open(const QString &folder, QObject *owner,
                         std::function<void(const QString &profileId, const QString &error)> done)
{
    const QString place = cleanFolder(folder);
    look(place, owner, [this, place, done = std::move(done)](const ArchiveFolder &found) {
        if (const QString why = found.whyNotOpen(place); !why.isEmpty()) {
            done({}, why);
            return;
        }
        Profile profile;
        for (const Profile &known : m_profiles.profiles()) {
            if (known.isArchive() && known.dataFolder == place)
                profile = known;
        }
        const ArchiveManifest &manifest = found.manifest;
        profile.kind = Profile::Kind::Archive;
        profile.dataFolder = place;
        profile.archiveOf = manifest.source.host;
        profile.archivedAt = manifest.completedAt > 0 ? manifest.completedAt : manifest.updatedAt;
        profile.readOnly = true;
        if (profile.name.isEmpty())
            profile.name = tr("Archive of %1").arg(format::oneLine(manifest.source.host, 60));
        if (profile.colour.isEmpty())
            profile.colour = u"#5B6570"_s;
        const auto stored = m_profiles.put(profile);
        done(stored.value_or(QString()), stored ? QString() : stored.error().headline());
    });
}

void ArchiveWriter::workOnCopy(const Profile &archive, const QString &name, QObject *owner,
                               std::function<void(qint64 done, qint64 total)> progress,
                               std::function<void(const QString &profileId, const QString &error)> done)
{
    const QString to = m_copiesFolder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    // A Local profile's data is no archive any more, and is not to be continued as one.
    FolderCopy::start(
        archive.dataFolder, to, {u"archive.json"_s, u"fetching"_s, u"store.sqlite-shm"_s}, m_clock, owner,
        std::move(progress),
        [this, to, name, colour = archive.colour, done = std::move(done)](const QString &error) {
            if (!error.isEmpty()) {
                done({}, error);
                return;
            }
            Profile profile;
            profile.kind = Profile::Kind::Local;
            profile.name = name;
            profile.dataFolder = to;
            profile.colour = u"#1A7F4B"_s;
            const auto stored = m_profiles.put(profile);
            done(stored.value_or(QString()), stored ? QString() : stored.error().headline());
        });
}

} // namespace odc
