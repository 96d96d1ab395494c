// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/chunkindex.h"

#include "localserver/stores/chunkrank.h"

#include <QHash>
#include <QSqlError>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr int maxResultsBound = 50;
constexpr qsizetype rerankDepth = 200;
constexpr qsizetype maxWords = 64;
constexpr double mostPerWorth = 2.2; ///< k1 + 1: what BM25 approaches for a word that fills a chunk

// The row of a chunk says whose it is: results are told apart by file without another look-up.
constexpr int numberBits = 24;
constexpr qint64 chunksPerFile = qint64(1) << numberBits;

/** Makes several statements one, whether or not a transaction is open; undone unless released. */
class Savepoint
{
public:
    explicit Savepoint(const Storage &storage) : m_storage(storage)
    {
        m_storage.run(u"SAVEPOINT chunk_index"_s);
    }
    ~Savepoint()
    {
        if (!m_open)
            return;
        QSqlQuery query(m_storage.connection());
        query.exec(u"ROLLBACK TO chunk_index"_s);
        query.exec(u"RELEASE chunk_index"_s);
    }
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    /** To be called before anything is read: one that turns from reader to writer may be refused. */
    void startWriting() const { m_storage.run(u"DELETE FROM chunk_stores WHERE 0"_s); }
    void release()
    {
        m_storage.run(u"RELEASE chunk_index"_s);
        m_open = false;
    }

private:
    const Storage &m_storage;
    bool m_open = true;
};

QString tableOf(qint64 store)
{
    return u"chunk_text_%1"_s.arg(store);
}

std::optional<qint64> number(QSqlQuery query)
{
    if (!query.next())
        return std::nullopt;
    return query.value(0).toLongLong();
}

std::optional<qint64> storeNumber(const Storage &storage, const QString &storeId)
{
    return number(storage.run(u"SELECT seq FROM chunk_stores WHERE store_id = ?"_s, {storeId}));
}

std::optional<qint64> fileNumber(const Storage &storage, qint64 store, const QString &fileId)
{
    return number(
        storage.run(u"SELECT seq FROM chunk_files WHERE store = ? AND file_id = ?"_s, {store, fileId}));
}

bool removeFile(const Storage &storage, qint64 store, const QString &fileId)
{
    const std::optional<qint64> file = fileNumber(storage, store, fileId);
    if (!file)
        return false;
    storage.run(u"DELETE FROM %1 WHERE rowid BETWEEN ? AND ?"_s.arg(tableOf(store)),
                {*file * chunksPerFile, *file * chunksPerFile + chunksPerFile - 1});
    storage.run(u"DELETE FROM chunk_files WHERE seq = ?"_s, {*file});
    return true;
}

/** A word as FTS5 reads it whatever it is; words have no quotes. */
QString quoted(const QString &word)
{
    return u'"' + word + u'"';
}

/** A chunk that may become a result. */
struct Candidate
{
    qint64 row;
    double score;
};

/** A search in one store, in a consistent view of it. */
class StoreSearch
{
public:
    StoreSearch(const Storage &storage, qint64 store, const ChunkSearch &search)
        : m_storage(storage), m_table(tableOf(store)), m_search(search),
          m_wanted(std::clamp(search.maxResults, 1, maxResultsBound))
    {
        QSqlQuery files =
            storage.run(u"SELECT seq, file_id, chunks FROM chunk_files WHERE store = ?"_s, {store});
        while (files.next()) {
            m_files.insert(files.value(0).toLongLong(), files.value(1).toString());
            m_chunks += files.value(2).toLongLong();
        }
    }

