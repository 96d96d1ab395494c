// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "settings/secretstore.h"
#include "support/serverprocess.h"
#include "ui/widgets/stateoverlay.h"

#include <QDialog>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace odc::test {

using namespace Qt::StringLiterals;

/// Profiles before a server that knows good keys from wrong ones, in a console without any.
class ProfilesTest : public QObject
{
protected:
    static inline const QString goodKey = u"sk-test-profiles-Abc123"_s;
    static inline const QString wrongKey = u"sk-test-profiles-Wrong9"_s;
    static inline const QString goodAdminKey = u"sk-admin-test-profiles-Abc123"_s;

    /// Once.
    void startServer();
    void openConsole();
    void closeConsole();
    QDialog *openDialog();
    bool fill(const QString &name, const QString &url, const QString &key);
    void type(const QString &field, const QString &text);
    QString configFile(const QString &name) const { return m_home->filePath(u"config/"_s + name); }
    StateOverlay *overlay() { return m_console->table()->findChild<StateOverlay *>(); }
    std::optional<SecretString> stored(const QString &profileId, SecretKind which = SecretKind::ApiKey);
    /// Asks who may use a checkpoint, as the open profile does: with which key the server was asked, or
    /// nothing.
    QString accessOfPermissions();

    Theme m_theme;
    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

} // namespace odc::test
