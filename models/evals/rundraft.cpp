// SPDX-License-Identifier: GPL-3.0-or-later
#include "rundraft.h"

#include "api/metadatarules.h"
#include "evals/evaldraft.h"
#include "evals/graderrules.h"

#include <QCoreApplication>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RunDraft)
};

const auto dataKey = "data_source"_L1;

/// What only a model that answers needs.
constexpr QLatin1StringView asking[]{"model"_L1, "sampling_params"_L1, "input_messages"_L1};
/// Sampling parameters that are not the same for completions and responses.
constexpr QLatin1StringView special[]{"response_format"_L1, "text"_L1, "tools"_L1};

bool given(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

void timeRules(const QJsonObject &source, const QString &path, QList<FormProblem> &found)
{
    for (const auto key : {"created_after"_L1, "created_before"_L1}) {
        const QJsonValue value = source.value(key);
        if (given(value) &&
            (!value.isDouble() || value.toDouble() < 0 || std::floor(value.toDouble()) != value.toDouble()))
            found.append({path + u'.' + key, Tr::tr("A time, in seconds since 1970.")});
    }
    if (given(source.value("created_after"_L1)) && given(source.value("created_before"_L1)) &&
        source.value("created_after"_L1).toDouble() > source.value("created_before"_L1).toDouble())
        found.append({path + u".created_before"_s,
                      Tr::tr("The end is before the beginning: nothing would be found.")});
}

void filterRules(const QJsonObject &source, const QString &path, QList<FormProblem> &found)
{
    timeRules(source, path, found);
    const QJsonValue limit = source.value("limit"_L1);
    if (given(limit) &&
        (!limit.isDouble() || limit.toDouble() < 1 || std::floor(limit.toDouble()) != limit.toDouble()))
        found.append({path + u".limit"_s, Tr::tr("A whole number, at least 1.")});
    if (given(source.value("metadata"_L1)) && !source.value("metadata"_L1).isObject())
        found.append({path + u".metadata"_s, Tr::tr("The filter is an object of names and values.")});
    for (FormProblem problem : samplingProblems(source, "max_completion_tokens"_L1))
        found.append({path + u'.' + problem.path, problem.message, problem.warning});
    for (const auto key : {"users"_L1, "tools"_L1}) {
        const QJsonValue list = source.value(key);
        if (given(list) && !list.isArray())
            found.append({path + u'.' + key, Tr::tr("A list of names.")});
    }
}

void toolRules(const QJsonValue &tools, bool chat, const QString &path, QList<FormProblem> &found)
{
    if (!given(tools))
        return;
    if (!tools.isArray()) {
        found.append({path, Tr::tr("Tools are a list.")});
        return;
    }
    const QJsonArray list = tools.toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject tool = value.toObject();
        const QString type = tool.value("type"_L1).toString();
        if (type.isEmpty())
            found.append({path, Tr::tr("Each tool is an object with a type.")});
        else if (chat && type == "function"_L1 &&
                 tool.value("function"_L1).toObject().value("name"_L1).toString().isEmpty())
            found.append({path, Tr::tr("For completions a function has its name inside \"function\".")});
        else if (!chat && type == "function"_L1 && tool.value("name"_L1).toString().isEmpty())
            found.append({path, Tr::tr("For responses a function has its name beside \"type\".")});
    }
}

void formatRules(const QJsonValue &format, const QString &path, QList<FormProblem> &found)
{
    static const QStringList types{u"text"_s, u"json_object"_s, u"json_schema"_s};
    if (given(format) && !types.contains(format.toObject().value("type"_L1).toString()))
        found.append(
            {path, Tr::tr("A format is an object whose type is one of %1.").arg(types.join(u", "_s))});
}

} // namespace

