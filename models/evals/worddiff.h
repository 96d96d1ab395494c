// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace odc {

/// A stretch of text in the difference of two.
struct DiffPart
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DiffPart &) const = default;
};

/// The difference of two texts word by word, the shortest there is: what is not Added makes up `before`, what
/// is not Removed makes up `after`. Texts that share next to nothing come as one part removed and one added.
/// Pure.
QList<DiffPart> wordDiff(const QString &before, const QString &after);

} // namespace odc
