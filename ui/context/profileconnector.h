// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connectiontest.h"
#include "settings/profile.h"
#include "settings/secretstore.h"

#include <QObject>

#include <functional>

namespace odc {

class AuditLog;
class JobWatch;
class ObjectIndex;
class Session;
class TransferQueue;

/// What an open profile is worked with; none is null. All of it lives until ProfileConnector::closing().
struct OpenProfile {
    Session *session;
    TransferQueue *transfers; ///< not open()ed yet: whoever shows them does that, once it listens
    ObjectIndex *index;       ///< nor is this
    JobWatch *watch;          ///< nor is this start()ed
    AuditLog *audit;
};

/// How the window asks the program to open profiles; the program knows keys, transports and the embedded server, the
/// window does not. GUI thread.
class ProfileConnector : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Closes the open profile and opens this one: ends in opened() or failed().
    virtual void open(const QString &profileId) = 0;
    /// Tests a profile as it stands in a form. A key left empty in the form is taken from the secret store.
    virtual void test(const Profile &profile, const SecretString &typedKey, QObject *owner,
                      std::function<void(const ConnectionReport &)> done) = 0;
    /// Puts the sample data into the embedded server; `done` gets a translated error, empty when it went well.
    virtual void addSampleData(QObject *owner, std::function<void(const QString &)> done) = 0;
    /// A session of the embedded server's own, for what it can work out for any profile; a child of `owner`. Null, with a
    /// translated error, when the server could not start.
    virtual void localSession(QObject *owner, std::function<void(Session *session, const QString &error)> done) = 0;
    /// How many transfers of this profile are neither done nor cancelled.
    virtual void countUnfinishedTransfers(const QString &profileId, QObject *owner, std::function<void(int)> done) = 0;
    /// The profile was removed: its transfers and what was seen of it are forgotten, of the open one as soon as it is
    /// closed. The audit log stays.
    virtual void forgetTransfers(const QString &profileId) = 0;
    /// What was seen of this profile is forgotten, of the open one as soon as it is closed.
    virtual void forgetSeen(const QString &) { }
    /// The SQLite file in which the index of a profile is kept, whether or not there is one.
    virtual QString indexFile(const QString &profileId) const = 0;
    /// The journal of a clean-up of a profile, whether or not there is one.
    virtual QString cleaningFile(const QString &profileId) const = 0;

Q_SIGNALS:
    void opening(const odc::Profile &profile);
    void opened(const odc::Profile &profile, const odc::OpenProfile &open);
    /// `headline` and `advice` are translated sentences.
    void failed(const odc::Profile &profile, const QString &headline, const QString &advice);
    /// The session is about to go: everything that hangs on it must go first.
    void closing();
};

} // namespace odc
