// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "base/call.h"

#include <QCoreApplication>
#include <QObject>
#include <QSet>

#include <functional>
#include <utility>

namespace odc {

/// Follows a list through all its pages for one owner. Items already seen are dropped (lists are live, pages
/// overlap); a cursor that has vanished (400/404 on a page that is not the first) restarts from the top, at
/// most three times. A page may bring nothing new when the list moved on; a fourth such page in a row, or a cursor
/// that was followed before, fails with BadResponse: such a list has no end. A server that does not say whether there is
/// more is asked until a page brings nothing new. Keep it as a member; destroying it stops it.
template <typename T> class Pager
{
public:
    using Fetch = std::function<Call(const QString &after, std::function<void(Result<Page<T>>)>)>;
    struct Events
    {
        std::function<void(const QList<T> &newItems)> page; ///< after each page, also an empty one
        std::function<void()> finished;                     ///< all pages are there
        std::function<void(const ApiError &)> failed;       ///< ended early; what came so far stays valid
    };

    void start(Fetch fetch, Events events)
    {
        stop();
        m_fetch = std::move(fetch);
        m_events = std::move(events);
        m_seen.clear();
        m_restarts = 0;
        m_cursors.clear();
        m_nothingNew = 0;
        m_isWhole = false;
        m_running = true;
        next({});
    }
    /// Cancels; no event follows.
    void stop()
    {
        ++m_walk;
        m_running = false;
        m_call.cancel();
    }
    bool isRunning() const { return m_running; }
    /// Ids seen in this walk: after `finished`, anything else the list once held is gone.
    const QSet<QString> &seen() const { return m_seen; }
    /// After `finished`: the server did not say of the last page that there is more behind it. Otherwise what was not
    /// seen may be there all the same, and nothing may be deleted for it.
    bool isWhole() const { return m_isWhole; }

    Pager() = default;
    Pager(const Pager &) = delete;
    Pager &operator=(const Pager &) = delete;
    ~Pager() { stop(); }

private:
    void next(const QString &after)
    {
        m_call = m_fetch(after, [this, after](Result<Page<T>> result) { take(after, std::move(result)); });
    }

    void take(const QString &after, Result<Page<T>> result)
    {
        if (!m_running)
            return;
        if (!result) {
            const auto kind = result.error().kind;
            const bool cursorGone =
                !after.isEmpty() && (kind == ApiError::Kind::NotFound || kind == ApiError::Kind::Invalid);
            if (cursorGone && m_restarts < 3) {
                ++m_restarts;
                m_cursors.clear();
                m_nothingNew = 0;
                next({});
                return;
            }
            m_running = false;
            m_events.failed(result.error());
            return;
        }
        QList<T> fresh;
        fresh.reserve(result->items.size());
        m_seen.reserve(m_seen.size() + result->items.size());
        for (T &item : result->items) {
            if (m_seen.contains(item.id))
                continue;
            m_seen.insert(item.id);
            fresh.append(std::move(item));
        }
        const bool mayHaveMore =
            result->tellsMore ? result->hasMore : !fresh.isEmpty() || (m_restarts > 0 && !result->items.isEmpty());
        // A server that repeats its last page forever must not keep us here.
        const bool more = mayHaveMore && !result->lastId.isEmpty() && result->lastId != after;
        // After a restart all is known up to where the walk broke off; there only the cursors count.
        m_nothingNew = fresh.isEmpty() && m_restarts == 0 ? m_nothingNew + 1 : 0;
        if (more && (m_nothingNew > mostNothingNew || m_cursors.contains(result->lastId))) {
            if (!fresh.isEmpty())
                m_events.page(fresh);
            if (!std::exchange(m_running, false))
                return;
            m_events.failed(ApiError::make(
                ApiError::Kind::BadResponse,
                QCoreApplication::translate("Pager", "The list goes round in a circle and has no end")));
            return;
        }
        m_cursors.insert(result->lastId);
        if (!more)
            m_running = false;
        m_isWhole = !more && !result->hasMore;
        const int walk = m_walk;
        m_events.page(fresh);
        if (walk != m_walk) // it was stopped, also on the last page, or begun anew
            return;
        if (more)
            next(result->lastId);
        else
            m_events.finished();
    }

    Fetch m_fetch;
    Events m_events;
    Call m_call;
    static constexpr int mostNothingNew = 3; ///< pages in a row
    QSet<QString> m_seen;
    QSet<QString> m_cursors; ///< followed since the last (re)start
    int m_nothingNew = 0;
    int m_restarts = 0;
    bool m_isWhole = false;
    bool m_running = false;
    int m_walk = 0; ///< counts starts and stops
};

} // namespace odc
