// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakestore.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

FakeReply json(const QJsonObject &object)
{
    return FakeReply::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QString FakeStore::addFile(const QString &name, qint64 bytes)
{
    const QString id = u"file-%1"_s.arg(++m_number);
    m_files.insert(id, {{u"id"_s, id},
                        {u"object"_s, u"file"_s},
                        {u"filename"_s, name},
                        {u"bytes"_s, bytes},
                        {u"purpose"_s, u"assistants"_s},
                        {u"created_at"_s, 1'760'000'000 + m_number}});
    return id;
}

void FakeStore::put(const QString &storeId, const QString &fileId, const QJsonObject &attributes,
                    const QString &status)
{
    Stored stored;
    stored.status = status;
    stored.attributes = attributes;
    stored.number = ++m_number;
    m_stores[storeId].insert(fileId, stored);
}

QString FakeStore::statusOf(const QString &storeId, const QString &fileId) const
{
    return m_stores.value(storeId).value(fileId).status;
}

QJsonObject FakeStore::attributesOf(const QString &storeId, const QString &fileId) const
{
    return m_stores.value(storeId).value(fileId).attributes;
}

QJsonObject FakeStore::chunkingOf(const QString &storeId, const QString &fileId) const
{
    return m_stores.value(storeId).value(fileId).chunking;
}

QStringList FakeStore::filesIn(const QString &storeId) const
{
    QStringList ids = m_stores.value(storeId).keys();
    std::sort(ids.begin(), ids.end());
    return ids;
}

QString FakeStore::fileNamed(const QString &name) const
{
    QString found;
    qint64 newest = -1;
    for (const QJsonObject &file : m_files) {
        if (file["filename"_L1] == name && file["created_at"_L1].toInteger() > newest) {
            newest = file["created_at"_L1].toInteger();
            found = file["id"_L1].toString();
        }
    }
    return found;
}

FakeReply FakeStore::answer(const FakeRequest &request)
{
    QStringList path = request.path.split(u'/', Qt::SkipEmptyParts); // "v1", "vector_stores", ...
    path.removeFirst();
    return path.value(0) == "files"_L1 ? files(request, path.mid(1)) : stores(request, path.mid(1));
}

FakeReply FakeStore::files(const FakeRequest &request, const QStringList &path)
{
    if (request.method == Method::Post) {
        static const QRegularExpression named(u"filename=\"([^\"]*)\""_s);
        return json(fileObject(addFile(named.match(QString::fromUtf8(request.body)).captured(1))));
    }
    if (path.isEmpty()) {
        QJsonArray data;
        for (const QJsonObject &file : std::as_const(m_files))
            data.append(file);
        return json({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}});
    }
    const QString id = path.first();
    if (!m_files.contains(id))
        return FakeReply::error(404);
    if (request.method == Method::Get)
        return json(fileObject(id));
    m_files.remove(id);
    events << u"deleted "_s + id;
    return json({{u"id"_s, id}, {u"object"_s, u"file"_s}, {u"deleted"_s, true}});
}

QJsonObject FakeStore::fileObject(const QString &fileId) const
{
    return m_files.value(fileId);
}

FakeReply FakeStore::stores(const FakeRequest &request, const QStringList &path)
{
    if (path.isEmpty()) {
        QJsonArray data;
        for (auto it = m_stores.cbegin(); it != m_stores.cend(); ++it) {
            const QJsonObject counts{{u"total"_s, it->size()}, {u"completed"_s, it->size()}};
            data.append(
                QJsonObject{{u"id"_s, it.key()}, {u"status"_s, u"completed"_s}, {u"file_counts"_s, counts}});
        }
        return json({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}});
    }
    if (path.value(1) == "file_batches"_L1)
        return batches(request, path.first(), path.mid(2));
    return storeFiles(request, path.first(), path.mid(2));
}

bool FakeStore::attach(const QString &storeId, const QString &fileId, const QJsonObject &entry,
                       const QString &batch)
{
    if (!m_files.contains(fileId))
        return false;
    Stored stored;
    stored.status = u"in_progress"_s;
    stored.attributes = entry["attributes"_L1].toObject();
    stored.chunking = entry["chunking_strategy"_L1].toObject();
    stored.batch = batch;
    stored.number = ++m_number;
    m_stores[storeId].insert(fileId, stored);
    events << u"attached "_s + fileId;
    return true;
}

void FakeStore::poll(const QString &storeId, const QStringList &ids)
{
    for (const QString &id : ids) {
        const auto stored = m_stores[storeId].find(id);
        if (stored == m_stores[storeId].end() || stored->status != "in_progress"_L1 ||
            ++stored->polls < pollsUntilIndexed)
            continue;
        const QString name = m_files.value(id)["filename"_L1].toString();
        switch (m_fates.value(name, Fate::Completed)) {
        case Fate::Completed:
            stored->status = u"completed"_s;
            break;
        case Fate::Unsupported:
            stored->status = u"failed"_s;
            break;
        case Fate::FailsOnce:
            stored->status = m_failures[name]++ == 0 ? u"failed"_s : u"completed"_s;
            break;
        case Fate::Never:
            continue;
        }
        events << stored->status + u' ' + id;
    }
}

QJsonObject FakeStore::storeFileObject(const QString &storeId, const QString &fileId) const
{
    const Stored stored = m_stores.value(storeId).value(fileId);
    QJsonObject object{{u"id"_s, fileId},
                       {u"object"_s, u"vector_store.file"_s},
                       {u"vector_store_id"_s, storeId},
                       {u"status"_s, stored.status},
                       {u"created_at"_s, 1'760'000'000 + stored.number},
                       {u"attributes"_s, stored.attributes}};
    if (stored.status == "failed"_L1)
        object.insert(u"last_error"_s,
                      QJsonObject{{u"code"_s, u"unsupported_file"_s},
                                  {u"message"_s, u"Files of this kind are not supported."_s}});
    return object;
}

FakeReply FakeStore::list(const FakeRequest &request, QStringList ids, const QString &storeId)
{
    const QUrlQuery query(request.url);
    const QHash<QString, Stored> stored = m_stores.value(storeId);
    std::sort(ids.begin(), ids.end(), [&stored](const QString &left, const QString &right) {
        return stored.value(left).number > stored.value(right).number;
    });
    const QString filter = query.queryItemValue(u"filter"_s);
    ids.removeIf([&](const QString &id) {
        return !stored.contains(id) || (!filter.isEmpty() && stored.value(id).status != filter);
    });
    const QString after = query.queryItemValue(u"after"_s);
    const qsizetype from = after.isEmpty() ? 0 : ids.indexOf(after) + 1;
    const int limit = std::max(1, query.queryItemValue(u"limit"_s).toInt());
    QJsonArray data;
    for (const QString &id : ids.mid(from, limit))
        data.append(storeFileObject(storeId, id));
    return json({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, from + limit < ids.size()}});
}

FakeReply FakeStore::storeFiles(const FakeRequest &request, const QString &storeId, const QStringList &path)
{
    if (request.method == Method::Post) {
        ++attaches;
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString fileId = body["file_id"_L1].toString();
        if (notYetKnown > 0) {
            --notYetKnown;
            return FakeReply::error(404);
        }
        if (!attach(storeId, fileId, body, {}))
            return FakeReply::error(404);
        if (std::exchange(losesNextAttach, false))
            return FakeReply::broken(WireFailure::Network);
        return json(storeFileObject(storeId, fileId));
    }
    if (path.isEmpty()) {
        if (listsFail)
            return FakeReply::error(400);
        poll(storeId, filesIn(storeId));
        return list(request, filesIn(storeId), storeId);
    }
    const QString id = path.first();
    if (!m_stores.value(storeId).contains(id))
        return FakeReply::error(404);
    if (request.method == Method::Delete) {
        m_stores[storeId].remove(id);
        events << u"detached "_s + id;
        return json({{u"id"_s, id}, {u"object"_s, u"vector_store.file.deleted"_s}, {u"deleted"_s, true}});
    }
    poll(storeId, {id});
    return json(storeFileObject(storeId, id));
}

QJsonObject FakeStore::batchObject(const QString &id) const
{
    const Batch batch = m_batches.value(id);
    QHash<QString, int> counts;
    for (const QString &file : batch.files)
        ++counts[statusOf(batch.storeId, file)];
    const int left = counts.value(u"in_progress"_s);
    return {{u"id"_s, id},
            {u"object"_s, u"vector_store.files_batch"_s},
            {u"vector_store_id"_s, batch.storeId},
            {u"status"_s, left > 0          ? u"in_progress"_s
                          : batch.cancelled ? u"cancelled"_s
                                            : u"completed"_s},
            {u"file_counts"_s, QJsonObject{{u"in_progress"_s, left},
                                           {u"completed"_s, counts.value(u"completed"_s)},
                                           {u"failed"_s, counts.value(u"failed"_s)},
                                           {u"cancelled"_s, counts.value(u"cancelled"_s)},
                                           {u"total"_s, batch.files.size()}}}};
}

FakeReply FakeStore::batches(const FakeRequest &request, const QString &storeId, const QStringList &path)
{
    if (path.isEmpty()) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (std::exchange(dropsNextBatch, false))
            return FakeReply::broken(WireFailure::Network);
        QList<QJsonObject> entries;
        for (const QJsonValue &id : body["file_ids"_L1].toArray()) {
            QJsonObject entry = body;
            entry.insert(u"file_id"_s, id);
            entries << entry;
        }
        for (const QJsonValue &entry : body["files"_L1].toArray())
            entries << entry.toObject();
        for (const QJsonObject &entry : std::as_const(entries)) {
            if (entry["file_id"_L1] == badFileId || !m_files.contains(entry["file_id"_L1].toString()))
                return FakeReply::error(400, "invalid_file_id");
        }
        batchBodies << body;
        const QString id = u"vsfb_%1"_s.arg(++m_number);
        Batch batch{storeId, {}, false};
        for (const QJsonObject &entry : std::as_const(entries)) {
            batch.files << entry["file_id"_L1].toString();
            attach(storeId, batch.files.last(), entry, id);
        }
        m_batches.insert(id, batch);
        if (std::exchange(losesNextBatch, false))
            return FakeReply::broken(WireFailure::Network);
        return json(batchObject(id));
    }
    const QString id = path.first();
    if (!m_batches.contains(id))
        return FakeReply::error(404);
    if (path.value(1) == "cancel"_L1) {
        if (!refusesCancel) {
            m_batches[id].cancelled = true;
            for (const QString &file : std::as_const(m_batches[id].files)) {
                if (Stored &stored = m_stores[storeId][file]; stored.status == "in_progress"_L1)
                    stored.status = u"cancelled"_s;
            }
        }
        return json(batchObject(id));
    }
    if (path.value(1) == "files"_L1)
        return list(request, m_batches.value(id).files, storeId);
    poll(storeId, m_batches.value(id).files);
    return json(batchObject(id));
}

} // namespace odc::test
