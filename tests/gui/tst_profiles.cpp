// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles end to end: from the fields of the dialog to the request that reaches a server, or does not.
#include "gui/support/profilestest.h"

#include "api/connectiontest.h"
#include "api/session.h"
#include "support/rawserver.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTcpServer>
#include <QTcpSocket>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestProfiles : public ProfilesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void mistakesAreNamedAsTheyAreTyped_data();
    void mistakesAreNamedAsTheyAreTyped();
    void newProfileIsSavedAndOpenedWithItsKey();
    void adminKeyGoesAlongWithPermissionsOnly();
    void adminKeyStaysWithItsAddress();
    void wrongKeyIsSaidPlainly();
    void closingAsksBeforeTypedThingsAreLost();
    void everyFieldHasAKeyOfItsOwn();
    void theDialogNeverScrollsSideways();
    void connectionTestSaysWhatIsWrong_data();
    void connectionTestSaysWhatIsWrong();
};

void TestProfiles::mistakesAreNamedAsTheyAreTyped_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("good");
    QTest::newRow("url without scheme") << u"profileUrl"_s << u"localhost:8080/v1"_s << u"http://localhost:8080/v1"_s;
    QTest::newRow("url of another kind") << u"profileUrl"_s << u"ftp://host/v1"_s << u"https://host/v1/"_s;
    QTest::newRow("url with a key in it") << u"profileUrl"_s << u"https://me:secret@host/v1"_s << u"https://host/v1"_s;
    QTest::newRow("proxy") << u"profileProxy"_s << u"proxy.example"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("certificate") << u"profileCa"_s << u"/no/such/file.pem"_s << QString();
    QTest::newRow("name") << u"profileName"_s << u" "_s << u"Named"_s;
}

void TestProfiles::mistakesAreNamedAsTheyAreTyped()
{
    QFETCH(QString, field);
    QFETCH(QString, bad);
    QFETCH(QString, good);
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Typed"_s, u"http://127.0.0.1:9/v1"_s, {}));
    auto *save = m_console->find<QPushButton>(u"saveProfile"_s);
    auto *open = m_console->find<QPushButton>(u"openProfile"_s);
    QVERIFY(save->isEnabled() && open->isEnabled());
    QVERIFY(!m_console->find<QLabel>(u"profileProblem"_s));
    type(field, bad);
    auto *problem = m_console->find<QLabel>(u"profileProblem"_s);
    QVERIFY(problem);
    QVERIFY(!problem->text().isEmpty());
    QVERIFY(!save->isEnabled() && !open->isEnabled());
    type(field, good);
    QVERIFY(!m_console->find<QLabel>(u"profileProblem"_s));
    QVERIFY(save->isEnabled() && open->isEnabled());
    QVERIFY(!QFile::exists(configFile(u"profiles.json"_s))); // typing is not saving
}

