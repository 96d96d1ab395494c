// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QList>
#include <QString>

#include <optional>

namespace odc {

/// What an id says of itself.
struct IdShape
{
    enum class What {
        Object,     ///< of one of `kinds`
        FileBatch,  ///< of a vector store: read by its store alone
        Upload,     ///< never read at all
        OutputItem, ///< of an eval run: read by it alone
        Unknown     ///< it may be one of `kinds`, or none
    };
    What what = What::Unknown;
    QList<ObjectKind> kinds; ///< in the order in which they are worth a try
    QString id;
};

/// Nothing for what cannot be an id: several words, or one that could stand in a sentence. Quotes, brackets
/// and commas around an id, as they come along with it from a log, are left out, and so is what leads to it
/// in an address.
std::optional<IdShape> idShapeOf(const QString &text);

} // namespace odc
