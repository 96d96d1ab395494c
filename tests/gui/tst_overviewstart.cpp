// SPDX-License-Identifier: GPL-3.0-or-later
// The overview at the start: what was known is there before anything is asked, is marked with its age until it was read
// anew, and a clean-up that was killed is in it.
#include "gui/support/overviewtest.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "base/longwork.h"
#include "cleaning/cleaningjournal.h"
#include "index/objectindex.h"
#include "settings/secretstore.h"
#include "settings/settings.h"
#include "support/faultproxy.h"
#include "ui/pages/overview/overviewboard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"
#include "watch/jobwatch.h"

#include <QDateTime>
#include <QFile>
#include <QLockFile>

#include <limits>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOverviewStart : public OverviewTest
{
    Q_OBJECT
private Q_SLOTS:
    void theNextStartShowsWhatWasKnownBeforeItAsks();
    void theAgeIsSaidUntilSomethingWasRead();
    void theAgeIsSaidUntilTheFilesWereRead();
    void whatACleanUpDeletedIsKnownAtTheNextStart();
    void whatACleanUpDeletedIsKeptWhileTheIndexCannotBeWritten();

private:
    static bool leaveEndedCleanUp(const QString &path, const QString &file);
};

void TestOverviewStart::theNextStartShowsWhatWasKnownBeforeItAsks()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString id = m_console->context().profile.id;
    const QString storage = figure(u"storage"_s)->figure()->text();
    const QStringList purposes = texts(u"shares"_s);
    m_console.reset();
    m_server->clearLog();

    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(showOverview() || m_console->page() == nullptr);
    m_console->window().openProfile(id);
    ODC_EVENTUALLY(overview() && figures().countedAt > 0);
    QCOMPARE(figure(u"storage"_s)->figure()->text(), storage);
    QCOMPARE(texts(u"shares"_s), purposes);
    ODC_EVENTUALLY(overview()->isCurrent());
    QCOMPARE(figure(u"storage"_s)->figure()->text(), storage);
    QCOMPARE(m_server->log().size(), 0);
    // Its key is gone, as all are without a keychain: full figures must not look as if all were well.
    const auto saysIt = [this] {
        const QList<MessageBar *> bars = m_console->window().findChildren<MessageBar *>();
        return std::any_of(bars.cbegin(), bars.cend(), [](const MessageBar *bar) {
            return bar->isShowing() && bar->message().key == u"noKey"_s && !bar->message().actionText.isEmpty();
        });
    };
    QVERIFY(saysIt());
    // Something else is said in its place, and taken away again.
    for (MessageBar *bar : m_console->window().findChildren<MessageBar *>()) {
        if (bar->isShowing() && bar->message().key == u"noKey"_s) {
            bar->showMessage({Message::Kind::Info, u"Another thing"_s});
            QVERIFY(!saysIt());
            bar->dismiss();
        }
    }
    ODC_EVENTUALLY(saysIt());
    // A page that says itself why it is empty, and back to one that does not.
    m_console->window().showPage(u"transfers"_s);
    ODC_EVENTUALLY(!saysIt());
    m_console->window().showPage(u"overview"_s);
    ODC_EVENTUALLY(saysIt());
    // Once it was closed it has been read.
    for (MessageBar *bar : m_console->window().findChildren<MessageBar *>()) {
        if (bar->isShowing() && bar->message().key == u"noKey"_s)
            QTest::mouseClick(bar->findChild<QToolButton *>(), Qt::LeftButton);
    }
    QVERIFY(!saysIt());
    m_console->window().showPage(u"transfers"_s);
    m_console->window().showPage(u"overview"_s);
    ODC_EVENTUALLY(overview()->isVisible());
    QVERIFY(!saysIt());
    // With a key, no word of it.
    m_console->window().openProfile(m_console->addProfile(u"Beside"_s, m_server->url(), u"sk-test"_s));
    ODC_EVENTUALLY(overview() && m_console->session() && m_console->session()->hasKey() && !saysIt());
}

void TestOverviewStart::theAgeIsSaidUntilSomethingWasRead()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString id = m_console->context().profile.id;
    const auto summary = [this] { return overview()->findChild<PageHeader *>()->summary(); };
    // It is of this minute, but of the run before.
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->services().settings().set(Setting::PollSeconds, 15);
    m_console->window().showPage(u"overview"_s);
    m_console->window().openProfile(id); // its key is gone: what is watched gets no answer
    ODC_EVENTUALLY(overview() && overview()->isCurrent() && summary().startsWith(u"As of "_s));
    QVERIFY2(summary().contains(u"·"_s), qPrintable(summary())); // and then what happened
}

