// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QMetaType>

namespace odc {

/// Something a person may want to be told of.
struct WatchEvent
{
    enum class Kind {
        Ended,    ///< well
        Failed,   ///< or ended in part only
        Stuck,    ///< see `text`
        Expiring, ///< soon, and what it holds goes with it
        Attention ///< something else that needs a person: an upload near its end of life
    };
    Kind kind = Kind::Ended;
    ObjectKind objectKind = ObjectKind::Batch;
    QString key; ///< of the object; of a transfer its id in the queue; empty: it speaks of many
    QString name;
    QString text; ///< one translated sentence: how it ended, why it is thought to be stuck
    qint64 atUnix = 0;
    /// It is about an upload of this computer, and not about an object of the server.
    bool isTransfer() const { return kind == Kind::Attention && objectKind == ObjectKind::File; }
    /// Its name, cut where it is too long, and what became of it.
    QString sentence() const;
    /// Where the object is shown: the page, and the object to choose there. A file of a store is shown with its store.
    QString pageId() const;
    QString objectId() const;
};

/// Something that runs at the server, as it was last seen.
struct RunningJob
{
    ObjectKind kind = ObjectKind::Batch;
    QString key;
    QString name;
    QString status;
    qint64 done = 0;
    qint64 failed = 0;
    qint64 total = 0;        ///< 0: not known
    qint64 secondsLeft = -1; ///< by how fast it went so far; -1: not known
    qint64 startedAt = 0;
    QString stuck;           ///< why it is thought to be stuck, translated; empty: it is not
    qint64 finishAt = 0;     ///< when the service expects it to end; 0: it does not say
    qint64 stillSeconds = 0; ///< for so long it was seen to make no step
    bool isPaused() const { return status == QLatin1StringView("paused"); }
};

} // namespace odc

Q_DECLARE_METATYPE(odc::WatchEvent)
