// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivemanifest.h"

#include <QHash>
#include <QString>

namespace odc {

/// Carries marks and notes on output items between profiles and archives, where they lie beside the server's
/// data. Reads and writes the disk: for the pool.
class MarksCopy
{
public:
    using Files = QHash<QString, ArchiveManifest::Content>; ///< by name

    /// Where an archive has them.
    static QString folderIn(const QString &archive);
    /// Adds what one folder holds to the other; on the same item what comes in wins. Where `only` is given (an
    /// archive is opened), only files that are as it says, and what is there already wins: it was noted since.
    /// Files that cannot be read, on either side, stay as they are. An error of the system, or empty.
    static QString add(const QString &from, const QString &to, const Files *only = nullptr);
    /// Sizes and checksums of what lies there.
    static Files files(const QString &folder);
};

} // namespace odc
