// SPDX-License-Identifier: GPL-3.0-or-later
// What the Files page shows, with real keys and clicks; the server's own log is the witness of what was asked.
#include "gui/support/filespagetest.h"

#include "support/serverprocess.h"
#include "ui/dialogs/jsonlviewerdialog.h"
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
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTimeZone>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestFilesPage : public FilesPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void newcomerGetsALivingPage();
    void previewsWithoutSaving_data();
    void previewsWithoutSaving();
    void allLinesAreOpenedAndNotKept();
    void linesOfThisDiskAreOpenedFromTheMenu();
    void copies();
    void exports();
    void aLinkToWhatIsGoneSaysSo();
    void filtersAndChips();
    void conditionsOfALinkAreShownByTheChips();
    void stateIsThereAgainAfterReopening();

private:
    bool pressChip(const QString &facet, const QString &label);
};

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

void TestFilesPage::aLinkToWhatIsGoneSaysSo()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    const QString there = m_console->column("id").at(2);
    m_console->window().showPage(u"batches"_s);
    m_console->window().showObject(u"files"_s, u"file-thatWasDeleted"_s);
    const MessageBar *bar = m_console->pane()->messages();
    ODC_EVENTUALLY(bar->isShowing());
    QVERIFY2(bar->message().text.contains(u"file-thatWasDeleted"_s), qPrintable(bar->message().text));
    QCOMPARE(m_console->pane()->selectedCount(), 0);
    // The next link is another matter.
    m_console->window().showObject(u"files"_s, there);
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{there});
    QVERIFY(!bar->isShowing());
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

void TestFilesPage::conditionsOfALinkAreShownByTheChips()
{
    QVERIFY(m_console->addSampleData());
    const auto *text = m_console->find<QLineEdit>(u"filesFilter"_s);
    const auto all = [this](const QString &purpose) {
        const QStringList shown = m_console->column("purpose");
        return !shown.isEmpty() && shown.count(purpose) == shown.size();
    };
    m_console->page()->showFiltered(u"purpose=batch_output created<9000d"_s);
    ODC_EVENTUALLY(all(u"batch_output"_s));
    QCOMPARE(text->text(), u"created<9000d"_s); // for which no chip has a choice
    const int outputs = m_console->pane()->shownCount();
    // Another choice replaces it, and does not ask for both at once.
    QVERIFY(pressChip(u"purpose"_s, u"purpose: batch"_s));
    ODC_EVENTUALLY(all(u"batch"_s));
    // And a link is not narrowed down by that choice.
    m_console->page()->showFiltered(u"purpose=batch_output"_s);
    ODC_EVENTUALLY(all(u"batch_output"_s));
    QCOMPARE(m_console->pane()->shownCount(), outputs);
    QVERIFY(text->text().isEmpty());
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
