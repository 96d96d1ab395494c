// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/templatecheck.h"

#include <QJsonArray>
#include <QJsonObject>

namespace odc {

/// What a grader is for. As a reward its score is what counts, and there is nothing to pass.
enum class GraderUse {
    Eval,
    Reward,    ///< of reinforcement fine-tuning
    RewardPart ///< one of those that a reward is worked out of
};

/// The kinds of single graders that are taken there, in the order they are offered.
QStringList graderTypes(GraderUse use = GraderUse::Eval);
/// What a kind is for, one translated line; its own name for an unknown one.
QString graderDescription(const QString &type, GraderUse use = GraderUse::Eval);
/// What it is called in lists, translated.
QString graderTypeTitle(const QString &type);
/// A grader of this kind to begin with.
QJsonObject newGrader(const QString &type, const QString &name, GraderUse use = GraderUse::Eval);
QStringList stringCheckOperations();
QStringList similarityMetrics();
QStringList reasoningEfforts();

/// All rules of WIRE §10 that one grader does not keep; paths from the grader on.
QList<FormProblem> graderProblems(const QJsonObject &grader, const TemplateScope &scope,
                                  GraderUse use = GraderUse::Eval);
/// Rules of a list of messages with templates; paths from the list on ("[0].content").
QList<FormProblem> messageProblems(const QJsonValue &messages, const TemplateScope &scope);
/// Rules of sampling parameters that graders and runs share. `tokens` is what the token limit is called
/// there.
QList<FormProblem> samplingProblems(const QJsonValue &sampling, QLatin1StringView tokens);

} // namespace odc
