// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileopener.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "settings/profilestore.h"
#include "transfers/transferjournal.h"
#include "transfers/transferqueue.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString userAgent()
{
    return u"openai-data-console/"_s + QCoreApplication::applicationVersion();
}

} // namespace

ProfileOpener::ProfileOpener(ProfileStore &profiles, SecretStore &secrets, Clock &clock, const QString &dataFolder,
                             QObject *parent)
    : ProfileConnector(parent), m_profiles(profiles), m_secrets(secrets), m_clock(clock),
      m_server(dataFolder + u"/local"_s),
      m_transfersFolder(dataFolder + u"/transfers"_s)
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
    m_transfers.reset();
    m_session.reset();
    if (std::exchange(m_forgets, false))
        forgetTransfers(m_transfersOf);
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
                [this, profile](std::unique_ptr<Session> session, const QString &headline, const QString &advice) {
        if (!session) {
            Q_EMIT failed(profile, headline, advice);
            return;
        }
        m_session = std::move(session);
        TransferQueue::Options transfers;
        transfers.journalFolder = journalFolder(profile.id);
        m_transfersOf = profile.id;
        m_transfers = std::make_unique<TransferQueue>(*m_session, transfers);
        Q_EMIT opened(profile, m_session.get(), m_transfers.get());
    });
}

QString ProfileOpener::journalFolder(const QString &profileId) const
{
    return m_transfersFolder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(profileId));
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
    QThreadPool::globalInstance()->start([folder = journalFolder(profileId)] { TransferJournal::removeAll(folder); });
}

void ProfileOpener::readKeys(const Profile &profile, const SecretString &typedKey, QObject *owner,
                             std::function<void(const Keys &, const QString &, const QString &)> done)
{
    if (profile.kind == Profile::Kind::Local) {
        m_server.ensureRunning(owner, [this, done = std::move(done)](const QString &error) {
            done({m_server.token(), {}}, error.isEmpty() ? QString() : tr("The local server could not start"), error);
        });
        return;
    }
    // A form may hold another address than the one the keys were stored for: they never go there.
    const Profile *stored = m_profiles.find(profile.id);
    const bool ours = stored && stored->origin() == profile.origin();
    const auto thenAdmin = [this, profile, ours, owner, done](const SecretString &api) {
        if (!ours || !profile.hasAdminKey) {
            done({api, {}}, {}, {});
            return;
        }
        m_secrets.read(profile.id, SecretKind::AdminKey, true, owner,
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

void ProfileOpener::makeSession(const Profile &profile, const SecretString &typedKey, QObject *owner, SessionDone done)
{
    readKeys(profile, typedKey, owner,
             [this, profile, done = std::move(done)](const Keys &keys, const QString &headline, const QString &advice) {
        if (!headline.isEmpty()) {
            done(nullptr, headline, advice);
            return;
        }
        TransportOptions transportOptions;
        const bool local = profile.kind == Profile::Kind::Local;
        transportOptions.proxyUrl = local ? u"none"_s : profile.proxy;
        transportOptions.caFile = profile.caFile;
        transportOptions.userAgent = userAgent();
        QString problem;
        auto transport = std::make_unique<QnamTransport>(transportOptions, &problem);
        if (!problem.isEmpty()) {
            done(nullptr, tr("The profile's connection settings cannot be used"), problem);
            return;
        }
        RequestQueue::Options options;
        options.baseUrl = local ? m_server.url() : profile.effectiveUrl();
        options.credentials = {keys.api.reveal(), keys.admin.reveal(), profile.organization, profile.project};
        options.readOnly = profile.readOnly;
        options.keyRequired = profile.keyRequired;
        auto queue = std::make_unique<RequestQueue>(options, std::move(transport), m_clock, systemRandom());
        done(std::make_unique<Session>(std::move(queue), m_clock), {}, {});
    });
}

void ProfileOpener::test(const Profile &profile, const SecretString &typedKey, QObject *owner,
                         std::function<void(const ConnectionReport &)> done)
{
    if (profile.kind != Profile::Kind::Local && !profile.effectiveUrl().isValid()) {
        ConnectionReport report;
        report.verdict = ConnectionReport::Verdict::BadUrl;
        QMetaObject::invokeMethod(owner, [done, report] { done(report); }, Qt::QueuedConnection);
        return;
    }
    makeSession(profile, typedKey, owner,
                [owner, done](std::unique_ptr<Session> session, const QString &headline, const QString &advice) {
        if (!session) {
            ConnectionReport report;
            report.verdict = ConnectionReport::Verdict::Unreachable;
            report.error = ApiError::make(ApiError::Kind::LocalFile, headline + u" "_s + advice);
            done(report);
            return;
        }
        // The session of a test lives exactly as long as the test, or its owner.
        auto *raw = session.release();
        raw->setParent(owner);
        testConnection(*raw, owner, [raw, done](const ConnectionReport &report) {
            raw->deleteLater();
            done(report);
        });
    });
}

void ProfileOpener::addSampleData(QObject *owner, std::function<void(const QString &)> done)
{
    m_server.addSampleData(owner, std::move(done));
}

void ProfileOpener::localSession(QObject *owner, std::function<void(Session *session, const QString &error)> done)
{
    Profile profile;
    profile.id = QLatin1StringView(localProfileId);
    profile.kind = Profile::Kind::Local;
    makeSession(profile, {}, owner,
                [owner, done = std::move(done)](std::unique_ptr<Session> session, const QString &headline, const QString &advice) {
        if (!session) {
            done(nullptr, headline + u": "_s + advice);
            return;
        }
        Session *made = session.release();
        made->setParent(owner);
        done(made, {});
    });
}

} // namespace odc
