// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningwork.h"

#include "localserver/apifault.h"
#include "localserver/finetuning/finetuningmodels.h"
#include "localserver/finetuning/finetuningreports.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcFineTuning, "odc.localserver.finetuning")

namespace odc::server {

namespace {

/** Simulated work: what a job does before its steps. */
constexpr qint64 validatingMs = 2000;
constexpr qint64 queuedMs = 2000;
/** Steps are stored together when they came in so short a time, and so many at most. */
constexpr qint64 storeMs = 200;
constexpr qsizetype mostStored = 5000;
/** After so long a step leaves its thread to others. */
constexpr qint64 stepMs = 150;
/** When the storage refuses, it is asked again. */
constexpr qint64 refusedMs = 2000;
/** A paused job is looked at when somebody wakes it, and that often. */
constexpr qint64 pausedMs = 3'600'000;

qint64 durationOf(const QString &status)
{
    if (status == "validating_files"_L1)
        return validatingMs;
    return status == "queued"_L1 ? queuedMs : 0;
}

} // namespace

FineTuningWork::Due FineTuningWork::step()
{
    m_interrupted = false;
    try {
        return advance();
    } catch (const StorageError &error) {
        qCWarning(lcFineTuning) << "job" << m_id << "was not stored:" << error.text;
        m_loaded = false; // what is in memory may be ahead of what is stored
        return m_tools.clock.nowMs() + refusedMs;
    } catch (const ApiFault &) {
        return std::nullopt; // it is gone
    } catch (const std::exception &error) {
        qCWarning(lcFineTuning) << "job" << m_id << "was left off:" << error.what();
        return std::nullopt;
    }
}

FineTuningWork::Due FineTuningWork::advance()
{
    m_job = QJsonDocument::fromJson(m_tools.table.job(m_id)).object();
    const QString status = m_job[u"status"_s].toString();
    if (isEndOfJob(status))
        return std::nullopt;
    const qint64 nowMs = m_tools.clock.nowMs();
    if (m_state != status) {
        m_state = status;
        m_notBefore = nowMs + m_tools.clock.scaledMs(durationOf(status));
        m_loaded = false;
    }
    if (status == "paused"_L1)
        return nowMs + pausedMs;
    if (nowMs < m_notBefore)
        return m_notBefore;
    if (status == "validating_files"_L1)
        return validate();
    load();
    return status == "queued"_L1 ? begin() : train();
}

void FineTuningWork::tell(FineTuningNews &news, const QString &message, const QString &level) const
{
    news.events.append(jobEvent(m_id, m_tools.clock.now(), level, message));
}

/** False when it is to be left off. */
bool FineTuningWork::readFile(const QString &param, TrainingVerdict *verdict) const
{
    const QString id = m_job[param].toString();
    const std::shared_ptr<QIODevice> file = m_tools.files.content(id);
    if (!file) {
        verdict->code = u"file_not_found"_s;
        verdict->message = u"The file %1 is not there any more."_s.arg(id);
        return true;
    }
    const QString method = m_job[u"method"_s][u"type"_s].toString();
    const TrainingFormat format = trainingFormat(method, trainableBase(m_job[u"model"_s].toString()));
    *verdict = checkTrainingFile(*file, format, param, [this] { return m_tools.goOn() && !m_interrupted; });
    return !verdict->stopped;
}

FineTuningWork::Due FineTuningWork::validate()
{
    const QString training = u"training_file"_s;
    const QString validation = u"validation_file"_s;
    TrainingVerdict verdict;
    if (!readFile(training, &verdict))
        return m_tools.clock.nowMs();
    if (!verdict.code.isEmpty())
        return fail(jobError(verdict.code, verdict.message, training));
    if (m_job[validation].isString()) {
        TrainingVerdict other;
        if (!readFile(validation, &other))
            return m_tools.clock.nowMs();
        if (!other.code.isEmpty())
            return fail(jobError(other.code, other.message, validation));
    }
    const std::optional<FineTuningProgress> progress = m_tools.table.progress(m_id);
    if (!progress)
        return std::nullopt; // it has ended meanwhile
    m_progress = *progress;
    m_progress.plan = planOf(m_job, verdict).toJson();
    m_job[u"status"_s] = u"queued"_s;
    FineTuningNews news;
    tell(news, u"Files validated, moving job to queued state"_s);
    m_tools.table.advance(m_job, u"validating_files"_s, m_progress, news);
    return m_tools.clock.nowMs();
}

/** Takes up what is stored of a job that is in the middle. */
void FineTuningWork::load()
{
    if (m_loaded)
        return;
    m_progress = m_tools.table.progress(m_id).value_or(FineTuningProgress());
    m_plan = FineTuningPlan::fromJson(m_progress.plan);
    m_begunMs = m_tools.clock.nowMs();
    m_begunAt = m_progress.step;
    m_loaded = true;
}

/** When a step is done: they are spread evenly over the time that all of them take. */
qint64 FineTuningWork::dueOf(qint64 step) const
{
    return m_begunMs + m_tools.clock.scaledMs(m_plan.paceMs) * (step - m_begunAt) / m_plan.steps;
}

QString FineTuningWork::modelName() const
{
    return fineTunedName(trainableBase(m_job[u"model"_s].toString()),
                         m_job[u"user_provided_suffix"_s].toString(), m_id);
}

FineTuningWork::Due FineTuningWork::begin()
{
    m_job[u"status"_s] = u"running"_s;
    m_begunMs = m_tools.clock.nowMs();
    m_job[u"estimated_finish"_s] = dueOf(m_plan.steps) / 1000;
    FineTuningNews news;
    if (m_progress.step > 0) {
        tell(news, u"Fine-tuning job goes on after step %1"_s.arg(m_progress.step));
    } else {
        tell(news, u"Fine-tuning job started"_s);
        tell(news,
             u"Simulated on this server: no model is trained, and all figures are made up from the seed "
             "of the job."_s);
        if (!m_job[u"integrations"_s].toArray().isEmpty())
            tell(news, u"Simulated on this server: nothing is sent to the integrations."_s, u"warn"_s);
    }
    m_tools.table.advance(m_job, u"queued"_s, m_progress, news);
    return m_tools.clock.nowMs();
}

FineTuningWork::Due FineTuningWork::train()
{
    if (m_progress.step >= m_plan.steps)
        return finish();
    const TrainingCurve curve(m_plan);
    const QString model = modelName();
    const qint64 nowMs = m_tools.clock.nowMs();
    QElapsedTimer spent;
    spent.start();
    FineTuningNews news;
    FineTuningProgress made = m_progress;
    bool broken = false;
    while (made.step < m_plan.steps && dueOf(made.step + 1) <= nowMs && spent.elapsed() < stepMs &&
           news.events.size() < mostStored && !m_interrupted && m_tools.goOn()) {
        const qint64 step = made.step + 1;
        broken = step == m_plan.failAtStep;
        if (broken)
            break;
        const QList<StepFigure> figures = curve.at(step);
        if (m_plan.isTold(step))
            news.events.append(stepEvent(m_id, m_plan, step, figures, nowMs / 1000));
        if (m_plan.isEpochEnd(step)) {
            news.checkpoints.append(checkpointObject(m_id, model, step, figures, nowMs / 1000));
            tell(news, u"Checkpoint created at step %1: %2"_s.arg(step).arg(checkpointName(model, step)));
        }
        made.step = step;
    }
    if (made.step > m_progress.step) {
        m_job[u"estimated_finish"_s] = dueOf(m_plan.steps) / 1000;
        if (!m_tools.table.advance(m_job, u"running"_s, made, news))
            return m_tools.clock.nowMs(); // it was changed: the next step sees how
        m_progress = made;
    }
    if (broken)
        return fail(
            jobError(u"training_failed"_s,
                     u"The training failed at step %1, as odc_fail_at_step in the metadata of the job "
                     "asks."_s.arg(m_plan.failAtStep)));
    if (m_progress.step >= m_plan.steps)
        return m_tools.clock.nowMs();
    const qint64 next = dueOf(m_progress.step + 1);
    const qint64 then = m_tools.clock.nowMs();
    // Steps that come in quick succession are stored together.
    return next <= then ? then : std::max(next, then + m_tools.clock.scaledMs(storeMs));
}

FineTuningWork::Due FineTuningWork::finish()
{
    const QByteArray results = resultsFile(m_plan);
    const std::unique_ptr<BlobWriter> writer = m_tools.storage.blobs().create();
    if (!writer || !writer->write(results.constData(), results.size()) ||
        !writer->publish(m_progress.resultId))
        throw StorageError{u"the results could not be written; the disk may be full"_s};
    FineTuningNews news;
    FileRecord record =
        m_tools.files.newRecord(u"step_metrics.csv"_s, u"fine-tune-results"_s, results.size(), std::nullopt);
    record.id = m_progress.resultId;
    record.readyAtMs = 0;
    news.files.append(record);
    const QString model = modelName();
    m_job[u"status"_s] = u"succeeded"_s;
    m_job[u"finished_at"_s] = m_tools.clock.now();
    m_job[u"estimated_finish"_s] = QJsonValue::Null;
    m_job[u"fine_tuned_model"_s] = model;
    m_job[u"trained_tokens"_s] = m_plan.tokens;
    m_job[u"result_files"_s] = QJsonArray{record.id};
    tell(news, u"New fine-tuned model created: %1"_s.arg(model));
    tell(news, u"The job has successfully completed"_s);
    if (m_tools.table.advance(m_job, u"running"_s, m_progress, news))
        return std::nullopt;
    m_tools.storage.blobs().remove(record.id); // it was cancelled just now
    return m_tools.clock.nowMs();
}

FineTuningWork::Due FineTuningWork::fail(const QJsonObject &error)
{
    const QString was = m_job[u"status"_s].toString();
    m_job[u"status"_s] = u"failed"_s;
    m_job[u"finished_at"_s] = m_tools.clock.now();
    m_job[u"estimated_finish"_s] = QJsonValue::Null;
    m_job[u"error"_s] = error;
    FineTuningNews news;
    tell(news, error[u"message"_s].toString(), u"error"_s);
    return m_tools.table.advance(m_job, was, m_progress, news) ? Due() : Due(m_tools.clock.nowMs());
}

} // namespace odc::server
