// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/evals/evalstable.h"
#include "localserver/evals/rowreader.h"
#include "localserver/graders/modelanswers.h"

#include <QMap>

namespace odc::server {

/** Tokens that one model took, of one item or of a run. */
struct ModelUsage
{
    qint64 calls = 0;
    qint64 prompt = 0;
    qint64 completion = 0;
    qint64 total = 0;
    qint64 cached = 0;

    void add(const QJsonObject &usage);
    ModelUsage &operator+=(const ModelUsage &other);
};

/** What became of one row. */
struct ItemOutcome
{
    QString status; ///< "pass", "fail" or "error"
    QJsonArray results;
    QJsonObject sample;
    QMap<QString, ModelUsage> usage; ///< by model
};

/** Where an output item stands. */
struct ItemPlace
{
    QString id;
    qint64 index = 0; ///< of the row in the data source
    qint64 createdAt = 0;
};

/** The output item as the API shows it. */
QJsonObject outputItem(const RunKey &key, const ItemPlace &place, const DataRow &row,
                       const ItemOutcome &outcome);

/** The sample of an output item for which a model answered \p output to one message. */
QJsonObject writtenSample(const QString &input, const QString &output, const QString &model,
                          const QJsonObject &usage);

/** What is the same for all rows of a run. */
struct ItemPlan
{
    QJsonObject dataSource;
    QJsonArray criteria;
    QJsonObject itemSchema;          ///< empty = unknown
    ModelAnswers *answers = nullptr; ///< what is evaluated
    ModelAnswers *graders = nullptr; ///< what grades
};

/** Samples and grades one row. Never throws; blocks as long as the models do. Thread-safe if they are. */
ItemOutcome workOn(const DataRow &row, const ItemPlan &plan);

/** The sample that graders see, made of a text that is there: output_text, output_json, choices ... */
QJsonObject sampleOfText(const QString &text, const QString &model);

} // namespace odc::server
