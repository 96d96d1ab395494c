// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace odc {

/// The kinds of objects that are remembered. The numbers are stored: they never change.
enum class ObjectKind : quint8 {
    File = 1,
    Batch = 2,
    Store = 3,
    StoreFile = 4, ///< a file in a vector store; has the id of the file
    Eval = 5,
    EvalRun = 6,
    Job = 7, ///< of fine-tuning
    Checkpoint = 8,
    Model = 9
};

/// What a file is to an object that names it. The numbers are stored: they never change.
enum class FileRole : quint8 {
    BatchInput = 1,
    BatchOutput = 2,
    BatchErrors = 3,
    Training = 4,
    Validation = 5,
    Results = 6,
    InStore = 7,
    EvalSource = 8 ///< the items of an eval run are read from it
};

/// An object names a file.
struct FileRef
{
    FileRole role = FileRole::InStore;
    QString fileId;
    friend bool operator==(const FileRef &, const FileRef &) = default;
};

/// What is kept in memory of any object that was seen: enough to find it, to say how it stands, and what files it
/// uses. Every field but kind, id and seenAt may be empty. Times are unix seconds, 0: none.
struct IndexedObject
{
    ObjectKind kind = ObjectKind::File;
    QString id;
    QString parentId; ///< of a store file its store, of a run its eval, of a checkpoint its job
    /// File name, name of a store, eval or run; of a job its metadata's name, suffix or model, of a batch its metadata's
    /// name, of a checkpoint its model. A file in a store has none of its own: see the file.
    QString name;
    QString status;   ///< the wire's word
    QString detail;   ///< purpose of a file, endpoint of a batch, model of a job, run or checkpoint
    QString reason;   ///< why it failed, in the server's words, one line
    QString metadata; ///< "team=cx tag=q4"
    qint64 createdAt = 0;
    qint64 endedAt = 0;   ///< where the service does not say: when it was seen to end
    qint64 expiresAt = 0; ///< of a batch under way its deadline, of a model the day of its shutdown
    qint64 bytes = 0; ///< of a file; usage_bytes of stores and their files
    qint64 total = 0; ///< requests of a batch, files of a store, items of a run; 0: not known
    qint64 done = 0;  ///< without those that failed; of a run what was graded, whatever the grade
    qint64 failed = 0;
    qint64 finishAt = 0; ///< when the service expects a job to end
    QList<FileRef> refs;
    qint64 seenAt = 0;       ///< when an answer last had it
    qint64 progressedAt = 0; ///< when status or counts were first seen as they are now

    /// Unique among objects of its kind: the id, but "store/file" for files in stores.
    QString key() const;
    /// It is in a state that ends it; files and evals always are, stores unless they index.
    bool isFinished() const;
    /// It ended badly: failed, expired, or cancelled by the service; a batch also when all of its requests failed.
    bool hasFailed() const;
};

/// Key of the file `fileId` in the store `storeId`.
QString storeFileKey(const QString &storeId, const QString &fileId);

/// An object that names a file, and as what.
struct FileUse
{
    ObjectKind kind = ObjectKind::Batch;
    QString key; ///< of the object: see IndexedObject::key()
    FileRole role = FileRole::BatchInput;
    friend bool operator==(const FileUse &, const FileUse &) = default;
};

/// Something that was seen to be otherwise than before.
struct IndexChange
{
    enum class What { Added, Changed, Gone };
    What what = What::Added;
    IndexedObject before; ///< of what changed or is gone
    IndexedObject now;    ///< of what was added or changed
    const IndexedObject &object() const { return what == What::Gone ? before : now; }
};

/// One line of what happened, as it is kept: an object came, went, or has another status.
struct HistoryEntry
{
    qint64 atUnix = 0; ///< when it was seen, not when it happened
    ObjectKind kind = ObjectKind::File;
    QString key;
    QString name;
    IndexChange::What what = IndexChange::What::Added;
    QString from; ///< status before; empty for what was added
    QString to;   ///< status now; empty for what is gone
    QString reason;
    bool failed = false; ///< it ended badly
};

} // namespace odc

Q_DECLARE_TYPEINFO(odc::IndexChange, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(odc::IndexChange)
