// SPDX-License-Identifier: GPL-3.0-or-later
#include "partsuploadtask.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "transfers/filehasher.h"
#include "transfers/partplan.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int partsAtOnce = 4;
constexpr int mostStartsOver = 2;
constexpr qint64 uploadLifeSeconds = 3600; ///< when the server does not say (WIRE §5)
/// An upload this close to its end is not gone on with: its completion would come too late.
constexpr qint64 lastSeconds = 20;
constexpr qint64 watchEveryMs = 5'000;
/// A rate measured for less says nothing.
constexpr qint64 measuredAfterMs = 10'000;
/// The server's clock may be a little behind ours.
constexpr qint64 clockSlack = 120;

/// The upload is not, or no more, one that takes parts: it expired, was cancelled, completed or never was.
bool saysGone(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::Invalid || error.kind == ApiError::Kind::Conflict;
}

} // namespace

PartsUploadTask::PartsUploadTask(const Context &context, const TransferRecord &record, QObject *parent)
    : TransferTask(context, record, parent)
{
}

PartsUploadTask::~PartsUploadTask() = default;

qint64 PartsUploadTask::bytesDone() const
{
    qint64 bytes = record().bytesInParts();
    for (auto it = m_moving.cbegin(); it != m_moving.cend(); ++it)
        bytes += std::min(it->sent, record().partLength(it.key())); // the multipart frame is not part of the file
    return bytes;
}

QList<PartState> PartsUploadTask::parts() const
{
    QList<PartState> states;
    states.reserve(record().partCount());
    for (int i = 0; i < record().partCount(); ++i) {
        states << (!record().partIds.at(i).isEmpty() ? PartState::Done
                   : m_moving.contains(i)            ? PartState::Moving
                                                     : PartState::Waiting);
    }
    return states;
}

void PartsUploadTask::begin()
{
    if (record().stage == TransferRecord::Stage::Cancelling) {
        m_cancelled = true;
        cancelAtServer();
        return;
    }
    if (record().stage == TransferRecord::Stage::Completing) {
        m_mayBeComplete = true; // whatever became of the file on disk: the server has all of it
        complete();
        return;
    }
    struct Looked {
        Result<SourceIdentity> identity;
        QString mimeType;
    };
    const QString path = record().path;
    inBackground(
        this, [path, known = record().mimeType] { return Looked{SourceIdentity::of(path), known.isEmpty() ? mimeTypeOf(path) : known}; },
        [this](const Looked &looked) { takeIdentity(looked.identity, looked.mimeType); });
}

void PartsUploadTask::takeIdentity(const Result<SourceIdentity> &identity, const QString &mimeType)
{
    if (isEnding() || m_cancelled)
        return;
    TransferRecord &mine = edit();
    if (!identity) {
        fail(identity.error());
        return;
    }
    if (!mine.uploadId.isEmpty() && !mine.identity.isTaken()) {
        // The person wants the file as it is now: what waits at the server of the old one would wait for its hour.
        session().uploads().cancel(mine.uploadId, this, [](const Result<UploadObject> &) { });
        mine.startAfresh();
    }
    const bool begun = !mine.uploadId.isEmpty();
    if (begun && mine.identity != *identity) {
        ApiError error = ApiError::make(
            ApiError::Kind::LocalFile,
            tr("“%1” was changed since its upload began. What is at the server is of the old file; a retry uploads the new "
               "one from its start.")
                .arg(mine.path));
        error.code = u"file_changed"_s;
        fail(error);
        return;
    }
    mine.identity = *identity;
    mine.mimeType = mimeType;
    mine.size = identity->size;
    if (mine.size == 0 || mine.size > largestUpload) {
        fail(ApiError::make(mine.size == 0 ? ApiError::Kind::LocalFile : ApiError::Kind::TooLarge,
                            mine.size == 0 ? tr("“%1” is empty.").arg(mine.path)
                                           : tr("“%1” is larger than the 8 GB that an upload takes.").arg(mine.path)));
        return;
    }
    if (begun && (mine.uploadExpiresAt == 0 || now() < mine.uploadExpiresAt - lastSeconds)) {
        mine.stage = TransferRecord::Stage::Sending;
        sendParts();
    } else {
        create();
    }
}

