// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles end to end: from the fields of the dialog to the request that reaches a server, or does not.
#include "gui/support/console.h"
#include "gui/support/seed.h"

#include "api/connectiontest.h"
#include "api/session.h"
#include "settings/secretstore.h"
#include "support/faultproxy.h"
#include "support/rawserver.h"
#include "support/serverprocess.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto goodKey = u"sk-test-profiles-Abc123"_s;
const auto wrongKey = u"sk-test-profiles-Wrong9"_s;
const auto goodAdminKey = u"sk-admin-test-profiles-Abc123"_s;

} // namespace

class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

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
    void environmentGivesAReadyProfileThatIsNeverWritten();
    void readOnlyProfileChangesNothing();
    void readOnlySwitchIsKept();
    void changingTheProfileAsksWhileWorkRuns();
    void removedProfileTakesItsKeyAlong();
    void removedProfileTakesItsTransfersAlong_data();
    void removedProfileTakesItsTransfersAlong();
    void damagedFilesAreKeptAsideAndSaid_data();
    void damagedFilesAreKeptAsideAndSaid();

private:
    QDialog *openDialog();
    bool fill(const QString &name, const QString &url, const QString &key);
    void type(const QString &field, const QString &text);
    QString configFile(const QString &name) const { return m_home->filePath(u"config/"_s + name); }
    StateOverlay *overlay() { return m_console->table()->findChild<StateOverlay *>(); }
    std::optional<SecretString> stored(const QString &profileId, SecretKind which = SecretKind::ApiKey);
    /// Asks who may use a checkpoint, as the open profile does: with which key the server was asked, or nothing.
    QString accessOfPermissions();

    Theme m_theme;
    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestProfiles::initTestCase()
{
    m_theme.apply(*qApp);
    QVERIFY2(m_server.start({u"--api-key"_s, goodKey, u"--admin-key"_s, goodAdminKey, u"--seed"_s, u"large"_s, u"--seed-count"_s, u"20"_s}),
             qPrintable(m_server.errorText()));
}

void TestProfiles::init()
{
    failOnNoise();
    m_server.clearLog();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void TestProfiles::cleanup()
{
    m_console.reset();
    m_home.reset();
}

QDialog *TestProfiles::openDialog()
{
    m_console->press(u"Ctrl+Shift+P"_s);
    return m_console->await<QDialog>(u"profilesDialog"_s);
}

void TestProfiles::type(const QString &field, const QString &text)
{
    auto *edit = m_console->await<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

bool TestProfiles::fill(const QString &name, const QString &url, const QString &key)
{
    if (!openDialog() || !m_console->click(u"newProfile"_s))
        return false;
    auto *kind = m_console->find<QComboBox>(u"profileKind"_s);
    kind->setFocus();
    kind->setCurrentIndex(kind->findData(int(Profile::Kind::Compatible)));
    type(u"profileName"_s, name);
    type(u"profileUrl"_s, url);
    type(u"profileKey"_s, key);
    type(u"profileProxy"_s, u"none"_s);
    return true;
}

std::optional<SecretString> TestProfiles::stored(const QString &profileId, SecretKind which)
{
    std::optional<SecretString> secret;
    bool answered = false;
    m_console->services().context().secrets.read(profileId, which, false, this,
                                                 [&](const SecretStore::ReadResult &result) {
        if (result)
            secret = *result;
        answered = true;
    });
    eventually([&] { return answered; });
    return secret;
}

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

QString TestProfiles::accessOfPermissions()
{
    m_server.clearLog();
    bool answered = false;
    m_console->session()->fineTuning().listPermissions(u"ft:none:acme::x:ckpt-step-1"_s, {}, nullptr,
                                                       [&](const auto &) { answered = true; });
    eventually([&] { return answered; });
    for (const QJsonValue &request : m_server.log()) {
        if (request[u"path"_s].toString().contains(u"/permissions"_s))
            return request[u"access"_s].toString();
    }
    return {};
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
    QCOMPARE(overlay()->secondButton()->text(), u"Edit profile…"_s);
    Console::click(overlay()->secondButton());
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
    QVERIFY(m_console->find<QPushButton>(u"testConnection"_s)->isEnabled());
}

void TestProfiles::environmentGivesAReadyProfileThatIsNeverWritten()
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

void TestProfiles::readOnlyProfileChangesNothing()
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

void TestProfiles::readOnlySwitchIsKept()
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

void TestProfiles::changingTheProfileAsksWhileWorkRuns()
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

void TestProfiles::removedProfileTakesItsKeyAlong()
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

void TestProfiles::removedProfileTakesItsTransfersAlong_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("open") << true;
    QTest::newRow("another is open") << false;
}

void TestProfiles::removedProfileTakesItsTransfersAlong()
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

void TestProfiles::damagedFilesAreKeptAsideAndSaid_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("profiles, cut") << u"profiles.json"_s << R"({"format":1,"profiles":[{"id":"a","na)"_ba;
    QTest::newRow("profiles, of a later version") << u"profiles.json"_s << R"({"format":99,"profiles":[]})"_ba;
    QTest::newRow("settings, noise") << u"settings.json"_s << "\x01\x02 noise"_ba;
}

void TestProfiles::damagedFilesAreKeptAsideAndSaid()
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

QTEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
