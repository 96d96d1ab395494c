// SPDX-License-Identifier: GPL-3.0-or-later
// Tools > Change log: what the console changed, with the server's own numbers, and how to do it from elsewhere.
#include "gui/support/filespagetest.h"

#include "api/session.h"
#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "audit/auditlog.h"
#include "index/objectindex.h"
#include "lists/auditmodel.h"
#include "lists/filterproxy.h"
#include "localserver/localserver.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/shell/auditwindow.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDirIterator>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>
#include <QLabel>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestAuditWindow : public FilesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void aDeletionIsThereWithTheServersNumber();
    void whatFailedSaysWhy();
    void whatWasGoneIsNoFailure();
    void itGrowsAndKeepsWhatIsSelected();
    void itIsThereTheNextTime();
    void filtersAndExports();
    void enterShowsTheObject();
    void curlDoesTheSameAgain_data();
    void curlDoesTheSameAgain();
    void itGoesWithItsProfile();
    void everyCallOfAnUploadHasItsName();
    void noKeyIsInIt();

private:
    AuditWindow *open();
    QString cell(int column, int row = 0) const;
    bool deleteByHand(const QString &name);
    bool uploadByHand(const QString &name);
    /// A store by the session itself: the log follows it, whoever asks.
    QString makeStore(const QString &name);
    bool rename(const QString &store, const QString &name);
    QByteArray lastRequestId(const QByteArray &method) const;
    int rowCount() const { return m_audit->pane()->table()->model()->rowCount(); }
    bool selectRow(int row);

    QPointer<AuditWindow> m_audit;
};

AuditWindow *TestAuditWindow::open()
{
    if (!m_console->chooseFromMenu(u"toolsMenu"_s, u"tools.changeLog"_s))
        return nullptr;
    m_audit = m_console->await<AuditWindow>(u"auditWindow"_s);
    return m_audit && eventually([this] { return m_audit->model()->loadState() == LoadState::Ready; }) ? m_audit.data()
                                                                                                      : nullptr;
}

QString TestAuditWindow::cell(int column, int row) const
{
    return m_audit->pane()->table()->model()->index(row, column).data().toString();
}

bool TestAuditWindow::selectRow(int row)
{
    TableView *table = m_audit->pane()->table();
    m_audit->activateWindow();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 0)).center());
    return m_audit->pane()->selectedCount() == 1;
}

bool TestAuditWindow::deleteByHand(const QString &name)
{
    if (!m_console->select({name}))
        return false;
    m_console->press(QKeySequence(Qt::Key_Delete), m_console->table());
    return m_console->await<QDialog>(u"confirmDialog"_s) && m_console->click(u"confirm"_s) &&
           eventually([&] { return !m_console->column("name").contains(name); });
}

bool TestAuditWindow::uploadByHand(const QString &name)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(writeFile(path(u"in/"_s + name), "{\"a\":1}\n"))});
    if (!m_console->drop(mime, m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center())))
        return false;
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    if (!dialog)
        return false;
    auto *purpose = dialog->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"evals"_s));
    return eventually([&] { return dialog->chosen().size() == 1; }) && m_console->click(u"startUpload"_s) &&
           eventually([&] { return m_console->column("name").contains(name); });
}

QString TestAuditWindow::makeStore(const QString &name)
{
    std::optional<Result<VectorStore>> made;
    m_console->session()->stores().create({{u"name"_s, name}}, this,
                                          [&](Result<VectorStore> store) { made.emplace(std::move(store)); });
    return eventually([&] { return made.has_value(); }) && *made ? (*made)->id : QString();
}

bool TestAuditWindow::rename(const QString &store, const QString &name)
{
    StoreUpdate update;
    update.name = name;
    std::optional<bool> done;
    m_console->session()->stores().update(store, update, this,
                                          [&](Result<VectorStore> answer) { done = answer.has_value(); });
    return eventually([&] { return done.has_value(); }) && *done;
}

QByteArray TestAuditWindow::lastRequestId(const QByteArray &method) const
{
    QByteArray id;
    for (const server::LoggedRequest &request : m_console->localServer()->requestLog()) {
        if (request.method == method)
            id = request.requestId;
    }
    return id;
}

