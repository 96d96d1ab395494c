// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "index/indexedobject.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace odc {

class BudgetShare;
class Session;

/// Which list is walked through, and how.
struct ListToWalk
{
    ObjectKind kind = ObjectKind::File;
    QString parentId;       ///< of the runs of an eval, the files of a store
    QString filter;         ///< files of a store: only those in this state
    bool background = true; ///< stands back behind what a person waits for
};

/// A walk through the pages of one list, newest first; the objects themselves reach the index. Destroying it
/// ends it, but not from inside one of its own events.
class ListWalk
{
public:
    struct Events
    {
        std::function<void(const QStringList &ids)> page; ///< may stop()
        std::function<void()> finished;                   ///< at the end of the list
        std::function<void(const ApiError &)> failed;
    };
    virtual ~ListWalk() = default;
    /// No event follows.
    virtual void stop() = 0;

    /// Begins at once. `share` (null: no limit) is asked before each page, which waits until there is room.
    static std::unique_ptr<ListWalk> begin(Session &session, const ListToWalk &list, BudgetShare *share,
                                           Events events);
};

/// The server or this account has no such list.
bool isNoArea(const ApiError &error);

} // namespace odc