RunDraft::RunDraft()
    : RequestDraft(QJsonObject{
          {u"data_source"_s,
           QJsonObject{
               {u"type"_s, u"responses"_s},
               {u"model"_s, QString()},
               {u"source"_s, QJsonObject{{u"type"_s, u"file_content"_s}, {u"content"_s, QJsonArray()}}},
               {u"input_messages"_s,
                QJsonObject{{u"type"_s, u"template"_s},
                            {u"template"_s,
                             QJsonArray{QJsonObject{{u"role"_s, u"developer"_s}, {u"content"_s, QString()}},
                                        QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, QString()}}}}}}}}})
{
}

RunDraft RunDraft::fromJson(const QJsonObject &body)
{
    RunDraft draft;
    draft.m_body = body;
    return draft;
}

RunDraft RunDraft::fromRun(const EvalRun &run)
{
    QJsonObject body;
    for (const auto key : {"name"_L1, "metadata"_L1, dataKey}) {
        const QJsonValue value = run.raw.value(key);
        if (given(value) && !(value.isObject() && value.toObject().isEmpty()))
            body.insert(key, value);
    }
    // Reads say null for what was not given.
    QJsonObject data = body.value(dataKey).toObject();
    QJsonObject source = data.value("source"_L1).toObject();
    for (QJsonObject *object : {&data, &source}) {
        for (auto it = object->begin(); it != object->end();)
            it = it->isNull() ? object->erase(it) : std::next(it);
    }
    data.insert("source"_L1, source);
    body.insert(dataKey, data);
    return fromJson(body);
}

QStringList RunDraft::types()
{
    return {u"responses"_s, u"completions"_s, u"jsonl"_s};
}

QStringList RunDraft::sourceTypes(const QString &type)
{
    QStringList types{u"file_content"_s, u"file_id"_s};
    if (type == "completions"_L1)
        types << u"stored_completions"_s;
    else if (type == "responses"_L1)
        types << u"responses"_s;
    return types;
}

QJsonObject RunDraft::data() const
{
    return m_body.value(dataKey).toObject();
}

void RunDraft::setData(const QJsonObject &data)
{
    m_body.insert(dataKey, data);
}

QString RunDraft::type() const
{
    return data().value("type"_L1).toString();
}

bool RunDraft::asksModel() const
{
    return type() != "jsonl"_L1;
}

void RunDraft::setType(const QString &type)
{
    const QString before = this->type();
    if (before == type)
        return;
    QJsonObject changed = data();
    changed.insert("type"_L1, type);
    QJsonObject sampling = changed.value("sampling_params"_L1).toObject();
    if (before != "jsonl"_L1) {
        QJsonObject own;
        for (const auto key : special) {
            if (sampling.contains(key))
                own.insert(key, sampling.take(key));
        }
        m_sampling.insert(before, own);
        changed.insert("sampling_params"_L1, sampling);
    }
    if (type == "jsonl"_L1) {
        for (const auto key : asking) {
            if (changed.contains(key))
                m_aside.insert(key, changed.take(key));
        }
    } else {
        for (const auto key : asking) {
            if (!changed.contains(key) && m_aside.contains(key))
                changed.insert(key, m_aside.take(key));
        }
        sampling = changed.value("sampling_params"_L1).toObject();
        const QJsonObject own = m_sampling.value(type);
        for (auto it = own.begin(); it != own.end(); ++it)
            sampling.insert(it.key(), it.value());
        changed.insert("sampling_params"_L1, sampling);
    }
    if (changed.value("sampling_params"_L1).toObject().isEmpty())
        changed.remove("sampling_params"_L1);
    setData(changed);
    if (!sourceTypes(type).contains(sourceType()))
        setSourceType(type == "completions"_L1 && sourceType() == "responses"_L1 ? u"stored_completions"_s
                      : type == "responses"_L1 && sourceType() == "stored_completions"_L1
                          ? u"responses"_s
                          : u"file_content"_s);
}

QJsonObject RunDraft::source() const
{
    return data().value("source"_L1).toObject();
}

