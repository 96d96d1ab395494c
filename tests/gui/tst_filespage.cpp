// SPDX-License-Identifier: GPL-3.0-or-later
// The Files page in a whole window, with real keys, clicks and drops; the server's own log is the witness of what was
// sent.
#include "gui/support/console.h"

#include "app/profileopener.h"
#include "lists/cellvalue.h"
#include "localserver/localserver.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linesview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QTimer>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QMimeData> urls(const QStringList &paths)
{
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> list;
    for (const QString &path : paths)
        list << QUrl::fromLocalFile(path);
    mime->setUrls(list);
    return mime;
}

} // namespace

class TestFilesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void newcomerGetsALivingPage();
    void filesAndFoldersMayBeDroppedAnywhere_data();
    void filesAndFoldersMayBeDroppedAnywhere();
    void whatWouldBeRefusedIsSaidAndNotSent();
    void foreignDropsAreNotTaken();
    void pasteUploads();
    void previewsWithoutSaving_data();
    void previewsWithoutSaving();
    void allLinesAreOpenedAndNotKept();
    void linesOfThisDiskAreOpenedFromTheMenu();
    void purposeWithoutDownloadSaysSoWithoutARequest();
    void downloadOneKeepsTheBytesAndAsksBeforeOverwriting();
    void downloadSeveralNeverOverwrites();
    void manyAreDeletedAfterTheirNumberIsTyped();
    void failedOnesAreToldAndRetried();
    void lostReplyIsAskedAbout_data();
    void lostReplyIsAskedAbout();
    void copies();
    void exports();
    void filtersAndChips();
    void stateIsThereAgainAfterReopening();

private:
    QString path(const QString &name) const { return m_home->filePath(name); }
    /// Requests the embedded server has answered since the last clear.
    int count(const QByteArray &method, const QByteArray &pathPart) const
    {
        int found = 0;
        for (const server::LoggedRequest &request : m_console->localServer()->requestLog()) {
            if (request.method == method && request.target.contains(pathPart))
                ++found;
        }
        return found;
    }
    int creates() const { return count("POST", "/files"); }
    Headers key() const
    {
        return {{"Authorization", "Bearer " + m_console->services().opener().embeddedServer().token().reveal().toUtf8()}};
    }
    QUrl serverUrl() const { return m_console->services().opener().embeddedServer().url(); }
    QByteArray content(const QString &id) const
    {
        return rawRequest(serverUrl(), "GET", "/v1/files/" + id.toUtf8() + "/content", key()).body;
    }
    /// A file that another client has put there; shown after the refresh this does.
    bool put(const QByteArray &name, const QByteArray &purpose, const QByteArray &bytes)
    {
        if (postForm(serverUrl(), "/v1/files", {{"purpose", purpose, {}}, {"file", bytes, name}}, key()).status != 200)
            return false;
        m_console->press(u"F5"_s);
        return eventually([&] { return m_console->column("name").contains(QString::fromUtf8(name)); });
    }
    QString idOf(const QString &name) const
    {
        const int row = int(m_console->column("name").indexOf(name));
        return row < 0 ? QString() : m_console->column("id").at(row);
    }
    bool choosePurpose(UploadDialog *dialog, const QString &purpose)
    {
        auto *box = dialog->findChild<QComboBox *>(u"purpose"_s);
        box->setFocus();
        box->setCurrentIndex(box->findData(purpose));
        return box->currentData() == purpose;
    }
    QString summary() const
    {
        auto *strip = m_console->find<QWidget>(u"bulkStrip"_s);
        auto *state = strip ? strip->findChild<StateLabel *>() : nullptr;
        return state ? state->text() : QString();
    }
    bool pressChip(const QString &facet, const QString &label);

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestFilesPage::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(m_console->openLocal());
}

void TestFilesPage::cleanup()
{
    m_console.reset();
    m_home.reset();
}

void TestFilesPage::newcomerGetsALivingPage()
{
    // One look costs one request.
    QCOMPARE(count("GET", "/files"), 1);
    QCOMPARE(m_console->localServer()->requestLog().size(), 1);
    auto *overlay = m_console->table()->viewport()->parentWidget()->findChild<StateOverlay *>();
    QVERIFY(overlay);
    QCOMPARE(overlay->kind(), StateOverlay::Kind::Empty);
    QVERIFY(overlay->actionButton()->isVisible());
    // The button of the empty list is the way to something to look at.
    Console::click(overlay->actionButton());
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() > 30);
    QCOMPARE(overlay->kind(), StateOverlay::Kind::None);
    QCOMPARE(count("GET", "/files"), 2);
    QCOMPARE(m_console->localServer()->requestLog().size(), 2);
}