    QList<ChunkHit> run()
    {
        QHash<qint64, double> best;
        for (const QString &query : m_search.queries) {
            for (const Candidate &candidate : candidates(query)) {
                double &score = best[candidate.row];
                score = std::max(score, candidate.score);
            }
        }
        QList<Candidate> ordered;
        for (auto it = best.cbegin(); it != best.cend(); ++it) {
            if (it.value() >= m_search.scoreThreshold)
                ordered.append({it.key(), it.value()});
        }
        std::sort(ordered.begin(), ordered.end(), [](const Candidate &one, const Candidate &other) {
            return one.score != other.score ? one.score > other.score : one.row < other.row;
        });
        QList<ChunkHit> hits;
        for (const Candidate &found : ordered.first(std::min<qsizetype>(m_wanted, ordered.size())))
            hits.append({fileOf(found.row), found.row % chunksPerFile, found.score, {text(found.row)}});
        return hits;
    }

private:
    QList<Candidate> candidates(const QString &query)
    {
        QueryWords words = queryWords(query, maxWords);
        QStringList known;
        for (const QString &word : words.words) {
            const qint64 holding =
                number(
                    m_storage.run(u"SELECT count(*) FROM %1 WHERE %1 MATCH ?"_s.arg(m_table), {quoted(word)}))
                    .value_or(0);
            words.worth.append(wordWorth(m_chunks, holding));
            if (holding > 0)
                known.append(quoted(word));
        }
        QList<Candidate> found;
        if (known.isEmpty())
            return found;
        const bool reranks = m_search.ranker == ChunkRanker::Auto;
        const qsizetype depth = reranks ? rerankDepth : m_wanted;
        const double most = mostPerWorth * words.worthOfAll();
        QString sql =
            u"SELECT rowid, bm25(%1) AS rank_of FROM %1 WHERE %1 MATCH ? ORDER BY rank_of, rowid"_s.arg(
                m_table);
        if (!m_search.allows)
            sql += u" LIMIT %1"_s.arg(depth);
        QSqlQuery rows = m_storage.run(sql, {known.join(u" OR "_s)});
        while (found.size() < depth && rows.next()) {
            const qint64 row = rows.value(0).toLongLong();
            if (allowed(row))
                found.append({row, std::clamp(-rows.value(1).toDouble() / most, 0.0, 1.0)});
        }
        rows.finish();
        if (reranks) {
            for (Candidate &candidate : found)
                candidate.score = rerankedScore(candidate.score, words, text(candidate.row));
        }
        return found;
    }

    bool allowed(qint64 row)
    {
        const qint64 file = row / chunksPerFile;
        const auto known = m_allowed.constFind(file);
        if (known != m_allowed.cend())
            return *known;
        const bool allowed = m_files.contains(file) && (!m_search.allows || m_search.allows(m_files[file]));
        m_allowed.insert(file, allowed);
        return allowed;
    }

    QString fileOf(qint64 row) const { return m_files.value(row / chunksPerFile); }

    QString text(qint64 row) const
    {
        QSqlQuery query =
            m_storage.run(u"SELECT CAST(text AS BLOB) FROM %1 WHERE rowid = ?"_s.arg(m_table), {row});
        return query.next() ? QString::fromUtf8(query.value(0).toByteArray()) : QString();
    }

    const Storage &m_storage;
    const QString m_table;
    const ChunkSearch &m_search;
    const int m_wanted;
    QHash<qint64, QString> m_files;
    QHash<qint64, bool> m_allowed;
    qint64 m_chunks = 0;
};

} // namespace

QStringList ChunkIndex::schema()
{
    // Numbers are never given twice: they name the tables of stores, and say in which order files came.
    return {
        u"CREATE TABLE chunk_stores (seq INTEGER PRIMARY KEY AUTOINCREMENT, store_id TEXT NOT NULL UNIQUE)"_s,
        u"CREATE TABLE chunk_files (seq INTEGER PRIMARY KEY AUTOINCREMENT, store INTEGER NOT NULL, "
        "file_id TEXT NOT NULL, chunks INTEGER NOT NULL, usage_bytes INTEGER NOT NULL, "
        "UNIQUE (store, file_id))"_s,
    };
}

