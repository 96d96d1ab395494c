// SPDX-License-Identifier: GPL-3.0-or-later
// The index of chunks: what is kept and removed, and which chunks a search finds, in which order and with
// which score. BM25 is computed here a second time, word by word.
#include "localserver/stores/chunkindex.h"
#include "localserver/stores/chunkrank.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace odc::server;

namespace {

const auto store = u"vs_1"_s;

/** A chunk and its words, in small letters and told apart by blanks: all that the corpus of the test needs.
 */
struct Document
{
    QString fileId;
    qsizetype number;
    QStringList words;
};

/** The score of each document by the formula of the books, as far as it is above 0. */
QHash<QString, double> plainScores(const QList<Document> &documents, const QStringList &query)
{
    constexpr double k1 = 1.2;
    constexpr double b = 0.75;
    double length = 0;
    for (const Document &document : documents)
        length += double(document.words.size());
    const double average = length / double(documents.size());
    QHash<QString, double> scores;
    double most = 0;
    for (const QString &word : query) {
        const auto holding =
            double(std::count_if(documents.begin(), documents.end(),
                                 [&](const Document &one) { return one.words.contains(word); }));
        const double plain = std::log((double(documents.size()) - holding + 0.5) / (holding + 0.5));
        const double idf = plain > 0 ? plain : 1e-6;
        most += idf * (k1 + 1);
        for (const Document &document : documents) {
            const auto often = double(document.words.count(word));
            if (often > 0)
                scores[u"%1/%2"_s.arg(document.fileId).arg(document.number)] +=
                    idf * often * (k1 + 1) /
                    (often + k1 * (1 - b + b * double(document.words.size()) / average));
        }
    }
    for (double &score : scores)
        score /= most;
    return scores;
}

QString keyOf(const ChunkHit &hit)
{
    return u"%1/%2"_s.arg(hit.fileId).arg(hit.number);
}

} // namespace

class TestLocalServerChunkIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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

    void plainScoresAreBm25_data();
    void plainScoresAreBm25();
    void severalQueriesCountTheBest();
    void rarenessCountsWithinTheStore();
    void signsOfTheSyntaxAreHarmless_data();
    void signsOfTheSyntaxAreHarmless();
    void wordsAreFoundInAnySpelling_data();
    void wordsAreFoundInAnySpelling();
    void resultsAreBounded();
    void thresholdsLeaveOutTheRest();
    void onlyAllowedFilesAreFound();
    void equalScoresKeepTheOrderOfFiles();
    void rankersPreferWordsThatAreTogether();
    void rankedScoresAreAsStated();
    void thousandsOfFilesAreIndexedAndFound();

private:
    QList<ChunkHit> find(const QString &query, ChunkRanker ranker = ChunkRanker::None, int most = 50) const
    {
        ChunkSearch search;
        search.queries = {query};
        search.ranker = ranker;
        search.maxResults = most;
        return m_index->search(store, search);
    }
    QStringList filesOf(const QString &query) const
    {
        QStringList files;
        for (const ChunkHit &hit : find(query))
            files.append(hit.fileId);
        return files;
    }
    QStringList tables() const
    {
        QStringList names;
        QSqlQuery rows = m_storage->run(u"SELECT name FROM sqlite_master WHERE name LIKE 'chunk_text%'"_s);
        while (rows.next())
            names.append(rows.value(0).toString());
        return names;
    }
    /** Documents of random words of which some are rare and some are everywhere. */
    QList<Document> putCorpus(int files, quint32 seed) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ChunkIndex> m_index;
};

void TestLocalServerChunkIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QString error;
    m_storage = Storage::open(m_folder->path(), false, &error);
    QVERIFY2(m_storage, qPrintable(error));
    m_index = std::make_unique<ChunkIndex>(*m_storage);
}

void TestLocalServerChunkIndex::cleanup()
{
    m_index.reset();
    m_storage.reset();
    m_folder.reset();
}

QList<Document> TestLocalServerChunkIndex::putCorpus(int files, quint32 seed) const
{
    QRandomGenerator random(seed);
    QList<Document> documents;
    for (int file = 0; file < files; ++file) {
        const QString fileId = u"file-%1"_s.arg(file);
        QStringList texts;
        for (int chunk = 0, chunks = 1 + random.bounded(4); chunk < chunks; ++chunk) {
            QStringList words;
            for (int i = 0, length = 3 + random.bounded(60); i < length; ++i) {
                const double place = random.generateDouble();
                words.append(u"w%1"_s.arg(int(place * place * place * 80)));
            }
            documents.append({fileId, chunk, words});
            texts.append(words.join(u' '));
        }
        m_index->put(store, fileId, texts);
    }
    return documents;
}

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
    m_index.reset();
    m_storage.reset();
    QString error;
    m_storage = Storage::open(m_folder->path(), true, &error);
    QVERIFY2(m_storage, qPrintable(error));
    m_index = std::make_unique<ChunkIndex>(*m_storage);
    QCOMPARE(m_index->chunks(store, u"file-a"_s), (QStringList{u"alpha"_s, u"beta"_s}));
    QCOMPARE(filesOf(u"beta"_s), QStringList{u"file-a"_s});
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

