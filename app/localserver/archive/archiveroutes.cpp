// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/archive/archiveroutes.h"

#include "localserver/archive/rawjson.h"
#include "localserver/jsonfields.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxObjectsBody = 64LL * 1024 * 1024;
constexpr qint64 maxContent = 16LL * 1024 * 1024 * 1024;
constexpr qint64 maxStoreContent = 512LL * 1024 * 1024;

/** A list that can be put into an archive. Another one is another line in listCalled(). */
struct ArchiveList
{
    /** What the objects lie below, outermost first. */
    QStringList parents;
    /** What ids may look like. */
    QRegularExpression id;
    /** Stores one row; true when it was new or differed. */
    std::function<bool(const ObjectTable::Row &)> put;
};

ArchiveList listCalled(const QString &name, const ArchiveTables &tables)
{
    static const QRegularExpression plainId(u"\\A[^/\\x00-\\x1f\\x7f]{1,256}\\z"_s);
    // The id of a file is the name of a file on disk, too.
    static const QRegularExpression fileId(u"\\A[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}\\z"_s);
    const auto into = [](const ObjectTable &table) {
        return [&table](const ObjectTable::Row &row) { return table.put(row); };
    };
    if (name == "evals"_L1)
        return {{}, plainId, into(tables.evals.evals())};
    if (name == "runs"_L1)
        return {{u"eval_id"_s}, plainId, into(tables.evals.runs())};
    if (name == "output_items"_L1)
        return {{u"eval_id"_s, u"run_id"_s}, plainId, into(tables.evals.items())};
    if (name == "batches"_L1)
        return {{}, plainId, into(tables.batches.batches())};
    if (name == "files"_L1)
        return {{}, fileId, [&files = tables.files](const ObjectTable::Row &row) {
                    return files.putArchived(row.id, row.createdAt, row.object);
                }};
    if (name == "vector_stores"_L1)
        return {{}, plainId, [&stores = tables.storeFiles.stores()](const ObjectTable::Row &row) {
                    return stores.putArchived(row);
                }};
    if (name == "vector_store_files"_L1)
        return {{u"vector_store_id"_s}, plainId, [&files = tables.storeFiles](const ObjectTable::Row &row) {
                    return files.putArchived(row);
                }};
    const auto tuned = [&table =
                            tables.fineTuning](bool (FineTuningTable::*put)(const ObjectTable::Row &) const) {
        return [&table, put](const ObjectTable::Row &row) { return (table.*put)(row); };
    };
    if (name == "fine_tuning_jobs"_L1)
        return {{}, plainId, tuned(&FineTuningTable::putJob)};
    if (name == "fine_tuning_events"_L1)
        return {{u"job_id"_s}, plainId, tuned(&FineTuningTable::putEvent)};
    if (name == "fine_tuning_checkpoints"_L1)
        return {{u"job_id"_s}, plainId, tuned(&FineTuningTable::putCheckpoint)};
    if (name == "checkpoint_permissions"_L1)
        return {{u"checkpoint"_s}, plainId, tuned(&FineTuningTable::putPermission)};
    throw ApiFault::notFound(
        u"There is no list '%1' in an archive. There are: 'evals', 'runs', "
        u"'output_items', 'batches', 'files', "
        "'vector_stores', 'vector_store_files', 'fine_tuning_jobs', 'fine_tuning_events', "
        "'fine_tuning_checkpoints', 'checkpoint_permissions'."_s.arg(name),
        u"list"_s);
}

/** What the rows lie below, as the tables have it: "eval_1/evalrun_1". */
QString parentOf(const QJsonObject &body, const ArchiveList &list)
{
    const QJsonValue given = body[u"parent"_s];
    const QJsonObject parent =
        given.isUndefined() || given.isNull() ? QJsonObject() : requireObject(given, u"parent"_s);
    const JsonFields fields(parent, list.parents, u"parent"_s);
    QStringList ids;
    for (const QString &name : list.parents) {
        ids.append(fields.text(name));
        if (!list.id.match(ids.last()).hasMatch())
            throw ApiFault::badRequest(u"'%1' is not an id - 'parent.%2'"_s.arg(ids.last(), name),
                                       u"parent"_s);
    }
    return ids.join(u'/');
}

