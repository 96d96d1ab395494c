// SPDX-License-Identifier: GPL-3.0-or-later
// The index of chunks: what is kept, replaced and removed, by one thread and by two.
#include "chunkbench.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace odc::test;

class TestLocalServerChunkIndex : public QObject, private ChunkBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void chunksAreKeptInOrder();
    void puttingAgainReplaces();
    void removedFilesAreFoundNoMore();
    void removedStoresLeaveNothing();
    void storesDoNotSeeEachOther();
    void theSameFileInTwoStores();
    void aFailedTransactionChangesNothing();
    void anyTextSurvives();
    void survivesReopeningReadOnly();
    void twoThreadsPutAtOnce();
    void thousandsOfFilesAreIndexedAndFound();

private:
    QStringList tables() const
    {
        QStringList names;
        QSqlQuery rows = m_storage->run(u"SELECT name FROM sqlite_master WHERE name LIKE 'chunk_text%'"_s);
        while (rows.next())
            names.append(rows.value(0).toString());
        return names;
    }
};

void TestLocalServerChunkIndex::chunksAreKeptInOrder()
{
    QStringList many;
    for (int i = 0; i < 1000; ++i)
        many.append(u"Stück %1"_s.arg(i));
    qint64 bytes = 0;
    for (const QString &chunk : many)
        bytes += chunk.toUtf8().size() + ChunkIndex::overheadPerChunk;
    QCOMPARE(m_index->put(store, u"file-a"_s, many), bytes);
    QCOMPARE(m_index->put(store, u"file-b"_s, {u"x"_s}), 1 + ChunkIndex::overheadPerChunk);
    QCOMPARE(m_index->chunks(store, u"file-a"_s), many);
    QCOMPARE(m_index->usageBytes(store, u"file-a"_s), bytes);
    const QList<IndexedFile> files = m_index->files(store);
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0].fileId, u"file-a"_s);
    QCOMPARE(files[0].chunks, 1000);
    QCOMPARE(files[0].usageBytes, bytes);
    QCOMPARE(files[1].fileId, u"file-b"_s);
    QVERIFY(m_index->chunks(store, u"file-c"_s).isEmpty());
    QVERIFY(m_index->chunks(u"vs_2"_s, u"file-a"_s).isEmpty());
    QCOMPARE(m_index->usageBytes(store, u"file-c"_s), 0);
    const QList<ChunkHit> hits = find(u"777"_s);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].number, 777);
    QCOMPARE(hits[0].texts, QStringList{u"Stück 777"_s});
}

void TestLocalServerChunkIndex::puttingAgainReplaces()
{
    m_index->put(store, u"file-a"_s, {u"alpha one"_s, u"alpha two"_s});
    m_index->put(store, u"file-a"_s, {u"beta"_s});
    QCOMPARE(m_index->chunks(store, u"file-a"_s), QStringList{u"beta"_s});
    QVERIFY(find(u"alpha"_s).isEmpty());
    QCOMPARE(filesOf(u"beta"_s), QStringList{u"file-a"_s});
    QCOMPARE(m_index->files(store).size(), 1);
    m_index->put(store, u"file-a"_s, {});
    QVERIFY(find(u"beta"_s).isEmpty());
    QCOMPARE(m_index->usageBytes(store, u"file-a"_s), 0);
}

void TestLocalServerChunkIndex::removedFilesAreFoundNoMore()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s, u"alpha"_s});
    m_index->put(store, u"file-b"_s, {u"alpha"_s});
    QVERIFY(m_index->remove(store, u"file-a"_s));
    QVERIFY(!m_index->remove(store, u"file-a"_s));
    QVERIFY(!m_index->remove(u"vs_2"_s, u"file-b"_s));
    QCOMPARE(filesOf(u"alpha"_s), QStringList{u"file-b"_s});
    QVERIFY(m_index->chunks(store, u"file-a"_s).isEmpty());
}

void TestLocalServerChunkIndex::removedStoresLeaveNothing()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s});
    m_index->put(u"vs_2"_s, u"file-a"_s, {u"alpha"_s});
    const qsizetype both = tables().size();
    m_index->removeStore(store);
    m_index->removeStore(u"vs_unknown"_s);
    QVERIFY(find(u"alpha"_s).isEmpty());
    QVERIFY(m_index->files(store).isEmpty());
    QCOMPARE(tables().size(), both / 2);
    QCOMPARE(m_index->chunks(u"vs_2"_s, u"file-a"_s), QStringList{u"alpha"_s});
    m_index->put(store, u"file-a"_s, {u"beta"_s});
    QVERIFY(find(u"alpha"_s).isEmpty());
    QCOMPARE(filesOf(u"beta"_s), QStringList{u"file-a"_s});
}

