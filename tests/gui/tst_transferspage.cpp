// SPDX-License-Identifier: GPL-3.0-or-later
// The Transfers page, the dock and what the window does about transfers, with real keys, clicks and drops; slowness is the
// console's own limit, or a proxy that holds an answer back.
#include "gui/support/console.h"
#include "gui/support/seed.h"

#include "base/format.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"
#include "ui/charts/rateplot.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"

#include <QJsonArray>
#include <QMimeData>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

const auto goodKey = u"sk-transfers-0001"_s;

} // namespace

class TestTransfersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void droppedOnThisPageTheyAreUploaded();
    void pausedByKeyItWaitsAndGoesOn();
    void theOrderIsThePersons();
    void cancelAsksOnceAndSaysWhatIsLost();
    void theQuestionGoesWithItsTransfer();
    void limitsAreInTheUnitsOfRates();
    void failedOnesAreTriedAgain();
    void lostAnswerIsAskedAbout();
    void doneOnesAreClearedAndShownInFiles();
    void dockShowsWhatIsNotDone();
    void leavingSaysThatTheyGoOn();
    void pendingUploadsAreOffered();
    void preferencesActAtOnce();
    void ratesAreSaid();

private:
    TransferQueue &queue() const { return *m_console->services().opener().transfers(); }
    QString file(const QString &name, int size = 200'000) const
    {
        return writeFile(m_home->filePath(u"in/"_s + name), QByteArray(size, 'x'));
    }
    QStringList files(const QStringList &names) const
    {
        QStringList paths;
        for (const QString &name : names)
            paths << file(name);
        return paths;
    }
    /// Opens the profile on the proxy, and the page.
    bool open();
    /// Drops files onto the page and says yes.
    bool upload(const QStringList &paths);
    QString idOf(const QString &name) const
    {
        const QStringList ids = queue().ids();
        for (const QString &id : ids) {
            if (queue().record(id).name == name)
                return id;
        }
        return {};
    }
    State stateOf(const QString &name) const { return queue().record(idOf(name)).state; }
    QStringList names() const { return m_console->column("name"); }
    int atServer(const QString &name) const;
    QString question() const;

    Theme m_theme;
    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Console> m_console;
    QString m_profile;
};

void TestTransfersPage::initTestCase()
{
    m_theme.apply(*qApp);
    QVERIFY(m_server.start({u"--api-key"_s, goodKey, u"--seed"_s, u"none"_s}));
}

void TestTransfersPage::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_profile = m_console->addProfile(u"Transfers"_s, m_proxy->url(), goodKey);
    QVERIFY(!m_profile.isEmpty());
}

void TestTransfersPage::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_home.reset();
}

bool TestTransfersPage::open()
{
    if (!m_console->open(m_profile))
        return false;
    m_console->window().showPage(u"transfers"_s);
    return true;
}

bool TestTransfersPage::upload(const QStringList &paths)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime.setUrls(urls);
    if (!m_console->drop(mime, m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center())))
        return false;
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    return dialog && eventually([&] { return dialog->chosen().size() == paths.size(); }) && m_console->click(u"startUpload"_s)
        && eventually([&] { return idOf(QFileInfo(paths.last()).fileName()) != QString(); });
}

int TestTransfersPage::atServer(const QString &name) const
{
    const QJsonArray all =
        rawRequest(m_server.url(), "GET", "/v1/files", {{"Authorization", "Bearer " + goodKey.toUtf8()}}).json()[u"data"_s].toArray();
    int count = 0;
    for (const QJsonValue &each : all)
        count += each[u"filename"_s].toString() == name;
    return count;
}

QString TestTransfersPage::question() const
{
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QStringList said;
    if (dialog) {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said << label->text();
    }
    return said.join(u'\n');
}

