// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonfields.h"
#include "api/pager.h"
#include "lists/rowmodel.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace odc {

/// A RowModel that follows a paged list: rows appear page by page, a finished walk removes what is gone, a
/// refresh keeps everything in place. A subclass passes the one call that fetches a page.
template <typename T> class PagedModel : public RowModel<T>
{
public:
    using Fetch = typename Pager<T>::Fetch;

    explicit PagedModel(QObject *parent = nullptr) : RowModel<T>(parent) {}

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
                this->setKeptFrom(0);
                this->setRefreshedAt(nowUnix());
                this->setLoadState(LoadState::Ready);
            });
        };
        events.failed = [this](const ApiError &error) { whenTaken([this, error] { takeFailure(error); }); };
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

    void restore(const QList<QByteArray> &objects, qint64 seenAt) override
    {
        if (m_answered || this->refreshedAt() > 0 || !m_kept.isEmpty() || seenAt <= 0)
            return;
        m_kept = objects;
        m_keptRead = 0;
        m_keptSeenAt = seenAt;
        this->expectRows(objects.size());
        readKept();
    }

protected:
    /// The list could not be read: it failed, or there is no such area.
    void takeFailure(const ApiError &error)
    {
        const bool noArea = this->rowCount() == 0 && (error.kind == ApiError::Kind::NotFound ||
                                                      error.kind == ApiError::Kind::MethodNotAllowed);
        this->setLoadState(noArea ? LoadState::Unavailable : LoadState::Failed, error);
    }
    virtual Fetch pageFetch() = 0;
    virtual qint64 nowUnix() const = 0;

private:
    /// So many rows enter in one turn of the event loop: a page of 10,000 at once would cost a frame or two.
    static constexpr qsizetype atOnce = 500;

    /// So many kept objects are read in one go, off this thread; fewer at first, which are to be seen soon.
    static constexpr qsizetype keptAtOnce = 2'000;
    static constexpr qsizetype keptAtFirst = 200;

    void readKept()
    {
        if constexpr (requires(const QJsonObject &object) { T::fromJson(object); }) {
            const QList<QByteArray> some = m_kept.mid(m_keptRead, m_keptRead == 0 ? keptAtFirst : keptAtOnce);
            m_keptRead += some.size();
            if (some.isEmpty()) {
                m_kept.clear();
                return;
            }
            const auto read = [some]() -> std::shared_ptr<void> {
                auto items = std::make_shared<QList<T>>();
                items->reserve(some.size());
                QString error;
                for (const QByteArray &text : some) {
                    const auto object = json::parseObject(text, &error);
                    T item = object ? T::fromJson(*object) : T();
                    if (!item.id.isEmpty())
                        items->append(std::move(item));
                }
                return items;
            };
            this->aside(read, [this](const std::shared_ptr<void> &items) {
                takeKept(std::move(*std::static_pointer_cast<QList<T>>(items)));
            });
        }
    }

    void takeKept(QList<T> items)
    {
        // What the server says now is newer, and it says all of it.
        if (m_answered) {
            m_kept.clear();
            return;
        }
        this->setKeptFrom(m_keptSeenAt);
        const qsizetype now = std::min(atOnce, items.size());
        QList<T> some;
        some.reserve(now);
        for (qsizetype i = 0; i < now; ++i)
            some.append(std::move(items[i]));
        this->mergeKept(std::move(some));
        if (now == items.size()) {
            readKept();
            return;
        }
        items.remove(0, now);
        QTimer::singleShot(0, this,
                           [this, items = std::move(items)]() mutable { takeKept(std::move(items)); });
    }

    void take(const QList<T> &items)
    {
        m_answered = true;
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
    bool m_answered = false;  ///< the server has said something of the list
    QList<QByteArray> m_kept; ///< of before, while they are read
    qsizetype m_keptRead = 0; ///< so many of them were
    qint64 m_keptSeenAt = 0;
};

} // namespace odc