void TestFilesPage::filesAndFoldersMayBeDroppedAnywhere_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("on the rows") << u"rows"_s;
    QTest::newRow("on the page's header") << u"header"_s;
    QTest::newRow("on the filter") << u"filter"_s;
    QTest::newRow("on the details") << u"details"_s;
}

void TestFilesPage::filesAndFoldersMayBeDroppedAnywhere()
{
    QFETCH(QString, where);
    QVERIFY(put("there.jsonl", "evals", "{}\n"));
    const QString one = writeFile(path(u"desk/one.jsonl"_s), "{\"a\":1}\n");
    writeFile(path(u"desk/folder/two.jsonl"_s), "{\"a\":2}\n");
    writeFile(path(u"desk/folder/deep/er/three.jsonl"_s), "{\"a\":3}\n");
    m_console->localServer()->clearRequestLog();

    QWidget *target = m_console->table()->viewport();
    QPoint place = target->rect().center();
    if (where == u"header"_s) {
        target = m_console->page();
        place = QPoint(60, 20);
    } else if (where == u"filter"_s) {
        target = m_console->find<QWidget>(u"filesFilter"_s);
        place = target->rect().center();
    } else if (where == u"details"_s) {
        target = m_console->find<QWidget>(u"fileDetails"_s);
        place = target->rect().center();
    }
    const auto mime = urls({one, path(u"desk/folder"_s)});
    QVERIFY(m_console->drop(*mime, target->mapTo(&m_console->window(), place)));
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog);
    QVERIFY(choosePurpose(dialog, u"evals"_s));
    ODC_EVENTUALLY(dialog->chosen().size() == 3);
    // Nothing leaves before it is told to.
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 4);
    ODC_EVENTUALLY(summary() == u"3 uploaded"_s);
    QCOMPARE(creates(), 3);
    QCOMPARE(m_console->localServer()->requestLog().size(), 3); // and no list call to see them
    QVERIFY(m_console->column("name").contains(u"three.jsonl"_s));
    QCOMPARE(content(idOf(u"two.jsonl"_s)), QByteArray("{\"a\":2}\n"));
}

void TestFilesPage::whatWouldBeRefusedIsSaidAndNotSent()
{
    writeFile(path(u"in/good.jsonl"_s), "{}\n");
    writeFile(path(u"in/also.jsonl"_s), "{}\n");
    writeFile(path(u"in/notes.txt"_s), "words");
    writeFile(path(u"in/empty.jsonl"_s), "");
    writeFile(path(u"in/sub/good.jsonl"_s), "{\"twin\":1}\n");
    QFile huge(writeFile(path(u"in/huge.jsonl"_s), "{}\n"));
    QVERIFY(huge.resize(9LL * 1024 * 1024 * 1024)); // takes no room: nothing is written
    writeFile(path(u"in/.hidden"_s), "x");

    const auto mime = urls({path(u"in"_s)});
    QVERIFY(m_console->drop(*mime, m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center())));
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog);
    auto *table = dialog->findChild<TableView *>(u"uploadTable"_s);
    ODC_EVENTUALLY(table->model()->rowCount() == 6);
    QVERIFY(choosePurpose(dialog, u"batch"_s));
    QHash<QString, Tone> verdicts; // a state, not its words: by name, the twin under its folder
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const auto cell = [&](int column, int role) { return table->model()->index(row, column).data(role); };
        const bool twin = cell(3, Qt::DisplayRole).toString().endsWith(u"/sub"_s);
        verdicts.insert(cell(0, Qt::DisplayRole).toString() + (twin ? u"/sub"_s : QString()),
                        Tone(cell(2, ToneRole).toInt()));
        QVERIFY(!cell(2, Qt::DisplayRole).toString().isEmpty());
    }
    const bool firstIsTwin = verdicts.value(u"good.jsonl/sub"_s) == Tone::Fine;
    QCOMPARE(verdicts.value(firstIsTwin ? u"good.jsonl/sub"_s : u"good.jsonl"_s), Tone::Fine);
    QCOMPARE(verdicts.value(firstIsTwin ? u"good.jsonl"_s : u"good.jsonl/sub"_s), Tone::Attention);
    QCOMPARE(verdicts.value(u"also.jsonl"_s), Tone::Fine);
    QCOMPARE(verdicts.value(u"notes.txt"_s), Tone::Failed);
    QCOMPARE(verdicts.value(u"empty.jsonl"_s), Tone::Failed);
    QCOMPARE(verdicts.value(u"huge.jsonl"_s), Tone::Failed);
    QCOMPARE(dialog->chosen().size(), 2);

    // Another purpose, other rules: text goes with it, the empty and the huge one never do.
    QVERIFY(choosePurpose(dialog, u"user_data"_s));
    QCOMPARE(dialog->chosen().size(), 3);
    QVERIFY(choosePurpose(dialog, u"batch"_s));
    m_console->localServer()->clearRequestLog();
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(summary() == u"2 uploaded"_s);
    QCOMPARE(creates(), 2);
    QStringList names = m_console->column("name");
    names.sort();
    QCOMPARE(names, (QStringList{u"also.jsonl"_s, u"good.jsonl"_s}));
    QCOMPARE(m_console->column("purpose"), (QStringList{u"batch"_s, u"batch"_s}));
}

