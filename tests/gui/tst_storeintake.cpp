// SPDX-License-Identifier: GPL-3.0-or-later
// How files get into a store, by hand: the dialogs, the job below the list, and what the store holds
// afterwards.
#include "api/session.h"
#include "bench/heartbeat.h"
#include "gui/support/console.h"
#include "stores/filenames.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "transfers/bulkjob.h"
#include "transfers/transferqueue.h"
#include "ui/context/profileconnector.h"
#include "ui/pages/bulkstrip.h"
#include "ui/pages/jobstrips.h"
#include "ui/pages/stores/storeintake.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;
using State = BulkItem::State;

class TestStoreIntake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void thousandsAreAddedReportedAndTriedAgain();
    void stopAndGoOn();
    void whatIsRefusedIsSaidBefore();
    void attributesAndChunkingAreCheckedAsTyped();
    void singleFilesHaveTheirOwn();
    void filesOfTheProjectArePicked();
    void failedFilesOfAStoreAreTriedAgain();
    void aFolderIsKeptInStep();
    void aFolderThatIsNotThere();
    void aBatchOfAnEarlierRunIsToldOf();

private:
    void openWindow();
    RawReply ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {}) const;
    QString put(const QString &relative, const QByteArray &content) const
    {
        return writeFile(m_home->filePath(u"folder/"_s + relative), content);
    }
    QString folder() const { return m_home->filePath(u"folder"_s); }
    /// What the store holds: status by name.
    QHash<QString, QJsonObject> stored() const;
    QString statusOf(const QString &name) const { return stored().value(name)[u"status"_s].toString(); }
    BulkJob *job() const;
    bool ended() const { return job() && job()->state() == BulkJob::State::Finished; }
    QString text(const QString &label) const;
    /// Chooses a row of a table by the text of its first column, with a click.
    bool choose(const QString &table, const QString &name, Qt::KeyboardModifiers keys = {}) const;

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    Profile m_profile;
    TransferQueue *m_transfers = nullptr;
    std::unique_ptr<QWidget> m_window;
    FileNames *m_names = nullptr;
    JobStrips *m_jobs = nullptr;
    MessageBar *m_messages = nullptr;
    StoreIntake *m_intake = nullptr;
    VectorStore m_store;
};

void TestStoreIntake::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    QDir().mkpath(folder());
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start({u"--time-scale"_s, u"0.1"_s}), qPrintable(m_server->errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    connect(&m_console->services().context().connector, &ProfileConnector::opened, this,
            [this](const Profile &profile, const OpenProfile &open) {
                m_profile = profile;
                m_transfers = open.transfers;
            });
    QVERIFY(m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), u"sk-intake"_s)));
    QVERIFY(m_transfers);
    m_store = VectorStore::fromJson(ask("POST", "/vector_stores", {{u"name"_s, u"Handbook"_s}}).json());
    QVERIFY(!m_store.id.isEmpty());
    openWindow();
}

void TestStoreIntake::openWindow()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1100, 700);
    auto *layout = new QVBoxLayout(m_window.get());
    const PageContext context = m_console->context();
    const ShellContext shell = context.shell;
    m_messages = new MessageBar(m_theme, m_window.get());
    m_jobs = new JobStrips(shell, m_window.get());
    layout->addWidget(m_messages);
    layout->addStretch(1);
    layout->addWidget(m_jobs);
    m_names = new FileNames(*m_console->session(), m_window.get());
    m_intake = new StoreIntake(context, *m_names, *m_jobs, *m_messages, m_window.get());
    m_window->show();
}