void TestProfiles::newProfileIsSavedAndOpenedWithItsKey()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Research"_s, m_server.url().toString(), goodKey));
    QVERIFY(m_console->click(u"openProfile"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->rowCount() == 20);
    QVERIFY(m_console->window().windowTitle().contains(u"Research"_s));
    QVERIFY(!m_console->find<QDialog>(u"profilesDialog"_s));
    // Although this one is only in memory, which the profile does not note.
    const auto *button = m_console->find<QPushButton>(u"profileButton"_s);
    ODC_EVENTUALLY(button->accessibleDescription().endsWith(u"· key"_s));
    QCOMPARE(m_server.log().first()[u"access"_s].toString(), u"project"_s);
    const QString id = m_console->services().settings().text(Setting::LastProfile);
    QCOMPARE(stored(id).value_or(SecretString()).reveal(), goodKey);
    QVERIFY(readFile(configFile(u"profiles.json"_s)).contains("Research"));
    // The key is shown to nobody again, and keeping the profile without typing it keeps the key.
    QVERIFY(openDialog());
    QVERIFY(m_console->find<QLineEdit>(u"profileKey"_s)->text().isEmpty());
    type(u"profileName"_s, u"Renamed"_s);
    QVERIFY(m_console->click(u"saveProfile"_s));
    ODC_EVENTUALLY(readFile(configFile(u"profiles.json"_s)).contains("Renamed"));
    ODC_EVENTUALLY(button->accessibleName().contains(u"Renamed"_s));
    QVERIFY(button->accessibleDescription().endsWith(u"· key"_s));
    QCOMPARE(stored(id).value_or(SecretString()).reveal(), goodKey);
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
    // Nothing of it in any file.
    QVERIFY(m_console->services().settings().save());
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QVERIFY2(!readFile(files.next()).contains(goodKey.toUtf8()), qPrintable(files.filePath()));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void TestProfiles::adminKeyGoesAlongWithPermissionsOnly()
{
    // Keys are in memory here, as they are without a keychain.
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Research"_s, m_server.url().toString(), goodKey));
    type(u"profileAdminKey"_s, u" "_s + goodAdminKey + u" "_s); // as it comes out of a clipboard
    QVERIFY(m_console->click(u"openProfile"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->rowCount() == 20);
    for (const QJsonValue &request : m_server.log())
        QCOMPARE(request[u"access"_s].toString(), u"project"_s);
    QVERIFY(m_console->session()->hasAdminKey());
    QCOMPARE(accessOfPermissions(), u"admin"_s);
    const QString id = m_console->services().settings().text(Setting::LastProfile);
    QCOMPARE(stored(id, SecretKind::AdminKey).value_or(SecretString()).reveal(), goodAdminKey);
    QCOMPARE(stored(id).value_or(SecretString()).reveal(), goodKey);
    // Saved once more without typing it, it stays; opened once more, it is there.
    QVERIFY(openDialog());
    QVERIFY(m_console->find<QLineEdit>(u"profileAdminKey"_s)->text().isEmpty());
    type(u"profileName"_s, u"Renamed"_s);
    QVERIFY(m_console->click(u"openProfile"_s));
    ODC_EVENTUALLY(m_console->window().windowTitle().contains(u"Renamed"_s) && m_console->session() && m_console->page() &&
                   m_console->page()->list()->rowCount() == 20);
    QCOMPARE(accessOfPermissions(), u"admin"_s);
    QVERIFY(m_console->services().settings().save());
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY2(!readFile(files.next()).contains(goodAdminKey.toUtf8()), qPrintable(files.filePath()));
    // Another profile has none of it.
    QVERIFY(m_console->open(m_console->addProfile(u"Beside"_s, m_server.url(), goodKey)));
    QVERIFY(!m_console->session()->hasAdminKey());
    QCOMPARE(accessOfPermissions(), QString());
}

void TestProfiles::adminKeyStaysWithItsAddress()
{
    const QString id = m_console->addProfile(u"Moving"_s, QUrl(u"http://127.0.0.1:9/v1"_s), goodKey, {}, goodAdminKey);
    QVERIFY(m_console->openLocal());
    QVERIFY(openDialog());
    auto *list = m_console->find<QListWidget>(u"profileList"_s);
    QVERIFY(list);
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->text().contains(u"Moving"_s))
            list->setCurrentRow(row);
    }
    type(u"profileUrl"_s, m_server.url().toString());
    QVERIFY(m_console->click(u"openProfile"_s));
    ODC_EVENTUALLY(m_console->services().settings().text(Setting::LastProfile) == id && m_console->session());
    ODC_EVENTUALLY(!stored(id, SecretKind::AdminKey).has_value() && !stored(id).has_value());
    QVERIFY(!m_console->session()->hasAdminKey());
    QCOMPARE(accessOfPermissions(), QString());
    QVERIFY(!m_console->services().profiles().find(id)->hasAdminKey);
}

