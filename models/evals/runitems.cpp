// SPDX-License-Identifier: GPL-3.0-or-later
#include "runitems.h"

#include "api/pager.h"
#include "api/session.h"

#include <QTimer>

#include <algorithm>

namespace odc {

namespace {

constexpr int pageSize = 100; // the most there is

} // namespace

struct RunItems::Walk
{
    EvalRun run;
    QList<EvalOutputItem> items;
    Pager<EvalOutputItem> pager;
};

RunItems::RunItems(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

RunItems::~RunItems() = default;

void RunItems::load(const QString &evalId, const QList<EvalRun> &runs)
{
    stop();
    if (evalId != m_evalId)
        clear();
    m_evalId = evalId;
    m_wanted = runs;
    m_loading = true;
    for (const EvalRun &run : runs) {
        m_age.removeAll(run.id);
        m_age << run.id;
        if (m_kept.value(run.id).isFinal)
            continue;
        auto walk = std::make_unique<Walk>();
        walk->run = run;
        m_walks.push_back(std::move(walk));
    }
    drop();
    m_open = int(m_walks.size());
    if (m_open == 0) {
        QTimer::singleShot(0, this, [this] {
            if (m_loading && m_open == 0)
                walkEnded();
        });
        return;
    }
    for (const auto &walk : m_walks)
        begin(*walk);
}

void RunItems::begin(Walk &walk)
{
    Walk *const self = &walk; // lives until stop(), which ends its pager
    Pager<EvalOutputItem>::Events events;
    events.page = [this, self](const QList<EvalOutputItem> &items) {
        self->items += items;
        Q_EMIT progressed();
    };
    events.finished = [this, self] {
        m_kept.insert(self->run.id, {std::move(self->items), self->run.isFinished()});
        self->items.clear();
        if (--m_open == 0)
            walkEnded();
    };
    events.failed = [this, self](const ApiError &error) {
        const EvalRun run = self->run;
        const ApiError why = error; // both live in what stop() ends
        stop();
        Q_EMIT failed(run, why);
    };
    const auto fetch = [this, runId = walk.run.id, evalId = m_evalId](
                           const QString &after, std::function<void(Result<Page<EvalOutputItem>>)> done) {
        EvalListQuery query;
        query.limit = pageSize;
        query.order = QStringLiteral("asc");
        query.after = after;
        query.background = !after.isEmpty();
        return m_session.evals().listOutputItems(evalId, runId, query, this, std::move(done));
    };
    walk.pager.start(fetch, std::move(events));
}

void RunItems::walkEnded()
{
    m_loading = false;
    Q_EMIT finished();
}

void RunItems::stop()
{
    m_loading = false;
    m_open = 0;
    for (const auto &walk : m_walks)
        walk->pager.stop();
    // Not destroyed here: whoever stops may have been called by one of them.
    auto ended = std::make_shared<decltype(m_walks)>(std::move(m_walks));
    m_walks.clear();
    QTimer::singleShot(0, this, [ended] {});
}

qint64 RunItems::loadedCount() const
{
    qint64 count = 0;
    for (const EvalRun &run : m_wanted) {
        const auto walk = std::find_if(m_walks.cbegin(), m_walks.cend(),
                                       [&](const auto &w) { return w->run.id == run.id; });
        count += walk != m_walks.cend() && (*walk)->pager.isRunning() ? (*walk)->items.size()
                                                                      : m_kept.value(run.id).items.size();
    }
    return count;
}

qint64 RunItems::expectedCount() const
{
    qint64 count = 0;
    for (const EvalRun &run : m_wanted)
        count += run.counts.total;
    return std::max(count, loadedCount());
}

QList<EvalOutputItem> RunItems::items(const QString &runId) const
{
    return m_kept.value(runId).items;
}

void RunItems::clear()
{
    stop();
    m_kept.clear();
    m_age.clear();
    m_wanted.clear();
}

void RunItems::drop()
{
    qint64 held = 0;
    for (const Kept &kept : std::as_const(m_kept))
        held += kept.items.size();
    for (auto id = m_age.begin(); id != m_age.end() && held > m_mostKept;) {
        const bool wanted = std::any_of(m_wanted.cbegin(), m_wanted.cend(),
                                        [&](const EvalRun &run) { return run.id == *id; });
        if (wanted) {
            ++id;
            continue;
        }
        held -= m_kept.take(*id).items.size();
        id = m_age.erase(id);
    }
}

} // namespace odc
