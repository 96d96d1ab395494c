// SPDX-License-Identifier: GPL-3.0-or-later
// After a day of use the keys are found nowhere but in the secret store: not in a file, not on the screen, not in the
// clipboard, not in a log, not in an archive, whatever a server says.
#include "gui/support/console.h"

#include "api/session.h"
#include "archive/archivejob.h"
#include "lists/permissionsmodel.h"
#include "settings/secretstore.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/pages/finetuning/permissionspane.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLoggingCategory>
#include <QMenu>
#include <QMimeData>
#include <QMutex>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWindow>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// No "sk-" in front: nothing but the knowledge of the key itself can find it.
const auto key = u"N33dle-InH4yst4ck_9f8e7d6c5b4a"_s;
const auto adminKey = u"Adm1n-Need1e_1a2b3c4d5e6f"_s;

QMutex logMutex;
QString logged;
QtMessageHandler nextHandler = nullptr;

void capture(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    {
        const QMutexLocker locker(&logMutex);
        logged += QString::fromLatin1(context.category) + u": "_s + message + u'\n';
    }
    // What is written for the test to read is not for ctest's output as well.
    if (nextHandler && !(type == QtDebugMsg && QByteArrayView(context.category).startsWith("odc.")))
        nextHandler(type, context, message);
}

/// Every text a widget shows or tells.
QStringList textsOf(QWidget *widget)
{
    QStringList texts{widget->windowTitle(), widget->toolTip(),      widget->statusTip(),
                      widget->whatsThis(),   widget->accessibleName(), widget->accessibleDescription(),
                      widget->objectName(),  widget->windowFilePath()};
    for (const char *property : {"text", "plainText", "placeholderText", "currentText", "title", "displayText"}) {
        const QVariant value = widget->property(property);
        if (value.isValid())
            texts << value.toString();
    }
    if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget)) {
        for (const auto which : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts << interface->text(which);
    }
    const QList<QAction *> actions = widget->actions();
    for (const QAction *action : actions)
        texts << action->text() << action->toolTip();
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::EditRole), int(Qt::AccessibleTextRole)})
                    texts << model->index(row, column).data(role).toString();
            }
        }
    }
    return texts;
}

/// Servers and gateways that say the key back, each in its own way.
QList<Fault> echoesOf(const QByteArray &k)
{
    return {
        Fault::answer(401, R"({"error":{"message":"Incorrect API key provided: )" + k + R"(. You can find it at home.","type":"invalid_request_error","param":")" + k + R"(","code":"invalid_api_key"}})",
                      {{"Content-Type", "application/json"}, {"x-request-id", "req_" + k}}),
        Fault::answer(401, "<html><body><h1>401</h1>Authorization: Bearer " + k + "</body></html>", {{"Content-Type", "text/html"}}),
        Fault::answer(400, "plain words about " + k, {{"Content-Type", "text/plain"}}),
        Fault::answer(403, R"({"error":{"message":"Bearer )" + k + R"( may not","type":")" + k + R"(","code":")" + k + R"("}})",
                      {{"Content-Type", "application/json"}}),
        Fault::answer(200, "{\"object\":\"list\",\"data\":\"" + k + "\"", {{"Content-Type", "application/json"}}),
        Fault::answer(307, {}, {{"Location", "http://127.0.0.1:9/?key=" + k}}),
    };
}

} // namespace

class TestSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void keyIsNowhereAfterADayOfUse();

private:
    void work();
    void failures();
    void permissions();
    void copiesAndExports();
    void archive();
    void profileDialog();
    /// The newest call, as it can be copied.
    void copyCall();
    /// Takes note of all that is on the screen and in the clipboard, where the key must not be.
    void look(const QString &when);
    QStringList whereOnScreen() const;
    QStringList whereInFiles() const;
    static bool holds(const QString &text) { return text.contains(key) || text.contains(adminKey); }
    void keepCopied(const QString &what)
    {
        if (holds(QGuiApplication::clipboard()->text()))
            m_found << u"clipboard after "_s + what;
        ++m_copies;
    }

    Theme m_theme;
    QTemporaryDir m_home;
    ServerProcess m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Console> m_console;
    QStringList m_found;
    int m_copies = 0;
    int m_textsSeen = 0;
};

