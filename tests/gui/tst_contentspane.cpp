// SPDX-License-Identifier: GPL-3.0-or-later
// What the store made of a file, against the local server: chunks in order, search, and every state a file
// can be in.
#include "gui/support/storepanetest.h"

#include "lists/chunksmodel.h"
#include "ui/pages/stores/chunkfindbar.h"
#include "ui/pages/stores/chunkview.h"
#include "ui/pages/stores/contentspane.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Sentences that can be told apart.
QByteArray sentences(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "Sentence number " + QByteArray::number(i) + " tells of the thing called item" +
                QByteArray::number(i) + ".\n";
    return text;
}

} // namespace

class TestContentsPane : public StorePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { closeConsole(); }
    void init() { m_pane = openPane<ContentsPane>(); }
    void cleanup() { closePane(); }

    void chunksInOrder();
    void overlapsAreMarked();
    void foundInAllChunks();
    void shownByItsText();
    void copiedAndSaved();
    void asMonospace();
    void thousandsOfChunks();
    void readAsItIsScrolled();
    void stillParsing();
    void failedSaysWhy();
    void noTextThoughItIsThere();
    void gone();
    void anErrorCanBeTriedAgain();
    void loadsWhenItIsSeen();
    void emptyUntilAFileIsChosen();

private:
    const ChunksModel &model() const { return m_pane->model(); }
    ChunkView *view() const { return m_pane->view(); }
    QTableView *list() const { return m_pane->findChild<QTableView *>(u"chunkTable"_s); }
    StateOverlay *overlay() const { return m_pane->findChild<StateOverlay *>(); }
    MessageBar *messages() const { return m_pane->findChild<MessageBar *>(); }
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    int currentRow() const { return list()->currentIndex().row(); }
    bool show(const QByteArray &text, const QJsonObject &chunking, const QByteArray &name = "note.txt")
    {
        m_store = storeOf(u"kb"_s, {{name, text, {}}}, chunking);
        m_file = fileOf(m_store, m_fileIds.constFirst());
        m_pane->showFile(m_store, m_file);
        activate();
        return eventually([this] { return model().rowCount() > 0 && !view()->isLoading(); });
    }
    int count(const QByteArray &pathEnd) const { return m_proxy->count("GET", pathEnd); }

    ContentsPane *m_pane = nullptr;
    VectorStore m_store;
    StoreFile m_file;
};

void TestContentsPane::chunksInOrder()
{
    QVERIFY(show(sentences(60), fixedChunks(100, 0)));
    const QStringList wire = chunks(m_store.id.toUtf8(), m_file.id);
    QVERIFY(wire.size() > 3);
    QCOMPARE(model().chunks(), wire);
    QCOMPARE(list()->model()->rowCount(), wire.size());
    QCOMPARE(list()->model()->index(2, ChunksModel::Number).data().toString(), u"3"_s);
    QCOMPARE(list()->model()->index(2, ChunksModel::Characters).data().toString(),
             QString::number(wire.at(2).size()));
    QCOMPARE(currentRow(), 0);
    const QString text = view()->edit()->toPlainText();
    qsizetype at = 0;
    for (const QString &chunk : wire) {
        at = text.indexOf(chunk, at);
        QVERIFY(at >= 0);
        at += chunk.size();
    }
    QVERIFY(text.startsWith(u"Chunk 1 of %1"_s.arg(wire.size())));
    QVERIFY(m_pane->findChild<QLabel *>(u"contentsHead"_s)
                ->accessibleName()
                .contains(u"%1 chunk"_s.arg(wire.size())));
    ODC_EVENTUALLY(m_pane->findChild<QLabel *>(u"contentsTitle"_s)->text() == u"note.txt"_s);
}