void RunDraft::setSource(const QJsonObject &source)
{
    QJsonObject changed = data();
    changed.insert("source"_L1, source);
    setData(changed);
}

QString RunDraft::sourceType() const
{
    return source().value("type"_L1).toString();
}

void RunDraft::setSourceType(const QString &type)
{
    const QString before = sourceType();
    if (before == type)
        return;
    m_sources.insert(before, source());
    QJsonObject next = m_sources.value(type, QJsonObject{{u"type"_s, type}});
    if (type == "file_content"_L1 && !next.contains("content"_L1))
        next.insert("content"_L1, QJsonArray());
    if (type == "file_id"_L1 && !next.contains("id"_L1))
        next.insert("id"_L1, QString());
    setSource(next);
}

QJsonArray RunDraft::content() const
{
    return source().value("content"_L1).toArray();
}

void RunDraft::setContent(const QJsonArray &rows)
{
    QJsonObject changed = source();
    changed.insert("content"_L1, rows);
    setSource(changed);
}

QString RunDraft::fileId() const
{
    return source().value("id"_L1).toString();
}

void RunDraft::setFileId(const QString &id)
{
    QJsonObject changed = source();
    changed.insert("id"_L1, id);
    setSource(changed);
}

QString RunDraft::inputType() const
{
    return data().value("input_messages"_L1).toObject().value("type"_L1).toString();
}

void RunDraft::setInputType(const QString &type)
{
    const QString before = inputType();
    if (before == type)
        return;
    QJsonObject changed = data();
    m_inputs.insert(before, changed.value("input_messages"_L1).toObject());
    if (type.isEmpty()) {
        changed.remove("input_messages"_L1);
    } else {
        QJsonObject next = m_inputs.value(type, QJsonObject{{u"type"_s, type}});
        if (type == "template"_L1 && !next.contains("template"_L1))
            next = RunDraft().data().value("input_messages"_L1).toObject();
        if (type == "item_reference"_L1 && !next.contains("item_reference"_L1))
            next.insert("item_reference"_L1, u"item."_s);
        changed.insert("input_messages"_L1, next);
    }
    setData(changed);
}

QJsonArray RunDraft::messages() const
{
    return data().value("input_messages"_L1).toObject().value("template"_L1).toArray();
}

void RunDraft::setMessages(const QJsonArray &messages)
{
    QJsonObject changed = data();
    QJsonObject input = changed.value("input_messages"_L1).toObject();
    input.insert("template"_L1, messages);
    changed.insert("input_messages"_L1, input);
    setData(changed);
}

QString RunDraft::itemReference() const
{
    return data().value("input_messages"_L1).toObject().value("item_reference"_L1).toString();
}

void RunDraft::setItemReference(const QString &path)
{
    QJsonObject changed = data();
    QJsonObject input = changed.value("input_messages"_L1).toObject();
    input.insert("item_reference"_L1, path);
    changed.insert("input_messages"_L1, input);
    setData(changed);
}

QString RunDraft::model() const
{
    return data().value("model"_L1).toString();
}

void RunDraft::setModel(const QString &model)
{
    QJsonObject changed = data();
    changed.insert("model"_L1, model);
    setData(changed);
}

QJsonObject RunDraft::sampling() const
{
    return data().value("sampling_params"_L1).toObject();
}

void RunDraft::setSampling(const QJsonObject &sampling)
{
    QJsonObject changed = data();
    if (sampling.isEmpty())
        changed.remove("sampling_params"_L1);
    else
        changed.insert("sampling_params"_L1, sampling);
    setData(changed);
}

TemplateScope RunDraft::scope(const QJsonObject &itemSchema)
{
    return {itemSchema, TemplateScope::Sample::Forbidden};
}