Reply putObjects(RequestContext &context, const Storage &storage, const ArchiveTables &tables)
{
    const ArchiveList list = listCalled(context.param(u"list"_s), tables);
    const QByteArray text = context.readBody(maxObjectsBody);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        throw ApiFault::badRequest(u"The body must be a JSON object: %1"_s.arg(error.errorString()));
    const QJsonObject body = document.object();
    JsonFields(body, {u"parent"_s, u"data"_s});
    const QString parent = parentOf(body, list);
    const QJsonArray objects = body[u"data"_s].toArray();
    const QByteArrayList texts = rawElements(text, "data");
    if (!body[u"data"_s].isArray() || texts.size() != objects.size())
        throw ApiFault::badRequest(u"'data' must be a list of objects"_s, u"data"_s);

    qsizetype changed = 0;
    Transaction transaction(storage);
    for (qsizetype i = 0; i < objects.size(); ++i) {
        ObjectTable::Row row = rowOf(parent, objects.at(i).toObject());
        if (!list.id.match(row.id).hasMatch())
            throw ApiFault::badRequest(u"data[%1] has no id that can be kept."_s.arg(i),
                                       u"data[%1].id"_s.arg(i));
        row.object = texts.at(i);
        changed += list.put(row) ? 1 : 0;
    }
    transaction.commit();
    return Reply::json({{u"object"_s, u"list"_s}, {u"stored"_s, objects.size()}, {u"changed"_s, changed}});
}

Reply putContent(RequestContext &context, const Storage &storage, const FilesTable &files)
{
    const QString id = context.param(u"file_id"_s);
    const auto requireFile = [&] {
        if (!files.isArchived(id))
            throw ApiFault::notFound(u"There is no file %1 in this archive; put the object first."_s.arg(id),
                                     u"file_id"_s);
    };
    requireFile();
    const auto noRoom = [] {
        return ApiFault::serverError(u"The server could not store the file; its disk may be full."_s);
    };
    const std::unique_ptr<BlobWriter> writer = storage.blobs().create();
    if (!writer)
        throw noRoom();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool written = true;
    const bool complete = context.body && context.body->read([&](const char *data, qsizetype size) {
        hash.addData(QByteArrayView(data, size));
        written = writer->write(data, size);
        return written;
    });
    if (!written)
        throw noRoom();
    if (!complete)
        throw ClientGone{};
    requireFile(); // still there?
    if (!writer->publish(id))
        throw noRoom();
    return Reply::json(
        {{u"bytes"_s, writer->size()}, {u"sha256"_s, QString::fromLatin1(hash.result().toHex())}});
}

/** What lies on the disk for a file: read to its end, for somebody who compares it with what should. */
Reply getContentDigest(RequestContext &context, const FilesTable &files)
{
    constexpr qint64 blockSize = 1024 * 1024;
    const QString id = context.param(u"file_id"_s);
    const std::shared_ptr<QIODevice> content = files.content(id);
    if (!content)
        throw ApiFault::notFound(u"There is no content of %1 in this archive."_s.arg(id), u"file_id"_s);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(blockSize, Qt::Uninitialized);
    qint64 bytes = 0;
    qint64 got = 0;
    while ((got = content->read(block.data(), blockSize)) > 0) {
        hash.addData(QByteArrayView(block.constData(), got));
        bytes += got;
    }
    if (got < 0)
        throw ApiFault::serverError(
            u"The content of %1 cannot be read: %2"_s.arg(id, content->errorString()));
    return Reply::json({{u"bytes"_s, bytes}, {u"sha256"_s, QString::fromLatin1(hash.result().toHex())}});
}

Reply digestOf(const QByteArray &bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return Reply::json({{u"bytes"_s, bytes.size()}, {u"sha256"_s, QString::fromLatin1(hash.toHex())}});
}

/** The texts of an answer of GET .../content, in either of the shapes in which services give it: "data" or
 * "content" has them, or "data" has files whose "content" has them. Nothing when it is neither. */
