// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaltasks.h"

#include "api/session.h"

namespace odc {

namespace {

constexpr int deletesAtOnce = 4;

} // namespace

DeleteEvalsJob::DeleteEvalsJob(Session &session, const QList<Thing> &things, QObject *parent)
    : BulkJob(Kind::Delete, deletesAtOnce, session.clock(), parent), m_session(session), m_things(things)
{
    for (const Thing &thing : things) {
        BulkItem item;
        item.id = thing.runId.isEmpty() ? thing.evalId : thing.runId;
        item.title = thing.title;
        addItem(item);
    }
}

void DeleteEvalsJob::run(int index)
{
    const Thing thing = m_things.at(index);
    const auto done = [this, index, thing](const Result<bool> &result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, result.error());
            return;
        }
        Q_EMIT removed(thing.evalId, thing.runId);
        succeed(index, {}, *result ? QString() : tr("was already gone"));
    };
    m_calls.insert(index, thing.runId.isEmpty() ? m_session.evals().remove(thing.evalId, this, done)
                                                : m_session.evals().removeRun(thing.evalId, thing.runId, this, done));
}

BulkJob::Abandoned DeleteEvalsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was deleted after all, going on finds it gone
}

} // namespace odc
