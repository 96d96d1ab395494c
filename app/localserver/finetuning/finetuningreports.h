// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/trainingcurve.h"
#include "localserver/objecttable.h"

namespace odc::server {

/** The event that tells the figures of a step. The same id for the same step of a job, every time. */
ObjectTable::Row stepEvent(const QString &jobId, const FineTuningPlan &plan, qint64 step,
                           const QList<StepFigure> &figures, qint64 at);

/** The checkpoint that is made at a step of a job, whose model will be called \p model. */
QJsonObject checkpointObject(const QString &jobId, const QString &model, qint64 step,
                             const QList<StepFigure> &figures, qint64 at);

/** The file of results: the figures of all steps as CSV. */
QByteArray resultsFile(const FineTuningPlan &plan);

} // namespace odc::server
