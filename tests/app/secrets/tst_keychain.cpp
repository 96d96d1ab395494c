// SPDX-License-Identifier: GPL-3.0-or-later
// Run by with-keyring.sh, one function a process, in the order and the surroundings that script makes.
#include "base/clock.h"
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

const QString profile = u"profile-1"_s;

/// Time that passes at once, and is noted.
class HastyClock final : public Clock
{
public:
    qint64 monotonicMs() const override { return m_now; }
    qint64 unixSeconds() const override { return m_now / 1000; }
    void callLater(qint64 delayMs, QObject *context, std::function<void()> action) override
    {
        m_now += delayMs;
        waits << delayMs;
        QMetaObject::invokeMethod(context, std::move(action), Qt::QueuedConnection);
    }

    QList<qint64> waits;

private:
    qint64 m_now = 0;
};

template <typename R, typename Start> std::optional<R> answer(Start start)
{
    std::optional<R> result;
    start([&result](const R &r) { result = r; });
    // No answer comes from within the call.
    if (result) {
        qWarning("the answer came too early");
        return std::nullopt;
    }
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, 30'000);
    return result;
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

    HastyClock m_clock;
    KeychainSecretStore m_store{m_clock};

    std::optional<SecretStore::ReadResult> read(SecretStore &store, SecretKind which, bool expected)
    {
        return answer<SecretStore::ReadResult>(
            [&](SecretStore::ReadDone done) { store.read(profile, which, expected, this, std::move(done)); });
    }

    std::optional<SecretStore::WriteResult> write(SecretStore &store, SecretKind which, const QString &text)
    {
        return answer<SecretStore::WriteResult>([&](SecretStore::WriteDone done) {
            store.write(profile, which, SecretString(text), this, std::move(done));
        });
    }

    std::optional<SecretStore::RemoveResult> remove(SecretStore &store, SecretKind which, bool expected)
    {
        return answer<SecretStore::RemoveResult>([&](SecretStore::RemoveDone done) {
            store.remove(profile, which, expected, this, std::move(done));
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("ODC_KEYCHAIN_SCENARIO"))
            QSKIP("SKIPPED-TEST: run by with-keyring.sh only");
    }

    void writes()
    {
        const auto absent = read(m_store, SecretKind::ApiKey, false);
        QVERIFY(absent && absent->has_value());
        QVERIFY(!absent->value());

        const auto first = write(m_store, SecretKind::ApiKey, u"sk-test-older"_s);
        QVERIFY(first && first->has_value());
        QCOMPARE(first->value(), SecretStore::Kind::Keychain);
        QVERIFY(write(m_store, SecretKind::ApiKey, u"sk-test-0123456789 ü"_s)->has_value());
        QVERIFY(write(m_store, SecretKind::AdminKey, u"sk-admin-0123456789"_s)->has_value());
    }

    void readsBackInAnotherProcess()
    {
        const auto key = read(m_store, SecretKind::ApiKey, true);
        QVERIFY(key && key->has_value() && key->value());
        QCOMPARE(key->value()->reveal(), u"sk-test-0123456789 ü"_s);
        const auto admin = read(m_store, SecretKind::AdminKey, true);
        QVERIFY(admin && admin->has_value() && admin->value());
        QCOMPARE(admin->value()->reveal(), u"sk-admin-0123456789"_s);
    }

    void removes()
    {
        QVERIFY(remove(m_store, SecretKind::ApiKey, true)->has_value());
        const auto gone = read(m_store, SecretKind::ApiKey, false);
        QVERIFY(gone && gone->has_value() && !gone->value());
        // Once more: nothing to do is no error.
        QVERIFY(remove(m_store, SecretKind::ApiKey, false)->has_value());
        // The other key of the same profile stays, until an empty one replaces it.
        QVERIFY(read(m_store, SecretKind::AdminKey, true)->has_value());
        QVERIFY(write(m_store, SecretKind::AdminKey, {})->has_value());
        const auto admin = read(m_store, SecretKind::AdminKey, false);
        QVERIFY(admin && admin->has_value() && !admin->value());
    }

    void whenLocked()
    {
        const auto key = read(m_store, SecretKind::ApiKey, true);
        QVERIFY(key && !key->has_value());
        QCOMPARE(key->error().kind, SecretError::Kind::Locked);

        const auto written = write(m_store, SecretKind::ApiKey, u"sk-test-new"_s);
        QVERIFY(written && !written->has_value());
        QCOMPARE(written->error().kind, SecretError::Kind::Locked);

        // A key that stays in there is not reported as removed.
        const auto removed = remove(m_store, SecretKind::ApiKey, true);
        QVERIFY(removed && !removed->has_value());
        QCOMPARE(removed->error().kind, SecretError::Kind::Locked);
        keepsInMemoryInstead();
    }

    void whenRefusing()
    {
        unavailable();
        keepsInMemoryInstead();
    }

    void whenAbsent()
    {
        unavailable();
        keepsInMemoryInstead();
    }

private:
    void unavailable()
    {
        const auto key = read(m_store, SecretKind::ApiKey, true);
        QVERIFY(key && !key->has_value());
        QCOMPARE(key->error().kind, SecretError::Kind::Unavailable);
        QVERIFY(!key->error().message.isEmpty());
        // It might have been starting: asked twice, not more.
        QCOMPARE(m_clock.waits, QList<qint64>{KeychainSecretStore::retryDelayMs});

        // The person waits for these: no second try.
        const auto written = write(m_store, SecretKind::ApiKey, u"sk-test-new"_s);
        QVERIFY(written && !written->has_value());
        QCOMPARE(written->error().kind, SecretError::Kind::Unavailable);
        const auto removed = remove(m_store, SecretKind::ApiKey, false);
        QVERIFY(removed && !removed->has_value());
        QCOMPARE(removed->error().kind, SecretError::Kind::Unavailable);
        QCOMPARE(m_clock.waits.size(), 1);
    }

    void keepsInMemoryInstead()
    {
        FallbackSecretStore store(std::make_unique<KeychainSecretStore>(m_clock));
        QSignalSpy changed(&store, &SecretStore::storageChanged);
        const auto written = write(store, SecretKind::AdminKey, u"sk-admin-new"_s);
        QVERIFY(written && written->has_value());
        QCOMPARE(written->value(), SecretStore::Kind::Memory);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(store.kind(), SecretStore::Kind::Memory);
        const auto key = read(store, SecretKind::AdminKey, true);
        QVERIFY(key && key->has_value() && key->value());
        QCOMPARE(key->value()->reveal(), u"sk-admin-new"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
