// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivemanifest.h"

#include <QString>

namespace odc {

/// What lies in a folder, as far as archives go.
struct ArchiveFolder
{
    enum class Kind {
        Free,       ///< empty, or not there and can be made
        Archive,    ///< see `manifest`; one that was only begun may have no database yet
        Newer,      ///< an archive of a newer program
        Damaged,    ///< meant to be an archive, but cannot be read
        OtherThings ///< something else is in it
    };
    Kind kind = Kind::OtherThings;
    ArchiveManifest manifest;
    QString link;          ///< what is a link in an archive, and would be written to; empty: nothing is
    qint64 freeBytes = -1; ///< on that disk; -1 unknown

    /// Why it cannot be opened as an archive, translated; empty when it can.
    QString whyNotOpen(const QString &folder) const;
    /// Why no archive of `source` can be written there, translated; empty when one can.
    QString whyNotWrite(const QString &folder, const ArchiveSource &source) const;

    /// Reads the disk: for the pool.
    static ArchiveFolder look(const QString &folder);
    /// Makes the folder and an archive.json that says no more than what the archive will be of: from here on
    /// it is known again, whenever the making of it ends. For the pool; an error of the system, empty when
    /// all went well.
    static QString begin(const QString &folder, const ArchiveManifest &manifest);
};

} // namespace odc
