// SPDX-License-Identifier: GPL-3.0-or-later
// The attributes grid against the local server, by keyboard and mouse: edited, reviewed, sent, and what
// others did meanwhile.
#include "gui/support/storepanetest.h"

#include "lists/attributesmodel.h"
#include "ui/pages/stores/attributespane.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using Stage = AttributesModel::Stage;

class TestAttributesPane : public StorePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { closeConsole(); }
    void init() { m_pane = openPane<AttributesPane>(); }
    void cleanup() { closePane(); }

    void filesAndTheirAttributes();
    void typedCellByCell();
    void whatCannotBeTakenStaysInTheEditor();
    void reviewedAndSent();
    void leftOutStaysStaged();
    void filledDownClearedAndUndone();
    void copiedAndPasted();
    void aBooleanTakesSpaceAndTheMouse();
    void typesAreChanged();
    void keysAreMadeRenamedAndRemoved();
    void fromAndToCsv();
    void aTableThatDoesNotFitIsSaid();
    void whatOthersChangedIsNotOverwritten();
    void aFailureIsReportedAndTriedAgain();
    void anotherStoreKeepsWhatIsStaged();
    void discardedWithAWayBack();
    void keysOfASyncComeLast();
    void filtered();
    void manyKeysAreScrolledAndTheNameStays();
    void readOnlySaysWhy();
    void statesOfTheList();

private:
    AttributesModel &model() { return *m_pane->model(); }
    CellGrid *grid() { return m_pane->grid(); }
    MessageBar *messages() { return m_pane->findChild<MessageBar *>(); }
    QAction *action(const QString &name) { return m_pane->findChild<QAction *>(name); }
    bool show(const VectorStore &store)
    {
        m_store = store;
        m_pane->setStore(store);
        activate();
        grid()->setFocus();
        return eventually([this] {
            if (model().loadState() != LoadState::Ready || model().refreshedAt() == 0)
                return false;
            for (int row = 0; row < model().rowCount(); ++row) { // names come one by one
                if (m_names->nameOf(model().rowId(row)).isEmpty())
                    return false;
            }
            QStringList shown; // and are sorted by after that
            for (int row = 0; row < grid()->model()->rowCount(); ++row)
                shown << grid()->model()->index(row, AttributesModel::Name).data().toString();
            return std::is_sorted(shown.cbegin(), shown.cend());
        });
    }
    /// The three files most tests are about: rows in the order of their names.
    bool showThree()
    {
        return show(storeOf(u"kb"_s, {{"a.txt", "alpha", {{u"lang"_s, u"de"_s}, {u"year"_s, 2020}}},
                                      {"b.txt", "beta", {{u"lang"_s, u"en"_s}, {u"draft"_s, true}}},
                                      {"c.txt", "gamma", {}}})) &&
               eventually([this] { // sorted by name, once all have theirs
                   const QAbstractItemModel *rows = grid()->model();
                   return rows->rowCount() == 3 && rows->index(0, 0).data() == u"a.txt"_s &&
                          rows->index(1, 0).data() == u"b.txt"_s && rows->index(2, 0).data() == u"c.txt"_s;
               });
    }
    QModelIndex cell(int row, const QString &key)
    {
        return grid()->model()->index(row, model().keyColumn(key));
    }
    QString shown(int row, const QString &key) { return cell(row, key).data().toString(); }
    Stage stage(int row, const QString &key)
    {
        return Stage(cell(row, key).data(AttributeStageRole).toInt());
    }
    void go(int row, const QString &key)
    {
        grid()->setFocus();
        grid()->clearSelection(); // modifiers of the last key would add to it
        grid()->setCurrentIndex(cell(row, key));
    }
    void select(int fromRow, int toRow, const QString &key)
    {
        go(fromRow, key);
        for (int row = fromRow; row < toRow; ++row)
            QTest::keyClick(grid(), Qt::Key_Down, Qt::ShiftModifier);
    }
    QLineEdit *editor() { return m_console->find<QLineEdit>(u"attributeEditor"_s); }
    /// Types into the cell with the cursor and presses Enter.
    void type(const QString &text)
    {
        QTest::keyClick(grid(), Qt::Key_F2);
        QLineEdit *edit = editor();
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        enter();
    }
    /// Enter in the editor, which the editor itself sees first.
    void enter()
    {
        QTest::keyClick(editor(), Qt::Key_Return);
        ODC_EVENTUALLY(!editor());
    }
    bool openReview()
    {
        Console::click(m_pane->findChild<QPushButton *>(u"attributesReview"_s));
        return m_console->await<QDialog>(u"reviewDialog"_s);
    }
    bool sendReviewed()
    {
        const bool clicked = m_console->click(u"reviewSend"_s);
        return clicked && eventually([this] { return !m_console->find<QDialog>(u"reviewDialog"_s); });
    }
    bool isSent(int left = 0)
    {
        return eventually([&] { return model().changeCount() == left && m_pane->runningWork().isEmpty(); });
    }

    AttributesPane *m_pane = nullptr;
    VectorStore m_store;
};

