// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "finetuning/jobprogress.h"
#include "ui/pages/stateheadline.h"

namespace odc {

/// How a fine-tuning job stands: its state in words, what that means and what to do next, and how far it is.
class FineTuningHeadline final : public StateHeadline
{
    Q_OBJECT
public:
    enum class Next { None, Resume, NewLike, Events };

    /// `archived`: what is shown is of an archive. `mayChange`: false where the profile is read-only.
    FineTuningHeadline(const Theme &theme, bool archived, bool mayChange, QWidget *parent = nullptr);
    /// `modelDeleted`: what came of the job is known to be gone.
    void setJob(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix, bool modelDeleted);
    /// What it means for a person, and what to do.
    static QString advice(const FineTuningJob &job, bool archived);
    static Next nextOf(const FineTuningJob &job, bool mayChange);

Q_SIGNALS:
    void nextRequested(odc::FineTuningHeadline::Next next);

private:
    const bool m_archived;
    const bool m_mayChange;
    FineTuningJob m_job;
    StateLabel *m_state;
    TextLabel *m_reason;
    TextLabel *m_advice;
    TextLabel *m_steps;
    QPushButton *m_next;
};

} // namespace odc
