// SPDX-License-Identifier: GPL-3.0-or-later
// The Vector stores page before a real server: what a person sees of stores and files, and what happens when
// they are deleted, taken out, read again.
#include "gui/support/storespagetest.h"

#include "lists/storetreemodel.h"
#include "settings/settings.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/stores/storetreepane.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestStoresPage : public StoresPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void isTheFourthPage();
    void anEmptyAreaOffersAStart();
    void whatTheFilterHidIsSelectedAgain();
    void aClickOnATabTakesTheKeyboardIntoIt();
    void anAreaThatIsNotThereIsSaid();
    void aListThatFailsIsTriedAgain();
    void storesAndTheirFilesAreSeen();
    void theRestOfAStoreIsReadWhereItEnds();
    void failuresAreVisibleAtEveryLevel();
    void failuresAreListedWithTheirReasons();
    void detailsFollowTheSelection();
    void selectionSurvivesARefresh();
    void oneStoreAndOneFileAreReadAgain();
    void filesAreTakenOut();
    void filesAreDeletedWhereverTheyAre();
    void aStoreGoesWithTheRightFiles();
    void aStoreGoesAlone();
    void storesAndFilesGoTogether();
    void aBatchIsCancelled();
    void whatIsIndexedIsWatched();
    void pricesChangeTheCosts();
    void rowsAreCopiedAndExported();
    void aReadOnlyProfileChangesNothing();
    void filesOfTheFilesPageFindAStore();
    void dropsNameTheirStore();

private:
    void press(const QString &action) { m_console->action(action)->trigger(); }
    QString field(const QString &name) const
    {
        return m_console->page()
            ->findChild<QWidget *>(u"storeDetails"_s)
            ->findChild<FieldGrid *>()
            ->value(name);
    }
    int asked(const QString &method, const QString &path) const
    {
        return m_server->count(method, u"/v1"_s + path);
    }
};

void TestStoresPage::isTheFourthPage()
{
    QVERIFY(m_console->openLocal());
    m_console->press(u"Alt+4"_s);
    ODC_EVENTUALLY(m_console->page()->objectName() == u"storesPage"_s);
    QVERIFY(tree()->hasFocus());
}

void TestStoresPage::anEmptyAreaOffersAStart()
{
    QVERIFY(openServer());
    QVERIFY(showStores());
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Empty);
    QVERIFY(overlay()->actionButton()->isVisible());
    QTest::mouseClick(overlay()->actionButton(), Qt::LeftButton);
    QVERIFY(m_console->await<QDialog>(u"newStoreDialog"_s));
    m_console->find<QDialog>(u"newStoreDialog"_s)->reject();
}

void TestStoresPage::whatTheFilterHidIsSelectedAgain()
{
    QVERIFY(openServer());
    makeStore(u"contracts"_s, {});
    makeStore(u"manuals"_s, {});
    QVERIFY(showStores());
    QVERIFY(clickRow(u"contracts"_s));
    auto *filter = m_console->find<FilterEdit>(u"storesFilter"_s);
    QVERIFY(filter);
    filter->setFilter(u"manuals"_s);
    QVERIFY(!row(u"contracts"_s).isValid());
    filter->setFilter({});
    QVERIFY(tree()->selectionModel()->isRowSelected(row(u"contracts"_s).row(), {}));
}

void TestStoresPage::aClickOnATabTakesTheKeyboardIntoIt()
{
    QVERIFY(openServer());
    makeStore(u"contracts"_s, {upload(u"lease.md"_s)});
    QVERIFY(showStores());
    QVERIFY(clickRow(u"contracts"_s));
    auto *tabs = m_console->await<QTabBar>(u"detailsTabs"_s);
    QVERIFY(tabs);
    const int tab = tabOf(u"Attributes"_s);
    QVERIFY(tab > 0);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    auto *grid = m_console->await<QWidget>(u"attributesGrid"_s);
    QVERIFY(grid);
    ODC_EVENTUALLY(grid->hasFocus());
    m_console->press(QKeySequence(QKeySequence::Find));
    QVERIFY(m_console->find<FilterEdit>(u"attributesFilter"_s)->hasFocus()); // not the tree's
}

