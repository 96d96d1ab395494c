// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apibench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace odc::test {

using namespace Qt::StringLiterals;

/// A file in a store, as a test says it is.
struct FileSeed
{
    QString id;
    QString status = u"completed"_s;
    qint64 created = 1'760'000'000;
    QString error = {};
};

/// A server that holds the stores, files and batches a test says, pages as it is asked, and deletes.
struct StoreBench : ApiBench
{
    StoreBench()
    {
        wire->setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    FakeReply answer(const FakeRequest &request)
    {
        const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts).mid(1); // without "v1"
        const QString area = parts.value(0);
        const QString id = parts.value(1);
        if (refused.contains(request.path))
            return FakeReply::error(500);
        if (area == "files"_L1)
            return filesAnswer(request, id);
        if (area == "batches"_L1)
            return page(QJsonArray::fromVariantList(batches), request);
        if (area != "vector_stores"_L1)
            return FakeReply::error(404);
        if (id.isEmpty()) {
            QJsonArray data;
            for (const QString &each : stores)
                data.append(storeJson(each));
            return page(data, request);
        }
        const auto lists = request.path.endsWith("/files"_L1);
        if (!stores.contains(id))
            return FakeReply::error(404, "not_found");
        if (parts.size() == 2 && request.method == Method::Delete) {
            stores.removeAll(id);
            return FakeReply::json(R"({"deleted":true})");
        }
        if (parts.size() == 2)
            return FakeReply::json(QJsonDocument(storeJson(id)).toJson());
        if (parts.value(2) == "file_batches"_L1 && !lists)
            return FakeReply::json(QJsonDocument(openBatches.value(parts.value(3))).toJson());
        if (lists)
            return page(filesJson(id, QUrlQuery(request.url)), request);
        return fileAnswer(request, id, parts.value(3));
    }

    FakeReply filesAnswer(const FakeRequest &request, const QString &id)
    {
        if (id.isEmpty()) {
            QJsonArray data;
            for (const QString &each : std::as_const(files))
                data.append(QJsonObject{{u"id"_s, each},
                                        {u"object"_s, u"file"_s},
                                        {u"filename"_s, nameOf(each)},
                                        {u"bytes"_s, 7}});
            return page(data, request);
        }
        if (!files.contains(id))
            return FakeReply::error(404, "not_found");
        if (request.method == Method::Delete) {
            files.removeAll(id);
            for (QList<FileSeed> &in : contents)
                in.removeIf([&](const FileSeed &file) { return file.id == id; });
            return FakeReply::json(R"({"deleted":true})");
        }
        return FakeReply::json(
            QJsonDocument(QJsonObject{{u"id"_s, id}, {u"filename"_s, nameOf(id)}}).toJson());
    }

    FakeReply fileAnswer(const FakeRequest &request, const QString &storeId, const QString &fileId)
    {
        QList<FileSeed> &in = contents[storeId];
        const auto at =
            std::find_if(in.begin(), in.end(), [&](const FileSeed &file) { return file.id == fileId; });
        if (at == in.end())
            return FakeReply::error(404, "not_found");
        if (request.method == Method::Delete) {
            if (!sticky.contains(fileId))
                in.erase(at);
            return FakeReply::json(R"({"deleted":true})");
        }
        return FakeReply::json(QJsonDocument(fileJson(storeId, *at)).toJson());
    }

