// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawhttp.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QString>

namespace odc::test {

/// Who uses files, worked out by reading every object of a server by itself: "BatchInput batch_1". For small servers.
struct FileTruth
{
    QHash<QString, QSet<QString>> uses; ///< by file
    QSet<QString> files;

    static FileTruth read(const QUrl &server, const Headers &key)
    {
        using namespace Qt::StringLiterals;
        FileTruth truth;
        const auto list = [&](const QString &path) {
            return rawRequest(server, "GET", "/v1" + path.toUtf8() + "?limit=100", key).json()[u"data"_s].toArray();
        };
        const auto add = [&](const QJsonValue &file, const QString &role, const QString &user) {
            if (const QString id = file.toString(); !id.isEmpty())
                truth.uses[id].insert(role + u' ' + user);
        };
        for (const QJsonValue &file : list(u"/files"_s))
            truth.files.insert(file[u"id"_s].toString());
        for (const QJsonValue &batch : list(u"/batches"_s)) {
            const QString id = batch[u"id"_s].toString();
            add(batch[u"input_file_id"_s], u"BatchInput"_s, id);
            add(batch[u"output_file_id"_s], u"BatchOutput"_s, id);
            add(batch[u"error_file_id"_s], u"BatchErrors"_s, id);
        }
        for (const QJsonValue &job : list(u"/fine_tuning/jobs"_s)) {
            const QString id = job[u"id"_s].toString();
            add(job[u"training_file"_s], u"Training"_s, id);
            add(job[u"validation_file"_s], u"Validation"_s, id);
            for (const QJsonValue &result : job[u"result_files"_s].toArray())
                add(result, u"Results"_s, id);
        }
        for (const QJsonValue &store : list(u"/vector_stores"_s)) {
            const QString id = store[u"id"_s].toString();
            for (const QJsonValue &file : list(u"/vector_stores/"_s + id + u"/files"_s))
                add(file[u"id"_s], u"InStore"_s, id);
        }
        for (const QJsonValue &eval : list(u"/evals"_s)) {
            for (const QJsonValue &run : list(u"/evals/"_s + eval[u"id"_s].toString() + u"/runs"_s)) {
                const QJsonValue source = run[u"data_source"_s][u"source"_s];
                if (source[u"type"_s].toString() == "file_id"_L1)
                    add(source[u"id"_s], u"EvalSource"_s, run[u"id"_s].toString());
            }
        }
        return truth;
    }
};

} // namespace odc::test
