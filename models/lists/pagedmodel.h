// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "lists/rowmodel.h"

#include <QTimer>

#include <functional>
#include <utility>

namespace odc {

/// A RowModel that follows a paged list: rows appear page by page, a finished walk removes what is gone, a refresh
/// keeps everything in place. A subclass passes the one call that fetches a page.
template <typename T>
class PagedModel : public RowModel<T>
{
public:
    using Fetch = typename Pager<T>::Fetch;

    explicit PagedModel(QObject *parent = nullptr) : RowModel<T>(parent) { }

    void refresh() override
    {
        if (isWalking())
            return;
        this->beginWalk();
        this->setLoadState(LoadState::Loading);
        typename Pager<T>::Events events;
        events.page = [this](const QList<T> &items) { take(items); };
        events.finished = [this] {
            whenTaken([this] {
                this->endWalk();
                this->setRefreshedAt(nowUnix());
                this->setLoadState(LoadState::Ready);
            });
        };
        events.failed = [this](const ApiError &error) {
            whenTaken([this, error] { takeFailure(error); });
        };
        m_pager.start(pageFetch(), std::move(events));
    }

    void stop() override
    {
        if (!isWalking())
            return;
        m_pager.stop();
        m_waiting.clear();
        m_atEnd = {};
        this->setLoadState(LoadState::Stopped);
    }

    bool isWalking() const override { return m_pager.isRunning() || m_atEnd; }

protected:
    /// The list could not be read: it failed, or there is no such area.
    void takeFailure(const ApiError &error)
    {
        const bool noArea = this->rowCount() == 0
            && (error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed);
        this->setLoadState(noArea ? LoadState::Unavailable : LoadState::Failed, error);
    }
    virtual Fetch pageFetch() = 0;
    virtual qint64 nowUnix() const = 0;

private:
    /// So many rows enter in one turn of the event loop: a page of 10,000 at once would cost a frame or two.
    static constexpr qsizetype atOnce = 500;

    void take(const QList<T> &items)
    {
        const bool busy = !m_waiting.isEmpty();
        if (busy)
            m_waiting.append(items);
        else
            m_waiting = items; // shared: copying 10,000 values would take longer than most of the rest
        if (!busy && m_waiting.size() > atOnce)
            takeSomeLater(); // sorting out a long page was enough for this turn
        else if (!busy)
            takeSome();
    }

    void takeSomeLater()
    {
        QTimer::singleShot(0, this, [this] {
            if (!m_waiting.isEmpty()) // else stopped meanwhile
                takeSome();
        });
    }

    void takeSome()
    {
        if (m_waiting.size() <= atOnce) {
            this->merge(std::exchange(m_waiting, {}));
        } else {
            QList<T> some;
            some.reserve(atOnce);
            for (qsizetype i = 0; i < atOnce; ++i)
                some.append(std::move(m_waiting[i]));
            m_waiting.remove(0, atOnce);
            this->merge(std::move(some));
            takeSomeLater();
        }
        if (m_waiting.isEmpty() && m_atEnd)
            std::exchange(m_atEnd, {})();
    }

    /// Ends the walk with `action` once everything that came is in.
    void whenTaken(std::function<void()> action)
    {
        if (m_waiting.isEmpty())
            action();
        else
            m_atEnd = std::move(action);
    }

    Pager<T> m_pager;
    QList<T> m_waiting; ///< came, but is not in yet
    std::function<void()> m_atEnd;
};

} // namespace odc
