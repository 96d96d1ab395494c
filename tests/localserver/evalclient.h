// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverclient.h"

namespace odc::test {

using namespace Qt::StringLiterals;

/** The evals of a server inside the test. */
class EvalClient : protected ServerClient
{
protected:
    /** A criterion that passes where the sample's text is the item's label. */
    static QJsonObject exact()
    {
        return {{u"type"_s, u"string_check"_s},
                {u"name"_s, u"exact"_s},
                {u"input"_s, u"{{sample.output_text}}"_s},
                {u"reference"_s, u"{{item.label}}"_s},
                {u"operation"_s, u"eq"_s}};
    }
    static QJsonObject itemSchema()
    {
        const QJsonObject text{{u"type"_s, u"string"_s}};
        return {{u"type"_s, u"object"_s},
                {u"properties"_s, QJsonObject{{u"text"_s, text}, {u"label"_s, text}}},
                {u"required"_s, QJsonArray{u"text"_s, u"label"_s}}};
    }
    static QJsonObject evalBody()
    {
        return {{u"name"_s, u"triage"_s},
                {u"data_source_config"_s,
                 QJsonObject{{u"type"_s, u"custom"_s}, {u"item_schema"_s, itemSchema()}}},
                {u"testing_criteria"_s, QJsonArray{exact()}}};
    }
    QByteArray createEval(const QJsonObject &body = evalBody()) const
    {
        return idOf(post("/v1/evals", body));
    }

    static QJsonObject row(const QString &label, const QString &output)
    {
        return {{u"item"_s, QJsonObject{{u"text"_s, u"where is it?"_s}, {u"label"_s, label}}},
                {u"sample"_s, QJsonObject{{u"output_text"_s, output}}}};
    }
    static QJsonObject contentSource(const QJsonArray &rows)
    {
        return {{u"type"_s, u"file_content"_s}, {u"content"_s, rows}};
    }
    static QJsonObject fileSource(const QByteArray &id)
    {
        return {{u"type"_s, u"file_id"_s}, {u"id"_s, QString::fromUtf8(id)}};
    }
    static QJsonObject jsonlRun(const QJsonObject &source)
    {
        return {{u"data_source"_s, QJsonObject{{u"type"_s, u"jsonl"_s}, {u"source"_s, source}}}};
    }
    /** A run that asks a model "<text>?" about every row. */
    static QJsonObject modelRun(const QString &type, const QJsonObject &source)
    {
        const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"{{item.text}}?"_s}};
        return {{u"data_source"_s,
                 QJsonObject{{u"type"_s, type},
                             {u"model"_s, u"gpt-4.1-mini"_s},
                             {u"input_messages"_s,
                              QJsonObject{{u"type"_s, u"template"_s}, {u"template"_s, QJsonArray{message}}}},
                             {u"source"_s, source}}}};
    }
    static QByteArray runsOf(const QByteArray &eval) { return "/v1/evals/" + eval + "/runs"; }
    QByteArray createRun(const QByteArray &eval, const QJsonObject &body) const
    {
        return idOf(post(runsOf(eval), body));
    }
    QJsonObject run(const QByteArray &eval, const QByteArray &id) const
    {
        return get(runsOf(eval) + '/' + id).json();
    }
    QString statusOf(const QByteArray &eval, const QByteArray &id) const
    {
        return run(eval, id)[u"status"_s].toString();
    }
    /** Makes a run and waits until it has ended; returns it. */
    QJsonObject ended(const QByteArray &eval, const QJsonObject &body) const
    {
        const RawReply made = post(runsOf(eval), body);
        if (made.status != 201)
            return made.json();
        const QByteArray id = idOf(made);
        const auto over = [&] {
            const QString status = statusOf(eval, id);
            return status != u"queued"_s && status != u"in_progress"_s;
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(over(), 30'000); }();
        return run(eval, id);
    }
    QJsonArray itemsOf(const QJsonObject &run) const
    {
        return list(runsOf(run[u"eval_id"_s].toString().toUtf8()) + '/' + run[u"id"_s].toString().toUtf8() +
                    "/output_items?limit=100");
    }
    QByteArray upload(const QByteArray &bytes, const QByteArray &purpose = "evals") const
    {
        return uploadFile(bytes, purpose);
    }
};

} // namespace odc::test
