// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "settings/secretstore.h"
#include "ui/context/shellcontext.h"

#include <QObject>

namespace odc {

/// Writes one profile with its keys in the order that never hands a key to another origin: keys of the old origin are
/// forgotten, then the profile is written, then the new keys, then what the keychain took. Outlives whoever asked for it:
/// a dialog may close meanwhile. Deletes itself.
class ProfileSaver final : public QObject
{
    Q_OBJECT
public:
    struct Outcome {
        QString profileId;  ///< empty when the profile was not saved
        QString problem;    ///< translated; empty when all went well
        QString details;
        int inKeychain = 0; ///< keys that are there for good
        int inMemory = 0;   ///< keys kept until the program ends
    };

    /// Empty keys are left as they are.
    ProfileSaver(const ShellContext &context, const Profile &profile, const SecretString &apiKey,
                 const SecretString &adminKey);
    /// Ends in finished(), never from within the call.
    void start();

Q_SIGNALS:
    void finished(const odc::ProfileSaver::Outcome &outcome);

private:
    void forgetOldKeys(const Profile &stored);
    void writeProfile();
    void writeKey(SecretKind which, const SecretString &key);
    void keyWritten(SecretKind which, const SecretStore::WriteResult &result);
    void writeFlags();
    void sayProblem(const SecretError &error);
    void end();

    ShellContext m_context;
    Profile m_profile;
    SecretString m_apiKey;
    SecretString m_adminKey;
    Outcome m_outcome;
    int m_awaited = 0;
};

} // namespace odc
