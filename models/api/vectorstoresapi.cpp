// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectorstoresapi.h"

#include "api/answers.h"
#include "api/requests.h"

namespace odc {

using namespace Qt::StringLiterals;
using answers::below;
using answers::inside;

namespace {

/// Both official clients send it on these operations, and on no other (WIRE §1).
ApiRequest withBeta(ApiRequest request)
{
    request.headers.add("OpenAI-Beta", "assistants=v2");
    return request;
}

ApiRequest reading(const QString &path)
{
    return withBeta(requests::reading(path));
}

ApiRequest posting(const QString &path, Effect effect, const QJsonObject &body)
{
    return withBeta(requests::posting(path, effect, body));
}

ApiRequest listing(const QString &path, const StoreListQuery &query)
{
    return withBeta(requests::listing(path, query, {{u"order"_s, query.order}, {u"filter"_s, query.filter}}));
}

/// Reads a batch, which is called what it was asked for by.
std::function<std::optional<StoreFileBatch>(const QJsonObject &, QString *)>
batchCalled(const QString &batchId)
{
    return [batchId](const QJsonObject &object, QString *why) -> std::optional<StoreFileBatch> {
        StoreFileBatch batch = StoreFileBatch::fromJson(object);
        if (batch.id.isEmpty()) {
            *why = QStringLiteral("\"id\" is missing");
            return {};
        }
        batch.id = batchId;
        return batch;
    };
}

} // namespace

QJsonObject StoreUpdate::toJson() const
{
    QJsonObject body;
    if (name)
        body.insert(u"name"_s, name->isEmpty() ? QJsonValue() : QJsonValue(*name));
    if (metadata)
        body.insert(u"metadata"_s, metadata->isEmpty() ? QJsonValue() : QJsonValue(*metadata));
    if (expiry) {
        body.insert(u"expires_after"_s, expiry->days
                                            ? QJsonValue(QJsonObject{{u"anchor"_s, u"last_active_at"_s},
                                                                     {u"days"_s, *expiry->days}})
                                            : QJsonValue());
    }
    return body;
}

VectorStoresApi::VectorStoresApi(RequestQueue &queue) : m_queue(queue) {}

QString VectorStoresApi::path(const QString &storeId)
{
    return below(u"/vector_stores"_s, "/"_L1, storeId);
}

QString VectorStoresApi::filePath(const QString &storeId, const QString &fileId)
{
    return below(path(storeId), "/files/"_L1, fileId);
}

QString VectorStoresApi::batchPath(const QString &storeId, const QString &batchId)
{
    return below(path(storeId), "/file_batches/"_L1, batchId);
}

Call VectorStoresApi::create(const QJsonObject &body, QObject *owner,
                             std::function<void(Result<VectorStore>)> done)
{
    return answers::sendForObject<VectorStore>(m_queue, posting(u"/vector_stores"_s, Effect::Creates, body),
                                               owner, std::move(done));
}

Call VectorStoresApi::list(const StoreListQuery &query, QObject *owner,
                           std::function<void(Result<Page<VectorStore>>)> done)
{
    return answers::sendForPage<VectorStore>(m_queue, listing(u"/vector_stores"_s, query), owner,
                                             std::move(done));
}

Call VectorStoresApi::retrieve(const QString &storeId, QObject *owner,
                               std::function<void(Result<VectorStore>)> done)
{
    return answers::sendForObject<VectorStore>(m_queue, reading(path(storeId)), owner, std::move(done));
}

Call VectorStoresApi::update(const QString &storeId, const StoreUpdate &update, QObject *owner,
                             std::function<void(Result<VectorStore>)> done)
{
    return answers::sendForObject<VectorStore>(m_queue, posting(path(storeId), Effect::Sets, update.toJson()),
                                               owner, std::move(done));
}

Call VectorStoresApi::remove(const QString &storeId, QObject *owner, std::function<void(Result<bool>)> done)
{
    return answers::sendForDeletion(m_queue, reading(path(storeId)), owner, std::move(done));
}

Call VectorStoresApi::search(const QString &storeId, const StoreSearchQuery &query, QObject *owner,
                             std::function<void(Result<StoreSearchPage>)> done)
{
    return answers::sendAndRead<StoreSearchPage>(
        m_queue, posting(inside(path(storeId), "/search"_L1), Effect::Reads, query.toJson()), owner,
        [](const QJsonObject &object, QString *why) {
            auto page = StoreSearchPage::fromJson(object);
            if (!page)
                *why = QStringLiteral("\"data\" is no list");
            return page;
        },
        std::move(done));
}

Call VectorStoresApi::attach(const QString &storeId, const QString &fileId, const QJsonObject &attributes,
                             const std::optional<ChunkingStrategy> &chunking, QObject *owner,
                             std::function<void(Result<StoreFile>)> done)
{
    QJsonObject body{{u"file_id"_s, fileId}};
    if (!attributes.isEmpty())
        body.insert(u"attributes"_s, attributes);
    if (chunking)
        body.insert(u"chunking_strategy"_s, chunking->toJson());
    return answers::sendForObject<StoreFile>(
        m_queue, posting(inside(path(storeId), "/files"_L1), Effect::Creates, body), owner, std::move(done));
}

Call VectorStoresApi::listFiles(const QString &storeId, const StoreListQuery &query, QObject *owner,
                                std::function<void(Result<Page<StoreFile>>)> done)
{
    return answers::sendForPage<StoreFile>(m_queue, listing(inside(path(storeId), "/files"_L1), query), owner,
                                           std::move(done));
}

Call VectorStoresApi::retrieveFile(const QString &storeId, const QString &fileId, QObject *owner,
                                   std::function<void(Result<StoreFile>)> done)
{
    return answers::sendForObject<StoreFile>(m_queue, reading(filePath(storeId, fileId)), owner,
                                             std::move(done));
}

Call VectorStoresApi::updateAttributes(const QString &storeId, const QString &fileId,
                                       const QJsonObject &attributes, QObject *owner,
                                       std::function<void(Result<StoreFile>)> done)
{
    const QJsonObject body{{u"attributes"_s, attributes}};
    return answers::sendForObject<StoreFile>(m_queue, posting(filePath(storeId, fileId), Effect::Sets, body),
                                             owner, std::move(done));
}

Call VectorStoresApi::detach(const QString &storeId, const QString &fileId, QObject *owner,
                             std::function<void(Result<bool>)> done)
{
    return answers::sendForDeletion(m_queue, reading(filePath(storeId, fileId)), owner, std::move(done));
}

Call VectorStoresApi::content(const QString &storeId, const QString &fileId, QObject *owner,
                              std::function<void(Result<StoreFileContent>)> done)
{
    // The text of a large file is parsed on the pool.
    auto content = std::make_shared<std::optional<StoreFileContent>>();
    auto why = std::make_shared<QString>();
    ApiRequest request = reading(inside(filePath(storeId, fileId), "/content"_L1));
    request.decode = [content, why](const QByteArray &body) {
        if (const auto object = json::parseObject(body, why.get())) {
            *content = StoreFileContent::fromJson(*object);
            if (!*content)
                *why = QStringLiteral("\"data\" is no list");
        }
    };
    return m_queue.send(std::move(request), owner,
                        [this, content, why, done = std::move(done)](const Result<HttpAnswer> &answer) {
                            if (!answer)
                                done(failure(answer.error()));
                            else if (!*content)
                                done(failure(m_queue.unreadable(*answer, *why)));
                            else
                                done(std::move(**content));
                        });
}

Call VectorStoresApi::createBatch(const QString &storeId, const QJsonObject &body, QObject *owner,
                                  std::function<void(Result<StoreFileBatch>)> done)
{
    return answers::sendForObject<StoreFileBatch>(
        m_queue, posting(inside(path(storeId), "/file_batches"_L1), Effect::Creates, body), owner,
        std::move(done));
}

Call VectorStoresApi::retrieveBatch(const QString &storeId, const QString &batchId, QObject *owner,
                                    std::function<void(Result<StoreFileBatch>)> done)
{
    return answers::sendAndRead<StoreFileBatch>(m_queue, reading(batchPath(storeId, batchId)), owner,
                                                batchCalled(batchId), std::move(done));
}

Call VectorStoresApi::cancelBatch(const QString &storeId, const QString &batchId, QObject *owner,
                                  std::function<void(Result<StoreFileBatch>)> done)
{
    ApiRequest request =
        withBeta(requests::posting(inside(batchPath(storeId, batchId), "/cancel"_L1), Effect::Changes));
    return answers::sendAndRead<StoreFileBatch>(m_queue, std::move(request), owner, batchCalled(batchId),
                                                std::move(done));
}

Call VectorStoresApi::listBatchFiles(const QString &storeId, const QString &batchId,
                                     const StoreListQuery &query, QObject *owner,
                                     std::function<void(Result<Page<StoreFile>>)> done)
{
    return answers::sendForPage<StoreFile>(
        m_queue, listing(inside(batchPath(storeId, batchId), "/files"_L1), query), owner, std::move(done));
}

} // namespace odc