void TestStoresPage::anAreaThatIsNotThereIsSaid()
{
    QVERIFY(openServer());
    m_proxy->add({}, "/vector_stores", Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s), -1);
    QVERIFY(showStores());
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Unavailable);
    QVERIFY(!m_console->action(u"stores.new"_s)->isEnabled());
}

void TestStoresPage::aListThatFailsIsTriedAgain()
{
    QVERIFY(openServer());
    QVERIFY(!makeStore(u"kb"_s, {}).isEmpty());
    m_proxy->add({}, "/vector_stores", Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s), 1);
    QVERIFY(showStores());
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::Error);
    QTest::mouseClick(overlay()->actionButton(), Qt::LeftButton);
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
    QCOMPARE(overlay()->kind(), StateOverlay::Kind::None);
}

void TestStoresPage::storesAndTheirFilesAreSeen()
{
    QVERIFY(openServer());
    const QString one = upload(u"returns.md"_s);
    const QString two = upload(u"shipping.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {one, two}).isEmpty());
    QVERIFY(!makeStore(u"empty"_s, {}).isEmpty());
    QVERIFY(showStores());
    QCOMPARE(tree()->model()->rowCount(), 2);
    QCOMPARE(cell(u"kb"_s, StoreTreeModel::Files), u"2"_s);
    QCOMPARE(cell(u"kb"_s, StoreTreeModel::State), u"completed"_s);
    QVERIFY(open(u"kb"_s, u"returns.md"_s));
    QCOMPARE(tree()->model()->rowCount(row(u"kb"_s)), 2);
    QCOMPARE(cell(u"shipping.md"_s, StoreTreeModel::State), u"completed"_s);
    QVERIFY2(summary().contains(u"2"_s) && summary().contains(u"free"_s), qPrintable(summary()));
    QCOMPARE(m_console->page()->navigationCount(), 2);
}

void TestStoresPage::theRestOfAStoreIsReadWhereItEnds()
{
    QVERIFY(openServer());
    QStringList ids;
    for (int i = 0; i < 130; ++i)
        ids << upload(u"part-%1.txt"_s.arg(i));
    QVERIFY(!makeStore(u"kb"_s, ids).isEmpty());
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"… 30 more"_s));
    const QModelIndex more = row(u"… 30 more"_s);
    QCOMPARE(more.row(), 100); // the last
    QTest::keyClick(tree(), Qt::Key_End);
    ODC_EVENTUALLY(tree()->model()->rowCount(row(u"kb"_s)) == 130);
    QVERIFY(!row(u"… 30 more"_s).isValid());
    QVERIFY(tree()->isExpanded(row(u"kb"_s)));
}

void TestStoresPage::failuresAreVisibleAtEveryLevel()
{
    QVERIFY(openServer());
    const QString good = upload(u"good.md"_s);
    const QString bad = upload(u"scan.tiff"_s, QByteArray("II*\0\0\0", 6));
    QVERIFY(!makeStore(u"kb"_s, {good, bad}).isEmpty());
    QVERIFY(showStores());
    QCOMPARE(cell(u"kb"_s, StoreTreeModel::State), u"1 failed"_s); // though the store is completed
    QVERIFY(open(u"kb"_s, u"scan.tiff"_s));
    QCOMPARE(cell(u"scan.tiff"_s, StoreTreeModel::State), u"unsupported file"_s);
    QCOMPARE(row(u"scan.tiff"_s).siblingAtColumn(StoreTreeModel::State).data(ToneRole).toInt(),
             int(Tone::Failed));
    QVERIFY(!row(u"scan.tiff"_s)
                 .siblingAtColumn(StoreTreeModel::State)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .isEmpty());
    QVERIFY(clickRow(u"kb"_s));
    auto *warning = m_console->await<MessageBar>(u"storeWarning"_s);
    QVERIFY(warning && warning->isShowing());
    QVERIFY(clickRow(u"scan.tiff"_s));
    ODC_EVENTUALLY(field(u"state"_s) == u"unsupported file"_s);
    QVERIFY(!field(u"reason"_s).isEmpty());
}

