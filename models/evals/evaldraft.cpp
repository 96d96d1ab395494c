// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaldraft.h"

#include "api/metadatarules.h"
#include "evals/graderrules.h"
#include "evals/schemacheck.h"

#include <QCoreApplication>
#include <QSet>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(EvalDraft)
};

const auto config = "data_source_config"_L1;

void put(QJsonObject &object, QLatin1StringView key, const QJsonObject &value)
{
    if (value.isEmpty())
        object.remove(key);
    else
        object.insert(key, value);
}

} // namespace

QStringList EvalDraft::sourceTypes()
{
    return {u"custom"_s, u"logs"_s, u"stored_completions"_s};
}

EvalDraft::EvalDraft()
    : RequestDraft(QJsonObject{{u"data_source_config"_s,
                                QJsonObject{{u"type"_s, u"custom"_s},
                                            {u"item_schema"_s, QJsonObject{{u"type"_s, u"object"_s},
                                                                           {u"properties"_s, QJsonObject()}}},
                                            {u"include_sample_schema"_s, true}}},
                               {u"testing_criteria"_s, QJsonArray()}})
{
}

EvalDraft EvalDraft::fromJson(const QJsonObject &body)
{
    EvalDraft draft;
    draft.m_body = body;
    return draft;
}

EvalDraft EvalDraft::fromEval(const EvalObject &eval)
{
    // What the server adds to an eval is not part of what makes one.
    QJsonObject body = eval.raw;
    for (const auto key : {"id"_L1, "object"_L1, "created_at"_L1, "updated_at"_L1})
        body.remove(key);
    if (body.value("metadata"_L1).toObject().isEmpty())
        body.remove("metadata"_L1);
    QJsonObject source = body.value(config).toObject();
    if (source.contains("schema"_L1)) {
        source.remove("schema"_L1);
        if (eval.dataSourceType == "custom"_L1) {
            source.insert("item_schema"_L1, eval.itemSchema);
            source.insert("include_sample_schema"_L1, eval.hasSampleSchema);
        }
    }
    if (source.value("metadata"_L1).isNull())
        source.remove("metadata"_L1);
    body.insert(config, source);
    QJsonArray criteria;
    for (const EvalCriterion &criterion : eval.criteria) {
        QJsonObject raw = criterion.raw;
        raw.remove("id"_L1);
        for (auto it = raw.begin(); it != raw.end();) // reads say null for what was not given
            it = it->isNull() ? raw.erase(it) : std::next(it);
        criteria.append(raw);
    }
    body.insert("testing_criteria"_L1, criteria);
    return fromJson(body);
}

QJsonObject EvalDraft::source() const
{
    return m_body.value(config).toObject();
}

void EvalDraft::setSource(const QJsonObject &source)
{
    m_body.insert(config, source);
}

QString EvalDraft::sourceType() const
{
    return source().value("type"_L1).toString();
}

void EvalDraft::setSourceType(const QString &type)
{
    const QString before = sourceType();
    if (before == type)
        return;
    m_aside.insert(before, source());
    QJsonObject next = m_aside.value(type, QJsonObject{{u"type"_s, type}});
    if (type == "custom"_L1 && !next.contains("item_schema"_L1)) {
        next = EvalDraft().source();
    } else if (type != "custom"_L1 && before != "custom"_L1 && source().contains("metadata"_L1)) {
        next.insert("metadata"_L1, source().value("metadata"_L1)); // both filter by the same
    }
    setSource(next);
}

QJsonObject EvalDraft::itemSchema() const
{
    return source().value("item_schema"_L1).toObject();
}

void EvalDraft::setItemSchema(const QJsonObject &schema)
{
    QJsonObject changed = source();
    changed.insert("item_schema"_L1, schema);
    setSource(changed);
}

bool EvalDraft::includesSample() const
{
    return source().value("include_sample_schema"_L1).toBool();
}

void EvalDraft::setIncludesSample(bool includes)
{
    QJsonObject changed = source();
    changed.insert("include_sample_schema"_L1, includes);
    setSource(changed);
}

QJsonObject EvalDraft::sourceMetadata() const
{
    return source().value("metadata"_L1).toObject();
}

void EvalDraft::setSourceMetadata(const QJsonObject &metadata)
{
    QJsonObject changed = source();
    put(changed, "metadata"_L1, metadata);
    setSource(changed);
}

QJsonArray EvalDraft::criteria() const
{
    return m_body.value("testing_criteria"_L1).toArray();
}