void TestOverviewStart::theAgeIsSaidUntilTheFilesWereRead()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start({u"--seed"_s, u"sample"_s}));
    FaultProxy proxy(m_server->url());
    const QString id = m_console->addProfile(u"Sample"_s, proxy.url(), u"sk-test"_s);
    QVERIFY(m_console->open(id) && showOverview());
    QVERIFY(readEverything());
    const auto again = [&] {
        const qint64 read = m_console->context().index.wholeAt(ObjectKind::File);
        m_console.reset();
        if (!eventually([&] { return QDateTime::currentSecsSinceEpoch() > read; })) // these times are whole seconds
            return false;
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        m_console->services().settings().set(Setting::PollSeconds, 15);
        bool written = false;
        m_console->services().context().secrets.write(id, SecretKind::ApiKey, SecretString(u"sk-test"_s), &m_console->window(),
                                                      [&](const SecretStore::WriteResult &) { written = true; });
        m_console->window().showPage(u"overview"_s);
        if (!eventually([&] { return written; }))
            return false;
        m_console->window().openProfile(id);
        return eventually([&] { return overview() && m_console->context().watch.lookedAt() > 0 && overview()->isCurrent(); });
    };
    const auto summary = [this] { return overview()->findChild<PageHeader *>()->summary(); };
    QVERIFY(again());
    JobWatch *watch = &m_console->context().watch;
    m_console->action(u"overview.refresh"_s)->trigger();
    ODC_EVENTUALLY(watch->hasReadFiles() && !watch->survey().isRunning()); // their list is among what is read first
    ODC_EVENTUALLY(!summary().startsWith(u"As of "_s));
    // What runs is known anew; of the files nobody knows yet.
    proxy.clearSeen();
    proxy.add("GET", "/files", Fault::stall());
    QVERIFY(again());
    QVERIFY2(summary().startsWith(u"As of "_s), qPrintable(summary()));
    m_console->action(u"overview.refresh"_s)->trigger();
    ODC_EVENTUALLY(proxy.count("GET", "/files") > 0); // asked, and not answered
    ODC_EVENTUALLY(overview()->isCurrent());
    QVERIFY2(summary().startsWith(u"As of "_s), qPrintable(summary()));
}

/// A clean-up of one file that came to its end, and the program was killed before the index was written.
bool TestOverviewStart::leaveEndedCleanUp(const QString &path, const QString &file)
{
    CleaningJournal journal(path);
    CleaningItem item;
    item.id = file;
    item.title = file;
    bool written = false;
    journal.begin({item}, 1'760'000'000, [&](const Result<void> &result) {
        written = result && journal.itemBegins(0) && journal.itemEnded(0, CleaningJournal::Outcome::Deleted) &&
                  journal.finished();
    });
    return eventually([&] { return written; });
}

void TestOverviewStart::whatACleanUpDeletedIsKnownAtTheNextStart()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString profile = m_console->context().profile.id;
    const QString file = m_console->context().index.objects(ObjectKind::File).front().id;
    const qint64 files = figures().files;
    const QString path = m_console->services().opener().cleaningFile(profile);
    m_console.reset();
    QVERIFY(leaveEndedCleanUp(path, file));
    m_server->clearLog();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->window().showPage(u"overview"_s);
    m_console->window().openProfile(profile);
    ODC_EVENTUALLY(overview() && overview()->isCurrent() && figures().files == files - 1);
    QVERIFY(!m_console->context().index.find(ObjectKind::File, file));
    QCOMPARE(m_server->log().size(), 0);
    // There is nothing to go on with, and nothing to be read at the start after this one.
    for (const MessageBar *bar : m_console->window().findChildren<MessageBar *>())
        QVERIFY(!bar->isShowing() || bar->message().key != "cleaning"_L1);
    ODC_EVENTUALLY(!QFile::exists(path));
}

void TestOverviewStart::whatACleanUpDeletedIsKeptWhileTheIndexCannotBeWritten()
{
    QVERIFY(openSample());
    QVERIFY(readEverything());
    const QString profile = m_console->context().profile.id;
    const QString file = m_console->context().index.objects(ObjectKind::File).front().id;
    const QString path = m_console->services().opener().cleaningFile(profile);
    QLockFile other(m_console->services().opener().indexFile(profile) + u".lock"_s);
    m_console.reset();
    QVERIFY(leaveEndedCleanUp(path, file));
    QVERIFY(other.tryLock()); // as a second window has it
    const auto start = [&] {
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        m_console->window().openProfile(profile);
        return eventually([&] { return m_console->page() && m_console->context().index.isLoaded(); });
    };
    QVERIFY(start());
    ObjectIndex &index = m_console->context().index;
    QVERIFY(!index.problem().isEmpty());
    // Longer than it takes to find out whether it was written: what was asked of the index later is answered later.
    for (int round = 0; round < 3; ++round) {
        bool settled = false;
        index.whenSettled(this, [&] {
            index.history(std::numeric_limits<qint64>::max(), 1, this, [&](const QList<HistoryEntry> &) { settled = true; });
        });
        ODC_EVENTUALLY(settled);
    }
    waitForBackground();
    QVERIFY(QFile::exists(path));
    m_console.reset();
    other.unlock();
    QVERIFY(start());
    ODC_EVENTUALLY(!m_console->context().index.find(ObjectKind::File, file) && !QFile::exists(path));
}

QTEST_MAIN(TestOverviewStart)
#include "tst_overviewstart.moc"