void TestFilesPage::foreignDropsAreNotTaken()
{
    QMimeData text;
    text.setText(u"just words"_s);
    const QPoint place = m_console->table()->mapTo(&m_console->window(), QPoint(50, 50));
    QVERIFY(!m_console->drop(text, place));
    QMimeData web;
    web.setUrls({QUrl(u"https://example.com/a.jsonl"_s)});
    QVERIFY(!m_console->drop(web, place));
    // Nor is the navigation a place to put files.
    const auto file = urls({writeFile(path(u"a.jsonl"_s), "{}\n")});
    QVERIFY(!m_console->drop(*file, QPoint(40, 300)));
    QVERIFY(!m_console->find<QDialog>(u"uploadDialog"_s));
}

void TestFilesPage::pasteUploads()
{
    const QString file = writeFile(path(u"pasted.md"_s), "# hello\n");
    QGuiApplication::clipboard()->setMimeData(urls({file}).release());
    m_console->press(QKeySequence(QKeySequence::Paste), m_console->table());
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY(dialog->chosen().size() == 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"uploadDialog"_s));
    QCOMPARE(creates(), 0);

    QGuiApplication::clipboard()->setText(u"no file"_s);
    m_console->press(QKeySequence(QKeySequence::Paste), m_console->table());
    ODC_EVENTUALLY(m_console->messages()->isShowing());
    QVERIFY(!m_console->find<QDialog>(u"uploadDialog"_s));
}

void TestFilesPage::previewsWithoutSaving_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    picture.save(&buffer, "PNG");
    QTest::newRow("text") << "notes.txt"_ba << "Grüße\nzwei\n"_ba << u"Grüße"_s;
    QTest::newRow("json") << "one.json"_ba << R"({"deep":{"er":[1,2,9007199254740993]}})"_ba << u"9007199254740993"_s;
    QTest::newRow("jsonl") << "many.jsonl"_ba << "{\"a\":1}\n{\"b\":\"second line\"}\n"_ba << u"second line"_s;
    QTest::newRow("table") << "table.csv"_ba << "a,b\n1,second line\n"_ba << u"second line"_s;
    QTest::newRow("image") << "pic.png"_ba << png << QString();
}

void TestFilesPage::previewsWithoutSaving()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QVERIFY(put(name, "evals", bytes));
    m_console->localServer()->clearRequestLog();
    QVERIFY(m_console->select({QString::fromUtf8(name)}));
    QCOMPARE(count("GET", "/content"), 0); // fetched when looked at, not when passed by
    m_console->press(QKeySequence(Qt::Key_Return), m_console->table());
    if (shown.isEmpty()) {
        auto *image = m_console->await<ImageView>(u"previewImage"_s);
        QVERIFY(image);
        QVERIFY(QAccessible::queryAccessibleInterface(image)->text(QAccessible::Name).contains(u"40"_s)
                || image->accessibleDescription().contains(u"40"_s)
                || QAccessible::queryAccessibleInterface(image)->text(QAccessible::Description).contains(u"40"_s));
    } else if (name.endsWith(".jsonl") || name.endsWith(".csv")) {
        auto *view = m_console->await<JsonlView>(u"previewLines"_s);
        QVERIFY(view);
        view->goTo(2);
        ODC_EVENTUALLY(view->findChild<QPlainTextEdit *>(u"rawLine"_s)->toPlainText().contains(shown));
    } else {
        auto *view = m_console->await<JsonView>(u"previewText"_s);
        QVERIFY(view);
        ODC_EVENTUALLY(view->findChild<QPlainTextEdit *>()->toPlainText().contains(shown));
    }
    QCOMPARE(count("GET", "/content"), 1);
    // The JSON tab has the object as received.
    m_console->showTab(2);
    auto *json = m_console->await<JsonView>(u"detailsJson"_s);
    QVERIFY(json);
    ODC_EVENTUALLY(json->findChild<QPlainTextEdit *>()->toPlainText().contains(u"\"filename\""_s));
    // Looking again costs nothing.
    m_console->showTab(1);
    QCoreApplication::processEvents();
    QCOMPARE(count("GET", "/content"), 1);
}

