// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectreader.h"

#include "index/jsonvalues.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <string>

namespace odc {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

namespace {

constexpr qsizetype longestId = 512;

void addRef(IndexedObject &object, FileRole role, const QString &fileId)
{
    if (!fileId.isEmpty())
        object.refs.append({role, fileId});
}

void readFile(IndexedObject &file, dom::object json)
{
    file.name = values::text(json, "filename");
    file.status = values::text(json, "status");
    file.detail = values::text(json, "purpose");
    file.reason = values::text(json, "status_details").simplified();
    file.bytes = values::count(json, "bytes");
    file.expiresAt = values::moment(json, "expires_at");
}

/// What is wrong with the input, by the first of its errors.
QString reasonOfBatch(dom::object json)
{
    // A list object; a bare array has been seen from other services.
    dom::array errors;
    if (json.at_key("errors").get_array().get(errors) &&
        values::child(json, "errors").at_key("data").get_array().get(errors))
        return {};
    for (const dom::element entry : errors) {
        dom::object error;
        if (entry.get_object().get(error))
            continue;
        QString message = values::text(error, "message").simplified();
        if (message.isEmpty())
            message = values::text(error, "code").simplified();
        const qint64 line = values::count(error, "line");
        if (message.isEmpty() || line == 0)
            return message;
        return QCoreApplication::translate("ObjectReader", "%1 (line %2)").arg(message).arg(line);
    }
    return {};
}

void readBatch(IndexedObject &batch, dom::object json)
{
    const dom::object metadata = values::child(json, "metadata");
    for (const std::string_view key : {"name", "job", "title", "description"}) {
        batch.name = values::text(metadata, key).trimmed();
        if (!batch.name.isEmpty())
            break;
    }
    batch.status = values::text(json, "status");
    batch.detail = values::text(json, "endpoint");
    batch.reason = reasonOfBatch(json);
    const dom::object counts = values::child(json, "request_counts");
    batch.total = values::count(counts, "total");
    batch.done = values::count(counts, "completed");
    batch.failed = values::count(counts, "failed");
    if (!batch.isFinished())
        batch.expiresAt = values::moment(json, "expires_at"); // what has ended meets no deadline
    else
        batch.endedAt = values::moment(json, batch.status.toStdString() + "_at");
    addRef(batch, FileRole::BatchInput, values::text(json, "input_file_id"));
    addRef(batch, FileRole::BatchOutput, values::text(json, "output_file_id"));
    addRef(batch, FileRole::BatchErrors, values::text(json, "error_file_id"));
}

void readStore(IndexedObject &store, dom::object json)
{
    store.name = values::text(json, "name");
    store.status = values::text(json, "status");
    store.detail = values::text(json, "description").simplified();
    store.bytes = values::count(json, "usage_bytes");
    store.expiresAt = values::moment(json, "expires_at");
    const dom::object counts = values::child(json, "file_counts");
    store.total = values::count(counts, "total");
    store.done = values::count(counts, "completed");
    store.failed = values::count(counts, "failed");
    // The two can disagree; while files are on their way into it, it indexes.
    if (store.status != "expired"_L1 && values::count(counts, "in_progress") > 0)
        store.status = u"in_progress"_s;
}

void readStoreFile(IndexedObject &file, dom::object json)
{
    file.status = values::text(json, "status");
    file.bytes = values::count(json, "usage_bytes");
    file.metadata = values::pairs(json, "attributes");
    const dom::object error = values::child(json, "last_error");
    file.reason = values::text(error, "message").simplified();
    if (file.reason.isEmpty())
        file.reason = values::text(error, "code").simplified();
    addRef(file, FileRole::InStore, file.id);
}

void readRun(IndexedObject &run, dom::object json)
{
    run.name = values::text(json, "name");
    run.status = values::text(json, "status");
    run.detail = values::text(json, "model");
    const dom::object error = values::child(json, "error");
    run.reason = values::text(error, "message").simplified();
    if (run.reason.isEmpty())
        run.reason = values::text(error, "code").simplified();
    // Done is what was graded, whatever the grade.
    const dom::object counts = values::child(json, "result_counts");
    run.total = values::count(counts, "total");
    run.done = values::count(counts, "passed") + values::count(counts, "failed");
    run.failed = values::count(counts, "errored");
    const dom::object source = values::child(values::child(json, "data_source"), "source");
    if (values::text(source, "type") == "file_id"_L1)
        addRef(run, FileRole::EvalSource, values::text(source, "id"));
}

void readJob(IndexedObject &job, dom::object json)
{
    job.status = values::text(json, "status");
    job.detail = values::text(json, "model");
    job.name = values::text(values::child(json, "metadata"), "name").trimmed();
    for (const std::string_view key : {"user_provided_suffix", "suffix"}) {
        if (job.name.isEmpty())
            job.name = values::text(json, key);
    }
    if (const QString model = values::text(json, "fine_tuned_model");
        job.name.isEmpty() && model.startsWith("ft:"_L1))
        job.name = model.section(u':', 3, 3);
    if (job.name.isEmpty())
        job.name = job.detail;
    const dom::object error = values::child(json, "error");
    job.reason = values::text(error, "message").simplified();
    if (job.reason.isEmpty())
        job.reason = values::text(error, "code").simplified();
    if (job.isFinished())
        job.endedAt = values::moment(json, "finished_at");
    else
        job.finishAt = values::moment(json, "estimated_finish");
    addRef(job, FileRole::Training, values::text(json, "training_file"));
    addRef(job, FileRole::Validation, values::text(json, "validation_file"));
    if (dom::array results; !json.at_key("result_files").get_array().get(results)) {
        for (const dom::element entry : results) {
            if (entry.is_string())
                addRef(job, FileRole::Results, values::text(entry, longestId));
        }
    }
}

void readModel(IndexedObject &model, dom::object json)
{
    model.name = model.id;
    model.detail = values::text(json, "owned_by");
    model.createdAt = values::moment(json, "created");
    const QDate ends = QDate::fromString(values::text(json, "shutdown_date").left(10), Qt::ISODate);
    if (ends.isValid())
        model.expiresAt = ends.startOfDay(Qt::UTC).toSecsSinceEpoch();
}

void readKind(IndexedObject &object, dom::object json)
{
    switch (object.kind) {
    case ObjectKind::File:
        return readFile(object, json);
    case ObjectKind::Batch:
        return readBatch(object, json);
    case ObjectKind::Store:
        return readStore(object, json);
    case ObjectKind::StoreFile:
        return readStoreFile(object, json);
    case ObjectKind::Eval:
        object.name = values::text(json, "name");
        object.detail = values::text(values::child(json, "data_source_config"), "type");
        return;
    case ObjectKind::EvalRun:
        return readRun(object, json);
    case ObjectKind::Job:
        return readJob(object, json);
    case ObjectKind::Checkpoint:
        object.name = values::text(json, "fine_tuned_model_checkpoint");
        object.detail = object.name;
        return;
    case ObjectKind::Model:
        return readModel(object, json);
    }
}

std::string_view parentMember(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::StoreFile:
        return "vector_store_id";
    case ObjectKind::EvalRun:
        return "eval_id";
    case ObjectKind::Checkpoint:
        return "fine_tuning_job_id";
    default:
        return {};
    }
}

/// As it is kept: the items that an eval's run was given in its request are content.
QByteArray keptJson(ObjectKind kind, dom::object json)
{
    const std::string whole = simdjson::minify(json);
    QByteArray kept(whole.data(), qsizetype(whole.size()));
    const dom::object source = values::child(values::child(json, "data_source"), "source");
    if (kind == ObjectKind::EvalRun && values::has(source, "content")) {
        QJsonObject run = QJsonDocument::fromJson(kept).object();
        QJsonObject data = run.value("data_source"_L1).toObject();
        QJsonObject from = data.value("source"_L1).toObject();
        from.remove("content"_L1);
        data.insert("source"_L1, from);
        run.insert("data_source"_L1, data);
        kept = QJsonDocument(run).toJson(QJsonDocument::Compact);
    }
    return kept.size() <= ObjectReader::mostRaw ? kept : QByteArray();
}

} // namespace

