// SPDX-License-Identifier: GPL-3.0-or-later
// Help > Operations: what it says of each operation is so in the window, and going there does nothing else.
#include "gui/support/filespagetest.h"

#include "api/operationtable.h"
#include "app/embeddedserver.h"
#include "app/profileopener.h"
#include "localserver/localserver.h"
#include "lists/rowmodelbase.h"
#include "ui/pages/areapage.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/treeview.h"

#include <QMenu>
#include <QTabBar>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestOperationsDialog : public FilesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void everyPlaceIsInTheWindow();
    void allAreListedWithTheirShortcuts();
    void aFilterFindsAndEnterPointsAtIt();
    void whatIsInATabOfTheDetailsIsBroughtToTheFront_data();
    void whatIsInATabOfTheDetailsIsBroughtToTheFront();
    void whatHasNoPlaceLeadsNowhere();

private:
    TreeView *openDialog();
    /// All rows below the areas, as text of the cells.
    static QList<QStringList> rows(const QAbstractItemModel &model);
};

TreeView *TestOperationsDialog::openDialog()
{
    if (!m_console->chooseFromMenu(u"helpMenu"_s, u"help.operations"_s))
        return nullptr;
    return m_console->await<TreeView>(u"operationsTree"_s);
}

QList<QStringList> TestOperationsDialog::rows(const QAbstractItemModel &model)
{
    QList<QStringList> all;
    for (int area = 0; area < model.rowCount(); ++area) {
        const QModelIndex above = model.index(area, 0);
        for (int row = 0; row < model.rowCount(above); ++row) {
            QStringList cells{above.data().toString()};
            for (int column = 0; column < model.columnCount(above); ++column)
                cells << model.index(row, column, above).data().toString();
            all << cells;
        }
    }
    return all;
}

void TestOperationsDialog::everyPlaceIsInTheWindow()
{
    QSet<QString> pages;
    for (const PageInfo &page : pageList())
        pages.insert(page.id);
    for (const ApiOperation &operation : apiOperations()) {
        if (!operation.isOffered())
            continue;
        QVERIFY2(pages.contains(operation.pageId), operation.name.constData());
        m_console->window().showPage(operation.pageId);
        if (operation.action.isEmpty())
            continue;
        const QAction *action = m_console->action(operation.action);
        QVERIFY2(action, qPrintable(operation.action));
        // Where it is said to be in the Object menu, it is there.
        if (QByteArrayView(operation.place).isEmpty()) {
            QVERIFY2(m_console->page()->objectActions().contains(const_cast<QAction *>(action)),
                     qPrintable(operation.action));
        }
    }
}

void TestOperationsDialog::allAreListedWithTheirShortcuts()
{
    TreeView *tree = openDialog();
    QVERIFY(tree);
    const auto all = [tree] { return rows(*tree->model()); };
    QCOMPARE(all().size(), apiOperations().size());
    const auto line = [&](const QString &name) {
        for (const QStringList &cells : all()) {
            if (cells.at(4) == name)
                return cells;
        }
        return QStringList();
    };
    for (const ApiOperation &operation : apiOperations()) {
        const QStringList cells = line(QString::fromLatin1(operation.name));
        QVERIFY2(!cells.isEmpty(), operation.name.constData());
        QCOMPARE(cells.at(1), operation.titleText());
        QVERIFY(!cells.at(2).isEmpty());
    }
    // Pages are made one after the other: the shortcut comes with its page.
    ODC_EVENTUALLY(line(u"files.create"_s).at(3) ==
                   m_console->action(u"files.upload"_s)->shortcut().toString(QKeySequence::NativeText));
    ODC_EVENTUALLY(line(u"vector_stores.update"_s).at(3) == u"F2"_s);
    QVERIFY(line(u"files.delete"_s).at(2).startsWith(u"Files › Object menu › Delete"_s));
}

