// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

namespace odc {

/// What an address below the base URL names: "/vector_stores/vs_1/files" is a list.
struct AnswerPath
{
    enum class What {
        Other,    ///< nothing that is remembered is told there
        Object,   ///< one object
        Action,   ///< something is done to an object, and the answer is what it is now
        List,     ///< all objects of a kind, or of a kind inside of another object
        PartList, ///< some of them
    };
    What what = What::Other;
    ObjectKind kind = ObjectKind::File;
    QString id;       ///< of an object
    QString parentId; ///< where objects are inside of another one

    /// Its key among objects of its kind.
    QString key() const { return kind == ObjectKind::StoreFile ? storeFileKey(parentId, id) : id; }
    /// `path` as it was asked for, ids percent-encoded.
    static AnswerPath of(const QString &path);
};

} // namespace odc
