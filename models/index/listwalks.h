// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/readanswer.h"

#include <QHash>
#include <QList>

#include <optional>

namespace odc {

/// A list of the API: all of a kind, or those inside of one object.
struct ListKey
{
    ObjectKind kind = ObjectKind::File;
    QString parentId;
    friend bool operator==(const ListKey &, const ListKey &) = default;
    friend size_t qHash(const ListKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(key.kind), key.parentId);
    }
};

/// Follows who goes through lists page by page, to know when one has come to the end of a list. Several may
/// go through the same list at a time: a page belongs to whoever has its cursor.
class ListWalks
{
public:
    struct Walk
    {
        quint64 serial = 0; ///< of the answer that began it
        qint64 atUnix = 0;
        int pages = 0;
        QString order;
        QString cursor;
    };
    /// A page came. The walk that has brought the whole list by it, if any.
    std::optional<Walk> take(const ReadAnswer::Page &page, quint64 serial, qint64 atUnix);
    void forget(const ListKey &list) { m_walks.remove(list); }

private:
    static constexpr qsizetype mostWalks = 8; ///< of a list; most look at the first page only and never go on
    QHash<ListKey, QList<Walk>> m_walks;      ///< begun last comes last
};

} // namespace odc
