// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningitem.h"
#include "watch/survey.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>

namespace odc {

class ObjectIndex;

/// What is known of a project when it is to be cleaned up: values only, which other threads get without a
/// copy of 100,000 of them.
struct CleaningInput
{
    QList<IndexedObject> files;
    QList<IndexedObject> batches;
    QList<IndexedObject> jobs;
    QList<IndexedObject> stores;
    QList<IndexedObject> storeFiles;
    QList<IndexedObject> runs;
    /// What was read to its end just now, or is not there at all.
    Survey::Parts whole;
    QHash<QString, QByteArray> digests; ///< SHA-256 of contents, by file

    /// What this survey of everything has read to its end, and the index has kept; of one that was stopped
    /// nothing.
    static Survey::Parts wholeParts(const ObjectIndex &index, const Survey &survey, bool stopped);
    /// Everything of the index, as far as this survey has read it; of one that was stopped nothing is sure.
    static CleaningInput from(const ObjectIndex &index, const Survey &survey, bool stopped);
};

struct CleaningOptions
{
    int days = 30;       ///< orphans and outputs are at least so many old
    bool detach = false; ///< duplicates that are in stores go as well, and are taken out of these first; the
                         ///< one that stays is then the one that is used otherwise
};

/// What may go, worked out of what is known. Pure functions: any thread.
struct CleaningPlan
{
    QList<CleaningItem> items;                ///< by category
    QMap<CleaningCategory, QString> withheld; ///< categories that cannot be told, and why; translated
    int comparable = 0; ///< files that may have duplicates, and whose content is not known yet
    qint64 comparableBytes = 0;
    int incomparable = 0; ///< files that may have duplicates, and whose content the service does not hand out

    static CleaningPlan make(const CleaningInput &input, qint64 nowUnix, const CleaningOptions &options);
    /// Files whose contents are to be compared: of the same size and purpose, and handed out by the service.
    static QList<IndexedObject> candidates(const CleaningInput &input);

    int count(CleaningCategory category) const;
    qint64 bytes(CleaningCategory category) const;
};

} // namespace odc