void TestContentsPane::overlapsAreMarked()
{
    QVERIFY(show(sentences(60), fixedChunks(100, 40)));
    const int overlap = model().overlap(1);
    QVERIFY(overlap > 20);
    QVERIFY(model().chunks().at(0).trimmed().endsWith(model().chunks().at(1).left(overlap).trimmed()));
    QCOMPARE(model().overlap(0), 0);
    // In the text it has a ground of its own, up to where the new begins.
    const QTextDocument *document = view()->edit()->document();
    const QTextCursor cursor = document->find(u"Chunk 2 of"_s);
    QVERIFY(!cursor.isNull());
    QTextCursor repeated(view()->edit()->document());
    repeated.setPosition(cursor.block().next().position() + 1);
    QVERIFY(repeated.charFormat().background().style() != Qt::NoBrush);
    repeated.setPosition(cursor.block().next().position() + overlap + 2);
    QVERIFY(repeated.charFormat().background().style() == Qt::NoBrush);
    QVERIFY(cursor.block().text().contains(u"repeat"_s));
}

void TestContentsPane::foundInAllChunks()
{
    QVERIFY(show(sentences(60), fixedChunks(100, 0)));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    auto *find = m_console->find<QLineEdit>(u"chunkFind"_s);
    QVERIFY(find && find->hasFocus());
    QTest::keyClicks(find, u"ITEM5"_s); // item5, item50 to item59
    auto *result = m_pane->findChild<QLabel *>(u"chunkFindResult"_s);
    ODC_EVENTUALLY(result->text() == u"1 of 11"_s);
    QCOMPARE(view()->edit()->textCursor().block().text().contains(u"item5."_s), true);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(result->text(), u"2 of 11"_s);
    QVERIFY(currentRow() > 0); // the list goes along
    QVERIFY(model().chunks().at(currentRow()).contains(u"item50"_s));
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(result->text(), u"11 of 11"_s); // round
    QCOMPARE(view()->edit()->extraSelections().size(), 11);
    const auto buttons = find->parentWidget()->findChildren<QToolButton *>();
    const auto capitals =
        std::find_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *b) { return b->isCheckable(); });
    Console::click(*capitals);
    ODC_EVENTUALLY(result->text() == u"not found"_s);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(view()->edit()->extraSelections().isEmpty());
}

void TestContentsPane::shownByItsText()
{
    m_store = storeOf(u"kb"_s, {{"note.txt", sentences(400), {}}}, fixedChunks(100, 0));
    m_file = fileOf(m_store, m_fileIds.constFirst());
    const QStringList wire = chunks(m_store.id.toUtf8(), m_file.id);
    const int wanted = int(wire.size()) - 3;
    m_pane->showChunk(m_store, m_file,
                      u"  "_s + wire.at(wanted) + u'\n'); // a search gives it with other blanks
    ODC_EVENTUALLY(model().rowCount() > 0 && currentRow() == wanted);
    QVERIFY(view()->edit()->toPlainText().contains(wire.at(wanted)));
    const QRect place =
        view()->edit()->cursorRect(view()->edit()->document()->find(u"Chunk %1 of"_s.arg(wanted + 1)));
    QVERIFY(view()->edit()->viewport()->rect().contains(place.center()));
    // Already there: at once.
    m_pane->showChunk(m_store, m_file, wire.at(1));
    QCOMPARE(currentRow(), 1);
    QVERIFY(!messages()->isShowing());
    QCOMPARE(view()->edit()->extraSelections().size(), 1); // its heading
    // With the words it was found by.
    m_pane->showChunk(m_store, m_file, wire.at(1), {u"sentence"_s});
    const QList<QTextEdit::ExtraSelection> marks = view()->edit()->extraSelections();
    QVERIFY(marks.size() > 1);
    QVERIFY(marks.at(1).cursor.selectedText().startsWith(u"sentence"_s, Qt::CaseInsensitive));
    m_pane->showChunk(m_store, m_file, u"what nobody wrote"_s);
    QVERIFY(messages()->isShowing());
    QCOMPARE(currentRow(), 1);
}