void PartsUploadTask::create()
{
    TransferRecord &mine = edit();
    const SourceIdentity identity = mine.identity;
    mine.startAfresh();
    mine.identity = identity;
    mine.stage = TransferRecord::Stage::Creating;
    Q_EMIT changed();
    save([this] {
        UploadCreate upload;
        upload.filename = record().name;
        upload.purpose = record().purpose;
        upload.bytes = record().size;
        upload.mimeType = record().mimeType;
        upload.expiresAfterSeconds = record().expiresAfterSeconds;
        m_creating = true;
        m_call = session().uploads().create(upload, this, [this](const Result<UploadObject> &result) { created(result); });
    });
}

void PartsUploadTask::created(const Result<UploadObject> &result)
{
    m_creating = false;
    if (!result) {
        if (m_cancelled)
            end(TransferRecord::State::Cancelled);
        else
            retry(result.error(), [this] { create(); });
        return;
    }
    TransferRecord &mine = edit();
    mine.uploadId = result->id;
    mine.uploadCreatedAt = result->createdAt.value_or(now());
    // By our own clock, whatever the server's says.
    const qint64 life = result->createdAt && result->expiresAt ? *result->expiresAt - *result->createdAt : uploadLifeSeconds;
    mine.uploadExpiresAt = now() + std::max<qint64>(life, 0);
    mine.partSize = partSizeFor(mine.size);
    mine.partIds = QStringList(partCountFor(mine.size, mine.partSize), QString());
    mine.stage = TransferRecord::Stage::Sending;
    if (m_cancelled) {
        cancel();
        return;
    }
    save([this] { sendParts(); });
}

void PartsUploadTask::startOver(const ApiError &error)
{
    dropRetries();
    stopMoving();
    m_mayBeComplete = false;
    if (++m_startedOver > mostStartsOver) {
        const SourceIdentity identity = record().identity;
        edit().startAfresh(); // a retry by the person must not go on with it
        edit().identity = identity;
        fail(error);
        return;
    }
    create();
}

void PartsUploadTask::sendParts()
{
    madeProgress();
    m_held = false;
    m_rateFromMs = session().clock().monotonicMs();
    m_rateFromBytes = bytesDone();
    Q_EMIT changed();
    hash();
    pump();
    watchExpiry();
}

void PartsUploadTask::hash()
{
    if (!record().md5.isEmpty() || m_hasher)
        return;
    m_hasher = std::make_unique<FileHasher>(record().path, [this](const Result<QString> &md5) {
        if (isEnding() || m_cancelled)
            return;
        if (!md5) {
            stopMoving();
            fail(md5.error());
            return;
        }
        edit().md5 = *md5;
        completeWhenReady();
    });
}

void PartsUploadTask::pump()
{
    if (m_held || m_cancelled || isEnding())
        return;
    for (int i = 0; i < record().partCount() && m_moving.size() + m_unsaved < partsAtOnce; ++i) {
        if (record().partIds.at(i).isEmpty() && !m_moving.contains(i))
            sendPart(i);
    }
    completeWhenReady();
}

void PartsUploadTask::sendPart(int index)
{
    PartSource part;
    part.path = record().path;
    part.offset = index * record().partSize;
    part.length = record().partLength(index);
    const Call call = session().uploads().addPart(record().uploadId, part, this,
                                                  [this, index](const Result<UploadPart> &result) { partEnded(index, result); });
    m_moving.insert(index, {call, 0});
    if (CallState *state = call.state()) {
        connect(state, &CallState::uploadProgress, this, [this, index](qint64 sent, qint64) {
            if (const auto moving = m_moving.find(index); moving != m_moving.end())
                moving->sent = sent;
            Q_EMIT progressed();
        });
    }
    Q_EMIT changed();
}