void TestTransfersPage::droppedOnThisPageTheyAreUploaded()
{
    QVERIFY(open());
    QCOMPARE(m_console->page()->list()->rowCount(), 0);
    QVERIFY(upload(files({u"drop-1.txt"_s, u"drop-2.txt"_s})));
    ODC_EVENTUALLY(stateOf(u"drop-1.txt"_s) == State::Completed && stateOf(u"drop-2.txt"_s) == State::Completed);
    QCOMPARE(m_console->page()->objectName(), u"transfersPage"_s); // and the person is where they were
    QCOMPARE(atServer(u"drop-1.txt"_s), 1);
    QCOMPARE(atServer(u"drop-2.txt"_s), 1);
    ODC_EVENTUALLY(m_console->column("progress") == QStringList({u"100 %"_s, u"100 %"_s}));
}

void TestTransfersPage::pausedByKeyItWaitsAndGoesOn()
{
    m_console->services().settings().set(Setting::UploadLimitKB, 40);
    QVERIFY(open());
    QVERIFY(upload({file(u"pause.txt"_s)}));
    ODC_EVENTUALLY(stateOf(u"pause.txt"_s) == State::Running);
    QVERIFY(m_console->select({u"pause.txt"_s}));
    m_console->press(u"Ctrl+P"_s);
    ODC_EVENTUALLY(stateOf(u"pause.txt"_s) == State::Paused);
    QCOMPARE(m_console->page()->list()->rawValue(0, m_console->page()->list()->columnOf("state")), QVariant(u"paused"_s));
    QVERIFY(!m_console->action(u"transfers.pause"_s)->isEnabled());
    m_console->services().settings().set(Setting::UploadLimitKB, 0);
    ODC_EVENTUALLY(m_console->action(u"transfers.resume"_s)->isEnabled());
    m_console->press(u"Ctrl+G"_s);
    ODC_EVENTUALLY(stateOf(u"pause.txt"_s) == State::Completed);
    QCOMPARE(atServer(u"pause.txt"_s), 1);
}

void TestTransfersPage::theOrderIsThePersons()
{
    m_console->services().settings().set(Setting::TransfersAtOnce, 1);
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QVERIFY(open());
    QVERIFY(upload(files({u"a.txt"_s, u"b.txt"_s, u"c.txt"_s, u"d.txt"_s})));
    ODC_EVENTUALLY(names() == QStringList({u"a.txt"_s, u"b.txt"_s, u"c.txt"_s, u"d.txt"_s}));
    ODC_EVENTUALLY(stateOf(u"a.txt"_s) == State::Running);
    QVERIFY(m_console->select({u"d.txt"_s}));
    m_console->press(u"Ctrl+Up"_s);
    ODC_EVENTUALLY(names() == QStringList({u"a.txt"_s, u"b.txt"_s, u"d.txt"_s, u"c.txt"_s}));
    m_console->press(u"Ctrl+Shift+Up"_s);
    ODC_EVENTUALLY(names() == QStringList({u"a.txt"_s, u"d.txt"_s, u"b.txt"_s, u"c.txt"_s}));
    QCOMPARE(m_console->pane()->selectedIds(), QStringList{idOf(u"d.txt"_s)});
    m_console->press(u"Ctrl+Down"_s);
    ODC_EVENTUALLY(names() == QStringList({u"a.txt"_s, u"b.txt"_s, u"d.txt"_s, u"c.txt"_s}));
    m_console->press(u"Ctrl+Shift+Down"_s);
    ODC_EVENTUALLY(names() == QStringList({u"a.txt"_s, u"b.txt"_s, u"c.txt"_s, u"d.txt"_s}));
}

void TestTransfersPage::cancelAsksOnceAndSaysWhatIsLost()
{
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QVERIFY(open());
    QVERIFY(upload(files({u"x.txt"_s, u"y.txt"_s})));
    ODC_EVENTUALLY(names().size() == 2);
    ODC_EVENTUALLY(m_console->action(u"transfers.pauseAll"_s)->isEnabled());
    m_console->action(u"transfers.pauseAll"_s)->trigger();
    ODC_EVENTUALLY(queue().counts().active == 0);
    QVERIFY(m_console->select({u"x.txt"_s, u"y.txt"_s}));
    ODC_EVENTUALLY(m_console->action(u"transfers.cancel"_s)->isEnabled());
    m_console->press(u"Ctrl+Delete"_s);
    QVERIFY(question().contains(u"2"_s));
    QVERIFY(m_console->click(u"cancel"_s));
    QVERIFY(stateOf(u"x.txt"_s) != State::Cancelled);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    m_console->press(u"Ctrl+Delete"_s);
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(stateOf(u"x.txt"_s) == State::Cancelled && stateOf(u"y.txt"_s) == State::Cancelled);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->select({u"x.txt"_s}));
    m_console->press(QKeySequence(QKeySequence::Delete));
    ODC_EVENTUALLY(names() == QStringList{u"y.txt"_s});
}