void TestFilesPage::allLinesAreOpenedAndNotKept()
{
    QByteArray lines;
    for (int i = 1; i <= 40'000; ++i)
        lines += "{\"number\":" + QByteArray::number(i) + "}\n";
    QVERIFY(put("long.jsonl"_ba, "evals", lines));
    QVERIFY(m_console->select({u"long.jsonl"_s}));
    m_console->press(QKeySequence(Qt::Key_Return), m_console->table());
    auto *view = m_console->await<JsonlView>(u"previewLines"_s);
    QVERIFY(view);
    ODC_EVENTUALLY(view->list()->model()->rowCount() > 1000);
    QVERIFY(view->list()->model()->rowCount() < 40'000); // the beginning only
    view->goTo(1000);
    QVERIFY(m_console->click(u"openAllLines"_s));
    QPointer<JsonlViewerDialog> viewer = m_console->await<JsonlViewerDialog>(u"jsonlViewer"_s);
    QVERIFY(viewer);
    ODC_EVENTUALLY(viewer->view()->list()->model()->rowCount() == 40'000);
    ODC_EVENTUALLY(viewer->view()->currentLine() == 1000);
    const QString path = viewer->path();
    QCOMPARE(readFile(path), lines);
    viewer->close();
    ODC_EVENTUALLY(!viewer);
    QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
}

void TestFilesPage::linesOfThisDiskAreOpenedFromTheMenu()
{
    const QString path = writeFile(m_home->filePath(u"desk/mine.jsonl"_s), "{\"a\":1}\n{\"b\":2}\n");
    m_console->press(u"Ctrl+Shift+J"_s);
    QVERIFY(m_console->chooseFile(u"openLinesDialog"_s, path));
    auto *viewer = m_console->await<JsonlViewerDialog>(u"jsonlViewer"_s);
    QVERIFY(viewer);
    ODC_EVENTUALLY(viewer->view()->list()->model()->rowCount() == 2);
    QVERIFY(m_console->window().isEnabled()); // one reads beside the work
}

void TestFilesPage::purposeWithoutDownloadSaysSoWithoutARequest()
{
    QVERIFY(m_console->addSampleData());
    m_console->localServer()->clearRequestLog();
    QVERIFY(m_console->select({u"handbook-2026.pdf"_s}));
    m_console->showTab(1);
    auto *preview = m_console->await<QWidget>(u"filePreview"_s);
    QVERIFY(preview);
    auto *overlay = preview->findChild<StateOverlay *>(u"previewState"_s);
    QCOMPARE(overlay->kind(), StateOverlay::Kind::Unavailable);
    QVERIFY(overlay->state().sentence.contains(u"assistants"_s));
    m_console->press(QKeySequence(u"Ctrl+D"_s), m_console->table());
    ODC_EVENTUALLY(m_console->messages()->isShowing());
    QVERIFY(m_console->messages()->message().text.contains(u"assistants"_s));
    QVERIFY(!m_console->find<QFileDialog>(u"downloadDialog"_s));
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
}

void TestFilesPage::downloadOneKeepsTheBytesAndAsksBeforeOverwriting()
{
    QVERIFY(m_console->addSampleData());
    const QString name = u"train_v14.jsonl"_s;
    QVERIFY(m_console->select({name}));
    const QByteArray expected = content(idOf(name));
    QVERIFY(!expected.isEmpty());
    const QString target = path(u"out.jsonl"_s);
    QVERIFY(m_console->click(u"downloadButton"_s));
    QVERIFY(m_console->chooseFile(u"downloadDialog"_s, target));
    ODC_EVENTUALLY(QFile::exists(target));
    QCOMPARE(readFile(target), expected);
    QVERIFY(!QFile::exists(target + u".part"_s));

    // Over something that is there only after a yes.
    writeFile(target, "precious");
    m_console->localServer()->clearRequestLog();
    ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"downloadDialog"_s));
    QVERIFY(m_console->click(u"downloadButton"_s));
    auto *dialog = m_console->await<QFileDialog>(u"downloadDialog"_s);
    QVERIFY(dialog);
    bool asked = false;
    QTimer watcher;
    connect(&watcher, &QTimer::timeout, this, [&] {
        if (auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = true;
            question->button(QMessageBox::No)->click();
        }
    });
    watcher.start(20);
    dialog->selectFile(target);
    QMetaObject::invokeMethod(dialog, "accept");
    ODC_EVENTUALLY(asked);
    watcher.stop();
    dialog->reject();
    QCOMPARE(readFile(target), QByteArray("precious"));
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
}

void TestFilesPage::downloadSeveralNeverOverwrites()
{
    QVERIFY(m_console->addSampleData());
    const QString folder = path(u"down"_s);
    writeFile(folder + u"/valid_v14.jsonl"_s, "mine");
    const QStringList names{u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s, u"step_metrics.csv"_s, u"returns-policy.md"_s};
    QVERIFY(m_console->select(names));
    m_console->localServer()->clearRequestLog();
    QVERIFY(m_console->click(u"downloadButton"_s));
    QVERIFY(m_console->chooseFile(u"downloadDialog"_s, folder));
    ODC_EVENTUALLY(summary() == u"3 downloaded"_s);
    QCOMPARE(count("GET", "/content"), 3); // user_data is not handed out: said, not tried
    QVERIFY(m_console->messages()->isShowing());
    QCOMPARE(readFile(folder + u"/valid_v14.jsonl"_s), QByteArray("mine"));
    QCOMPARE(readFile(folder + u"/valid_v14 (2).jsonl"_s), content(idOf(u"valid_v14.jsonl"_s)));
    QCOMPARE(readFile(folder + u"/train_v14.jsonl"_s), content(idOf(u"train_v14.jsonl"_s)));
    QCOMPARE(readFile(folder + u"/step_metrics.csv"_s), content(idOf(u"step_metrics.csv"_s)));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
}

void TestFilesPage::manyAreDeletedAfterTheirNumberIsTyped()
{
    QVERIFY(m_console->addSampleData());
    const int before = m_console->page()->list()->rowCount();
    m_console->setFilter(u"purpose:fine-tune"_s);
    ODC_EVENTUALLY(m_console->pane()->shownCount() < before);
    const int count = m_console->pane()->shownCount();
    QVERIFY2(count >= 10, qPrintable(QString::number(count)));
    const QString gone = m_console->column("id").at(3);
    // Somebody else was quicker with one of them.
    QCOMPARE(rawRequest(serverUrl(), "DELETE", "/v1/files/" + gone.toUtf8(), key()).status, 200);
    m_console->localServer()->clearRequestLog();

    m_console->press(QKeySequence(QKeySequence::SelectAll), m_console->table());
    m_console->press(QKeySequence(Qt::Key_Delete), m_console->table());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
    auto *typed = dialog->findChild<QLineEdit *>(u"typedCount"_s);
    QVERIFY(typed && !confirm->isEnabled());
    QTest::keyClicks(typed, QString::number(count + 1));
    QVERIFY(!confirm->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return); // must not be a way around
    QVERIFY(dialog->isVisible());
    typed->selectAll();
    QTest::keyClicks(typed, QString::number(count));
    QVERIFY(confirm->isEnabled());
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
    Console::click(confirm);
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == before - count);
    ODC_EVENTUALLY(summary().startsWith(QString::number(count)));
    // Each once, also the one that was gone, which counts as done.
    QSet<QByteArray> paths;
    const QList<server::LoggedRequest> log = m_console->localServer()->requestLog();
    for (const server::LoggedRequest &request : log) {
        QCOMPARE(request.method, QByteArray("DELETE"));
        paths.insert(request.target);
    }
    QCOMPARE(log.size(), count);
    QCOMPARE(paths.size(), count);
    QVERIFY(m_console->click(u"showReport"_s));
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    QCOMPARE(report->findChild<TableView *>(u"reportTable"_s)->model()->rowCount(), count);
}

