// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/traininginput.h"

#include <QObject>

namespace odc {

class Clock;

/// Checks a training file before it goes to the service, on the pool. One at a time: a new start ends the one
/// before. GUI thread.
class TrainingPreparation : public QObject
{
    Q_OBJECT
public:
    enum class Stage { Idle, Checking, Ready, Failed };

    explicit TrainingPreparation(Clock &clock, QObject *parent = nullptr);
    ~TrainingPreparation() override;

    void check(const QString &path, const TrainingOptions &options);
    /// Ends what is going on, and forgets what was found.
    void clear();

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::Checking; }
    /// Bytes.
    qint64 done() const;
    qint64 total() const { return m_total; }
    /// Null unless it is Ready: whatever the check found.
    TrainingInputPtr input() const { return m_input; }
    const ApiError &error() const { return m_error; }

Q_SIGNALS:
    /// The stage, or how far it got.
    void changed();

private:
    void tick();

    Clock &m_clock;
    Stage m_stage = Stage::Idle;
    JsonlWorkPtr m_work;
    quint64 m_round = 0; ///< of the work under way; an older one's result is of no interest
    qint64 m_total = 0;
    TrainingInputPtr m_input;
    ApiError m_error;
    bool m_ticking = false;
};

} // namespace odc
