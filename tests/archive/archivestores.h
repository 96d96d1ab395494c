// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archivebench.h"

#include <QJsonDocument>

namespace odc::test {

inline const auto stores = QStringLiteral("vector_stores");
inline const auto storeFiles = QStringLiteral("vector_store_files");
inline const auto texts = QStringLiteral("vector_store_contents");
/// Of the second file of the first store.
inline const QByteArray textPath = "/vector_stores/vs_0000/files/file-000001/content";

inline ArchiveBench::Size onlyStores(int count, int files = 6)
{
    return {0, 0, 0, 0, 0, count, files};
}

inline QJsonObject inStore(const QString &store)
{
    return {{QStringLiteral("vector_store_id"), store}};
}

inline QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QByteArray page(const QList<QJsonObject> &objects, bool more = false)
{
    QJsonArray data;
    for (const QJsonObject &object : objects)
        data.append(object);
    return jsonText({{QStringLiteral("object"), QStringLiteral("list")},
                 {QStringLiteral("data"), data},
                 {QStringLiteral("has_more"), more}});
}

inline QJsonObject with(QJsonObject object, const QString &field, const QJsonValue &value)
{
    object[field] = value;
    return object;
}

inline RawReply put(const QUrl &server, const QByteArray &path, const QByteArray &body)
{
    return rawRequest(server, "PUT", path, {{"Content-Type", "application/json"}}, body);
}

inline RawReply search(const QUrl &server, const QByteArray &store, const QString &words)
{
    return rawRequest(server, "POST", "/v1/vector_stores/" + store + "/search",
                      {{"Content-Type", "application/json"}}, jsonText({{QStringLiteral("query"), words}}));
}

inline qint64 done(const ArchiveJob *job, const QString &list)
{
    for (const ArchiveJob::Progress &line : job->progress()) {
        if (line.list == list)
            return line.done;
    }
    return 0;
}

} // namespace odc::test