void TestAttributesPane::filesAndTheirAttributes()
{
    QVERIFY(showThree());
    QCOMPARE(grid()->model()->index(0, AttributesModel::Name).data().toString(), u"a.txt"_s);
    QCOMPARE(shown(0, u"lang"_s), u"de"_s);
    QCOMPARE(shown(0, u"year"_s), u"2020"_s);
    QCOMPARE(shown(1, u"draft"_s), u"true"_s);
    QCOMPARE(shown(2, u"lang"_s), QString());
    QVERIFY(m_pane->unsavedWork().isEmpty());
    QVERIFY(!m_pane->findChild<QPushButton *>(u"attributesReview"_s)->isEnabled());
    QVERIFY(m_pane->ownActions().contains(action(u"attributes.fillDown"_s)));
}

void TestAttributesPane::typedCellByCell()
{
    QVERIFY(showThree());
    go(0, u"lang"_s);
    // A letter begins the edit; Enter goes on below.
    QTest::keyClicks(grid(), u"f"_s);
    QVERIFY(editor());
    QTest::keyClicks(editor(), u"r"_s);
    enter();
    QCOMPARE(shown(0, u"lang"_s), u"fr"_s);
    QCOMPARE(grid()->currentIndex().row(), 1);
    QTest::keyClicks(grid(), u"i"_s);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(shown(1, u"lang"_s), u"en"_s);
    go(2, u"year"_s);
    type(u"1999"_s);
    QCOMPARE(cell(2, u"year"_s).data(AttributeTypeRole).toInt(), int(AttributeValue::Type::Number));
    QCOMPARE(stage(0, u"lang"_s), Stage::Edited);
    QCOMPARE(stage(2, u"year"_s), Stage::Added);
    QVERIFY(m_pane->unsavedWork().contains(u'2'));
    QVERIFY(m_pane->findChild<QPushButton *>(u"attributesReview"_s)->text().contains(u"(2)"_s));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)).value(u"lang"_s).toString(), u"de"_s); // nothing is sent
    // With the mouse.
    grid()->scrollTo(cell(1, u"lang"_s));
    const QPoint place = grid()->visualRect(cell(1, u"lang"_s)).center();
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QTest::mouseDClick(grid()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QVERIFY(editor());
    editor()->selectAll();
    QTest::keyClicks(editor(), u"es"_s);
    grid()->setFocus(); // leaving keeps what was typed
    QCOMPARE(shown(1, u"lang"_s), u"es"_s);
}

