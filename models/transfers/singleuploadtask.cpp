// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleuploadtask.h"

#include "api/session.h"
#include "base/background.h"
#include "transfers/uploadcheck.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

SingleUploadTask::SingleUploadTask(const Context &context, const TransferRecord &record, QObject *parent)
    : TransferTask(context, record, parent)
{
}

void SingleUploadTask::begin()
{
    if (record().stage == TransferRecord::Stage::Sending) {
        m_mayBeMade = true;
        look([this](const Result<QList<FileObject>> &recent) {
            const QStringList found = recent ? candidatesOf(*recent) : QStringList();
            if (!recent && mayPass(recent.error())) {
                retry(recent.error(), [this] { begin(); });
            } else if (!recent || !found.isEmpty()) {
                edit().candidates = found;
                edit().lookedUp = recent.has_value();
                edit().error = ApiError::make(ApiError::Kind::OutcomeUnknown);
                end(TransferRecord::State::Unknown);
            } else {
                edit().stage = TransferRecord::Stage::Fresh;
                m_mayBeMade = false;
                begin();
            }
        });
        return;
    }
    inBackground(this, [path = record().path] { return SourceIdentity::of(path); }, [this](const Result<SourceIdentity> &identity) {
        if (isEnding())
            return;
        if (!identity) {
            fail(identity.error());
            return;
        }
        edit().identity = *identity;
        edit().size = identity->size;
        if (identity->size > singleUploadLimit) {
            fail(ApiError::make(ApiError::Kind::TooLarge, record().path));
            return;
        }
        send();
    });
}

void SingleUploadTask::send()
{
    edit().stage = TransferRecord::Stage::Sending;
    edit().uploadCreatedAt = now();
    m_bodyIsOut = false;
    m_sent = 0;
    Q_EMIT changed();
    save([this] {
        FileCreate file;
        file.path = record().path;
        file.filename = record().name;
        file.purpose = record().purpose;
        file.expiresAfterSeconds = record().expiresAfterSeconds;
        m_requested = true;
        m_call = session().files().create(file, this, [this](const Result<FileObject> &result) { sent(result); });
        if (CallState *state = m_call.state()) {
            connect(state, &CallState::uploadProgress, this, [this](qint64 sent, qint64 total) {
                // By the call's own measure: the file may have another size by now than when it was queued.
                m_bodyIsOut = total > 0 && sent >= total;
                m_sent = std::min(sent, record().size); // the multipart frame is not part of the file
                Q_EMIT progressed();
            });
            // It is repeated only after a sure "that was not done".
            connect(state, &CallState::waiting, this, [this] { m_bodyIsOut = false; });
        }
    });
}

void SingleUploadTask::sent(const Result<FileObject> &result)
{
    if (result) {
        edit().fileId = result->id;
        m_sent = record().size;
        Q_EMIT uploaded(*result);
        end(TransferRecord::State::Completed);
        return;
    }
    const ApiError &error = result.error();
    if (error.kind == ApiError::Kind::OutcomeUnknown) {
        m_bodyIsOut = true;
        leaveUnknown(error);
        return;
    }
    edit().stage = TransferRecord::Stage::Fresh; // surely not made
    m_requested = false;
    m_bodyIsOut = false;
    m_sent = 0;
    if (m_pauseWanted) {
        suspend();
        return;
    }
    retry(error, [this] { begin(); });
}

void SingleUploadTask::look(Recent done)
{
    const FileLike wanted{record().name, record().purpose, record().size};
    m_call = session().files().recentLike(wanted, record().uploadCreatedAt - lostReplySlack, this, std::move(done));
}

QStringList SingleUploadTask::candidatesOf(const QList<FileObject> &recent) const
{
    QStringList ids;
    for (const FileObject &file : recent) {
        if (!isTaken(file.id))
            ids << file.id;
    }
    return ids;
}

void SingleUploadTask::leaveUnknown(const ApiError &error)
{
    look([this, error](const Result<QList<FileObject>> &recent) {
        edit().candidates = recent ? candidatesOf(*recent) : QStringList();
        edit().lookedUp = recent.has_value();
        edit().error = error;
        end(TransferRecord::State::Unknown);
    });
}

void SingleUploadTask::suspend()
{
    // With the whole body out the answer is all that is missing, and stopping would lose just that.
    if (isEnding())
        return;
    if (m_bodyIsOut) {
        m_pauseWanted = true; // should the answer be that it was not made
        return;
    }
    dropRetries();
    m_call.cancel();
    // Its last bytes may be on their way although we have not heard so: the next go looks at the list first.
    if (!m_mayBeMade && !m_requested)
        edit().stage = TransferRecord::Stage::Fresh;
    m_sent = 0;
    QMetaObject::invokeMethod(this, &TransferTask::suspended, Qt::QueuedConnection);
}

void SingleUploadTask::cancel()
{
    if (isEnding())
        return;
    dropRetries();
    m_call.cancel();
    if (m_bodyIsOut || m_mayBeMade) {
        leaveUnknown(ApiError::make(ApiError::Kind::OutcomeUnknown));
        return;
    }
    if (!m_requested) // else a retry looks at the list first
        edit().stage = TransferRecord::Stage::Fresh;
    end(TransferRecord::State::Cancelled);
}

} // namespace odc
