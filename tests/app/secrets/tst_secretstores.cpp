// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/environmentsecrets.h"
#include "secrets/fallbacksecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

const QString profile = u"profile-1"_s;
constexpr auto apiKey = SecretKind::ApiKey;

/// A keychain whose mood the test sets, and that answers when the event loop gets to it.
class MoodyKeychain final : public SecretStore
{
    Q_OBJECT
public:
    std::optional<SecretError> failure;
    std::optional<SecretString> stored;
    int reads = 0;

    Kind kind() const override { return Kind::Keychain; }
    QString description() const override { return u"in the keychain"_s; }
    void read(const QString &, SecretKind, bool, QObject *owner, ReadDone done) override
    {
        ++reads;
        later(owner,
              [this, done] { done(failure ? ReadResult(tl::unexpected(*failure)) : ReadResult(stored)); });
    }
    void write(const QString &, SecretKind, const SecretString &secret, QObject *owner,
               WriteDone done) override
    {
        later(owner, [this, secret, done] {
            if (failure)
                return done(tl::unexpected(*failure));
            stored = secret;
            done(Kind::Keychain);
        });
    }
    void remove(const QString &, SecretKind, bool, QObject *owner, RemoveDone done) override
    {
        later(owner, [this, done] {
            if (failure)
                return done(tl::unexpected(*failure));
            stored.reset();
            done({});
        });
    }

private:
    static void later(QObject *owner, std::function<void()> action)
    {
        QMetaObject::invokeMethod(owner, std::move(action), Qt::QueuedConnection);
    }
};

const SecretError locked{SecretError::Kind::Locked, u"locked"_s, {}, {}};

} // namespace

class TestSecretStores : public QObject
{
    Q_OBJECT

    std::optional<SecretStore::ReadResult> read(SecretStore &store, bool expected, SecretKind which = apiKey,
                                                const QString &id = profile)
    {
        std::optional<SecretStore::ReadResult> result;
        store.read(id, which, expected, this, [&result](const auto &r) { result = r; });
        (void)QTest::qWaitFor([&result] { return result.has_value(); });
        return result;
    }

    std::optional<SecretStore::WriteResult> write(SecretStore &store, const QString &text)
    {
        std::optional<SecretStore::WriteResult> result;
        store.write(profile, apiKey, SecretString(text), this, [&result](const auto &r) { result = r; });
        (void)QTest::qWaitFor([&result] { return result.has_value(); });
        return result;
    }

    std::optional<SecretStore::RemoveResult> remove(SecretStore &store, bool expected)
    {
        std::optional<SecretStore::RemoveResult> result;
        store.remove(profile, apiKey, expected, this, [&result](const auto &r) { result = r; });
        (void)QTest::qWaitFor([&result] { return result.has_value(); });
        return result;
    }

private Q_SLOTS:
    void aKeyPrintsAsStars()
    {
        QString printed;
        QDebug(&printed) << SecretString(u"sk-secret"_s);
        QVERIFY(!printed.contains(u"secret"_s));
        QVERIFY(printed.contains(u"***"_s));
    }