void TestSecrecy::initTestCase()
{
    QLoggingCategory::setFilterRules(u"odc.*=true"_s);
    nextHandler = qInstallMessageHandler(capture);
    m_theme.apply(*qApp);
    QVERIFY2(m_server.start({u"--api-key"_s, key, u"--admin-key"_s, adminKey, u"--seed"_s, u"sample"_s}), qPrintable(m_server.errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server.url());
}

void TestSecrecy::cleanupTestCase()
{
    m_console.reset();
    qInstallMessageHandler(nextHandler);
}

QStringList TestSecrecy::whereOnScreen() const
{
    QStringList where;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts) {
            if (holds(text))
                where << u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        }
    }
    const QWindowList windows = QGuiApplication::allWindows();
    for (const QWindow *window : windows) {
        if (holds(window->title()))
            where << u"title of a window"_s;
    }
    return where;
}

QStringList TestSecrecy::whereInFiles() const
{
    QStringList where;
    for (const QString &root : {m_home.path(), QDir::homePath()}) {
        QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray content = readFile(files.next());
            // As text, and as the two-byte text that QSettings and QDataStream write.
            for (const QString &secret : {key, adminKey}) {
                const QByteArray utf16(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
                if (content.contains(secret.toUtf8()) || content.contains(utf16) || content.contains(secret.toUtf8().toBase64().chopped(4))
                    || holds(files.fileName()))
                    where << files.filePath();
            }
        }
    }
    return where;
}

void TestSecrecy::look(const QString &when)
{
    QCoreApplication::processEvents();
    const QStringList where = whereOnScreen();
    for (const QString &place : where)
        m_found << place + u" after "_s + when;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        m_textsSeen += int(textsOf(widget).size());
    keepCopied(when);
}

void TestSecrecy::work()
{
    m_console->window().showActivity(true);
    // Upload, preview, download, delete.
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(test::writeFile(m_home.filePath(u"desk/day.jsonl"_s), "{\"day\":1}\n"))});
    QVERIFY(m_console->drop(mime, m_console->table()->mapTo(&m_console->window(), QPoint(60, 60))));
    auto *upload = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(upload);
    auto *purpose = upload->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"evals"_s));
    ODC_EVENTUALLY(upload->chosen().size() == 1);
    look(u"the upload dialog"_s);
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(m_console->column("name").contains(u"day.jsonl"_s));
    QVERIFY(m_console->select({u"day.jsonl"_s}));
    m_console->press(QKeySequence(Qt::Key_Return), m_console->table());
    auto *preview = m_console->await<JsonlView>(u"previewLines"_s);
    QVERIFY(preview);
    ODC_EVENTUALLY(preview->findChild<QPlainTextEdit *>(u"rawLine"_s)->toPlainText().contains(u"day"_s));
    look(u"a preview"_s);
    QVERIFY(m_console->click(u"downloadButton"_s));
    QVERIFY(m_console->chooseFile(u"downloadDialog"_s, m_home.filePath(u"desk/back.jsonl"_s)));
    ODC_EVENTUALLY(QFile::exists(m_home.filePath(u"desk/back.jsonl"_s)));
    QVERIFY(m_console->click(u"deleteButton"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!m_console->column("name").contains(u"day.jsonl"_s));
    look(u"a day's work"_s);
}

void TestSecrecy::copyCall()
{
    for (const char *copy : {"activity.copyId", "activity.copyRow", "activity.copyJson", "activity.copyCurl", "activity.copyPython"}) {
        QGuiApplication::clipboard()->clear();
        m_console->action(QString::fromLatin1(copy))->trigger();
        QVERIFY2(!QGuiApplication::clipboard()->text().isEmpty(), copy);
        keepCopied(QString::fromLatin1(copy));
    }
}

