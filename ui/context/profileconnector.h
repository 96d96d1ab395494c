// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connectiontest.h"
#include "settings/profile.h"
#include "settings/secretstore.h"

#include <QObject>

#include <functional>

namespace odc {

class Session;
class TransferQueue;

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
    /// The profile was removed: its transfers are forgotten, of the open one as soon as it is closed.
    virtual void forgetTransfers(const QString &profileId) = 0;

Q_SIGNALS:
    void opening(const odc::Profile &profile);
    /// `session` and `transfers` live until closing(). The transfers are not open()ed yet: whoever shows them does that,
    /// once it listens.
    void opened(const odc::Profile &profile, odc::Session *session, odc::TransferQueue *transfers);
    /// `headline` and `advice` are translated sentences.
    void failed(const odc::Profile &profile, const QString &headline, const QString &advice);
    /// The session is about to go: everything that hangs on it must go first.
    void closing();
};

} // namespace odc
