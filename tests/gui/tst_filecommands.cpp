// SPDX-License-Identifier: GPL-3.0-or-later
// Files that come, go and are deleted, with real keys, clicks and drops on the Files page; the server's own log is the
// witness of what was sent.
#include "gui/support/filespagetest.h"

#include "lists/cellvalue.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
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

class TestFileCommands : public FilesPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void filesAndFoldersMayBeDroppedAnywhere_data();
    void filesAndFoldersMayBeDroppedAnywhere();
    void whatWouldBeRefusedIsSaidAndNotSent();
    void foreignDropsAreNotTaken();
    void pasteUploads();
    void purposeWithoutDownloadSaysSoWithoutARequest();
    void downloadOneKeepsTheBytesAndAsksBeforeOverwriting();
    void downloadSeveralNeverOverwrites();
    void manyAreDeletedAfterTheirNumberIsTyped();
    void failedOnesAreToldAndRetried();
    void lostReplyIsAskedAbout_data();
    void lostReplyIsAskedAbout();

private:
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
};

void TestFileCommands::filesAndFoldersMayBeDroppedAnywhere_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("on the rows") << u"rows"_s;
    QTest::newRow("on the page's header") << u"header"_s;
    QTest::newRow("on the filter") << u"filter"_s;
    QTest::newRow("on the details") << u"details"_s;
}

void TestFileCommands::filesAndFoldersMayBeDroppedAnywhere()
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

void TestFileCommands::whatWouldBeRefusedIsSaidAndNotSent()
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

void TestFileCommands::foreignDropsAreNotTaken()
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

void TestFileCommands::pasteUploads()
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

void TestFileCommands::purposeWithoutDownloadSaysSoWithoutARequest()
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

void TestFileCommands::downloadOneKeepsTheBytesAndAsksBeforeOverwriting()
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

void TestFileCommands::downloadSeveralNeverOverwrites()
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

void TestFileCommands::manyAreDeletedAfterTheirNumberIsTyped()
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

void TestFileCommands::failedOnesAreToldAndRetried()
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

void TestFileCommands::lostReplyIsAskedAbout_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("createsAtServer");
    QTest::newRow("it is there") << true << u"isThere"_s << 1;
    QTest::newRow("send again though it is there") << true << u"sendAgain"_s << 2;
    QTest::newRow("it never arrived") << false << u"sendAgain"_s << 1;
}

void TestFileCommands::lostReplyIsAskedAbout()
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

QTEST_MAIN(TestFileCommands)
#include "tst_filecommands.moc"
