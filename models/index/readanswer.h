// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace odc {

/// An object as an answer had it.
struct ReadObject
{
    IndexedObject object;
    QString key;
    QByteArray raw; ///< JSON; empty when it is not kept
    size_t rawHash = 0;
};

/// What an answer said of objects.
struct ReadAnswer
{
    qint64 atUnix = 0;
    std::vector<ReadObject> objects;
    bool isCreation = false; ///< of something made just now, not of something found
    bool isLook = false;     ///< nothing was done, only asked

    struct Gone
    {
        ObjectKind kind = ObjectKind::File;
        QString key;
    };
    std::optional<Gone> gone;
    bool wasDeleted = false; ///< not just not found

    /// A page of a list that was asked for as a whole.
    struct Page
    {
        ObjectKind kind = ObjectKind::File;
        QString parentId;
        QString order;    ///< as it was asked for
        QString after;    ///< empty: the first page
        QString lastId{}; ///< empty: it holds nothing
        bool isLast = false;
        bool isWhole = false; ///< being the last, nothing is left out
    };
    std::optional<Page> page;
};

} // namespace odc
