// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include <QJsonArray>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

StoreListQuery wholeList()
{
    StoreListQuery query;
    query.limit = 100;
    return query;
}

} // namespace

/// Each of the sixteen operations on vector stores under each fault. What is made, started or taken away is
/// counted at the server.
class TestStoresFaults : public FaultTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void lastingFaults_data() { addLastingFaults(); }
    void lastingFaults() { lastingFault(); }
    void passingFaults_data() { addPassingFaults(); }
    void passingFaults() { passingFault(); }
    void nothingListens_data() { addOperations(); }
    void nothingListens() { nothingThere(); }

private:
    QList<FaultyOperation> operations() const override;
    bool begin(Session &session, const QString &operation, std::optional<Ending> &ending) override;
    void verifyTraces(const QString &operation, int arrived) override;
    bool beginOnFiles(Session &session, const QString &operation, std::optional<Ending> &ending);

    QString m_newName; ///< of the store that a create makes
    QString m_store;   ///< made for the row
    QString m_inside;  ///< a file that is in it
    QString m_outside; ///< one that is not
    QString m_batch;   ///< which goes on
};

QList<FaultyOperation> TestStoresFaults::operations() const
{
    return {{"create store", "POST", "/vector_stores", Does::Makes},
            {"list stores", "GET", "/vector_stores"},
            {"retrieve store", "GET", ""},
            {"update store", "POST", ""},
            {"delete store", "DELETE", "", Does::Deletes},
            {"search", "POST", "/search"},
            {"attach", "POST", "/files", Does::Makes},
            {"list files", "GET", "/files"},
            {"retrieve file", "GET", ""},
            {"update attributes", "POST", ""},
            {"detach", "DELETE", "", Does::Deletes},
            {"content", "GET", "/content"},
            {"create batch", "POST", "/file_batches", Does::Makes},
            {"retrieve batch", "GET", ""},
            {"cancel batch", "POST", "/cancel", Does::Ends},
            {"list batch files", "GET", "/files"}};
}

void TestStoresFaults::initTestCase()
{
    startServer({u"--time-scale"_s, u"0"_s});
    m_outside = upload("assistants", "outside.md", "A text about pumps.");
    m_inside = upload("assistants", "inside.md", "A text about valves.");
}

void TestStoresFaults::init()
{
    static int row = 0;
    m_newName = u"new %1"_s.arg(++row);
    m_store = ask("POST", u"/vector_stores"_s, {{u"name"_s, u"target"_s}})["id"_L1].toString();
    QVERIFY(!m_store.isEmpty());
    const QString never = upload("assistants", "never.md", "[[never]]");
    ask("POST", u"/vector_stores/"_s + m_store + u"/files"_s, {{u"file_id"_s, m_inside}});
    m_batch = ask("POST", u"/vector_stores/"_s + m_store + u"/file_batches"_s,
                  {{u"file_ids"_s, QJsonArray{never}}})["id"_L1]
                  .toString();
    QVERIFY(!m_batch.isEmpty());
    QTRY_COMPARE(ask("GET", u"/vector_stores/"_s + m_store + u"/files/"_s + m_inside)["status"_L1].toString(),
                 u"completed"_s);
    forgetRequests();
}

bool TestStoresFaults::begin(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    VectorStoresApi &stores = session.stores();
    const auto isTarget = [this](const VectorStore &store) { return store.id == m_store; };
    if (operation == "create store"_L1) {
        stores.create(
            {{u"name"_s, m_newName}}, this,
            into<VectorStore>(ending, [this](const VectorStore &store) { return store.name == m_newName; }));
    } else if (operation == "list stores"_L1) {
        stores.list(wholeList(), this, into<Page<VectorStore>>(ending, [isTarget](const auto &page) {
                        return std::any_of(page.items.begin(), page.items.end(), isTarget);
                    }));
    } else if (operation == "retrieve store"_L1) {
        stores.retrieve(m_store, this, into<VectorStore>(ending, isTarget));
    } else if (operation == "update store"_L1) {
        StoreUpdate update;
        update.name = m_newName;
        stores.update(m_store, update, this, into<VectorStore>(ending, [this](const VectorStore &store) {
                          return store.name == m_newName;
                      }));
    } else if (operation == "delete store"_L1) {
        stores.remove(m_store, this, into<bool>(ending, [](bool) { return true; }));
    } else if (operation == "search"_L1) {
        StoreSearchQuery query;
        query.queries = {u"valves"_s};
        stores.search(m_store, query, this,
                      into<StoreSearchPage>(ending, [this](const StoreSearchPage &page) {
                          return !page.hits.isEmpty() && page.hits.first().fileId == m_inside;
                      }));
    } else {
        return beginOnFiles(session, operation, ending);
    }
    return true;
}

