// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "stores/attachjob.h"
#include "stores/foldercompare.h"

#include <QList>
#include <QString>

#include <optional>

namespace odc {

/// What a sync keeps of a file among its attributes in the store, so that the next one knows it again. They
/// count towards the sixteen that a file can have.
namespace syncattribute {
inline constexpr auto path = "odc_path";     ///< below the folder, with slashes
inline constexpr auto digest = "odc_sha256"; ///< of the content, hexadecimal
inline constexpr auto size = "odc_size";     ///< bytes
inline constexpr int count = 3;
} // namespace syncattribute

/// Adds path and size, for a file of which no digest was made. Leaves the attributes as they are when there
/// is no room for both, the path is too long, or one of them is there already.
void markForSync(QJsonObject &attributes, const QString &relative, qint64 size);

/// A file of the store as a sync sees it.
struct StoredFile
{
    StoreFile file;
    QString name;      ///< empty: not known
    qint64 bytes = -1; ///< of the file itself; -1: not known
};

/// One file and what a sync would do to it.
struct SyncStep
{
    enum class Kind {
        Add,
        Replace, ///< its content changed: the new one goes in, then the old one out
        Remove,  ///< it came from such a folder, which does not have it any more
        Same,
        Unknown,  ///< one of the same name and size is in the store, its content not known: taken to be it
        Refused,  ///< see reason
        Namesake, ///< one of the same name, put in by other means, is of another size: could be replaced
        Foreign   ///< in the store, put in by other means, and none of the folder: stays as it is
    };
    Kind kind = Kind::Same;
    QString relative; ///< path below the folder
    QString path;     ///< on this computer; empty: it is not there
    qint64 size = 0;
    QString fileId;         ///< in the store; of what is replaced the old one
    QJsonObject attributes; ///< of what goes in
    SourceIdentity identity;
    QString reason; ///< translated: why it is refused, or what is to be known of it
};

/// What would be done, by path. Pure. `stored` is all that the store holds. `isWhole` false: the folder has
/// more files than are listed, so that none counts as gone.
QList<SyncStep> planSync(const QList<FolderFile> &folder, const QList<StoredFile> &stored,
                         bool isWhole = true);

/// The orders that carry out those steps whose kind was chosen.
struct SyncChoice
{
    bool adds = true;
    bool replaces = true;
    bool removes = false;
    std::optional<ChunkingStrategy> chunking;
    bool namesakes = false; ///< they are replaced
};
QList<AttachJob::Order> syncOrders(const QList<SyncStep> &steps, const SyncChoice &choice);

} // namespace odc
