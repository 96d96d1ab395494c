// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that make and change vector stores, before a real server.
#include "gui/support/storespagetest.h"

#include "lists/storetreemodel.h"
#include "ui/forms/jsonedit.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QSpinBox>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestStoreForms : public StoresPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup() { closeConsole(); }

    void aStoreIsMadeOfWhatIsFilledIn();
    void aStoreIsMadeOfNothing();
    void filesAndChunkingGoWithIt();
    void boundsAreCheckedAsTyped_data();
    void boundsAreCheckedAsTyped();
    void theRequestCanBeWritten();
    void aLostAnswerIsAskedAbout();
    void aRefusalStaysInTheForm();
    void whatIsDifferentIsChanged();
    void allCanBeCleared();
    void metadataOfOthersIsKept();
    void aChangeThatFailsStaysOpen();

private:
    QDialog *form();
    template <typename T> T *in(const QString &name) const { return m_console->find<T>(name); }
    void type(const QString &field, const QString &text);
    void tab(int index) { in<QTabBar>(u"createTabs"_s)->setCurrentIndex(index); }
    QJsonObject body() const
    {
        return QJsonDocument::fromJson(in<JsonEdit>(u"requestJson"_s)->toPlainText().toUtf8()).object();
    }
    bool maySend() const { return in<QPushButton>(u"createStore"_s)->isEnabled(); }
    /// The one store there is, as the server has it.
    QJsonObject made() const { return ask("GET", "/vector_stores").json()[u"data"_s][0].toObject(); }
    bool openEdit(const QString &store);
};

void TestStoreForms::init()
{
    openConsole();
    QVERIFY(openServer());
    QVERIFY(showStores());
}

QDialog *TestStoreForms::form()
{
    m_console->action(u"stores.new"_s)->trigger();
    return m_console->await<QDialog>(u"newStoreDialog"_s);
}

void TestStoreForms::type(const QString &field, const QString &text)
{
    auto *edit = in<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

bool TestStoreForms::openEdit(const QString &store)
{
    if (!clickRow(store))
        return false;
    m_console->press(QKeySequence(Qt::Key_F2), tree());
    return m_console->await<QDialog>(u"storeEditDialog"_s);
}

void TestStoreForms::aStoreIsMadeOfWhatIsFilledIn()
{
    QVERIFY(form());
    type(u"name"_s, u"kb"_s);
    type(u"description"_s, u"what we know"_s);
    type(u"expires_after.days"_s, u"30"_s);
    QCOMPARE(body(), QJsonDocument::fromJson(R"({"name":"kb","description":"what we know",
        "expires_after":{"anchor":"last_active_at","days":30}})")
                         .object());
    QVERIFY(m_console->click(u"createStore"_s));
    ODC_EVENTUALLY(row(u"kb"_s).isValid() && !in<QDialog>(u"newStoreDialog"_s));
    ODC_EVENTUALLY(tree()->selectionModel()->isSelected(row(u"kb"_s)));
    QCOMPARE(made()[u"description"_s].toString(), u"what we know"_s);
    QCOMPARE(made()[u"expires_after"_s][u"days"_s].toInt(), 30);
}

void TestStoreForms::aStoreIsMadeOfNothing()
{
    QVERIFY(form());
    QVERIFY(maySend());
    QVERIFY(m_console->click(u"createStore"_s));
    ODC_EVENTUALLY(row(u"(no name)"_s).isValid());
}

