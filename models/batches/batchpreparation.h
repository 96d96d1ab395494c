// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchinput.h"

#include <QObject>

#include <functional>

namespace odc {

class Clock;

/// Everything before something goes to the service: writes the file of requests, where there is none yet, and
/// checks it. On the pool. One at a time: a new start ends the one before. GUI thread.
class BatchPreparation : public QObject
{
    Q_OBJECT
public:
    enum class Stage { Idle, Writing, Checking, Ready, Failed };
    /// Writes the requests to a path and gives how many; runs on the pool.
    using Write = std::function<Result<qint64>(const QString &path, const JsonlWorkPtr &work)>;

    explicit BatchPreparation(Clock &clock, QObject *parent = nullptr);
    ~BatchPreparation() override;

    /// Checks a file that is there. `endpoint` empty: what its first line says.
    void check(const QString &path, const QString &endpoint = {});
    /// Writes a file called `name` first, in a scratch folder of its own. `size`: about how many bytes it
    /// will have, for the progress.
    void write(Write write, const QString &name, qint64 size, const QString &endpoint = {});
    /// Ends what is going on, and forgets what was made.
    void clear();

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::Writing || m_stage == Stage::Checking; }
    /// Of the stage that goes on; bytes.
    qint64 done() const;
    qint64 total() const { return m_total; }
    /// Null unless it is Ready: whatever the check found.
    BatchInputPtr input() const { return m_input; }
    const ApiError &error() const { return m_error; }

Q_SIGNALS:
    /// The stage, or how far it got.
    void changed();
    /// It is Ready, or Failed.
    void ended();

private:
    void begin(Stage stage, qint64 total);
    void check(const QString &path, const QString &endpoint, const std::shared_ptr<ScratchFolder> &scratch);
    void fail(const ApiError &error);
    void tick();

    Clock &m_clock;
    Stage m_stage = Stage::Idle;
    JsonlWorkPtr m_work;
    quint64 m_round = 0; ///< of the work under way; an older one's result is of no interest
    qint64 m_total = 0;
    BatchInputPtr m_input;
    ApiError m_error;
    bool m_ticking = false;
};

} // namespace odc
