// SPDX-License-Identifier: GPL-3.0-or-later
// The attributes grid against the local server: reviewed, sent, what others did meanwhile, and how its list stands.
#include "gui/support/attributespanetest.h"

#include "ui/widgets/filteredit.h"
#include "ui/widgets/stateoverlay.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestAttributesPane : public AttributesPaneTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { openConsole(); }
    void cleanupTestCase() { closeConsole(); }
    void init() { m_pane = openPane<AttributesPane>(); }
    void cleanup() { closePane(); }

    void filesAndTheirAttributes();
    void reviewedAndSent();
    void leftOutStaysStaged();
    void whatOthersChangedIsNotOverwritten();
    void aFailureIsReportedAndTriedAgain();
    void anotherStoreKeepsWhatIsStaged();
    void discardedWithAWayBack();
    void keysOfASyncComeLast();
    void filtered();
    void manyKeysAreScrolledAndTheNameStays();
    void readOnlySaysWhy();
    void statesOfTheList();
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
