// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace odc::server {

/** What a model said about a row; the error is empty unless it said nothing. */
struct SampleAnswer
{
    QString text;
    QString error;
};

/** One run of the sample data: what the models answer is written down, what follows from it is worked out. */
struct SampleRun
{
    QString name;
    QString model;
    qint64 ageSeconds = 0;
    QString status;     ///< "completed", "canceled" or "failed"
    QString error;      ///< of a failed one
    qsizetype done = 0; ///< rows that were worked on
    QJsonObject sampling;
    std::function<SampleAnswer(qsizetype row)> answer;
    /** What a model that grades answers: a label, or a number as text. */
    std::function<QString(qsizetype row)> judge;
};

/** One eval of the sample data. */
struct SampleEval
{
    QString name;
    qint64 ageSeconds = 0;
    QJsonObject metadata;
    QJsonObject itemSchema;
    QJsonArray criteria;
    QString instructions; ///< what the model is told before every row
    QString question;     ///< the template of what it is asked
    QJsonArray rows;      ///< items
    QList<SampleRun> runs;
};

/** Four believable evals with fourteen runs, the same every time. */
QList<SampleEval> sampleEvals();

} // namespace odc::server