void TestAttributesPane::whatCannotBeTakenStaysInTheEditor()
{
    QVERIFY(showThree());
    go(0, u"year"_s);
    QTest::keyClick(grid(), Qt::Key_F2);
    editor()->selectAll();
    QTest::keyClicks(editor(), u"later"_s);
    QVERIFY(editor()->accessibleDescription().contains(u"later"_s));
    QTest::keyClick(editor(), Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(editor()); // still open
    QTest::keyClick(editor(), Qt::Key_Backspace, Qt::ControlModifier);
    QTest::keyClicks(editor(), u"2021"_s);
    QVERIFY(editor()->accessibleDescription().isEmpty());
    enter();
    QCOMPARE(shown(0, u"year"_s), u"2021"_s);
    // Left with the focus, the cell is as it was, and that is said.
    go(0, u"year"_s);
    QTest::keyClick(grid(), Qt::Key_F2);
    editor()->selectAll();
    QTest::keyClicks(editor(), u"x"_s);
    grid()->setFocus();
    QCOMPARE(shown(0, u"year"_s), u"2021"_s);
    QVERIFY(messages()->isShowing());
    QVERIFY(messages()->message().text.contains(u"number"_s));
}

void TestAttributesPane::reviewedAndSent()
{
    QVERIFY(showThree());
    QSignalSpy changed(m_pane, &AttributesPane::attributesChanged);
    go(0, u"lang"_s);
    type(u"fr"_s);
    go(0, u"year"_s);
    type(u""_s);
    go(2, u"draft"_s);
    type(u"false"_s);
    QVERIFY(openReview());
    auto *table = m_console->find<QTableView>(u"reviewTable"_s);
    QCOMPARE(table->model()->rowCount(), 3);
    QStringList rows;
    for (int row = 0; row < 3; ++row) {
        QStringList cells;
        for (int column = 0; column < 4; ++column)
            cells << table->model()->index(row, column).data().toString();
        rows << cells.join(u'|');
    }
    rows.sort();
    QCOMPARE(rows, QStringList({u"a.txt|lang|de|fr"_s, u"a.txt|year|2020|–"_s, u"c.txt|draft|–|false"_s}));
    QVERIFY(m_console->find<QLabel>(u"reviewCounts"_s)->text().contains(u"2 file"_s));
    QVERIFY(sendReviewed());
    QVERIFY(isSent());
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)), (QJsonObject{{u"lang"_s, u"fr"_s}}));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(2)), (QJsonObject{{u"draft"_s, false}}));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(1)), (QJsonObject{{u"lang"_s, u"en"_s}, {u"draft"_s, true}}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), m_store.id);
    QCOMPARE(changed.at(0).at(1).value<QList<StoreFile>>().size(), 2);
    QVERIFY(m_pane->unsavedWork().isEmpty());
    QVERIFY(!action(u"attributes.undo"_s)->isEnabled());
    QVERIFY(m_console->find<QWidget>(u"bulkStrip"_s)); // how it went can be read
}

void TestAttributesPane::leftOutStaysStaged()
{
    QVERIFY(showThree());
    go(0, u"lang"_s);
    type(u"fr"_s);
    go(1, u"lang"_s);
    type(u"it"_s);
    QVERIFY(openReview());
    auto *table = m_console->find<QTableView>(u"reviewTable"_s);
    m_console->click(u"reviewNone"_s);
    QVERIFY(!m_console->find<QPushButton>(u"reviewSend"_s)->isEnabled());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(sendReviewed());
    QVERIFY(isSent(1));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)).value(u"lang"_s).toString(), u"de"_s);
    QCOMPARE(attributesOf(m_store, m_fileIds.at(1)).value(u"lang"_s).toString(), u"it"_s);
    QCOMPARE(stage(0, u"lang"_s), Stage::Edited);
}

void TestAttributesPane::filledDownClearedAndUndone()
{
    QVERIFY(showThree());
    select(0, 2, u"lang"_s);
    QTest::keyClick(grid(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(1, u"lang"_s), u"de"_s);
    QCOMPARE(shown(2, u"lang"_s), u"de"_s);
    QCOMPARE(model().changeCount(), 2);
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(model().changeCount(), 0);
    QTest::keyClick(grid(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(shown(2, u"lang"_s), u"de"_s);
    QTest::keyClick(grid(), Qt::Key_Delete);
    QCOMPARE(shown(0, u"lang"_s), QString());
    QCOMPARE(stage(0, u"lang"_s), Stage::Removed);
    QCOMPARE(stage(2, u"lang"_s), Stage::Unchanged); // it never had one
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_pane->unsavedWork().isEmpty());
}

void TestAttributesPane::copiedAndPasted()
{
    QVERIFY(showThree());
    select(0, 1, u"lang"_s);
    QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"de\nen"_s);
    // A block from a spreadsheet, wider and higher than there is room: what fits is taken, the rest is said.
    QGuiApplication::clipboard()->setText(u"pl\t1\r\ncs\t2\r\nsk\t3\r\nhu\t4\r\n"_s);
    go(1, u"lang"_s);
    QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown(1, u"lang"_s), u"pl"_s);
    QCOMPARE(shown(2, u"lang"_s), u"cs"_s);
    QVERIFY(messages()->isShowing());
    QVERIFY(messages()->message().text.contains(u"2 row"_s));
    // One value goes into everything that is selected.
    QGuiApplication::clipboard()->setText(u"nl"_s);
    select(0, 2, u"lang"_s);
    QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(shown(row, u"lang"_s), u"nl"_s);
    QVERIFY(!messages()->isShowing());
    // Onto a file's name nothing is pasted.
    grid()->setCurrentIndex(grid()->model()->index(0, AttributesModel::Name));
    QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(messages()->message().text.contains(u"no attributes"_s));
}