qint64 ChunkIndex::put(const QString &storeId, const QString &fileId, const QStringList &chunks) const
{
    if (chunks.size() > chunksPerFile)
        throw StorageError{u"a file of %1 chunks is more than the index holds"_s.arg(chunks.size())};
    Savepoint savepoint(m_storage);
    savepoint.startWriting();
    std::optional<qint64> store = storeNumber(m_storage, storeId);
    if (!store) {
        store = m_storage.run(u"INSERT INTO chunk_stores (store_id) VALUES (?)"_s, {storeId})
                    .lastInsertId()
                    .toLongLong();
        m_storage.run(
            u"CREATE VIRTUAL TABLE %1 USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')"_s.arg(
                tableOf(*store)));
    }
    removeFile(m_storage, *store, fileId);
    QList<QByteArray> texts;
    qint64 bytes = overheadPerChunk * chunks.size();
    for (const QString &chunk : chunks) {
        texts.append(chunk.toUtf8());
        bytes += texts.last().size();
    }
    const qint64 file = m_storage
                            .run(u"INSERT INTO chunk_files (store, file_id, chunks, usage_bytes) "
                                 "VALUES (?, ?, ?, ?)"_s,
                                 {*store, fileId, chunks.size(), bytes})
                            .lastInsertId()
                            .toLongLong();
    QSqlQuery insert(m_storage.connection());
    bool done =
        insert.prepare(u"INSERT INTO %1 (rowid, text) VALUES (?, CAST(? AS TEXT))"_s.arg(tableOf(*store)));
    for (qsizetype i = 0; i < texts.size() && done; ++i) {
        insert.bindValue(0, file * chunksPerFile + i);
        insert.bindValue(1, texts[i]);
        done = insert.exec();
    }
    if (!done)
        throw StorageError{insert.lastError().text()};
    insert.finish();
    savepoint.release();
    return bytes;
}

bool ChunkIndex::remove(const QString &storeId, const QString &fileId) const
{
    Savepoint savepoint(m_storage);
    savepoint.startWriting();
    const std::optional<qint64> store = storeNumber(m_storage, storeId);
    const bool removed = store && removeFile(m_storage, *store, fileId);
    savepoint.release();
    return removed;
}

void ChunkIndex::removeStore(const QString &storeId) const
{
    Savepoint savepoint(m_storage);
    savepoint.startWriting();
    if (const std::optional<qint64> store = storeNumber(m_storage, storeId)) {
        m_storage.run(u"DROP TABLE %1"_s.arg(tableOf(*store)));
        m_storage.run(u"DELETE FROM chunk_files WHERE store = ?"_s, {*store});
        m_storage.run(u"DELETE FROM chunk_stores WHERE seq = ?"_s, {*store});
    }
    savepoint.release();
}

QStringList ChunkIndex::chunks(const QString &storeId, const QString &fileId) const
{
    QStringList texts;
    Savepoint savepoint(m_storage);
    const std::optional<qint64> store = storeNumber(m_storage, storeId);
    const std::optional<qint64> file = store ? fileNumber(m_storage, *store, fileId) : std::nullopt;
    if (file) {
        QSqlQuery rows = m_storage.run(
            u"SELECT CAST(text AS BLOB) FROM %1 WHERE rowid BETWEEN ? AND ? ORDER BY rowid"_s.arg(
                tableOf(*store)),
            {*file * chunksPerFile, *file * chunksPerFile + chunksPerFile - 1});
        while (rows.next())
            texts.append(QString::fromUtf8(rows.value(0).toByteArray()));
    }
    savepoint.release();
    return texts;
}

qint64 ChunkIndex::usageBytes(const QString &storeId, const QString &fileId) const
{
    return number(m_storage.run(
                      u"SELECT usage_bytes FROM chunk_files JOIN chunk_stores ON store = chunk_stores.seq "
                      "WHERE store_id = ? AND file_id = ?"_s,
                      {storeId, fileId}))
        .value_or(0);
}

QList<IndexedFile> ChunkIndex::files(const QString &storeId) const
{
    QSqlQuery rows = m_storage.run(
        u"SELECT file_id, chunks, usage_bytes FROM chunk_files JOIN chunk_stores ON store = chunk_stores.seq "
        "WHERE store_id = ? ORDER BY chunk_files.seq"_s,
        {storeId});
    QList<IndexedFile> files;
    while (rows.next())
        files.append({rows.value(0).toString(), rows.value(1).toLongLong(), rows.value(2).toLongLong()});
    return files;
}

QList<ChunkHit> ChunkIndex::search(const QString &storeId, const ChunkSearch &search) const
{
    QList<ChunkHit> hits;
    Savepoint savepoint(m_storage);
    if (const std::optional<qint64> store = storeNumber(m_storage, storeId))
        hits = StoreSearch(m_storage, *store, search).run();
    savepoint.release();
    return hits;
}

} // namespace odc::server
