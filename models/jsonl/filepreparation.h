// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "jsonl/jsonlwork.h"

#include <QObject>

namespace odc {

class Clock;

/// A file that is got ready and checked on the pool before it goes to the service: its stage, how far it is,
/// and what went wrong. One work at a time: a new start ends the one before. What is found is the business of
/// its kind. GUI thread.
class FilePreparation : public QObject
{
    Q_OBJECT
public:
    enum class Stage { Idle, Writing, Checking, Ready, Failed };

    ~FilePreparation() override;

    /// Ends what is going on, and forgets what was made.
    void clear();

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::Writing || m_stage == Stage::Checking; }
    /// Of the stage that goes on; bytes.
    qint64 done() const;
    qint64 total() const { return m_total; }
    const ApiError &error() const { return m_error; }

Q_SIGNALS:
    /// The stage, or how far it got.
    void changed();
    /// It is Ready, or Failed.
    void ended();

protected:
    explicit FilePreparation(Clock &clock, QObject *parent);

    /// Ends what went on before, and begins a stage with a work of its own.
    JsonlWorkPtr begin(Stage stage, qint64 total);
    /// Of the work under way; an older one's result is of no interest.
    quint64 round() const { return m_round; }
    void succeed();
    void fail(const ApiError &error);
    /// What was found is of no interest any more.
    virtual void forget() = 0;

private:
    void tick();

    Clock &m_clock;
    Stage m_stage = Stage::Idle;
    JsonlWorkPtr m_work;
    quint64 m_round = 0;
    qint64 m_total = 0;
    ApiError m_error;
    bool m_ticking = false;
};

} // namespace odc
