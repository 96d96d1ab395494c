// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pager.h"
#include "api/session.h"
#include "base/clock.h"
#include "index/objectindex.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "support/rawhttp.h"
#include "support/serverprocess.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <map>
#include <set>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int smallPage = 4;

/// Who names which file: by the file's id "role kind key".
using Uses = std::map<QString, std::set<QString>>;

QString useOf(FileRole role, ObjectKind kind, const QString &key)
{
    return u"%1 %2 %3"_s.arg(int(role)).arg(int(kind)).arg(key);
}

} // namespace

/// Who uses which file, as the index learnt it from what the console asked of the real local server, against
/// what a plain reading of the whole profile says.
class TestWhereUsed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theSameAsReadingEverything();
    void theSameAfterDeletions();
    void theSameInTheNextRun();
    void realAnswersCutOff();

private:
    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const
    {
        return rawRequest(m_server.url(), method, "/v1" + path.toUtf8(),
                          {{"Content-Type", "application/json"}},
                          body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact))
            .json();
    }
    /// All of a list, by asking for it in the plainest way.
    QJsonArray all(const QString &path) const
    {
        QJsonArray found;
        for (QString after;;) {
            const QString cursor = after.isEmpty() ? QString() : u"&after="_s + after;
            const QJsonObject page = ask("GET", path + u"?limit=100"_s + cursor);
            const QJsonArray data = page["data"_L1].toArray();
            for (const QJsonValue &object : data)
                found.append(object);
            if (!page["has_more"_L1].toBool() || data.isEmpty())
                return found;
            after = data.last()["id"_L1].toString();
        }
    }
    Uses bruteForce() const;
    QStringList fileIds() const;

    template <typename T> QStringList walk(typename Pager<T>::Fetch fetch)
    {
        QStringList ids;
        QString problem = u"no answer"_s;
        QEventLoop loop;
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        Pager<T> pager;
        pager.start(std::move(fetch), {[&](const QList<T> &items) {
                                           for (const T &item : items)
                                               ids << item.id;
                                       },
                                       [&] {
                                           problem.clear();
                                           loop.quit();
                                       },
                                       [&](const ApiError &error) {
                                           problem = error.details();
                                           loop.quit();
                                       }});
        loop.exec();
        [&] { QVERIFY2(problem.isEmpty(), qPrintable(problem)); }();
        return ids;
    }
    void walkThroughAll(Session &session);
    /// All answers so far are in.
    void settle(ObjectIndex &index)
    {
        bool isSettled = false;
        index.whenSettled(&index, [&] { isSettled = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isSettled, 30'000);
    }
    /// What the index says of these files.
    static Uses known(const ObjectIndex &index, const QStringList &files)
    {
        Uses uses;
        for (const QString &file : files) {
            const QList<FileUse> found = index.usesOf(file);
            for (const FileUse &use : found)
                uses[file].insert(useOf(use.role, use.kind, use.key));
        }
        return uses;
    }
    /// Compares, saying of which file it is not so.
    void compare(const ObjectIndex &index)
    {
        const Uses truth = bruteForce();
        QStringList files = fileIds();
        for (const auto &[file, uses] : truth)
            files << file;
        files.removeDuplicates();
        QVERIFY(files.size() > 50);
        const Uses learnt = known(index, files);
        for (const QString &file : std::as_const(files)) {
            const auto of = [&](const Uses &uses) {
                const auto found = uses.find(file);
                return found == uses.end() ? std::set<QString>() : found->second;
            };
            const auto text = [](const std::set<QString> &some) {
                return QStringList(some.begin(), some.end()).join(u", "_s);
            };
            QVERIFY2(of(learnt) == of(truth), qPrintable(u"%1: known are (%2), true is (%3)"_s.arg(
                                                  file, text(of(learnt)), text(of(truth)))));
        }
    }
    std::unique_ptr<Session> session(ObjectIndex &index)
    {
        RequestQueue::Options options;
        options.baseUrl = m_server.url();
        options.credentials.apiKey = u"sk-where-used-0123456789"_s;
        auto session = std::make_unique<Session>(
            std::make_unique<RequestQueue>(options,
                                           std::make_unique<QnamTransport>(TransportOptions{
                                               .proxyUrl = u"none"_s, .caFile = {}, .userAgent = {}}),
                                           m_clock, [] { return 0.0; }),
            m_clock);
        session->setObserver(&index);
        return session;
    }

    ServerProcess m_server;
    SystemClock m_clock;
    QTemporaryDir m_folder;
};

void TestWhereUsed::initTestCase()
{
    // Time all but stands still: what runs in the sample does not end between one reading and the other.
    QVERIFY2(m_server.start({u"--seed"_s, u"sample"_s, u"--time-scale"_s, u"1000"_s}),
             qPrintable(m_server.errorText()));
    // The sample has no run that reads its items from a file.
    const QString items =
        postForm(m_server.url(), "/v1/files",
                 {{"purpose", "evals", {}}, {"file", "{\"item\":{\"q\":\"a\"}}\n", "items.jsonl"}})
            .json()["id"_L1]
            .toString();
    const QString eval =
        ask("POST", u"/evals"_s,
            {{u"name"_s, u"from a file"_s},
             {u"data_source_config"_s,
              QJsonObject{{u"type"_s, u"custom"_s},
                          {u"item_schema"_s,
                           QJsonObject{{u"type"_s, u"object"_s},
                                       {u"properties"_s,
                                        QJsonObject{{u"q"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
                                       {u"required"_s, QJsonArray{u"q"_s}}}}}},
             {u"testing_criteria"_s, QJsonArray{QJsonObject{{u"type"_s, u"string_check"_s},
                                                            {u"name"_s, u"same"_s},
                                                            {u"input"_s, u"{{item.q}}"_s},
                                                            {u"reference"_s, u"a"_s},
                                                            {u"operation"_s, u"eq"_s}}}}})["id"_L1]
            .toString();
    const QJsonObject run =
        ask("POST", u"/evals/"_s + eval + u"/runs"_s,
            {{u"data_source"_s,
              QJsonObject{{u"type"_s, u"jsonl"_s},
                          {u"source"_s, QJsonObject{{u"type"_s, u"file_id"_s}, {u"id"_s, items}}}}}});
    QVERIFY2(!run["id"_L1].toString().isEmpty(), QJsonDocument(run).toJson().constData());
}

Uses TestWhereUsed::bruteForce() const
{
    Uses uses;
    const auto add = [&](const QJsonValue &file, FileRole role, ObjectKind kind, const QString &key) {
        if (!file.toString().isEmpty())
            uses[file.toString()].insert(useOf(role, kind, key));
    };
    const QJsonArray batches = all(u"/batches"_s);
    for (const QJsonValue &batch : batches) {
        const QString id = batch["id"_L1].toString();
        add(batch["input_file_id"_L1], FileRole::BatchInput, ObjectKind::Batch, id);
        add(batch["output_file_id"_L1], FileRole::BatchOutput, ObjectKind::Batch, id);
        add(batch["error_file_id"_L1], FileRole::BatchErrors, ObjectKind::Batch, id);
    }
    const QJsonArray jobs = all(u"/fine_tuning/jobs"_s);
    for (const QJsonValue &job : jobs) {
        const QString id = job["id"_L1].toString();
        add(job["training_file"_L1], FileRole::Training, ObjectKind::Job, id);
        add(job["validation_file"_L1], FileRole::Validation, ObjectKind::Job, id);
        const QJsonArray results = job["result_files"_L1].toArray();
        for (const QJsonValue &file : results)
            add(file, FileRole::Results, ObjectKind::Job, id);
    }
    const QJsonArray stores = all(u"/vector_stores"_s);
    for (const QJsonValue &store : stores) {
        const QString id = store["id"_L1].toString();
        const QJsonArray files = all(u"/vector_stores/"_s + id + u"/files"_s);
        for (const QJsonValue &file : files)
            add(file["id"_L1], FileRole::InStore, ObjectKind::StoreFile,
                id + u'/' + file["id"_L1].toString());
    }
    const QJsonArray evals = all(u"/evals"_s);
    for (const QJsonValue &eval : evals) {
        const QJsonArray runs = all(u"/evals/"_s + eval["id"_L1].toString() + u"/runs"_s);
        for (const QJsonValue &run : runs) {
            const QJsonValue source = run["data_source"_L1]["source"_L1];
            if (source["type"_L1].toString() == "file_id"_L1)
                add(source["id"_L1], FileRole::EvalSource, ObjectKind::EvalRun, run["id"_L1].toString());
        }
    }
    return uses;
}

QStringList TestWhereUsed::fileIds() const
{
    QStringList ids;
    const QJsonArray files = all(u"/files"_s);
    for (const QJsonValue &file : files)
        ids << file["id"_L1].toString();
    return ids;
}

void TestWhereUsed::walkThroughAll(Session &session)
{
    walk<FileObject>([&](const QString &after, auto done) {
        FileListQuery query;
        query.limit = smallPage;
        query.after = after;
        return session.files().list(query, this, std::move(done));
    });
    walk<BatchObject>([&](const QString &after, auto done) {
        BatchListQuery query;
        query.limit = smallPage;
        query.after = after;
        return session.batches().list(query, this, std::move(done));
    });
    walk<FineTuningJob>([&](const QString &after, auto done) {
        FineTuningListQuery query;
        query.limit = smallPage;
        query.after = after;
        return session.fineTuning().list(query, this, std::move(done));
    });
    const QStringList stores = walk<VectorStore>([&](const QString &after, auto done) {
        StoreListQuery query;
        query.limit = smallPage;
        query.after = after;
        return session.stores().list(query, this, std::move(done));
    });
    for (const QString &store : stores) {
        walk<StoreFile>([&](const QString &after, auto done) {
            StoreListQuery query;
            query.limit = smallPage;
            query.after = after;
            return session.stores().listFiles(store, query, this, std::move(done));
        });
    }
    const QStringList evals = walk<EvalObject>([&](const QString &after, auto done) {
        EvalListQuery query;
        query.limit = smallPage;
        query.after = after;
        return session.evals().list(query, this, std::move(done));
    });
    for (const QString &eval : evals) {
        walk<EvalRun>([&](const QString &after, auto done) {
            EvalListQuery query;
            query.limit = smallPage;
            query.after = after;
            return session.evals().listRuns(eval, query, this, std::move(done));
        });
    }
}

void TestWhereUsed::theSameAsReadingEverything()
{
    ObjectIndex index({}, m_clock);
    const auto console = session(index);
    walkThroughAll(*console);
    settle(index);
    compare(index);
    std::set<QString> roles;
    for (const auto &[file, uses] : bruteForce()) {
        for (const QString &use : uses)
            roles.insert(use.section(u' ', 0, 0));
    }
    QCOMPARE(roles.size(), size_t(FileRole::EvalSource)); // each of them was there
    for (const ObjectKind kind :
         {ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Eval, ObjectKind::Job})
        QVERIFY(index.wholeAt(kind) > 0);
    const std::vector<IndexedObject> &stores = index.objects(ObjectKind::Store);
    for (const IndexedObject &store : stores)
        QVERIFY(index.wholeAt(ObjectKind::StoreFile, store.id) > 0);
    console->setObserver(nullptr);
}

/// The index is told of deletions by their answers only.
void TestWhereUsed::theSameAfterDeletions()
{
    ObjectIndex index({}, m_clock);
    const auto console = session(index);
    walkThroughAll(*console);
    settle(index);
    int open = 0;
    const auto done = [&](const Result<bool> &result) {
        --open;
        QVERIFY2(result, qPrintable(result ? QString() : result.error().details()));
    };
    // A file of each role, a file of a store, a store, an eval.
    QHash<FileRole, QString> chosen;
    QSet<QString> inSomeStore;
    const QStringList files = fileIds();
    for (const QString &file : files) {
        const QList<FileUse> uses = index.usesOf(file);
        for (const FileUse &use : uses)
            chosen.insert(use.role, file);
    }
    const IndexedObject detached = index.objects(ObjectKind::StoreFile).front();
    const IndexedObject lastStore = index.objects(ObjectKind::Store).back();
    const IndexedObject eval = index.objects(ObjectKind::Eval).front();
    const QSet<QString> doomed(chosen.cbegin(), chosen.cend());
    open = int(doomed.size()) + 2;
    for (const QString &file : doomed)
        console->files().remove(file, this, done);
    console->stores().remove(lastStore.id, this, done);
    console->evals().remove(eval.id, this, done);
    QTRY_COMPARE_WITH_TIMEOUT(open, 0, 30'000);
    if (detached.parentId != lastStore.id && !doomed.contains(detached.id)) {
        open = 1;
        console->stores().detach(detached.parentId, detached.id, this, done);
        QTRY_COMPARE_WITH_TIMEOUT(open, 0, 30'000);
    }
    settle(index);
    for (const QString &file : doomed)
        QVERIFY(!index.find(ObjectKind::File, file));
    compare(index);
    console->setObserver(nullptr);
}

void TestWhereUsed::theSameInTheNextRun()
{
    ObjectIndex::Options options;
    options.file = m_folder.filePath(u"index"_s);
    {
        ObjectIndex index(options, m_clock);
        index.open();
        const auto console = session(index);
        walkThroughAll(*console);
        settle(index);
        console->setObserver(nullptr);
    }
    ObjectIndex index(options, m_clock);
    index.open();
    settle(index);
    QVERIFY(index.isLoaded());
    compare(index);
    QFile kept(options.file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("sk-where-used"));
}

void TestWhereUsed::realAnswersCutOff()
{
    QRandomGenerator random(20'261'130);
    ObjectIndex index({}, m_clock);
    int changes = 0;
    connect(&index, &ObjectIndex::changed, this, [&] { ++changes; });
    for (const char *path :
         {"/files", "/batches", "/fine_tuning/jobs", "/vector_stores", "/evals", "/models"}) {
        const QByteArray body = rawRequest(m_server.url(), "GET", "/v1" + QByteArray(path)).body.trimmed();
        QVERIFY(body.size() > 100);
        for (int i = 0; i < 50; ++i) {
            const qsizetype size = random.bounded(int(body.size()));
            index.answered({"GET", QString::fromLatin1(path), {}, 200, body.first(size), 1'000});
        }
    }
    settle(index);
    QCOMPARE(changes, 0);
}

QTEST_GUILESS_MAIN(TestWhereUsed)
#include "tst_whereused.moc"
