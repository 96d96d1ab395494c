// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/storage.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace odc::server {

/** How results are ordered and scored. */
enum class ChunkRanker {
    None, ///< plain BM25
    Auto, ///< BM25, then by how many of the words a chunk holds and how close together; also the dated one
};

/** What a search asks for, beside its words. */
struct ChunkSearch
{
    QStringList queries;
    int maxResults = 10; ///< 1..50
    ChunkRanker ranker = ChunkRanker::Auto;
    double scoreThreshold = 0; ///< results below it are left out
    /** Which files may be among the results; asked once per file. All when empty. */
    std::function<bool(const QString &fileId)> allows;
};

/** One chunk that was found. */
struct ChunkHit
{
    QString fileId;
    qsizetype number = 0; ///< which chunk of the file, from 0
    double score = 0;     ///< 0..1
    QStringList texts;    ///< the text of the chunk
};

/** A file that has chunks. */
struct IndexedFile
{
    QString fileId;
    qsizetype chunks = 0;
    qint64 usageBytes = 0;
};

/**
 * The chunks of the files of stores, with full-text search: the table of one store is an index of its own, so
 * that how rare a word is counts within the store. Thread-safe. All functions throw StorageError.
 *
 * Scores. A chunk's plain score is BM25 (k1 = 1.2, b = 0.75, as FTS5 computes it) divided by what it could be
 * at most, the sum of (k1 + 1) idf(word) over the words of the query: the order is that of BM25, and the
 * value is between 0 and 1 whatever the store. Words are told apart without case and diacritics, each counts
 * once, at most 64 of a query. Of several queries the one that suits a chunk best counts. With a ranker, the
 * best 200 chunks by plain score are scored again: score = 0.5 plain + 0.3 share + 0.2 share close where
 * share is the idf of the query's words that the chunk holds over that of all of them, and close the number
 * of these words over the length, in words, of the shortest passage that holds them all (1 = side by side).
 * Equal scores keep the order in which files were put, then that of the chunks.
 */
class ChunkIndex
{
public:
    /** Bytes that a chunk takes beside its text: what usage_bytes counts for its place in the index. */
    static constexpr qint64 overheadPerChunk = 512;

    explicit ChunkIndex(const Storage &storage) : m_storage(storage) {}

    /** The statements that make the tables which know of stores and files. Those of single stores are made
     * when they get their first chunk. */
    static QStringList schema();

    /** Replaces the chunks of a file, all or nothing; inside of a Transaction or without. Returns the
     * usage_bytes: bytes of text in UTF-8, and overheadPerChunk for each. */
    qint64 put(const QString &storeId, const QString &fileId, const QStringList &chunks) const;
    /** False when the file had none. */
    bool remove(const QString &storeId, const QString &fileId) const;
    /** Removes all of the store, and its table. */
    void removeStore(const QString &storeId) const;

    /** The chunks of a file in order; empty when it has none. */
    QStringList chunks(const QString &storeId, const QString &fileId) const;
    /** What the file takes; 0 when it has no chunks. */
    qint64 usageBytes(const QString &storeId, const QString &fileId) const;
    /** The files of a store that have been put, in that order. */
    QList<IndexedFile> files(const QString &storeId) const;

    /** The best chunks first, a result for each. A query is plain text, whatever signs are in it; one without
     * words finds nothing. Each of the queries costs a search: the caller bounds their number. */
    QList<ChunkHit> search(const QString &storeId, const ChunkSearch &search) const;

private:
    const Storage &m_storage;
};

} // namespace odc::server