void TestStoresPage::failuresAreListedWithTheirReasons()
{
    QVERIFY(openServer());
    const QString good = upload(u"good.md"_s);
    const QString bad = upload(u"scan.tiff"_s, QByteArray("II*\0\0\0", 6));
    const QString empty = upload(u"bad.docx"_s, "PK no document");
    QVERIFY(!makeStore(u"kb"_s, {good, bad, empty}).isEmpty());
    QVERIFY(showStores());
    QVERIFY(clickRow(u"kb"_s));
    press(u"stores.failures"_s);
    auto *rows = m_console->await<TableView>(u"storefailuresTable"_s);
    QVERIFY(rows);
    ODC_EVENTUALLY(rows->model()->rowCount() == 2);
    QStringList names;
    ODC_EVENTUALLY([&] {
        names.clear();
        for (int i = 0; i < 2; ++i)
            names << rows->model()->index(i, 0).data().toString();
        names.sort();
        return names == QStringList{u"bad.docx"_s, u"scan.tiff"_s};
    }());
    for (int i = 0; i < 2; ++i)
        QVERIFY(!rows->model()->index(i, 2).data().toString().isEmpty());
    auto *which = m_console->find<QComboBox>(u"failuresState"_s);
    which->setCurrentIndex(which->findData(u"completed"_s));
    ODC_EVENTUALLY(rows->model()->rowCount() == 1 &&
                   rows->model()->index(0, 0).data().toString() == u"good.md"_s);
    QVERIFY(!m_console->find<QPushButton>(u"retryFailures"_s)->isEnabled());
    // The page has the same keys for its own rows.
    rows->selectRow(0);
    m_console->press(QKeySequence(QKeySequence::Copy), rows);
    QCOMPARE(QGuiApplication::clipboard()->text(), good);
}

void TestStoresPage::detailsFollowTheSelection()
{
    QVERIFY(openServer());
    const QString id = upload(u"a.md"_s);
    const QString store =
        makeStore(u"kb"_s, {id},
                  {{u"description"_s, u"what we know"_s},
                   {u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}},
                   {u"expires_after"_s, QJsonObject{{u"anchor"_s, u"last_active_at"_s}, {u"days"_s, 2}}}});
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"a.md"_s));
    ODC_EVENTUALLY(field(u"description"_s) == u"what we know"_s);
    QCOMPARE(field(u"metadata"_s), u"team: cx"_s);
    QVERIFY2(cell(u"kb"_s, StoreTreeModel::State).startsWith(u"expires"_s),
             qPrintable(cell(u"kb"_s, StoreTreeModel::State)));
    QVERIFY(tabOf(u"Search lab"_s) > 0);
    QCOMPARE(tabOf(u"Contents"_s), -1); // of a file only
    QVERIFY(showTab(u"JSON"_s));
    QVERIFY(clickRow(u"a.md"_s));
    ODC_EVENTUALLY(tabOf(u"Contents"_s) > 0);
    QCOMPARE(tabOf(u"Failures"_s), -1);
    QCOMPARE(m_console->find<QTabBar>(u"detailsTabs"_s)->currentIndex(),
             tabOf(u"JSON"_s)); // as it was chosen
    QCOMPARE(field(u"store"_s), u"kb"_s);
    tree()->selectionModel()->clear();
    ODC_EVENTUALLY(!m_console->find<QTabBar>(u"detailsTabs"_s));
}

void TestStoresPage::selectionSurvivesARefresh()
{
    QVERIFY(openServer());
    const QString one = upload(u"a.md"_s);
    const QString two = upload(u"b.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {one, two}).isEmpty());
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"b.md"_s));
    QVERIFY(clickRow(u"b.md"_s));
    QVERIFY(!makeStore(u"other"_s, {}).isEmpty());
    QSignalSpy reset(tree()->model(), &QAbstractItemModel::modelReset);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"other"_s).isValid());
    QCOMPARE(reset.count(), 0);
    QVERIFY(tree()->isExpanded(row(u"kb"_s)));
    QCOMPARE(tree()->currentIndex().siblingAtColumn(0).data().toString(), u"b.md"_s);
    QVERIFY(tree()->selectionModel()->isSelected(row(u"b.md"_s)));
}

