// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/seedjobs.h"

#include "localserver/finetuning/finetuningbodies.h"
#include "localserver/finetuning/finetuningmodels.h"
#include "localserver/finetuning/finetuningreports.h"
#include "localserver/finetuning/samplejobs.h"
#include "localserver/ids.h"
#include "localserver/samplefiles.h"

#include <QBuffer>
#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 checkSeconds = 25;
constexpr qint64 queueSeconds = 35;

QString fileId(const QString &filename)
{
    return stableId("file-"_L1, u"sample:"_s + filename);
}

void addFile(const JobSeeds &seeds, const QString &id, const QString &filename, const QString &purpose,
             qint64 createdAt, const QByteArray &content)
{
    FileRecord record;
    record.id = id;
    record.filename = filename;
    record.purpose = purpose;
    record.createdAt = createdAt;
    record.finalStatus = u"processed"_s;
    record.bytes = content.size();
    if (seeds.files.insert(record) && !seeds.storage.blobs().put(id, content))
        throw StorageError{u"the data folder cannot be written"_s};
}

/** A job that is told from its beginning, at the times that it took. */
class JobStory
{
public:
    explicit JobStory(QJsonObject job) : m_job(std::move(job)), m_news(createdNews(m_job)), m_at(createdAt())
    {
    }

    const QJsonObject &job() const { return m_job; }
    const FineTuningNews &news() const { return m_news; }
    const FineTuningPlan &plan() const { return m_plan; }
    qint64 at() const { return m_at; }
    QString id() const { return m_job[u"id"_s].toString(); }

    void begin(const FineTuningPlan &plan);
    void train(qint64 steps);
    void tell(const QString &message, const QString &level = u"info"_s);
    void end(const QString &status);
    void fail(const QJsonObject &error);
    void succeed(const QString &resultId);
    void runs()
    {
        m_job[u"estimated_finish"_s] = m_at + (m_plan.steps - m_step) * m_plan.paceMs / 1000 / m_plan.steps;
    }

private:
    qint64 createdAt() const { return m_job[u"created_at"_s].toInteger(); }
    QString model() const
    {
        return fineTunedName(trainableBase(m_job[u"model"_s].toString()),
                             m_job[u"user_provided_suffix"_s].toString(), id());
    }

    QJsonObject m_job;
    FineTuningNews m_news;
    FineTuningPlan m_plan;
    qint64 m_at;
    qint64 m_step = 0;
};

void JobStory::tell(const QString &message, const QString &level)
{
    m_news.events.append(jobEvent(id(), m_at, level, message));
}

void JobStory::begin(const FineTuningPlan &plan)
{
    m_plan = plan;
    m_at += checkSeconds;
    tell(u"Files validated, moving job to queued state"_s);
    m_at += queueSeconds;
    tell(u"Fine-tuning job started"_s);
    tell(u"Simulated on this server: this job is part of its sample data, and all figures are made up."_s);
}

void JobStory::train(qint64 steps)
{
    const TrainingCurve curve(m_plan);
    const qint64 begunAt = m_at;
    while (m_step < steps) {
        ++m_step;
        m_at = begunAt + m_plan.paceMs * m_step / m_plan.steps / 1000;
        const QList<StepFigure> figures = curve.at(m_step);
        m_news.events.append(stepEvent(id(), m_plan, m_step, figures, m_at));
        if (m_plan.isEpochEnd(m_step)) {
            m_news.checkpoints.append(checkpointObject(id(), model(), m_step, figures, m_at));
            tell(u"Checkpoint created at step %1: %2"_s.arg(m_step).arg(checkpointName(model(), m_step)));
        }
    }
}

void JobStory::end(const QString &status)
{
    m_job[u"status"_s] = status;
    m_job[u"finished_at"_s] = m_at;
}

void JobStory::fail(const QJsonObject &error)
{
    m_at += checkSeconds;
    m_job[u"error"_s] = error;
    tell(error[u"message"_s].toString(), u"error"_s);
    end(u"failed"_s);
}

void JobStory::succeed(const QString &resultId)
{
    m_job[u"fine_tuned_model"_s] = model();
    m_job[u"trained_tokens"_s] = m_plan.tokens;
    m_job[u"result_files"_s] = QJsonArray{resultId};
    tell(u"New fine-tuned model created: %1"_s.arg(model()));
    tell(u"The job has successfully completed"_s);
    end(u"succeeded"_s);
}

/** Adds the jobs of the sample data one by one. */
class SampleSeeder
{
public:
    explicit SampleSeeder(const JobSeeds &seeds) : m_seeds(seeds), m_now(seeds.clock.now())
    {
        for (const SampleFile &file : sampleFiles())
            m_contents.insert(file.filename, file.content);
        for (const SampleTrainingFile &file : sampleTrainingFiles()) {
            m_contents.insert(file.filename, file.content);
            addFile(seeds, fileId(file.filename), file.filename, u"fine-tune"_s, m_now - file.ageSeconds,
                    file.content);
        }
    }
    /** True when it is to be worked on. */
    bool seed(const SampleJob &sample) const;

private:
    QJsonObject jobOf(const SampleJob &sample) const;
    void tell(JobStory &story, const SampleJob &sample, const TrainingVerdict &verdict) const;
    void grant(const JobStory &story, const SampleJob &sample) const;

    const JobSeeds &m_seeds;
    const qint64 m_now;
    QHash<QString, QByteArray> m_contents; ///< of files, by name
};

QJsonObject SampleSeeder::jobOf(const SampleJob &sample) const
{
    QJsonObject body = sample.body;
    for (const QString &param : {u"training_file"_s, u"validation_file"_s}) {
        if (body.contains(param))
            body[param] = fileId(body[param].toString());
    }
    QJsonObject job = jobFromBody(body, m_now - sample.ageSeconds);
    job[u"id"_s] = sample.id();
    return job;
}

