// SPDX-License-Identifier: GPL-3.0-or-later
// How files of vector stores are indexed: in their order, so many at a time, by a server that is ended or
// killed in the middle, and many of them.
#include "storeclient.h"
#include "support/serverprocess.h"

#include <QElapsedTimer>

using namespace odc::test;
using odc::server::LocalServer;

class TestLocalServerStoreRuns : public QObject, private StoreClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(emptyFolder());
        start();
    }

    void theyAreTakenUpInOrder();
    void goOnAfterARestart();
    void goOnAfterAKill();
    void manyAreQuick();
};

void TestLocalServerStoreRuns::theyAreTakenUpInOrder()
{
    startSlow();
    const QByteArray id = makeStore();
    QStringList files;
    for (int i = 0; i < 40; ++i)
        files.append(upload("text " + QByteArray::number(i)));
    attachAll(id, files);
    m_server.advanceClock(101); // so many at a time, and not all
    QTRY_COMPARE(countsOf(store(id)), counts(8, 32, 0, 0));
    for (int i = 0; i < files.size(); ++i)
        QCOMPARE(statusOf(id, files.at(i)), i < 32 ? u"completed"_s : u"in_progress"_s);
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(0, 40, 0, 0));
}

void TestLocalServerStoreRuns::goOnAfterARestart()
{
    startSlow();
    const QByteArray id = makeStore();
    const QStringList files = uploads(QByteArrayList(40, "text"));
    attachAll(id, files);
    m_server.advanceClock(101);
    QTRY_COMPARE(countsOf(store(id)), counts(8, 32, 0, 0));
    m_server.stop();
    start([](LocalServer::Options &options) { options.readOnly = true; });
    QCOMPARE(countsOf(store(id)), counts(8, 32, 0, 0)); // nothing moves where nothing may be written
    start();
    QCOMPARE(countsOf(settled(id)), counts(0, 40, 0, 0));
    QCOMPARE(store(id)[u"usage_bytes"_s].toInteger(), usageOfFiles(id));
}

void TestLocalServerStoreRuns::goOnAfterAKill()
{
    ServerProcess server;
    QVERIFY(server.start({u"--time-scale"_s, u"1"_s}));
    constexpr int count = 300;
    const auto ask = [&](const QByteArray &method, const QByteArray &path, const QJsonObject &body = {}) {
        return rawRequest(server.url(), method, path, {}, body.isEmpty() ? QByteArray() : compact(body));
    };
    QStringList files;
    for (int i = 0; i < count; ++i)
        files.append(QString::fromUtf8(idOf(postForm(
            server.url(), "/v1/files",
            {{"purpose", "assistants", {}}, {"file", "word text " + QByteArray::number(i), "note.txt"}}))));
    const QByteArray id = idOf(ask("POST", "/v1/vector_stores", {{u"name"_s, u"kb"_s}}));
    ask("POST", storePath(id) + "/file_batches", {{u"file_ids"_s, QJsonArray::fromStringList(files)}});
    const auto state = [&] { return ask("GET", storePath(id)).json(); };
    const auto completed = [&] { return countsOf(state())[u"completed"_s].toInt(); };
    int seen = 0;
    for (int kills = 0; kills < 3; ++kills) {
        QTRY_VERIFY_WITH_TIMEOUT(completed() > seen + 20, 20'000);
        seen = completed();
        server.kill();
        QVERIFY(server.start({u"--time-scale"_s, kills == 2 ? u"0"_s : u"1"_s}));
        QVERIFY(completed() >= seen);
        QCOMPARE(countsOf(state())[u"total"_s].toInt(), count);
    }
    QTRY_COMPARE_WITH_TIMEOUT(countsOf(state()), counts(0, count, 0, 0), 20'000);
    qint64 bytes = 0;
    QByteArray after;
    for (bool more = true; more;) {
        const QJsonObject page = ask("GET", storePath(id) + "/files?limit=100" + after).json();
        for (const QJsonValue &each : page[u"data"_s].toArray())
            bytes += each[u"usage_bytes"_s].toInteger();
        more = page[u"has_more"_s].toBool();
        after = "&after=" + page[u"last_id"_s].toString().toUtf8();
    }
    QCOMPARE(state()[u"usage_bytes"_s].toInteger(), bytes);
    // Each is found once.
    for (int i = 0; i < count; i += 37) {
        const QJsonArray hits = ask("POST", storePath(id) + "/search", {{u"query"_s, QString::number(i)}})
                                    .json()[u"data"_s]
                                    .toArray();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first()[u"file_id"_s].toString(), files.at(i));
    }
}

void TestLocalServerStoreRuns::manyAreQuick()
{
    start([](LocalServer::Options &options) {
        options.seed = LocalServer::Seed::Large;
        options.seedCount = 2000;
    });
    QStringList files;
    for (const QJsonValue &each : list("/v1/files?limit=2000"))
        files.append(each[u"id"_s].toString());
    const QByteArray id = makeStore();
    QElapsedTimer timer;
    timer.start();
    const RawReply reply = attachAll(id, files);
    const qint64 attached = timer.restart();
    QCOMPARE(reply.status, 200);
    QCOMPARE(countsOf(reply.json())[u"total"_s].toInt(), 2000);
    const QJsonObject done = settled(id);
    qInfo("2,000 files: attached in %lld ms, indexed in %lld ms", attached, timer.elapsed());
    QCOMPARE(countsOf(done), counts(0, 2000, 0, 0));
}

QTEST_GUILESS_MAIN(TestLocalServerStoreRuns)
#include "tst_localserver_storeruns.moc"
