// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "transfers/partfile.h"
#include "transfers/transfertask.h"

#include <memory>

namespace odc {

/// A download: into `name.part`, from where an earlier go ended if the server grants ranges, size-checked, flushed, renamed.
/// Files never change at the server, so that the rest of one fits what came before.
class DownloadTask final : public TransferTask
{
    Q_OBJECT
public:
    DownloadTask(const Context &context, const TransferRecord &record, QObject *parent);
    ~DownloadTask() override;

    qint64 bytesDone() const override;
    void suspend() override;
    void cancel() override;

protected:
    void begin() override;
    void aboutToEnd(TransferRecord::State state) override;

private:
    void fetch();
    void fetched(const Result<qint64> &result);
    void publish();
    /// An earlier run gave the file its name and died before it could note that: by its number it is known again.
    bool isPublished();
    /// Has what came so far put on the disk, from time to time, so that a power cut does not cost it.
    void secure();
    /// It begins at the first byte again: nothing of what was on the disk is.
    void forget();

    std::shared_ptr<PartFile> m_part;
    Call m_call;
    qint64 m_furthest = 0; ///< bytes that stood there at best
    bool m_securing = false;
    bool m_publishing = false;
};

} // namespace odc
