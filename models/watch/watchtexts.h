// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "watch/progresstracks.h"

#include <QString>

namespace odc::watchtexts {

/// What it is called where there is no room for more: its name, else its id.
QString nameOf(const IndexedObject &object);
/// How it ended, one translated sentence.
QString ended(const IndexedObject &object);
QString stuck(StuckReason reason, const IndexedObject &object, qint64 nowUnix);
QString stuckFile(qint64 minutes);
QString stuckFiles(int count);
QString failedFiles(const IndexedObject &store);
QString expires(qint64 expiresAt, qint64 nowUnix);
/// Of a kind that expires: files or stores.
QString manyExpire(ObjectKind kind, int count, int days);
QString uploadWaits(qint64 secondsLeft);
QString uploadIsShort(qint64 secondsLeft);

} // namespace odc::watchtexts
