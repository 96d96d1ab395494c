// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/format.h"
#include "lists/pagedmodel.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace odc {

/// A list of things that run for a while, newest first. Between full walks it looks after what is unfinished:
/// see look(). Behind its own columns comes one for each key that the metadata of its things has. `T` has
/// `isFinished()` and `metadata`.
template <typename T> class WatchedModel : public PagedModel<T>
{
public:
    using Fetch = typename PagedModel<T>::Fetch;

    /// Things that may still change.
    int unfinished() const { return int(m_unfinished.size()); }

    /// Asks for the newest pages until every unfinished thing was seen, or for one page when there is none.
    /// Rows that have gone stay until the next refresh(). Does nothing while either is under way.
    void look()
    {
        if (this->isWalking() || m_looker.isRunning())
            return;
        // Rows of before may be gone, which only a walk through all of it tells.
        if (this->keptFrom() > 0) {
            m_walkIsLook = true;
            refresh();
            return;
        }
        m_awaited = m_unfinished;
        m_pagesNow = 0;
        typename Pager<T>::Events events;
        events.page = [this](const QList<T> &page) {
            ++m_pagesNow;
            for (const T &item : page)
                m_awaited.remove(item.id);
            this->merge(page);
            if (m_awaited.isEmpty() && m_looker.isRunning()) {
                m_looker.stop();
                endLook(true);
            }
        };
        events.finished = [this] { endLook(true); };
        events.failed = [this](const ApiError &error) {
            this->takeFailure(error);
            endLook(false);
        };
        m_looker.start(fetch(true), std::move(events));
    }
    bool isLooking() const { return m_looker.isRunning() || m_walkIsLook; }
    /// Pages that the last look() took, at least 1: how often one may look follows from it.
    int pagesLooked() const { return m_pagesLooked; }

    void refresh() override
    {
        m_looker.stop(); // the walk sees all of it
        PagedModel<T>::refresh();
    }
    void stop() override
    {
        m_looker.stop();
        PagedModel<T>::stop();
    }

protected:
    /// `firstOfMetadata`: the number of the model's own columns.
    WatchedModel(int firstOfMetadata, QObject *parent)
        : PagedModel<T>(parent), m_firstOfMetadata(firstOfMetadata)
    {
        QObject::connect(this, &QAbstractItemModel::rowsInserted, this,
                         [this](const QModelIndex &, int first, int last) { review(first, last); });
        QObject::connect(
            this, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { review(from.row(), to.row()); });
        QObject::connect(this, &RowModelBase::loadStateChanged, this, [this] {
            if (this->loadState() == LoadState::Loading)
                return;
            if (this->loadState() == LoadState::Ready)
                m_onlyKept.clear();
            if (std::exchange(m_walkIsLook, false))
                lookEnded(this->loadState() == LoadState::Ready);
        });
        QObject::connect(this, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                         [this](const QModelIndex &, int first, int last) {
                             for (int row = first; row <= last; ++row)
                                 m_unfinished.remove(this->rowId(row));
                         });
    }

    /// `background`: stands back behind what a person waits for.
    virtual Fetch fetch(bool background) = 0;
    /// A look() has ended, well or not.
    virtual void lookEnded(bool well) = 0;
    /// A thing that was seen running has ended.
    virtual void itemEnded(const T &item) = 0;
    /// Whether a key of the metadata gets a column.
    virtual bool isColumn(const QString &) const { return true; }
    /// What the thing has in a column of metadata.
    QString metadataOf(const T &item, int column) const
    {
        const QString key = m_metadataKeys.value(column - m_firstOfMetadata);
        return key.isEmpty() ? QString() : item.metadata.value(key).toVariant().toString();
    }
    Fetch pageFetch() final { return fetch(false); }

private:
    /// A project whose every thing has keys of its own still has a list that can be looked at.
    static constexpr qsizetype mostMetadataColumns = 32;

    void endLook(bool well)
    {
        m_pagesLooked = std::max(1, m_pagesNow);
        if (well) {
            this->setRefreshedAt(this->nowUnix());
            this->setLoadState(LoadState::Ready);
        }
        lookEnded(well);
    }

    void review(int first, int last)
    {
        QList<T> ended;
        const qsizetype columnsWaiting = m_newColumns.size();
        for (int row = first; row <= last; ++row) {
            const T &item = *this->item(row);
            if (!item.isFinished()) {
                m_unfinished.insert(item.id);
                if (this->takesKept())
                    m_onlyKept.insert(item.id);
            } else if (m_unfinished.remove(item.id) && !m_onlyKept.remove(item.id)) {
                ended.append(item); // one that is only known from before was not seen running
            }
            for (auto it = item.metadata.constBegin(); it != item.metadata.constEnd(); ++it) {
                if (m_metadataKeys.size() >= mostMetadataColumns || m_knownKeys.contains(it.key()) ||
                    !isColumn(it.key()))
                    continue;
                m_knownKeys.insert(it.key());
                m_metadataKeys << it.key();
                m_newColumns.append({"meta." + it.key().toUtf8(), format::oneLine(it.key(), 60),
                                     ColumnType::Text, 110, false});
            }
        }
        // Not now: views are still being told of the rows.
        if (columnsWaiting == 0 && !m_newColumns.isEmpty()) {
            QMetaObject::invokeMethod(
                this, [this] { this->addColumns(std::exchange(m_newColumns, {})); }, Qt::QueuedConnection);
        }
        for (const T &item : std::as_const(ended))
            itemEnded(item);
    }

    const int m_firstOfMetadata;
    Pager<T> m_looker;
    QSet<QString> m_awaited; ///< unfinished ones that this look() has not seen yet
    int m_pagesLooked = 1;
    int m_pagesNow = 0;
    QSet<QString> m_unfinished;
    QSet<QString> m_onlyKept; ///< those that ran when they were seen last, in another run of the program
    bool m_walkIsLook = false; ///< the walk under way is what look() was asked for
    QStringList m_metadataKeys;     ///< by column
    QSet<QString> m_knownKeys;      ///< the same
    QList<ColumnInfo> m_newColumns; ///< for keys that were just found
};

} // namespace odc
