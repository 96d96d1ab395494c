// SPDX-License-Identifier: GPL-3.0-or-later
// Anything by its name, from the keyboard alone, before real servers.
#include "gui/support/storespagetest.h"

#include "ui/actions/actioncollection.h"
#include "ui/palette/palettemodel.h"
#include "ui/palette/paletteview.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QListView>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestPalette : public StoresPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup()
    {
        closeConsole();
        m_other.reset();
    }

    void twoKeysReachAPage();
    void actionsAreFoundAndDone();
    void actionsOfOtherPagesGoThereFirst();
    void anObjectIsFoundByNameIdAndMetadata();
    void aFileInAStoreIsShownInItsStore();
    void changesAreFoundAtOnce();
    void anUnknownIdIsAskedForWhenItIsChosen();
    void anIdThatIsNotThereSaysSo();
    void whatHasNoWayByItsIdSaysSo();
    void aServiceThatFailsIsSaid();
    void anObjectOfAnotherProfileOpensThatProfile();
    void theKeyboardStaysUntilItGoesBack();
    void whatWasGoneToComesFirst();
    void worksWithoutAProfile();
    void lateResultsLeaveTheChosenRowAlone();
    void enterWaitsForWhatIsTyped();

private:
    PaletteView *openPalette()
    {
        m_console->press(u"Ctrl+K"_s);
        return m_console->await<PaletteView>(u"palette"_s);
    }
    QLineEdit *edit() const { return m_console->find<QLineEdit>(u"paletteEdit"_s); }
    QListView *list() const { return m_console->find<QListView>(u"paletteList"_s); }
    QString status() const { return m_console->find<TextLabel>(u"paletteStatus"_s)->text(); }
    bool isOpen() const { return m_console->find<PaletteView>(u"palette"_s); }
    QString rowText(int row) const
    {
        return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }
    void type(const QString &text)
    {
        edit()->selectAll();
        QTest::keyClick(edit(), Qt::Key_Delete);
        QTest::keyClicks(edit(), text);
    }
    /// As from the clipboard.
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        edit()->selectAll();
        QTest::keySequence(edit(), QKeySequence::Paste);
    }
    void enter() { QTest::keyClick(edit(), Qt::Key_Return); }
    /// What was typed has this as its best answer.
    bool awaitFirst(const QString &title)
    {
        return eventually([&] { return !titles().isEmpty() && titles().first() == title; });
    }
    QString pageName() { return m_console->page()->objectName(); }
    bool filesAreRead()
    {
        m_console->window().showPage(u"files"_s);
        const auto isRead = [this] { return m_console->page()->list()->loadState() == LoadState::Ready; };
        if (!eventually(isRead))
            return false;
        m_console->page()->refresh(); // what was made at the server since the profile was opened
        return eventually(isRead);
    }
    int asked(const QString &target) const { return m_proxy->count("GET", target.toUtf8()); }

    std::unique_ptr<ServerProcess> m_other;
};

void TestPalette::twoKeysReachAPage()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    QTest::keyClicks(edit(), u"b"_s);
    enter();
    ODC_EVENTUALLY(pageName() == u"batchesPage"_s);
    QVERIFY(!isOpen());
    QVERIFY(m_console->page()->isAncestorOf(QApplication::focusWidget()));
    // The same from the menu.
    QVERIFY(m_console->action(u"go.find"_s)->isEnabled());
    m_console->action(u"go.find"_s)->trigger();
    QVERIFY(m_console->await<PaletteView>(u"palette"_s));
    QTest::keyClicks(edit(), u"e"_s);
    enter();
    ODC_EVENTUALLY(pageName() == u"evalsPage"_s);
}

