// SPDX-License-Identifier: GPL-3.0-or-later
// A session with vector stores: made, changed, filled one by one and by batches, read, searched and deleted.
#include "gui/support/drivers/operationdriver.h"
#include "gui/support/storespagetest.h"

#include "lists/attributesmodel.h"
#include "lists/storetreemodel.h"
#include "ui/widgets/cellgrid.h"

#include <QJsonArray>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QUrl>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class StoresDriver final : public StoresPageTest, public OperationDriver
{
public:
    StoresDriver()
    {
        add(u"makeOne"_s, {"vector_stores.list", "vector_stores.create"}, [this] { makeOne(); });
        add(u"changeIt"_s, {"vector_stores.update"}, [this] { changeIt(); });
        add(u"putOneFileIn"_s, {"vector_stores.files.create", "vector_stores.files.list"}, [this] { putOneFileIn(); });
        add(u"putMoreFilesIn"_s, {"vector_stores.file_batches.create", "vector_stores.file_batches.retrieve"},
            [this] { putMoreFilesIn(); });
        add(u"cancelThem"_s, {"vector_stores.file_batches.list_files", "vector_stores.file_batches.cancel"},
            [this] { cancelThem(); });
        add(u"readAgain"_s, {"vector_stores.retrieve", "vector_stores.files.retrieve"}, [this] { readAgain(); });
        add(u"editAttributes"_s, {"vector_stores.files.update"}, [this] { editAttributes(); });
        add(u"readContents"_s, {"vector_stores.files.content"}, [this] { readContents(); });
        add(u"searchInIt"_s, {"vector_stores.search"}, [this] { searchInIt(); });
        add(u"takeAFileOut"_s, {"vector_stores.files.delete"}, [this] { takeAFileOut(); });
        add(u"deleteIt"_s, {"vector_stores.delete"}, [this] { deleteIt(); });
    }
    QString area() const override { return u"stores"_s; }

protected:
    void begin() override
    {
        m_theme.apply(*qApp);
        openConsole();
        QVERIFY(openServer());
    }
    void close() override { closeConsole(); }
    Console &console() const override { return *m_console; }
    QList<AnsweredRequest> answers() const override
    {
        QList<AnsweredRequest> requests;
        const QJsonArray log = m_server->log();
        for (const QJsonValue &entry : log)
            requests.append({entry[u"method"_s].toString().toLatin1(), entry[u"path"_s].toString().toLatin1(),
                             entry[u"status"_s].toInt()});
        return requests;
    }
    void clearAnswers() override { m_server->clearLog(); }

private:
    void makeOne();
    void changeIt();
    void putOneFileIn();
    void putMoreFilesIn();
    void cancelThem();
    void readAgain();
    void editAttributes();
    void readContents();
    void searchInIt();
    void takeAFileOut();
    void deleteIt();

    void press(const QString &action) { m_console->action(action)->trigger(); }
    /// Files of this computer are dropped on the store's row, and added as the form proposes.
    void dropOnStore(const QList<std::pair<QString, QByteArray>> &files);
};

void StoresDriver::makeOne()
{
    goTo(u"stores"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    QVERIFY(m_console->click(u"newStoreButton"_s));
    QVERIFY(m_console->await<QDialog>(u"newStoreDialog"_s));
    auto *name = m_console->find<QLineEdit>(u"name"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"kb"_s);
    QVERIFY(m_console->click(u"createStore"_s));
    ODC_EVENTUALLY(row(u"kb"_s).isValid() && !m_console->find<QDialog>(u"newStoreDialog"_s));
}

void StoresDriver::changeIt()
{
    QVERIFY(clickRow(u"kb"_s));
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    QVERIFY(m_console->await<QDialog>(u"storeEditDialog"_s));
    auto *name = m_console->find<QLineEdit>(u"storeName"_s);
    name->selectAll();
    QTest::keyClicks(name, u"manuals"_s);
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY(row(u"manuals"_s).isValid() && !m_console->find<QDialog>(u"storeEditDialog"_s));
}

void StoresDriver::dropOnStore(const QList<std::pair<QString, QByteArray>> &files)
{
    QList<QUrl> urls;
    for (const auto &[name, text] : files)
        urls << QUrl::fromLocalFile(writeFile(m_home->filePath(name), text));
    QMimeData mime;
    mime.setUrls(urls);
    m_console->activate();
    const QPoint place =
        tree()->viewport()->mapTo(&m_console->window(), tree()->visualRect(row(u"manuals"_s)).center());
    QVERIFY(m_console->drop(mime, place));
    QVERIFY(m_console->await<QDialog>(u"addFilesDialog"_s));
    auto *add = m_console->await<QPushButton>(u"startAdding"_s);
    ODC_EVENTUALLY(add->isEnabled());
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"addFilesDialog"_s));
}

void StoresDriver::putOneFileIn()
{
    dropOnStore({{u"returns.md"_s, "Damaged goods can be sent back within sixty days of delivery."}});
    ODC_EVENTUALLY(cell(u"manuals"_s, StoreTreeModel::Files) == u"1"_s);
    QVERIFY(open(u"manuals"_s, u"returns.md"_s));
    ODC_EVENTUALLY(cell(u"returns.md"_s, StoreTreeModel::State) == u"completed"_s);
}

