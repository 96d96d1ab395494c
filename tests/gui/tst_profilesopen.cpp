// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles while they are open, and what goes with them: read-only ones, those of the environment, changed and removed
// ones, and what is made of damaged files.
#include "gui/support/profilestest.h"
#include "gui/support/seed.h"

#include "api/session.h"
#include "support/faultproxy.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QTimer>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestProfilesOpen : public ProfilesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void environmentGivesAReadyProfileThatIsNeverWritten();
    void readOnlyProfileChangesNothing();
    void readOnlySwitchIsKept();
    void changingTheProfileAsksWhileWorkRuns();
    void removedProfileTakesItsKeyAlong();
    void removedProfileTakesItsTransfersAlong_data();
    void removedProfileTakesItsTransfersAlong();
    void damagedFilesAreKeptAsideAndSaid_data();
    void damagedFilesAreKeptAsideAndSaid();
};

void TestProfilesOpen::environmentGivesAReadyProfileThatIsNeverWritten()
{
    m_console.reset();
    qputenv("OPENAI_API_KEY", goodKey.toUtf8());
    qputenv("OPENAI_BASE_URL", m_server.url().toEncoded());
    qputenv("OPENAI_ORG_ID", "org-environment");
    qputenv("OPENAI_ADMIN_KEY", goodAdminKey.toUtf8());
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    for (const char *name : {"OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_ADMIN_KEY"})
        qunsetenv(name);
    QCOMPARE(m_console->services().startProfile(), QString::fromLatin1(environmentProfileId));
    QVERIFY(m_console->open(m_console->services().startProfile()));
    QCOMPARE(m_console->page()->list()->rowCount(), 20);
    QCOMPARE(accessOfPermissions(), u"admin"_s);
    // Saving something else must not write it either.
    QVERIFY(!m_console->addProfile(u"Beside"_s, m_server.url(), goodKey).isEmpty());
    QVERIFY(m_console->services().settings().save());
    const QByteArray profiles = readFile(configFile(u"profiles.json"_s));
    QVERIFY(profiles.contains("Beside"));
    QVERIFY(!profiles.contains("org-environment"));
    QVERIFY(!profiles.contains(goodKey.toUtf8()));
    QVERIFY(!profiles.contains(goodAdminKey.toUtf8()));
    const QJsonArray array = QJsonDocument::fromJson(profiles)[u"profiles"_s].toArray();
    for (const QJsonValue &profile : array)
        QVERIFY(profile[u"id"_s] != QString::fromLatin1(environmentProfileId));
    // The dialog offers to open it, not to change or remove it.
    QDialog *dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(!m_console->find<QPushButton>(u"removeProfile"_s)->isEnabled());
    QVERIFY(!m_console->find<QLineEdit>(u"profileKey"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape); // also lets go of Ctrl, which Qt remembers into the next test
}

void TestProfilesOpen::readOnlyProfileChangesNothing()
{
    const QString id = m_console->addProfile(u"Production"_s, m_server.url(), goodKey, [](Profile &profile) {
        profile.readOnly = true;
        profile.production = true;
    });
    QVERIFY(m_console->open(id));
    QCOMPARE(m_console->page()->list()->rowCount(), 20);
    m_console->table()->selectRow(3);
    ODC_EVENTUALLY(m_console->action(u"files.download"_s)->isEnabled());
    QVERIFY(!m_console->action(u"files.delete"_s)->isEnabled());
    QVERIFY(!m_console->action(u"files.upload"_s)->isEnabled());
    QVERIFY(!m_console->action(u"files.paste"_s)->isEnabled());
    m_console->press(QKeySequence(Qt::Key_Delete), m_console->table());
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(writeFile(m_home->filePath(u"a.jsonl"_s), "{}\n"))});
    QVERIFY(!m_console->drop(mime, m_console->table()->mapTo(&m_console->window(), QPoint(60, 60))));
    QVERIFY(!m_console->find<QDialog>(u"uploadDialog"_s));
    // Whoever gets past the window is stopped below it.
    std::optional<ApiError> refused;
    m_console->session()->files().remove(m_console->column("id").first(), this, [&](Result<bool> result) {
        refused = result ? ApiError() : result.error();
    });
    ODC_EVENTUALLY(refused.has_value());
    QCOMPARE(refused->kind, ApiError::Kind::ReadOnly);
    const QJsonArray log = m_server.log();
    QVERIFY(!log.isEmpty());
    for (const QJsonValue &request : log)
        QCOMPARE(request[u"method"_s].toString(), u"GET"_s);
    QCOMPARE(m_console->page()->list()->rowCount(), 20);
}