void TestPalette::actionsAreFoundAndDone()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    type(u">keybsh"_s);
    QVERIFY(awaitFirst(u"Keyboard shortcuts"_s));
    // With the menu it is in, and its key.
    QVERIFY2(rowText(0).contains(u"Help"_s) && rowText(0).contains(u"F1"_s), qPrintable(rowText(0)));
    enter();
    auto *dialog = m_console->await<QDialog>(u"shortcutsDialog"_s);
    QVERIFY(dialog);
    QVERIFY(!isOpen());
    dialog->close();
    // What cannot be done is not offered: nothing is selected that could be deleted.
    QVERIFY(!m_console->action(u"files.delete"_s)->isEnabled());
    QVERIFY(openPalette());
    type(u">delete"_s);
    ODC_EVENTUALLY(!status().isEmpty());
    QVERIFY(!titles().contains(u"Delete…"_s));
    // What stands in two menus is offered once.
    type(u">clean up"_s);
    QVERIFY(awaitFirst(u"Clean up…"_s));
    QCOMPARE(titles().filter(u"Clean up…"_s).size(), 1);
    // By the words that people have for it, which are shown then.
    for (const auto &[typed, title] : {std::pair(u">orphans"_s, u"Clean up…"_s), std::pair(u">settings"_s, u"Preferences…"_s),
                                       std::pair(u">audit"_s, u"Change log…"_s)}) {
        type(typed);
        QVERIFY2(awaitFirst(title), qPrintable(typed + u": "_s + titles().join(u", "_s) + u" / "_s + status()));
        QVERIFY2(rowText(0).contains(typed.mid(1)), qPrintable(rowText(0)));
    }
    // Objects alone: no action is among them.
    const QString id = upload(u"keyboard-layouts.txt"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("id").contains(id));
    QVERIFY(openPalette());
    type(u"@keyboard"_s);
    QVERIFY(awaitFirst(u"keyboard-layouts.txt"_s));
    QCOMPARE(titles().size(), 1);
}

void TestPalette::actionsOfOtherPagesGoThereFirst()
{
    QVERIFY(openServer());
    m_console->window().showPage(u"evals"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    type(u">evals new"_s);
    QVERIFY(awaitFirst(u"Evals: New eval…"_s));
    enter();
    QVERIFY(m_console->await<QDialog>(u"newEvalDialog"_s));
    QCOMPARE(pageName(), u"evalsPage"_s);
}

void TestPalette::anObjectIsFoundByNameIdAndMetadata()
{
    QVERIFY(openServer());
    const QString fileId = upload(u"tickets-november.jsonl"_s);
    QVERIFY(!fileId.isEmpty());
    const QString storeId =
        makeStore(u"Kundendienst Größe"_s, {}, {{u"metadata"_s, QJsonObject{{u"team"_s, u"cx7"_s}}}});
    QVERIFY(!storeId.isEmpty());
    QVERIFY(showStores());
    QVERIFY(filesAreRead());
    // By some letters of its name, whatever their case.
    QVERIFY(openPalette());
    type(u"TICKNOV"_s);
    QVERIFY(awaitFirst(u"tickets-november.jsonl"_s));
    QCOMPARE(titles().size(), 1);
    enter();
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{fileId});
    QVERIFY(!isOpen());
    // In another area, with the letters this keyboard has.
    QVERIFY(openPalette());
    type(u"grosse"_s);
    QVERIFY(awaitFirst(u"Kundendienst Größe"_s));
    enter();
    ODC_EVENTUALLY(pageName() == u"storesPage"_s &&
                   tree()->currentIndex().data().toString() == u"Kundendienst Größe"_s);
    // By its id, and by the end of it as one remembers it.
    QVERIFY(openPalette());
    paste(fileId);
    QVERIFY(awaitFirst(u"tickets-november.jsonl"_s));
    type(fileId.right(8));
    QVERIFY(awaitFirst(u"tickets-november.jsonl"_s));
    enter();
    ODC_EVENTUALLY(pageName() == u"filesPage"_s && m_console->pane()->selectedIds() == QStringList{fileId});
    // By its metadata.
    QVERIFY(openPalette());
    type(u"team=cx7"_s);
    QVERIFY(awaitFirst(u"Kundendienst Größe"_s));
    enter();
    ODC_EVENTUALLY(pageName() == u"storesPage"_s);
    // All of that was known: no object was asked for by its id.
    QCOMPARE(asked(u"/files/"_s + fileId), 0);
}

