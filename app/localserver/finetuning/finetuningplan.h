// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningcheck.h"

#include <QJsonObject>

namespace odc::server {

/** What a job is going to do, once its files have been read; all that comes of it follows from this. */
struct FineTuningPlan
{
    QString method; ///< "supervised", "dpo" or "reinforcement"
    qint64 seed = 0;
    qint64 tokens = 0; ///< in all epochs
    qint64 epochs = 1;
    qint64 steps = 1;
    qint64 validEvery = 0; ///< so many steps from one validation to the next; 0 = there is no file for it
    qint64 paceMs = 0;     ///< how long all steps take together
    // What the job's metadata ask for, so that everything can be tried that can happen; 0 = nothing of it.
    qint64 failAtStep = 0;
    qint64 overfitFrom = 0; ///< the validation loss rises from that step on
    qint64 nanFrom = 0;     ///< there is no loss from that step on
    qint64 gapFrom = 0;     ///< of those steps nothing is told
    qint64 gapTo = 0;
    bool base64 = false; ///< of the results

    bool isEpochEnd(qint64 step) const;
    bool isValidated(qint64 step) const;
    bool isTold(qint64 step) const { return gapFrom == 0 || step < gapFrom || step > gapTo; }

    QJsonObject toJson() const;
    static FineTuningPlan fromJson(const QJsonObject &object);
};

/** Works out the plan of \p job, and puts numbers in the place of its "auto" hyperparameters. */
FineTuningPlan planOf(QJsonObject &job, const TrainingVerdict &training);

} // namespace odc::server