    void goesToTheKeychainWhileItWorks()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        MoodyKeychain &mood = *keychain;
        FallbackSecretStore store(std::move(keychain));
        QSignalSpy changed(&store, &SecretStore::storageChanged);
        QCOMPARE(write(store, u"sk-1"_s)->value(), SecretStore::Kind::Keychain);
        QCOMPARE(mood.stored->reveal(), u"sk-1"_s);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-1"_s);
        QCOMPARE(store.description(), u"in the keychain"_s);
        QVERIFY(changed.isEmpty());
        // Nothing stays behind in memory: what the keychain holds is what counts.
        mood.stored = SecretString(u"sk-changed-elsewhere"_s);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-changed-elsewhere"_s);
    }

    void staysInMemoryWhenTheKeychainFailsAndSaysSo()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        MoodyKeychain &mood = *keychain;
        mood.stored = SecretString(u"sk-old"_s);
        mood.failure = locked;
        FallbackSecretStore store(std::move(keychain));
        QSignalSpy changed(&store, &SecretStore::storageChanged);

        QCOMPARE(write(store, u"sk-new"_s)->value(), SecretStore::Kind::Memory);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), store.description());
        QCOMPARE(store.kind(), SecretStore::Kind::Memory);
        QCOMPARE(store.lastFailure()->kind, SecretError::Kind::Locked);
        // The key entered last wins over an older one that the keychain shows again.
        mood.failure.reset();
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-new"_s);
        // The next key goes to the keychain again, and the one in memory is dropped.
        QCOMPARE(write(store, u"sk-newer"_s)->value(), SecretStore::Kind::Keychain);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!store.lastFailure());
        mood.stored.reset();
        QVERIFY(!read(store, false)->value());
    }

    void aFailingKeychainIsAnErrorOnlyForAKeyThatWasStored()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        keychain->failure = locked;
        FallbackSecretStore store(std::move(keychain));
        const auto unexpectedKey = read(store, false);
        QVERIFY(unexpectedKey && unexpectedKey->has_value() && !unexpectedKey->value());
        QCOMPARE(read(store, true)->error().kind, SecretError::Kind::Locked);
        QVERIFY(remove(store, false)->has_value());
        QCOMPARE(remove(store, true)->error().kind, SecretError::Kind::Locked);
    }

    void theKeychainIsNotAskedForWhatIsNotNotedToBeThere()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        MoodyKeychain &mood = *keychain;
        mood.stored = SecretString(u"sk-of-nobody"_s);
        FallbackSecretStore store(std::move(keychain));
        QVERIFY(!read(store, false)->value());
        QCOMPARE(mood.reads, 0); // loading its client is a good part of the program's start
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-of-nobody"_s);
        QCOMPARE(mood.reads, 1);
        // One that was put there in this run is, before the profile notes it.
        QCOMPARE(write(store, u"sk-new"_s)->value(), SecretStore::Kind::Keychain);
        QCOMPARE(read(store, false)->value()->reveal(), u"sk-new"_s);
        QVERIFY(remove(store, true)->has_value());
        QVERIFY(!read(store, false)->value());
        QCOMPARE(mood.reads, 2);
        // Whoever says where keys are kept has it asked.
        mood.failure = locked;
        QSignalSpy changed(&store, &SecretStore::storageChanged);
        store.probe();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(store.kind(), SecretStore::Kind::Memory);
    }

    void removesFromMemoryToo()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        keychain->failure = locked;
        FallbackSecretStore store(std::move(keychain));
        (void)write(store, u"sk-1"_s);
        QVERIFY(read(store, false)->value());
        QVERIFY(remove(store, false)->has_value());
        QVERIFY(!read(store, false)->value());
    }

    void aDeadOwnerHearsNothingButTheKeyIsKept()
    {
        auto keychain = std::make_unique<MoodyKeychain>();
        MoodyKeychain &mood = *keychain;
        FallbackSecretStore store(std::move(keychain));
        bool called = false;
        {
            QObject owner;
            store.write(profile, apiKey, SecretString(u"sk-1"_s), &owner,
                        [&called](const auto &) { called = true; });
        }
        QTRY_VERIFY(mood.stored);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-1"_s);
        QVERIFY(!called);
    }

    void environmentGivesAReadOnlyProfile()
    {
        QProcessEnvironment environment;
        environment.insert(u"OPENAI_API_KEY"_s, u"sk-env\n"_s);
        environment.insert(u"OPENAI_ADMIN_KEY"_s, u""_s);
        environment.insert(u"OPENAI_BASE_URL"_s, u"http://127.0.0.1:1/v1"_s);
        environment.insert(u"OPENAI_ORG_ID"_s, u"org-1"_s);
        environment.insert(u"OPENAI_PROJECT_ID"_s, u"proj-1"_s);
        EnvironmentSecrets store(profile, environment);
        QVERIFY(store.isPresent());
        QCOMPARE(store.baseUrl(), u"http://127.0.0.1:1/v1"_s);
        QCOMPARE(store.organization(), u"org-1"_s);
        QCOMPARE(store.project(), u"proj-1"_s);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-env"_s);
        QVERIFY(!read(store, true, SecretKind::AdminKey)->value());
        QVERIFY(!read(store, true, apiKey, u"another profile"_s)->value());
        QCOMPARE(write(store, u"sk-2"_s)->error().kind, SecretError::Kind::ReadOnly);
        QCOMPARE(remove(store, true)->error().kind, SecretError::Kind::ReadOnly);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-env"_s);
    }

    void environmentKeepsTheTwoKeysApart()
    {
        QProcessEnvironment environment;
        environment.insert(u"OPENAI_API_KEY"_s, u"sk-env"_s);
        environment.insert(u"OPENAI_ADMIN_KEY"_s, u" sk-admin-env\n"_s);
        EnvironmentSecrets store(profile, environment);
        QCOMPARE(read(store, true)->value()->reveal(), u"sk-env"_s);
        QCOMPARE(read(store, false, SecretKind::AdminKey)->value()->reveal(), u"sk-admin-env"_s);
        QVERIFY(!read(store, true, SecretKind::AdminKey, u"another profile"_s)->value());
    }

    void emptyVariablesAreNoProfile()
    {
        QProcessEnvironment environment;
        environment.insert(u"OPENAI_API_KEY"_s, u"  "_s);
        QVERIFY(!EnvironmentSecrets(profile, environment).isPresent());
    }
};

QTEST_GUILESS_MAIN(TestSecretStores)
#include "tst_secretstores.moc"