void TestLocalServerChunkIndex::plainScoresAreBm25_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("rare") << u"w79"_s;
    QTest::newRow("everywhere") << u"w0"_s;
    QTest::newRow("both") << u"w0 w79"_s;
    QTest::newRow("several") << u"w12 w33 w50 w2 w61"_s;
    QTest::newRow("with one that is not there") << u"w70 nowhere"_s;
    QTest::newRow("nothing") << u"nowhere"_s;
}

void TestLocalServerChunkIndex::plainScoresAreBm25()
{
    QFETCH(QString, query);
    for (const int files : {1, 3, 40}) {
        m_index->removeStore(store);
        const QList<Document> documents = putCorpus(files, 5);
        const QHash<QString, double> expected = plainScores(documents, query.split(u' '));
        const QList<ChunkHit> hits = find(query);
        QCOMPARE(hits.size(), std::min<qsizetype>(50, expected.size()));
        QStringList order;
        for (const ChunkHit &hit : hits) {
            QVERIFY(hit.score > 0 && hit.score < 1);
            QVERIFY(std::abs(hit.score - expected.value(keyOf(hit), -1)) < 1e-9);
            order.append(keyOf(hit));
        }
        // Best first, and nothing better was left out.
        QList<double> all = expected.values();
        std::sort(all.begin(), all.end(), std::greater<>());
        for (qsizetype i = 0; i < hits.size(); ++i)
            QVERIFY(std::abs(hits[i].score - all[i]) < 1e-9);
        QCOMPARE(QSet<QString>(order.begin(), order.end()).size(), order.size());
    }
}

void TestLocalServerChunkIndex::severalQueriesCountTheBest()
{
    const QList<Document> documents = putCorpus(30, 9);
    const QHash<QString, double> first = plainScores(documents, {u"w40"_s, u"w3"_s});
    const QHash<QString, double> second = plainScores(documents, {u"w66"_s});
    const QList<ChunkHit> hits = m_index->search(
        store,
        {.queries = {u"w40 w3"_s, u"w66"_s}, .maxResults = 50, .ranker = ChunkRanker::None, .allows = {}});
    QVERIFY(hits.size() > 5);
    for (const ChunkHit &hit : hits)
        QVERIFY(std::abs(hit.score - std::max(first.value(keyOf(hit)), second.value(keyOf(hit)))) < 1e-9);
    QVERIFY(std::is_sorted(hits.begin(), hits.end(), [](const ChunkHit &one, const ChunkHit &other) {
        return one.score > other.score;
    }));
}

void TestLocalServerChunkIndex::rarenessCountsWithinTheStore()
{
    // "common" is rare in the store that is searched, whatever it is elsewhere.
    for (int i = 0; i < 50; ++i)
        m_index->put(u"vs_2"_s, u"file-%1"_s.arg(i), {u"common word here"_s});
    m_index->put(store, u"file-a"_s, {u"common word here"_s});
    const double alone = [&] {
        for (int i = 0; i < 9; ++i)
            m_index->put(store, u"file-%1"_s.arg(i), {u"frequent word here"_s});
        return find(u"common frequent"_s).first().score;
    }();
    QCOMPARE(filesOf(u"common frequent"_s).first(), u"file-a"_s);
    m_index->removeStore(u"vs_2"_s);
    QCOMPARE(find(u"common frequent"_s).first().score, alone);
}

void TestLocalServerChunkIndex::signsOfTheSyntaxAreHarmless_data()
{
    QTest::addColumn<QString>("query");
    for (const QString &query :
         {u"\"alpha"_s, u"alpha\" OR \""_s, u"alpha AND"_s, u"NOT alpha"_s, u"NEAR(alpha beta, 2)"_s,
          u"alpha*"_s, u"text:alpha"_s, u"-alpha"_s, u"^alpha"_s, u"{alpha} : x"_s, u"(alpha"_s, u"alpha)"_s,
          u"alpha + "_s, u"'; DROP TABLE chunk_files; -- alpha"_s, u"alpha\\"_s, u"rank:alpha?"_s,
          u"chunk_text_1 alpha"_s})
        QTest::newRow(qPrintable(query)) << query;
}

