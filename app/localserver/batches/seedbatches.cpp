// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/seedbatches.h"

#include "localserver/batches/batchbodies.h"
#include "localserver/batches/batchcheck.h"
#include "localserver/batches/echobodies.h"
#include "localserver/batches/samplebatches.h"
#include "localserver/evals/localecho.h"
#include "localserver/filepurposes.h"
#include "localserver/ids.h"
#include "localserver/samplefiles.h"
#include "localserver/sampletexts.h"

#include <QBuffer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** What a sample batch comes to. */
struct Result
{
    QByteArray output;
    QByteArray errors;
    qint64 total = 0;
    qint64 completed = 0;
    qint64 failed = 0;
    LineUsage usage;
    QString endpoint;
    QString model;
};

QString fileId(const QString &filename)
{
    return stableId("file-"_L1, u"sample:"_s + filename);
}

/** What a model would have said about a ticket: the queue that it belongs to. */
QString queueOf(const QString &ticket)
{
    const auto has = [&ticket](QStringView word) { return ticket.contains(word); };
    if (has(u"charged") || has(u"invoice"))
        return u"billing"_s;
    if (has(u"password") || has(u"app,"))
        return u"account"_s;
    return has(u"screen") || has(u"leaks") ? u"hardware"_s : u"delivery"_s;
}

QByteArray answerLine(const LineRequest &request, Result &result)
{
    constexpr int okay = 200;
    const QString model = request.body()[u"model"_s].toString();
    const EchoRequest read = echoRequest(request.endpoint, request.body());
    QJsonObject body = echoBody(request, read);
    body[u"model"_s] = model;
    if (!read.messages.isEmpty()) {
        const QString ticket = contentText(read.messages.last()[u"content"_s]);
        const QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, queueOf(ticket)}};
        body[u"choices"_s] = QJsonArray{
            QJsonObject{{u"index"_s, 0}, {u"message"_s, message}, {u"finish_reason"_s, u"stop"_s}}};
        const qint64 asked = usageIn(body[u"usage"_s].toObject()).input;
        body[u"usage"_s] = QJsonObject{
            {u"prompt_tokens"_s, asked}, {u"completion_tokens"_s, 1}, {u"total_tokens"_s, asked + 1}};
        body[u"system_fingerprint"_s] = QJsonValue::Null;
    }
    const LineUsage usage = usageIn(body[u"usage"_s].toObject());
    result.usage.input += usage.input;
    result.usage.output += usage.output;
    return responseLine(request, okay, idOfLine("req_"_L1, request), body);
}

QByteArray failureLine(const LineRequest &request, SampleFate fate)
{
    constexpr int badRequest = 400;
    constexpr int notFound = 404;
    constexpr int busy = 429;
    constexpr int broken = 500;
    const QString requestId = idOfLine("req_"_L1, request);
    if (fate == SampleFate::TooLarge) {
        const QJsonObject error{{u"message"_s,
                                 u"max_tokens is too large: 900000. This model supports at most 128000 "
                                 "completion tokens, whereas you provided 900000."_s},
                                {u"type"_s, u"invalid_request_error"_s},
                                {u"param"_s, u"max_tokens"_s},
                                {u"code"_s, u"invalid_value"_s}};
        return responseLine(request, badRequest, requestId, QJsonObject{{u"error"_s, error}});
    }
    const int status = fate == SampleFate::NoModel ? notFound : fate == SampleFate::Busy ? busy : broken;
    return responseLine(request, status, requestId,
                        failureBody(status, request.body()[u"model"_s].toString()));
}

/** Works out what became of the lines. */
Result resultOf(const SampleBatch &sample, const QByteArray &input, qint64 endedAt)
{
    Result result;
    QBuffer buffer;
    buffer.setData(input);
    buffer.open(QIODevice::ReadOnly);
    std::vector<BatchLine> lines = linesOf(buffer, [] { return true; }).value_or(std::vector<BatchLine>());
    jumble(lines);
    result.total = qint64(lines.size());
    const bool expired = sample.status == "expired"_L1;
    for (const BatchLine &place : lines) {
        LineRequest request;
        request.line = QJsonDocument::fromJson(readLine(buffer, place).value_or(QByteArray())).object();
        request.batchId = sample.id();
        request.endpoint = request.line[u"url"_s].toString();
        request.number = place.number;
        request.now = endedAt;
        result.endpoint = request.endpoint;
        result.model = request.body()[u"model"_s].toString();
        const SampleFate fate = sample.fate(place.number);
        if (fate == SampleFate::Answered) {
            ++result.completed;
            result.output += answerLine(request, result);
        } else if (fate != SampleFate::NotReached) {
            ++result.failed;
            result.errors += failureLine(request, fate);
        } else if (expired) {
            result.errors +=
                errorLine(request, u"batch_expired"_s,
                          u"This request could not be executed before the completion window expired."_s);
        } else {
            result.errors += errorLine(request, u"batch_cancelled"_s,
                                       u"This request was not executed: the batch was cancelled."_s);
        }
    }
    return result;
}

class Seeder
{
public:
    Seeder(const Storage &storage, const FilesTable &files, const BatchesTable &batches, qint64 now)
        : m_storage(storage), m_files(files), m_batches(batches), m_now(now)
    {
        for (const SampleFile &file : sampleFiles()) {
            if (file.purpose == "batch"_L1)
                m_inputs.insert(file.filename, file.content);
        }
    }
    /** True when it is to be worked on. */
    bool seed(const SampleBatch &sample) const;

private:
    QString addFile(const QString &filename, const QString &purpose, qint64 createdAt,
                    const QByteArray &content) const;
    void showEnd(QJsonObject &batch, const SampleBatch &sample, const QByteArray &input) const;

