// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// Why something may go. The order is that in which they are offered; what fits several is offered by the
/// first.
enum class CleaningCategory {
    ExpiredFiles,   ///< past their end of life, and still listed
    ExpiredStores,  ///< the service does not search them any more
    FailedInStores, ///< entries of stores whose indexing failed or was cancelled, or whose file is gone
    Duplicates,     ///< the same content as a file that stays
    FinishedInputs, ///< of batches whose requests were all answered
    UnansweredInputs, ///< of batches that have ended, and left requests without an answer
    OldOutputs,     ///< of batches that have ended long ago
    Orphans         ///< old, and used by nothing
};

/// All of them, in order.
QList<CleaningCategory> cleaningCategories();
/// Translated: "Files used by nothing".
QString cleaningTitle(CleaningCategory category);
/// One thing of the category, in a word or two, translated.
QString cleaningWord(CleaningCategory category);
/// The word in settings, filters and exports: "orphans".
QString cleaningName(CleaningCategory category);

/// One thing that may go, and why.
struct CleaningItem
{
    enum class Action { DeleteFile, DeleteStore, DetachFile };

    CleaningCategory category = CleaningCategory::Orphans;
    Action action = Action::DeleteFile;
    QString id;      ///< of the file or the store
    QString storeId; ///< DetachFile: the store it is taken out of
    QString title;
    QString reason; ///< one translated sentence
    qint64 bytes = 0;
    qint64 createdAt = 0;
    /// Who named the file when this was decided: whoever does besides, later, keeps it.
    QList<FileUse> uses;
    /// Stores that it is taken out of before it is deleted.
    QStringList detachFrom;
    QString twinId; ///< Duplicates: the file of the same content that stays
    /// Who names the file, for people, translated; not kept.
    QString usedBy;
    /// Of the store it is taken out of, for people; not kept.
    QString storeTitle;

    /// Unique in a plan.
    QString key() const { return storeId.isEmpty() ? id : storeId + u'/' + id; }
    /// One line, without its end.
    QByteArray toJson() const;
    static std::optional<CleaningItem> fromJson(const QJsonObject &object);
    friend bool operator==(const CleaningItem &, const CleaningItem &) = default;
};

} // namespace odc