void TestTransfersPage::theQuestionGoesWithItsTransfer()
{
    m_console->services().settings().set(Setting::UploadLimitKB, 40);
    QVERIFY(open());
    QVERIFY(upload(files({u"first.txt"_s, u"second.txt"_s})));
    ODC_EVENTUALLY(names().size() == 2 && stateOf(u"second.txt"_s) == State::Running);
    QVERIFY(m_console->select({u"first.txt"_s, u"second.txt"_s}));
    ODC_EVENTUALLY(m_console->action(u"transfers.cancel"_s)->isEnabled());
    m_console->press(u"Ctrl+Delete"_s);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    m_console->services().settings().set(Setting::UploadLimitKB, 0);
    ODC_EVENTUALLY(stateOf(u"first.txt"_s) == State::Completed && stateOf(u"second.txt"_s) == State::Completed);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s)); // nothing is left to ask about
    QCOMPARE(atServer(u"first.txt"_s), 1);
}

void TestTransfersPage::limitsAreInTheUnitsOfRates()
{
    QVERIFY(open());
    m_console->action(u"edit.preferences"_s)->trigger();
    auto *limit = m_console->await<QSpinBox>(u"uploadLimit"_s);
    QVERIFY(limit);
    limit->setValue(800);
    QCOMPARE(limit->text(), format::rate(800'000).replace(u".0"_s, QString()));
    auto *parts = m_console->find<QSpinBox>(u"partsAbove"_s);
    parts->setValue(64);
    QCOMPARE(parts->text(), format::size(64'000'000).replace(u".0"_s, QString()));
    m_console->await<QDialog>(u"preferencesDialog"_s)->close();
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"preferencesDialog"_s));
}

void TestTransfersPage::failedOnesAreTriedAgain()
{
    m_proxy->add("POST", "/files", Fault::apiError(400, u"invalid_request_error"_s, u"bad"_s));
    QVERIFY(open());
    QVERIFY(upload({file(u"again.txt"_s)}));
    ODC_EVENTUALLY(stateOf(u"again.txt"_s) == State::Failed);
    QVERIFY(m_console->select({u"again.txt"_s}));
    // What went wrong, and the number to ask the service about, stand in the details.
    auto *details = m_console->await<QWidget>(u"transferDetails"_s);
    QVERIFY(details);
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = details->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    ODC_EVENTUALLY(says(u"Request ID"_s));
    m_console->press(u"Ctrl+T"_s);
    ODC_EVENTUALLY(stateOf(u"again.txt"_s) == State::Completed);
    QCOMPARE(atServer(u"again.txt"_s), 1);
    ODC_EVENTUALLY(!says(u"Request ID"_s));
}

void TestTransfersPage::lostAnswerIsAskedAbout()
{
    TransferRecord lost = uploadRecord(file(u"lost.txt"_s), u"user_data"_s);
    lost.state = State::Unknown;
    QVERIFY(seedTransfers(m_home->path(), m_profile, {lost}));
    QVERIFY(open());
    ODC_EVENTUALLY(names() == QStringList{u"lost.txt"_s});
    const auto *button = m_console->window().findChild<QPushButton *>(u"answerButton"_s);
    QVERIFY(button && !button->isVisible()); // there is nothing to answer
    QVERIFY(m_console->select({u"lost.txt"_s}));
    ODC_EVENTUALLY(button->isVisible());
    m_console->press(QKeySequence(Qt::Key_Return), m_console->table());
    QVERIFY(m_console->await<QDialog>(u"lostAnswerDialog"_s));
    QVERIFY(m_console->find<QLabel>(u"lostAnswer"_s)->text().contains(u"lost.txt"_s));
    QVERIFY(!m_console->find<QPushButton>(u"isThere"_s)->isEnabled()); // nothing looks like it
    QVERIFY(m_console->click(u"sendAgain"_s));
    ODC_EVENTUALLY(stateOf(u"lost.txt"_s) == State::Completed);
    QCOMPARE(atServer(u"lost.txt"_s), 1);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"lostAnswerDialog"_s));
}