void TestSecrecy::failures()
{
    const QList<Fault> echoes = echoesOf(key.toUtf8());
    int number = 0;
    for (const Fault &echo : echoes) {
        m_proxy->clearSeen();
        m_proxy->add("GET", "/files", echo);
        m_console->press(u"F5"_s);
        ODC_EVENTUALLY(m_proxy->count("GET", "/files") >= 1 && m_console->page()->list()->loadState() == LoadState::Failed);
        ++number;
        // The bar with its details open, and the same error in the activity panel.
        QVERIFY(m_console->messages()->isShowing());
        const QList<QPushButton *> buttons = m_console->messages()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isCheckable() && button->isVisible())
                Console::click(button);
        }
        auto *activity = m_console->find<TableView>(u"activityTable"_s);
        QVERIFY(activity);
        activity->selectRow(0);
        m_console->action(u"activity.error"_s)->trigger();
        look(u"error %1"_s.arg(number));
        copyCall();
    }
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);

    // A preview that fails, and a bulk job with its report.
    QVERIFY(m_console->select({u"train_v12.jsonl"_s}));
    m_proxy->add("GET", "/content", echoes.at(0));
    m_console->showTab(1);
    ODC_EVENTUALLY(m_proxy->count("GET", "/content") >= 1);
    look(u"a failed preview"_s);
    QVERIFY(m_console->select({u"valid_v12.jsonl"_s, u"valid_v14.jsonl"_s}));
    m_proxy->add("DELETE", {}, echoes.at(3), 2);
    QVERIFY(m_console->click(u"deleteButton"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    QVERIFY(m_console->await<QPushButton>(u"retryFailed"_s));
    QVERIFY(m_console->click(u"showReport"_s));
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    look(u"a report"_s);
    const QList<QToolButton *> tools = report->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->isVisible())
            tool->click(); // among them "copy the report"
    }
    keepCopied(u"copying the report"_s);
    report->close();
}

void TestSecrecy::permissions()
{
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_console->window().showPage(u"finetuning"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"support-v13"_s));
    QVERIFY(m_console->select({u"support-v13"_s}));
    auto *tabs = m_console->page()->findChild<QWidget *>(u"jobDetails"_s)->findChild<QTabBar *>();
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).remove(u'&').startsWith(u"Permissions"_s))
            m_console->showTab(i);
    }
    auto *pane = m_console->await<PermissionsPane>(u"permissionsPane"_s);
    auto *grid = m_console->await<CellGrid>(u"permissionsGrid"_s);
    QVERIFY(pane && grid);
    const PermissionsModel &model = pane->model();
    const auto cell = [&] { return model.cellAt(0, PermissionsModel::FirstCheckpoint); };
    ODC_EVENTUALLY(model.rowCount() > 0 && cell() == PermissionsModel::Cell::NotGranted);
    grid->setCurrentIndex(grid->model()->index(0, PermissionsModel::FirstCheckpoint));
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    ODC_EVENTUALLY(cell() == PermissionsModel::Cell::Granted);
    ODC_EVENTUALLY(m_console->action(u"permissions.revoke"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsRevoke"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell() == PermissionsModel::Cell::NotGranted);
    look(u"permissions"_s);
    // It was used, by all three calls and by no other.
    QSet<QByteArray> methods;
    for (const FaultProxy::Seen &seen : m_proxy->seen()) {
        const bool isPermission = seen.target.contains("/permissions");
        QCOMPARE(seen.headers.value("authorization") == "Bearer " + adminKey.toUtf8(), isPermission);
        if (isPermission)
            methods.insert(seen.method);
    }
    QCOMPARE(methods, (QSet<QByteArray>{"GET", "POST", "DELETE"}));

    const QList<Fault> echoes = echoesOf(adminKey.toUtf8());
    for (int number = 0; number < echoes.size(); ++number) {
        m_proxy->clearSeen();
        m_proxy->add("GET", "/permissions", echoes.at(number), -1);
        ODC_EVENTUALLY(m_console->action(u"permissions.refresh"_s)->isEnabled());
        m_console->action(u"permissions.refresh"_s)->trigger();
        auto *bar = pane->findChild<MessageBar *>();
        ODC_EVENTUALLY(bar->isShowing() && m_console->action(u"permissions.refresh"_s)->isEnabled());
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isCheckable() && button->isVisible())
                Console::click(button);
        }
        auto *activity = m_console->find<TableView>(u"activityTable"_s);
        QVERIFY(activity);
        const auto isPermission = [&](int row) {
            for (int column = 0; column < activity->model()->columnCount(); ++column) {
                if (activity->model()->index(row, column).data().toString().contains("/permissions"_L1))
                    return true;
            }
            return false;
        };
        int row = 0;
        while (row < activity->model()->rowCount() && !isPermission(row))
            ++row;
        QVERIFY(row < activity->model()->rowCount());
        activity->selectRow(row);
        m_console->action(u"activity.error"_s)->trigger();
        look(u"permissions that fail, %1"_s.arg(number));
        copyCall();
        m_console->action(u"activity.copyCurl"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"$OPENAI_ADMIN_KEY"_s)); // it is one of them
        m_proxy->clearFaults();
    }
    m_console->action(u"permissions.refresh"_s)->trigger();
    ODC_EVENTUALLY(!pane->findChild<MessageBar *>()->isShowing());
    m_proxy->add("POST", "/permissions", echoes.at(0));
    grid->setCurrentIndex(grid->model()->index(0, PermissionsModel::FirstCheckpoint));
    ODC_EVENTUALLY(m_console->action(u"permissions.grant"_s)->isEnabled());
    QVERIFY(m_console->click(u"permissionsGrant"_s));
    ODC_EVENTUALLY(cell() == PermissionsModel::Cell::GrantFailed);
    QVERIFY(m_console->click(u"showReport"_s));
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    look(u"a grant that failed"_s);
    report->close();
    const QString path = m_home.filePath(u"desk/permissions.csv"_s);
    m_console->action(u"permissions.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path));
    ODC_EVENTUALLY(QFile::exists(path) && QFileInfo(path).size() > 20);
    m_console->window().showPage(u"files"_s);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"filesPage"_s && m_console->page()->list()->rowCount() > 0);
}