void TestFilesPage::failedOnesAreToldAndRetried()
{
    ServerProcess server;
    QVERIFY(server.start({u"--api-key"_s, u"sk-test-retry-1234"_s, u"--seed"_s, u"large"_s, u"--seed-count"_s, u"8"_s}));
    FaultProxy proxy(server.url());
    proxy.add("DELETE", {}, Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s), 2);
    QVERIFY(m_console->open(m_console->addProfile(u"Faulty"_s, proxy.url(), u"sk-test-retry-1234"_s)));
    QCOMPARE(m_console->page()->list()->rowCount(), 8);
    m_console->press(QKeySequence(QKeySequence::SelectAll), m_console->table());
    m_console->press(QKeySequence(Qt::Key_Delete), m_console->table());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"typedCount"_s)); // eight can be read
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(summary() == u"6 deleted, 2 failed"_s);
    QCOMPARE(m_console->page()->list()->rowCount(), 2); // what failed is still there
    QVERIFY(m_console->click(u"showReport"_s));
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    // What needs a person comes first, with the reason.
    auto *rows = report->findChild<TableView *>(u"reportTable"_s)->model();
    QCOMPARE(Tone(rows->index(0, 1).data(ToneRole).toInt()), Tone::Failed);
    QVERIFY(!rows->index(0, 3).data().toString().isEmpty());
    QVERIFY(rows->index(0, 3).data(Qt::ToolTipRole).toString().contains(u"403"_s));
    proxy.clearSeen();
    QVERIFY(m_console->click(u"reportRetry"_s));
    ODC_EVENTUALLY(summary() == u"8 deleted"_s);
    QCOMPARE(proxy.count("DELETE"), 2); // just the failed ones
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 0);
    report->close();
}