void TestLocalServerChunkIndex::signsOfTheSyntaxAreHarmless()
{
    QFETCH(QString, query);
    m_index->put(store, u"file-a"_s, {u"one alpha here"_s});
    m_index->put(store, u"file-b"_s, {u"alphabet"_s, u"gamma"_s});
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        const QList<ChunkHit> hits = find(query, ranker);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits[0].fileId, u"file-a"_s);
    }
    QString nul = u"alpha"_s;
    nul.append(QChar(0)).append(QChar(0xdc00));
    QCOMPARE(filesOf(nul), QStringList{u"file-a"_s});
    for (const QString &nothing : {u""_s, u"  "_s, u"\"\""_s, u"*"_s, u"?!:^()"_s, u"🙂"_s})
        QVERIFY(find(nothing).isEmpty());
    // More words than are looked at, and one that is longer than any.
    QString longest(100'000, u'y');
    for (int i = 0; i < 5000; ++i)
        longest += u" x%1"_s.arg(i);
    QVERIFY(find(longest).isEmpty());
    QCOMPARE(filesOf(u"alpha "_s + longest), QStringList{u"file-a"_s});
}

void TestLocalServerChunkIndex::wordsAreFoundInAnySpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    const auto row = [](const QString &text, const QString &query, bool found) {
        QTest::addRow("%s in %s", qPrintable(query), qPrintable(text)) << text << query << found;
    };
    row(u"Größe der Äpfel"_s, u"GRÖßE"_s, true);
    row(u"Größe der Äpfel"_s, u"apfel"_s, true);
    row(u"Größe der Äpfel"_s, u"a\u0308pfel"_s, true);
    row(u"a\u0308pfel"_s, u"Äpfel"_s, true);
    row(u"Äpfel"_s, u"Apfelbaum"_s, false);
    row(u"Ελληνικός"_s, u"ελληνικοσ"_s, true);
    row(u"Привет мир"_s, u"ПРИВЕТ"_s, true);
    row(u"Việt Nam"_s, u"viet"_s, true);
    row(u"हिन्दी भाषा"_s, u"हिन्दी"_s, true);
    row(u"検索エンジン"_s, u"検索エンジン"_s, true);
    row(u"e-mail don't 3.14"_s, u"don’t"_s, true);
}

void TestLocalServerChunkIndex::wordsAreFoundInAnySpelling()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    m_index->put(store, u"file-a"_s, {text});
    for (int i = 0; i < 5; ++i)
        m_index->put(store, u"file-%1"_s.arg(i), {u"something else"_s});
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        const QList<ChunkHit> hits = find(query, ranker);
        QTEST(!hits.isEmpty(), "found");
        if (ranker == ChunkRanker::Auto && !hits.isEmpty())
            QVERIFY2(hits[0].score > 0.5, "the ranker sees the words too");
    }
}

void TestLocalServerChunkIndex::resultsAreBounded()
{
    putCorpus(60, 2);
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        const QList<ChunkHit> most = find(u"w0 w5 w20"_s, ranker, 50);
        QCOMPARE(most.size(), 50);
        for (const int count : {1, 7, 50}) {
            const QList<ChunkHit> fewer = find(u"w0 w5 w20"_s, ranker, count);
            QCOMPARE(fewer.size(), count);
            for (int i = 0; i < count; ++i)
                QCOMPARE(keyOf(fewer[i]), keyOf(most[i]));
        }
        QCOMPARE(find(u"w0"_s, ranker, 5000).size(), 50);
    }
}

void TestLocalServerChunkIndex::thresholdsLeaveOutTheRest()
{
    putCorpus(20, 4);
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        ChunkSearch search{.queries = {u"w10 w30 w50"_s}, .maxResults = 50, .ranker = ranker, .allows = {}};
        const QList<ChunkHit> all = m_index->search(store, search);
        search.scoreThreshold = all[all.size() / 2].score;
        const QList<ChunkHit> better = m_index->search(store, search);
        const auto expected = std::count_if(
            all.begin(), all.end(), [&](const ChunkHit &hit) { return hit.score >= search.scoreThreshold; });
        QCOMPARE(better.size(), expected);
        QVERIFY(better.size() < all.size());
        search.scoreThreshold = 1;
        QVERIFY(m_index->search(store, search).isEmpty());
    }
}

