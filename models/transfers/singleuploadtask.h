// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "transfers/transfertask.h"

namespace odc {

/// An upload in one request, which goes out exactly once.
///
///   Fresh -> [journal: Sending] -> POST /files -> [journal: Completed, file id]
///
/// A request that was out when the program died, or whose reply was lost, may have made the file: the list is asked, and
/// when something there may be it, the person. Found nothing after a restart, it is sent again.
class SingleUploadTask final : public TransferTask
{
    Q_OBJECT
public:
    SingleUploadTask(const Context &context, const TransferRecord &record, QObject *parent);

    qint64 bytesDone() const override { return m_sent; }
    void suspend() override;
    void cancel() override;

protected:
    void begin() override;

private:
    using Recent = std::function<void(const Result<QList<FileObject>> &)>;
    void send();
    void sent(const Result<FileObject> &result);
    void look(Recent done);
    /// Of the list's files those that this upload may have made.
    QStringList candidatesOf(const QList<FileObject> &recent) const;
    void leaveUnknown(const ApiError &error);

    Call m_call;
    qint64 m_sent = 0;
    bool m_requested = false; ///< a request went out of which no answer says that nothing came of it
    bool m_bodyIsOut = false; ///< sent whole, the answer is not here: it may be made
    bool m_mayBeMade = false; ///< by an earlier go, whose answer was lost; the list is to be asked
    bool m_pauseWanted = false; ///< came when the body was out
};

} // namespace odc
