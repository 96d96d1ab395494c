// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/uploadcheck.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

namespace odc {

/// What was found below the paths a person dropped.
struct FolderScan {
    QList<UploadCandidate> files; ///< sorted by path within each dropped folder
    int hidden = 0;               ///< hidden files and folders that were left out
    int links = 0;                ///< links found inside folders, to files or folders: not followed
    bool truncated = false;       ///< stopped at maxScannedFiles
};

inline constexpr int maxScannedFiles = 100'000;

/// Looks at files and walks folders on the thread pool; cancel the future to stop early. Hidden entries inside folders
/// are left out; links inside folders too; a dropped hidden file or link
/// itself is taken. Progress value: files found so far.
QFuture<FolderScan> scanPaths(const QStringList &paths);

} // namespace odc
