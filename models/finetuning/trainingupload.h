// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/traininginput.h"

#include <QObject>
#include <QStringList>

namespace odc {

class TransferQueue;

/// Uploads one checked file through the transfer queue, so that a job can name it. When the answer is lost
/// only a person can say what became of it. What is uploaded is not what was checked when the file was
/// written to since: then it fails. GUI thread.
class TrainingUpload : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Uploading,
        Unknown, ///< it was sent, and may be there: see candidates
        Done,
        Stopped,
        Failed
    };

    explicit TrainingUpload(TransferQueue &transfers, QObject *parent = nullptr);

    /// Uploads it, or goes on with what was begun for the same file. Nothing happens when it is there
    /// already.
    void start(const TrainingInputPtr &input);
    /// Another file is chosen; an upload under way is cancelled.
    void clear();
    void stop();
    /// The person's word on an Unknown one.
    void decide(bool isThere, const QString &fileId = {});
    void lookAgain();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Uploading; }
    /// Of that file: its id at the service; empty while it is not there, and of any other file.
    QString fileIdOf(const TrainingInputPtr &input) const;
    /// The same while it is being checked anew.
    QString fileIdOf(const QString &path) const;
    QString name() const { return m_input ? m_input->name : QString(); }
    qint64 bytesDone() const;
    qint64 bytesTotal() const { return m_input ? m_input->check.bytes : 0; }
    const ApiError &error() const { return m_error; }
    // Of Unknown.
    const QStringList &candidates() const { return m_candidates; }
    bool isLookedUp() const { return m_lookedUp; }
    bool isLooking() const { return m_looking; }

Q_SIGNALS:
    void changed();
    /// Unknown, Done, Stopped or Failed.
    void halted();

private:
    void send(bool again);
    void follow(const QString &transferId);
    void prove(const QString &fileId);
    void refuse(const QString &fileId);
    void halt(State state, const ApiError &error = {});

    TransferQueue &m_transfers;
    TrainingInputPtr m_input; ///< what is uploaded
    QString m_transferId;
    QString m_proving; ///< the transfer that is there, while it is looked whether the file is the same still
    QString m_fileId;
    State m_state = State::Idle;
    ApiError m_error;
    QStringList m_candidates;
    bool m_lookedUp = false;
    bool m_looking = false;
    bool m_stopping = false;
};

} // namespace odc