void TestStoresPage::oneStoreAndOneFileAreReadAgain()
{
    QVERIFY(openServer());
    const QString id = upload(u"a.md"_s);
    const QString store = makeStore(u"kb"_s, {id});
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"a.md"_s));
    const int lists = asked(u"GET"_s, u"/vector_stores"_s);
    QVERIFY(ask("POST", "/vector_stores/" + store.toUtf8(), {{u"name"_s, u"kb two"_s}}).status == 200);
    press(u"stores.readAgain"_s);
    ODC_EVENTUALLY(row(u"kb two"_s).isValid());
    QCOMPARE(asked(u"GET"_s, u"/vector_stores"_s), lists); // not the list
    QVERIFY(clickRow(u"a.md"_s));
    press(u"stores.readAgain"_s);
    ODC_EVENTUALLY(asked(u"GET"_s, u"/vector_stores/"_s + store + u"/files/"_s + id) == 1);
    QVERIFY(ask("DELETE", "/vector_stores/" + store.toUtf8() + "/files/" + id.toUtf8()).status == 200);
    press(u"stores.readAgain"_s);
    ODC_EVENTUALLY(!row(u"a.md"_s).isValid()); // the server has it no more
}

void TestStoresPage::filesAreTakenOut()
{
    QVERIFY(openServer());
    const QString one = upload(u"a.md"_s);
    const QString two = upload(u"b.md"_s);
    const QString store = makeStore(u"kb"_s, {one, two});
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"b.md"_s));
    QVERIFY(clickRow(u"b.md"_s));
    m_console->press(QKeySequence(u"Shift+Del"_s), tree());
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"b.md"_s).isValid());
    QCOMPARE(filesIn(store), QStringList{one});
    QVERIFY(hasFile(two)); // the file itself stays
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().kind == Message::Kind::Ok);
    ODC_EVENTUALLY(cell(u"kb"_s, StoreTreeModel::Files) == u"1"_s);
}

void TestStoresPage::filesAreDeletedWhereverTheyAre()
{
    QVERIFY(openServer());
    const QString id = upload(u"a.md"_s);
    m_console->window().showPage(u"files"_s);
    const RowModelBase *files = m_console->page()->list();
    m_console->page()->refresh();
    ODC_EVENTUALLY(files->rowOf(id) >= 0);
    QVERIFY(!makeStore(u"kb"_s, {id}).isEmpty());
    const QString other = makeStore(u"other"_s, {id});
    QVERIFY(showStores());
    QVERIFY(open(u"other"_s, u"a.md"_s));
    QVERIFY(clickRow(u"a.md"_s));
    m_console->press(QKeySequence(Qt::Key_Delete), tree());
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!hasFile(id));
    ODC_EVENTUALLY(!row(u"a.md"_s).isValid());
    QCOMPARE(files->rowOf(id), -1); // the other page knows without being asked
    QCOMPARE(filesIn(other), QStringList());
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().kind == Message::Kind::Ok);
}

void TestStoresPage::aStoreGoesWithTheRightFiles()
{
    QVERIFY(openServer());
    const QString own = upload(u"own.md"_s);
    const QString shared = upload(u"shared.md"_s);
    const QString unused = upload(u"unused.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {own, shared}).isEmpty());
    const QString other = makeStore(u"other"_s, {shared});
    QVERIFY(showStores());
    QVERIFY(clickRow(u"kb"_s));
    QVERIFY(m_console->click(u"deleteButton"_s));
    auto *too = m_console->await<QCheckBox>(u"deleteFilesToo"_s);
    QVERIFY(too);
    ODC_EVENTUALLY(too->isEnabled());
    QVERIFY2(m_console->find<QLabel>(u"deletePlan"_s)->text().contains(u"1"_s),
             qPrintable(m_console->find<QLabel>(u"deletePlan"_s)->text()));
    too->click();
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"kb"_s).isValid());
    ODC_EVENTUALLY(messages()->isShowing());
    QCOMPARE(messages()->message().kind, Message::Kind::Ok);
    QVERIFY(!hasFile(own));
    QVERIFY(hasFile(shared));
    QVERIFY(hasFile(unused));
    QCOMPARE(filesIn(other), QStringList{shared});
}

