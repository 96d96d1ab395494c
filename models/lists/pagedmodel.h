// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "lists/rowmodel.h"

namespace odc {

/// A RowModel that follows a paged list: rows appear page by page, a finished walk removes what is gone, a refresh
/// keeps everything in place. A subclass passes the one call that fetches a page.
template <typename T>
class PagedModel : public RowModel<T>
{
public:
    using Fetch = typename Pager<T>::Fetch;

    explicit PagedModel(QObject *parent = nullptr) : RowModel<T>(parent) { }

    /// Walks all pages; a walk under way goes on instead of a second one.
    void refresh()
    {
        if (m_pager.isRunning())
            return;
        this->beginWalk();
        this->setLoadState(LoadState::Loading);
        typename Pager<T>::Events events;
        events.page = [this](const QList<T> &items) { this->merge(items); };
        events.finished = [this] {
            this->endWalk();
            this->setRefreshedAt(nowUnix());
            this->setLoadState(LoadState::Ready);
        };
        events.failed = [this](const ApiError &error) {
            const bool noArea = this->rowCount() == 0
                && (error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed);
            this->setLoadState(noArea ? LoadState::Unavailable : LoadState::Failed, error);
        };
        m_pager.start(pageFetch(), std::move(events));
    }

    /// Ends the walk; what came stays.
    void stop()
    {
        if (!m_pager.isRunning())
            return;
        m_pager.stop();
        this->setLoadState(LoadState::Stopped);
    }

    bool isWalking() const { return m_pager.isRunning(); }

protected:
    virtual Fetch pageFetch() = 0;
    virtual qint64 nowUnix() const = 0;

private:
    Pager<T> m_pager;
};

} // namespace odc