void TestPalette::aFileInAStoreIsShownInItsStore()
{
    QVERIFY(openServer());
    const QString fileId = upload(u"handbook.txt"_s);
    const QString storeId = makeStore(u"one"_s, {fileId});
    QVERIFY(!storeId.isEmpty());
    QVERIFY(filesAreRead());
    QVERIFY(showStores());
    QVERIFY(open(u"one"_s, u"handbook.txt"_s)); // its files are seen
    tree()->collapseAll();
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    type(u"@store handbook"_s);
    ODC_EVENTUALLY(!titles().isEmpty() && rowText(0).contains(u"file in a store"_s));
    enter();
    ODC_EVENTUALLY(pageName() == u"storesPage"_s && tree()->currentIndex().parent().isValid() &&
                   tree()->currentIndex().data().toString() == u"handbook.txt"_s);
}

void TestPalette::changesAreFoundAtOnce()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    type(u"freshly made"_s);
    ODC_EVENTUALLY(status().contains(u"Nothing has that"_s));
    QTest::keyClick(edit(), Qt::Key_Escape);
    const QString id = upload(u"freshly-made.txt"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("id").contains(id));
    QVERIFY(openPalette());
    type(u"freshly made"_s);
    QVERIFY(awaitFirst(u"freshly-made.txt"_s));
    QTest::keyClick(edit(), Qt::Key_Escape);
    QCOMPARE(ask("DELETE", "/files/" + id.toUtf8()).status, 200);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(!m_console->column("id").contains(id));
    QVERIFY(openPalette());
    type(u"freshly made"_s);
    ODC_EVENTUALLY(status().contains(u"Nothing has that"_s));
}

void TestPalette::anUnknownIdIsAskedForWhenItIsChosen()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    const QString storeId = makeStore(u"made elsewhere"_s, {});
    const QString fileId = upload(u"made-elsewhere.txt"_s);
    QVERIFY(showStores());
    m_console->window().showPage(u"files"_s);
    m_proxy->clearSeen();
    QVERIFY(openPalette());
    // As it comes out of a log.
    paste(u"\"%1\","_s.arg(fileId));
    ODC_EVENTUALLY(!titles().isEmpty() && titles().first().contains(fileId));
    QVERIFY(rowText(0).contains(u"Go to file"_s));
    QCOMPARE(m_proxy->seen().size(), 0); // typing asks for nothing
    enter();
    ODC_EVENTUALLY(!isOpen());
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{fileId});
    QCOMPARE(asked(u"/files/"_s + fileId), 1);
    // Of an id that is not whole what is there comes before what would be asked for.
    QVERIFY(openPalette());
    paste(fileId.chopped(3));
    ODC_EVENTUALLY(titles().contains(u"made-elsewhere.txt"_s));
    QCOMPARE(titles().first(), u"made-elsewhere.txt"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    // A store whose list was read before it was there.
    const QString later = makeStore(u"later still"_s, {});
    QVERIFY(openPalette());
    paste(later);
    ODC_EVENTUALLY(!titles().isEmpty() && titles().first().contains(later));
    enter();
    ODC_EVENTUALLY(pageName() == u"storesPage"_s &&
                   tree()->currentIndex().data().toString() == u"later still"_s);
    QVERIFY(!storeId.isEmpty());
}