void PartsUploadTask::partEnded(int index, const Result<UploadPart> &result)
{
    m_moving.remove(index);
    if (isEnding() || m_cancelled)
        return;
    if (result) {
        edit().partIds[index] = result->id;
        madeProgress();
        Q_EMIT changed();
        // Until the journal has it, it counts as one of those in flight: no more than those are ever sent again.
        ++m_unsaved;
        save([this, of = record().uploadId] {
            if (of != record().uploadId)
                return;
            --m_unsaved;
            pump();
        });
        return;
    }
    const ApiError &error = result.error();
    if (saysGone(error)) {
        startOver(error);
    } else if (!mayPass(error)) {
        stopMoving();
        fail(error);
    } else if (!m_held) {
        // One failure of the line breaks all parts at once: it counts once.
        m_held = true;
        retry(error, [this] {
            m_held = false;
            pump();
        });
    }
    Q_EMIT changed();
}

void PartsUploadTask::completeWhenReady()
{
    if (m_checking || m_cancelled || isEnding() || record().stage != TransferRecord::Stage::Sending || record().md5.isEmpty()
        || record().partIds.isEmpty() || record().partIds.contains(QString()))
        return;
    // The parts went out over minutes: they are one file only if nothing wrote to it meanwhile.
    m_checking = true;
    inBackground(this, [path = record().path] { return SourceIdentity::of(path); }, [this, of = record().uploadId](const Result<SourceIdentity> &identity) {
        m_checking = false;
        if (of != record().uploadId) { // begun anew meanwhile
            completeWhenReady();
            return;
        }
        if (isEnding() || m_cancelled || record().stage != TransferRecord::Stage::Sending)
            return;
        if (!identity || *identity != record().identity) {
            takeIdentity(identity, record().mimeType); // says so
            return;
        }
        edit().stage = TransferRecord::Stage::Completing;
        Q_EMIT changed();
        save([this] { complete(); });
    });
}

void PartsUploadTask::complete()
{
    m_warning.clear();
    Q_EMIT changed();
    m_call = session().uploads().complete(record().uploadId, record().partIds, record().md5, this,
                                          [this](const Result<UploadObject> &result) { completed(result); });
}

void PartsUploadTask::completed(const Result<UploadObject> &result)
{
    if (result && result->file) {
        succeed(*result->file);
        return;
    }
    const ApiError error = result ? ApiError::make(ApiError::Kind::BadResponse, tr("The server does not say what became of the upload."))
                                  : result.error();
    if (result) {
        lookForFile(error);
    } else if (mayPass(error)) {
        m_mayBeComplete = m_mayBeComplete || error.kind != ApiError::Kind::RateLimited;
        retry(error, [this] { complete(); });
    } else if (saysGone(error) && m_mayBeComplete) {
        lookForFile(error);
    } else if (saysGone(error) && record().uploadExpiresAt > 0 && now() >= record().uploadExpiresAt - lastSeconds) {
        startOver(error);
    } else {
        // Refused as it is, with a checksum that does not fit, say: only another upload can be better.
        if (saysGone(error))
            edit().startAfresh();
        fail(error);
    }
}

void PartsUploadTask::lookForFile(const ApiError &error)
{
    const FileLike wanted{record().name, record().purpose, record().size};
    m_call = session().files().recentLike(wanted, record().uploadCreatedAt - clockSlack, this,
                                          [this, error](const Result<QList<FileObject>> &recent) {
        if (!recent) {
            retry(recent.error(), [this, error] { lookForFile(error); });
            return;
        }
        QList<FileObject> found;
        for (const FileObject &file : *recent) {
            if (!isTaken(file.id))
                found << file;
        }
        if (found.size() == 1) {
            if (m_cancelled)
                edit().note = tr("it was complete before it could be cancelled");
            succeed(found.first());
        } else if (found.isEmpty()) {
            edit().startAfresh();
            if (m_cancelled)
                end(TransferRecord::State::Cancelled);
            else
                fail(error);
        } else {
            for (const FileObject &file : found)
                edit().candidates << file.id;
            edit().lookedUp = true;
            edit().error = ApiError::make(ApiError::Kind::OutcomeUnknown);
            end(TransferRecord::State::Unknown);
        }
    });
}