void TestOperationsDialog::aFilterFindsAndEnterPointsAtIt()
{
    QVERIFY(put("there.jsonl", "evals", "{}\n"));
    QVERIFY(m_console->select({u"there.jsonl"_s}));
    m_console->window().showPage(u"batches"_s);
    TreeView *tree = openDialog();
    QVERIFY(tree);
    m_console->localServer()->clearRequestLog();
    auto *filter = m_console->find<FilterEdit>(u"operationsFilter"_s);
    QTest::keyClicks(filter, u"delete a file"_s);
    ODC_EVENTUALLY(rows(*tree->model()).size() == 1);
    QCOMPARE(rows(*tree->model()).first().at(4), u"files.delete"_s);
    // Words that stand apart, in any order, also that of the area.
    filter->selectAll();
    QTest::keyClicks(filter, u"output eval"_s);
    ODC_EVENTUALLY(rows(*tree->model()).size() == 2);
    for (const QStringList &row : rows(*tree->model()))
        QVERIFY2(row.join(u' ').contains(u"output"_s, Qt::CaseInsensitive), qPrintable(row.join(u' ')));
    // A name of the API that several contain: the one that has it and no more comes first.
    filter->selectAll();
    QTest::keyClicks(filter, u"files.delete"_s);
    ODC_EVENTUALLY(rows(*tree->model()).first().at(4) == "files.delete"_L1);
    QVERIFY(rows(*tree->model()).size() > 1);
    QTest::keyClick(filter, Qt::Key_Return);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"operationsDialog"_s));
    QCOMPARE(m_console->page()->objectName(), u"filesPage"_s);
    auto *menu = m_console->window().findChild<QMenu *>(u"objectMenu"_s);
    ODC_EVENTUALLY(menu->isVisible());
    QCOMPARE(menu->activeAction(), m_console->action(u"files.delete"_s));
    QTest::keyClick(menu, Qt::Key_Escape);
    // It was pointed at, and that is all.
    QVERIFY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(count("DELETE", "/files"), 0);
    QVERIFY(m_console->column("name").contains(u"there.jsonl"_s));
}

void TestOperationsDialog::whatIsInATabOfTheDetailsIsBroughtToTheFront_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("action");
    QTest::newRow("search") << u"vector_stores.search"_s << u"stores"_s << u"Search lab"_s << u"lab.run"_s;
    QTest::newRow("checkpoints") << u"jobs.checkpoints.list"_s << u"finetuning"_s << u"Checkpoints"_s << u"checkpoints.refresh"_s;
    QTest::newRow("permissions") << u"permissions.list"_s << u"finetuning"_s << u"Permissions"_s << u"permissions.refresh"_s;
}

void TestOperationsDialog::whatIsInATabOfTheDetailsIsBroughtToTheFront()
{
    QFETCH(QString, operation);
    QFETCH(QString, page);
    m_console->window().showPage(u"files"_s);
    QFETCH(QString, tab);
    QFETCH(QString, action);
    QVERIFY(m_console->addSampleData());
    TreeView *tree = openDialog(); // from another page: the list of that one was not read yet
    QVERIFY(tree);
    auto *filter = m_console->find<FilterEdit>(u"operationsFilter"_s);
    QTest::keyClicks(filter, operation);
    ODC_EVENTUALLY(rows(*tree->model()).first().at(4).endsWith(operation));
    QTest::keyClick(filter, Qt::Key_Return);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"operationsDialog"_s));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->objectName().startsWith(page));
    // The tab of the first object, and the menu in the menu, with the action in it.
    auto *tabs = m_console->page()->findChild<QTabBar *>(u"detailsTabs"_s);
    ODC_EVENTUALLY(tabs->isVisible() && tabs->tabText(tabs->currentIndex()) == tab);
    auto *menu = m_console->window().findChild<QMenu *>(u"objectMenu"_s);
    ODC_EVENTUALLY(menu->isVisible() && menu->activeAction() && menu->activeAction()->menu());
    QMenu *inner = menu->activeAction()->menu();
    ODC_EVENTUALLY(inner->isVisible() && inner->activeAction() == m_console->action(action));
    inner->close();
    menu->close();
}

void TestOperationsDialog::whatHasNoPlaceLeadsNowhere()
{
    TreeView *tree = openDialog();
    QVERIFY(tree);
    auto *filter = m_console->find<FilterEdit>(u"operationsFilter"_s);
    QTest::keyClicks(filter, u"graders.validate"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    ODC_EVENTUALLY(rows(*tree->model()).size() == 1);
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    QVERIFY(!m_console->find<QPushButton>(u"goToOperation"_s)->isEnabled());
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(m_console->find<QDialog>(u"operationsDialog"_s));
    m_console->find<QDialog>(u"operationsDialog"_s)->close();
}

QTEST_MAIN(TestOperationsDialog)
#include "tst_operationsdialog.moc"