void TestPalette::anIdThatIsNotThereSaysSo()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    paste(u"batch_nowhere123"_s);
    ODC_EVENTUALLY(!titles().isEmpty() && titles().first().contains(u"batch_nowhere123"_s));
    enter();
    ODC_EVENTUALLY(status().contains(u"There is no batch with the id batch_nowhere123"_s));
    QVERIFY(isOpen());
    // The sentence is there to its end.
    const auto *said = m_console->find<QLabel>(u"paletteStatus"_s);
    ODC_EVENTUALLY(said->width() >= said->fontMetrics().horizontalAdvance(said->text()));
    QCOMPARE(asked(u"/batches/batch_nowhere123"_s), 1);
    // An id that does not say what it is of: everything is tried, in turn.
    paste(u"0c9b2f4e7d8a4c1e9f3b"_s);
    ODC_EVENTUALLY(!titles().isEmpty() && titles().first().contains(u"0c9b2f4e7d8a4c1e9f3b"_s));
    enter();
    ODC_EVENTUALLY(status().contains(u"No file, batch, vector store or fine-tuning job"_s));
    for (const QString &path : {u"/files/"_s, u"/batches/"_s, u"/vector_stores/"_s, u"/fine_tuning/jobs/"_s})
        QCOMPARE(asked(path + u"0c9b2f4e7d8a4c1e9f3b"_s), 1);
    // Whatever is typed next, the sentence goes.
    type(u"b"_s);
    ODC_EVENTUALLY(!status().contains(u"0c9b2f4e7d8a4c1e9f3b"_s));
}

void TestPalette::whatHasNoWayByItsIdSaysSo()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    m_proxy->clearSeen();
    QVERIFY(openPalette());
    for (const QString &id : {u"evalrun_nowhere1"_s, u"ftckpt_nowhere1"_s, u"vsfb_nowhere1"_s,
                              u"upload_nowhere1"_s, u"outputitem_nowhere1"_s}) {
        paste(id);
        ODC_EVENTUALLY(!titles().isEmpty() && titles().first() == id);
        enter();
        ODC_EVENTUALLY(!status().isEmpty() && rowText(0).contains(status()));
        QVERIFY(isOpen());
    }
    QCOMPARE(m_proxy->seen().size(), 0);
}

void TestPalette::aServiceThatFailsIsSaid()
{
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    m_proxy->add("GET", "/vector_stores/vs_refused1",
                 Fault::apiError(403, u"permission_error"_s, u"missing_scope"_s));
    QVERIFY(openPalette());
    paste(u"vs_refused1"_s);
    ODC_EVENTUALLY(!titles().isEmpty() && titles().first().contains(u"vs_refused1"_s));
    enter();
    ODC_EVENTUALLY(!status().isEmpty() && !status().contains(u"result"_s) && !status().contains(u"Asking"_s));
    QVERIFY2(!status().contains(u"There is no"_s), qPrintable(status()));
    // It was that once: the next time it is found out that there is none.
    enter();
    ODC_EVENTUALLY(status().contains(u"There is no vector store"_s));
}