void TestLocalServerChunkIndex::storesDoNotSeeEachOther()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s});
    m_index->put(u"vs_2"_s, u"file-b"_s, {u"alpha"_s});
    QCOMPARE(filesOf(u"alpha"_s), QStringList{u"file-a"_s});
    QVERIFY(m_index->search(u"vs_3"_s, {.queries = {u"alpha"_s}, .allows = {}}).isEmpty());
}

void TestLocalServerChunkIndex::theSameFileInTwoStores()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s});
    m_index->put(u"vs_2"_s, u"file-a"_s, {u"al"_s, u"pha"_s});
    QVERIFY(m_index->remove(store, u"file-a"_s));
    QCOMPARE(m_index->chunks(u"vs_2"_s, u"file-a"_s), (QStringList{u"al"_s, u"pha"_s}));
}

void TestLocalServerChunkIndex::aFailedTransactionChangesNothing()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s});
    {
        Transaction transaction(*m_storage);
        m_index->put(store, u"file-a"_s, {u"beta"_s});
        m_index->put(u"vs_2"_s, u"file-b"_s, {u"beta"_s});
        m_index->removeStore(store);
        QVERIFY(find(u"alpha"_s).isEmpty());
    }
    QCOMPARE(m_index->chunks(store, u"file-a"_s), QStringList{u"alpha"_s});
    QCOMPARE(filesOf(u"alpha"_s), QStringList{u"file-a"_s});
    QVERIFY(m_index->files(u"vs_2"_s).isEmpty());
    {
        Transaction transaction(*m_storage);
        m_index->put(u"vs_2"_s, u"file-b"_s, {u"beta"_s});
        transaction.commit();
    }
    QCOMPARE(m_index->chunks(u"vs_2"_s, u"file-b"_s), QStringList{u"beta"_s});
}

void TestLocalServerChunkIndex::anyTextSurvives()
{
    QString nul = u"before after"_s;
    nul[6] = QChar(0);
    const QStringList texts{nul, u""_s, u"'); DROP TABLE chunk_files; --"_s, u"🙂 e\u0301 \ufffd"_s,
                            QString(200'000, u'x')};
    const QString fileId = u"file-'\"%"_s;
    m_index->put(u"vs_'; --"_s, fileId, texts);
    QCOMPARE(m_index->chunks(u"vs_'; --"_s, fileId), texts);
    QVERIFY(m_index->remove(u"vs_'; --"_s, fileId));
}

void TestLocalServerChunkIndex::survivesReopeningReadOnly()
{
    m_index->put(store, u"file-a"_s, {u"alpha"_s, u"beta"_s});
    QVERIFY(open(true));
    QCOMPARE(m_index->chunks(store, u"file-a"_s), (QStringList{u"alpha"_s, u"beta"_s}));
    QCOMPARE(filesOf(u"beta"_s), QStringList{u"file-a"_s});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"readonly"_s));
    QVERIFY_THROWS_EXCEPTION(StorageError, m_index->put(store, u"file-b"_s, {u"x"_s}));
}

void TestLocalServerChunkIndex::twoThreadsPutAtOnce()
{
    constexpr int each = 100;
    std::atomic<int> failed = 0;
    const auto work = [&](int thread) {
        try {
            for (int i = 0; i < each; ++i) {
                const QString fileId = u"file-%1-%2"_s.arg(thread).arg(i);
                m_index->put(i % 2 ? store : u"vs_%1"_s.arg(thread), fileId, {u"alpha %1"_s.arg(i)});
                find(u"alpha"_s);
                if (i % 10 == 3)
                    m_index->remove(store, fileId);
            }
            m_index->removeStore(u"vs_%1"_s.arg(thread));
        } catch (const StorageError &) {
            ++failed;
        }
        m_storage->leaveThread();
    };
    std::thread one(work, 11);
    std::thread two(work, 12);
    one.join();
    two.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(m_index->files(store).size(), 2 * (each / 2 - each / 10));
}

void TestLocalServerChunkIndex::thousandsOfFilesAreIndexedAndFound()
{
    constexpr int files = 5000;
    for (int i = 0; i < files; ++i)
        m_index->put(store, u"file-%1"_s.arg(i), {u"common text of the file number%1"_s.arg(i)});
    QCOMPARE(m_index->files(store).size(), files);
    QCOMPARE(filesOf(u"number4711"_s), QStringList{u"file-4711"_s});
    QCOMPARE(find(u"common number17"_s, ChunkRanker::Auto).first().fileId, u"file-17"_s);
    QCOMPARE(find(u"common"_s, ChunkRanker::Auto).size(), 50);
}

QTEST_GUILESS_MAIN(TestLocalServerChunkIndex)
#include "tst_localserver_chunkindex.moc"