    const Storage &m_storage;
    const FilesTable &m_files;
    const BatchesTable &m_batches;
    const qint64 m_now;
    QHash<QString, QByteArray> m_inputs; ///< of the sample files, by name
};

QString Seeder::addFile(const QString &filename, const QString &purpose, qint64 createdAt,
                        const QByteArray &content) const
{
    FileRecord record;
    record.id = fileId(filename);
    record.filename = filename;
    record.purpose = purpose;
    record.createdAt = createdAt;
    if (purpose == "batch"_L1)
        record.expiresAt = createdAt + defaultBatchLifetime;
    record.finalStatus = u"processed"_s;
    record.bytes = content.size();
    if (m_files.insert(record) && !m_storage.blobs().put(record.id, content))
        throw StorageError{u"the data folder cannot be written"_s};
    return record.id;
}

void Seeder::showEnd(QJsonObject &batch, const SampleBatch &sample, const QByteArray &input) const
{
    constexpr qint64 checkSeconds = 35;
    constexpr qint64 finalSeconds = 20;
    const qint64 begunAt = batch[u"created_at"_s].toInteger() + checkSeconds;
    const qint64 endedAt = begunAt + sample.tookSeconds;
    batch[u"status"_s] = sample.status;
    batch[sample.status + u"_at"_s] = endedAt;
    if (sample.status == "failed"_L1) {
        QBuffer buffer;
        buffer.setData(input);
        buffer.open(QIODevice::ReadOnly);
        const BatchVerdict verdict =
            checkBatchInput(buffer, batch[u"endpoint"_s].toString(), [] { return true; });
        batch[u"errors"_s] = batchErrors(verdict.errors);
        return;
    }
    const Result result = resultOf(sample, input, endedAt);
    batch[u"in_progress_at"_s] = begunAt;
    if (sample.status == "completed"_L1)
        batch[u"finalizing_at"_s] = endedAt - finalSeconds;
    else if (sample.status == "cancelled"_L1)
        batch[u"cancelling_at"_s] = endedAt - finalSeconds;
    batch[u"endpoint"_s] = result.endpoint;
    batch[u"model"_s] = result.model;
    batch[u"request_counts"_s] = requestCounts(result.total, result.completed, result.failed);
    batch[u"usage"_s] = usageObject(result.usage);
    const auto file = [&](const QString &known, const QString &what,
                          const QByteArray &content) -> QJsonValue {
        if (!known.isEmpty())
            return fileId(known);
        if (content.isEmpty())
            return QJsonValue::Null;
        return addFile(u"%1_%2.jsonl"_s.arg(sample.id(), what), u"batch_output"_s, endedAt, content);
    };
    batch[u"output_file_id"_s] = file(sample.outputName, u"output"_s, result.output);
    batch[u"error_file_id"_s] = file(sample.errorName, u"error"_s, result.errors);
}

bool Seeder::seed(const SampleBatch &sample) const
{
    constexpr qint64 uploadedBefore = 60;
    const qint64 createdAt = m_now - sample.ageSeconds;
    const QByteArray input = sample.input.isEmpty() ? m_inputs.value(sample.filename) : sample.input;
    if (!sample.input.isEmpty())
        addFile(sample.filename, u"batch"_s, createdAt - uploadedBefore, input);
    QJsonObject batch = newBatchObject(u"/v1/chat/completions"_s, fileId(sample.filename), createdAt);
    batch[u"id"_s] = sample.id();
    batch[u"metadata"_s] = sample.metadata;
    const bool goesOn = sample.status == "validating"_L1;
    if (!goesOn)
        showEnd(batch, sample, input);
    if (m_batches.batches().find({}, sample.id()))
        return false;
    if (!goesOn) {
        m_batches.batches().insert({rowOf({}, batch)});
        return false;
    }
    BatchProgress progress;
    progress.outputId = fileId(sample.id() + u"_output"_s);
    progress.errorId = fileId(sample.id() + u"_error"_s);
    progress.paceMs = sample.tookSeconds * 1000;
    m_batches.addToWork(batch, progress);
    return true;
}

} // namespace

QStringList seedSampleBatches(const Storage &storage, const FilesTable &files, const BatchesTable &batches,
                              const ServerClock &clock)
{
    QStringList toWorkOn;
    Transaction transaction(storage);
    const Seeder seeder(storage, files, batches, clock.now());
    for (const SampleBatch &sample : sampleBatches()) {
        if (seeder.seed(sample))
            toWorkOn.append(sample.id());
    }
    transaction.commit();
    return toWorkOn;
}

void seedLargeBatch(const Storage &storage, const FilesTable &files, const BatchesTable &batches,
                    const ServerClock &clock, int lines)
{
    if (lines <= 0)
        return;
    constexpr int failsEach = 97;
    constexpr qint64 ageSeconds = 7200;
    constexpr qint64 tookSeconds = 5000;
    SampleBatch sample;
    sample.name = u"large:%1"_s.arg(lines);
    sample.filename = u"large-%1.jsonl"_s.arg(lines);
    sample.ageSeconds = ageSeconds;
    sample.tookSeconds = tookSeconds;
    sample.status = u"completed"_s;
    sample.metadata = {{u"job"_s, u"large"_s}};
    sample.fate = [](int line) { return line % failsEach == 0 ? SampleFate::Busy : SampleFate::Answered; };
    if (batches.batches().find({}, sample.id()))
        return;
    sample.input = chatBatchInput(lines, "large");
    Transaction transaction(storage);
    Seeder(storage, files, batches, clock.now()).seed(sample);
    transaction.commit();
}

} // namespace odc::server
