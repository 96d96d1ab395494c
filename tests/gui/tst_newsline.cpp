// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to what is watched is said in the bottom line of the window, whichever page is shown, and leads there.
#include "gui/support/console.h"
#include "support/fakeclock.h"

#include "app/services.h"
#include "localserver/localserver.h"
#include "settings/settings.h"
#include "ui/dialogs/alertkinds.h"
#include "ui/shell/newsline.h"
#include "ui/shell/statusline.h"
#include "watch/jobwatch.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

namespace {

WatchEvent batchEvent(Kind kind, const QString &name, const QString &text = u"Completed"_s)
{
    return {kind, ObjectKind::Batch, u"batch_1"_s, name, text, 0};
}

} // namespace

class TestNewsLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        QVERIFY(m_console->openLocal());
        m_console->window().showPage(u"files"_s);
        m_line = m_console->window().findChild<NewsLine *>();
        QVERIFY(m_line);
    }
    void cleanup() { m_console.reset(); }

    void whatEndsLeadsToItsPage();
    void byTheKeyboard();
    void severalAreOneLineAndAFailureStandsFirst();
    void whatIsSwitchedOffIsNotSaid();
    void itMovesNothing();
    void itGoesWithItsProfile();
    void itGoesWithTime();

private:
    void happen(const WatchEvent &event) { Q_EMIT m_console->context().watch.happened(event); }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    NewsLine *m_line = nullptr;
};

void TestNewsLine::whatEndsLeadsToItsPage()
{
    QVERIFY(!m_line->isVisible());
    happen(batchEvent(Kind::Ended, u"Nightly"_s));
    QVERIFY(m_line->isVisible());
    QCOMPARE(m_line->fullText(), u"Nightly: Completed"_s);
    QCOMPARE(m_line->accessibleName(), u"Nightly: Completed"_s);
    QCOMPARE(m_console->page()->objectName(), u"filesPage"_s); // nobody is led away
    Console::click(m_line);
    QCOMPARE(m_console->page()->objectName(), u"batchesPage"_s);
    QVERIFY(!m_line->isVisible());
}

void TestNewsLine::byTheKeyboard()
{
    happen({Kind::Stuck, ObjectKind::StoreFile, u"vs_1/file-1"_s, u"a.txt"_s, u"Stands still"_s, 0});
    QVERIFY(m_line->focusPolicy() & Qt::TabFocus);
    QSignalSpy requested(m_line, &NewsLine::objectRequested);
    m_console->press(QKeySequence(Qt::Key_Space), m_line);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first(), (QVariantList{u"stores"_s, u"vs_1"_s})); // a file is shown with its store
    QCOMPARE(m_console->page()->objectName(), u"storesPage"_s);
}

void TestNewsLine::severalAreOneLineAndAFailureStandsFirst()
{
    happen(batchEvent(Kind::Ended, u"First"_s));
    happen(batchEvent(Kind::Failed, u"Second"_s, u"Failed"_s));
    happen(batchEvent(Kind::Ended, u"Third"_s));
    QCOMPARE(m_line->fullText(), u"Second: Failed, and 2 more"_s);
    Console::click(m_line);
    QCOMPARE(m_console->page()->objectName(), u"overviewPage"_s);
    // What was looked at is not counted again.
    happen(batchEvent(Kind::Ended, u"Fourth"_s));
    QCOMPARE(m_line->fullText(), u"Fourth: Completed"_s);
}

void TestNewsLine::whatIsSwitchedOffIsNotSaid()
{
    setAlertOn(m_console->services().settings(), Kind::Ended, false);
    happen(batchEvent(Kind::Ended, u"Nightly"_s));
    QVERIFY(!m_line->isVisible());
    happen(batchEvent(Kind::Failed, u"Nightly"_s, u"Failed"_s));
    QVERIFY(m_line->isVisible());
}

void TestNewsLine::itMovesNothing()
{
    auto *status = m_console->window().findChild<StatusLine *>();
    const QRect place = status->geometry();
    const int width = m_console->window().width();
    happen(batchEvent(Kind::Ended, QString(500, u'n') + u"\nsecond line"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(status->geometry(), place);
    QCOMPARE(m_console->window().width(), width);
    QVERIFY(m_line->geometry().right() < status->width());
    QVERIFY(m_line->fullText().endsWith(u"Completed"_s));
}

void TestNewsLine::itGoesWithItsProfile()
{
    happen(batchEvent(Kind::Ended, u"Nightly"_s));
    QVERIFY(m_console->open(m_console->addProfile(u"Other"_s, m_console->localServer()->baseUrl(), u"sk-other"_s)));
    QVERIFY(!m_line->isVisible());
}

void TestNewsLine::itGoesWithTime()
{
    FakeClock clock;
    const ShellContext shell = m_console->services().context();
    QWidget place;
    NewsLine line({shell.settings, shell.profiles, shell.secrets, shell.connector, shell.archives, shell.theme, clock}, &place);
    place.show();
    line.tell(batchEvent(Kind::Ended, u"First"_s));
    clock.advance(NewsLine::shownMs / 2);
    line.tell(batchEvent(Kind::Ended, u"Second"_s));
    clock.advance(NewsLine::shownMs / 2 + 1);
    QVERIFY(line.isVisible()); // the second is not as old
    clock.advance(NewsLine::shownMs / 2);
    QVERIFY(!line.isVisible());
    QCOMPARE(line.fullText(), QString());
}

QTEST_MAIN(TestNewsLine)
#include "tst_newsline.moc"