void TestStoresPage::aStoreGoesAlone()
{
    QVERIFY(openServer());
    const QString own = upload(u"own.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {own}).isEmpty());
    QVERIFY(showStores());
    QVERIFY(clickRow(u"kb"_s));
    press(u"stores.delete"_s);
    QVERIFY(m_console->await<QDialog>(u"deleteStoreDialog"_s));
    QVERIFY(m_console->click(u"cancel"_s)); // Cancel does nothing
    QVERIFY(row(u"kb"_s).isValid());
    press(u"stores.delete"_s);
    QVERIFY(m_console->await<QDialog>(u"deleteStoreDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s)); // without waiting for who uses its files
    ODC_EVENTUALLY(!row(u"kb"_s).isValid());
    ODC_EVENTUALLY(messages()->isShowing() && messages()->message().kind == Message::Kind::Ok);
    QVERIFY(hasFile(own));
}

void TestStoresPage::storesAndFilesGoTogether()
{
    QVERIFY(openServer());
    const QString first = upload(u"first.md"_s);
    const QString second = upload(u"second.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {first}).isEmpty());
    const QString other = makeStore(u"other"_s, {first, second});
    QVERIFY(showStores());
    QVERIFY(open(u"other"_s, u"second.md"_s));
    QVERIFY(clickRow(u"kb"_s));
    QVERIFY(clickRow(u"second.md"_s, Qt::ControlModifier));
    press(u"stores.delete"_s);
    QVERIFY(m_console->await<QDialog>(u"deleteStoreDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"kb"_s).isValid() && !row(u"second.md"_s).isValid());
    QVERIFY(hasFile(first));
    QVERIFY(!hasFile(second));
    QCOMPARE(filesIn(other), QStringList{first});
}

void TestStoresPage::aBatchIsCancelled()
{
    QVERIFY(openServer());
    const QString slow = upload(u"slow.md"_s, "[[never]]");
    const QString store = makeStore(u"kb"_s, {});
    const QString batch =
        ask("POST", "/vector_stores/" + store.toUtf8() + "/file_batches", {{u"file_ids"_s, QJsonArray{slow}}})
            .json()[u"id"_s]
            .toString();
    QVERIFY(!batch.isEmpty());
    QVERIFY(showStores());
    auto *model = m_console->page()->findChild<StoreTreeModel *>();
    model->setBatches(store, {batch}); // as the intake tells of those made here
    ODC_EVENTUALLY(model->batchAt(model->indexOf(batch)) &&
                   model->batchAt(model->indexOf(batch))->counts.total == 1);
    QVERIFY(clickRow(u"kb"_s));
    QTest::keyClick(tree(), Qt::Key_Right);
    QTest::keyClick(tree(), Qt::Key_Down); // batches come first
    ODC_EVENTUALLY(m_console->action(u"stores.cancel"_s)->isEnabled());
    // Its files are a list of their own.
    press(u"stores.failures"_s);
    auto *rows = m_console->await<TableView>(u"storefailuresTable"_s);
    QVERIFY(rows);
    ODC_EVENTUALLY(rows->model()->rowCount() == 1);
    QCOMPARE(asked(u"GET"_s, u"/vector_stores/"_s + store + u"/file_batches/"_s + batch + u"/files"_s), 1);
    press(u"stores.cancel"_s);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(model->batchAt(model->indexOf(batch))->status == u"cancelled"_s);
    ODC_EVENTUALLY(cell(u"kb"_s, StoreTreeModel::State) == u"1 cancelled"_s);
}

void TestStoresPage::whatIsIndexedIsWatched()
{
    QVERIFY(openServer({}, u"5"_s)); // slow enough to be seen
    const QString id = upload(u"a.md"_s, QByteArray("word ").repeated(2000));
    const QString store =
        ask("POST", "/vector_stores", {{u"name"_s, u"kb"_s}, {u"file_ids"_s, QJsonArray{id}}})
            .json()[u"id"_s]
            .toString();
    QVERIFY(!store.isEmpty());
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"a.md"_s));
    m_console->services().settings().set(Setting::PollSeconds, 1);
    ODC_EVENTUALLY(cell(u"kb"_s, StoreTreeModel::State) == u"completed"_s);
    ODC_EVENTUALLY(cell(u"a.md"_s, StoreTreeModel::State) == u"completed"_s);
    m_console->services().settings().set(Setting::PollSeconds, 0);
}

void TestStoresPage::pricesChangeTheCosts()
{
    QVERIFY(openServer());
    QVERIFY(!makeStore(u"kb"_s, {upload(u"a.md"_s)}).isEmpty());
    QVERIFY(showStores());
    QCOMPARE(cell(u"kb"_s, StoreTreeModel::Cost), u"free"_s);
    PriceTable prices = pricesOf(m_console->services().settings());
    prices.storage = {1000.0, 0};
    setPrices(m_console->services().settings(), prices);
    QVERIFY2(cell(u"kb"_s, StoreTreeModel::Cost).contains(u'$'),
             qPrintable(cell(u"kb"_s, StoreTreeModel::Cost)));
    QVERIFY2(summary().contains(u"a day"_s), qPrintable(summary()));
}

void TestStoresPage::rowsAreCopiedAndExported()
{
    QVERIFY(openServer());
    const QString id = upload(u"a.md"_s);
    const QString store = makeStore(u"kb"_s, {id});
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"a.md"_s));
    press(u"stores.copyId"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), store);
    QVERIFY(clickRow(u"a.md"_s));
    press(u"stores.copyId"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), id);
    press(u"stores.copyCurl"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"/vector_stores/"_s + store + u"/files/"_s + id));
    press(u"stores.copyJson"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"vector_store.file"_s));
    press(u"stores.exportCsv"_s);
    const QString path = m_home->filePath(u"stores.csv"_s);
    QVERIFY(m_console->chooseFile(u"exportDialog"_s, path));
    ODC_EVENTUALLY(QFile::exists(path));
    const QByteArray csv = readFile(path);
    QVERIFY2(csv.startsWith("store,store_id,file,file_id,status"), csv.constData());
    QVERIFY2(csv.contains("a.md," + id.toUtf8()), csv.constData());
}