void TestStoreForms::filesAndChunkingGoWithIt()
{
    const QString one = upload(u"a.md"_s);
    upload(u"b.md"_s);
    QVERIFY(form());
    tab(1);
    auto *files = m_console->await<TreeView>(u"pickFiles"_s);
    QVERIFY(files);
    ODC_EVENTUALLY(files->model()->rowCount() == 2);
    const QModelIndexList found =
        files->model()->match(files->model()->index(0, 0), Qt::DisplayRole, u"a.md"_s);
    QCOMPARE(found.size(), 1);
    files->setFocus();
    files->setCurrentIndex(found.first());
    QTest::keyClick(files, Qt::Key_Space);
    QCOMPARE(body()[u"file_ids"_s].toArray(), QJsonArray{one});
    tab(2);
    auto *chunks = in<QComboBox>(u"chunking_strategy.type"_s);
    QVERIFY(!in<QLineEdit>(u"chunking_strategy.static.max_chunk_size_tokens"_s)->isEnabled());
    chunks->setCurrentIndex(chunks->findData(u"static"_s));
    QCOMPARE(in<QLineEdit>(u"chunking_strategy.static.max_chunk_size_tokens"_s)->text(), u"800"_s);
    type(u"chunking_strategy.static.max_chunk_size_tokens"_s, u"400"_s);
    type(u"chunking_strategy.static.chunk_overlap_tokens"_s, u"100"_s);
    QVERIFY(m_console->click(u"createStore"_s));
    ODC_EVENTUALLY(!in<QDialog>(u"newStoreDialog"_s));
    const QString store = made()[u"id"_s].toString();
    QCOMPARE(filesIn(store), QStringList{one});
    const QJsonObject file = ask("GET", "/vector_stores/" + store.toUtf8() + "/files/" + one.toUtf8()).json();
    QCOMPARE(file[u"chunking_strategy"_s][u"static"_s][u"max_chunk_size_tokens"_s].toInt(), 400);
    QCOMPARE(file[u"chunking_strategy"_s][u"static"_s][u"chunk_overlap_tokens"_s].toInt(), 100);
}

void TestStoreForms::boundsAreCheckedAsTyped_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("overlap");
    QTest::addColumn<bool>("good");
    QTest::newRow("least") << u"100"_s << u"0"_s << true;
    QTest::newRow("most") << u"4096"_s << u"2048"_s << true;
    QTest::newRow("too small") << u"99"_s << u"0"_s << false;
    QTest::newRow("too large") << u"4097"_s << u"0"_s << false;
    QTest::newRow("too much overlap") << u"800"_s << u"401"_s << false;
    QTest::newRow("no number") << u"many"_s << u"0"_s << false;
}

void TestStoreForms::boundsAreCheckedAsTyped()
{
    QFETCH(QString, size);
    QFETCH(QString, overlap);
    QFETCH(bool, good);
    QVERIFY(form());
    tab(2);
    auto *chunks = in<QComboBox>(u"chunking_strategy.type"_s);
    chunks->setCurrentIndex(chunks->findData(u"static"_s));
    type(u"chunking_strategy.static.max_chunk_size_tokens"_s, size);
    type(u"chunking_strategy.static.chunk_overlap_tokens"_s, overlap);
    QCOMPARE(maySend(), good);
    const auto said = [this](const QString &field) {
        auto *problem = in<QLabel>(u"problem.chunking_strategy.static."_s + field);
        return problem && !problem->text().isEmpty();
    };
    QCOMPARE(said(u"max_chunk_size_tokens"_s) || said(u"chunk_overlap_tokens"_s), !good);
}

void TestStoreForms::theRequestCanBeWritten()
{
    QVERIFY(form());
    in<JsonEdit>(u"requestJson"_s)
        ->setPlainText(uR"({"name":"typed","expires_after":{"anchor":"last_active_at","days":366}})"_s);
    ODC_EVENTUALLY(in<QLineEdit>(u"name"_s)->text() == u"typed"_s);
    QVERIFY(!maySend());
    type(u"expires_after.days"_s, u"365"_s);
    QVERIFY(maySend());
    type(u"expires_after.days"_s, {});
    QCOMPARE(body(), (QJsonObject{{u"name"_s, u"typed"_s}}));
}

void TestStoreForms::aLostAnswerIsAskedAbout()
{
    QVERIFY(form());
    type(u"name"_s, u"kb"_s);
    m_proxy->add("POST", "/vector_stores", Fault::loseReply());
    QVERIFY(m_console->click(u"createStore"_s));
    QVERIFY(m_console->await<QDialog>(u"lostCreateDialog"_s));
    QVERIFY(m_console->await<QComboBox>(u"lostCandidates"_s));
    QVERIFY(m_console->click(u"isThere"_s));
    ODC_EVENTUALLY(row(u"kb"_s).isValid() && !in<QDialog>(u"newStoreDialog"_s));
    QCOMPARE(ask("GET", "/vector_stores").json()[u"data"_s].toArray().size(), 1); // made once
    QCOMPARE(m_server->count(u"POST"_s, u"/v1/vector_stores"_s), 1);
}