void TestSecrecy::archive()
{
    m_proxy->clearFaults();
    m_proxy->clearSeen();
    m_console->action(u"file.archive"_s)->trigger();
    auto *folder = m_console->await<QLineEdit>(u"archiveFolder"_s);
    QVERIFY(folder);
    folder->setText(m_home.filePath(u"desk/archive"_s));
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startArchive"_s)->isEnabled());
    QVERIFY(m_console->click(u"startArchive"_s));
    const ArchiveWriter &archives = m_console->services().archives();
    ODC_EVENTUALLY(archives.job() && !m_console->find<QDialog>(u"archiveDialog"_s));
    ODC_EVENTUALLY(!m_console->services().archives().isBusy());
    QVERIFY2(archives.job()->report().verified, qPrintable(archives.job()->report().toText({}, {})));
    look(u"an archive"_s);
    QVERIFY(m_proxy->count("GET", "/permissions") > 0); // read with the admin key, which goes along no further
    QVERIFY(QFileInfo::exists(m_home.filePath(u"desk/archive"_s)));
}

void TestSecrecy::copiesAndExports()
{
    QVERIFY(m_console->select({u"train_v12.jsonl"_s}));
    for (const char *copy : {"files.copyId", "files.copyRow", "files.copyJson", "files.copyCurl", "files.copyPython"}) {
        QGuiApplication::clipboard()->clear();
        m_console->action(QString::fromLatin1(copy))->trigger();
        QVERIFY2(!QGuiApplication::clipboard()->text().isEmpty(), copy);
        keepCopied(QString::fromLatin1(copy));
    }
    for (const char *name : {"files.exportCsv", "files.exportJson", "activity.exportCsv", "activity.exportJson"}) {
        const QString path = m_home.filePath(u"desk/"_s + QString::fromLatin1(name) + u".out"_s);
        ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"exportDialog"_s));
        m_console->action(QString::fromLatin1(name))->trigger();
        QVERIFY(m_console->chooseFile(u"exportDialog"_s, path));
        ODC_EVENTUALLY(QFile::exists(path) && QFileInfo(path).size() > 100);
    }
}

