// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QList>
#include <QSet>
#include <QString>

namespace odc {

class ObjectIndex;

/// An object that names a file, as it is shown.
struct UseRow
{
    ObjectKind kind = ObjectKind::Batch;
    QString key;   ///< of the object
    QString title; ///< its name, or its id
    QString id;    ///< of what is gone to: of a file in a store the store
    FileRole role = FileRole::BatchInput;
    QString status;       ///< the wire's word
    bool finished = true; ///< nothing of it still runs
    friend bool operator==(const UseRow &, const UseRow &) = default;

    /// It runs, and reads the file: without it it fails.
    bool needsFile() const;
};

/// How far it is known who uses files.
struct UsesKnown
{
    bool batches = false; ///< the whole list was read at some time; an area that is not there counts as read
    bool jobs = false;
    bool stores = false; ///< the list
    bool evals = false;
    int storesRead = 0; ///< whose files are known
    int storesTotal = 0;
    int evalsRead = 0; ///< whose runs are known
    int evalsTotal = 0;
    qint64 oldest = 0; ///< unix seconds of the reading that is longest ago; 0: none

    bool isWhole() const;
    /// Nothing that may use files was ever read: who uses one cannot be said at all.
    bool isBlank() const { return oldest == 0; }
    /// Whole, and read lately: only then may anybody say that nothing uses a file.
    bool isSure(qint64 nowUnix) const;
    /// One translated sentence: "Batches, jobs and 62 of 64 stores read 3 min ago".
    QString sentence(qint64 nowUnix) const;
};

namespace fileuses {

/// Who names this file: what needs it first, then by kind and title.
QList<UseRow> of(const ObjectIndex &index, const QString &fileId);
/// `missing`: areas that this account or server does not have.
UsesKnown known(const ObjectIndex &index, const QList<ObjectKind> &missing);
/// What the file is to it, translated: "Input of", "Training file of".
QString roleText(FileRole role);
/// "batch", "store", translated.
QString kindText(ObjectKind kind);

/// Files as a question about their deletion needs to know them, translated.
struct Consequence
{
    QString needed; ///< what would fail: "Still needed by 2 running: ..."; empty: nothing
    QString used;   ///< where else they are: "In 3 stores and 1 batch"; empty: nowhere
    int users = 0;  ///< different objects
};
Consequence ofDeleting(const ObjectIndex &index, const QSet<QString> &fileIds);
/// What else happens when stores go: how many of their files are in no other use, as far as that is known.
/// Empty: their files are not known.
QString ofDeletingStores(const ObjectIndex &index, const QSet<QString> &storeIds);

} // namespace fileuses

} // namespace odc
