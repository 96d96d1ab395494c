// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "transfers/partfile.h"
#include "transfers/sourceidentity.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// One transfer as the journal keeps it: all that a later run of the program needs to go on with it. A plain value; never
/// holds a key.
struct TransferRecord {
    enum class Direction { Upload, Download };
    enum class State {
        Queued,    ///< waits for its turn
        Running,
        Paused,    ///< by the person; goes on only at their word
        Retrying,  ///< waits before the next attempt; goes on by itself
        Completed,
        Failed,    ///< see error; what is done is kept for a retry
        Cancelled,
        Unknown    ///< sent, but the reply was lost: only a person can say (see candidates)
    };
    /// How far it got at the server. Written before the call that it names.
    enum class Stage {
        Fresh,      ///< nothing was asked of the server, or nothing that matters any more
        Creating,   ///< POST /uploads is out; what it may have made is no file, and ends by itself after an hour
        Sending,    ///< parts are sent; or, of a single request: POST /files is out
        Completing, ///< POST /uploads/{id}/complete is out
        Cancelling, ///< POST /uploads/{id}/cancel is out
    };

    QString id;      ///< ours
    qint64 position = 0; ///< in the queue, ascending
    Direction direction = Direction::Upload;
    State state = State::Queued;
    Stage stage = Stage::Fresh;
    QString name;    ///< upload: as it will be called at the server; download: what it is called there
    QString path;    ///< absolute: upload: what is sent; download: where it is to stand, in the end where it does
    qint64 size = 0; ///< bytes; of a download what the list said, 0 unknown
    QString fileId;  ///< of the File object: download: the source; upload: what came of it, empty before

    // Uploads
    QString purpose;
    QString mimeType;
    std::optional<qint64> expiresAfterSeconds;
    SourceIdentity identity; ///< of the file when its upload began
    bool inParts = false;    ///< by the Uploads API; else in one request
    QString uploadId;
    qint64 uploadCreatedAt = 0; ///< unix seconds by the server's clock; of a single request: by ours, when it was sent
    qint64 uploadExpiresAt = 0; ///< unix seconds, 0 none
    qint64 partSize = 0;
    QStringList partIds; ///< one entry a part, in file order; empty: not there yet
    QString md5;         ///< of the whole file, hexadecimal; empty: not known yet

    // Downloads
    QString partPath; ///< what came so far stands there; empty: nothing did
    quint64 partInode = 0; ///< of that file, once it was made by us; another one of that name is not ours to write
    qint64 safeBytes = 0;  ///< of it, surely on the disk
    std::optional<FileIdentity> mayReplace; ///< what stands at `path` and may be replaced, if it is still the same

    int attempts = 0; ///< 1 since the work on it began, and one more for each failure it went on after; pauses do not count
    qint64 addedAt = 0; ///< unix seconds
    qint64 endedAt = 0; ///< 0: not ended
    ApiError error;     ///< of Failed, Retrying and Unknown
    QString note;       ///< translated: "saved as ..."; shown beside the state
    QStringList candidates; ///< Unknown: ids of files that may be it
    bool lookedUp = false;  ///< Unknown: the list could be asked, so `candidates` is all there is

    bool isUpload() const { return direction == Direction::Upload; }
    /// Nothing more happens unless the person asks for it.
    bool hasEnded() const;
    /// Waits or works, and is not held by the person.
    bool isActive() const;
    int partCount() const { return int(partIds.size()); }
    /// Bytes of part `index`.
    qint64 partLength(int index) const;
    /// Bytes of the parts that are at the server.
    qint64 bytesInParts() const;
    /// An upload that waits at the server for its parts, as far as we know at `nowUnix`.
    bool isPendingAtServer(qint64 nowUnix) const;
    /// Forgets the upload at the server: the next attempt begins a new one.
    void startAfresh();

    QJsonObject toJson() const;
    /// BadResponse with a sentence when fields that it cannot do without are missing or nonsense.
    static Result<TransferRecord> fromJson(const QJsonObject &object);
};

} // namespace odc