void PartsUploadTask::succeed(const FileObject &file)
{
    edit().fileId = file.id;
    Q_EMIT uploaded(file);
    end(TransferRecord::State::Completed);
}

void PartsUploadTask::stopMoving()
{
    m_hasher.reset();
    const QHash<int, Moving> moving = std::exchange(m_moving, {});
    for (Moving part : moving)
        part.call.cancel();
    m_unsaved = 0;
    m_held = false;
}

void PartsUploadTask::suspend()
{
    if (isEnding())
        return;
    dropRetries();
    stopMoving();
    m_call.cancel();
    QMetaObject::invokeMethod(this, &TransferTask::suspended, Qt::QueuedConnection);
}

void PartsUploadTask::cancel()
{
    if (isEnding() || (m_cancelled && m_creating))
        return;
    m_cancelled = true;
    dropRetries();
    stopMoving();
    if (m_creating)
        return; // its reply says which upload is to be cancelled
    m_call.cancel();
    if (record().uploadId.isEmpty()) {
        end(TransferRecord::State::Cancelled);
        return;
    }
    m_mayBeComplete = record().stage == TransferRecord::Stage::Completing;
    edit().stage = TransferRecord::Stage::Cancelling;
    Q_EMIT changed();
    save([this] { cancelAtServer(); });
}

void PartsUploadTask::cancelAtServer()
{
    m_call = session().uploads().cancel(record().uploadId, this, [this](const Result<UploadObject> &result) {
        if (result) {
            end(TransferRecord::State::Cancelled);
            return;
        }
        const ApiError &error = result.error();
        if (saysGone(error)) {
            // Not to be cancelled any more: the hour is over, or a completion was faster.
            if (m_mayBeComplete || !record().partIds.contains(QString()))
                lookForFile(error);
            else
                end(TransferRecord::State::Cancelled);
        } else if (mayPass(error) && error.kind != ApiError::Kind::HostNotFound && error.kind != ApiError::Kind::Refused
                   && m_startedOver++ < 3) {
            retry(error, [this] { cancelAtServer(); });
        } else {
            edit().note = tr("the server could not be told; it drops the parts by itself at %1")
                              .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(record().uploadExpiresAt).time(), QLocale::ShortFormat));
            end(TransferRecord::State::Cancelled);
        }
    });
}

void PartsUploadTask::watchExpiry()
{
    if (isEnding() || m_cancelled || record().stage != TransferRecord::Stage::Sending || record().uploadExpiresAt == 0)
        return;
    const qint64 left = record().uploadExpiresAt - now();
    if (left <= 0) {
        ApiError error = ApiError::make(ApiError::Kind::Timeout,
                                        tr("An upload lasts an hour at the server, and this line needs longer for %1.")
                                            .arg(format::size(record().size)));
        startOver(error);
        return;
    }
    const qint64 spentMs = session().clock().monotonicMs() - m_rateFromMs;
    const qint64 moved = bytesDone() - m_rateFromBytes;
    QString warning;
    if (spentMs >= measuredAfterMs) {
        const double rate = double(moved) * 1000 / double(spentMs);
        const double needed = rate > 0 ? double(record().size - bytesDone()) / rate : double(uploadLifeSeconds);
        if (needed > double(left)) {
            warning = tr("At this rate it is not done when its hour at the server ends (%1), and has to begin again. Fewer "
                         "transfers at once, or a faster line, would help.")
                          .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(record().uploadExpiresAt).time(), QLocale::ShortFormat));
        }
    }
    if (warning != m_warning) {
        m_warning = warning;
        Q_EMIT changed();
    }
    session().clock().callLater(watchEveryMs, this, [this, of = record().uploadId] {
        if (of == record().uploadId)
            watchExpiry();
    });
}

} // namespace odc