void TestStoreIntake::cleanup()
{
    m_window.reset();
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

RawReply TestStoreIntake::ask(const QByteArray &method, const QByteArray &target,
                              const QJsonObject &body) const
{
    return rawRequest(m_server->url(), method, "/v1" + target, {{"Content-Type", "application/json"}},
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QHash<QString, QJsonObject> TestStoreIntake::stored() const
{
    QHash<QString, QString> names;
    const QJsonArray files = ask("GET", "/files?limit=10000").json()[u"data"_s].toArray();
    for (const QJsonValue &file : files)
        names.insert(file[u"id"_s].toString(), file[u"filename"_s].toString());
    QHash<QString, QJsonObject> found;
    QByteArray after;
    for (bool more = true; more;) {
        const QJsonObject page =
            ask("GET", "/vector_stores/" + m_store.id.toLatin1() + "/files?limit=100" + after).json();
        const QJsonArray data = page[u"data"_s].toArray();
        for (const QJsonValue &file : data)
            found.insert(names.value(file[u"id"_s].toString()), file.toObject());
        more = page[u"has_more"_s].toBool() && !data.isEmpty();
        after = "&after=" + (data.isEmpty() ? QByteArray() : data.last()[u"id"_s].toString().toLatin1());
    }
    return found;
}

BulkJob *TestStoreIntake::job() const
{
    const QList<BulkStrip *> strips = m_jobs->findChildren<BulkStrip *>();
    return strips.isEmpty() ? nullptr : &strips.last()->job();
}

QString TestStoreIntake::text(const QString &label) const
{
    const auto *found = m_console->find<QLabel>(label);
    return found ? found->text() : QString();
}

bool TestStoreIntake::choose(const QString &table, const QString &name, Qt::KeyboardModifiers keys) const
{
    auto *view = m_console->find<QAbstractItemView>(table);
    for (int row = 0; view && row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.data().toString() != name)
            continue;
        view->scrollTo(index);
        QRect place = view->visualRect(index.siblingAtColumn(1));
        if (place.isEmpty()) // not shown
            place = view->visualRect(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, keys, place.center());
        return view->selectionModel()->isRowSelected(row, {});
    }
    return false;
}

void TestStoreIntake::thousandsAreAddedReportedAndTriedAgain()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("ODC_INTAKE_FILES", &isNumber);
    const int count = isNumber ? asked : 400;
    constexpr int every = 40;       // of one kind that is never indexed
    constexpr int refusedFirst = 5; // whose uploads are refused at first
    int failing = 0;
    for (int i = 0; i < count; ++i) {
        const bool fails = i % every == 3;
        failing += fails;
        put(u"%1/note-%2.md"_s.arg(i % 7).arg(i), (fails ? "[[server error]] note " : "A note about part ") +
                                                      QByteArray::number(i) + " of the machine.\n");
    }
    m_proxy->add("POST", "/v1/files", Fault::apiError(400, u"invalid_request_error"_s, u"not_today"_s),
                 refusedFirst);
    bench::Heartbeat heart;
    heart.start();
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY2(m_console->find<QPushButton>(u"startAdding"_s)->text().contains(QLocale().toString(count)),
             qPrintable(m_console->find<QPushButton>(u"startAdding"_s)->text()));
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(job() && job()->ended() > 0);
    QVERIFY(eventually([this] { return ended(); }, 600'000));
    heart.stop();
    qInfo("%d files: longest time the event loop was busy: %.1f ms (of this thread's own: %.1f ms)", count,
          heart.worstMs(), heart.worstCpuMs());
    int refused = 0;
    int notIndexed = 0;
    for (const BulkItem &item : job()->items()) {
        if (item.state != State::Failed)
            continue;
        refused += item.error.code == u"not_today"_s;
        notIndexed += item.error.code == u"server_error"_s;
    }
    QCOMPARE(refused, refusedFirst);
    QVERIFY(notIndexed >= failing - refusedFirst && notIndexed <= failing);
    QCOMPARE(job()->count(State::Failed), refused + notIndexed);
    QCOMPARE(job()->count(State::Done), count - refused - notIndexed);
    // The report says each, with its reason.
    QVERIFY(m_console->click(u"showReport"_s));
    auto *table = m_console->await<QTableView>(u"reportTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), count);
    QVERIFY(table->model()->index(0, 1).data().toString() == u"failed"_s);
    QStringList reasons;
    for (int row = 0; row < refused + notIndexed; ++row)
        reasons << table->model()->index(row, 3).data().toString();
    QCOMPARE(reasons.filter(u"server_error"_s).size(), notIndexed);
    // Just the failed are tried again: uploaded, or taken out and put in anew. Those that are never indexed
    // say so again.
    m_proxy->clearSeen();
    QVERIFY(m_console->click(u"reportRetry"_s));
    ODC_EVENTUALLY(ended() && job()->count(State::Done) == count - failing);
    QCOMPARE(job()->count(State::Failed), failing);
    QCOMPARE(m_proxy->count("POST", "/v1/files"), refusedFirst);
    QCOMPARE(m_proxy->count("DELETE"), notIndexed);
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    int completed = 0;
    const QHash<QString, QJsonObject> files = stored();
    for (const QJsonObject &file : files)
        completed += file[u"status"_s] == u"completed"_s;
    QCOMPARE(files.size(), count);
    QCOMPARE(completed, count - failing);
    QVERIFY(m_intake->openBatches(m_store.id).isEmpty());
}

void TestStoreIntake::stopAndGoOn()
{
    for (int i = 0; i < 6; ++i)
        put(u"slow-%1.md"_s.arg(i), "[[never]] this one stays");
    put(u"quick.md"_s, "This one is indexed.");
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(m_intake->openBatches(m_store.id).size() == 1);
    ODC_EVENTUALLY(statusOf(u"quick.md"_s) == u"completed"_s);
    job()->stop();
    ODC_EVENTUALLY(ended());
    QCOMPARE(job()->count(State::Done), 1);
    QCOMPARE(job()->count(State::Skipped), 6);
    QCOMPARE(statusOf(u"slow-3.md"_s), u"cancelled"_s);
    QVERIFY(m_intake->openBatches(m_store.id).isEmpty());
    // The rest goes on with a click, and can be stopped again.
    QVERIFY(m_console->click(u"goOn"_s));
    ODC_EVENTUALLY(m_intake->openBatches(m_store.id).size() == 1);
    QCOMPARE(statusOf(u"slow-3.md"_s), u"in_progress"_s);
    QCOMPARE(ask("GET", "/files?limit=100").json()[u"data"_s].toArray().size(),
             7); // nothing was uploaded twice
    job()->stop();
    ODC_EVENTUALLY(ended());
}

void TestStoreIntake::whatIsRefusedIsSaidBefore()
{
    put(u"good.md"_s, "text");
    put(u"empty.md"_s, {});
    put(u"picture.png"_s, "PNG");
    put(u".hidden.md"_s, "hidden");
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY2(m_console->find<QPushButton>(u"startAdding"_s)->text().contains(u'1'), "only one is chosen");
    const QString summary = text(u"intakeSummary"_s);
    QVERIFY2(summary.contains(u"1 cannot go in"_s) && summary.contains(u"1 left out"_s) &&
                 summary.contains(u"1 hidden"_s),
             qPrintable(summary));
    auto *table = m_console->find<QTableView>(u"intakeTable"_s);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"empty.md"_s); // on top
    QVERIFY(!(table->model()->index(0, 0).flags() & Qt::ItemIsUserCheckable));
    // What is not supported can be tried all the same; the service says what comes of it.
    QVERIFY(table->model()->setData(table->model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(ended());
    QCOMPARE(job()->count(State::Done), 1);
    QCOMPARE(job()->count(State::Failed), 1);
    QCOMPARE(job()->items().at(1).error.code, u"unsupported_file"_s);
    QCOMPARE(statusOf(u"good.md"_s), u"completed"_s);
}

void TestStoreIntake::attributesAndChunkingAreCheckedAsTyped()
{
    put(u"good.md"_s, "text");
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY(m_console->click(u"addAttribute"_s));
    auto *name = m_console->find<QLineEdit>(u"attributeName"_s);
    auto *value = m_console->find<QLineEdit>(u"attributeValue"_s);
    QTest::keyClicks(name, u"year"_s);
    QTest::keyClicks(value, u"next"_s);
    QVERIFY(m_console->find<QPushButton>(u"startAdding"_s)->isEnabled());
    m_console->find<QComboBox>(u"attributeKind"_s)->setCurrentIndex(1);
    QVERIFY(!m_console->find<QPushButton>(u"startAdding"_s)->isEnabled()); // no number
    QVERIFY2(text(u"problemText"_s).contains(u"number"_s), qPrintable(text(u"problemText"_s)));
    value->selectAll();
    QTest::keyClicks(value, u"2026"_s);
    QVERIFY(m_console->find<QPushButton>(u"startAdding"_s)->isEnabled());
    QTest::keyClicks(name, QString(64, u'n'));
    QVERIFY(!m_console->find<QPushButton>(u"startAdding"_s)->isEnabled()); // too long
    name->selectAll();
    QTest::keyClicks(name, u"year"_s);

    m_console->find<QComboBox>(u"chunkingKind"_s)->setCurrentIndex(1);
    auto *size = m_console->find<QLineEdit>(u"chunkSize"_s);
    auto *overlap = m_console->find<QLineEdit>(u"chunkOverlap"_s);
    for (const auto &[tokens, common, isFine] :
         {std::tuple(u"99"_s, u"0"_s, false), std::tuple(u"100"_s, u"50"_s, true),
          std::tuple(u"100"_s, u"51"_s, false), std::tuple(u"4096"_s, u"2048"_s, true),
          std::tuple(u"4097"_s, u"10"_s, false), std::tuple(u"200"_s, u""_s, false),
          std::tuple(u"200"_s, u"-1"_s, false), std::tuple(u"200"_s, u"20"_s, true)}) {
        size->selectAll();
        QTest::keyClicks(size, tokens);
        overlap->selectAll();
        QTest::keyClick(overlap, Qt::Key_Delete);
        QTest::keyClicks(overlap, common);
        QVERIFY2(m_console->find<QPushButton>(u"startAdding"_s)->isEnabled() == isFine,
                 qPrintable(tokens + u' ' + common));
    }
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(ended());
    const QJsonObject file = stored().value(u"good.md"_s);
    QCOMPARE(file[u"attributes"_s].toObject(),
             (QJsonObject{{u"year"_s, 2026}, {u"odc_path"_s, u"good.md"_s}, {u"odc_size"_s, 4}}));
    QCOMPARE(file[u"chunking_strategy"_s][u"static"_s][u"max_chunk_size_tokens"_s].toInt(), 200);
    QCOMPARE(file[u"chunking_strategy"_s][u"static"_s][u"chunk_overlap_tokens"_s].toInt(), 20);
}

void TestStoreIntake::singleFilesHaveTheirOwn()
{
    put(u"a.md"_s, "text a");
    put(u"b.md"_s, "text b");
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY(m_console->click(u"addAttribute"_s));
    QTest::keyClicks(m_console->find<QLineEdit>(u"attributeName"_s), u"team"_s);
    QTest::keyClicks(m_console->find<QLineEdit>(u"attributeValue"_s), u"docs"_s);
    m_console->find<QCheckBox>(u"marksForSync"_s)->setChecked(false);
    QVERIFY(choose(u"intakeTable"_s, u"b.md"_s));
    m_console->find<QTabBar>(u"intakeTabs"_s)->setCurrentIndex(1);
    QVERIFY(m_console->click(u"addAttribute"_s));
    QTest::keyClicks(m_console->find<QLineEdit>(u"attributeName"_s), u"draft"_s);
    m_console->find<QComboBox>(u"attributeKind"_s)->setCurrentIndex(2);
    m_console->find<QComboBox>(u"attributeChoice"_s)->setCurrentIndex(1);
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(ended());
    QCOMPARE(job()->count(State::Done), 2);
    QCOMPARE(stored().value(u"a.md"_s)[u"attributes"_s].toObject(), (QJsonObject{{u"team"_s, u"docs"_s}}));
    QCOMPARE(stored().value(u"b.md"_s)[u"attributes"_s].toObject(),
             (QJsonObject{{u"team"_s, u"docs"_s}, {u"draft"_s, false}}));
}

void TestStoreIntake::filesOfTheProjectArePicked()
{
    for (const char *name : {"one.md", "two.md", "three.txt"})
        postForm(m_server->url(), "/v1/files", {{"purpose", "assistants", {}}, {"file", "text of it", name}});
    m_intake->addFiles(m_store, {});
    auto *table = m_console->await<QTreeView>(u"pickFiles"_s);
    QVERIFY(table);
    ODC_EVENTUALLY(table->model()->rowCount() == 3);
    m_console->find<FilterEdit>(u"pickFilter"_s)->setFilter(u".md"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(!m_console->find<QPushButton>(u"chooseFiles"_s)->isEnabled());
    QVERIFY(choose(u"pickFiles"_s, u"one.md"_s) &&
            choose(u"pickFiles"_s, u"two.md"_s, Qt::ControlModifier));
    QVERIFY(m_console->click(u"chooseFiles"_s));
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY(!m_console->find<QComboBox>(u"purpose"_s)); // nothing is uploaded
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(ended());
    QCOMPARE(stored().size(), 2);
    QCOMPARE(statusOf(u"two.md"_s), u"completed"_s);
}

void TestStoreIntake::failedFilesOfAStoreAreTriedAgain()
{
    const auto attach = [this](const char *name, const char *content) {
        const QString id =
            postForm(m_server->url(), "/v1/files", {{"purpose", "assistants", {}}, {"file", content, name}})
                .json()[u"id"_s]
                .toString();
        ask("POST", "/vector_stores/" + m_store.id.toLatin1() + "/files",
            {{u"file_id"_s, id}, {u"attributes"_s, QJsonObject{{u"keep"_s, 1}}}});
        return id;
    };
    const QString bad = attach("bad.md", "[[server error]]");
    const QString good = attach("good.md", "text");
    ODC_EVENTUALLY(statusOf(u"bad.md"_s) == u"failed"_s && statusOf(u"good.md"_s) == u"completed"_s);
    QSignalSpy changed(m_intake, &StoreIntake::storeChanged);
    m_proxy->clearSeen();
    m_intake->retry(m_store, {bad, good});
    ODC_EVENTUALLY(ended());
    // What came through meanwhile is left alone.
    QCOMPARE(job()->total(), 1);
    QCOMPARE(job()->items().first().error.code, u"server_error"_s);
    QCOMPARE(m_proxy->count("DELETE"), 1);
    QCOMPARE(m_proxy->count("POST"), 1);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(stored().value(u"bad.md"_s)[u"attributes"_s].toObject(), (QJsonObject{{u"keep"_s, 1}}));
    m_intake->retry(m_store, {good});
    ODC_EVENTUALLY(m_messages->isShowing()); // nothing is left to be tried
    // The bar names its store, and leaves with it: nothing could be tried again.
    m_jobs->keepAbout({m_store.id});
    const QList<BulkStrip *> strips = m_jobs->findChildren<BulkStrip *>();
    QCOMPARE(strips.size(), 1);
    QVERIFY2(strips.first()->headline().startsWith(u"Handbook · "_s), qPrintable(strips.first()->headline()));
    m_jobs->keepAbout({u"vs_other"_s});
    ODC_EVENTUALLY(!job());
}

void TestStoreIntake::aFolderIsKeptInStep()
{
    put(u"same.md"_s, "same");
    put(u"sub/changed.md"_s, "before");
    put(u"gone.md"_s, "gone");
    put(u"picture.png"_s, "PNG");
    const auto compare = [this] {
        m_intake->syncFolder(m_store);
        auto *edit = m_console->await<QLineEdit>(u"syncFolder"_s);
        QTest::keyClicks(edit, folder());
        QTest::keyClick(edit, Qt::Key_Return);
        return eventually([this] { return text(u"syncSummary"_s).contains(u"unchanged"_s); });
    };
    QVERIFY(compare());
    QVERIFY2(text(u"syncSummary"_s).contains(u"1 not allowed"_s), qPrintable(text(u"syncSummary"_s)));
    QVERIFY(m_console->find<QPushButton>(u"applySync"_s)->text().contains(u'3'));
    QVERIFY(m_console->click(u"applySync"_s));
    ODC_EVENTUALLY(ended());
    QCOMPARE(job()->count(State::Done), 3);
    const QString old = stored().value(u"changed.md"_s)[u"id"_s].toString();
    QCOMPARE(stored().value(u"changed.md"_s)[u"attributes"_s][u"odc_path"_s].toString(), u"sub/changed.md"_s);

    put(u"sub/changed.md"_s, "after the change");
    put(u"fresh.md"_s, "fresh");
    QFile::remove(folder() + u"/gone.md"_s);
    QVERIFY(compare());
    auto *removes = m_console->find<QCheckBox>(u"syncRemoves"_s);
    QVERIFY(!removes->isChecked()); // nothing goes unless it is asked for
    QVERIFY(m_console->find<QPushButton>(u"applySync"_s)->text().contains(u'2'));
    Console::click(removes);
    Console::click(m_console->find<QCheckBox>(u"syncDeletes"_s));
    QVERIFY(m_console->find<QPushButton>(u"applySync"_s)->text().contains(u'3'));
    QVERIFY(m_console->click(u"applySync"_s));
    ODC_EVENTUALLY(ended());
    QCOMPARE(job()->count(State::Done), 3);
    QCOMPARE(ask("GET", "/files/" + old.toLatin1()).status, 404); // replaced, and deleted
    QStringList names = stored().keys();
    names.sort();
    QCOMPARE(names, (QStringList{u"changed.md"_s, u"fresh.md"_s, u"same.md"_s}));

    QVERIFY(compare());
    QVERIFY2(text(u"syncSummary"_s).contains(u"nothing to do"_s), qPrintable(text(u"syncSummary"_s)));
    QVERIFY(!m_console->find<QPushButton>(u"applySync"_s)->isEnabled());
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
}

void TestStoreIntake::aFolderThatIsNotThere()
{
    m_intake->syncFolder(m_store);
    auto *edit = m_console->await<QLineEdit>(u"syncFolder"_s);
    QTest::keyClicks(edit, folder() + u"/nowhere"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!m_console->find<QPushButton>(u"applySync"_s)->isEnabled());
    QVERIFY(m_console->find<QDialog>(u"syncFolderDialog"_s)); // still open
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
}

void TestStoreIntake::aBatchOfAnEarlierRunIsToldOf()
{
    put(u"a.md"_s, "[[never]]");
    put(u"b.md"_s, "text");
    m_intake->addPaths(m_store, {folder()});
    ODC_EVENTUALLY(m_console->await<QPushButton>(u"startAdding"_s)->isEnabled());
    QVERIFY(m_console->click(u"startAdding"_s));
    ODC_EVENTUALLY(m_intake->openBatches(m_store.id).size() == 1);
    const QString batch = m_intake->openBatches(m_store.id).first();
    ODC_EVENTUALLY(statusOf(u"b.md"_s) == u"completed"_s);
    // The window is closed in the middle; meanwhile it ends.
    m_window.reset();
    ask("POST", "/vector_stores/" + m_store.id.toLatin1() + "/file_batches/" + batch.toLatin1() + "/cancel");
    ODC_EVENTUALLY(statusOf(u"a.md"_s) == u"cancelled"_s);
    openWindow();
    QCOMPARE(m_intake->openBatches(m_store.id), QStringList{batch});
    ODC_EVENTUALLY(m_messages->isShowing());
    QVERIFY2(m_messages->message().text.contains(u"1 file"_s) &&
                 m_messages->message().text.contains(u"1 cancelled"_s),
             qPrintable(m_messages->message().text));
    QVERIFY(m_intake->openBatches(m_store.id).isEmpty());
}

QTEST_MAIN(TestStoreIntake)
#include "tst_storeintake.moc"