void TestPalette::anObjectOfAnotherProfileOpensThatProfile()
{
    m_other = std::make_unique<ServerProcess>();
    QVERIFY(m_other->start({u"--seed"_s, u"none"_s}));
    const QString fileId = postForm(m_other->url(), "/v1/files",
                                    {{"purpose", "user_data", {}}, {"file", "x", "only-at-work.txt"}})
                               .json()[u"id"_s]
                               .toString();
    QVERIFY(!fileId.isEmpty());
    const QString work = m_console->addProfile(u"Work"_s, m_other->url(), u"sk-test"_s);
    QVERIFY(m_console->open(work)); // its files are seen, and kept
    QVERIFY(openServer());
    QVERIFY(filesAreRead());
    QVERIFY(openPalette());
    type(u"onlywork"_s);
    QVERIFY(awaitFirst(u"only-at-work.txt"_s));
    QVERIFY2(rowText(0).contains(u"Work"_s), qPrintable(rowText(0)));
    m_proxy->clearSeen();
    enter();
    ODC_EVENTUALLY(m_console->window().windowTitle().contains(u"Work"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->pane()->selectedIds() == QStringList{fileId});
    // The other server was not asked for what is not its.
    QCOMPARE(asked(u"/files/"_s + fileId), 0);
    // Here it is one of the open profile, and not marked.
    QVERIFY(openPalette());
    type(u"onlywork"_s);
    QVERIFY(awaitFirst(u"only-at-work.txt"_s));
    ODC_EVENTUALLY(titles().size() == 1);
    QVERIFY(!rowText(0).contains(u"Work"_s));
}

void TestPalette::theKeyboardStaysUntilItGoesBack()
{
    QVERIFY(openServer());
    const QString fileId = upload(u"notes.txt"_s);
    QVERIFY(filesAreRead());
    ODC_EVENTUALLY(m_console->column("id").contains(fileId));
    // From a field, which keeps what is in it: there the key means another thing to it.
    auto *filter = m_console->find<FilterEdit>(u"filesFilter"_s);
    m_console->press(QKeySequence(QKeySequence::Find));
    QTest::keyClicks(filter, u"notes"_s);
    filter->setCursorPosition(0);
    QVERIFY(openPalette());
    QCOMPARE(filter->text(), u"notes"_s);
    QVERIFY(edit()->hasFocus());
    QVERIFY(!edit()->accessibleName().isEmpty());
    QVERIFY(!list()->accessibleName().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Tab);
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Backtab);
    QVERIFY(edit()->hasFocus());
    // The list follows the arrows, round its ends, and says where it is.
    ODC_EVENTUALLY(list()->model()->rowCount() > 3);
    const int last = list()->model()->rowCount() - 1;
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(edit(), Qt::Key_Up);
    QCOMPARE(list()->currentIndex().row(), last);
    QTest::keyClick(edit(), Qt::Key_Down);
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(edit()->accessibleDescription(), rowText(1));
    QTest::keyClick(edit(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list()->currentIndex().row(), last);
    QTest::keyClick(edit(), Qt::Key_PageUp);
    QVERIFY(list()->currentIndex().row() < last);
    // The id is copied, and the palette stays.
    type(u"notes.txt"_s);
    QVERIFY(awaitFirst(u"notes.txt"_s));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), fileId);
    QVERIFY(isOpen());
    // Opened again while it is open, it takes the next text.
    m_console->press(QKeySequence(u"Ctrl+K"_s), edit());
    QCOMPARE(edit()->selectedText(), u"notes.txt"_s);
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(filter->hasFocus());
    // A press elsewhere closes it as well, and does what it does there.
    QVERIFY(openPalette());
    Console::click(filter);
    ODC_EVENTUALLY(!isOpen());
    QVERIFY(filter->hasFocus());
}

void TestPalette::whatWasGoneToComesFirst()
{
    QVERIFY(openServer());
    const QString fileId = upload(u"often-used.txt"_s);
    QVERIFY(!fileId.isEmpty());
    QVERIFY(filesAreRead());
    ODC_EVENTUALLY(m_console->column("id").contains(fileId));
    QVERIFY(openPalette());
    ODC_EVENTUALLY(titles().contains(u"Batches"_s)); // where one can go at all
    QVERIFY(!titles().contains(u"often-used.txt"_s));
    type(u"often"_s);
    QVERIFY(awaitFirst(u"often-used.txt"_s));
    enter();
    ODC_EVENTUALLY(!isOpen());
    QVERIFY(openPalette());
    QVERIFY(awaitFirst(u"often-used.txt"_s));
    type(u"Vector stores"_s);
    QVERIFY(awaitFirst(u"Vector stores"_s));
    enter();
    ODC_EVENTUALLY(pageName() == u"storesPage"_s);
    QVERIFY(openPalette());
    ODC_EVENTUALLY(titles().size() > 2 && titles().at(0) == u"Vector stores"_s &&
                   titles().at(1) == u"often-used.txt"_s);
    QCOMPARE(titles().count(u"Vector stores"_s), 1);
    // Only ids are remembered, no names.
    const QString kept = m_console->services().settings().text(Setting::RecentObjects,
                                                               m_console->context().scope(u"palette"_s));
    QVERIFY(kept.contains(fileId));
    QVERIFY(!kept.contains(u"often-used"_s));
}

