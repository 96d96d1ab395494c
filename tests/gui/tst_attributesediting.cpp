// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes edited in their grid, by keyboard and mouse: cell by cell, filled down, pasted, from CSV and back.
#include "gui/support/attributespanetest.h"

#include <QClipboard>
#include <QLabel>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestAttributesEditing : public AttributesPaneTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { closeConsole(); }
    void init() { m_pane = openPane<AttributesPane>(); }
    void cleanup() { closePane(); }

    void typedCellByCell();
    void whatCannotBeTakenStaysInTheEditor();
    void filledDownClearedAndUndone();
    void copiedAndPasted();
    void aBooleanTakesSpaceAndTheMouse();
    void typesAreChanged();
    void keysAreMadeRenamedAndRemoved();
    void fromAndToCsv();
    void aTableThatDoesNotFitIsSaid();
};

void TestAttributesEditing::typedCellByCell()
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

void TestAttributesEditing::whatCannotBeTakenStaysInTheEditor()
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

void TestAttributesEditing::filledDownClearedAndUndone()
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

void TestAttributesEditing::copiedAndPasted()
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

void TestAttributesEditing::aBooleanTakesSpaceAndTheMouse()
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

void TestAttributesEditing::typesAreChanged()
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

void TestAttributesEditing::keysAreMadeRenamedAndRemoved()
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

void TestAttributesEditing::fromAndToCsv()
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

void TestAttributesEditing::aTableThatDoesNotFitIsSaid()
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

QTEST_MAIN(TestAttributesEditing)
#include "tst_attributesediting.moc"