void TestFilesPage::lostReplyIsAskedAbout_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("createsAtServer");
    QTest::newRow("it is there") << true << u"isThere"_s << 1;
    QTest::newRow("send again though it is there") << true << u"sendAgain"_s << 2;
    QTest::newRow("it never arrived") << false << u"sendAgain"_s << 1;
}

void TestFilesPage::lostReplyIsAskedAbout()
{
    QFETCH(bool, arrived);
    QFETCH(QString, answer);
    QFETCH(int, createsAtServer);
    ServerProcess server;
    QVERIFY(server.start({u"--api-key"_s, u"sk-test-lost-1234"_s}));
    FaultProxy proxy(server.url());
    QVERIFY(m_console->open(m_console->addProfile(u"Faulty"_s, proxy.url(), u"sk-test-lost-1234"_s)));
    const auto mime = urls({writeFile(path(u"once.jsonl"_s), "{\"once\":true}\n")});
    QVERIFY(m_console->drop(*mime, m_console->table()->mapTo(&m_console->window(), QPoint(80, 80))));
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog && choosePurpose(dialog, u"evals"_s));
    ODC_EVENTUALLY(dialog->chosen().size() == 1);
    proxy.add("POST", "/files", arrived ? Fault::loseReply() : Fault::drop());
    QVERIFY(m_console->click(u"startUpload"_s));

    // The question comes by itself, and until it is answered nothing is sent again.
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    QVERIFY(report->findChild<QLabel *>(u"lostAnswer"_s)->isVisible());
    auto *isThere = report->findChild<QPushButton *>(u"isThere"_s);
    QCOMPARE(isThere->isEnabled(), arrived);
    QCOMPARE(proxy.count("POST", "/files"), 1);
    QVERIFY(m_console->click(answer));
    ODC_EVENTUALLY(summary() == u"1 uploaded"_s);
    QCOMPARE(server.count(u"POST"_s, u"/v1/files"_s), createsAtServer);
    report->close();
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == createsAtServer);
}