void TestAuditWindow::aDeletionIsThereWithTheServersNumber()
{
    QVERIFY(put("tickets.jsonl", "evals", "{}\n"));
    const QString id = idOf(u"tickets.jsonl"_s);
    m_console->localServer()->clearRequestLog();
    // Nobody deletes within a frame of seeing it: the names in the log are those of the index.
    ODC_EVENTUALLY(m_console->context().index.findId(id));
    QVERIFY(deleteByHand(u"tickets.jsonl"_s));
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() == 1);
    QCOMPARE(cell(AuditModel::What), u"Delete a file"_s);
    QCOMPARE(cell(AuditModel::Name), u"tickets.jsonl"_s); // though it is gone
    QCOMPARE(cell(AuditModel::Object), id);
    ODC_EVENTUALLY(cell(AuditModel::Result) == u"done"_s);
    QCOMPARE(cell(AuditModel::Status), u"200"_s);
    const QByteArray number = lastRequestId("DELETE");
    QVERIFY(!number.isEmpty());
    QCOMPARE(cell(AuditModel::RequestId), QString::fromLatin1(number));
    // Looking at lists, and at the log itself, is no change.
    m_console->action(u"view.refresh"_s)->trigger();
    ODC_EVENTUALLY(count("GET", "/files") > 0);
    QCOMPARE(rowCount(), 1);
}

void TestAuditWindow::whatWasGoneIsNoFailure()
{
    QVERIFY(put("gone.jsonl", "evals", "{}\n"));
    const QString id = idOf(u"gone.jsonl"_s);
    QCOMPARE(rawRequest(serverUrl(), "DELETE", "/v1/files/" + id.toUtf8(), key()).status, 200); // by somebody else
    m_console->localServer()->clearRequestLog();
    QVERIFY(deleteByHand(u"gone.jsonl"_s));
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() == 1 && cell(AuditModel::Result) == u"already gone"_s);
    const QModelIndex result = m_audit->pane()->table()->model()->index(0, AuditModel::Result);
    QCOMPARE(result.data(ToneRole).toInt(), int(Tone::None));
    QCOMPARE(cell(AuditModel::Status), u"404"_s);
    QCOMPARE(cell(AuditModel::RequestId), QString::fromLatin1(lastRequestId("DELETE")));
}

void TestAuditWindow::whatFailedSaysWhy()
{
    const QString store = makeStore(u"kb"_s);
    QCOMPARE(rawRequest(serverUrl(), "DELETE", "/v1/vector_stores/" + store.toUtf8(), key()).status, 200); // by somebody else
    QVERIFY(!rename(store, u"manuals"_s));
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() == 2 && cell(AuditModel::Result) == u"failed"_s);
    const QModelIndex result = m_audit->pane()->table()->model()->index(0, AuditModel::Result);
    QCOMPARE(result.data(ToneRole).toInt(), int(Tone::Failed));
    QCOMPARE(cell(AuditModel::Status), u"404"_s);
    QVERIFY(selectRow(0));
    // The details say it in the server's words.
    auto *details = m_audit->findChild<QWidget *>(u"auditDetails"_s);
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = details->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    ODC_EVENTUALLY(says(u"It does not exist"_s));
}

void TestAuditWindow::itGrowsAndKeepsWhatIsSelected()
{
    QVERIFY(open());
    const QString store = makeStore(u"kb"_s);
    QVERIFY(!store.isEmpty());
    ODC_EVENTUALLY(rowCount() == 1 && cell(AuditModel::Result) == u"done"_s);
    QCOMPARE(cell(AuditModel::What), u"Create a vector store"_s);
    QCOMPARE(cell(AuditModel::Name), u"kb"_s); // as the request calls it
    QVERIFY(selectRow(0));
    const QStringList selected = m_audit->pane()->selectedIds();
    auto *json = m_audit->findChild<JsonView *>(u"auditRequest"_s);
    ODC_EVENTUALLY(json->content().contains("\"kb\""));
    QSignalSpy reset(m_audit->model(), &QAbstractItemModel::modelReset);
    for (int i = 0; i < 5; ++i)
        QVERIFY(rename(store, u"manuals %1"_s.arg(i)));
    ODC_EVENTUALLY(rowCount() == 6 && cell(AuditModel::Result) == u"done"_s);
    QCOMPARE(cell(AuditModel::What), u"Change a vector store"_s); // the newest is first
    QCOMPARE(m_audit->pane()->selectedIds(), selected);
    QCOMPARE(reset.size(), 0);
    QVERIFY(json->content().contains("\"kb\""));
}