void TestContentsPane::copiedAndSaved()
{
    QVERIFY(show(sentences(60), fixedChunks(100, 0)));
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(2, 0));
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), model().chunks().at(2));
    action(u"contents.save"_s)->trigger();
    const QString path = m_home.filePath(u"saved.txt"_s);
    QVERIFY(m_console->chooseFile(u"saveChunksDialog"_s, path));
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().kind == Message::Kind::Ok);
    const QString saved = QString::fromUtf8(odc::test::readFile(path));
    for (const QString &chunk : model().chunks())
        QVERIFY(saved.contains(chunk));
}

void TestContentsPane::asMonospace()
{
    QVERIFY(show(sentences(60), fixedChunks(100, 0)));
    list()->setCurrentIndex(list()->model()->index(3, 0));
    const auto family = [this] {
        QTextCursor cursor(view()->edit()->document());
        cursor.setPosition(view()->edit()->document()->find(u"Sentence"_s).position());
        return cursor.charFormat().font().family();
    };
    const QString before = family();
    action(u"contents.monospace"_s)->trigger();
    QCOMPARE(family(), m_theme.font(Theme::FontRole::Mono).family());
    QVERIFY(family() != before);
    QCOMPARE(view()->chunkAtTop(), 3); // the place stays
    action(u"contents.monospace"_s)->trigger();
    QCOMPARE(family(), before);
}

