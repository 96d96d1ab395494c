// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrounds.h"

#include "api/session.h"
#include "base/clock.h"
#include "index/objectindex.h"
#include "watch/listwalk.h"
#include "watch/requestbudget.h"

#include <algorithm>
#include <utility>

namespace odc {

namespace {

constexpr qint64 roundMs = 600'000;
constexpr qint64 leastStepMs = 30'000;
constexpr qint64 youngSeconds = roundMs / 1000 / 2; ///< read so shortly ago, it need not be asked

} // namespace

EvalRounds::EvalRounds(Session &session, ObjectIndex &index, Clock &clock, BudgetShare &share, QObject *parent)
    : QObject(parent), m_session(session), m_index(index), m_clock(clock), m_share(share)
{
}

EvalRounds::~EvalRounds() = default;

void EvalRounds::setOn(bool on)
{
    if (on == (m_turn != nullptr))
        return;
    m_left.clear();
    m_stepMs = roundMs;
    if (on) {
        m_turn = std::make_unique<QObject>();
        later(m_stepMs);
        return;
    }
    m_turn.reset();
    if (m_walk) {
        m_walk->stop();
        // It may be one of its own events that led here.
        const std::shared_ptr<ListWalk> walk = std::move(m_walk);
        QMetaObject::invokeMethod(
            this, [walk] {}, Qt::QueuedConnection);
    }
}

void EvalRounds::later(qint64 ms)
{
    m_clock.callLater(ms, m_turn.get(), [this] { look(); });
}

bool EvalRounds::wasReadByOthers(const QString &evalId) const
{
    return m_clock.unixSeconds() - m_index.wholeAt(ObjectKind::EvalRun, evalId) < youngSeconds;
}

void EvalRounds::look()
{
    while (!m_left.isEmpty() && wasReadByOthers(m_left.constFirst()))
        m_left.removeFirst();
    // What runs comes first.
    if (!m_share.hasRoom() || m_session.status().state != ConnectionStatus::State::Connected) {
        later(leastStepMs);
        return;
    }
    ListToWalk list;
    list.kind = ObjectKind::Eval;
    if (!m_left.isEmpty()) {
        list.kind = ObjectKind::EvalRun;
        list.parentId = m_left.takeFirst();
    }
    const bool begins = list.parentId.isEmpty();
    const auto done = [this, begins] {
        // The walk is in the middle of telling this, and the index has not taken in what came.
        m_index.whenSettled(m_turn.get(), [this, begins] {
            if (begins) {
                for (const IndexedObject &eval : m_index.objects(ObjectKind::Eval))
                    m_left << eval.id;
                m_stepMs = std::max(leastStepMs, roundMs / (m_left.size() + 1));
            }
            ended();
        });
    };
    ListWalk::Events events;
    events.page = [this, done](const QStringList &) {
        m_walk->stop(); // the newest are enough: the rest was read before
        done();
    };
    events.finished = done;
    events.failed = [done](const ApiError &) { done(); };
    m_walk = ListWalk::begin(m_session, list, &m_share, std::move(events));
}

void EvalRounds::ended()
{
    m_walk.reset();
    later(m_stepMs);
}

} // namespace odc