void TestAttributesPane::aBooleanTakesSpaceAndTheMouse()
{
    QVERIFY(showThree());
    go(1, u"draft"_s);
    QTest::keyClick(grid(), Qt::Key_Space);
    QCOMPARE(shown(1, u"draft"_s), u"false"_s);
    grid()->scrollTo(cell(1, u"draft"_s));
    const QPoint place = grid()->visualRect(cell(1, u"draft"_s)).center();
    QTest::mouseClick(grid()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QTest::mouseDClick(grid()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    auto *choice = m_console->find<QComboBox>(u"attributeEditor"_s);
    QVERIFY(choice);
    QCOMPARE(choice->currentText(), u"false"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down); // nothing
    QTest::keyClick(choice, Qt::Key_Return);
    ODC_EVENTUALLY(!m_console->find<QComboBox>(u"attributeEditor"_s));
    QCOMPARE(stage(1, u"draft"_s), Stage::Removed);
}

void TestAttributesPane::typesAreChanged()
{
    QVERIFY(showThree());
    go(0, u"year"_s);
    action(u"attributes.toText"_s)->trigger();
    QCOMPARE(shown(0, u"year"_s), u"\"2020\""_s); // a text that looks like a number has its quotes
    action(u"attributes.toBoolean"_s)->trigger();
    QVERIFY(messages()->message().text.contains(u"2020"_s));
    QVERIFY(openReview());
    QVERIFY(sendReviewed());
    QVERIFY(isSent());
    QVERIFY(attributesOf(m_store, m_fileIds.at(0)).value(u"year"_s).isString());
}

void TestAttributesPane::keysAreMadeRenamedAndRemoved()
{
    QVERIFY(showThree());
    action(u"attributes.newKey"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"keyEdit"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"lang"_s);
    QVERIFY(!m_console->find<QPushButton>(u"keyConfirm"_s)->isEnabled());
    QVERIFY(!m_console->find<QLabel>(u"keyProblem"_s)->text().isEmpty());
    edit->selectAll();
    QTest::keyClicks(edit, u"owner"_s);
    QVERIFY(m_console->click(u"keyConfirm"_s));
    ODC_EVENTUALLY(model().keyColumn(u"owner"_s) >= 0 && !m_console->find<QDialog>(u"keyDialog"_s));
    activate();
    QVERIFY(!grid()->isColumnHidden(model().keyColumn(u"owner"_s)));
    QCOMPARE(grid()->currentIndex().column(), model().keyColumn(u"owner"_s)); // ready to be typed into
    type(u"ann"_s);
    go(0, u"lang"_s);
    action(u"attributes.renameKey"_s)->trigger();
    edit = m_console->await<QLineEdit>(u"keyEdit"_s);
    QCOMPARE(edit->text(), u"lang"_s);
    edit->selectAll();
    QTest::keyClicks(edit, u"language"_s);
    QVERIFY(m_console->click(u"keyConfirm"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"keyDialog"_s));
    activate();
    go(1, u"draft"_s);
    action(u"attributes.removeKey"_s)->trigger();
    QVERIFY(openReview());
    QVERIFY(sendReviewed());
    QVERIFY(isSent());
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)),
             (QJsonObject{{u"language"_s, u"de"_s}, {u"year"_s, 2020}, {u"owner"_s, u"ann"_s}}));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(1)), (QJsonObject{{u"language"_s, u"en"_s}}));
    QVERIFY(grid()->isColumnHidden(model().keyColumn(u"lang"_s))); // nobody has it any more
    QVERIFY(grid()->isColumnHidden(model().keyColumn(u"draft"_s)));
}

