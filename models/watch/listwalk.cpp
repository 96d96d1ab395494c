// SPDX-License-Identifier: GPL-3.0-or-later
#include "listwalk.h"

#include "api/pager.h"
#include "api/session.h"
#include "base/clock.h"
#include "watch/requestbudget.h"

#include <QObject>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfFiles = 10'000; ///< a page
constexpr int mostOfOthers = 100;

template <typename T> class PagedWalk final : public ListWalk
{
public:
    using Done = std::function<void(Result<Page<T>>)>;
    using Ask = std::function<Call(const QString &after, QObject *owner, Done done)>;

    PagedWalk(Clock &clock, BudgetShare *share, Ask ask, Events events)
        : m_clock(clock), m_share(share), m_ask(std::move(ask)), m_events(std::move(events))
    {
        typename Pager<T>::Events paging;
        paging.page = [this](const QList<T> &items) {
            QStringList ids;
            ids.reserve(items.size());
            for (const T &item : items)
                ids.append(item.id);
            m_events.page(ids);
        };
        paging.finished = [this] { m_events.finished(); };
        paging.failed = [this](const ApiError &error) { m_events.failed(error); };
        m_pager.start([this](const QString &after, Done done) { return fetch(after, std::move(done)); },
                      std::move(paging));
    }
    void stop() override
    {
        m_stopped = true;
        m_pager.stop();
    }

private:
    Call fetch(const QString &after, Done done)
    {
        if (!m_share || m_share->take())
            return m_ask(after, m_owner.get(), std::move(done));
        m_clock.callLater(m_share->freeInMs(), m_owner.get(),
                          [this, after, done = std::move(done)]() mutable {
                              if (!m_stopped)
                                  fetch(after, std::move(done));
                          });
        return {};
    }

    Clock &m_clock;
    BudgetShare *const m_share;
    const Ask m_ask;
    const Events m_events;
    std::unique_ptr<QObject> m_owner = std::make_unique<QObject>(); ///< of the requests
    Pager<T> m_pager;
    bool m_stopped = false;
};

template <typename T>
std::unique_ptr<ListWalk> walk(Session &session, BudgetShare *share, typename PagedWalk<T>::Ask ask,
                               ListWalk::Events events)
{
    return std::make_unique<PagedWalk<T>>(session.clock(), share, std::move(ask), std::move(events));
}

} // namespace

std::unique_ptr<ListWalk> ListWalk::begin(Session &session, const ListToWalk &list, BudgetShare *share,
                                          Events events)
{
    switch (list.kind) {
    case ObjectKind::Batch:
        return walk<BatchObject>(
            session, share,
            [&session, list](const QString &after, QObject *owner, auto done) {
                return session.batches().list({mostOfOthers, after, list.background}, owner, std::move(done));
            },
            std::move(events));
    case ObjectKind::Job:
        return walk<FineTuningJob>(
            session, share,
            [&session, list](const QString &after, QObject *owner, auto done) {
                return session.fineTuning().list({mostOfOthers, after, {}, list.background}, owner,
                                                 std::move(done));
            },
            std::move(events));
    case ObjectKind::Store:
    case ObjectKind::StoreFile:
        break;
    case ObjectKind::Eval:
    case ObjectKind::EvalRun: {
        EvalListQuery query;
        query.limit = mostOfOthers;
        query.order = u"desc"_s;
        query.background = list.background;
        if (list.kind == ObjectKind::Eval) {
            return walk<EvalObject>(
                session, share,
                [&session, query](const QString &after, QObject *owner, auto done) mutable {
                    query.after = after;
                    return session.evals().list(query, owner, std::move(done));
                },
                std::move(events));
        }
        return walk<EvalRun>(
            session, share,
            [&session, query, evalId = list.parentId](const QString &after, QObject *owner,
                                                      auto done) mutable {
                query.after = after;
                return session.evals().listRuns(evalId, query, owner, std::move(done));
            },
            std::move(events));
    }
    case ObjectKind::File:
    case ObjectKind::Checkpoint:
    case ObjectKind::Model:
        return walk<FileObject>(
            session, share,
            [&session, list](const QString &after, QObject *owner, auto done) {
                FileListQuery query;
                query.limit = mostOfFiles;
                query.order = u"desc"_s;
                query.after = after;
                query.background = list.background;
                return session.files().list(query, owner, std::move(done));
            },
            std::move(events));
    }
    StoreListQuery query;
    query.limit = mostOfOthers;
    query.order = u"desc"_s;
    query.filter = list.filter;
    query.background = list.background;
    if (list.kind == ObjectKind::Store) {
        return walk<VectorStore>(
            session, share,
            [&session, query](const QString &after, QObject *owner, auto done) mutable {
                query.after = after;
                return session.stores().list(query, owner, std::move(done));
            },
            std::move(events));
    }
    return walk<StoreFile>(
        session, share,
        [&session, query, storeId = list.parentId](const QString &after, QObject *owner, auto done) mutable {
            query.after = after;
            return session.stores().listFiles(storeId, query, owner, std::move(done));
        },
        std::move(events));
}

bool isNoArea(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed;
}

} // namespace odc
