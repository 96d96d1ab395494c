// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of keys and of the language before anything is kept or has come true.
#include "gui/support/console.h"

#include "secrets/fallbacksecretstore.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/profileform.h"
#include "ui/widgets/labels.h"

#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// As on a computer without a keychain: that shows only when it is asked.
class NoKeychain final : public SecretStore
{
public:
    Kind kind() const override { return Kind::Keychain; }
    QString description() const override { return u"Keys are kept in the system's keychain."_s; }
    void read(const QString &, SecretKind, bool, QObject *owner, ReadDone done) override
    {
        refuse(owner, done);
    }
    void write(const QString &, SecretKind, const SecretString &, QObject *owner, WriteDone done) override
    {
        refuse(owner, done);
    }
    void remove(const QString &, SecretKind, bool, QObject *owner, RemoveDone done) override
    {
        refuse(owner, done);
    }

private:
    template <typename Done> static void refuse(QObject *owner, const Done &done)
    {
        const auto answer = [done] { done(tl::unexpected(SecretError{})); };
        QMetaObject::invokeMethod(owner, answer, Qt::QueuedConnection);
    }
};

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
    }
    void cleanup() { m_console.reset(); }

    void aFormSaysWhereKeysAreKeptBeforeOneIsTyped();
    void preferencesSayWhereKeysAreKept();
    void aChangeOfLanguageSaysThatItWaits();

private:
    ShellContext without(SecretStore &keychain) const
    {
        const ShellContext real = m_console->services().context();
        return {real.settings, real.profiles, keychain,  real.connector,
                real.archives, real.theme,    real.clock};
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestPreferences::aFormSaysWhereKeysAreKeptBeforeOneIsTyped()
{
    FallbackSecretStore secrets(std::make_unique<NoKeychain>());
    ProfileForm form(without(secrets));
    Profile fresh;
    fresh.name = u"New"_s;
    form.setProfile(fresh);
    auto *hint = form.findChild<TextLabel *>(u"profileKeyHint"_s);
    QVERIFY(hint);
    ODC_EVENTUALLY(hint->text().contains(u"memory"));
    QVERIFY(!hint->text().contains(u"in the system's keychain."));
}

void TestPreferences::preferencesSayWhereKeysAreKept()
{
    FallbackSecretStore secrets(std::make_unique<NoKeychain>());
    PreferencesDialog preferences(without(secrets), nullptr);
    auto *said = preferences.findChild<TextLabel *>(u"keyStorage"_s);
    ODC_EVENTUALLY(said && said->text().contains(u"memory"));
}

void TestPreferences::aChangeOfLanguageSaysThatItWaits()
{
    PreferencesDialog preferences(m_console->services().context(), nullptr);
    auto *hint = preferences.findChild<TextLabel *>(u"languageHint"_s);
    QVERIFY(hint && !hint->text().contains(u"start it again"));
    auto *language = preferences.findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"de"_s));
    QVERIFY(hint->text().contains(u"start it again"));
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
