// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchbodies.h"

#include "localserver/apifault.h"
#include "localserver/expiresafter.h"
#include "localserver/ids.h"
#include "localserver/jsonfields.h"
#include "localserver/metadata.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 windowSeconds = 24 * 3600;

void checkInputFile(const QString &id, const FilesTable &files)
{
    const std::optional<QJsonObject> file = files.find(id);
    if (!file)
        throw ApiFault::badRequest(u"No such File object: %1"_s.arg(id), u"input_file_id"_s,
                                   u"file_not_found"_s);
    const QString purpose = (*file)[u"purpose"_s].toString();
    if (purpose != "batch"_L1)
        throw ApiFault::badRequest(
            u"The file %1 has the purpose '%2'. A batch takes files with the purpose 'batch'."_s.arg(id,
                                                                                                     purpose),
            u"input_file_id"_s, u"invalid_file_purpose"_s);
}

} // namespace

const QStringList &batchEndpoints()
{
    static const QStringList endpoints{
        u"/v1/responses"_s,   u"/v1/chat/completions"_s,   u"/v1/embeddings"_s,   u"/v1/completions"_s,
        u"/v1/moderations"_s, u"/v1/images/generations"_s, u"/v1/images/edits"_s, u"/v1/videos"_s};
    return endpoints;
}

QJsonObject requestCounts(qint64 total, qint64 completed, qint64 failed)
{
    return {{u"total"_s, total}, {u"completed"_s, completed}, {u"failed"_s, failed}};
}

QJsonObject newBatchObject(const QString &endpoint, const QString &inputFileId, qint64 now)
{
    QJsonObject batch{{u"id"_s, newId("batch_"_L1)},
                      {u"object"_s, u"batch"_s},
                      {u"endpoint"_s, endpoint},
                      {u"input_file_id"_s, inputFileId},
                      {u"completion_window"_s, u"24h"_s},
                      {u"status"_s, u"validating"_s},
                      {u"created_at"_s, now},
                      {u"expires_at"_s, now + windowSeconds},
                      {u"request_counts"_s, requestCounts(0, 0, 0)}};
    for (const QString &unknown :
         {u"model"_s, u"errors"_s, u"output_file_id"_s, u"error_file_id"_s, u"in_progress_at"_s,
          u"finalizing_at"_s, u"completed_at"_s, u"failed_at"_s, u"expired_at"_s, u"cancelling_at"_s,
          u"cancelled_at"_s, u"usage"_s, u"metadata"_s})
        batch[unknown] = QJsonValue::Null;
    return batch;
}

NewBatch batchFromBody(const QJsonObject &body, const FilesTable &files, qint64 now)
{
    const JsonFields fields(body, {u"input_file_id"_s, u"endpoint"_s, u"completion_window"_s, u"metadata"_s,
                                   u"output_expires_after"_s});
    const QString input = fields.text(u"input_file_id"_s);
    const QString endpoint = fields.choice(u"endpoint"_s, batchEndpoints());
    fields.choice(u"completion_window"_s, {u"24h"_s});
    const QJsonValue metadata = body[u"metadata"_s];
    const QJsonObject checked = checkedMetadata(metadata);
    NewBatch made;
    made.outputLifetime = expiresAfter(body, u"output_expires_after"_s);
    checkInputFile(input, files);
    made.object = newBatchObject(endpoint, input, now);
    if (metadata.isObject())
        made.object[u"metadata"_s] = checked;
    return made;
}

} // namespace odc::server
