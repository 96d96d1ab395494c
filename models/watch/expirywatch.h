// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "watch/watchevent.h"

#include <QHash>
#include <QSet>

namespace odc {

class ObjectIndex;

/// Which files and stores expire soon. Looks through all of the index only at rescan(); in between it is told
/// what changed.
class ExpiryWatch
{
public:
    explicit ExpiryWatch(const ObjectIndex &index) : m_index(index) {}

    void rescan(qint64 nowUnix, int days);
    void saw(const IndexedObject &object);
    void forget(ObjectKind kind, const QString &key);
    /// What was not told before in this run: each by itself when it is few, else one for all of a kind.
    QList<WatchEvent> news(qint64 nowUnix, int days);
    /// All that expires within so many days, put together in the same way.
    QList<WatchEvent> within(qint64 nowUnix, int days) const;

private:
    struct Soon
    {
        ObjectKind kind = ObjectKind::File;
        QString key;
        qint64 expiresAt = 0;
    };
    static QString keyOf(ObjectKind kind, const QString &key) { return QChar(u'0' + int(kind)) + key; }
    /// `soon`: the first of so many; all of them while they are few.
    QList<WatchEvent> events(ObjectKind kind, const QList<Soon> &soon, int count, qint64 nowUnix,
                             int days) const;

    const ObjectIndex &m_index;
    qint64 m_until = 0; ///< up to when it is known what expires
    QHash<QString, Soon> m_soon;
    QSet<QString> m_told;
};

} // namespace odc
