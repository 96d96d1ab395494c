// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications and sleep as a desktop's services have them, on a bus of the test's own.
#include "app/desktopnotifications.h"
#include "app/sleepwatch.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;

} // namespace

/// What a desktop has: takes notifications and says what a person does with them.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Taken
    {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList abilities{u"body"_s, u"body-markup"_s, u"actions"_s};
    QList<Taken> taken;

public Q_SLOTS:
    QStringList GetCapabilities() { return abilities; }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        taken.append({title, body, actions, hints});
        return uint(taken.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void ActivationToken(uint id, const QString &token);
};

class FakeLogin : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
Q_SIGNALS:
    void PrepareForSleep(bool asleep);
};

class TestDesktopNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void itIsSaidWithWhatTheDesktopCanDo();
    void aClickLeadsToItWithTheLeaveToComeUp();
    void ofOthersNothingIsHeard();
    void withoutAServiceItIsHandedBack();
    void sleepIsTold();

private:
    bool offer();
    /// What the desktop answered so far has arrived: the bus keeps the order.
    void answersAreIn()
    {
        QVERIFY(m_ours->interface()->isServiceRegistered(m_ours->baseService()));
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<QDBusConnection> m_theirs;
    std::unique_ptr<QDBusConnection> m_ours;
    std::unique_ptr<FakeDesktop> m_desktop;
    int m_connections = 0;
};

void TestDesktopNotifications::initTestCase()
{
    qRegisterMetaType<DesktopNotice>();
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        QSKIP("SKIPPED-TEST: there is no dbus-daemon here");
    m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForStarted());
    while (!m_daemon.canReadLine())
        QVERIFY(m_daemon.waitForReadyRead(20'000));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TestDesktopNotifications::init()
{
    ++m_connections;
    m_theirs = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToBus(m_address, u"theirs%1"_s.arg(m_connections)));
    m_ours = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToBus(m_address, u"ours%1"_s.arg(m_connections)));
    QVERIFY(m_theirs->isConnected() && m_ours->isConnected());
    m_desktop = std::make_unique<FakeDesktop>();
}

void TestDesktopNotifications::cleanup()
{
    m_desktop.reset();
    QDBusConnection::disconnectFromBus(u"theirs%1"_s.arg(m_connections));
    QDBusConnection::disconnectFromBus(u"ours%1"_s.arg(m_connections));
    m_theirs.reset();
    m_ours.reset();
}

void TestDesktopNotifications::cleanupTestCase()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished(20'000));
}

