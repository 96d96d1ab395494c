// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/stores/chunkingstrategy.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace odc::server {

/** A file in a store of the sample data. */
struct SampleStoreFile
{
    QString filename;
    QByteArray content; ///< empty: it is one of the sample files, or of another sample store
    QJsonObject attributes;
};

/** One store of the sample data. */
struct SampleStore
{
    QString key;                 ///< what its id is made of
    std::optional<QString> name; ///< nothing = it has none
    QString description;         ///< empty = none
    QJsonObject metadata;
    qint64 ageSeconds = 0;
    qint64 idleSeconds = 0; ///< since its last activity
    std::optional<qint64> days;
    std::optional<ChunkingStrategy> chunking;
    QList<SampleStoreFile> files;

    QString id() const;
};

/** Six believable stores: in several languages, one with a file that failed, one that expires in two days,
 * one with files that are still being indexed, one without a name. The same every time; oldest first. */
QList<SampleStore> sampleStores();

} // namespace odc::server