void StoresDriver::putMoreFilesIn()
{
    dropOnStore({{u"shipping.md"_s, "Parcels leave within two days."}, {u"slow.md"_s, "[[never]]"}});
    ODC_EVENTUALLY(cell(u"manuals"_s, StoreTreeModel::Files) == u"3"_s);
}

void StoresDriver::cancelThem()
{
    auto *model = m_console->page()->findChild<StoreTreeModel *>();
    const QModelIndex store = model->indexOf(model->idAt(model->index(0, 0)));
    QString batch;
    ODC_EVENTUALLY([&] {
        for (int i = 0; i < model->rowCount(store); ++i) {
            if (const StoreFileBatch *at = model->batchAt(model->index(i, 0, store)))
                batch = at->id;
        }
        return !batch.isEmpty();
    }());
    QVERIFY(clickRow(u"manuals"_s));
    if (!tree()->isExpanded(row(u"manuals"_s)))
        QTest::keyClick(tree(), Qt::Key_Right);
    QTest::keyClick(tree(), Qt::Key_Down); // batches come first
    ODC_EVENTUALLY(m_console->action(u"stores.cancel"_s)->isEnabled());
    press(u"stores.failures"_s); // its files are a list of their own
    auto *files = m_console->await<TableView>(u"storefailuresTable"_s);
    QVERIFY(files);
    press(u"stores.cancel"_s);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    // Sooner or later by the poll of the job that made it.
    ODC_EVENTUALLY([&] {
        m_console->press(u"F5"_s);
        return eventually([&] { return cell(u"slow.md"_s, StoreTreeModel::State) == u"cancelled"_s; }, 2000);
    }());
}

void StoresDriver::readAgain()
{
    QVERIFY(clickRow(u"manuals"_s));
    press(u"stores.readAgain"_s);
    QVERIFY(clickRow(u"returns.md"_s));
    press(u"stores.readAgain"_s);
}

void StoresDriver::editAttributes()
{
    QVERIFY(clickRow(u"returns.md"_s));
    press(u"stores.attributes"_s);
    auto *grid = m_console->await<CellGrid>(u"attributesGrid"_s);
    QVERIFY(grid);
    ODC_EVENTUALLY(grid->model()->rowCount() == 3);
    m_console->action(u"attributes.newKey"_s)->trigger();
    QVERIFY(m_console->await<QDialog>(u"keyDialog"_s));
    QTest::keyClicks(m_console->find<QLineEdit>(u"keyEdit"_s), u"lang"_s);
    QVERIFY(m_console->click(u"keyConfirm"_s));
    auto *model = m_console->page()->findChild<AttributesModel *>();
    ODC_EVENTUALLY(model->keyColumn(u"lang"_s) > 0);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(0, model->keyColumn(u"lang"_s)));
    QTest::keyClick(grid, Qt::Key_F2);
    auto *edit = m_console->await<QLineEdit>(u"attributeEditor"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"en"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_console->await<QPushButton>(u"attributesReview"_s)); // comes with the first change
    QVERIFY(m_console->click(u"attributesReview"_s));
    QVERIFY(m_console->await<QDialog>(u"reviewDialog"_s));
    QVERIFY(m_console->click(u"reviewSend"_s));
    ODC_EVENTUALLY(model->changeCount() == 0);
}

void StoresDriver::readContents()
{
    QVERIFY(clickRow(u"returns.md"_s));
    press(u"stores.contents"_s);
    auto *text = m_console->await<QPlainTextEdit>(u"chunkText"_s);
    QVERIFY(text);
    ODC_EVENTUALLY(text->toPlainText().contains(u"sixty days"_s));
}

void StoresDriver::searchInIt()
{
    QVERIFY(clickRow(u"manuals"_s));
    press(u"stores.lab"_s);
    auto *query = m_console->await<QPlainTextEdit>(u"labQuery"_s);
    QVERIFY(query);
    query->setFocus();
    QTest::keyClicks(query, u"damaged goods"_s);
    QVERIFY(m_console->click(u"labRun"_s));
    auto *hits = m_console->await<QListView>(u"labHitsA"_s);
    QVERIFY(hits);
    ODC_EVENTUALLY(hits->model()->rowCount() > 0);
}

void StoresDriver::takeAFileOut()
{
    QVERIFY(clickRow(u"slow.md"_s));
    m_console->press(QKeySequence(u"Shift+Del"_s), tree());
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"slow.md"_s).isValid());
}

void StoresDriver::deleteIt()
{
    QVERIFY(clickRow(u"manuals"_s));
    m_console->press(QKeySequence(Qt::Key_Delete), tree());
    QVERIFY(m_console->await<QDialog>(u"deleteStoreDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!row(u"manuals"_s).isValid());
}

} // namespace

std::unique_ptr<OperationDriver> storesDriver()
{
    return std::make_unique<StoresDriver>();
}

} // namespace odc::test
