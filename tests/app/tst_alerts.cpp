// SPDX-License-Identifier: GPL-3.0-or-later
// What is said on the desktop, when, and where a click on it leads.
#include "app/alerts.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "ui/dialogs/alertkinds.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

WatchEvent made(Kind kind, ObjectKind object, const QString &key)
{
    return {kind, object, key, u"Name of "_s + key, u"how it went"_s, 0};
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.json"_s));
        m_alerts = std::make_unique<Alerts>(*m_settings, *m_clock);
        m_said.clear();
        connect(m_alerts.get(), &Alerts::said, this,
                [this](const DesktopNotice &notice) { m_said << notice; });
    }
    void cleanup()
    {
        m_alerts.reset();
        m_settings.reset();
        m_clock.reset();
    }

    void anEventLeadsToItsObject_data();
    void anEventLeadsToItsObject();
    void aNameOfAnyKindIsOneLine();
    void aKindThatIsOffIsNotSaid();
    void nothingIsSaidWhenAllOfItIsOff();
    void nothingIsSaidWhileTheWindowIsLookedAt();
    void anHourOfSilence();
    void manyAtOnceAreOneSentence();
    void manyInARowAreGathered();

private:
    void take(const WatchEvent &event) { m_alerts->take(event, u"Work"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Alerts> m_alerts;
    QList<DesktopNotice> m_said;
};

void TestAlerts::anEventLeadsToItsObject_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("object");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, Kind kind, ObjectKind object, const char *key, const char *page,
                        const char *id) {
        QTest::newRow(name) << kind << int(object) << QString::fromLatin1(key) << QString::fromLatin1(page)
                            << QString::fromLatin1(id);
    };
    row("batch", Kind::Ended, ObjectKind::Batch, "batch_1", "batches", "batch_1");
    row("run", Kind::Ended, ObjectKind::EvalRun, "run_1", "evals", "run_1");
    row("job", Kind::Failed, ObjectKind::Job, "ftjob-1", "finetuning", "ftjob-1");
    row("store", Kind::Ended, ObjectKind::Store, "vs_1", "stores", "vs_1");
    row("file of a store", Kind::Stuck, ObjectKind::StoreFile, "vs_1/file-1", "stores", "vs_1");
    row("file", Kind::Expiring, ObjectKind::File, "file-1", "files", "file-1");
    row("many files", Kind::Expiring, ObjectKind::File, "", "files", "");
    row("upload", Kind::Attention, ObjectKind::File, "transfer-1", "transfers", "transfer-1");
}

void TestAlerts::anEventLeadsToItsObject()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, object);
    QFETCH(const QString, key);
    take(made(kind, ObjectKind(object), key));
    m_clock->advance(2'000);
    QCOMPARE(m_said.size(), 1);
    QTEST(m_said.first().pageId, "page");
    QTEST(m_said.first().objectId, "id");
    QCOMPARE(m_said.first().title, u"Work"_s);
    QVERIFY(m_said.first().text.contains(u"how it went"_s));
    QVERIFY(m_said.first().text.contains(u"Name of "_s + key));
    QCOMPARE(m_said.first().urgent, kind == Kind::Failed);
}

void TestAlerts::aNameOfAnyKindIsOneLine()
{
    WatchEvent event = made(Kind::Failed, ObjectKind::Batch, u"batch_1"_s);
    event.name = u"one\ntwo"_s + QChar(0) + QString(5000, u'x');
    take(event);
    m_clock->advance(2'000);
    QCOMPARE(m_said.size(), 1);
    const QString text = m_said.first().text;
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0)));
    QVERIFY(text.size() < 300);
    QVERIFY(text.contains(u"how it went"_s)); // it is not pushed out by the name
}

void TestAlerts::aKindThatIsOffIsNotSaid()
{
    for (const Kind kind : {Kind::Ended, Kind::Failed, Kind::Stuck, Kind::Expiring, Kind::Attention}) {
        m_said.clear();
        QVERIFY(isAlertOn(*m_settings, kind));
        setAlertOn(*m_settings, kind, false);
        QVERIFY(!isAlertOn(*m_settings, kind));
        take(made(kind, ObjectKind::Batch, u"batch_1"_s));
        m_clock->advance(20'000);
        QCOMPARE(m_said.size(), 0);
        // The others go on.
        take(made(kind == Kind::Ended ? Kind::Failed : Kind::Ended, ObjectKind::Batch, u"batch_1"_s));
        m_clock->advance(20'000);
        QCOMPARE(m_said.size(), 1);
        setAlertOn(*m_settings, kind, true);
    }
    QCOMPARE(m_settings->text(Setting::NotificationsOff), QString());
}

void TestAlerts::nothingIsSaidWhenAllOfItIsOff()
{
    m_settings->set(Setting::Notifications, false);
    take(made(Kind::Failed, ObjectKind::Batch, u"batch_1"_s));
    m_alerts->take(u"Work"_s, u"3 uploads done"_s);
    m_clock->advance(20'000);
    QCOMPARE(m_said.size(), 0);
}

void TestAlerts::nothingIsSaidWhileTheWindowIsLookedAt()
{
    bool looks = true;
    m_alerts->setLookedAt([&looks] { return looks; });
    take(made(Kind::Failed, ObjectKind::Batch, u"batch_1"_s));
    m_clock->advance(20'000);
    looks = false;
    m_clock->advance(20'000);
    QCOMPARE(m_said.size(), 0); // it was seen in the window
    take(made(Kind::Failed, ObjectKind::Batch, u"batch_2"_s));
    m_clock->advance(2'000);
    QCOMPARE(m_said.size(), 1);
}

void TestAlerts::anHourOfSilence()
{
    m_alerts->muteUntil(m_clock->unixSeconds() + 3'600);
    QVERIFY(m_alerts->isMuted());
    take(made(Kind::Ended, ObjectKind::Batch, u"batch_1"_s));
    m_clock->advance(3'601'000);
    QCOMPARE(m_said.size(), 0);
    QVERIFY(!m_alerts->isMuted());
    take(made(Kind::Ended, ObjectKind::Batch, u"batch_2"_s));
    m_clock->advance(2'000);
    QCOMPARE(m_said.size(), 1);
}

void TestAlerts::manyAtOnceAreOneSentence()
{
    for (int i = 0; i < 12; ++i)
        take(made(Kind::Ended, ObjectKind::Batch, u"batch_%1"_s.arg(i)));
    for (int i = 0; i < 2; ++i)
        take(made(Kind::Failed, ObjectKind::Job, u"ftjob-%1"_s.arg(i)));
    m_clock->advance(20'000);
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said.first().text.contains(u"12"_s), qPrintable(m_said.first().text));
    QVERIFY(m_said.first().text.contains(u"2 failed"_s));
    QVERIFY(m_said.first().urgent);
    QCOMPARE(m_said.first().pageId, u"overview"_s);
}

void TestAlerts::manyInARowAreGathered()
{
    for (int i = 0; i < 60; ++i) { // one a second
        take(made(Kind::Ended, ObjectKind::Batch, u"batch_%1"_s.arg(i)));
        m_clock->advance(1'000);
    }
    m_clock->advance(20'000);
    // In no ten seconds more than five were said, and nothing is left out.
    QVERIFY2(m_said.size() <= 35, qPrintable(QString::number(m_said.size())));
    int told = 0;
    for (const DesktopNotice &notice : std::as_const(m_said))
        told += notice.objectId.isEmpty() ? notice.text.section(u' ', 0, 0).toInt() : 1;
    QCOMPARE(told, 60);
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
