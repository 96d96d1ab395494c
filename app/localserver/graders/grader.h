// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/graders/modelanswers.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace odc::server {

/** What a grader looks at: the namespaces of its templates. */
struct GradeInput
{
    QJsonObject item;
    /** output_text, output_json, output_tools, choices, and whatever else the data brought along. */
    QJsonObject sample;
};

struct Grade
{
    double score = 0;
    bool passed = false;
    QString error;      ///< empty = graded
    QJsonValue sample;  ///< what a model grader was asked and what it answered; null for the others
    QString model;      ///< the model that graded, else empty
    QJsonObject usage;  ///< its tokens, else empty
    QJsonObject scores; ///< of a multi grader: the scores of its parts by name
};

/** Where a grader is used decides which ones are allowed and which fields they have. */
enum class GraderUse {
    Eval,      ///< testing_criteria: no multi; text_similarity needs its pass_threshold
    FineTuning ///< reinforcement, and graders run and validate: no pass_threshold needed, label_model only
               ///< inside multi
};

/**
 * Throws ApiFault 400 when \p grader is not one that grade() can work with: fields missing, unknown or of the
 * wrong type, values outside of their range, templates that name nothing, python graders (they are never run
 * here). \p param is where the grader stands in the request body, for the param of the fault. \p itemSchema
 * is the JSON schema of one item; empty = unknown, then only the form of the templates is checked.
 */
void checkGrader(const QJsonObject &grader, const QString &param, const QJsonObject &itemSchema,
                 GraderUse use = GraderUse::Eval);

/**
 * Grades one item. Never throws: what goes wrong is Grade::error, with score 0 and not passed. Blocks as long
 * as \p models does. A score passes at its pass_threshold and above; where there is none, at the middle of
 * its range.
 */
Grade grade(const QJsonObject &grader, const GradeInput &input, ModelAnswers &models);

} // namespace odc::server