std::optional<QStringList> textsIn(const QJsonObject &page)
{
    const QJsonValue data = page[u"data"_s].isArray() ? page[u"data"_s] : page[u"content"_s];
    if (!data.isArray())
        return std::nullopt;
    QStringList texts;
    const auto take = [&texts](const QJsonValue &chunk) {
        if (chunk[u"text"_s].isString())
            texts.append(chunk[u"text"_s].toString());
    };
    const QJsonArray chunks = data.toArray();
    for (const QJsonValue &chunk : chunks) {
        const QJsonArray inner = chunk[u"content"_s].toArray();
        std::for_each(inner.begin(), inner.end(), take);
        take(chunk);
    }
    return texts;
}

Reply putStoreContent(RequestContext &context, const Storage &storage, const StoreFilesTable &files)
{
    const QString store = context.param(u"vector_store_id"_s);
    const QString file = context.param(u"file_id"_s);
    files.file(store, file);
    const QByteArray page = context.readBody(maxStoreContent);
    const std::optional<QStringList> texts = textsIn(QJsonDocument::fromJson(page).object());
    if (!texts)
        throw ApiFault::badRequest(u"The body must be a JSON object with a list 'data' or 'content'."_s,
                                   u"data"_s);
    Transaction transaction(storage);
    files.file(store, file); // still there?
    files.putArchivedPage(store, file, page, *texts);
    transaction.commit();
    return digestOf(page);
}

Reply getStoreContentDigest(const RequestContext &context, const StoreFilesTable &files)
{
    const QString file = context.param(u"file_id"_s);
    const std::optional<QByteArray> page = files.archivedPage(context.param(u"vector_store_id"_s), file);
    if (!page)
        throw ApiFault::notFound(u"There is no content of %1 in this archive."_s.arg(file), u"file_id"_s);
    return digestOf(*page);
}

QString manifestPath(const Storage &storage)
{
    return storage.dataDir() + u"/archive.json"_s;
}

Reply manifestReply(const QJsonValue &manifest)
{
    return Reply::json({{u"object"_s, u"archive"_s}, {u"manifest"_s, manifest}});
}

Reply getManifest(const Storage &storage)
{
    QFile file(manifestPath(storage));
    if (!file.exists())
        return manifestReply(QJsonValue::Null);
    if (!file.open(QIODevice::ReadOnly))
        throw ApiFault::serverError(u"The archive.json of the data folder cannot be read."_s);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        throw ApiFault::serverError(u"The archive.json of the data folder is damaged."_s);
    return manifestReply(document.object());
}

Reply putManifest(RequestContext &context, const Storage &storage)
{
    const QJsonObject manifest = context.readJsonObject();
    QSaveFile file(manifestPath(storage));
    const QByteArray text = QJsonDocument(manifest).toJson();
    // Flushed here: Qt 6.4's commit() does not notice when the last block is refused by a full disk, and
    // would put what was written so far in the place of the good one.
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush() ||
        !file.commit())
        throw ApiFault::serverError(u"The archive.json could not be written: %1"_s.arg(file.errorString()));
    return manifestReply(manifest);
}

} // namespace

void addArchiveReadRoutes(Router &router, const Storage &storage)
{
    router.add("GET", "/_local/archive", [&storage](RequestContext &) { return getManifest(storage); });
}

void addArchiveWriteRoutes(Router &router, const Storage &storage, const ArchiveTables &tables)
{
    const FilesTable &files = tables.files;
    const StoreFilesTable &storeFiles = tables.storeFiles;
    router.add("PUT", "/_local/archive",
               [&storage](RequestContext &context) { return putManifest(context, storage); });
    router.add("PUT", "/_local/objects/{list}",
               [&storage, tables](RequestContext &context) { return putObjects(context, storage, tables); });
    router.add("GET", "/_local/files/{file_id}/content",
               [&files](RequestContext &context) { return getContentDigest(context, files); });
    router
        .add("PUT", "/_local/files/{file_id}/content",
             [&](RequestContext &context) { return putContent(context, storage, files); })
        .maxBody = maxContent;
    const QByteArray storeContent = "/_local/vector_stores/{vector_store_id}/files/{file_id}/content";
    router.add("GET", storeContent,
               [&storeFiles](RequestContext &context) { return getStoreContentDigest(context, storeFiles); });
    router
        .add("PUT", storeContent,
             [&](RequestContext &context) { return putStoreContent(context, storage, storeFiles); })
        .maxBody = maxStoreContent;
}

} // namespace odc::server