void EvalDraft::setCriteria(const QJsonArray &criteria)
{
    m_body.insert("testing_criteria"_L1, criteria);
}

void EvalDraft::setCriterion(qsizetype index, const QJsonObject &criterion)
{
    QJsonArray changed = criteria();
    if (index < 0 || index >= changed.size())
        return;
    changed.replace(index, criterion);
    setCriteria(changed);
}

QString EvalDraft::freeName(const QString &base) const
{
    QSet<QString> taken;
    const QJsonArray all = criteria();
    for (const QJsonValue &value : all)
        taken.insert(value.toObject().value("name"_L1).toString());
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = base + u' ' + QString::number(number);
    return name;
}

TemplateScope EvalDraft::scope() const
{
    TemplateScope scope;
    const bool custom = sourceType() == "custom"_L1;
    if (custom)
        scope.itemSchema = itemSchema();
    scope.sample =
        custom && !includesSample() ? TemplateScope::Sample::Unasked : TemplateScope::Sample::Known;
    return scope;
}

QList<FormProblem> EvalDraft::problems() const
{
    QList<FormProblem> found;
    if (m_body.contains("name"_L1) && !m_body.value("name"_L1).isString())
        found.append({u"name"_s, Tr::tr("The name is a text.")});
    else if (name().trimmed().isEmpty())
        found.append({u"name"_s, Tr::tr("Without a name it is hard to find again."), true});
    found += metadataProblems(m_body.value("metadata"_L1), u"metadata"_s);

    const QString path = QString(config);
    const QJsonObject data = source();
    if (!m_body.value(config).isObject()) {
        found.append({path, Tr::tr("An eval needs a data source.")});
    } else if (!sourceTypes().contains(sourceType())) {
        found.append(
            {path + u".type"_s, Tr::tr("The data source is one of %1.").arg(sourceTypes().join(u", "_s))});
    } else if (sourceType() == "custom"_L1) {
        const QString at = path + u".item_schema"_s;
        if (!data.value("item_schema"_L1).isObject()) {
            found.append({at, Tr::tr("A custom source needs the schema of an item.")});
        } else if (const QString fault = faultOfSchema(itemSchema()); !fault.isEmpty()) {
            found.append({at, fault});
        } else if (itemSchema().value("type"_L1) != QJsonValue(u"object"_s)) {
            found.append({at, Tr::tr("An item is an object: its schema says \"type\": \"object\".")});
        } else if (itemSchema().value("properties"_L1).toObject().isEmpty()) {
            found.append(
                {at, Tr::tr("The schema names no property: nothing of an item can be checked."), true});
        }
        const QJsonValue sample = data.value("include_sample_schema"_L1);
        if (!sample.isUndefined() && !sample.isBool())
            found.append({path + u".include_sample_schema"_s, Tr::tr("This is true or false.")});
    } else {
        if (sourceType() == "stored_completions"_L1)
            found.append({path + u".type"_s,
                          Tr::tr("The service calls this source deprecated; logs take its place."), true});
        const QJsonValue filter = data.value("metadata"_L1);
        if (!filter.isUndefined() && !filter.isObject())
            found.append({path + u".metadata"_s, Tr::tr("The filter is an object of names and values.")});
    }

    if (!m_body.value("testing_criteria"_L1).isArray()) {
        found.append({u"testing_criteria"_s, Tr::tr("An eval needs a list of graders.")});
        return found;
    }
    const QJsonArray all = criteria();
    if (all.isEmpty())
        found.append({u"testing_criteria"_s, Tr::tr("Without a grader nothing is judged: add one.")});
    QSet<QString> names;
    const TemplateScope names_may = scope();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString at = u"testing_criteria[%1]"_s.arg(i);
        if (!all.at(i).isObject()) {
            found.append({at, Tr::tr("A grader is an object.")});
            continue;
        }
        const QJsonObject grader = all.at(i).toObject();
        for (FormProblem problem : graderProblems(grader, names_may)) {
            problem.path = at + (problem.path.isEmpty() ? QString() : u'.' + problem.path);
            found.append(problem);
        }
        const QString name = grader.value("name"_L1).toString();
        if (!name.isEmpty() && names.contains(name))
            found.append({at + u".name"_s,
                          Tr::tr("Another grader has this name: results could not be told apart."), true});
        names.insert(name);
    }
    return found;
}

} // namespace odc