bool TestDesktopNotifications::offer()
{
    return m_theirs->registerObject(path, m_desktop.get(),
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
           m_theirs->registerService(service);
}

void TestDesktopNotifications::itIsSaidWithWhatTheDesktopCanDo()
{
    QVERIFY(offer());
    DesktopNotifications notifications(*m_ours);
    notifications.show(
        {u"Work"_s, u"a <b> & c: Failed"_s, u"batches"_s, u"batch_1"_s, true}); // before it is known
    QTRY_COMPARE(m_desktop->taken.size(), 1);
    QCOMPARE(m_desktop->taken.first().title, u"Work"_s);
    QCOMPARE(m_desktop->taken.first().body, u"a &lt;b&gt; &amp; c: Failed"_s);
    QCOMPARE(m_desktop->taken.first().actions.value(0), u"default"_s);
    QCOMPARE(m_desktop->taken.first().hints.value(u"urgency"_s).toInt(), 2);
    // One that knows neither markup nor actions is told as it is.
    m_desktop->abilities = {u"body"_s};
    DesktopNotifications plain(*m_ours);
    plain.show({u"Work"_s, u"a <b> & c: Completed"_s, {}, {}, false});
    QTRY_COMPARE(m_desktop->taken.size(), 2);
    QCOMPARE(m_desktop->taken.last().body, u"a <b> & c: Completed"_s);
    QVERIFY(m_desktop->taken.last().actions.isEmpty());
    QCOMPARE(m_desktop->taken.last().hints.value(u"urgency"_s).toInt(), 1);
}

void TestDesktopNotifications::aClickLeadsToItWithTheLeaveToComeUp()
{
    QVERIFY(offer());
    DesktopNotifications notifications(*m_ours);
    QList<std::pair<DesktopNotice, QString>> clicked;
    connect(&notifications, &NoticeSink::activated, this,
            [&clicked](const DesktopNotice &notice, const QString &token) {
                clicked.append({notice, token});
            });
    const DesktopNotice first{u"Work"_s, u"first"_s, u"batches"_s, u"batch_1"_s, false};
    const DesktopNotice second{u"Work"_s, u"second"_s, u"evals"_s, u"run_1"_s, false};
    notifications.show(first);
    notifications.show(second);
    QTRY_COMPARE(m_desktop->taken.size(), 2);
    answersAreIn();
    Q_EMIT m_desktop->ActivationToken(2, u"token-2"_s);
    Q_EMIT m_desktop->ActionInvoked(2, u"default"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first, second);
    QCOMPARE(clicked.first().second, u"token-2"_s);
    Q_EMIT m_desktop->NotificationClosed(2, 2);
    Q_EMIT m_desktop->ActionInvoked(2, u"default"_s);
    Q_EMIT m_desktop->ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(clicked.size(), 2);
    QCOMPARE(clicked.last().first, first);
    QVERIFY(clicked.last().second.isEmpty());
}

void TestDesktopNotifications::ofOthersNothingIsHeard()
{
    QVERIFY(offer());
    DesktopNotifications notifications(*m_ours);
    QSignalSpy clicked(&notifications, &NoticeSink::activated);
    notifications.show({u"Work"_s, u"ours"_s, {}, {}, false});
    QTRY_COMPARE(m_desktop->taken.size(), 1);
    answersAreIn();
    Q_EMIT m_desktop->ActionInvoked(99, u"default"_s);
    Q_EMIT m_desktop->ActionInvoked(1, u"snooze"_s);
    Q_EMIT m_desktop->ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(clicked.size(), 1);
}

void TestDesktopNotifications::withoutAServiceItIsHandedBack()
{
    DesktopNotifications notifications(*m_ours);
    QList<DesktopNotice> unsaid;
    connect(&notifications, &NoticeSink::failed, this,
            [&unsaid](const QList<DesktopNotice> &notices) { unsaid += notices; });
    QVERIFY(notifications.isAvailable()); // as far as is known
    const DesktopNotice notice{u"Work"_s, u"text"_s, {}, {}, false};
    notifications.show(notice);
    QTRY_COMPARE(unsaid, QList<DesktopNotice>{notice});
    QVERIFY(!notifications.isAvailable());
    // No bus at all is no other case.
    const DesktopNotifications none(QDBusConnection(u"there is none"_s));
    QVERIFY(!none.isAvailable());
}

void TestDesktopNotifications::sleepIsTold()
{
    FakeLogin login;
    QVERIFY(
        m_theirs->registerObject(u"/org/freedesktop/login1"_s, &login, QDBusConnection::ExportAllSignals));
    SleepWatch watch(*m_ours);
    QSignalSpy sleeping(&watch, &SleepWatch::sleeping);
    // The bus knows of the wish once it answers to what was asked after it.
    QVERIFY(m_ours->interface()->isServiceRegistered(m_ours->baseService()));
    Q_EMIT login.PrepareForSleep(true);
    QTRY_COMPARE(sleeping.size(), 1);
    QCOMPARE(sleeping.first().first().toBool(), true);
    Q_EMIT login.PrepareForSleep(false);
    QTRY_COMPARE(sleeping.size(), 2);
    QCOMPARE(sleeping.last().first().toBool(), false);
    // A bus that is not there is no trouble.
    const SleepWatch none(QDBusConnection(u"there is none"_s));
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
