// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/evals/evalbodies.h"

#include "localserver/apifault.h"
#include "localserver/evals/datasources.h"
#include "localserver/evals/jsonschema.h"
#include "localserver/graders/grader.h"
#include "localserver/jsonfields.h"
#include "localserver/metadata.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QJsonObject objectSchema()
{
    return {{u"type"_s, u"object"_s}};
}

/** What a sample is made of, as templates may name it. */
QJsonObject sampleSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject anything{{u"type"_s, QJsonArray{u"object"_s, u"null"_s}}};
    return {{u"type"_s, u"object"_s},
            {u"properties"_s,
             QJsonObject{
                 {u"model"_s, text},
                 {u"choices"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, objectSchema()}}},
                 {u"output_text"_s, text},
                 {u"output_json"_s, anything},
                 {u"output_tools"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, objectSchema()}}}}},
            {u"required"_s, QJsonArray{u"model"_s, u"choices"_s}}};
}

QJsonObject rowSchema(const QJsonObject &item, bool withSample)
{
    QJsonObject properties{{u"item"_s, item}};
    QJsonArray required{u"item"_s};
    if (withSample) {
        properties[u"sample"_s] = sampleSchema();
        required.append(u"sample"_s);
    }
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

QJsonObject customConfig(const QJsonObject &config, const QString &param)
{
    JsonFields(config, {u"type"_s, u"item_schema"_s, u"include_sample_schema"_s}, param);
    const QString where = param + u".item_schema"_s;
    if (!config.contains(u"item_schema"_s))
        throw ApiFault::badRequest(u"'item_schema' is a required property - '%1'"_s.arg(param), where);
    const QJsonObject schema = requireObject(config[u"item_schema"_s], where);
    const QString fault = schemaFault(schema);
    if (!fault.isEmpty())
        throw ApiFault::badRequest(u"Invalid '%1': %2."_s.arg(where, fault), where);
    const QJsonValue include = config[u"include_sample_schema"_s];
    if (!include.isUndefined() && !include.isBool())
        throw ApiFault::badRequest(
            u"Invalid type for '%1.include_sample_schema': expected a boolean."_s.arg(param),
            param + u".include_sample_schema"_s, u"invalid_type"_s);
    return {{u"type"_s, u"custom"_s}, {u"schema"_s, rowSchema(schema, include.toBool())}};
}

QJsonObject storedConfig(const QJsonObject &config, const QString &type, const QString &param)
{
    JsonFields(config, {u"type"_s, u"metadata"_s}, param);
    return {{u"type"_s, type},
            {u"metadata"_s, checkedMetadata(config[u"metadata"_s], param + u".metadata"_s)},
            {u"schema"_s, rowSchema(objectSchema(), true)}};
}

QJsonObject dataSourceConfig(const QJsonObject &body)
{
    const auto param = u"data_source_config"_s;
    if (!body.contains(param))
        throw ApiFault::badRequest(u"'%1' is a required property"_s.arg(param), param);
    const QJsonObject config = requireObject(body[param], param);
    const QString type = JsonFields(config, config.keys(), param).text(u"type"_s);
    if (type == "custom"_L1)
        return customConfig(config, param);
    if (type == "logs"_L1 || type == "stored_completions"_L1)
        return storedConfig(config, type, param);
    throw ApiFault::badRequest(
        u"Invalid value: '%1'. Supported values are: 'custom', 'logs', and 'stored_completions'."_s.arg(type),
        param + u".type"_s, u"invalid_value"_s);
}

/** "String check" for string_check: what a criterion without a name is called. */
QString typeText(QString type)
{
    type.replace(u'_', u' ');
    return type.left(1).toUpper() + type.mid(1);
}

QJsonArray testingCriteria(const QJsonObject &body, const QJsonObject &itemSchema)
{
    const auto param = u"testing_criteria"_s;
    if (!body.contains(param))
        throw ApiFault::badRequest(u"'%1' is a required property"_s.arg(param), param);
    if (!body[param].isArray())
        throw ApiFault::badRequest(u"Invalid type for '%1': expected an array."_s.arg(param), param,
                                   u"invalid_type"_s);
    const QJsonArray criteria = body[param].toArray();
    if (criteria.isEmpty())
        throw ApiFault::badRequest(u"[] is too short - '%1'"_s.arg(param), param);
    QJsonArray made;
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        const QString where = u"%1[%2]"_s.arg(param).arg(i);
        QJsonObject criterion = requireObject(criteria.at(i), where);
        checkGrader(criterion, where, itemSchema);
        QString name = criterion[u"name"_s].toString();
        if (name.isEmpty())
            name = typeText(criterion[u"type"_s].toString());
        criterion[u"id"_s] = name + u'-' + QUuid::createUuid().toString(QUuid::WithoutBraces);
        made.append(criterion);
    }
    return made;
}

