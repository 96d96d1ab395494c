// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "ui/pages/stateheadline.h"

namespace odc {

/// How a batch stands, as seriously as it is: its state in words, what that means and what to do next, and
/// the bar of its requests with their numbers.
class BatchHeadline final : public StateHeadline
{
    Q_OBJECT
public:
    enum class Next { None, Results, Errors };

    /// `archived`: what is shown is of an archive.
    BatchHeadline(const Theme &theme, bool archived, QWidget *parent = nullptr);
    /// `chain`: all attempts at its requests, as batchChain() gives them.
    void setBatch(const BatchObject &batch, const QList<BatchObject> &chain);
    /// What it means for a person, and what to do. What it left without an answer is as its chain has it.
    static QString advice(const BatchObject &batch, const QList<BatchObject> &chain, bool archived);
    static Next nextOf(const BatchObject &batch);

Q_SIGNALS:
    void resultsRequested();
    void errorsRequested();

private:
    static QString ownAdvice(const BatchObject &batch);
    static QString chainAdvice(const BatchObject &batch, const QList<BatchObject> &chain);

    const bool m_archived;
    BatchObject m_batch;
    StateLabel *m_state;
    TextLabel *m_advice;
    StateLabel *m_answered;
    StateLabel *m_failed;
    StateLabel *m_left;
    QPushButton *m_next;
};

} // namespace odc
