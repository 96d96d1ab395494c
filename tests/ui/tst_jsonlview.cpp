// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/linefindbar.h"
#include "ui/widgets/linepane.h"
#include "ui/widgets/linesmodel.h"
#include "ui/widgets/linesview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// Files of lines of any size and shape, looked at.
class TestJsonlView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup() { m_view.reset(); }

    void linesAreShownWithTheirNumbers();
    void theChosenLineIsShownAsJsonAndRaw();
    void keysMoveThroughMillionsOfLines();
    void goesToALineAndAColumn();
    void aColumnFarIntoALongLine();
    void goesToALineByTyping();
    void finds();
    void findsInALineTooLongToBeShown();
    void flawedLinesAreFlagged_data();
    void flawedLinesAreFlagged();
    void linesOfATableAreNoJson();
    void aLineOfAGigabyte();
    void aHundredThousandLevels();
    void aScreenReaderFindsTheLines();
    void aScreenReaderFollowsTheKeys();
    void copies();
    void aChangedFileIsSaidAndReadAgain();
    void whatCannotBeShownIsSaid_data();
    void whatCannotBeShownIsSaid();
    void contentInMemory();
    void theViewerOpensEachFileOnce();
    void aTemporaryFileGoesWithItsViewer();

private:
    QString write(const QByteArray &content, const QString &suffix = u"jsonl"_s)
    {
        const QString path = m_folder.filePath(u"f%1.%2"_s.arg(++m_files).arg(suffix));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    void open(const QString &path)
    {
        QSignalSpy ready(m_view.get(), &JsonlView::ready);
        m_view->open(path);
        QVERIFY(ready.wait(60'000));
    }
    const ShownLine *line(int number) const
    {
        return static_cast<LinesModel *>(m_view->list()->model())->line(number - 1);
    }
    QString raw() const { return m_view->findChild<QPlainTextEdit *>(u"rawLine"_s)->toPlainText(); }
    QTextCursor rawCursor() const { return m_view->findChild<QPlainTextEdit *>(u"rawLine"_s)->textCursor(); }
    QString pretty() const { return m_view->findChild<JsonView *>(u"prettyLine"_s)->edit()->toPlainText(); }
    QLineEdit *findEdit() const { return m_view->findChild<QLineEdit *>(u"lineFind"_s); }

    Theme m_theme;
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(u"settings.json"_s)};
    std::unique_ptr<JsonlView> m_view;
    int m_files = 0;
};

void TestJsonlView::init()
{
    m_view = std::make_unique<JsonlView>(m_theme);
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestJsonlView::linesAreShownWithTheirNumbers()
{
    open(write("{\"a\":1}\n\n{\"b\":[2]}"));
    QCOMPARE(m_view->list()->model()->rowCount(), 3);
    QTRY_VERIFY(line(1));
    QCOMPARE(line(1)->text, u"{\"a\":1}"_s);
    QCOMPARE(line(2)->text, QString());
    QCOMPARE(line(3)->text, u"{\"b\":[2]}"_s);
    for (int number : {1, 2, 3})
        QVERIFY(line(number)->isFine());
    QCOMPARE(m_view->list()->model()->index(2, 0).data(Qt::AccessibleTextRole).toString(),
             u"Line 3: {\"b\":[2]}"_s);
    QCOMPARE(m_view->currentLine(), 1);
}

void TestJsonlView::theChosenLineIsShownAsJsonAndRaw()
{
    open(write("{\"a\":1}\n{\"b\":[2]}\n"));
    QTRY_COMPARE(raw(), u"{\"a\":1}"_s);
    QTest::keyClick(m_view->list(), Qt::Key_Down);
    QTRY_COMPARE(raw(), u"{\"b\":[2]}"_s);
    QTRY_COMPARE(pretty(), u"{\n  \"b\": [\n    2\n  ]\n}"_s);
    const QRect first = m_view->list()->visualRect(m_view->list()->model()->index(0, 0));
    QTest::mouseClick(m_view->list()->viewport(), Qt::LeftButton, {}, first.center());
    QTRY_COMPARE(raw(), u"{\"a\":1}"_s);
}

void TestJsonlView::keysMoveThroughMillionsOfLines()
{
    QByteArray content;
    for (int i = 1; i <= 10'000'000; ++i)
        content += QByteArray::number(i) + '\n';
    open(write(content));
    QCOMPARE(m_view->list()->model()->rowCount(), 10'000'000);
    QTest::keyClick(m_view->list(), Qt::Key_End);
    QCOMPARE(m_view->currentLine(), 10'000'000);
    QTRY_COMPARE(raw(), u"10000000"_s);
    QTRY_VERIFY(line(10'000'000));
    QCOMPARE(line(10'000'000)->text, u"10000000"_s);
    QTest::keyClick(m_view->list(), Qt::Key_PageUp);
    QVERIFY(m_view->currentLine() < 10'000'000);
    m_view->list()->verticalScrollBar()->setValue(5'000'000);
    QTRY_VERIFY(line(5'000'001));
    QCOMPARE(line(5'000'001)->text, u"5000001"_s);
    const QModelIndex top = m_view->list()->indexAt({10, 1});
    QCOMPARE(top.row(), 5'000'000);
    QTest::keyClick(m_view->list(), Qt::Key_Home);
    QCOMPARE(m_view->list()->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->currentLine(), 1);
    QVERIFY(m_view->index()->memory() < 10'000'000);
}

void TestJsonlView::goesToALineAndAColumn()
{
    const QString path = write("{\"a\":1}\n{\"\xC3\xBC\":tru}\n");
    m_view->open(path);
    m_view->goTo(2, 6); // before it is known
    QTRY_COMPARE(raw(), u"{\"ü\":tru}"_s);
    QCOMPARE(m_view->currentLine(), 2);
    QCOMPARE(rawCursor().selectionStart(), 5);
    QCOMPARE(rawCursor().selectedText(), u"t"_s);
    QCOMPARE(m_view->findChild<QTabWidget *>()->currentIndex(), 1);
    m_view->goTo(1, 8); // behind its end, where what is missing is said to be
    QTRY_COMPARE(rawCursor().selectedText(), u"}"_s);
    QCOMPARE(rawCursor().selectionStart(), 6);
    m_view->goTo(99); // there are only two
    QCOMPARE(m_view->currentLine(), 2);
}

void TestJsonlView::aColumnFarIntoALongLine()
{
    const QByteArray letters = QByteArray("\xC3\xA4").repeated(1'000'000);
    open(write("1\n\"" + letters + "X" + letters + "\"\n"));
    m_view->goTo(2, 1'000'002);
    QTRY_COMPARE(rawCursor().selectedText(), u"X"_s);
    QVERIFY(raw().size() < 10'000);
    QVERIFY(!raw().contains(u"\\x"_s)); // no letter is cut in two
}

void TestJsonlView::goesToALineByTyping()
{
    open(write(QByteArray("{}\n").repeated(1000)));
    QTest::keyClick(m_view->list(), Qt::Key_G, Qt::ControlModifier);
    auto *edit = m_view->findChild<QLineEdit *>(u"goToLine"_s);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"x0712"_s); // no letters, no line 0
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_view->currentLine(), 712);
    QVERIFY(m_view->list()->hasFocus());
    QVERIFY(m_view->list()->viewport()->rect().contains(
        m_view->list()->visualRect(m_view->list()->currentIndex())));
}

void TestJsonlView::finds()
{
    QByteArray content;
    for (int i = 1; i <= 3000; ++i)
        content += i % 1000 == 0 ? "{\"say\":\"Hello there\"}\n" : "{}\n";
    open(write(content));
    QTest::keyClick(m_view->list(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(findEdit()->hasFocus());
    QTest::keyClicks(findEdit(), u"hello"_s);
    QTRY_COMPARE(m_view->currentLine(), 1000);
    QTRY_COMPARE(rawCursor().selectedText(), u"Hello"_s);
    QTRY_COMPARE(m_view->findChild<JsonView *>(u"prettyLine"_s)->edit()->textCursor().selectedText(),
                 u"Hello"_s);
    QTest::keyClick(findEdit(), Qt::Key_Return);
    QTRY_COMPARE(m_view->currentLine(), 2000);
    QTest::keyClick(findEdit(), Qt::Key_F3);
    QTRY_COMPARE(m_view->currentLine(), 3000);
    QTest::keyClick(findEdit(), Qt::Key_F3); // round
    QTRY_COMPARE(m_view->currentLine(), 1000);
    QTest::keyClick(findEdit(), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(m_view->currentLine(), 3000);
    QTest::keyClick(findEdit(), Qt::Key_Escape);
    QVERIFY(!findEdit()->isVisible());
    QVERIFY(m_view->list()->hasFocus());
    // From the line that was chosen since.
    m_view->goTo(1500);
    QTest::keyClick(m_view->list(), Qt::Key_F3);
    QTRY_COMPARE(m_view->currentLine(), 2000);
}

void TestJsonlView::findsInALineTooLongToBeShown()
{
    open(write("{}\n\"" + QByteArray(6'000'000, 'x') + "needle" + QByteArray(1000, 'y') + "\"\n"));
    m_view->openFind();
    QTest::keyClicks(findEdit(), u"needle"_s);
    QTRY_COMPARE(m_view->currentLine(), 2);
    QTRY_COMPARE(rawCursor().selectedText(), u"needle"_s);
    QTRY_VERIFY2(pretty().contains(u"too long"_s), qPrintable(pretty().left(100)));
}

void TestJsonlView::flawedLinesAreFlagged_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("number");
    QTest::addColumn<LineFault>("fault");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    QTest::newRow("zeros") << QByteArray("{}\n{\"a\":\"\0\"}\n", 13) << 2 << LineFault::Zeros << 7
                           << u"{\"a\":\"\\x00\"}"_s;
    QTest::newRow("no UTF-8") << "{}\n{\"a\":\"\xE4\"}\n"_ba << 2 << LineFault::NotUtf8 << 7
                              << u"{\"a\":\"\\xE4\"}"_s;
    QTest::newRow("half a letter at the end")
        << "{}\nab\xC3\n"_ba << 2 << LineFault::NotUtf8 << 3 << u"ab\\xC3"_s;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}\n{}\n"_ba << 1 << LineFault::ByteOrderMark << 1
                                     << u"{}"_s;
    QTest::newRow("no JSON") << "{}\n{\"a\":}\n"_ba << 2 << LineFault::NotJson << 7 << u"{\"a\":}"_s;
    QTest::newRow("turned reading direction") << "{}\n\"a\xE2\x80\xAE"
                                                 "b\"\n"_ba
                                              << 2 << LineFault::None << 0 << u"\"a\\u202eb\""_s;
    QTest::newRow("numbers beyond 64 bits") << "{}\n[123456789012345678901234567890]\n"_ba << 2
                                            << LineFault::None << 0 << u"[123456789012345678901234567890]"_s;
    QTest::newRow("CR LF") << "{}\r\n{\"a\":1}\r\n"_ba << 2 << LineFault::None << 0 << u"{\"a\":1}"_s;
}

void TestJsonlView::flawedLinesAreFlagged()
{
    QFETCH(QByteArray, content);
    QFETCH(int, number);
    QFETCH(LineFault, fault);
    QFETCH(int, column);
    QFETCH(QString, shown);
    open(write(content));
    QTRY_VERIFY(line(number));
    QCOMPARE(line(number)->fault, fault);
    QCOMPARE(line(number)->column, column);
    QCOMPARE(line(number)->text, shown);
    QCOMPARE(line(number)->why.isEmpty(), fault == LineFault::None);
    QVERIFY(line(3 - number)->isFine());
    m_view->goTo(number);
    QTRY_VERIFY2(raw().endsWith(shown), qPrintable(raw()));
}

void TestJsonlView::linesOfATableAreNoJson()
{
    open(write("a,b\n1,2\n", u"csv"_s));
    QTRY_VERIFY(line(1));
    QVERIFY(line(1)->isFine());
    QTRY_COMPARE(raw(), u"a,b"_s);
    QVERIFY(!m_view->findChild<QTabWidget *>()->isTabVisible(0));
}

void TestJsonlView::aLineOfAGigabyte()
{
    const QString path = write({});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(1'000'000'000));
    QVERIFY(file.seek(1'000'000'000));
    file.write("\n{}\n");
    file.close();
    open(path);
    QTRY_VERIFY(line(1));
    QCOMPARE(line(1)->fault, LineFault::TooLong);
    QVERIFY(line(1)->text.size() < 10'000);
    QTRY_VERIFY(raw().startsWith(u"\\x00\\x00"_s));
    QTRY_VERIFY(pretty().contains(u"too long"_s));
    // Its end can be read, too.
    m_view->goTo(1, 1'000'000'000);
    QTRY_VERIFY(rawCursor().selectedText() == u"\\x00"_s && raw().size() < 40'000);
    m_view->goTo(2);
    QTRY_COMPARE(raw(), u"{}"_s);
}

void TestJsonlView::aHundredThousandLevels()
{
    open(write(QByteArray(100'000, '[') + QByteArray(100'000, ']') + "\n{}\n"));
    QTRY_VERIFY(m_view->findChild<JsonView *>(u"prettyLine"_s)->edit()->blockCount() > 100'000);
    m_view->goTo(2);
    QTRY_COMPARE(pretty(), u"{}"_s);
}

void TestJsonlView::aScreenReaderFindsTheLines()
{
    QByteArray content;
    for (int number = 1; number <= 5000; ++number)
        content += "{\"n\":" + QByteArray::number(number) + "}\n";
    open(write(content));
    LinesView *view = m_view->list();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Lines"_s);
    // What is on the screen, not thousands.
    QVERIFY(list->childCount() > 3 && list->childCount() < 100);
    QTRY_VERIFY(line(1));
    QAccessibleInterface *second = list->child(1);
    QVERIFY(second && second->isValid());
    QCOMPARE(second->role(), QAccessible::ListItem);
    QCOMPARE(second->text(QAccessible::Name), u"Line 2: {\"n\":2}"_s);
    QCOMPARE(second->parent(), list);
    QCOMPARE(list->indexOfChild(second), 1);
    QCOMPARE(list->childAt(second->rect().center().x(), second->rect().center().y()), second);
    QVERIFY(!second->state().focused && !second->state().offscreen);

    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    QCOMPARE(list->focusChild(), second);
    QVERIFY(second->state().focused && second->state().selected);

    // Elsewhere the list begins with another line; the current one is still in it.
    view->verticalScrollBar()->setValue(3000);
    QTRY_VERIFY(line(3001));
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"Line 3,001: {\"n\":3001}"_s);
    QCOMPARE(list->child(list->childCount() - 1), second);
    QVERIFY(second->state().offscreen && second->rect().isEmpty());
    for (int row = 0; row < 4000; row += 20) { // through all of it: nothing is kept of what is far away
        view->verticalScrollBar()->setValue(row);
        for (int child = 0; child < list->childCount(); ++child)
            QVERIFY(list->child(child) && list->child(child)->isValid());
    }
    QCOMPARE(list->focusChild()->text(QAccessible::Name), u"Line 2: {\"n\":2}"_s);
    QCOMPARE(list->child(list->childCount()), nullptr);

    open(write("{}\n"));
    QTRY_VERIFY(line(1));
    QCOMPARE(list->childCount(), 1);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"Line 1: {}"_s);
}

void TestJsonlView::aScreenReaderFollowsTheKeys()
{
    open(write("{\"a\":1}\n{\"b\":2}\nno json\n"));
    QTRY_VERIFY(line(1));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view->list());
    m_view->list()->setFocus();
    QVERIFY(list->focusChild());
    QCOMPARE(list->focusChild()->text(QAccessible::Name), u"Line 1: {\"a\":1}"_s);
    QTest::keyClick(m_view->list(), Qt::Key_Down);
    QCOMPARE(list->focusChild()->text(QAccessible::Name), u"Line 2: {\"b\":2}"_s);
    QVERIFY(list->child(1)->state().focused && list->child(1)->state().selected);
    QVERIFY(!list->child(0)->state().focused && !list->child(0)->state().selected);
    QTest::keyClick(m_view->list(), Qt::Key_Down);
    // What is wrong with a line comes before what stands in it.
    QVERIFY(list->focusChild()->text(QAccessible::Name).startsWith(u"Line 3: Not JSON"_s));
    m_view->list()->clearFocus();
    QVERIFY(!list->focusChild() && !list->child(2)->state().focused);
}

void TestJsonlView::copies()
{
    open(write("{\"a\":1}\n{\"b\":2}\n"));
    m_view->goTo(2);
    QTRY_COMPARE(raw(), u"{\"b\":2}"_s);
    QTest::keyClick(m_view->list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"{\"b\":2}"_s);
    m_view->pane()->copyJson();
    QCOMPARE(QApplication::clipboard()->text(), u"{\n  \"b\": 2\n}"_s);
}

void TestJsonlView::aChangedFileIsSaidAndReadAgain()
{
    const QString path = write("{\"a\":1}\n{\"b\":2}\n");
    open(path);
    m_view->goTo(2);
    QTRY_COMPARE(raw(), u"{\"b\":2}"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"c\":3}\n");
    file.close();
    auto *messages = m_view->findChild<MessageBar *>();
    QTRY_VERIFY(messages->isShowing());
    QCOMPARE(m_view->list()->model()->rowCount(), 2); // nothing moves by itself
    Q_EMIT messages->actionTriggered(messages->message().key);
    QTRY_COMPARE(m_view->list()->model()->rowCount(), 3);
    QTRY_COMPARE(m_view->currentLine(), 2);
    QVERIFY(!messages->isShowing());
}

void TestJsonlView::whatCannotBeShownIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << write({}) << int(StateOverlay::Kind::Empty);
    QTest::newRow("missing") << m_folder.filePath(u"missing.jsonl"_s) << int(StateOverlay::Kind::Error);
    QTest::newRow("a folder") << m_folder.path() << int(StateOverlay::Kind::Error);
}

void TestJsonlView::whatCannotBeShownIsSaid()
{
    QFETCH(QString, path);
    QFETCH(int, kind);
    open(path);
    QList<StateOverlay *> overlays = m_view->findChildren<StateOverlay *>();
    QCOMPARE(overlays.size(), 1);
    QCOMPARE(int(overlays.first()->kind()), kind);
    QVERIFY(!overlays.first()->state().sentence.isEmpty());
    m_view->goTo(2); // who asks for a line of it is told the same
    QCOMPARE(int(overlays.first()->kind()), kind);
}

void TestJsonlView::contentInMemory()
{
    QSignalSpy ready(m_view.get(), &JsonlView::ready);
    m_view->openContent("{\"a\":1}\n{\"b\":2}\n", u"x.jsonl"_s);
    QVERIFY(ready.wait());
    QCOMPARE(m_view->list()->model()->rowCount(), 2);
    QTRY_COMPARE(raw(), u"{\"a\":1}"_s);
    m_view->close();
    QCOMPARE(m_view->list()->model()->rowCount(), 0);
    QCOMPARE(raw(), QString());
}

void TestJsonlView::theViewerOpensEachFileOnce()
{
    const QString path = write("{\"a\":1}\n{\"b\":2}\n");
    QPointer<JsonlViewerDialog> dialog =
        JsonlViewerDialog::openAt(m_theme, m_settings, path, 2, 2, m_view.get());
    QVERIFY(!dialog->isModal());
    QTRY_COMPARE(dialog->view()->currentLine(), 2);
    QCOMPARE(JsonlViewerDialog::openAt(m_theme, m_settings, path, 1, 0, m_view.get()), dialog.data());
    QTRY_COMPARE(dialog->view()->currentLine(), 1);
    QVERIFY(JsonlViewerDialog::openAt(m_theme, m_settings, write("{}\n"), 0, 0, m_view.get()) != dialog);
    dialog->resize(700, 500);
    dialog->close();
    QTRY_VERIFY(!dialog);
    dialog = JsonlViewerDialog::openAt(m_theme, m_settings, path, 0, 0, m_view.get());
    QTRY_COMPARE(dialog->size(), QSize(700, 500));
}

void TestJsonlView::aTemporaryFileGoesWithItsViewer()
{
    auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(u"lines.jsonl"_s);
    QVERIFY(QFile::copy(write("{}\n"), path));
    QPointer<JsonlViewerDialog> dialog =
        JsonlViewerDialog::openAt(m_theme, m_settings, path, 0, 0, m_view.get());
    dialog->keepWhileOpen(std::move(folder));
    QTRY_COMPARE(dialog->view()->currentLine(), 1);
    dialog->close();
    QTRY_VERIFY(!dialog);
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(TestJsonlView)
#include "tst_jsonlview.moc"