void TestProfiles::wrongKeyIsSaidPlainly()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Wrong"_s, m_server.url().toString(), wrongKey));
    QVERIFY(m_console->click(u"openProfile"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->loadState() == LoadState::Failed);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Error);
    QCOMPARE(m_console->page()->list()->loadError().kind, ApiError::Kind::Unauthorized);
    QCOMPARE(m_console->page()->list()->loadError().httpStatus, 401);
    QVERIFY(!overlay()->state().detail.isEmpty()); // what to do
    QVERIFY(!(overlay()->state().sentence + overlay()->state().detail).contains(wrongKey));
    // A refused key is not tried again and again.
    QCOMPARE(m_server.count(u"GET"_s, u"/v1/files"_s), 1);
    auto *line = m_console->find<StateLabel>(u"connectionState"_s);
    QCOMPARE(line->tone(), Tone::Failed);
    QVERIFY2(line->text().contains(u"refused"_s), qPrintable(line->text()));
    // Trying again cannot help: the profile is a click away, this one chosen.
    QCOMPARE(overlay()->actionButton()->text(), u"Edit profile…"_s);
    Console::click(overlay()->actionButton());
    QVERIFY(m_console->await<QDialog>(u"profilesDialog"_s));
    QCOMPARE(m_console->find<QLineEdit>(u"profileName"_s)->text(), u"Wrong"_s);
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
}

void TestProfiles::closingAsksBeforeTypedThingsAreLost()
{
    QVERIFY(m_console->openLocal());
    // Nothing typed: nothing asked, a new profile without a word included.
    QVERIFY(openDialog());
    QVERIFY(m_console->click(u"newProfile"_s));
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
    QVERIFY(!m_console->find<QDialog>(u"unsavedDialog"_s));
    QVERIFY(!m_console->find<QDialog>(u"profilesDialog"_s));

    QVERIFY(fill(u"Half done"_s, u"http://127.0.0.1:9/v1"_s, goodKey));
    QDialog *dialog = m_console->find<QDialog>(u"profilesDialog"_s);
    dialog->close();
    auto *question = m_console->await<QDialog>(u"unsavedDialog"_s);
    QVERIFY(question);
    question->reject();
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_console->find<QLineEdit>(u"profileKey"_s)->text(), goodKey);
    // Saving takes all of them: the one in the fields, and the one left behind in the list.
    auto *list = m_console->find<QListWidget>(u"profileList"_s);
    list->setCurrentRow(0);
    type(u"profileName"_s, u"Mine"_s);
    dialog->close();
    QVERIFY(m_console->await<QDialog>(u"unsavedDialog"_s));
    QVERIFY(m_console->click(u"saveChanges"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"profilesDialog"_s));
    const QByteArray saved = readFile(configFile(u"profiles.json"_s));
    QVERIFY(saved.contains("Half done"));
    QVERIFY(saved.contains("Mine"));

    QVERIFY(fill(u"Thrown away"_s, u"http://127.0.0.1:9/v1"_s, {}));
    m_console->find<QDialog>(u"profilesDialog"_s)->close();
    QVERIFY(m_console->await<QDialog>(u"unsavedDialog"_s));
    QVERIFY(m_console->click(u"discardChanges"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"profilesDialog"_s));
    QVERIFY(!readFile(configFile(u"profiles.json"_s)).contains("Thrown away"));
    // What cannot be saved is not closed over.
    QVERIFY(fill(u"Mistaken"_s, u"nowhere"_s, {}));
    m_console->find<QDialog>(u"profilesDialog"_s)->close();
    QVERIFY(m_console->await<QDialog>(u"unsavedDialog"_s));
    QVERIFY(m_console->click(u"saveChanges"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"unsavedDialog"_s));
    QVERIFY(m_console->find<QDialog>(u"profilesDialog"_s));
    QVERIFY(m_console->find<QLabel>(u"profileProblem"_s));
}

void TestProfiles::everyFieldHasAKeyOfItsOwn()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Keys"_s, u"http://127.0.0.1:9/v1"_s, {}));
    QHash<QKeySequence, QString> taken;
    const auto take = [&taken](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty() && taken.contains(key))
            QFAIL(qPrintable(taken.value(key) + u" and "_s + text));
        if (!key.isEmpty())
            taken.insert(key, text);
    };
    QDialog *dialog = m_console->find<QDialog>(u"profilesDialog"_s);
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy())
            take(label->text());
    }
    const QList<QAbstractButton *> buttons = dialog->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            take(button->text());
    }
    QVERIFY(taken.size() >= 10);
}