bool TestStoresFaults::beginOnFiles(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    VectorStoresApi &stores = session.stores();
    const auto isInside = [this](const StoreFile &file) { return file.id == m_inside; };
    const auto holdsInside = [isInside](const Page<StoreFile> &page) {
        return std::any_of(page.items.begin(), page.items.end(), isInside);
    };
    const auto isBatch = [this](const StoreFileBatch &batch) { return batch.id == m_batch; };
    if (operation == "attach"_L1) {
        stores.attach(
            m_store, m_outside, {}, {}, this,
            into<StoreFile>(ending, [this](const StoreFile &file) { return file.id == m_outside; }));
    } else if (operation == "list files"_L1) {
        stores.listFiles(m_store, wholeList(), this, into<Page<StoreFile>>(ending, holdsInside));
    } else if (operation == "retrieve file"_L1) {
        stores.retrieveFile(m_store, m_inside, this, into<StoreFile>(ending, isInside));
    } else if (operation == "update attributes"_L1) {
        stores.updateAttributes(m_store, m_inside, {{u"a"_s, 1}}, this,
                                into<StoreFile>(ending, [](const StoreFile &file) {
                                    return file.attributes == QJsonObject{{u"a"_s, 1}};
                                }));
    } else if (operation == "detach"_L1) {
        stores.detach(m_store, m_inside, this, into<bool>(ending, [](bool) { return true; }));
    } else if (operation == "content"_L1) {
        stores.content(m_store, m_inside, this,
                       into<StoreFileContent>(ending, [](const StoreFileContent &content) {
                           return content.chunks.join(QString()).contains(u"valves"_s);
                       }));
    } else if (operation == "create batch"_L1) {
        stores.createBatch(m_store, {{u"file_ids"_s, QJsonArray{m_outside}}}, this,
                           into<StoreFileBatch>(ending, [this](const StoreFileBatch &batch) {
                               return !batch.id.isEmpty() && batch.id != m_batch;
                           }));
    } else if (operation == "retrieve batch"_L1) {
        stores.retrieveBatch(m_store, m_batch, this, into<StoreFileBatch>(ending, isBatch));
    } else if (operation == "cancel batch"_L1) {
        stores.cancelBatch(m_store, m_batch, this, into<StoreFileBatch>(ending, isBatch));
    } else if (operation == "list batch files"_L1) {
        stores.listBatchFiles(
            m_store, m_batch, {}, this, into<Page<StoreFile>>(ending, [](const Page<StoreFile> &page) {
                return page.items.size() == 1 && page.items.first().status == "in_progress"_L1;
            }));
    } else {
        return false;
    }
    return true;
}

void TestStoresFaults::verifyTraces(const QString &operation, int arrived)
{
    const auto madeBy = [&](const char *name) { return operation == QLatin1StringView(name) ? arrived : 0; };
    const QString store = u"/v1/vector_stores/"_s + m_store;
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/vector_stores"_s), madeBy("create store"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/files"_s), madeBy("attach"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/file_batches"_s), madeBy("create batch"));
    QCOMPARE(m_server.count(u"POST"_s, store + u"/file_batches/"_s + m_batch + u"/cancel"_s),
             madeBy("cancel batch"));
    const bool isDeleted = madeBy("delete store") == 1;
    QCOMPARE(statusOf(u"/vector_stores/"_s + m_store), isDeleted ? 404 : 200);
    if (isDeleted)
        return;
    const QString files = u"/vector_stores/"_s + m_store + u"/files/"_s;
    QCOMPARE(statusOf(files + m_inside), madeBy("detach") == 1 ? 404 : 200);
    QCOMPARE(statusOf(files + m_outside), madeBy("attach") + madeBy("create batch") == 1 ? 200 : 404);
    // The files themselves stay, whatever becomes of their store.
    QCOMPARE(statusOf(u"/files/"_s + m_inside), 200);
}

QTEST_GUILESS_MAIN(TestStoresFaults)
#include "tst_stores_faults.moc"