/** Tells a job whose file is good. */
void SampleSeeder::tell(JobStory &story, const SampleJob &sample, const TrainingVerdict &verdict) const
{
    QJsonObject job = jobOf(sample);
    FineTuningPlan plan = planOf(job, verdict);
    plan.paceMs = sample.tookSeconds * 1000;
    plan.overfitFrom = sample.overfitFrom;
    story = JobStory(job);
    story.begin(plan);
    story.train(std::llround(double(plan.steps) * sample.done));
    if (sample.status == "failed"_L1) {
        story.fail(jobError(u"training_failed"_s, sample.failure));
    } else if (sample.status == "cancelled"_L1) {
        story.tell(u"The job was cancelled"_s);
        story.end(sample.status);
    } else if (sample.status == "paused"_L1) {
        story.tell(u"The job was paused"_s);
    } else if (sample.status == "running"_L1) {
        story.runs();
    } else {
        const QString id = fileId(sample.id() + u"_results"_s);
        addFile(m_seeds, id, u"step_metrics_%1.csv"_s.arg(sample.body[u"suffix"_s].toString()),
                u"fine-tune-results"_s, story.at(), resultsFile(plan));
        story.succeed(id);
    }
}

void SampleSeeder::grant(const JobStory &story, const SampleJob &sample) const
{
    if (sample.permissions.isEmpty() || story.news().checkpoints.isEmpty())
        return;
    const QString checkpoint = story.news().checkpoints.last()[u"fine_tuned_model_checkpoint"_s].toString();
    for (const auto &[project, age] : sample.permissions) {
        const QJsonObject permission{{u"id"_s, stableId("cp_"_L1, checkpoint + project)},
                                     {u"object"_s, u"checkpoint.permission"_s},
                                     {u"created_at"_s, m_now - age},
                                     {u"project_id"_s, project}};
        ObjectTable::Row row = rowOf(checkpoint, permission);
        row.status = project;
        m_seeds.table.permissions().insert({row}, true);
    }
}

bool SampleSeeder::seed(const SampleJob &sample) const
{
    if (m_seeds.table.jobs().find({}, sample.id()))
        return false;
    JobStory story(jobOf(sample));
    const QString method = story.job()[u"method"_s][u"type"_s].toString();
    const QString base = trainableBase(story.job()[u"model"_s].toString());
    QByteArray content = m_contents.value(sample.body[u"training_file"_s].toString());
    QBuffer file(&content);
    file.open(QIODevice::ReadOnly);
    const QString param = u"training_file"_s;
    const TrainingVerdict verdict =
        checkTrainingFile(file, trainingFormat(method, base), param, [] { return true; });
    if (!verdict.code.isEmpty())
        story.fail(jobError(verdict.code, verdict.message, param));
    else
        tell(story, sample, verdict);
    QJsonObject job = story.job();
    job[u"status"_s] = sample.status;
    FineTuningProgress progress;
    progress.plan = story.plan().toJson();
    progress.step = std::llround(double(story.plan().steps) * sample.done);
    progress.resultId = fileId(sample.id() + u"_results"_s);
    m_seeds.table.addToWork(job, progress, story.news());
    grant(story, sample);
    return !isEndOfJob(sample.status);
}

} // namespace

QStringList seedSampleJobs(const JobSeeds &seeds)
{
    QStringList toWorkOn;
    Transaction transaction(seeds.storage);
    const SampleSeeder seeder(seeds);
    for (const SampleJob &sample : sampleJobs()) {
        if (seeder.seed(sample))
            toWorkOn.append(sample.id());
    }
    transaction.commit();
    return toWorkOn;
}

void seedManyJobs(const JobSeeds &seeds, int jobs, int steps)
{
    constexpr int apart = 3600; // seconds from one job to the next
    constexpr int secondsEach = 2;
    constexpr qint64 tokensEach = 2048;
    static const QStringList models{u"gpt-4.1-mini"_s, u"gpt-4o-mini"_s, u"gpt-4.1-nano"_s};
    const QString file = stableId("file-"_L1, u"large:2"_s);
    const qint64 now = seeds.clock.now();
    Transaction transaction(seeds.storage);
    for (int i = 0; i < jobs; ++i) {
        const QString id = stableId("ftjob-"_L1, u"large:%1:%2"_s.arg(i).arg(steps));
        if (seeds.table.jobs().find({}, id))
            continue;
        QJsonObject job = jobFromBody({{u"model"_s, models.at(i % models.size())},
                                       {u"training_file"_s, file},
                                       {u"validation_file"_s, file},
                                       {u"suffix"_s, u"large-%1"_s.arg(i, 4, 10, QChar(u'0'))},
                                       {u"seed"_s, i},
                                       {u"metadata"_s, QJsonObject{{u"number"_s, QString::number(i)}}}},
                                      now - qint64(jobs - i) * apart - qint64(steps) * secondsEach);
        job[u"id"_s] = id;
        TrainingVerdict examples;
        examples.examples = steps;
        examples.tokens = steps * tokensEach;
        FineTuningPlan plan = planOf(job, examples);
        plan.steps = steps;
        plan.validEvery = std::max<qint64>(plan.steps / 100, 1);
        plan.paceMs = qint64(steps) * secondsEach * 1000;
        JobStory story(job);
        story.begin(plan);
        story.train(steps);
        const QString results = stableId("file-"_L1, id + u"_results"_s);
        addFile(seeds, results, u"step_metrics.csv"_s, u"fine-tune-results"_s, story.at(), resultsFile(plan));
        story.succeed(results);
        seeds.table.addToWork(story.job(), {}, story.news());
    }
    transaction.commit();
}

} // namespace odc::server
