// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileopener.h"

#include "api/operationtable.h"
#include "api/session.h"
#include "audit/auditlog.h"
#include "base/background.h"
#include "base/clock.h"
#include "cleaning/cleaningjournal.h"
#include "index/objectindex.h"
#include "net/qnamtransport.h"
#include "net/redactor.h"
#include "net/requestqueue.h"
#include "overview/overviewkeep.h"
#include "settings/keptname.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "transfers/transferjournal.h"
#include "transfers/transferqueue.h"
#include "watch/jobwatch.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString userAgent()
{
    return u"openai-data-console/"_s + QCoreApplication::applicationVersion();
}

constexpr auto indexEnding = ".sqlite"_L1;
constexpr auto cleaningEnding = ".jsonl"_L1;

/// What is kept of a profile in a folder, at all the places where it has been: paths that end in `ending`.
QStringList keptFiles(const QString &folder, const QString &profileId, QLatin1StringView ending)
{
    QSet<QString> found;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const qsizetype end = name.lastIndexOf(ending); // what is beside it begins with its name
        if (end >= 0 && isKeptName(name.first(end), profileId))
            found.insert(folder + u'/' + name.first(end + ending.size()));
    }
    return found.values();
}

void removeSeen(const QString &folder, const QString &profileId)
{
    const QStringList files = keptFiles(folder, profileId, indexEnding);
    for (const QString &file : files) {
        ObjectIndex::removeFile(file);
        OverviewKeep::removeFile(file); // counted from the same
    }
}

} // namespace

/// Those who are told of every answer of a session.
class ProfileOpener::Observers final : public AnswerObserver
{
public:
    Observers(AuditLog &audit, ObjectIndex &index) : m_audit(audit), m_index(index) {}
    void answered(const SeenAnswer &answer) override
    {
        m_audit.answered(answer);
        m_index.answered(answer);
    }

private:
    AuditLog &m_audit;
    ObjectIndex &m_index;
};

ProfileOpener::ProfileOpener(ProfileStore &profiles, SecretStore &secrets, const Settings &settings, Clock &clock,
                             const QString &dataFolder, QObject *parent)
    : ProfileConnector(parent), m_profiles(profiles), m_secrets(secrets), m_settings(settings), m_clock(clock),
      m_localFolder(dataFolder + u"/local"_s), m_server(std::make_shared<EmbeddedServer>(m_localFolder)),
      m_transfersFolder(dataFolder + u"/transfers"_s), m_indexFolder(dataFolder + u"/index"_s),
      m_auditFolder(dataFolder + u"/audit"_s), m_cleaningFolder(dataFolder + u"/cleaning"_s)
{
}

ProfileOpener::~ProfileOpener()
{
    close();
}

void ProfileOpener::close()
{
    m_opening.reset();
    if (!m_session)
        return;
    Q_EMIT closing();
    m_session->setObserver(nullptr);
    m_observers.reset();
    m_watch.reset();
    m_index.reset();
    m_transfers.reset();
    m_audit.reset();
    m_session.reset();
    m_openServer.reset();
    dropIdleServers();
    // Here and now: it may be opened again at once, and would begin with what is to be forgotten.
    if (std::exchange(m_forgetsSeen, false))
        removeSeen(m_indexFolder, m_transfersOf);
    if (std::exchange(m_forgets, false))
        forgetTransfers(m_transfersOf);
}

QString ProfileOpener::folderOf(const Profile &profile) const
{
    if (!profile.isHere())
        return {};
    return profile.dataFolder.isEmpty() ? m_localFolder : profile.dataFolder;
}

std::shared_ptr<EmbeddedServer> ProfileOpener::serverOf(const Profile &profile)
{
    if (!profile.isHere())
        return {};
    if (profile.dataFolder.isEmpty())
        return m_server;
    std::shared_ptr<EmbeddedServer> server = m_folderServers.value(profile.id);
    if (!server) {
        const auto mode = profile.isArchive() ? EmbeddedServer::Mode::ReadOnly : EmbeddedServer::Mode::Work;
        server = std::make_shared<EmbeddedServer>(profile.dataFolder, mode);
        m_folderServers.insert(profile.id, server);
    }
    return server;
}

void ProfileOpener::dropIdleServers()
{
    m_folderServers.removeIf([](const auto &entry) { return entry.value().use_count() == 1 && !entry.value()->isStarting(); });
}

void ProfileOpener::connectTo(const Profile &profile, QObject *owner, Connected done)
{
    makeSession(profile, {}, owner, std::move(done));
}

std::unique_ptr<RequestQueue> ProfileOpener::localQueue(const QUrl &url, const EmbeddedServer &server, Clock &clock)
{
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    transport.userAgent = userAgent();
    RequestQueue::Options options;
    options.baseUrl = url;
    options.credentials.apiKey = server.token().reveal();
    options.credentials.adminKey = server.adminToken().reveal();
    return std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock, systemRandom());
}

void ProfileOpener::prepare(const QString &profileId)
{
    const Profile *profile = m_profiles.find(profileId);
    if (const std::shared_ptr<EmbeddedServer> server = profile ? serverOf(*profile) : nullptr)
        server->ensureRunning(this, [](const QString &) {}); // whoever opens the profile hears of an error
}

