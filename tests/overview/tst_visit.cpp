// SPDX-License-Identifier: GPL-3.0-or-later
// When a person was last here.
#include "overview/visit.h"

#include "settings/settings.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestVisit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_settings.reset(); // writes into its folder
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.json"_s));
        m_clock = std::make_unique<FakeClock>();
    }

    void theFirstVisitLooksADayBack()
    {
        const Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
        QVERIFY(visit.isFirst());
        QCOMPARE(visit.since(), m_clock->unixSeconds() - 24 * 3600);
    }

    void theNextVisitBeginsWhereThisOneEnded()
    {
        {
            const Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
            wait(40 * 60);
        }
        const qint64 closed = m_clock->unixSeconds();
        wait(14 * 3600);
        const Visit next(*m_settings, *m_clock, u"overview/p1"_s);
        QVERIFY(!next.isFirst());
        QCOMPARE(next.since(), closed);
        // Another profile was never looked at.
        QVERIFY(Visit(*m_settings, *m_clock, u"overview/p2"_s).isFirst());
    }

    void whoStartsTheProgramAgainAtOnceIsInTheSameVisit()
    {
        qint64 since = 0;
        {
            const Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
            since = visit.since();
            wait(60);
        }
        wait(5);
        {
            // The first visit looks a day back, and goes on doing so.
            const Visit again(*m_settings, *m_clock, u"overview/p1"_s);
            QVERIFY(again.isFirst());
            QCOMPARE(again.since(), since);
            wait(3600);
        }
        const qint64 ended = m_clock->unixSeconds();
        wait(Visit::momentSeconds + 1);
        {
            const Visit next(*m_settings, *m_clock, u"overview/p1"_s);
            QVERIFY(!next.isFirst());
            QCOMPARE(next.since(), ended);
        }
        wait(Visit::momentSeconds);
        const Visit sameAgain(*m_settings, *m_clock, u"overview/p1"_s);
        QVERIFY(!sameAgain.isFirst());
        QCOMPARE(sameAgain.since(), ended);
    }

    void itStaysTheSameWhateverHappensMeanwhile()
    {
        Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
        const qint64 since = visit.since();
        wait(3 * 3600);
        visit.leave();
        wait(Visit::momentSeconds);
        QVERIFY(!visit.comeBack());
        QCOMPARE(visit.since(), since);
    }

    void whoWasAwayForLongerComesBackToANewVisit()
    {
        Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
        wait(3600);
        visit.leave();
        const qint64 left = m_clock->unixSeconds();
        wait(60);
        visit.leave(); // a second window went: it was left before
        wait(Visit::momentSeconds);
        QVERIFY(visit.comeBack());
        QCOMPARE(visit.since(), left);
        QVERIFY(!visit.comeBack());
    }

    void aWindowThatWasLeftAndThenClosedWasLastLookedAtWhenItWasLeft()
    {
        qint64 left = 0;
        {
            Visit visit(*m_settings, *m_clock, u"overview/p1"_s);
            wait(3600);
            visit.leave();
            left = m_clock->unixSeconds();
            wait(8 * 3600);
        }
        QCOMPARE(Visit(*m_settings, *m_clock, u"overview/p1"_s).since(), left);
    }

    void aTimeAheadIsNone()
    {
        m_settings->set(Setting::LastVisit, QString::number(m_clock->unixSeconds() + 3600), u"overview/p1"_s);
        QVERIFY(Visit(*m_settings, *m_clock, u"overview/p1"_s).isFirst());
    }

private:
    void wait(qint64 seconds) { m_clock->advance(seconds * 1000); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeClock> m_clock;
};

QTEST_GUILESS_MAIN(TestVisit)
#include "tst_visit.moc"
