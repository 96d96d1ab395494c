// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchwork.h"

#include "localserver/apifault.h"
#include "localserver/batches/batchbodies.h"
#include "localserver/batches/batchcheck.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcBatches, "odc.localserver.batches")

namespace odc::server {

namespace {

/** Simulated work: what a batch does before and after its lines, and how long cancelling takes. */
constexpr qint64 validatingMs = 2000;
constexpr qint64 finalizingMs = 1500;
constexpr qint64 cancellingMs = 3000;
/** So long for each line, but no longer than that in all. */
constexpr qint64 lineMs = 150;
constexpr qint64 longestMs = 60'000;
/** Lines are stored together when they came in so short a time. */
constexpr qint64 storeMs = 100;
/** After so long a step leaves its thread to others. */
constexpr qint64 stepMs = 150;
/** When the storage refuses, it is asked again, in a while and not for ever. */
constexpr qint64 refusedMs = 2000;
constexpr int mostRefusals = 3;

/** How long a state lasts at least, and which member says since when. */
struct StateTime
{
    QString since;
    qint64 ms = 0;
};

StateTime timeOf(const QString &status)
{
    if (status == "validating"_L1)
        return {u"created_at"_s, validatingMs};
    if (status == "finalizing"_L1)
        return {u"finalizing_at"_s, finalizingMs};
    if (status == "cancelling"_L1)
        return {u"cancelling_at"_s, cancellingMs};
    return {u"in_progress_at"_s, 0};
}

} // namespace

BatchWork::Due BatchWork::step()
{
    m_interrupted = false;
    try {
        return m_failure ? refused(*m_failure) : advance();
    } catch (const Failure &failure) {
        return refused(failure);
    } catch (const StorageError &error) {
        return storageRefused(error.text);
    } catch (const ApiFault &) {
        return std::nullopt; // it is gone
    } catch (const std::exception &error) {
        return refused({u"server_error"_s, QString::fromUtf8(error.what())});
    }
}

/** A failure is kept until it could be stored: the same disk may have no room for that, either. */
BatchWork::Due BatchWork::refused(const Failure &failure)
{
    m_failure = failure;
    try {
        m_batch = QJsonDocument::fromJson(m_tools.batches.batch(m_id)).object();
        return fail({batchError(failure.code, failure.message)});
    } catch (const StorageError &error) {
        qCWarning(lcBatches) << "batch" << m_id << "could not be failed yet:" << error.text;
        return m_tools.clock.nowMs() + refusedMs;
    } catch (const ApiFault &) {
        return std::nullopt;
    }
}

BatchWork::Due BatchWork::storageRefused(const QString &text)
{
    qCWarning(lcBatches) << "batch" << m_id << "was not stored:" << text;
    reset(); // what is in memory may be ahead of what is stored
    if (++m_refusals < mostRefusals && !text.contains("full"_L1))
        return m_tools.clock.nowMs() + refusedMs;
    return refused({u"server_error"_s, u"The server's database refused: %1"_s.arg(text)});
}

BatchWork::Due BatchWork::advance()
{
    m_batch = QJsonDocument::fromJson(m_tools.batches.batch(m_id)).object();
    const QString status = m_batch[u"status"_s].toString();
    if (isEndOfBatch(status))
        return std::nullopt;
    const qint64 nowMs = m_tools.clock.nowMs();
    const qint64 expiresMs = m_batch[u"expires_at"_s].toInteger() * 1000;
    if (nowMs >= expiresMs && (status == "validating"_L1 || status == "in_progress"_L1))
        return finish(u"expired"_s);
    if (m_state != status) {
        m_state = status;
        const StateTime time = timeOf(status);
        // The clock may have been set back since.
        const qint64 sinceMs = std::min(m_batch[time.since].toInteger() * 1000, nowMs);
        m_notBefore = sinceMs + m_tools.clock.scaledMs(time.ms);
    }
    if (nowMs < m_notBefore)
        return status == "validating"_L1 ? std::min(m_notBefore, expiresMs) : m_notBefore;
    if (status == "validating"_L1)
        return validate();
    if (status == "in_progress"_L1)
        return answerSome();
    return finish(status == "cancelling"_L1 ? u"cancelled"_s : u"completed"_s);
}

/** False when the input file is not there any more. */
bool BatchWork::open()
{
    if (!m_input)
        m_input = m_tools.files.content(m_batch[u"input_file_id"_s].toString());
    return m_input != nullptr;
}

BatchWork::Due BatchWork::validate()
{
    if (!open())
        throw Failure{u"file_not_found"_s, u"The input file is not there any more."_s};
    BatchVerdict verdict = checkBatchInput(*m_input, m_batch[u"endpoint"_s].toString(),
                                           [this] { return m_tools.goOn() && !m_interrupted; });
    if (verdict.stopped)
        return m_tools.clock.nowMs();
    if (!verdict.errors.isEmpty())
        return fail(verdict.errors);
    m_lines = std::move(verdict.lines);
    jumble(m_lines);
    m_batch[u"status"_s] = u"in_progress"_s;
    m_batch[u"in_progress_at"_s] = m_tools.clock.now();
    m_batch[u"model"_s] = verdict.model.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(verdict.model);
    m_batch[u"usage"_s] = usageObject({});
    m_batch[u"request_counts"_s] = requestCounts(qint64(m_lines.size()), 0, 0);
    m_begunMs = m_tools.clock.nowMs();
    const std::optional<BatchProgress> progress = m_tools.batches.progress(m_id);
    if (progress) // when it was cancelled meanwhile, the next step sees that
        m_tools.batches.advance(m_batch, u"validating"_s, *progress);
    return m_tools.clock.nowMs();
}

/** Takes up what is stored of a batch that is in the middle. */
void BatchWork::load()
{
    if (m_loaded)
        return;
    if (!open())
        throw Failure{u"file_not_found"_s, u"The input file is not there any more."_s};
    if (m_lines.empty()) {
        std::optional<std::vector<BatchLine>> lines = linesOf(*m_input, m_tools.goOn);
        if (!lines && !m_tools.goOn())
            return;
        if (!lines)
            throw Failure{u"file_not_readable"_s, u"The input file cannot be read any more."_s};
        m_lines = *std::move(lines);
        jumble(m_lines);
    }
    openResults();
    m_waiting = m_tools.batches.waiting(m_id).size();
    const QJsonValue counts = m_batch[u"request_counts"_s];
    m_completed = counts[u"completed"_s].toInteger();
    m_failed = counts[u"failed"_s].toInteger();
    m_usage = usageIn(m_batch[u"usage"_s].toObject());
    if (m_begunMs == 0)
        m_begunMs = m_tools.clock.nowMs();
    m_begunAt = m_progress.position;
    m_loaded = true;
}

void BatchWork::openResults()
{
    const std::optional<BatchProgress> progress = m_tools.batches.progress(m_id);
    if (!progress)
        throw Failure{u"server_error"_s, u"The server does not know any more how far the batch had come."_s};
    m_progress = *progress;
    if (!m_results.open(m_progress))
        throw Failure{u"server_error"_s, u"The results so far cannot be taken up again: the data folder "
                                         "lacks them, or cannot be written."_s};
}

/** Forgets what is not stored. */
void BatchWork::reset()
{
    m_loaded = false;
    m_begunMs = 0;
    m_results.close();
    m_nowWaiting.clear();
}

/** When the line at that place is answered: they are spread evenly over the time that all of them take. */
qint64 BatchWork::dueOf(qint64 position) const
{
    const qint64 total = qint64(m_lines.size());
    const qint64 pace = m_progress.paceMs > 0 ? m_progress.paceMs : std::min(lineMs * total, longestMs);
    return m_begunMs + m_tools.clock.scaledMs(pace) * (position + 1 - m_begunAt) / std::max<qint64>(total, 1);
}

QList<LineRequest> BatchWork::nextRequests(qint64 most)
{
    QList<LineRequest> requests;
    const qint64 nowMs = m_tools.clock.nowMs();
    for (qint64 at = m_progress.position; at < qint64(m_lines.size()) && requests.size() < most; ++at) {
        if (dueOf(at) > nowMs)
            break;
        const BatchLine &line = m_lines[size_t(at)];
        const std::optional<QByteArray> text = readLine(*m_input, line);
        if (!text)
            throw Failure{u"file_not_readable"_s, u"The input file cannot be read any more."_s};
        requests.append({m_id, m_batch[u"endpoint"_s].toString(),
                         m_batch[u"metadata"_s][u"odc_attempt"_s].toString().toLongLong(), line.number,
                         nowMs / 1000, QJsonDocument::fromJson(*text).object()});
    }
    return requests;
}

void BatchWork::take(const LineRequest &request, const LineOutcome &outcome)
{
    using Kind = LineOutcome::Kind;
    ++m_progress.position;
    m_completed += outcome.kind == Kind::Answered ? 1 : 0;
    m_failed += outcome.kind == Kind::Failed ? 1 : 0;
    if (outcome.kind == Kind::Waiting)
        m_nowWaiting.append(request.number);
    if (outcome.kind == Kind::Answered)
        m_results.addAnswer(outcome.text);
    else
        m_results.addError(outcome.text);
    m_usage.input += outcome.usage.input;
    m_usage.cached += outcome.usage.cached;
    m_usage.output += outcome.usage.output;
    m_usage.reasoning += outcome.usage.reasoning;
}

/** Writes what was answered to the disk, and waits until it is there. */
void BatchWork::flush()
{
    if (!m_results.flush(m_progress))
        throw Failure{u"server_error"_s, u"The server could not store the results; its disk may be full."_s};
}

void BatchWork::showCounts()
{
    m_batch[u"request_counts"_s] = requestCounts(qint64(m_lines.size()), m_completed, m_failed);
    m_batch[u"usage"_s] = usageObject(m_usage);
}

/** Stores what was answered. What was answered until a batch was cancelled counts. */
bool BatchWork::store(const QString &was)
{
    flush();
    showCounts();
    bool stored = m_tools.batches.advance(m_batch, was, m_progress, m_nowWaiting);
    if (!stored) {
        m_batch = QJsonDocument::fromJson(m_tools.batches.batch(m_id)).object();
        showCounts();
        stored = m_tools.batches.advance(m_batch, u"cancelling"_s, m_progress, m_nowWaiting);
    }
    if (!stored) {
        reset();
        return false;
    }
    m_waiting += m_nowWaiting.size();
    m_nowWaiting.clear();
    m_refusals = 0;
    return true;
}

BatchWork::Due BatchWork::answerSome()
{
    load();
    if (!m_loaded)
        return m_tools.clock.nowMs();
    QElapsedTimer spent;
    spent.start();
    const qint64 total = qint64(m_lines.size());
    while (spent.elapsed() < stepMs && !m_results.isFull() && !m_interrupted) {
        const QList<LineRequest> requests = nextRequests(m_tools.answers.parallel());
        if (requests.isEmpty())
            break;
        std::vector<std::future<LineOutcome>> outcomes;
        const auto how = requests.size() > 1 ? std::launch::async : std::launch::deferred;
        for (const LineRequest &request : requests)
            outcomes.push_back(std::async(how, [&] { return m_tools.answers.answer(request); }));
        std::vector<LineOutcome> made;
        for (std::future<LineOutcome> &outcome : outcomes)
            made.push_back(outcome.get());
        if (!m_tools.goOn())
            break; // whoever ends the server cuts what is asked elsewhere: those answers are none
        for (qsizetype i = 0; i < requests.size(); ++i)
            take(requests.at(i), made[size_t(i)]);
    }
    const bool all = m_progress.position >= total;
    if (all && m_waiting + m_nowWaiting.size() == 0) {
        m_batch[u"status"_s] = u"finalizing"_s;
        m_batch[u"finalizing_at"_s] = m_tools.clock.now();
    }
    if (!store(u"in_progress"_s))
        return m_tools.clock.nowMs();
    const qint64 nowMs = m_tools.clock.nowMs();
    if (m_batch[u"status"_s].toString() != "in_progress"_L1)
        return nowMs;
    const qint64 expiresMs = m_batch[u"expires_at"_s].toInteger() * 1000;
    if (all)
        return expiresMs; // the others wait for the end
    const qint64 next = dueOf(m_progress.position);
    // Lines that come in quick succession are stored together.
    return std::min(next <= nowMs ? nowMs : std::max(next, nowMs + storeMs), expiresMs);
}

void BatchWork::abandon(const BatchLine &line, const QString &code, const QString &message)
{
    const std::optional<QByteArray> text = readLine(*m_input, line);
    LineRequest request;
    request.batchId = m_id;
    request.number = line.number;
    request.line = QJsonDocument::fromJson(text.value_or(QByteArray())).object();
    m_results.addError(errorLine(request, code, message));
    if (m_results.isFull())
        flush();
}

/** Says of every line that was not answered why that is. */
void BatchWork::abandonRest(const QString &code, const QString &message)
{
    const QList<qint64> waiting = m_tools.batches.waiting(m_id);
    const QSet<qint64> left(waiting.begin(), waiting.end());
    constexpr size_t look = 256;
    for (size_t at = 0; at < m_lines.size(); ++at) {
        if (qint64(at) >= m_progress.position || left.contains(m_lines[at].number))
            abandon(m_lines[at], code, message);
        if (at % look == 0 && !m_tools.goOn())
            return;
    }
}

QList<FileRecord> BatchWork::outputFiles() const
{
    QList<FileRecord> files;
    const auto add = [&](const QString &id, qint64 bytes, const QString &what) {
        if (bytes == 0)
            return;
        FileRecord record = m_tools.files.newRecord(u"%1_%2.jsonl"_s.arg(m_id, what), u"batch_output"_s,
                                                    bytes, m_progress.lifetime);
        record.id = id;
        record.readyAtMs = 0;
        files.append(record);
    };
    add(m_progress.outputId, m_progress.outputBytes, u"output"_s);
    add(m_progress.errorId, m_progress.errorBytes, u"error"_s);
    return files;
}

BatchWork::Due BatchWork::finish(const QString &status)
{
    const QString was = m_batch[u"status"_s].toString();
    QList<FileRecord> files;
    const bool begun = !m_batch[u"in_progress_at"_s].isNull();
    if (begun) {
        // What was answered is there, whether or not the input still is.
        if (status != "completed"_L1 && open())
            load();
        else if (!m_loaded)
            openResults();
        if (m_loaded && status == "expired"_L1)
            abandonRest(u"batch_expired"_s,
                        u"This request could not be executed before the completion window expired."_s);
        else if (m_loaded && status == "cancelled"_L1)
            abandonRest(u"batch_cancelled"_s, u"This request was not executed: the batch was cancelled."_s);
        if (!m_tools.goOn()) {
            reset(); // the next server says it of all of them, once
            return m_tools.clock.nowMs();
        }
        flush();
        files = outputFiles();
    }
    const auto idOf = [&](const QString &id) {
        const bool has = std::any_of(files.cbegin(), files.cend(),
                                     [&id](const FileRecord &file) { return file.id == id; });
        return has ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
    };
    m_batch[u"output_file_id"_s] = idOf(m_progress.outputId);
    m_batch[u"error_file_id"_s] = idOf(m_progress.errorId);
    m_batch[u"status"_s] = status;
    m_batch[status + u"_at"_s] = m_tools.clock.now();
    const BatchProgress progress = m_progress;
    const bool stored = m_tools.batches.finish(m_batch, was, files);
    reset();
    if (!stored)
        return m_tools.clock.nowMs();
    if (begun)
        m_results.remove(progress, true);
    return std::nullopt;
}

BatchWork::Due BatchWork::fail(const QJsonArray &errors)
{
    const QString was = m_batch[u"status"_s].toString();
    if (isEndOfBatch(was))
        return std::nullopt;
    // First, for it makes room on a disk that is full.
    reset();
    const std::optional<BatchProgress> progress = m_tools.batches.progress(m_id);
    if (progress)
        m_results.remove(*progress, false);
    m_batch[u"status"_s] = u"failed"_s;
    m_batch[u"failed_at"_s] = m_tools.clock.now();
    m_batch[u"errors"_s] = batchErrors(errors);
    return m_tools.batches.finish(m_batch, was, {}) ? Due() : Due(m_tools.clock.nowMs());
}

} // namespace odc::server