void TestContentsPane::thousandsOfChunks()
{
    QVERIFY(show(sentences(40'000), fixedChunks(100, 0)));
    QVERIFY(model().totalCharacters() > 2'000'000);
    QVERIFY(model().rowCount() > 3000);
    // Only what is read, and somewhat more, is in the text.
    QVERIFY(view()->edit()->document()->characterCount() < 400'000);
    const int last = model().rowCount() - 1;
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_End);
    QCOMPARE(currentRow(), last);
    QVERIFY(view()->edit()->toPlainText().contains(model().chunks().at(last)));
    QVERIFY(view()->edit()->document()->characterCount() < 400'000);
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    auto *find = m_console->find<QLineEdit>(u"chunkFind"_s);
    QTest::keyClicks(find, u"item20000."_s);
    ODC_EVENTUALLY(m_pane->findChild<QLabel *>(u"chunkFindResult"_s)->text() == u"1 of 1"_s);
    QVERIFY(model().chunks().at(currentRow()).contains(u"item20000."_s));
    QVERIFY(view()->edit()->textCursor().block().text().contains(u"item20000."_s));
}

void TestContentsPane::readAsItIsScrolled()
{
    QVERIFY(show(sentences(8000), fixedChunks(100, 0)));
    QScrollBar *bar = view()->edit()->verticalScrollBar();
    const int known = view()->edit()->document()->characterCount();
    bar->setValue(bar->maximum());
    ODC_EVENTUALLY(view()->edit()->document()->characterCount() > known);
    QVERIFY(currentRow() > 10); // the list goes along
    // From the middle up, the chunks before come in.
    list()->setCurrentIndex(list()->model()->index(model().rowCount() - 1, 0));
    const int top = view()->chunkAtTop();
    for (int i = 0; i < 3; ++i) {
        bar->setValue(bar->value() + 1);
        bar->setValue(0);
    }
    QVERIFY(view()->chunkAtTop() < top - 1);
}

void TestContentsPane::stillParsing()
{
    m_store = storeOf(u"kb"_s, {{"slow.txt", "never done [[never]]", {}}}, {}, false);
    m_file = fileOf(m_store, m_fileIds.constFirst());
    QCOMPARE(m_file.status, u"in_progress"_s);
    m_proxy->clearSeen();
    m_pane->showFile(m_store, m_file);
    QVERIFY(overlay()->state().sentence.contains(u"still"_s));
    QCOMPARE(count("/content"), 0); // there is nothing to ask for
    QVERIFY(!action(u"contents.find"_s)->isEnabled());
    // It got further, as the page says.
    StoreFile done = m_file;
    done.status = u"failed"_s;
    done.errorMessage = u"no good"_s;
    m_pane->showFile(m_store, done);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Error);
    // Asked by hand, the server is believed.
    Console::click(overlay()->actionButton());
    ODC_EVENTUALLY(overlay()->state().sentence.contains(u"still"_s));
}

void TestContentsPane::failedSaysWhy()
{
    m_store = storeOf(u"kb"_s, {{"bad.txt", "no good [[server error]]", {}}});
    m_file = fileOf(m_store, m_fileIds.constFirst());
    QCOMPARE(m_file.status, u"failed"_s);
    m_pane->showFile(m_store, m_file);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Error);
    QVERIFY(!m_file.errorMessage.isEmpty());
    QVERIFY(overlay()->state().detail.contains(m_file.errorMessage));
    QVERIFY(overlay()->state().detail.contains(u"server_error"_s));
}

void TestContentsPane::noTextThoughItIsThere()
{
    m_store = storeOf(u"kb"_s, {{"note.txt", sentences(3), {}}});
    m_file = fileOf(m_store, m_fileIds.constFirst());
    m_proxy->add("GET", "/content", Fault::apiError(404, u"invalid_request_error"_s, {}));
    m_pane->showFile(m_store, m_file);
    ODC_EVENTUALLY(overlay()->kind() == StateOverlay::Kind::Unavailable);
    QVERIFY(overlay()->state().sentence.contains(u"though the file is in the store"_s));
    Console::click(overlay()->actionButton());
    ODC_EVENTUALLY(overlay()->kind() == StateOverlay::Kind::None && model().rowCount() == 1);
}

void TestContentsPane::gone()
{
    m_store = storeOf(u"kb"_s, {{"note.txt", sentences(3), {}}});
    m_file = fileOf(m_store, m_fileIds.constFirst());
    send("DELETE", filePath(m_store.id.toUtf8(), m_file.id));
    m_pane->showFile(m_store, m_file);
    ODC_EVENTUALLY(overlay()->kind() == StateOverlay::Kind::Unavailable);
    QVERIFY(overlay()->state().sentence.contains(u"no longer"_s));
    attach(m_store.id.toUtf8(), m_file.id);
    settled(m_store.id.toUtf8());
    Console::click(overlay()->actionButton());
    ODC_EVENTUALLY(model().rowCount() == 1);
}

void TestContentsPane::anErrorCanBeTriedAgain()
{
    m_store = storeOf(u"kb"_s, {{"note.txt", sentences(3), {}}});
    m_file = fileOf(m_store, m_fileIds.constFirst());
    m_proxy->add("GET", "/content", Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s));
    m_pane->showFile(m_store, m_file);
    ODC_EVENTUALLY(overlay()->kind() == StateOverlay::Kind::Error);
    Console::click(overlay()->actionButton());
    ODC_EVENTUALLY(model().rowCount() == 1);
    // What is shown stays when reading it anew fails.
    m_proxy->add("GET", "/content", Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s));
    m_pane->refresh();
    ODC_EVENTUALLY(messages()->isShowing());
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::None);
}

void TestContentsPane::loadsWhenItIsSeen()
{
    m_store = storeOf(u"kb"_s, {{"note.txt", sentences(3), {}}});
    m_file = fileOf(m_store, m_fileIds.constFirst());
    m_proxy->clearSeen();
    m_pane->hide();
    m_pane->showFile(m_store, m_file);
    QCOMPARE(count("/content"), 0);
    m_pane->show();
    ODC_EVENTUALLY(model().rowCount() == 1);
    // The same again, with other attributes: nothing is asked.
    StoreFile same = m_file;
    same.attributes.insert(u"lang"_s, u"de"_s);
    same.fingerprint = 1;
    m_pane->showFile(m_store, same);
    QCoreApplication::processEvents();
    QCOMPARE(count("/content"), 1);
}

void TestContentsPane::emptyUntilAFileIsChosen()
{
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    QVERIFY(show(sentences(3), {}));
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::None);
    m_pane->clear();
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    QCOMPARE(model().rowCount(), 0);
    QVERIFY(m_pane->findChild<QLabel *>(u"contentsTitle"_s)->text().isEmpty());
}

QTEST_MAIN(TestContentsPane)
#include "tst_contentspane.moc"
