// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

namespace odc {

class BudgetShare;
class Clock;
class ListWalk;
class ObjectIndex;
class Session;

/// Looks into the evals in their turn, whether somebody began a run elsewhere: runs are in no list but that of their
/// eval, and the watch follows only those it knows. One call at a time, out of a budget; a round through all of them
/// takes ten minutes, and where there are many half a minute for each. What is found reaches the index. GUI thread.
class EvalRounds final : public QObject
{
    Q_OBJECT
public:
    EvalRounds(Session &session, ObjectIndex &index, Clock &clock, BudgetShare &share, QObject *parent = nullptr);
    ~EvalRounds() override;

    void setOn(bool on);

private:
    void later(qint64 ms);
    void look();
    void ended();
    bool wasReadByOthers(const QString &evalId) const;

    Session &m_session;
    ObjectIndex &m_index;
    Clock &m_clock;
    BudgetShare &m_share;
    std::unique_ptr<QObject> m_turn; ///< of timers and posted calls; null: off
    std::unique_ptr<ListWalk> m_walk;
    QStringList m_left;  ///< of this round; empty: the list of evals begins the next
    qint64 m_stepMs = 0;
};

} // namespace odc
