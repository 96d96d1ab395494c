// SPDX-License-Identifier: GPL-3.0-or-later
#include "filenews.h"

#include "transfers/transferqueue.h"

namespace odc {

FileNews &FileNews::of(TransferQueue &transfers)
{
    auto *news = transfers.findChild<FileNews *>(QString(), Qt::FindDirectChildrenOnly);
    return news ? *news : *new FileNews(&transfers);
}

void FileNews::tellDeleted(const QSet<QString> &fileIds)
{
    if (!fileIds.isEmpty())
        Q_EMIT deleted(fileIds);
}

} // namespace odc
