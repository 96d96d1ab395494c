// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/finetuning/finetuningplan.h"

#include <QByteArray>
#include <QList>

namespace odc::server {

/** One figure of a step, by its name on the wire. Not a number: there is none, though there should be. */
struct StepFigure
{
    QByteArray name;
    double value = 0;
};

/**
 * The figures of a training that does not take place: what they usually look like, made up from the job's
 * seed. The same for the same plan and step, in any order, so that a server that was killed goes on with the
 * very same curve.
 */
class TrainingCurve
{
public:
    explicit TrainingCurve(const FineTuningPlan &plan);

    /** The figures of a step, from 1, in the order of the columns of a results file. */
    QList<StepFigure> at(qint64 step) const;
    /** The names of all figures that a step of this plan may have, but those of a whole validation. */
    QList<QByteArray> names() const;

private:
    double noise(qint64 step, quint64 channel) const;
    double trend(qint64 step) const;
    double validTrend(qint64 step) const;
    void addOwn(QList<StepFigure> &figures, qint64 step, const QByteArray &set) const;

    const FineTuningPlan m_plan;
    double m_begin = 0; ///< where the loss begins, ...
    double m_end = 0;   ///< ... where it goes to, ...
    double m_speed = 0; ///< ... and how fast
    double m_gap = 0;   ///< of the validation loss, in the end
};

} // namespace odc::server
