// SPDX-License-Identifier: GPL-3.0-or-later
#include "listwalks.h"

#include <utility>

namespace odc {

std::optional<ListWalks::Walk> ListWalks::take(const ReadAnswer::Page &page, quint64 serial, qint64 atUnix)
{
    const ListKey list{page.kind, page.parentId};
    Walk walk{serial, atUnix, 0, page.order, {}};
    QList<Walk> &walks = m_walks[list];
    if (!page.after.isEmpty()) {
        // The one that began last: the same first page was seen by it, later.
        qsizetype at = walks.size() - 1;
        while (at >= 0 && (walks[at].cursor != page.after || walks[at].order != page.order))
            --at;
        if (at < 0)
            return {};
        walk = walks.takeAt(at);
    }
    walk.cursor = page.lastId;
    if (++walk.pages == 1)
        walks.removeIf([&](const Walk &other) {
            return other.pages == 1 && other.cursor == walk.cursor && other.order == walk.order;
        });
    if (!page.isLast) {
        walks.append(walk);
        if (walks.size() > mostWalks)
            walks.removeFirst();
        return {};
    }
    if (walks.isEmpty())
        m_walks.remove(list);
    return page.isWhole ? std::optional(std::move(walk)) : std::nullopt;
}

} // namespace odc
