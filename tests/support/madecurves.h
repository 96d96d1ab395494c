// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/metriclog.h"

#include <QList>

#include <cmath>
#include <memory>

namespace odc::test {

/// Numbers between 0 and 1 that look like chance and are the same each time.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed * 2654435761u + 88172645463325252u) {}
    double next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return double(m_state >> 11) / 9007199254740992.0;
    }
    /// Around 0, mostly within -1 and 1.
    double noise() { return next() + next() + next() + next() - 2; }

private:
    quint64 m_state;
};

/// A training run as it may be.
struct MadeRun
{
    qint64 steps = 1200;
    int seed = 1;
    double start = 2.1;
    double end = 0.4;
    double noise = 0.06;
    qint64 validEvery = 10;            ///< 0: never
    qint64 overfitsFrom = 0;           ///< 0: never
    std::optional<qint64> startedAt{}; ///< its steps have times then
    double secondsPerStep = 5;
};

/// The loss and accuracy of such a run, as the events tell of them.
inline QList<MetricRow> madeRows(const MadeRun &run)
{
    Dice dice(quint64(run.seed));
    QList<MetricRow> rows;
    rows.reserve(run.steps);
    const double pace = 3.2 / double(run.steps);
    double low = run.end;
    for (qint64 step = 1; step <= run.steps; ++step) {
        const double loss = run.end + (run.start - run.end) * std::exp(-pace * double(step));
        MetricRow row{step, {}, {}};
        if (run.startedAt)
            row.at = *run.startedAt + qint64(double(step) * run.secondsPerStep);
        const double train = std::max(0.01, loss * (1 + run.noise * dice.noise()));
        row.values = {{QStringLiteral("train_loss"), train},
                      {QStringLiteral("train_mean_token_accuracy"), std::min(0.99, 1 - train / 3)}};
        if (run.validEvery > 0 && step % run.validEvery == 0) {
            const bool rises = run.overfitsFrom > 0 && step > run.overfitsFrom;
            low = rises ? low : loss * 1.06;
            const double risen =
                rises ? low + 0.5 * double(step - run.overfitsFrom) / double(run.steps) : low;
            const double valid = std::max(0.01, risen * (1 + run.noise * 0.5 * dice.noise()));
            row.values << std::pair(QStringLiteral("valid_loss"), valid)
                       << std::pair(QStringLiteral("valid_mean_token_accuracy"),
                                    std::min(0.99, 1 - valid / 3));
        }
        rows << row;
    }
    return rows;
}

inline std::shared_ptr<MetricLog> madeLog(const MadeRun &run)
{
    auto log = std::make_shared<MetricLog>();
    log->add(madeRows(run), MetricSource::Event);
    return log;
}

} // namespace odc::test