    QJsonObject storeJson(const QString &id) const
    {
        const QList<FileSeed> in = contents.value(id);
        const auto count = [&](const QString &status) {
            return int(std::count_if(in.cbegin(), in.cend(),
                                     [&](const FileSeed &file) { return file.status == status; }));
        };
        QJsonObject store{{u"id"_s, id},
                          {u"object"_s, u"vector_store"_s},
                          {u"name"_s, id + u" name"_s},
                          {u"created_at"_s, 1'760'000'000 + stores.indexOf(id)},
                          {u"status"_s, count(u"in_progress"_s) > 0 ? u"in_progress"_s : u"completed"_s},
                          {u"usage_bytes"_s, in.size() * 1000},
                          {u"file_counts"_s, QJsonObject{{u"in_progress"_s, count(u"in_progress"_s)},
                                                         {u"completed"_s, count(u"completed"_s)},
                                                         {u"failed"_s, count(u"failed"_s)},
                                                         {u"cancelled"_s, count(u"cancelled"_s)},
                                                         {u"total"_s, in.size()}}}};
        const QJsonObject more = said.value(id);
        for (auto it = more.constBegin(); it != more.constEnd(); ++it)
            store.insert(it.key(), it.value());
        return store;
    }

    static QJsonObject fileJson(const QString &storeId, const FileSeed &file)
    {
        return {{u"id"_s, file.id},
                {u"object"_s, u"vector_store.file"_s},
                {u"vector_store_id"_s, storeId},
                {u"status"_s, file.status},
                {u"created_at"_s, file.created},
                {u"usage_bytes"_s, 1000},
                {u"last_error"_s, file.error.isEmpty()
                                      ? QJsonValue()
                                      : QJsonObject{{u"code"_s, file.error}, {u"message"_s, u"why"_s}}}};
    }

    QJsonArray filesJson(const QString &storeId, const QUrlQuery &query) const
    {
        QList<FileSeed> in = contents.value(storeId);
        const bool down = query.queryItemValue(u"order"_s) != "asc"_L1;
        std::stable_sort(in.begin(), in.end(), [down](const FileSeed &a, const FileSeed &b) {
            return down ? a.created > b.created : a.created < b.created;
        });
        QJsonArray data;
        for (const FileSeed &file : in) {
            if (const QString filter = query.queryItemValue(u"filter"_s);
                filter.isEmpty() || filter == file.status)
                data.append(fileJson(storeId, file));
        }
        return data;
    }

    static FakeReply page(const QJsonArray &all, const FakeRequest &request)
    {
        const QUrlQuery query(request.url);
        const QString given = query.queryItemValue(u"limit"_s);
        const int limit = given.isEmpty() ? 10'000 : given.toInt();
        const QString after = query.queryItemValue(u"after"_s);
        QJsonArray data;
        bool begun = after.isEmpty();
        bool more = false;
        for (const QJsonValue &value : all) {
            if (begun && data.size() == limit) {
                more = true;
                break;
            }
            if (begun)
                data.append(value);
            begun = begun || value[u"id"_s].toString() == after;
        }
        return FakeReply::json(
            QJsonDocument(QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, more}})
                .toJson());
    }

    /// So many files "f-00000"..., the first the newest; they are files of the project as well.
    void fill(const QString &storeId, int count, const QString &prefix = u"f"_s)
    {
        for (int i = 0; i < count; ++i) {
            const QString id = u"%1-%2"_s.arg(prefix).arg(i, 5, 10, QChar(u'0'));
            contents[storeId] << FileSeed{id, u"completed"_s, 1'750'000'000 - i};
            if (!files.contains(id))
                files << id;
        }
    }
    FileSeed &file(const QString &storeId, const QString &fileId)
    {
        QList<FileSeed> &in = contents[storeId];
        return *std::find_if(in.begin(), in.end(), [&](const FileSeed &each) { return each.id == fileId; });
    }
    static QString nameOf(const QString &fileId) { return fileId + u".md"_s; }
    int asked(const QString &path, const QString &query = {}) const
    {
        int count = 0;
        for (const FakeRequest &request : wire->requests())
            count +=
                request.method == Method::Get && request.path == path && request.url.query().contains(query);
        return count;
    }
    /// Lets everything that is asked be answered.
    void settle()
    {
        for (int turn = 0; turn < 40; ++turn)
            clock.advance(0);
    }

    QStringList stores;
    QStringList files;                        ///< of the project
    QHash<QString, QList<FileSeed>> contents; ///< by store
    QHash<QString, QJsonObject> said;         ///< by store: what it says beside
    QHash<QString, QJsonObject> openBatches;  ///< file batches by id
    QVariantList batches;
    QSet<QString> refused; ///< paths that fail
    QSet<QString> sticky;  ///< files that detaching does not take out
};

} // namespace odc::test