void ProfileOpener::open(const QString &profileId)
{
    const Profile *found = m_profiles.find(profileId);
    if (!found)
        found = m_profiles.find(QLatin1StringView(localProfileId));
    const Profile profile = *found;
    close();
    m_opening = std::make_unique<QObject>();
    Q_EMIT opening(profile);
    makeSession(profile, {}, m_opening.get(),
                [this, profile](Connection made, const QString &headline, const QString &advice) {
        if (!made.session) {
            Q_EMIT failed(profile, headline, advice);
            return;
        }
        m_openServer = std::move(made.server);
        m_session = std::move(made.session);
        TransferQueue::Options transfers;
        transfers.journalFolder = journalFolder(profile.id);
        m_transfersOf = profile.id;
        m_transfers = std::make_unique<TransferQueue>(*m_session, transfers);
        makeParts(profile);
        m_audit->setRedactor(std::move(made.redactor));
        Q_EMIT opened(profile, {m_session.get(), m_transfers.get(), m_index.get(), m_watch.get(), m_audit.get()});
    });
}

void ProfileOpener::makeParts(const Profile &profile)
{
    AuditLog::Options audit;
    // A profile of the environment may be another service each time, and leaves nothing on the disk.
    const bool keeps = !profile.temporary && !profile.isArchive();
    if (keeps)
        audit.file = m_auditFolder + u'/' + keptNameOfId(profile.id) + u".jsonl"_s;
    audit.profile = profile.name;
    m_audit = std::make_unique<AuditLog>(audit, m_session->requestLog(), m_clock);
    ObjectIndex::Options index;
    if (keeps && m_settings.flag(Setting::KeepIndex))
        index.file = m_indexFolder + u'/' + keptName(profile) + indexEnding;
    index.mostBytes = m_settings.number(Setting::IndexMB) * qint64(1'000'000);
    m_index = std::make_unique<ObjectIndex>(index, m_clock);
    m_observers = std::make_unique<Observers>(*m_audit, *m_index);
    m_session->setObserver(m_observers.get());
    m_audit->setNames([index = QPointer<const ObjectIndex>(m_index.get()),
                       transfers = QPointer<const TransferQueue>(m_transfers.get())](const LoggedCall &call) {
        const QByteArray path = call.path.toUtf8();
        const ApiOperation *operation = apiOperationOf(call.method, path);
        const QStringList ids = operation ? operation->idsIn(path) : QStringList();
        if (ids.isEmpty())
            return QString();
        if (const IndexedObject *object = index ? index->findId(ids.last()) : nullptr)
            return object->name;
        return transfers ? transfers->nameOfUpload(ids.last()) : QString(); // has no list that could name it
    });
    m_watch = std::make_unique<JobWatch>(*m_session, *m_index, *m_transfers, m_clock);
}

QString ProfileOpener::keptNameNow(const QString &profileId) const
{
    const Profile *profile = m_profiles.find(profileId);
    return profile ? keptName(*profile) : keptNameOfId(profileId);
}

QString ProfileOpener::indexFile(const QString &profileId) const
{
    return m_indexFolder + u'/' + keptNameNow(profileId) + indexEnding;
}

QString ProfileOpener::cleaningFile(const QString &profileId) const
{
    return m_cleaningFolder + u'/' + keptNameNow(profileId) + cleaningEnding;
}

QString ProfileOpener::journalFolder(const QString &profileId) const
{
    return m_transfersFolder + u'/' + keptNameOfId(profileId);
}

void ProfileOpener::countUnfinishedTransfers(const QString &profileId, QObject *owner, std::function<void(int)> done)
{
    inBackground(owner, [folder = journalFolder(profileId)] { return TransferJournal::countUnfinished(folder); }, std::move(done));
}

void ProfileOpener::forgetTransfers(const QString &profileId)
{
    if (m_transfers && profileId == m_transfersOf) {
        m_forgets = true;
        return;
    }
    // An id of a damaged file must not lead to another folder.
    if (profileId.isEmpty() || profileId.count(u'.') == profileId.size())
        return;
    QThreadPool::globalInstance()->start(
        [profileId, folder = journalFolder(profileId), index = m_indexFolder, cleaning = m_cleaningFolder] {
        TransferJournal::removeAll(folder);
        removeSeen(index, profileId);
        const QStringList plans = keptFiles(cleaning, profileId, cleaningEnding);
        for (const QString &file : plans)
            CleaningJournal::remove(file);
    });
}

void ProfileOpener::forgetSeen(const QString &profileId)
{
    if (m_index && profileId == m_transfersOf)
        m_forgetsSeen = true;
    else if (!profileId.isEmpty())
        QThreadPool::globalInstance()->start([folder = m_indexFolder, profileId] { removeSeen(folder, profileId); });
}