void TestProfiles::theDialogNeverScrollsSideways()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Narrow"_s, u"http://127.0.0.1:9/v1"_s, {}));
    QDialog *dialog = m_console->find<QDialog>(u"profilesDialog"_s);
    dialog->resize(720, 720); // what a screen of 800 by 800 has room for
    auto *area = dialog->findChild<QScrollArea *>();
    QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
             qPrintable(QString::number(area->widget()->minimumSizeHint().width())));
}

void TestProfiles::connectionTestSaysWhatIsWrong_data()
{
    using Verdict = ConnectionReport::Verdict;
    QTest::addColumn<QString>("peer");
    QTest::addColumn<int>("verdict");
    QTest::newRow("works") << u"server"_s << int(Verdict::Works);
    QTest::newRow("nobody listens") << u"closed"_s << int(Verdict::Refused);
    QTest::newRow("wrong path") << u"path"_s << int(Verdict::WrongPath);
    QTest::newRow("web site") << u"html"_s << int(Verdict::WrongPath);
    QTest::newRow("another api") << u"json"_s << int(Verdict::NotThisApi);
    QTest::newRow("wrong key") << u"key"_s << int(Verdict::KeyRefused);
    QTest::newRow("no permission") << u"forbidden"_s << int(Verdict::NoPermission);
}

void TestProfiles::connectionTestSaysWhatIsWrong()
{
    QFETCH(QString, peer);
    QFETCH(int, verdict);
    RawServer other;
    other.setHandler([&](const RawServer::Request &, QTcpSocket *socket) {
        if (peer == u"html"_s)
            socket->write(RawServer::answer(200, "<!doctype html><html><body>Welcome</body></html>", "text/html"));
        else if (peer == u"forbidden"_s)
            socket->write(RawServer::answer(403, R"({"error":{"message":"Missing scopes: model.read","type":"invalid_request_error","code":null}})"));
        else
            socket->write(RawServer::answer(200, R"({"version":"7.1","cluster":"green"})"));
    });
    QUrl url = m_server.url();
    if (peer == u"html"_s || peer == u"json"_s || peer == u"forbidden"_s) {
        url = other.url();
        url.setPath(u"/v1"_s);
    } else if (peer == u"closed"_s) {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        url.setPort(probe.serverPort());
    } else if (peer == u"path"_s) {
        url.setPath(u"/nothing/here"_s);
    }
    QVERIFY(m_console->openLocal());
    QVERIFY(fill(u"Tested"_s, url.toString(), peer == u"key"_s ? wrongKey : goodKey));
    auto *button = m_console->find<QPushButton>(u"testConnection"_s);
    button->setFocus();
    QVERIFY(m_console->click(u"testConnection"_s));
    auto *report = m_console->await<MessageBar>(u"connectionReport"_s);
    QVERIFY(report);
    ConnectionReport expected;
    expected.verdict = ConnectionReport::Verdict(verdict);
    const bool works = expected.verdict == ConnectionReport::Verdict::Works;
    QCOMPARE(report->message().kind, works ? Message::Kind::Ok : Message::Kind::Error);
    // The sentence of that verdict, and after it the other side's own words.
    const QString stem = works ? u"It works"_s : expected.sentence().chopped(1);
    QVERIFY2(report->message().text.startsWith(stem), qPrintable(report->message().text + u" <-> "_s + stem));
    if (works) {
        QCOMPARE(m_server.count(u"GET"_s, u"/v1/models"_s), 1);
        QCOMPARE(m_server.count(u"GET"_s, u"/v1/files"_s), 1);
    }
    // Testing leaves nothing behind.
    QVERIFY(!QFile::exists(configFile(u"profiles.json"_s)));
    QVERIFY(button->isEnabled());
    QCOMPARE(button->window()->focusWidget(), button); // for another try, by keys
}

QTEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