QList<FormProblem> RunDraft::problems(const QJsonObject &itemSchema) const
{
    QList<FormProblem> found;
    const QString path = QString(dataKey);
    if (m_body.contains("name"_L1) && !m_body.value("name"_L1).isString())
        found.append({u"name"_s, Tr::tr("The name is a text.")});
    else if (name().trimmed().isEmpty())
        found.append({u"name"_s, Tr::tr("Without a name it is hard to tell from other runs."), true});
    found += metadataProblems(m_body.value("metadata"_L1), u"metadata"_s);
    if (!m_body.value(dataKey).isObject()) {
        found.append({path, Tr::tr("A run needs a data source.")});
        return found;
    }
    if (!types().contains(type())) {
        found.append({path + u".type"_s, Tr::tr("The data source is one of %1.").arg(types().join(u", "_s))});
        return found;
    }

    const QString at = path + u".source"_s;
    const QString from = sourceType();
    if (!sourceTypes(type()).contains(from)) {
        found.append(
            {at + u".type"_s,
             Tr::tr("The rows of %1 come from one of %2.").arg(type(), sourceTypes(type()).join(u", "_s))});
    } else if (from == "file_content"_L1) {
        if (!source().value("content"_L1).isArray())
            found.append({at + u".content"_s, Tr::tr("The rows are a list.")});
        else if (content().isEmpty())
            found.append({at + u".content"_s, Tr::tr("There are no rows yet.")});
    } else if (from == "file_id"_L1) {
        if (fileId().trimmed().isEmpty())
            found.append({at + u".id"_s, Tr::tr("Choose the file with the rows.")});
    } else {
        filterRules(source(), at, found);
    }
    if (!asksModel()) {
        for (const auto key : asking) {
            if (data().contains(key))
                found.append(
                    {path + u'.' + key,
                     Tr::tr("Rows of jsonl bring their answers: “%1” does not belong here.").arg(key)});
        }
        return found;
    }

    // What is stored has its answers already; a model and messages make new ones.
    const bool stored = from == "stored_completions"_L1 || from == "responses"_L1;
    if (given(data().value("model"_L1)) && !data().value("model"_L1).isString())
        found.append({path + u".model"_s, Tr::tr("The model is named by a text.")});
    else if (model().trimmed().isEmpty() && !stored)
        found.append({path + u".model"_s, Tr::tr("Choose the model that answers.")});
    const QString input = path + u".input_messages"_s;
    if (inputType() == "template"_L1) {
        const QJsonValue messages = data().value("input_messages"_L1).toObject().value("template"_L1);
        for (FormProblem problem : messageProblems(messages, scope(itemSchema))) {
            problem.path.prepend(input + u".template"_s);
            found.append(problem);
        }
    } else if (inputType() == "item_reference"_L1) {
        if (const QString fault = checkItemReference(itemReference(), itemSchema); !fault.isEmpty())
            found.append({input + u".item_reference"_s, fault});
    } else if (given(data().value("input_messages"_L1))) {
        found.append({input + u".type"_s, Tr::tr("The messages are a template or an item_reference.")});
    } else if (!stored) {
        found.append({input, Tr::tr("Say what the model is asked.")});
    }

    const QString params = path + u".sampling_params"_s;
    for (const FormProblem &problem :
         samplingProblems(data().value("sampling_params"_L1), "max_completion_tokens"_L1))
        found.append({params + (problem.path.isEmpty() ? QString() : u'.' + problem.path), problem.message,
                      problem.warning});
    const bool chat = type() == "completions"_L1;
    toolRules(sampling().value("tools"_L1), chat, params + u".tools"_s, found);
    formatRules(sampling().value("response_format"_L1), params + u".response_format"_s, found);
    formatRules(sampling().value("text"_L1).toObject().value("format"_L1), params + u".text.format"_s, found);
    if (chat && sampling().contains("text"_L1))
        found.append({params + u".text"_s, Tr::tr("Completions take a response_format, not a text.format.")});
    if (!chat && sampling().contains("response_format"_L1))
        found.append(
            {params + u".response_format"_s, Tr::tr("Responses take a text.format, not a response_format.")});
    return found;
}

} // namespace odc