void TestAuditWindow::itIsThereTheNextTime()
{
    QVERIFY(!makeStore(u"kept"_s).isEmpty());
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(m_console->openLocal());
    QVERIFY(open());
    QCOMPARE(rowCount(), 1);
    QCOMPARE(cell(AuditModel::Name), u"kept"_s);
    QCOMPARE(cell(AuditModel::Result), u"done"_s);
    QVERIFY(!makeStore(u"more"_s).isEmpty());
    ODC_EVENTUALLY(rowCount() == 2 && cell(AuditModel::Name) == u"more"_s);
}

void TestAuditWindow::filtersAndExports()
{
    QVERIFY(put("one.jsonl", "evals", "{}\n"));
    QVERIFY(put("two.jsonl", "evals", "{}\n"));
    const QString store = makeStore(u"kb"_s);
    QVERIFY(rename(store, u"manuals"_s));
    QVERIFY(deleteByHand(u"one.jsonl"_s));
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() == 3);
    const auto shown = [this](const QString &filter) {
        m_audit->pane()->setFilter(filter);
        return m_audit->pane()->shownCount();
    };
    QCOMPARE(shown(u"result:done"_s), 3);
    QCOMPARE(shown(u"result=failed"_s), 0);
    QCOMPARE(shown(u"method=DELETE"_s), 1);
    QCOMPARE(shown(u"operation:update"_s), 1);
    QCOMPARE(shown(u"when<1d area:stores"_s), 2);
    QCOMPARE(shown(u"when>=2100-01-01"_s), 0);
    QCOMPARE(shown(store), 2); // its making, whose answer has the id, and its change
    QCOMPARE(m_audit->pane()->proxy()->filterError(), QString());
    QCOMPARE(shown(u"area:stores"_s), 2);

    m_console->action(u"audit.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path(u"changes.csv"_s)));
    ODC_EVENTUALLY(QFile::exists(path(u"changes.csv"_s)));
    const QByteArray csv = readFile(path(u"changes.csv"_s));
    QVERIFY(csv.startsWith("what,name,object,result,when,"));
    QCOMPARE(csv.count("\r\n"), 3);
    ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"exportDialog"_s));
    m_console->action(u"audit.exportJson"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path(u"changes.json"_s)));
    ODC_EVENTUALLY(QFile::exists(path(u"changes.json"_s)));
    const QJsonArray all = QJsonDocument::fromJson(readFile(path(u"changes.json"_s))).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0)[u"operation"_s].toString(), u"vector_stores.update"_s);
    QCOMPARE(all.at(0)[u"request"_s][u"name"_s].toString(), u"manuals"_s);
    QCOMPARE(all.at(1)[u"operation"_s].toString(), u"vector_stores.create"_s);
    m_audit->pane()->setFilter({});
}

void TestAuditWindow::enterShowsTheObject()
{
    const QString store = makeStore(u"kb"_s);
    QVERIFY(rename(store, u"manuals"_s));
    QVERIFY(put("one.jsonl", "evals", "{}\n"));
    QVERIFY(deleteByHand(u"one.jsonl"_s));
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() == 3 && cell(AuditModel::Result) == u"done"_s);
    QVERIFY(selectRow(0));
    ODC_EVENTUALLY(!m_console->action(u"audit.show"_s)->isEnabled()); // what was deleted is nowhere
    QVERIFY(selectRow(1));
    QCOMPARE(cell(AuditModel::Object, 1), store);
    ODC_EVENTUALLY(m_console->action(u"audit.show"_s)->isEnabled());
    QTest::keyClick(m_audit->pane()->table(), Qt::Key_Return);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"storesPage"_s);
    QVERIFY(m_audit && m_audit->isVisible()); // it stays beside the window
}

void TestAuditWindow::curlDoesTheSameAgain_data()
{
    QTest::addColumn<bool>("upload");
    QTest::newRow("a change by JSON") << false;
    QTest::newRow("an upload") << true;
}