void TestTransfersPage::doneOnesAreClearedAndShownInFiles()
{
    QVERIFY(open());
    QSignalSpy ended(&queue(), &TransferQueue::ended);
    QVERIFY(upload({file(u"shown.txt"_s)}));
    ODC_EVENTUALLY(ended.size() == 1);
    QCOMPARE(stateOf(u"shown.txt"_s), State::Completed);
    QVERIFY(m_console->select({u"shown.txt"_s}));
    const QString fileId = queue().record(idOf(u"shown.txt"_s)).fileId;
    ODC_EVENTUALLY(m_console->action(u"transfers.showFile"_s)->isEnabled());
    m_console->press(u"Ctrl+J"_s);
    QCOMPARE(m_console->page()->objectName(), u"filesPage"_s);
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{fileId});
    m_console->window().showPage(u"transfers"_s);
    m_console->press(u"Ctrl+Shift+Delete"_s, m_console->table());
    ODC_EVENTUALLY(names().isEmpty() && queue().isEmpty());
}

void TestTransfersPage::dockShowsWhatIsNotDone()
{
    m_console->services().settings().set(Setting::UploadLimitKB, 20);
    m_console->services().settings().set(Setting::TransfersAtOnce, 1);
    QVERIFY(open());
    QVERIFY(upload(files({u"one.txt"_s, u"two.txt"_s})));
    m_console->window().showPage(u"files"_s);
    m_console->press(u"Ctrl+Shift+T"_s);
    auto *dock = m_console->await<TableView>(u"dockTransfers"_s);
    QVERIFY(dock);
    ODC_EVENTUALLY(dock->model()->rowCount() == 2);
    auto *tabs = m_console->find<QTabBar>(u"dockTabs"_s);
    QVERIFY(tabs->tabText(0).contains(u'2'));
    auto *pause = m_console->await<QPushButton>(u"dock.pause.button"_s);
    ODC_EVENTUALLY(pause->height() > 20 && dock->visualRect(dock->model()->index(1, 0)).width() > 20); // laid out
    m_console->activate();
    QTest::mouseClick(dock->viewport(), Qt::LeftButton, {}, dock->visualRect(dock->model()->index(1, 0)).center());
    QVERIFY(eventually([&] { return m_console->action(u"dock.pause"_s)->isEnabled(); }));
    QVERIFY(m_console->click(u"dock.pause.button"_s));
    ODC_EVENTUALLY(stateOf(u"two.txt"_s) == State::Paused);
    m_console->services().settings().set(Setting::UploadLimitKB, 0);
    ODC_EVENTUALLY(stateOf(u"one.txt"_s) == State::Completed);
    ODC_EVENTUALLY(dock->model()->rowCount() == 1); // what is done is none of its business
    m_console->activate();
    QTest::mouseDClick(dock->viewport(), Qt::LeftButton, {}, dock->visualRect(dock->model()->index(0, 0)).center());
    ODC_EVENTUALLY(m_console->page()->objectName() == u"transfersPage"_s);
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{idOf(u"two.txt"_s)});
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(m_console->await<TableView>(u"activityTable"_s));
    QVERIFY(m_console->action(u"view.activity"_s)->isChecked() && !m_console->action(u"view.transfers"_s)->isChecked());
    QVERIFY(m_console->click(u"closeDock"_s));
    ODC_EVENTUALLY(!m_console->find<QWidget>(u"dock"_s));
    QVERIFY(!m_console->action(u"view.activity"_s)->isChecked());
}