void TestAttributesPane::fromAndToCsv()
{
    QVERIFY(showThree());
    const QString out = m_home.filePath(u"out.csv"_s);
    action(u"attributes.export"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"exportAttributesDialog"_s, out));
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().kind == Message::Kind::Ok);
    const QByteArray written = odc::test::readFile(out);
    QVERIFY(written.startsWith("file,"));
    QVERIFY(written.contains("a.txt,"));
    const QString in = writeFile(m_home.filePath(u"in.csv"_s), "file;lang;topic\r\na.txt;pt;\"a;b\"\r\n" +
                                                                   m_fileIds.at(2).toUtf8() + ";;x\r\n");
    activate();
    action(u"attributes.import"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"importAttributesDialog"_s, in));
    ODC_EVENTUALLY(model().changeCount() == 3);
    QCOMPARE(shown(0, u"lang"_s), u"pt"_s);
    QCOMPARE(shown(0, u"topic"_s), u"a;b"_s);
    QCOMPARE(shown(2, u"topic"_s), u"x"_s);
    QCOMPARE(shown(1, u"lang"_s), u"en"_s); // not in the table
    model().discard();
    // What was written says what the files have already.
    activate();
    action(u"attributes.import"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"importAttributesDialog"_s, out));
    ODC_EVENTUALLY(messages()->message().text.contains(u"already"_s));
    QCOMPARE(model().changeCount(), 0);
}

void TestAttributesPane::aTableThatDoesNotFitIsSaid()
{
    QVERIFY(show(
        storeOf(u"kb"_s, {{"same.txt", "one", {}}, {"same.txt", "two", {}}, {"other.txt", "three", {}}})));
    ODC_EVENTUALLY(!m_names->nameOf(m_fileIds.at(1)).isEmpty() &&
                   !m_names->nameOf(m_fileIds.at(2)).isEmpty());
    const QString in = writeFile(m_home.filePath(u"bad.csv"_s),
                                 "file,lang\nsame.txt,de\nnobody.txt,de\nother.txt,en\nother.txt,fr\n");
    action(u"attributes.import"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"importAttributesDialog"_s, in));
    ODC_EVENTUALLY(messages()->isShowing());
    QCOMPARE(model().changeCount(), 1); // the first row of other.txt
    const QString details = messages()->message().details;
    QVERIFY(details.contains(u"line 2"_s) && details.contains(u"same.txt"_s));
    QVERIFY(details.contains(u"line 3"_s) && details.contains(u"nobody.txt"_s));
    QVERIFY(details.contains(u"line 5"_s));
    const QString latin = writeFile(m_home.filePath(u"latin.csv"_s), "file,name\nother.txt,M\xfcller\n");
    activate();
    action(u"attributes.import"_s)->trigger();
    QVERIFY(m_console->chooseFile(u"importAttributesDialog"_s, latin));
    ODC_EVENTUALLY(messages()->message().text.contains(u"UTF-8"_s));
}

void TestAttributesPane::whatOthersChangedIsNotOverwritten()
{
    QVERIFY(showThree());
    go(0, u"lang"_s);
    type(u"fr"_s);
    go(0, u"year"_s);
    type(u"2022"_s);
    QVERIFY(openReview());
    // Between the review and the sending somebody else is faster, and adds something of their own.
    setAttributes(m_store, m_fileIds.at(0), {{u"lang"_s, u"es"_s}, {u"year"_s, 2020}, {u"theirs"_s, true}});
    QVERIFY(sendReviewed());
    QVERIFY(isSent(1));
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)),
             (QJsonObject{{u"lang"_s, u"es"_s}, {u"year"_s, 2022}, {u"theirs"_s, true}}));
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().key == u"conflict"_s);
    QVERIFY(cell(0, u"lang"_s).data(AttributeConflictRole).toBool());
    QCOMPARE(shown(0, u"theirs"_s), u"true"_s);
    // Reviewed again it is not checked by itself.
    QVERIFY(openReview());
    QVERIFY(!m_console->find<QPushButton>(u"reviewSend"_s)->isEnabled());
    auto *table = m_console->find<QTableView>(u"reviewTable"_s);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"es"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(sendReviewed());
    QVERIFY(isSent());
    QCOMPARE(attributesOf(m_store, m_fileIds.at(0)),
             (QJsonObject{{u"lang"_s, u"fr"_s}, {u"year"_s, 2022}, {u"theirs"_s, true}}));
}