void ProfileOpener::readKeys(const Profile &profile, const SecretString &typedKey, EmbeddedServer *server, QObject *owner,
                             std::function<void(const Keys &, const QString &, const QString &)> done)
{
    if (server) {
        const QString headline = profile.isArchive() ? tr("The archive could not be opened") : tr("The local server could not start");
        server->ensureRunning(owner, [keys = Keys{server->token(), server->adminToken()}, headline,
                                      done = std::move(done)](const QString &error) {
            done(keys, error.isEmpty() ? QString() : headline, error);
        });
        return;
    }
    // A form may hold another address than the one the keys were stored for: they never go there.
    const Profile *stored = m_profiles.find(profile.id);
    const bool ours = stored && stored->origin() == profile.origin();
    const auto thenAdmin = [this, profile, ours, owner, done](const SecretString &api) {
        if (!ours) {
            done({api, {}}, {}, {});
            return;
        }
        // The profile notes only what is in the keychain: one in memory or in the environment is there as well.
        m_secrets.read(profile.id, SecretKind::AdminKey, profile.hasAdminKey, owner,
                       [api, done](const SecretStore::ReadResult &result) {
            // Without the admin key everything but the permissions works; that page says what is missing.
            done({api, result && *result ? **result : SecretString()}, {}, {});
        });
    };
    if (!typedKey.isEmpty()) {
        thenAdmin(typedKey);
        return;
    }
    if (!ours) {
        done({}, {}, {});
        return;
    }
    m_secrets.read(profile.id, SecretKind::ApiKey, profile.hasApiKey, owner,
                   [done, thenAdmin](const SecretStore::ReadResult &result) {
        if (!result)
            done({}, result.error().message, result.error().advice);
        else
            thenAdmin(*result ? **result : SecretString());
    });
}

void ProfileOpener::makeSession(const Profile &profile, const SecretString &typedKey, QObject *owner, Connected done)
{
    const std::shared_ptr<EmbeddedServer> server = serverOf(profile);
    readKeys(profile, typedKey, server.get(), owner,
             [this, profile, weak = std::weak_ptr(server),
              done = std::move(done)](const Keys &keys, const QString &headline, const QString &advice) {
        if (!headline.isEmpty()) {
            done({}, headline, advice);
            return;
        }
        const std::shared_ptr<EmbeddedServer> server = weak.lock(); // the server itself may hold this function
        TransportOptions transportOptions;
        const bool local = server != nullptr;
        transportOptions.proxyUrl = local ? u"none"_s : profile.proxy;
        transportOptions.caFile = profile.caFile;
        transportOptions.userAgent = userAgent();
        QString problem;
        auto transport = std::make_unique<QnamTransport>(transportOptions, &problem);
        if (!problem.isEmpty()) {
            done({}, tr("The profile's connection settings cannot be used"), problem);
            return;
        }
        RequestQueue::Options options;
        options.baseUrl = local ? server->url() : profile.effectiveUrl();
        options.credentials = {keys.api.reveal(), keys.admin.reveal(), profile.organization, profile.project};
        options.readOnly = profile.readOnly || profile.isArchive();
        options.keyRequired = profile.keyRequired;
        auto queue = std::make_unique<RequestQueue>(options, std::move(transport), m_clock, systemRandom());
        const Redactor redactor({keys.api.reveal(), keys.admin.reveal()});
        done({server, std::make_unique<Session>(std::move(queue), m_clock),
              [redactor](const QString &text) { return redactor.clean(text); }},
             {}, {});
    });
}

void ProfileOpener::test(const Profile &profile, const SecretString &typedKey, QObject *owner,
                         std::function<void(const ConnectionReport &)> done)
{
    if (!profile.isHere() && !profile.effectiveUrl().isValid()) {
        ConnectionReport report;
        report.verdict = ConnectionReport::Verdict::BadUrl;
        QMetaObject::invokeMethod(owner, [done, report] { done(report); }, Qt::QueuedConnection);
        return;
    }
    makeSession(profile, typedKey, owner,
                [owner, done](Connection made, const QString &headline, const QString &advice) {
        if (!made.session) {
            ConnectionReport report;
            report.verdict = ConnectionReport::Verdict::Unreachable;
            report.error = ApiError::make(ApiError::Kind::LocalFile, headline + u" "_s + advice);
            done(report);
            return;
        }
        // The session of a test lives exactly as long as the test, or its owner.
        auto *raw = made.session.release();
        raw->setParent(owner);
        testConnection(*raw, owner, [raw, server = made.server, done](const ConnectionReport &report) {
            raw->deleteLater();
            done(report);
        });
    });
}

void ProfileOpener::addSampleData(QObject *owner, std::function<void(const QString &)> done)
{
    m_server->addSampleData(owner, std::move(done));
}

void ProfileOpener::localSession(QObject *owner, std::function<void(Session *session, const QString &error)> done)
{
    Profile profile;
    profile.id = QLatin1StringView(localProfileId);
    profile.kind = Profile::Kind::Local;
    makeSession(profile, {}, owner,
                [owner, done = std::move(done)](Connection connection, const QString &headline, const QString &advice) {
        if (!connection.session) {
            done(nullptr, headline + u": "_s + advice);
            return;
        }
        Session *made = connection.session.release(); // the program's own server runs as long as the program
        made->setParent(owner);
        done(made, {});
    });
}

} // namespace odc