void TestProfilesOpen::readOnlySwitchIsKept()
{
    const QString id = m_console->addProfile(u"Switched"_s, m_server.url(), goodKey);
    QVERIFY(m_console->open(id));
    m_console->table()->selectRow(0);
    ODC_EVENTUALLY(m_console->action(u"files.delete"_s)->isEnabled());
    QVERIFY(m_console->click(u"readOnlySwitch"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->rowCount() == 20 && m_console->session()->isReadOnly());
    m_console->table()->selectRow(0);
    ODC_EVENTUALLY(m_console->action(u"files.download"_s)->isEnabled());
    QVERIFY(!m_console->action(u"files.delete"_s)->isEnabled());
    QVERIFY(m_console->find<QPushButton>(u"readOnlySwitch"_s)->isChecked());
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(m_console->services().profiles().find(id)->readOnly);
}

void TestProfilesOpen::changingTheProfileAsksWhileWorkRuns()
{
    FaultProxy proxy(m_server.url());
    const QString id = m_console->addProfile(u"Slow"_s, proxy.url(), goodKey);
    QVERIFY(m_console->open(id));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(writeFile(m_home->filePath(u"a.jsonl"_s), "{}\n"))});
    QVERIFY(m_console->drop(mime, m_console->table()->mapTo(&m_console->window(), QPoint(60, 60))));
    auto *upload = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(upload);
    ODC_EVENTUALLY(upload->chosen().size() == 1);
    proxy.add("POST", "/files", Fault::stall());
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(proxy.count("POST", "/files") == 1);

    // By the menu under the profile, as a person does.
    const auto choose = [&](const QString &name) {
        auto *button = m_console->find<QPushButton>(u"profileButton"_s);
        QTimer::singleShot(0, this, [name] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            const QList<QAction *> actions = menu->actions();
            for (QAction *action : actions) {
                if (action->text().startsWith(name)) {
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                    return;
                }
            }
        });
        Console::click(button); // returns when the menu has closed
        return m_console->await<QDialog>(u"confirmDialog"_s) != nullptr;
    };
    QVERIFY(choose(u"Local"_s));
    QVERIFY(m_console->click(u"cancel"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->window().windowTitle().contains(u"Slow"_s));
    QVERIFY(m_console->services().opener().transfers()->counts().active > 0);
    QVERIFY(choose(u"Local"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(m_console->window().windowTitle().contains(u"Local"_s) && m_console->page());
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    QCOMPARE(proxy.count("POST", "/files"), 1);
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/files"_s), 0);
}

void TestProfilesOpen::removedProfileTakesItsKeyAlong()
{
    const QString id = m_console->addProfile(u"Leaving"_s, m_server.url(), goodKey, {}, goodAdminKey);
    QVERIFY(m_console->open(id));
    QVERIFY(stored(id).has_value() && stored(id, SecretKind::AdminKey).has_value());
    QVERIFY(openDialog());
    QVERIFY(m_console->click(u"removeProfile"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!m_console->services().profiles().find(id));
    ODC_EVENTUALLY(!stored(id).has_value() && !stored(id, SecretKind::AdminKey).has_value());
    QVERIFY(!readFile(configFile(u"profiles.json"_s)).contains("Leaving"));
}

void TestProfilesOpen::removedProfileTakesItsTransfersAlong_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("open") << true;
    QTest::newRow("another is open") << false;
}

void TestProfilesOpen::removedProfileTakesItsTransfersAlong()
{
    QFETCH(bool, isOpen);
    FaultProxy proxy(m_server.url());
    proxy.add("POST", "/files", Fault::stall(), -1);
    const QString id = m_console->addProfile(u"Leaving"_s, proxy.url(), goodKey);
    TransferRecord paused = uploadRecord(writeFile(m_home->filePath(u"paused.txt"_s), "paused"), u"evals"_s);
    paused.state = TransferRecord::State::Paused;
    TransferRecord active = uploadRecord(writeFile(m_home->filePath(u"active.txt"_s), "active"), u"evals"_s);
    QVERIFY(seedTransfers(m_home->path(), id, {paused, active}));
    const QString journal = m_home->filePath(u"data/transfers/"_s + id);
    QVERIFY(QFileInfo(journal).isDir());
    QVERIFY(isOpen ? m_console->open(id) : m_console->openLocal());
    if (isOpen)
        ODC_EVENTUALLY(proxy.count("POST", "/files") == 1);
    QVERIFY(openDialog());
    auto *list = m_console->find<QDialog>(u"profilesDialog"_s)->findChild<QListWidget *>();
    const QList<QListWidgetItem *> rows = list->findItems(u"Leaving"_s, Qt::MatchStartsWith);
    QCOMPARE(rows.size(), 1);
    list->setCurrentItem(rows.first());
    QVERIFY(m_console->click(u"removeProfile"_s));
    auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    const QList<QLabel *> labels = question->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().contains(u"2 "_s) && label->text().contains(u"not finished"_s);
    }));
    QVERIFY(QFileInfo(journal).isDir()); // not before the answer
    QVERIFY(m_console->click(u"confirm"_s));
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
    // The open one is left for Local without another question: this one named what is lost.
    ODC_EVENTUALLY(!QFileInfo::exists(journal));
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
}

void TestProfilesOpen::damagedFilesAreKeptAsideAndSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("profiles, cut") << u"profiles.json"_s << R"({"format":1,"profiles":[{"id":"a","na)"_ba;
    QTest::newRow("profiles, of a later version") << u"profiles.json"_s << R"({"format":99,"profiles":[]})"_ba;
    QTest::newRow("settings, noise") << u"settings.json"_s << "\x01\x02 noise"_ba;
}

void TestProfilesOpen::damagedFilesAreKeptAsideAndSaid()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    m_console.reset();
    m_home = std::make_unique<QTemporaryDir>();
    writeFile(configFile(file), content);
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    MessageBar *said = nullptr;
    const QList<MessageBar *> bars = m_console->window().findChildren<MessageBar *>();
    for (MessageBar *bar : bars) {
        if (bar->isShowing())
            said = bar;
    }
    QVERIFY(said);
    QVERIFY(said->message().text.contains(file));
    const QStringList kept = QDir(m_home->filePath(u"config"_s)).entryList({file + u".*.bad"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(said->message().text.contains(kept.first()));
    QCOMPARE(readFile(configFile(kept.first())), content);
    // And it works all the same, from the beginning.
    QVERIFY(m_console->openLocal());
    QCOMPARE(m_console->page()->list()->loadState(), LoadState::Ready);
    QVERIFY(m_console->services().settings().save());
    QCOMPARE(readFile(configFile(kept.first())), content);
}

QTEST_MAIN(TestProfilesOpen)
#include "tst_profilesopen.moc"