void TestTransfersPage::leavingSaysThatTheyGoOn()
{
    m_console->services().settings().set(Setting::UploadLimitKB, 40);
    QVERIFY(open());
    QVERIFY(upload({file(u"later.txt"_s)}));
    ODC_EVENTUALLY(stateOf(u"later.txt"_s) == State::Running);
    m_console->window().close();
    QVERIFY(m_console->window().isVisible());
    QVERIFY(question().contains(u"go on when this profile is opened again"_s));
    QVERIFY(!question().contains(u"stopped"_s));
    QVERIFY(m_console->click(u"cancel"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->window().isVisible());
    QCOMPARE(stateOf(u"later.txt"_s), State::Running);
    m_console->window().close();
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!m_console->window().isVisible());
    m_console.reset();
    // The next run takes it up, and says so.
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->services().settings().set(Setting::UploadLimitKB, 0);
    bool written = false;
    m_console->services().context().secrets.write(m_profile, SecretKind::ApiKey, SecretString(goodKey), &m_console->window(),
                                                  [&](const SecretStore::WriteResult &) { written = true; });
    ODC_EVENTUALLY(written);
    QVERIFY(m_console->open(m_profile));
    const auto said = [&] {
        const QList<MessageBar *> bars = m_console->window().findChildren<MessageBar *>();
        return std::any_of(bars.cbegin(), bars.cend(), [](const MessageBar *bar) {
            return bar->isShowing() && bar->message().key == u"transfers"_s;
        });
    };
    ODC_EVENTUALLY(said());
    ODC_EVENTUALLY(stateOf(u"later.txt"_s) == State::Completed || stateOf(u"later.txt"_s) == State::Unknown);
    QVERIFY(atServer(u"later.txt"_s) <= 1);
}

void TestTransfersPage::pendingUploadsAreOffered()
{
    TransferRecord pending = uploadRecord(file(u"pending.txt"_s, 5000), u"user_data"_s, 1000, 2);
    pending.state = State::Paused;
    QVERIFY(seedTransfers(m_home->path(), m_profile, {pending}));
    QVERIFY(open());
    auto *cancel = m_console->await<QPushButton>(u"choice.cancel"_s);
    QVERIFY(cancel);
    m_proxy->add("POST", "/cancel", Fault::answer(200, R"({"id":"upload_0123456789abcdef","object":"upload","status":"cancelled"})",
                                                  {{"Content-Type", "application/json"}}));
    Console::click(cancel);
    QVERIFY(question().contains(u"at the server"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(stateOf(u"pending.txt"_s) == State::Cancelled);
    QCOMPARE(m_proxy->count("POST", "/cancel"), 1); // the server is told as well
    ODC_EVENTUALLY(!m_console->find<QPushButton>(u"choice.cancel"_s)); // there is nothing to decide any more
}

void TestTransfersPage::preferencesActAtOnce()
{
    m_proxy->add("POST", "/files", Fault::stall(), -1);
    QVERIFY(open());
    m_console->action(u"edit.preferences"_s)->trigger();
    auto *atOnce = m_console->await<QSpinBox>(u"transfersAtOnce"_s);
    QVERIFY(atOnce);
    atOnce->setValue(1);
    m_console->await<QDialog>(u"preferencesDialog"_s)->close();
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"preferencesDialog"_s));
    QVERIFY(upload(files({u"p.txt"_s, u"q.txt"_s, u"r.txt"_s})));
    ODC_EVENTUALLY(m_proxy->count("POST", "/files") == 1);
    QCOMPARE(queue().totals().working, 1);
    m_console->services().settings().set(Setting::TransfersAtOnce, 3);
    ODC_EVENTUALLY(m_proxy->count("POST", "/files") == 3);
}

void TestTransfersPage::ratesAreSaid()
{
    m_console->services().settings().set(Setting::UploadLimitKB, 100);
    QVERIFY(open());
    auto *plot = m_console->page()->findChild<RatePlot *>();
    QVERIFY(plot && !plot->isVisible()); // nothing to plot
    QVERIFY(upload({file(u"rate.txt"_s, 600'000)}));
    ODC_EVENTUALLY(plot->isVisible() && plot->history().peak() > 0);
    ODC_EVENTUALLY(plot->accessibleDescription().contains(u"/s"_s));
    ODC_EVENTUALLY(stateOf(u"rate.txt"_s) == State::Completed);
    ODC_EVENTUALLY(plot->history().samples().last().upload == 0);
}

QTEST_MAIN(TestTransfersPage)
#include "tst_transferspage.moc"
