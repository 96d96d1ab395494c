// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/chunkindex.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

namespace odc::test {

using namespace odc::server;
using namespace Qt::StringLiterals;

/** A chunk and its words, in small letters and told apart by blanks: all that the corpus of the test needs.
 */
struct Document
{
    QString fileId;
    qsizetype number;
    QStringList words;
};

/** An index in a data folder of its own. */
class ChunkBench
{
protected:
    const QString store = u"vs_1"_s;

    /** False when the folder cannot be used. */
    bool open(bool readOnly = false)
    {
        if (!m_folder)
            m_folder = std::make_unique<QTemporaryDir>();
        m_index.reset();
        m_storage.reset();
        QString error;
        m_storage = Storage::open(m_folder->path(), readOnly, &error);
        if (m_storage)
            m_index = std::make_unique<ChunkIndex>(*m_storage);
        return m_storage != nullptr;
    }
    void close()
    {
        m_index.reset();
        m_storage.reset();
        m_folder.reset();
    }
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
    /** Documents of random words of which some are rare and some are everywhere. */
    QList<Document> putCorpus(int files, quint32 seed) const
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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ChunkIndex> m_index;
};

} // namespace odc::test