void TestStoresPage::aReadOnlyProfileChangesNothing()
{
    QVERIFY(openServer([](Profile &profile) { profile.readOnly = true; }));
    QVERIFY(!makeStore(u"kb"_s, {upload(u"a.md"_s)}).isEmpty());
    QVERIFY(showStores());
    QVERIFY(open(u"kb"_s, u"a.md"_s));
    QVERIFY(clickRow(u"a.md"_s));
    for (const auto &name : {u"new"_s, u"edit"_s, u"addPaths"_s, u"addFiles"_s, u"sync"_s, u"retry"_s,
                             u"cancel"_s, u"detach"_s, u"delete"_s})
        QVERIFY2(!m_console->action(u"stores."_s + name)->isEnabled(), qPrintable(name));
    QVERIFY(!tree()->viewport()->acceptDrops());
    QVERIFY(m_console->action(u"stores.contents"_s)->isEnabled());
}

void TestStoresPage::filesOfTheFilesPageFindAStore()
{
    QVERIFY(openServer());
    upload(u"a.md"_s);
    QVERIFY(!makeStore(u"kb"_s, {}).isEmpty());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name"_ba).contains(u"a.md"_s));
    QVERIFY(m_console->select({u"a.md"_s}));
    press(u"files.addToStore"_s);
    auto *rows = m_console->await<TableView>(u"storeChoice"_s);
    QVERIFY(rows);
    QCOMPARE(m_console->page()->objectName(), u"storesPage"_s);
    ODC_EVENTUALLY(rows->model()->rowCount() == 1);
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"chooseStore"_s)->isEnabled());
    QVERIFY(m_console->click(u"chooseStore"_s));
    ODC_EVENTUALLY(tree()->selectionModel()->isSelected(row(u"kb"_s)));
}

void TestStoresPage::dropsNameTheirStore()
{
    QVERIFY(openServer());
    const QString first = makeStore(u"first"_s, {});
    QVERIFY(!makeStore(u"second"_s, {}).isEmpty());
    QVERIFY(showStores());
    QVERIFY(clickRow(u"second"_s));
    auto *pane = m_console->page()->findChild<StoreTreePane *>();
    pane->disconnect(m_console->page()); // what becomes of the files is the intake's
    QSignalSpy dropped(pane, &StoreTreePane::pathsDropped);
    QMimeData mime;
    const QString path = writeFile(m_home->filePath(u"note.md"_s), "note");
    mime.setUrls({QUrl::fromLocalFile(path)});
    const QPoint place =
        tree()->viewport()->mapTo(&m_console->window(), tree()->visualRect(row(u"first"_s)).center());
    QVERIFY(m_console->drop(mime, place)); // on a row that is not selected
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().at(0).toString(), first);
    QCOMPARE(dropped.first().at(1).toStringList(), QStringList{path});
}

QTEST_MAIN(TestStoresPage)
#include "tst_storespage.moc"