std::optional<ObjectKind> ObjectReader::kindOf(dom::object object)
{
    struct Word
    {
        std::string_view word;
        ObjectKind kind;
    };
    static constexpr std::array words{
        Word{"file", ObjectKind::File},           Word{"batch", ObjectKind::Batch},
        Word{"vector_store", ObjectKind::Store},  Word{"vector_store.file", ObjectKind::StoreFile},
        Word{"eval", ObjectKind::Eval},           Word{"eval.run", ObjectKind::EvalRun},
        Word{"fine_tuning.job", ObjectKind::Job}, Word{"fine_tuning.job.checkpoint", ObjectKind::Checkpoint},
        Word{"model", ObjectKind::Model},
    };
    std::string_view said;
    if (object.at_key("object").get_string().get(said))
        return {};
    for (const Word &known : words) {
        if (known.word == said)
            return known.kind;
    }
    return {};
}

std::optional<ReadObject> ObjectReader::read(ObjectKind kind, dom::object json, const QString &id,
                                             const QString &parentId)
{
    ReadObject result;
    IndexedObject &object = result.object;
    object.kind = kind;
    object.id = values::text(json, "id", longestId + 1);
    if (object.id.isEmpty())
        object.id = id;
    if (object.id.isEmpty() || object.id.size() > longestId)
        return {};
    if (const std::string_view member = parentMember(kind); !member.empty()) {
        object.parentId = values::text(json, member, longestId);
        // Where it was asked for is where it is, whatever it says itself.
        if (!parentId.isEmpty())
            object.parentId = parentId;
        if (object.parentId.isEmpty())
            return {};
        object.parentId = shared(object.parentId);
    }
    object.createdAt = values::moment(json, "created_at");
    object.metadata = values::pairs(json, "metadata");
    readKind(object, json);
    object.status = shared(object.status);
    object.detail = shared(object.detail);
    result.key = object.key();
    result.raw = keptJson(kind, json);
    result.rawHash = qHash(result.raw);
    return result;
}

QString ObjectReader::shared(const QString &text)
{
    constexpr qsizetype mostWords = 50'000;
    if (m_words.size() > mostWords)
        m_words.clear();
    return text.isEmpty() ? text : *m_words.insert(text);
}

} // namespace odc
