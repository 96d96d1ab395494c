// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/filestable.h"

#include <QJsonObject>

#include <optional>

namespace odc::server {

/** What a request to make a batch asks for. */
struct NewBatch
{
    QJsonObject object; ///< complete, with the status "validating"
    std::optional<qint64> outputLifetime;
};

/** Checks a body, and that its input file is one of requests for batches. Throws ApiFault 400. What the file
 * holds is looked at later. */
NewBatch batchFromBody(const QJsonObject &body, const FilesTable &files, qint64 now);

/** A batch that begins: everything that is not known yet is null. */
QJsonObject newBatchObject(const QString &endpoint, const QString &inputFileId, qint64 now);

/** The member request_counts. */
QJsonObject requestCounts(qint64 total, qint64 completed, qint64 failed);

/** The names of the endpoints that batches may have, as "/v1/chat/completions". */
const QStringList &batchEndpoints();

} // namespace odc::server
