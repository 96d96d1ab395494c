// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/finetuning/finetuningreports.h"

#include "localserver/finetuning/finetuningmodels.h"
#include "localserver/ids.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

QByteArray inWords(double value)
{
    return std::isnan(value) ? QByteArray("nan") : QByteArray::number(value, 'f', 2);
}

QByteArray written(double value)
{
    constexpr int digits = 5;
    return QByteArray::number(value, 'f', digits);
}

/** "Step 88/90: training loss=0.51, validation loss=0.62" */
QByteArray message(const FineTuningPlan &plan, qint64 step, const QList<StepFigure> &figures)
{
    static const QList<std::pair<QByteArray, QByteArray>> words{{"train_loss", "training loss"},
                                                                {"valid_loss", "validation loss"},
                                                                {"full_valid_loss", "full validation loss"},
                                                                {"train_reward_mean", "training reward"},
                                                                {"valid_reward_mean", "validation reward"}};
    QByteArray text = "Step " + QByteArray::number(step) + '/' + QByteArray::number(plan.steps);
    char mark = ':';
    for (const StepFigure &figure : figures) {
        for (const auto &[name, word] : words) {
            if (figure.name != name)
                continue;
            text += mark;
            text += ' ' + word + '=' + inWords(figure.value);
            mark = ',';
        }
    }
    return text;
}

} // namespace

ObjectTable::Row stepEvent(const QString &jobId, const FineTuningPlan &plan, qint64 step,
                           const QList<StepFigure> &figures, qint64 at)
{
    ObjectTable::Row row;
    row.parent = jobId;
    // In the order of the steps: the index of a hundred thousand ids that come as they like would be read and
    // written all over.
    constexpr qsizetype ofTheJob = 22; // of the prefix and 22 characters in all
    constexpr int ofTheStep = 8;
    row.id = stableId("ftevent-"_L1, jobId).left(ofTheJob) + u"%1"_s.arg(step, ofTheStep, 10, QChar(u'0'));
    row.createdAt = row.updatedAt = at;
    // There may be a hundred thousand of them, and no text of theirs needs escaping.
    QByteArray &text = row.object;
    text = R"({"object":"fine_tuning.job.event","id":")" + row.id.toUtf8() + R"(","created_at":)" +
           QByteArray::number(at) + R"(,"level":"info","message":")" + message(plan, step, figures) +
           R"(","type":"metrics","data":{"step":)" + QByteArray::number(step) + R"(,"total_steps":)" +
           QByteArray::number(plan.steps);
    for (const StepFigure &figure : figures)
        text += ",\"" + figure.name +
                "\":" + (std::isnan(figure.value) ? QByteArray("null") : written(figure.value));
    text += "}}";
    return row;
}

QJsonObject checkpointObject(const QString &jobId, const QString &model, qint64 step,
                             const QList<StepFigure> &figures, qint64 at)
{
    QJsonObject metrics{{u"step"_s, step}};
    for (const StepFigure &figure : figures) {
        if (!std::isnan(figure.value))
            metrics[QString::fromLatin1(figure.name)] = written(figure.value).toDouble();
    }
    return {{u"object"_s, u"fine_tuning.job.checkpoint"_s},
            {u"id"_s, stableId("ftckpt_"_L1, u"%1:%2"_s.arg(jobId).arg(step))},
            {u"created_at"_s, at},
            {u"fine_tuned_model_checkpoint"_s, checkpointName(model, step)},
            {u"fine_tuning_job_id"_s, jobId},
            {u"step_number"_s, step},
            {u"metrics"_s, metrics}};
}

QByteArray resultsFile(const FineTuningPlan &plan)
{
    constexpr qsizetype lineBytes = 40;
    const TrainingCurve curve(plan);
    const QList<QByteArray> names = curve.names();
    QByteArray table = "step";
    table.reserve(plan.steps * lineBytes);
    for (const QByteArray &name : names)
        table += ',' + (name == "train_mean_token_accuracy" ? QByteArray("train_accuracy") : name);
    table += '\n';
    for (qint64 step = 1; step <= plan.steps; ++step) {
        if (!plan.isTold(step))
            continue;
        table += QByteArray::number(step);
        const QList<StepFigure> figures = curve.at(step);
        for (const QByteArray &name : names) {
            table += ',';
            for (const StepFigure &figure : figures) {
                if (figure.name == name)
                    table += std::isnan(figure.value) ? QByteArray("nan") : written(figure.value);
            }
        }
        table += '\n';
    }
    return plan.base64 ? table.toBase64() : table;
}

} // namespace odc::server