void TestStoreForms::aRefusalStaysInTheForm()
{
    QVERIFY(form());
    type(u"name"_s, u"kb"_s);
    m_proxy->add("POST", "/vector_stores", Fault::apiError(400, u"invalid_request_error"_s, u"bad"_s), 1);
    QVERIFY(m_console->click(u"createStore"_s));
    auto *message = m_console->await<MessageBar>(u"createMessage"_s);
    QVERIFY(message);
    ODC_EVENTUALLY(message->isShowing());
    QVERIFY(m_console->click(u"createStore"_s));
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
}

void TestStoreForms::whatIsDifferentIsChanged()
{
    QVERIFY(!makeStore(u"kb"_s, {}, {{u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}}}).isEmpty());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
    QVERIFY(openEdit(u"kb"_s));
    QVERIFY(!in<QPushButton>(u"saveStore"_s)->isEnabled()); // nothing is different yet
    type(u"storeName"_s, u"kb two"_s);
    in<QCheckBox>(u"storeExpires"_s)->click();
    in<QSpinBox>(u"storeDays"_s)->setValue(9);
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY(row(u"kb two"_s).isValid() && !in<QDialog>(u"storeEditDialog"_s));
    QCOMPARE(made()[u"expires_after"_s][u"days"_s].toInt(), 9);
    QCOMPARE(made()[u"metadata"_s][u"team"_s].toString(), u"cx"_s); // it was not touched
}

void TestStoreForms::allCanBeCleared()
{
    QVERIFY(
        !makeStore(u"kb"_s, {},
                   {{u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}},
                    {u"expires_after"_s, QJsonObject{{u"anchor"_s, u"last_active_at"_s}, {u"days"_s, 3}}}})
             .isEmpty());
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
    QVERIFY(openEdit(u"kb"_s));
    type(u"storeName"_s, {});
    in<QCheckBox>(u"storeExpires"_s)->click();
    const QList<QLineEdit *> pairs = in<QWidget>(u"storeMetadata"_s)->findChildren<QLineEdit *>();
    QVERIFY(!pairs.isEmpty());
    for (QLineEdit *edit : pairs) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
    }
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY(!in<QDialog>(u"storeEditDialog"_s));
    QVERIFY(made()[u"name"_s].toString().isEmpty());
    QVERIFY(made()[u"expires_after"_s].isNull());
    QVERIFY(made()[u"metadata"_s].toObject().isEmpty());
}

void TestStoreForms::metadataOfOthersIsKept()
{
    const QString id = makeStore(u"kb"_s, {}, {{u"metadata"_s, QJsonObject{{u"team"_s, u"cx"_s}}}});
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
    QVERIFY(openEdit(u"kb"_s));
    // Somebody else adds one while the dialog is open.
    const QJsonObject theirs{{u"team"_s, u"cx"_s}, {u"owner"_s, u"them"_s}};
    ask("POST", "/vector_stores/" + id.toUtf8(), {{u"metadata"_s, theirs}});
    const QList<QLineEdit *> pairs = in<QWidget>(u"storeMetadata"_s)->findChildren<QLineEdit *>();
    QVERIFY(!pairs.isEmpty());
    for (QLineEdit *edit : pairs) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
    }
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY(!in<QDialog>(u"storeEditDialog"_s));
    QCOMPARE(made()[u"metadata"_s].toObject(), (QJsonObject{{u"owner"_s, u"them"_s}}));
}

void TestStoreForms::aChangeThatFailsStaysOpen()
{
    const QString id = makeStore(u"kb"_s, {});
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(row(u"kb"_s).isValid());
    QVERIFY(openEdit(u"kb"_s));
    type(u"storeName"_s, u"other"_s);
    m_proxy->add("POST", "/vector_stores/" + id.toUtf8(),
                 Fault::apiError(403, u"invalid_request_error"_s, u"forbidden"_s), 1);
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY([this] {
        auto *bar = in<QDialog>(u"storeEditDialog"_s)->findChild<MessageBar *>();
        return bar && bar->isShowing();
    }());
    QVERIFY(m_console->click(u"saveStore"_s));
    ODC_EVENTUALLY(row(u"other"_s).isValid());
}

QTEST_MAIN(TestStoreForms)
#include "tst_storeforms.moc"