QString givenName(const QJsonObject &body)
{
    const QJsonValue name = body[u"name"_s];
    if (!name.isUndefined() && !name.isString())
        throw ApiFault::badRequest(u"Invalid type for 'name': expected a string."_s, u"name"_s,
                                   u"invalid_type"_s);
    return name.toString();
}

} // namespace

QString reportUrl(const QString &evalId, const QString &runId)
{
    return u"urn:openai-data-server:%1:%2"_s.arg(evalId, runId);
}

QJsonObject itemSchemaOf(const QJsonObject &eval)
{
    const QJsonObject config = eval[u"data_source_config"_s].toObject();
    if (config[u"type"_s].toString() != "custom"_L1)
        return {};
    return config[u"schema"_s][u"properties"_s][u"item"_s].toObject();
}

QJsonObject evalFromBody(const QJsonObject &body)
{
    JsonFields(body, {u"name"_s, u"metadata"_s, u"data_source_config"_s, u"testing_criteria"_s});
    QJsonObject eval{{u"object"_s, u"eval"_s},
                     {u"name"_s, givenName(body)},
                     {u"metadata"_s, checkedMetadata(body[u"metadata"_s])},
                     {u"data_source_config"_s, dataSourceConfig(body)}};
    const QJsonArray criteria = testingCriteria(body, itemSchemaOf(eval));
    eval[u"testing_criteria"_s] = criteria;
    if (eval[u"name"_s].toString().isEmpty())
        eval[u"name"_s] = criteria.first()[u"name"_s];
    return eval;
}

QJsonObject evalChangesFromBody(const QJsonObject &body)
{
    JsonFields(body, {u"name"_s, u"metadata"_s});
    QJsonObject changes;
    if (body.contains(u"name"_s))
        changes[u"name"_s] = givenName(body);
    if (body.contains(u"metadata"_s))
        changes[u"metadata"_s] = checkedMetadata(body[u"metadata"_s]);
    return changes;
}

QJsonObject runFromBody(const QJsonObject &body, const QJsonObject &eval)
{
    JsonFields(body, {u"name"_s, u"metadata"_s, u"data_source"_s});
    const auto param = u"data_source"_s;
    if (!body.contains(param))
        throw ApiFault::badRequest(u"'%1' is a required property"_s.arg(param), param);
    const QJsonObject source = requireObject(body[param], param);
    checkDataSource(source, param, itemSchemaOf(eval));
    const QString model = source[u"model"_s].toString();
    QString name = givenName(body);
    if (name.isEmpty())
        name = model.isEmpty() ? source[u"type"_s].toString() : model;
    return {{u"object"_s, u"eval.run"_s},
            {u"eval_id"_s, eval[u"id"_s]},
            {u"status"_s, u"queued"_s},
            {u"model"_s, model},
            {u"name"_s, name},
            {u"result_counts"_s,
             QJsonObject{{u"total"_s, 0}, {u"errored"_s, 0}, {u"failed"_s, 0}, {u"passed"_s, 0}}},
            {u"per_model_usage"_s, QJsonValue::Null},
            {u"per_testing_criteria_results"_s, QJsonValue::Null},
            {u"data_source"_s, source},
            {u"metadata"_s, checkedMetadata(body[u"metadata"_s])},
            {u"error"_s, QJsonValue::Null}};
}

} // namespace odc::server
