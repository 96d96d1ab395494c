// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "api/storefile.h"
#include "api/storesearch.h"
#include "api/vectorstore.h"
#include "base/call.h"
#include "base/result.h"

#include <functional>
#include <optional>

class QObject;

namespace odc {

class RequestQueue;

/// Parameters of the three lists; unset ones are not sent.
struct StoreListQuery
{
    int limit = 0;  ///< 1..100, 0 = the server's default
    QString order;  ///< "asc" or "desc"
    QString filter; ///< files only: in_progress, completed, failed, cancelled
    QString after;
    bool background = false; ///< stands back behind what a person waits for
};

/// What can be changed of a store; what is unset stays.
struct StoreUpdate
{
    std::optional<QString> name;         ///< empty: cleared
    std::optional<QJsonObject> metadata; ///< replaces all of it; empty: cleared
    struct Expiry
    {
        std::optional<qint64> days;
    };
    std::optional<Expiry> expiry; ///< without days: cleared

    QJsonObject toJson() const;
};

/// The sixteen operations on /vector_stores (WIRE §2, 14-29). Callbacks as in RequestQueue::send; long pages
/// are parsed on the pool. What creates or starts something goes out exactly once; a lost answer is
/// OutcomeUnknown. GUI thread.
class VectorStoresApi
{
public:
    explicit VectorStoresApi(RequestQueue &queue);

    /// `body`: name, description, file_ids (at most 500), expires_after, chunking_strategy, metadata.
    Call create(const QJsonObject &body, QObject *owner, std::function<void(Result<VectorStore>)> done);
    Call list(const StoreListQuery &query, QObject *owner,
              std::function<void(Result<Page<VectorStore>>)> done);
    Call retrieve(const QString &storeId, QObject *owner, std::function<void(Result<VectorStore>)> done);
    /// Comes to the same when it is repeated.
    Call update(const QString &storeId, const StoreUpdate &update, QObject *owner,
                std::function<void(Result<VectorStore>)> done);
    /// Its files stay. True: deleted now; false: it was already gone.
    Call remove(const QString &storeId, QObject *owner, std::function<void(Result<bool>)> done);
    /// Changes nothing but when the store was last active.
    Call search(const QString &storeId, const StoreSearchQuery &query, QObject *owner,
                std::function<void(Result<StoreSearchPage>)> done);

    /// Puts a file in; it is indexed later.
    Call attach(const QString &storeId, const QString &fileId, const QJsonObject &attributes,
                const std::optional<ChunkingStrategy> &chunking, QObject *owner,
                std::function<void(Result<StoreFile>)> done);
    Call listFiles(const QString &storeId, const StoreListQuery &query, QObject *owner,
                   std::function<void(Result<Page<StoreFile>>)> done);
    Call retrieveFile(const QString &storeId, const QString &fileId, QObject *owner,
                      std::function<void(Result<StoreFile>)> done);
    /// Replaces the whole map; empty: clears it. Comes to the same when it is repeated.
    Call updateAttributes(const QString &storeId, const QString &fileId, const QJsonObject &attributes,
                          QObject *owner, std::function<void(Result<StoreFile>)> done);
    /// The file itself stays. True: taken out now; false: it was not in there.
    Call detach(const QString &storeId, const QString &fileId, QObject *owner,
                std::function<void(Result<bool>)> done);
    Call content(const QString &storeId, const QString &fileId, QObject *owner,
                 std::function<void(Result<StoreFileContent>)> done);

    /// `body`: file_ids or files, at most 2,000; attributes and chunking_strategy for all go with file_ids
    /// only.
    Call createBatch(const QString &storeId, const QJsonObject &body, QObject *owner,
                     std::function<void(Result<StoreFileBatch>)> done);
    /// The answer's id is the one asked for, whatever the server says (WIRE §11, 4).
    Call retrieveBatch(const QString &storeId, const QString &batchId, QObject *owner,
                       std::function<void(Result<StoreFileBatch>)> done);
    /// Best effort: the answer may still say in_progress. Id as in retrieveBatch.
    Call cancelBatch(const QString &storeId, const QString &batchId, QObject *owner,
                     std::function<void(Result<StoreFileBatch>)> done);
    Call listBatchFiles(const QString &storeId, const QString &batchId, const StoreListQuery &query,
                        QObject *owner, std::function<void(Result<Page<StoreFile>>)> done);

    // Below the base URL; empty, which the queue refuses, when an id cannot be part of a path.
    static QString path(const QString &storeId);
    static QString filePath(const QString &storeId, const QString &fileId);
    static QString batchPath(const QString &storeId, const QString &batchId);

    static constexpr int mostFilesAtCreate = 500;
    static constexpr int mostFilesInBatch = 2000;

private:
    RequestQueue &m_queue;
};

} // namespace odc