void TestFilesPage::copies()
{
    QVERIFY(m_console->addSampleData());
    QVERIFY(m_console->select({u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s}));
    QClipboard *clipboard = QGuiApplication::clipboard();
    m_console->press(QKeySequence(QKeySequence::Copy), m_console->table());
    QCOMPARE(clipboard->text(), m_console->pane()->selectedIds().join(u'\n'));
    m_console->press(QKeySequence(u"Ctrl+Shift+C"_s), m_console->table());
    ODC_EVENTUALLY(clipboard->text().contains(u'\t'));
    // Exact values in the columns as shown: what a person pastes can be computed with.
    const RowModelBase *list = m_console->page()->list();
    const QList<int> columns = m_console->table()->shownColumns();
    QStringList lines;
    const QList<int> selected = m_console->pane()->selectedRows();
    for (const int row : selected) {
        const QJsonObject object = list->rowJson(row);
        const auto time = [&](const QString &key) {
            const qint64 at = object.value(key).toInteger();
            return at ? QDateTime::fromSecsSinceEpoch(at, QTimeZone::utc()).toString(Qt::ISODate) : QString();
        };
        const QHash<QByteArray, QString> wanted{{"name"_ba, object.value(u"filename"_s).toString()},
                                                {"id"_ba, object.value(u"id"_s).toString()},
                                                {"purpose"_ba, object.value(u"purpose"_s).toString()},
                                                {"size"_ba, QString::number(object.value(u"bytes"_s).toInteger())},
                                                {"status"_ba, object.value(u"status"_s).toString()},
                                                {"created"_ba, time(u"created_at"_s)},
                                                {"expires"_ba, time(u"expires_at"_s)}};
        QStringList cells;
        for (const int column : columns)
            cells << wanted.value(list->columns().at(column).key);
        lines << cells.join(u'\t');
    }
    QCOMPARE(clipboard->text().split(u'\n'), lines);
    m_console->press(QKeySequence(u"Ctrl+Alt+C"_s), m_console->table());
    ODC_EVENTUALLY(QJsonDocument::fromJson(clipboard->text().toUtf8()).array().size() == 2);
    QVERIFY(!m_console->action(u"files.copyCurl"_s)->isEnabled()); // one call has one object

    QVERIFY(m_console->select({u"train_v14.jsonl"_s}));
    m_console->action(u"files.copyCurl"_s)->trigger();
    const QString curl = clipboard->text();
    QVERIFY(curl.startsWith(u"curl"_s) && curl.contains(u"$OPENAI_API_KEY"_s));
    QVERIFY(curl.contains(idOf(u"train_v14.jsonl"_s)));
    const QString token = m_console->services().opener().embeddedServer().token().reveal();
    QVERIFY(!curl.contains(token));
    m_console->action(u"files.copyPython"_s)->trigger();
    QVERIFY(clipboard->text().contains(u"OPENAI_API_KEY"_s) || clipboard->text().contains(u"OpenAI("_s));
    QVERIFY(!clipboard->text().contains(token));
}

void TestFilesPage::exports()
{
    QVERIFY(m_console->addSampleData());
    m_console->setFilter(u"purpose:evals"_s);
    ODC_EVENTUALLY(m_console->pane()->shownCount() < 10);
    const int shown = m_console->pane()->shownCount();
    m_console->localServer()->clearRequestLog();
    m_console->action(u"files.exportCsv"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path(u"list.csv"_s)));
    ODC_EVENTUALLY(QFile::exists(path(u"list.csv"_s)));
    const QByteArray csv = readFile(path(u"list.csv"_s));
    QVERIFY(csv.startsWith("name,id,purpose,"));
    QCOMPARE(csv.count("\r\n"), shown + 1);
    ODC_EVENTUALLY(!m_console->find<QFileDialog>(u"exportDialog"_s));
    m_console->action(u"files.exportJson"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path(u"list.json"_s)));
    ODC_EVENTUALLY(QFile::exists(path(u"list.json"_s)));
    const QJsonArray array = QJsonDocument::fromJson(readFile(path(u"list.json"_s))).array();
    QCOMPARE(array.size(), shown);
    QCOMPARE(array.first()[u"object"_s].toString(), u"file"_s);
    ODC_EVENTUALLY(m_console->messages()->isShowing());
    QCOMPARE(m_console->messages()->message().kind, Message::Kind::Ok);
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
}

bool TestFilesPage::pressChip(const QString &facet, const QString &label)
{
    Chip *chip = nullptr;
    const QList<Chip *> chips = m_console->page()->findChildren<Chip *>();
    for (Chip *each : chips) {
        if (each->id() == facet)
            chip = each;
    }
    if (!chip)
        return false;
    QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->height() / 2, chip->height() / 2));
    QMenu *menu = nullptr;
    if (!eventually([&] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; }))
        return false;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == label) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            return true;
        }
    }
    menu->close();
    return false;
}