void TestAttributesPane::aFailureIsReportedAndTriedAgain()
{
    QVERIFY(showThree());
    select(0, 2, u"lang"_s);
    QGuiApplication::clipboard()->setText(u"nl"_s);
    QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
    m_proxy->add("POST", m_fileIds.at(1).toUtf8(),
                 Fault::apiError(400, u"invalid_request_error"_s, u"refused"_s));
    QVERIFY(openReview());
    QVERIFY(sendReviewed());
    QVERIFY(isSent(1));
    QCOMPARE(stage(1, u"lang"_s), Stage::Edited);
    QVERIFY(m_console->click(u"retryFailed"_s));
    QVERIFY(isSent());
    for (const QString &id : std::as_const(m_fileIds))
        QCOMPARE(attributesOf(m_store, id).value(u"lang"_s).toString(), u"nl"_s);
}

void TestAttributesPane::anotherStoreKeepsWhatIsStaged()
{
    const VectorStore other = storeOf(u"other"_s, {{"z.txt", "omega", {{u"kind"_s, u"x"_s}}}});
    QVERIFY(showThree());
    const VectorStore first = m_store;
    go(0, u"lang"_s);
    type(u"fr"_s);
    QVERIFY(show(other));
    QCOMPARE(model().changeCount(), 0);
    QVERIFY(m_pane->unsavedWork().contains(u'1'));
    QVERIFY(show(first));
    QCOMPARE(shown(0, u"lang"_s), u"fr"_s);
    m_pane->clear();
    QVERIFY(!m_pane->unsavedWork().isEmpty());
    QVERIFY(show(first));
    QCOMPARE(model().changeCount(), 1);
    // A store that is there no more takes what was staged for it along.
    m_pane->forgetOthers({first.id});
    QCOMPARE(model().changeCount(), 1);
    QVERIFY(show(other));
    m_pane->forgetOthers({other.id});
    QVERIFY(m_pane->unsavedWork().isEmpty());
    m_pane->forgetOthers({});
    QVERIFY(!m_pane->model());
}