void TestSecrecy::profileDialog()
{
    m_proxy->add("GET", "/models", Fault::answer(401, "{\"error\":{\"message\":\"Bad key " + key.toUtf8() + "\",\"type\":\"x\",\"code\":\"invalid_api_key\"}}",
                                                 {{"Content-Type", "application/json"}}));
    m_console->press(u"Ctrl+Shift+P"_s);
    auto *dialog = m_console->await<QDialog>(u"profilesDialog"_s);
    QVERIFY(dialog);
    QVERIFY(m_console->click(u"testConnection"_s));
    QVERIFY(m_console->await<MessageBar>(u"connectionReport"_s));
    look(u"a connection test"_s);
    // Typed, it is behind dots; saved, it is forgotten by the form.
    auto *admin = m_console->await<QLineEdit>(u"profileAdminKey"_s);
    QVERIFY(admin);
    admin->setFocus();
    QTest::keyClicks(admin, adminKey);
    QVERIFY(!admin->displayText().contains(adminKey));
    QVERIFY(!QAccessible::queryAccessibleInterface(admin)->text(QAccessible::Value).contains(adminKey));
    admin->selectAll();
    admin->copy();
    keepCopied(u"copying a typed key"_s);
    QVERIFY(m_console->click(u"saveProfile"_s));
    ODC_EVENTUALLY(admin->text().isEmpty());
    look(u"saving a profile"_s);
    dialog->reject();
}

void TestSecrecy::keyIsNowhereAfterADayOfUse()
{
    failOnNoise();
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    const QString id = m_console->addProfile(u"Secret"_s, m_proxy->url(), key, {}, adminKey);
    QVERIFY(m_console->open(id));
    QVERIFY(m_console->page()->list()->rowCount() > 30);
    // It was used: otherwise nothing below proves anything.
    QCOMPARE(m_proxy->seen().first().headers.value("authorization"), "Bearer " + key.toUtf8());

    for (const auto part : {&TestSecrecy::work, &TestSecrecy::failures, &TestSecrecy::permissions, &TestSecrecy::copiesAndExports,
                            &TestSecrecy::archive, &TestSecrecy::profileDialog}) {
        (this->*part)();
        if (QTest::currentTestFailed())
            return;
    }
    for (const char *action : {"edit.preferences", "help.shortcuts", "help.about"}) {
        m_console->action(QString::fromLatin1(action))->trigger();
        look(QString::fromLatin1(action));
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
    }
    QVERIFY(m_console->services().settings().save());
    QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
    QCOMPARE(whereInFiles(), QStringList());
    QVERIFY(m_textsSeen > 5000 && m_copies > 30);
    {
        const QMutexLocker locker(&logMutex);
        QVERIFY(!holds(logged));
    }
    // The next run does not bring it back from anywhere.
    m_console.reset();
    QCOMPARE(whereInFiles(), QStringList());

    // And the search would have found it, wherever it was.
    test::writeFile(m_home.filePath(u"planted/deep/settings.bin"_s), "x" + key.toUtf8() + "y");
    QCOMPARE(whereInFiles().size(), 1);
    QVERIFY(whereOnScreen().isEmpty());
    QLabel planted;
    planted.setToolTip(u"see "_s + key);
    QVERIFY(!whereOnScreen().isEmpty());
    const QLoggingCategory category("odc.planted");
    qCDebug(category) << key;
    const QMutexLocker locker(&logMutex);
    QVERIFY(holds(logged));
}

/// The test reads all that lies below the home folder: one of its own, made before Qt looks for it.
int main(int argc, char **argv)
{
    const QTemporaryDir home;
    if (!home.isValid())
        return 1;
    qputenv("HOME", QFile::encodeName(home.path()));
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qunsetenv(name);
    QApplication app(argc, argv);
    TestSecrecy test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrecy.moc"
