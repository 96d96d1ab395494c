// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivewriter.h"

#include "api/session.h"
#include "app/foldercopy.h"
#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "evals/evalmarks.h"
#include "net/requestqueue.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
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

QString lastFolderScope(const Profile &profile)
{
    return u"archive/"_s + profile.id;
}

} // namespace

ArchiveWriter::ArchiveWriter(ProfileStore &profiles, ProfileOpener &opener, Settings &settings, Clock &clock,
                             const QString &dataFolder, QObject *parent)
    : ArchiveService(parent), m_profiles(profiles), m_opener(opener), m_settings(settings), m_clock(clock),
      m_copiesFolder(dataFolder + u"/copies"_s)
{
    // Another run of the program may have gone on with it, or been killed at it.
    connect(&opener, &ProfileConnector::opened, this, [this](const Profile &profile) {
        if (profile.isArchive())
            refresh(profile.dataFolder);
    });
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
    if (!profile.isHere()) {
        ArchiveSource far = ArchiveSource::of(profile.effectiveUrl(), profile.organization, profile.project);
        far.name = profile.name;
        return far;
    }
    ArchiveSource source;
    source.local = true;
    source.place = cleanFolder(m_opener.folderOf(profile));
    source.host = profile.hostLabel();
    source.url = source.host;
    source.name = profile.name;
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
        if (why.isEmpty()) {
            m_settings.set(Setting::ArchiveFolder, m_folder, lastFolderScope(m_profile));
            connectSource();
        } else
            refuse(tr("The archive cannot be written there"), why);
    });
}

void ArchiveWriter::goOn()
{
    // The profile may have been edited since, to make it work again.
    if (const Profile *now = m_profiles.find(m_profile.id))
        start(Profile(*now), m_folder, ArchiveChoice(m_choice));
    else
        Q_EMIT startFailed(tr("The archive cannot go on"), tr("Its profile was removed."));
}

QString ArchiveWriter::lastFolder(const Profile &profile) const
{
    return m_settings.text(Setting::ArchiveFolder, lastFolderScope(profile));
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

QString ArchiveWriter::marksFolder(const QString &profileId) const
{
    return EvalMarks::folderOf(m_settings.folder(), profileId);
}

ArchiveManifest ArchiveWriter::newManifest() const
{
    ArchiveManifest manifest;
    manifest.source = sourceOf(m_profile);
    manifest.choice = m_choice;
    manifest.program = programName();
    manifest.createdAt = manifest.updatedAt = m_clock.unixSeconds();
    return manifest;
}

void ArchiveWriter::startServer()
{
    // What is killed from here on is an archive, and goes on as one.
    struct Prepared
    {
        QString error;
        MarksCopy::Files marks;
    };
    const auto mark = [folder = m_folder, marks = marksFolder(m_profile.id), isNew = m_isNew, manifest = newManifest()] {
        Prepared made{isNew ? ArchiveFolder::begin(folder, manifest) : QString(), {}};
        // Before the server has the folder: from then on it is the server's.
        if (made.error.isEmpty())
            made.error = MarksCopy::add(marks, MarksCopy::folderIn(folder));
        made.marks = MarksCopy::files(MarksCopy::folderIn(folder));
        return made;
    };
    const auto serve = [this](const Prepared &made) {
        if (!made.error.isEmpty()) {
            refuse(tr("The archive cannot be written there"), made.error);
            return;
        }
        m_marks = made.marks;
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
    m_target = std::make_unique<ArchiveTarget>(ProfileOpener::localQueue(root, *m_server, m_clock));
    ArchiveJob::Options options;
    options.source = sourceOf(m_profile);
    options.program = programName();
    options.folder = m_folder;
    options.choice = m_choice;
    options.marks = m_marks;
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
    refresh(cleanFolder(m_folder));
    Q_EMIT ended();
}

void ArchiveWriter::describe(Profile &profile, const ArchiveManifest &manifest)
{
    profile.archiveOf = manifest.source.host;
    profile.archivedAt = manifest.completedAt > 0 ? manifest.completedAt : manifest.updatedAt;
    profile.unfinished = manifest.isUnfinished();
}

void ArchiveWriter::refresh(const QString &folder)
{
    look(folder, this, [this, folder](const ArchiveFolder &found) {
        if (found.kind != ArchiveFolder::Kind::Archive)
            return;
        const QList<Profile> profiles = m_profiles.profiles();
        for (const Profile &known : profiles) {
            if (!known.isArchive() || known.dataFolder != folder)
                continue;
            Profile profile = known;
            describe(profile, found.manifest);
            if (profile.toJson() != known.toJson())
                (void)m_profiles.put(profile);
        }
    });
}

void ArchiveWriter::open(const QString &folder, QObject *owner,
                         std::function<void(const QString &profileId, const QString &error)> done)
{
    const QString place = cleanFolder(folder);
    if (isBusy() && place == cleanFolder(m_folder)) {
        const QString why = tr("This archive is being made just now. It can be opened once that has ended or was stopped.");
        QMetaObject::invokeMethod(owner, [why, done = std::move(done)] { done({}, why); }, Qt::QueuedConnection);
        return;
    }
    look(place, owner, [this, place, owner, done = std::move(done)](const ArchiveFolder &found) {
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
        describe(profile, manifest);
        profile.readOnly = true;
        if (profile.name.isEmpty())
            profile.name = tr("Archive of %1").arg(format::oneLine(manifest.source.title(), 60));
        if (profile.colour.isEmpty())
            profile.colour = u"#5B6570"_s;
        const auto stored = m_profiles.put(profile);
        if (!stored) {
            done({}, stored.error().headline());
            return;
        }
        // Without its marks it opens all the same.
        const auto takeMarks = [place, marks = manifest.marks, to = marksFolder(*stored)] {
            return MarksCopy::add(MarksCopy::folderIn(place), to, &marks);
        };
        inBackground(owner, takeMarks, [done, id = *stored](const QString &) { done(id, {}); });
    });
}

void ArchiveWriter::workOnCopy(const Profile &archive, const QString &name, QObject *owner,
                               std::function<void(qint64 done, qint64 total)> progress,
                               std::function<void(const QString &profileId, const QString &error)> done)
{
    const QString to = m_copiesFolder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    // A Local profile's data is no archive any more, and is not to be continued as one.
    FolderCopy::start(
        archive.dataFolder, to, {u"archive.json"_s, u"fetching"_s, u"marks"_s, u"store.sqlite-shm"_s}, m_clock, owner,
        std::move(progress),
        [this, to, name, from = archive.id, owner = QPointer(owner), done = std::move(done)](const QString &error) {
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
            if (!stored) {
                done({}, stored.error().headline());
                return;
            }
            const auto takeMarks = [from = marksFolder(from), to = marksFolder(*stored)] { return MarksCopy::add(from, to); };
            inBackground(owner, takeMarks, [done, id = *stored](const QString &) { done(id, {}); });
        });
}

} // namespace odc