void TestAttributesPane::discardedWithAWayBack()
{
    QVERIFY(showThree());
    go(0, u"lang"_s);
    type(u"fr"_s);
    Console::click(m_pane->findChild<QPushButton *>(u"attributesDiscard"_s));
    QCOMPARE(model().changeCount(), 0);
    QVERIFY(messages()->isShowing());
    grid()->setFocus();
    QTest::keyClick(grid(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown(0, u"lang"_s), u"fr"_s);
}

void TestAttributesPane::filtered()
{
    QVERIFY(showThree());
    auto *filter = m_pane->findChild<FilterEdit *>(u"attributesFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"lang=de year>2000"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(grid()->model()->rowCount(), 1);
    QVERIFY(grid()->hasFocus());
    filter->setFilter(u"lang=xx"_s);
    auto *overlay = grid()->findChild<StateOverlay *>();
    QCOMPARE(overlay->kind(), StateOverlay::Kind::Empty);
    Console::click(overlay->actionButton());
    QCOMPARE(grid()->model()->rowCount(), 3);
    filter->setFilter(u"unknown:x"_s);
    QVERIFY(!filter->problem().isEmpty());
}

void TestAttributesPane::manyKeysAreScrolledAndTheNameStays()
{
    QJsonObject many;
    for (int i = 0; i < 16; ++i)
        many.insert(u"key%1"_s.arg(i, 2, 10, QChar(u'0')), i);
    QVERIFY(show(storeOf(u"wide"_s, {{"a.txt", "alpha", many}, {"b.txt", "beta", {}}})));
    grid()->setFocus();
    grid()->setCurrentIndex(cell(0, u"key15"_s));
    QVERIFY(grid()->horizontalScrollBar()->value() > 0);
    QVERIFY(grid()->frozen()->isVisible());
    QCOMPARE(grid()->frozen()->indexAt({10, 10}).data().toString(), u"a.txt"_s);
    // Going back, no cell is left below the column that stays.
    grid()->setCurrentIndex(cell(0, u"key00"_s));
    QVERIFY(grid()->visualRect(cell(0, u"key00"_s)).left() >= grid()->columnWidth(AttributesModel::Name));
    // A click on the name selects there, and the keys go on in the grid.
    QTest::mouseClick(grid()->frozen()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      grid()->frozen()->visualRect(grid()->model()->index(1, 0)).center());
    QCOMPARE(grid()->currentIndex().row(), 1);
    QVERIFY(grid()->hasFocus());
}

void TestAttributesPane::keysOfASyncComeLast()
{
    QVERIFY(
        show(storeOf(u"synced"_s, {{"a.txt", "alpha", {{u"odc_path"_s, u"a.txt"_s}, {u"year"_s, 2020}}}})));
    ODC_EVENTUALLY(model().keyColumn(u"odc_path"_s) >= 0 && model().keyColumn(u"year"_s) >= 0);
    const QHeaderView *header = grid()->horizontalHeader();
    ODC_EVENTUALLY(header->visualIndex(model().keyColumn(u"odc_path"_s)) >
                   header->visualIndex(model().keyColumn(u"year"_s)));
}

void TestAttributesPane::readOnlySaysWhy()
{
    const VectorStore store = storeOf(u"kb"_s, {{"a.txt", "alpha", {{u"lang"_s, u"de"_s}}}});
    closePane();
    const QString usual = m_profile;
    m_profile = m_console->addProfile(u"careful"_s, m_proxy->url(), u"sk-test"_s,
                                      [](Profile &profile) { profile.readOnly = true; });
    QVERIFY(m_console->open(m_profile));
    m_pane = openPane<AttributesPane>();
    QVERIFY(show(store));
    QVERIFY(messages()->isShowing());
    QVERIFY(messages()->message().text.contains(u"read-only"_s));
    go(0, u"lang"_s);
    QTest::keyClick(grid(), Qt::Key_F2);
    QVERIFY(!editor());
    QTest::keyClick(grid(), Qt::Key_Delete);
    QCOMPARE(model().changeCount(), 0);
    QVERIFY(!action(u"attributes.import"_s)->isEnabled());
    QVERIFY(!action(u"attributes.newKey"_s)->isEnabled());
    QVERIFY(action(u"attributes.export"_s)->isEnabled());
    closePane();
    m_profile = usual;
    QVERIFY(m_console->open(m_profile));
    m_pane = openPane<AttributesPane>();
}

void TestAttributesPane::statesOfTheList()
{
    auto *overlay = grid()->findChild<StateOverlay *>();
    QCOMPARE(overlay->kind(), StateOverlay::Kind::Empty); // no store
    QVERIFY(show(storeOf(u"empty"_s, {})));
    QCOMPARE(overlay->kind(), StateOverlay::Kind::Empty);
    QVERIFY(overlay->state().sentence.contains(u"no files"_s));
    const VectorStore store = storeOf(u"kb"_s, {{"a.txt", "alpha", {{u"lang"_s, u"de"_s}}}});
    m_proxy->add("GET", store.id.toUtf8() + "/files",
                 Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s));
    m_pane->setStore(store);
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Error);
    Console::click(overlay->actionButton());
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::None && model().rowCount() == 1);
    // With rows on the screen a failure does not hide them.
    m_proxy->add("GET", store.id.toUtf8() + "/files",
                 Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s));
    m_pane->refresh();
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().key == u"load"_s);
    QCOMPARE(overlay->kind(), StateOverlay::Kind::None);
    send("DELETE", storePath(store.id.toUtf8()));
    VectorStore gone = store;
    gone.id = u"vs_gone"_s;
    m_pane->setStore(gone);
    ODC_EVENTUALLY(overlay->kind() == StateOverlay::Kind::Error);
    QVERIFY(overlay->state().sentence.contains(u"gone"_s));
}

QTEST_MAIN(TestAttributesPane)
#include "tst_attributespane.moc"