void TestFilesPage::filtersAndChips()
{
    QVERIFY(m_console->addSampleData());
    const int all = m_console->pane()->shownCount();
    m_console->localServer()->clearRequestLog();
    QVERIFY(pressChip(u"purpose"_s, u"purpose: batch"_s));
    ODC_EVENTUALLY(m_console->pane()->shownCount() < all);
    for (const QString &purpose : m_console->column("purpose"))
        QCOMPARE(purpose, u"batch"_s);
    const int batches = m_console->pane()->shownCount();
    m_console->setFilter(u"nightly"_s);
    ODC_EVENTUALLY(m_console->pane()->shownCount() < batches);
    QVERIFY(m_console->pane()->shownCount() > 0);
    m_console->setFilter({});
    ODC_EVENTUALLY(m_console->pane()->shownCount() == batches);
    QVERIFY(pressChip(u"purpose"_s, u"purpose: any"_s));
    ODC_EVENTUALLY(m_console->pane()->shownCount() == all);
    m_console->setFilter(u"no such thing anywhere"_s);
    ODC_EVENTUALLY(m_console->pane()->shownCount() == 0);
    auto *overlay = m_console->table()->findChild<StateOverlay *>();
    QVERIFY(overlay->actionButton()->isVisible());
    Console::click(overlay->actionButton());
    ODC_EVENTUALLY(m_console->pane()->shownCount() == all);
    QVERIFY(m_console->find<QLineEdit>(u"filesFilter"_s)->text().isEmpty());
    QCOMPARE(m_console->localServer()->requestLog().size(), 0);
}

void TestFilesPage::stateIsThereAgainAfterReopening()
{
    QVERIFY(m_console->addSampleData());
    // Columns by the button's menu, as a person does.
    QVERIFY(m_console->click(u"filesColumns"_s));
    QMenu *menu = nullptr;
    ODC_EVENTUALLY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr);
    const int expires = m_console->page()->list()->columnOf("expires");
    const QString title = m_console->table()->model()->headerData(expires, Qt::Horizontal).toString();
    QVERIFY(m_console->table()->isColumnShown(expires));
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text().startsWith(title)) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            break;
        }
    }
    ODC_EVENTUALLY(!m_console->table()->isColumnShown(expires));
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    // Sorted by a click on the header, filtered by typing and by chip.
    const int size = m_console->page()->list()->columnOf("size");
    auto *header = m_console->table()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(size) + header->sectionSize(size) / 2, header->height() / 2));
    QCOMPARE(header->sortIndicatorSection(), size);
    m_console->setFilter(u"size>1KB"_s);
    QVERIFY(pressChip(u"purpose"_s, u"purpose: evals"_s));
    ODC_EVENTUALLY(m_console->pane()->shownCount() < 10);
    const QStringList names = m_console->column("name");
    const Qt::SortOrder order = header->sortIndicatorOrder();
    // Details made wider with the mouse.
    const auto detailsWidth = [&] { return m_console->find<QSplitter>(u"filesSplitter"_s)->sizes().at(1); };
    QWidget *handle = m_console->find<QSplitter>(u"filesSplitter"_s)->handle(1);
    const int width = detailsWidth();
    const QPoint grip = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, grip);
    QTest::mouseMove(handle, grip - QPoint(90, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, grip);
    const int wide = detailsWidth();
    QCOMPARE_GT(wide, width + 50);

    const auto check = [&] {
        QVERIFY(!m_console->table()->isColumnShown(expires));
        QCOMPARE(m_console->table()->horizontalHeader()->sortIndicatorSection(), size);
        QCOMPARE(m_console->table()->horizontalHeader()->sortIndicatorOrder(), order);
        QCOMPARE(m_console->find<QLineEdit>(u"filesFilter"_s)->text(), u"size>1KB"_s);
        QCOMPARE(m_console->column("name"), names);
        QCOMPARE(detailsWidth(), wide);
    };
    // Another profile has its own; this one finds its again, also in the next run of the program.
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY(m_console->open(m_console->addProfile(u"Other"_s, server.url(), u"sk-other-12345"_s)));
    QVERIFY(m_console->table()->isColumnShown(expires));
    QVERIFY(m_console->find<QLineEdit>(u"filesFilter"_s)->text().isEmpty());
    QCOMPARE(detailsWidth(), width);
    QVERIFY(m_console->openLocal());
    check();
    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(m_console->openLocal());
    check();
}

QTEST_MAIN(TestFilesPage)
#include "tst_filespage.moc"
