// SPDX-License-Identifier: GPL-3.0-or-later
// A window that was closed goes on watching from the tray, if the person so chose, and quits when told to.
#include "gui/support/console.h"

#include "app/notifier.h"
#include "app/tray.h"
#include "settings/settings.h"
#include "ui/pages/areapage.h"
#include "ui/shell/mainwindow.h"
#include "watch/jobwatch.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_hasTray = true;
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        // A child of the window: it goes with it.
        m_notifier = new Notifier(
            m_console->window(), m_console->services().context(), [this] { return m_hasTray; }, false);
        m_closed = std::make_unique<QSignalSpy>(&m_console->window(), &MainWindow::closed);
        QVERIFY(m_console->openLocal());
    }
    void cleanup()
    {
        m_closed.reset();
        m_console.reset();
    }

    void closingHidesAndGoesOn();
    void withoutTheWishClosingCloses();
    void withoutATrayClosingCloses();
    void quitQuits();
    void theTrayBringsItBack();
    void whatHappensWhileItIsHiddenLeadsToItsObject();
    void theTraySaysWhatRunsAndCanBeQuiet();

private:
    void keep() { m_console->services().settings().set(Setting::KeepWatching, true); }
    QAction *item(const QString &name) const { return m_notifier->tray().menu()->findChild<QAction *>(name); }

    Theme m_theme;
    bool m_hasTray = true;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    Notifier *m_notifier = nullptr;
    std::unique_ptr<QSignalSpy> m_closed;
};

void TestTray::closingHidesAndGoesOn()
{
    keep();
    m_console->window().close();
    QVERIFY(!m_console->window().isVisible());
    QCOMPARE(m_closed->size(), 0);
    // The profile is still open, and what runs is looked after.
    QVERIFY(m_console->session());
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(m_console->context().watch.lookedAt() > 0);
}

void TestTray::withoutTheWishClosingCloses()
{
    m_console->window().close();
    QCOMPARE(m_closed->size(), 1);
}

void TestTray::withoutATrayClosingCloses()
{
    keep();
    m_hasTray = false;
    m_console->window().close();
    QCOMPARE(m_closed->size(), 1);
}

void TestTray::quitQuits()
{
    keep();
    m_console->press(u"Ctrl+Q"_s);
    QCOMPARE(m_closed->size(), 1);
}

void TestTray::theTrayBringsItBack()
{
    keep();
    m_console->window().close();
    item(u"tray.open"_s)->trigger();
    QVERIFY(m_console->window().isVisible());
    m_console->window().close();
    QCOMPARE(m_closed->size(), 0);
    item(u"tray.quit"_s)->trigger();
    QCOMPARE(m_closed->size(), 1);
}

void TestTray::whatHappensWhileItIsHiddenLeadsToItsObject()
{
    keep();
    QList<DesktopNotice> said;
    connect(&m_notifier->alerts(), &Alerts::said, this,
            [&said](const DesktopNotice &notice) { said << notice; });
    m_console->window().close();
    const WatchEvent event{
        WatchEvent::Kind::Failed, ObjectKind::Batch, u"batch_1"_s, u"Nightly"_s, u"Failed"_s, 0};
    Q_EMIT m_console->context().watch.happened(event);
    ODC_EVENTUALLY(said.size() == 1);
    QVERIFY(said.first().text.contains(u"Nightly"_s));
    Q_EMIT m_notifier->tray().activated(said.first(), {});
    QVERIFY(m_console->window().isVisible());
    QCOMPARE(m_console->page()->objectName(), u"batchesPage"_s);
}

void TestTray::theTraySaysWhatRunsAndCanBeQuiet()
{
    QVERIFY(!item(u"tray.running"_s)->text().isEmpty());
    QVERIFY(!item(u"tray.running"_s)->isEnabled());
    item(u"tray.mute"_s)->trigger();
    QVERIFY(m_notifier->alerts().isMuted());
    item(u"tray.mute"_s)->trigger();
    QVERIFY(!m_notifier->alerts().isMuted());
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
