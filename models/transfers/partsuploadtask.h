// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/uploadobject.h"
#include "base/call.h"
#include "transfers/transfertask.h"

#include <QHash>

#include <memory>

namespace odc {

class FileHasher;

/// An upload by the Uploads API.
///
///   Fresh -> [journal: Creating] -> POST /uploads -> [journal: Sending, upload id] -> parts, four at a time,
///   each one [journal: its id] -> whole MD5 known, file still the same -> [journal: Completing] ->
///   POST complete -> [journal: Completed, file id]
///
/// Going on after a crash: Creating begins again (what it may have made is no file); Sending sends the parts without an
/// id; Completing is repeated, since an upload is completed at most once, and when it is refused the list of files tells
/// whether it had worked before. An upload that the server forgot, or whose hour is over, begins afresh.
class PartsUploadTask final : public TransferTask
{
    Q_OBJECT
public:
    PartsUploadTask(const Context &context, const TransferRecord &record, QObject *parent);
    ~PartsUploadTask() override;

    qint64 bytesDone() const override;
    QList<PartState> parts() const override;
    QString warning() const override { return m_warning; }
    void suspend() override;
    void cancel() override;

protected:
    void begin() override;

private:
    struct Moving {
        Call call;
        qint64 sent = 0;
    };
    void takeIdentity(const Result<SourceIdentity> &identity, const QString &mimeType);
    void create();
    void created(const Result<UploadObject> &result);
    /// The upload is gone at the server: another one, from the first part on.
    void startOver(const ApiError &error);
    void sendParts();
    void pump();
    void sendPart(int index);
    void partEnded(int index, const Result<UploadPart> &result);
    void hash();
    void completeWhenReady();
    void complete();
    void completed(const Result<UploadObject> &result);
    /// Finds in the list what a completion made whose reply was lost.
    void lookForFile(const ApiError &error);
    void succeed(const FileObject &file);
    void cancelAtServer();
    void stopMoving();
    void watchExpiry();

    std::unique_ptr<FileHasher> m_hasher;
    QHash<int, Moving> m_moving; ///< by part
    int m_unsaved = 0;           ///< parts that arrived, and that the journal does not have yet
    Call m_call;                 ///< create, complete, cancel or the look for the file
    bool m_creating = false;     ///< the reply to a create is awaited
    bool m_held = false;         ///< no part begins before the next attempt
    bool m_checking = false;     ///< whether the file is still the same is looked at
    bool m_mayBeComplete = false; ///< a completion went out whose reply was lost
    bool m_cancelled = false;
    int m_startedOver = 0;
    qint64 m_rateFromMs = 0;
    qint64 m_rateFromBytes = 0;
    QString m_warning;
};

} // namespace odc