void TestPalette::worksWithoutAProfile()
{
    QVERIFY(openPalette());
    type(u">about"_s);
    ODC_EVENTUALLY(titles().contains(u"About"_s));
    // There is nobody to ask.
    paste(u"file-abc123"_s);
    ODC_EVENTUALLY(status().contains(u"Nothing has that"_s));
    QTest::keyClick(edit(), Qt::Key_Escape);
    // A profile that is opened while it is shown takes it away: its objects are others.
    QVERIFY(openPalette());
    QVERIFY(openServer());
    QVERIFY(!isOpen());
}

namespace {

PaletteRow objectRow(const QString &id)
{
    PaletteRow row;
    row.key.id = id;
    row.title = id;
    return row;
}

} // namespace

void TestPalette::lateResultsLeaveTheChosenRowAlone()
{
    QWidget window;
    window.resize(900, 700);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    PaletteView view(m_theme, &window);
    view.openUp();
    auto *field = view.findChild<QLineEdit *>(u"paletteEdit"_s);
    view.setRows({objectRow(u"a"_s), objectRow(u"b"_s), objectRow(u"c"_s)}, {});
    QCOMPARE(view.current()->key.id, u"a"_s);
    // Nobody has moved: the best is the one.
    view.setRows({objectRow(u"z"_s), objectRow(u"a"_s), objectRow(u"b"_s), objectRow(u"c"_s)}, {});
    QCOMPARE(view.current()->key.id, u"z"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(view.current()->key.id, u"b"_s);
    view.setRows({objectRow(u"y"_s), objectRow(u"z"_s), objectRow(u"x"_s), objectRow(u"b"_s)}, {});
    QCOMPARE(view.current()->key.id, u"b"_s);
    // It is gone: the next one in its place.
    view.setRows({objectRow(u"y"_s), objectRow(u"z"_s)}, {});
    QCOMPARE(view.current()->key.id, u"z"_s);
    // Typing begins anew.
    QTest::keyClicks(field, u"q"_s);
    view.setRows({objectRow(u"y"_s), objectRow(u"z"_s)}, {});
    QCOMPARE(view.current()->key.id, u"y"_s);
    view.setRows({}, {});
    QVERIFY(!view.current());
}

void TestPalette::enterWaitsForWhatIsTyped()
{
    QWidget window;
    window.resize(900, 700);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    PaletteView view(m_theme, &window);
    view.openUp();
    auto *field = view.findChild<QLineEdit *>(u"paletteEdit"_s);
    QStringList chosen;
    connect(&view, &PaletteView::chosen, this, [&](const PaletteRow &row) { chosen << row.key.id; });
    connect(&view, &PaletteView::textChanged, &view, &PaletteView::setWaiting);
    QTest::keyClicks(field, u"old"_s);
    view.setRows({objectRow(u"old"_s)}, {});
    QTest::keyClicks(field, u"er"_s);
    QTest::keyClick(field, Qt::Key_Return); // faster than the search
    QCOMPARE(chosen, QStringList());
    view.setRows({objectRow(u"older"_s)}, {});
    QCOMPARE(chosen, QStringList{u"older"_s});
    // Once only, and not for a text that was typed on.
    view.setRows({objectRow(u"older"_s)}, {});
    QTest::keyClicks(field, u"x"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(field, u"y"_s);
    view.setRows({objectRow(u"olderxy"_s)}, {});
    QCOMPARE(chosen, QStringList{u"older"_s});
    // What cannot be done says why, and is not chosen.
    PaletteRow note = objectRow(u"no"_s);
    note.reason = u"That is not so."_s;
    view.setRows({note}, {});
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen, QStringList{u"older"_s});
    QCOMPARE(view.findChild<TextLabel *>(u"paletteStatus"_s)->text(), u"That is not so."_s);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
