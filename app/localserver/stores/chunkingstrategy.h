// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace odc::server {

/** How the text of a file is cut. The values are those of "auto". */
struct ChunkingStrategy
{
    int maxChunkSizeTokens = 800;
    int chunkOverlapTokens = 400;

    /** As reads return it: always "static", with its numbers. */
    QJsonObject toJson() const;
    bool operator==(const ChunkingStrategy &) const = default;
};

/** The strategy a body asks for; null and undefined are "auto". Throws ApiFault 400. */
ChunkingStrategy checkedChunkingStrategy(const QJsonValue &value,
                                         const QString &param = QStringLiteral("chunking_strategy"));

/** The strategy out of what toJson() returned; "auto" for anything else. */
ChunkingStrategy storedChunkingStrategy(const QJsonObject &object);

} // namespace odc::server
