// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingupload.h"

#include "base/background.h"
#include "transfers/transferqueue.h"

namespace odc {

using namespace Qt::StringLiterals;

TrainingUpload::TrainingUpload(TransferQueue &transfers, QObject *parent)
    : QObject(parent), m_transfers(transfers)
{
    connect(&transfers, &TransferQueue::changed, this, &TrainingUpload::follow);
    connect(&transfers, &TransferQueue::progressed, this, [this] {
        if (isRunning())
            Q_EMIT changed();
    });
    connect(&transfers, &TransferQueue::removed, this, [this](const QStringList &ids) {
        const bool waits = m_state == State::Unknown || (isRunning() && m_proving.isEmpty());
        if (waits && ids.contains(m_transferId))
            halt(State::Failed, ApiError::make(ApiError::Kind::Cancelled,
                                               tr("Its upload was stopped on the Transfers page.")));
    });
}

QString TrainingUpload::fileIdOf(const TrainingInputPtr &input) const
{
    // Checked for another method or model it is the same file all the same.
    return input && m_input && input->path == m_input->path && input->identity == m_input->identity
               ? m_fileId
               : QString();
}

QString TrainingUpload::fileIdOf(const QString &path) const
{
    return m_input && m_input->path == path ? m_fileId : QString();
}

void TrainingUpload::start(const TrainingInputPtr &input)
{
    if (!input || isRunning())
        return;
    const bool same = m_input && m_input->path == input->path && m_input->identity == input->identity;
    m_input = input;
    if (!same)
        m_transferId.clear();
    m_stopping = false;
    if (same && !m_fileId.isEmpty()) {
        halt(State::Done);
        return;
    }
    if (same && m_state == State::Unknown) { // only a word of the person's leads on
        halt(State::Unknown, ApiError(m_error));
        return;
    }
    m_error = {};
    m_state = State::Uploading;
    m_fileId.clear();
    Q_EMIT changed();
    // What is sent is what was checked.
    inBackground(
        this, [path = input->path] { return SourceIdentity::of(path); },
        [this, input, same](const Result<SourceIdentity> &identity) {
            if (m_input != input || m_state != State::Uploading)
                return;
            if (m_stopping) {
                halt(State::Stopped);
            } else if (!identity) {
                halt(State::Failed, identity.error());
            } else if (*identity != input->identity) {
                ApiError error =
                    ApiError::make(ApiError::Kind::LocalFile,
                                   tr("“%1” is not the file that was checked any more.").arg(input->path));
                error.code = u"file_changed"_s;
                halt(State::Failed, error);
            } else {
                send(same);
            }
        });
}

void TrainingUpload::send(bool again)
{
    if (again && m_transfers.contains(m_transferId)) {
        m_transfers.retry({m_transferId});
        m_transfers.resume({m_transferId});
    } else {
        m_transferId =
            m_transfers
                .addUploads(
                    {UploadOrder{m_input->path, m_input->name, m_input->check.bytes, u"fine-tune"_s, {}}})
                .value(0);
    }
    Q_EMIT changed();
    follow(m_transferId); // it may have ended at once
}

void TrainingUpload::clear()
{
    if (isRunning()) {
        const QString transfer = std::exchange(m_transferId, QString());
        m_transfers.cancel({transfer});
    }
    m_transferId.clear();
    m_proving.clear();
    m_input.reset();
    m_fileId.clear();
    m_state = State::Idle;
    m_stopping = false;
    Q_EMIT changed();
}

void TrainingUpload::stop()
{
    if (!isRunning() || m_stopping)
        return;
    m_stopping = true;
    Q_EMIT changed();
    if (!m_transferId.isEmpty())
        m_transfers.cancel({m_transferId});
}

void TrainingUpload::decide(bool isThere, const QString &fileId)
{
    if (m_state != State::Unknown)
        return;
    m_state = State::Uploading;
    m_transfers.decide(m_transferId, isThere, fileId);
    follow(m_transferId);
}

void TrainingUpload::lookAgain()
{
    m_looking = true;
    m_transfers.lookAgain(m_transferId);
}

qint64 TrainingUpload::bytesDone() const
{
    if (!m_fileId.isEmpty())
        return bytesTotal();
    return isRunning() ? std::min(bytesTotal(), m_transfers.bytesDone(m_transferId)) : 0;
}

void TrainingUpload::follow(const QString &transferId)
{
    if (transferId.isEmpty() || transferId != m_transferId ||
        (m_state != State::Uploading && m_state != State::Unknown))
        return;
    const TransferRecord record = m_transfers.record(transferId);
    switch (record.state) {
    case TransferRecord::State::Completed:
        // Between the check and its upload somebody may have written to it.
        if (record.identity != m_input->identity)
            refuse(record.fileId);
        else
            prove(record.fileId);
        return;
    case TransferRecord::State::Failed:
        halt(m_stopping ? State::Stopped : State::Failed, record.error);
        return;
    case TransferRecord::State::Cancelled:
        if (m_stopping)
            halt(State::Stopped);
        else
            halt(State::Failed, ApiError::make(ApiError::Kind::Cancelled,
                                               tr("Its upload was stopped on the Transfers page.")));
        return;
    case TransferRecord::State::Unknown:
        m_candidates = record.candidates;
        m_lookedUp = record.lookedUp;
        m_looking = false;
        m_error = record.error;
        if (m_state == State::Unknown)
            Q_EMIT changed();
        else
            halt(State::Unknown, record.error);
        return;
    default:
        m_state = State::Uploading; // decided elsewhere: on the Transfers page
        Q_EMIT changed();
        return;
    }
}

/// While it was sent, too: the identity that the transfer took is the one that the file had before.
void TrainingUpload::prove(const QString &fileId)
{
    if (m_proving == m_transferId)
        return;
    m_proving = m_transferId;
    inBackground(
        this, [path = m_input->path] { return SourceIdentity::of(path); },
        [this, fileId, transfer = m_transferId](const Result<SourceIdentity> &identity) {
            if (m_proving != transfer)
                return;
            m_proving.clear();
            if (identity && *identity != m_input->identity) {
                refuse(fileId);
                return;
            }
            m_fileId = fileId;
            halt(m_stopping ? State::Stopped : State::Done); // too late to be stopped, it is there
        });
}

void TrainingUpload::refuse(const QString &fileId)
{
    m_transferId.clear();
    ApiError error =
        ApiError::make(ApiError::Kind::LocalFile, tr("“%1” is not the file that was checked any more. It was "
                                                     "uploaded as %2, which no job uses.")
                                                      .arg(m_input->path, fileId));
    error.code = u"file_changed"_s;
    halt(State::Failed, error);
}

void TrainingUpload::halt(State state, const ApiError &error)
{
    m_state = state;
    m_error = error;
    m_stopping = false;
    Q_EMIT changed();
    Q_EMIT halted();
}

} // namespace odc
