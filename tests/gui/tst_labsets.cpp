// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of queries in the search lab: what is expected is marked, a set is run, exported, edited.
#include "gui/support/searchlabtest.h"

#include "stores/querysets.h"
#include "ui/pages/stores/labcard.h"
#include "ui/pages/stores/labhits.h"
#include "ui/pages/stores/labquerybar.h"
#include "ui/pages/stores/labsetpanel.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QSpinBox>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestLabSets : public SearchLabTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openBench(); }
    void cleanup() { closeBench(); }

    void markingWhatIsExpected();
    void aSetIsRunAndExported();
    void aRunOfASetIsStopped();
    void theSampleSetIsOfferedForItsStoreOnly();
    void setsAreRenamedAndDeleted();
    void queriesOfASetAreEditedAndRemoved();
};

void TestLabSets::markingWhatIsExpected()
{
    QVERIFY(open());
    QVERIFY(m_bench->search(damaged));
    QListView *list = m_bench->hits(u"A"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_bench->card(u"A"_s)->isCurrentExpected());
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u", expected, "_s));
    const QuerySet set = m_bench->pane().panel()->currentSet();
    QCOMPARE(
        set.queries,
        (QList<SetQuery>{{damaged,
                          {{m_bench->store().files.value(u"returns-policy.md"_s), u"returns-policy.md"_s}},
                          {}}}));
    // Another search of the same words knows it, and so does the next start.
    QVERIFY(m_bench->search(u"invoice"_s));
    QVERIFY(!m_bench->card(u"A"_s)->isCurrentExpected());
    m_bench->openPane();
    QCOMPARE(m_bench->pane().panel()->currentSet(), set);
    QVERIFY(m_bench->search(damaged));
    QVERIFY(m_bench->card(u"A"_s)->model().isExpected(0));
    // And back, with the mouse.
    list = m_bench->hits(u"A"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    m_bench->action(u"lab.expected"_s)->trigger();
    QVERIFY(!m_bench->card(u"A"_s)->model().isExpected(0));
    QVERIFY(m_bench->pane().panel()->currentSet().queries.first().expected.isEmpty());
}

void TestLabSets::aSetIsRunAndExported()
{
    QVERIFY(open());
    QVERIFY(addPlainSetting());
    QVERIFY(m_bench->importSet());
    LabSetPanel *panel = m_bench->pane().panel();
    const int count = int(SmallStore::queries().queries.size());
    QCOMPARE(panel->table()->model()->rowCount(), count);
    QVERIFY(!m_bench->action(u"lab.exportResultsJson"_s)->isEnabled()); // nothing to export yet
    QVERIFY(m_bench->console().click(u"labRunSet"_s));
    QVERIFY(m_bench->idle());
    QCOMPARE(searches(), 2 * count);
    QCOMPARE(panel->means()->model()->rowCount(), 2);
    const SearchResults::Summary summary = panel->results().summary(0, panel->k());
    QCOMPARE(summary.mean.queries, count - 1); // one expects nothing
    const QStringList means = LabBench::rowTexts(panel->means(), 0);
    QVERIFY(means.contains(QLocale().toString(summary.mean.recall, 'f', 2)));
    const QStringList row = LabBench::rowTexts(panel->table(), 0);
    QCOMPARE(row.value(0), damaged);
    QVERIFY2(row.value(2).startsWith(u"rank 1 · "_s), qPrintable(row.join(u'|')));

    // A row shows what was found for it.
    const int before = searches();
    panel->table()->setFocus();
    QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {},
                      panel->table()->visualRect(panel->table()->model()->index(3, 0)).center());
    QCOMPARE(m_bench->child<LabQueryEdit>(u"labQuery"_s)->toPlainText(), u"change my password"_s);
    QCOMPARE(m_bench->found(u"A"_s).value(0), u"account.txt"_s);
    QCOMPARE(m_bench->found(u"B"_s).value(0), u"account.txt"_s);
    QVERIFY(m_bench->card(u"A"_s)->model().isExpected(0));
    QCOMPARE(searches(), before);

    // Another k is another figure, without asking again.
    m_bench->child<QSpinBox>(u"labK"_s)->setValue(1);
    QCOMPARE(panel->results().summary(0, 1).mean.recall, panel->results().summary(0, panel->k()).mean.recall);
    QVERIFY(panel->means()->model()->headerData(1, Qt::Horizontal).toString() == u"recall@1"_s);
    QCOMPARE(searches(), before);

    QTemporaryDir folder;
    m_bench->action(u"lab.exportResultsJson"_s)->trigger();
    const QString path = folder.filePath(u"results.json"_s);
    QVERIFY(m_bench->console().chooseFile(u"labExportDialog"_s, path));
    ODC_EVENTUALLY(QFile::exists(path));
    const QJsonObject json = QJsonDocument::fromJson(readFile(path)).object();
    QCOMPARE(json.value(u"k"_s), QJsonValue(1));
    QCOMPARE(json.value(u"settings"_s)[0][u"mean"_s][u"recall"_s].toDouble(),
             panel->results().summary(0, 1).mean.recall);
    QCOMPARE(json.value(u"queries"_s).toArray().size(), count);
    ODC_EVENTUALLY(!m_bench->console().find<QDialog>(u"labExportDialog"_s));
    m_bench->action(u"lab.exportResultsCsv"_s)->trigger();
    const QString csv = folder.filePath(u"results.csv"_s);
    QVERIFY(m_bench->console().chooseFile(u"labExportDialog"_s, csv));
    ODC_EVENTUALLY(readFile(csv).startsWith("query,setting,state,"));
    m_bench->action(u"lab.exportSet"_s)->trigger();
    const QString setCsv = folder.filePath(u"set.csv"_s);
    QVERIFY(m_bench->console().chooseFile(u"labExportSetDialog"_s, setCsv));
    ODC_EVENTUALLY(QFile::exists(setCsv));
    ODC_EVENTUALLY(readFile(setCsv) == SmallStore::queries().toCsv());
}