void TestAuditWindow::curlDoesTheSameAgain()
{
    QFETCH(bool, upload);
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty())
        QSKIP("curl is not installed.");
    if (upload) {
        QVERIFY(uploadByHand(u"again.jsonl"_s));
    } else {
        const QString store = makeStore(u"kb"_s);
        QVERIFY(rename(store, u"it's \"new\" $HOME"_s));
    }
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() > 0 && cell(AuditModel::Result) == u"done"_s);
    QVERIFY(selectRow(0));
    ODC_EVENTUALLY(m_console->action(u"audit.copyCurl"_s)->isEnabled());
    QVERIFY(m_console->click(u"auditCopyCurl"_s));
    const QString command = QGuiApplication::clipboard()->text();
    const auto bars = m_console->find<QDialog>(u"auditWindow"_s)->findChildren<MessageBar *>();
    QVERIFY(std::any_of(bars.cbegin(), bars.cend(), [](const MessageBar *bar) {
        return bar->isShowing() && bar->message().text.contains(u"Copied"_s);
    }));
    const QString token = m_console->services().opener().embeddedServer().token().reveal();
    QVERIFY(command.startsWith(u"curl "_s) && !command.contains(token));

    m_console->localServer()->clearRequestLog();
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENAI_API_KEY"_s, token);
    environment.insert(u"no_proxy"_s, u"127.0.0.1"_s);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(path(u"in"_s)); // where the file lies that is uploaded
    if (!upload)
        shell.setWorkingDirectory(m_home->path());
    shell.start(u"sh"_s, {u"-c"_s, command});
    ODC_EVENTUALLY(shell.state() == QProcess::NotRunning);
    QCOMPARE(shell.exitCode(), 0);
    const QJsonObject answer = QJsonDocument::fromJson(shell.readAllStandardOutput()).object();
    const QList<server::LoggedRequest> log = m_console->localServer()->requestLog();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log.first().method, QByteArray("POST"));
    QCOMPARE(log.first().status, 200);
    const AuditEntry *entry = m_audit->model()->entry(m_audit->pane()->currentRow());
    QCOMPARE(log.first().target, "/v1" + entry->call.path.toUtf8());
    if (upload)
        QCOMPARE(answer[u"filename"_s].toString(), u"again.jsonl"_s);
    else
        QCOMPARE(answer[u"name"_s].toString(), u"it's \"new\" $HOME"_s);
}

void TestAuditWindow::itGoesWithItsProfile()
{
    QVERIFY(!makeStore(u"kb"_s).isEmpty());
    QVERIFY(open());
    const QString token = m_console->services().opener().embeddedServer().token().reveal();
    QVERIFY(m_console->open(m_console->addProfile(u"Other"_s, serverUrl(), token)));
    QVERIFY(!m_audit);
    QVERIFY(m_console->action(u"tools.changeLog"_s)->isEnabled());
    QVERIFY(open());
    QCOMPARE(rowCount(), 0); // each profile has its own
}

void TestAuditWindow::everyCallOfAnUploadHasItsName()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const QString big = writeFile(path(u"in/big.bin"_s), QByteArray(3 * mebibyte, 'a'));
    TransferQueue &transfers = m_console->context().transfers;
    transfers.setPartsFrom(mebibyte);
    const QString id = transfers.addUploads({{big, u"big.bin"_s, 3 * mebibyte, u"evals"_s, {}}}).first();
    ODC_EVENTUALLY(transfers.record(id).state == TransferRecord::State::Completed);
    QVERIFY(open());
    ODC_EVENTUALLY(rowCount() >= 3); // begun, sent, completed
    ODC_EVENTUALLY(cell(AuditModel::Made) == transfers.record(id).fileId);
    for (int row = 0; row < rowCount(); ++row)
        QVERIFY2(cell(AuditModel::Name, row) == u"big.bin"_s, qPrintable(cell(AuditModel::What, row)));
    // Whoever has the file's id finds the call that made it.
    m_audit->pane()->setFilter(transfers.record(id).fileId);
    ODC_EVENTUALLY(rowCount() == 1);
    QCOMPARE(cell(AuditModel::What), u"Complete an upload in parts"_s);
}

void TestAuditWindow::noKeyIsInIt()
{
    QVERIFY(uploadByHand(u"a.jsonl"_s));
    QVERIFY(deleteByHand(u"a.jsonl"_s));
    const QString token = m_console->services().opener().embeddedServer().token().reveal();
    QVERIFY(!token.isEmpty());
    int files = 0;
    QDirIterator each(m_home->filePath(u"data/audit"_s), QDir::Files);
    while (each.hasNext()) {
        const QByteArray content = readFile(each.next());
        QVERIFY(content.contains("DELETE"));
        QVERIFY(!content.contains(token.toUtf8()));
        ++files;
    }
    QCOMPARE(files, 1);
}

QTEST_MAIN(TestAuditWindow)
#include "tst_auditwindow.moc"
