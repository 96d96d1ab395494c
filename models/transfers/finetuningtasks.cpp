// SPDX-License-Identifier: GPL-3.0-or-later
#include "finetuningtasks.h"

#include "api/session.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int callsAtOnce = 4;

} // namespace

SteerJobsJob::SteerJobsJob(Session &session, Verb verb, const QList<FineTuningJob> &jobs,
                           const QStringList &titles, QObject *parent)
    : BulkJob(verb == Verb::Cancel ? Kind::Cancel : Kind::Change, callsAtOnce, session.clock(), parent),
      m_session(session), m_verb(verb)
{
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        BulkItem item;
        item.id = jobs.at(i).id;
        item.title = titles.value(i, item.id);
        addItem(item);
    }
}

void SteerJobsJob::run(int index)
{
    const auto done = [this, index](const Result<FineTuningJob> &result) {
        m_calls.remove(index);
        if (!result) {
            // Lost, or too late: either way the job itself says what came of it.
            readAgain(index, result.error());
            return;
        }
        Q_EMIT changed(*result);
        succeed(index);
    };
    FineTuningApi &api = m_session.fineTuning();
    const QString &id = item(index).id;
    m_calls.insert(index, m_verb == Verb::Cancel  ? api.cancel(id, this, done)
                          : m_verb == Verb::Pause ? api.pause(id, this, done)
                                                  : api.resume(id, this, done));
}

bool SteerJobsJob::isSteered(const FineTuningJob &job) const
{
    switch (m_verb) {
    case Verb::Cancel:
        return job.status == "cancelled"_L1;
    case Verb::Pause:
        return job.status == "paused"_L1;
    case Verb::Resume:
        return !job.isFinished() && job.status != "paused"_L1;
    }
    return false;
}

QString SteerJobsJob::runningText() const
{
    const QString one = onlyTitle();
    switch (m_verb) {
    case Verb::Cancel:
        return one.isEmpty() ? tr("Cancelling job %1 of %2").arg(currentNumber(), totalNumber())
                             : tr("Cancelling “%1”").arg(one);
    case Verb::Pause:
        return one.isEmpty() ? tr("Pausing job %1 of %2").arg(currentNumber(), totalNumber())
                             : tr("Pausing “%1”").arg(one);
    case Verb::Resume:
        return one.isEmpty() ? tr("Resuming job %1 of %2").arg(currentNumber(), totalNumber())
                             : tr("Resuming “%1”").arg(one);
    }
    return {};
}

QString SteerJobsJob::doneText(int count) const
{
    const QString one = onlyTitle();
    switch (m_verb) {
    case Verb::Cancel:
        return one.isEmpty() ? tr("%Ln job(s) cancelled", nullptr, count)
               : count > 0   ? tr("“%1” cancelled").arg(one)
                             : tr("“%1” not cancelled").arg(one);
    case Verb::Pause:
        return one.isEmpty() ? tr("%Ln job(s) paused", nullptr, count)
               : count > 0   ? tr("“%1” paused").arg(one)
                             : tr("“%1” not paused").arg(one);
    case Verb::Resume:
        return one.isEmpty() ? tr("%Ln job(s) resumed", nullptr, count)
               : count > 0   ? tr("“%1” resumed").arg(one)
                             : tr("“%1” not resumed").arg(one);
    }
    return {};
}

void SteerJobsJob::readAgain(int index, const ApiError &refusal)
{
    const bool lost = refusal.kind == ApiError::Kind::OutcomeUnknown;
    if (!lost && refusal.kind != ApiError::Kind::Invalid && refusal.kind != ApiError::Kind::Conflict) {
        fail(index, refusal);
        return;
    }
    const auto done = [this, index, refusal, lost](const Result<FineTuningJob> &result) {
        m_calls.remove(index);
        if (!result) {
            fail(index, refusal);
            return;
        }
        Q_EMIT changed(*result);
        if (isSteered(*result))
            succeed(index, {}, lost ? tr("no answer came, but the job shows that it was done") : QString());
        else if (result->isFinished())
            skip(index, tr("had ended before"));
        else
            fail(index, refusal); // it did not arrive: to be tried again by hand
    };
    m_calls.insert(index, m_session.fineTuning().retrieve(item(index).id, this, done));
}

BulkJob::Abandoned SteerJobsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was done after all, the list shows it
}

DeleteModelsJob::DeleteModelsJob(Session &session, const QStringList &models, QObject *parent)
    : BulkJob(Kind::Delete, callsAtOnce, session.clock(), parent), m_session(session)
{
    for (const QString &model : models) {
        BulkItem item;
        item.id = model;
        item.title = model;
        addItem(item);
    }
}

QString DeleteModelsJob::runningText() const
{
    const QString one = onlyTitle();
    return one.isEmpty() ? tr("Deleting model %1 of %2").arg(currentNumber(), totalNumber())
                         : tr("Deleting “%1”").arg(one);
}

QString DeleteModelsJob::doneText(int count) const
{
    const QString one = onlyTitle();
    return one.isEmpty() ? tr("%Ln model(s) deleted", nullptr, count)
           : count > 0   ? tr("“%1” deleted").arg(one)
                         : tr("“%1” not deleted").arg(one);
}

void DeleteModelsJob::run(int index)
{
    const QString model = item(index).id;
    m_calls.insert(index,
                   m_session.models().remove(model, this, [this, index, model](const Result<bool> &result) {
                       m_calls.remove(index);
                       if (!result) {
                           fail(index, result.error());
                       } else if (*result) {
                           Q_EMIT removed(model);
                           succeed(index);
                       } else {
                           prove(index);
                       }
                   }));
}

void DeleteModelsJob::prove(int index)
{
    m_calls.insert(index, m_session.models().list(this, [this,
                                                         index](const Result<Page<ModelObject>> &there) {
        m_calls.remove(index);
        if (!there) {
            fail(index, there.error());
            return;
        }
        const QString model = item(index).id;
        const bool isThere = std::any_of(there->items.cbegin(), there->items.cend(),
                                         [&](const ModelObject &known) { return known.id == model; });
        if (isThere) {
            fail(index,
                 ApiError::make(ApiError::Kind::Conflict,
                                tr("The service did not find the model, but its list of models names it")));
            return;
        }
        Q_EMIT removed(model);
        succeed(index, {}, tr("was already gone"));
    }));
}

BulkJob::Abandoned DeleteModelsJob::abandon(int index)
{
    m_calls.take(index).cancel();
    return Abandoned::Dropped; // if it was deleted after all, going on finds it gone
}

} // namespace odc
