// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfers/transferrecord.h"

#include <QList>

namespace odc::test {

/// Puts transfers into the journal that a console in `home` reads when it opens the profile: as an earlier run left them.
bool seedTransfers(const QString &home, const QString &profileId, const QList<TransferRecord> &records);

/// An upload of the file at `path`, waiting. In parts of `partSize` when that is not 0, the first `done` of which are at the
/// server, as `uploadId`, which lives on.
TransferRecord uploadRecord(const QString &path, const QString &purpose, qint64 partSize = 0, int done = 0,
                            const QString &uploadId = QStringLiteral("upload_0123456789abcdef"));
TransferRecord downloadRecord(const QString &fileId, const QString &path, qint64 size);

} // namespace odc::test
