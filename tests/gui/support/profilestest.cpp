// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/profilestest.h"

#include "gui/support/seed.h"
#include "api/session.h"

#include <QComboBox>
#include <QLineEdit>

namespace odc::test {

void ProfilesTest::startServer()
{
    m_theme.apply(*qApp);
    QVERIFY2(m_server.start({u"--api-key"_s, goodKey, u"--admin-key"_s, goodAdminKey, u"--seed"_s, u"large"_s, u"--seed-count"_s, u"20"_s}),
             qPrintable(m_server.errorText()));
}

void ProfilesTest::openConsole()
{
    failOnNoise();
    m_server.clearLog();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void ProfilesTest::closeConsole()
{
    m_console.reset();
    m_home.reset();
}

QDialog *ProfilesTest::openDialog()
{
    m_console->press(u"Ctrl+Shift+P"_s);
    return m_console->await<QDialog>(u"profilesDialog"_s);
}

void ProfilesTest::type(const QString &field, const QString &text)
{
    auto *edit = m_console->await<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

bool ProfilesTest::fill(const QString &name, const QString &url, const QString &key)
{
    if (!openDialog() || !m_console->click(u"newProfile"_s))
        return false;
    auto *kind = m_console->find<QComboBox>(u"profileKind"_s);
    kind->setFocus();
    kind->setCurrentIndex(kind->findData(int(Profile::Kind::Compatible)));
    type(u"profileName"_s, name);
    type(u"profileUrl"_s, url);
    type(u"profileKey"_s, key);
    type(u"profileProxy"_s, u"none"_s);
    return true;
}

std::optional<SecretString> ProfilesTest::stored(const QString &profileId, SecretKind which)
{
    std::optional<SecretString> secret;
    bool answered = false;
    m_console->services().context().secrets.read(profileId, which, false, this,
                                                 [&](const SecretStore::ReadResult &result) {
        if (result)
            secret = *result;
        answered = true;
    });
    eventually([&] { return answered; });
    return secret;
}

QString ProfilesTest::accessOfPermissions()
{
    m_server.clearLog();
    bool answered = false;
    m_console->session()->fineTuning().listPermissions(u"ft:none:acme::x:ckpt-step-1"_s, {}, nullptr,
                                                       [&](const auto &) { answered = true; });
    eventually([&] { return answered; });
    for (const QJsonValue &request : m_server.log()) {
        if (request[u"path"_s].toString().contains(u"/permissions"_s))
            return request[u"access"_s].toString();
    }
    return {};
}

} // namespace odc::test