void TestLabSets::aRunOfASetIsStopped()
{
    QVERIFY(open());
    QVERIFY(m_bench->importSet());
    m_bench->proxy().add("POST", "/search", Fault::stall(), 1000);
    QVERIFY(m_bench->console().click(u"labRunSet"_s));
    auto *strip = m_bench->child<ProgressStrip>(u"labProgress"_s);
    QVERIFY(strip);
    QVERIFY(!m_bench->pane().runningWork().isEmpty());
    QVERIFY(!m_bench->child<QPushButton>(u"labRunSet"_s)->isEnabled());
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(m_bench->pane().isIdle());
    QVERIFY(!strip->isVisible());
    QVERIFY(m_bench->pane().runningWork().isEmpty());
    QVERIFY(m_bench->child<QPushButton>(u"labRunSet"_s)->isEnabled());
    m_bench->proxy().clearFaults();
    // So is a single search, by the button that began it.
    m_bench->proxy().add("POST", "/search", Fault::stall(), 1000);
    auto *edit = m_bench->child<LabQueryEdit>(u"labQuery"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"days"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!m_bench->pane().isIdle());
    QVERIFY(m_bench->console().click(u"labRun"_s));
    QVERIFY(m_bench->pane().isIdle());
    QCOMPARE(LabBench::stateOver(m_bench->hits(u"A"_s)), u"Not searched yet"_s);
}

void TestLabSets::theSampleSetIsOfferedForItsStoreOnly()
{
    QVERIFY(open(u"support-kb"_s));
    QVERIFY(m_bench->action(u"lab.sampleSet"_s)->isVisible());
    QVERIFY(m_bench->search(damaged));
    const QStringList found = m_bench->found(u"A"_s);
    QVERIFY(!found.isEmpty());
    TableView *table = m_bench->pane().panel()->table();
    QTest::mouseClick(table->findChild<StateOverlay *>()->secondButton(), Qt::LeftButton);
    // The query and what was found for it stay until a query of the set is chosen.
    QCOMPARE(m_bench->child<LabQueryEdit>(u"labQuery"_s)->toPlainText(), damaged);
    QCOMPARE(m_bench->found(u"A"_s), found);
    QCOMPARE(m_bench->pane().panel()->currentSet().queries, sampleQuerySet().queries);
    m_bench->pane().setStore(VectorStore::fromJson({{u"id"_s, u"vs_other"_s}, {u"name"_s, u"other"_s}}));
    QVERIFY(!m_bench->action(u"lab.sampleSet"_s)->isVisible());
}

void TestLabSets::setsAreRenamedAndDeleted()
{
    QVERIFY(open());
    QVERIFY(m_bench->importSet());
    m_bench->action(u"lab.newSet"_s)->trigger();
    auto *name = m_bench->console().await<QLineEdit>(u"labName"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"shop"_s);
    QVERIFY(!m_bench->console().find<QPushButton>(u"labNameAccept"_s)->isEnabled()); // taken
    QTest::keyClicks(name, u" two"_s);
    QTest::keyClick(name, Qt::Key_Return);
    ODC_EVENTUALLY(m_bench->pane().panel()->currentName() == u"shop two"_s);
    m_bench->action(u"lab.renameSet"_s)->trigger();
    name = m_bench->console().await<QLineEdit>(u"labName"_s);
    QVERIFY(name);
    name->selectAll();
    QTest::keyClicks(name, u"alpha"_s);
    QTest::keyClick(name, Qt::Key_Return);
    ODC_EVENTUALLY(m_bench->pane().panel()->currentName() == u"alpha"_s);
    m_bench->action(u"lab.deleteSet"_s)->trigger();
    auto *dialog = m_bench->console().await<QDialog>(u"labDeleteSetDialog"_s);
    QVERIFY(dialog);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Delete set"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    ODC_EVENTUALLY(m_bench->pane().panel()->currentName() == u"shop"_s);
    QCOMPARE(m_bench->child<QComboBox>(u"labSets"_s)->count(), 1);
}

void TestLabSets::queriesOfASetAreEditedAndRemoved()
{
    QVERIFY(open());
    QVERIFY(m_bench->importSet());
    TableView *table = m_bench->pane().panel()->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(4, 0)); // "pay by invoice"
    m_bench->action(u"lab.editQuery"_s)->trigger();
    auto *expected = m_bench->console().await<QPlainTextEdit>(u"labQueryExpected"_s);
    QVERIFY(expected);
    QCOMPARE(expected->toPlainText(), u"payment.md"_s);
    expected->appendPlainText(u"file-abc\nterms.md"_s);
    QVERIFY(m_bench->console().click(u"labQueryApply"_s));
    ODC_EVENTUALLY(m_bench->pane().panel()->currentSet().queries.at(4).expected.size() == 3);
    QCOMPARE(m_bench->pane().panel()->currentSet().queries.at(4).expected,
             (QList<ExpectedFile>{{{}, u"payment.md"_s}, {u"file-abc"_s, {}}, {{}, u"terms.md"_s}}));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(4, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(m_bench->pane().panel()->currentSet().indexOf(u"pay by invoice"_s), -1);
}

QTEST_MAIN(TestLabSets)
#include "tst_labsets.moc"
