// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/evalrunsmodel.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace odc {

class Clock;

/// Fetches the runs of many evals, a few at a time, and asks again for those that have unfinished ones: one list call an
/// eval and round, none once everything has ended. GUI thread.
class EvalRunsLoader final : public QObject
{
    Q_OBJECT
public:
    /// `clock` outlives this.
    explicit EvalRunsLoader(Clock &clock, QObject *parent = nullptr);

    /// Looks after this list from now on, and fetches it in its turn.
    void add(EvalRunsModel *runs);
    /// The list is about to go.
    void remove(EvalRunsModel *runs);
    /// A person waits for this one: it comes next.
    void fetchNext(EvalRunsModel *runs);
    void refreshAll();
    /// Ends what is under way and drops what waits; what came stays.
    void stop();
    /// Milliseconds between two looks at what is unfinished; 0: none.
    void setPollInterval(int ms);
    /// A run that was just started is to be watched.
    void watch();
    /// Something waits or is under way.
    bool isBusy() const { return !m_waiting.isEmpty() || !m_running.isEmpty(); }

Q_SIGNALS:
    /// Nothing waits any more.
    void settled();

private:
    void start(EvalRunsModel *runs, bool background);
    void ended(EvalRunsModel *runs);
    void pump();
    void schedulePoll();
    void poll();

    Clock &m_clock;
    QList<EvalRunsModel *> m_all;
    QList<EvalRunsModel *> m_waiting;
    QSet<EvalRunsModel *> m_running;
    int m_pollMs = 0;
    qint64 m_pollAtMs = 0; ///< by the clock, when the next poll is due; 0: none is
};

} // namespace odc
