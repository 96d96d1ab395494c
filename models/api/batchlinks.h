// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace odc {

/// How batches belong together, said in their metadata, so that every console reads it from the server. Two
/// ways: a batch was sent for what another left without an answer; several were made of one file that was too
/// big for one.
struct BatchLinks
{
    static constexpr QLatin1StringView firstKey{"odc_first_batch"}; ///< id of the first batch of the chain
    static constexpr QLatin1StringView attemptKey{
        "odc_attempt"};                                       ///< "1", "2", ...; the first batch has neither
    static constexpr QLatin1StringView groupKey{"odc_group"}; ///< an id made for the group
    static constexpr QLatin1StringView partKey{"odc_group_part"}; ///< "1/3"

    QString firstBatch; ///< empty: nobody's rest
    int attempt = 0;    ///< from 1; 0: the first
    QString group;      ///< empty: of no group
    int part = 0;       ///< from 1
    int parts = 0;

    /// Whether a key of the metadata is one of these.
    static bool isLink(const QString &key)
    {
        return key == firstKey || key == attemptKey || key == groupKey || key == partKey;
    }
    bool isRest() const { return !firstBatch.isEmpty(); }
    /// The first batch of the chain that `id`, which has these links, belongs to.
    QString chainOf(const QString &id) const { return isRest() ? firstBatch : id; }
    /// Values that are not what this console writes read as no link.
    static BatchLinks fromMetadata(const QJsonObject &metadata);
    /// `metadata` with these links in place of those that it has.
    QJsonObject writtenInto(QJsonObject metadata) const;
    /// How many pairs of the metadata the links take.
    int pairs() const { return (isRest() ? 2 : 0) + (group.isEmpty() ? 0 : 2); }
    bool operator==(const BatchLinks &) const = default;
};

} // namespace odc