void TestLocalServerChunkIndex::onlyAllowedFilesAreFound()
{
    putCorpus(60, 6);
    QHash<QString, int> asked;
    const auto allows = [&asked](const QString &fileId) {
        ++asked[fileId];
        return fileId.endsWith(u'7');
    };
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        asked.clear();
        ChunkSearch search{.queries = {u"w0 w44"_s}, .maxResults = 50, .ranker = ranker, .allows = {}};
        search.allows = allows;
        const QList<ChunkHit> hits = m_index->search(store, search);
        QVERIFY(hits.size() > 5);
        for (const ChunkHit &hit : hits)
            QVERIFY(hit.fileId.endsWith(u'7'));
        for (const int times : std::as_const(asked))
            QCOMPARE(times, 1);
        search.allows = [](const QString &) { return false; };
        QVERIFY(m_index->search(store, search).isEmpty());
    }
}

void TestLocalServerChunkIndex::equalScoresKeepTheOrderOfFiles()
{
    const QStringList names{u"file-z"_s, u"file-m"_s, u"file-a"_s};
    for (const QString &name : names)
        m_index->put(store, name, {u"alpha beta"_s, u"alpha beta"_s});
    m_index->put(store, u"file-other"_s, {u"gamma delta"_s});
    for (const ChunkRanker ranker : {ChunkRanker::None, ChunkRanker::Auto}) {
        const QList<ChunkHit> hits = find(u"alpha"_s, ranker);
        QCOMPARE(hits.size(), 6);
        for (qsizetype i = 0; i < hits.size(); ++i) {
            QCOMPARE(hits[i].fileId, names[i / 2]);
            QCOMPARE(hits[i].number, i % 2);
        }
    }
}

void TestLocalServerChunkIndex::rankersPreferWordsThatAreTogether()
{
    const QString filler = u"lorem ipsum dolor sit amet "_s;
    m_index->put(store, u"file-apart"_s, {u"refund "_s + filler.repeated(3) + u"policy"_s});
    m_index->put(store, u"file-near"_s, {filler.repeated(3) + u" refund policy"_s});
    m_index->put(store, u"file-one"_s, {u"refund refund refund refund "_s});
    for (int i = 0; i < 10; ++i)
        m_index->put(store, u"file-%1"_s.arg(i), {filler});
    // One word often beats both words once in plain BM25, which is why there is a ranker.
    QCOMPARE(find(u"refund policy"_s, ChunkRanker::Auto).size(), 3);
    QStringList ranked;
    for (const ChunkHit &hit : find(u"refund policy"_s, ChunkRanker::Auto))
        ranked.append(hit.fileId);
    QCOMPARE(ranked, (QStringList{u"file-near"_s, u"file-apart"_s, u"file-one"_s}));
}

void TestLocalServerChunkIndex::rankedScoresAreAsStated()
{
    const QStringList texts{u"red green x x x x"_s, u"red x x x x green"_s, u"red x x x x x"_s};
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_index->put(store, u"file-%1"_s.arg(i), {texts[i]});
    for (int i = 0; i < 7; ++i)
        m_index->put(store, u"file-other-%1"_s.arg(i), {u"y y y y y y"_s});
    QHash<QString, double> plain;
    for (const ChunkHit &hit : find(u"red green"_s))
        plain[hit.fileId] = hit.score;
    const double red = std::log(7.5 / 3.5);
    const double green = std::log(8.5 / 2.5);
    const QList<double> share{1, 1, red / (red + green)};
    const QList<double> close{1, 2.0 / 6, 1};
    const QList<ChunkHit> ranked = find(u"red green"_s, ChunkRanker::Auto);
    QCOMPARE(ranked.size(), 3);
    for (qsizetype i = 0; i < ranked.size(); ++i) {
        QCOMPARE(ranked[i].fileId, u"file-%1"_s.arg(i));
        const double expected = 0.5 * plain[ranked[i].fileId] + 0.3 * share[i] + 0.2 * share[i] * close[i];
        QVERIFY(std::abs(ranked[i].score - expected) < 1e-9);
    }
}

void TestLocalServerChunkIndex::thousandsOfFilesAreIndexedAndFound()
{
    constexpr int files = 5000;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < files; ++i)
        m_index->put(store, u"file-%1"_s.arg(i), {u"common text of the file number%1"_s.arg(i)});
    qInfo("%d files put in %lld ms", files, timer.restart());
    QCOMPARE(m_index->files(store).size(), files);
    QCOMPARE(filesOf(u"number4711"_s), QStringList{u"file-4711"_s});
    QCOMPARE(find(u"common number17"_s, ChunkRanker::Auto).first().fileId, u"file-17"_s);
    QCOMPARE(find(u"common"_s, ChunkRanker::Auto).size(), 50);
    qInfo("three searches in %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestLocalServerChunkIndex)
#include "tst_localserver_chunkindex.moc"
