// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/storefile.h"
#include "base/call.h"
#include "base/jsonstore.h"

#include <QJsonArray>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace odc {

class Session;

/// The file batches of a profile that were made here and have not ended, as far as known: kept on the disk,
/// so that a later run shows them and what became of them. Ids only. GUI thread.
class OpenBatches final : public QObject
{
    Q_OBJECT
public:
    /// `settingsFolder` is where the settings lie; empty: nothing is kept.
    OpenBatches(Session &session, const QString &settingsFolder, const QString &profileId,
                QObject *parent = nullptr);

    QStringList of(const QString &storeId) const;
    /// One that was made now, and is watched by whoever made it.
    void add(const QString &storeId, const QString &batchId);
    /// It has ended.
    void remove(const QString &batchId);
    /// Nobody else watches it any more; asked about in a while, until it has ended.
    void watch(const QString &batchId);
    /// The same for all that an earlier run left.
    void watchAll();

    static constexpr qint64 pollMs = 15'000;

Q_SIGNALS:
    void changed(const QString &storeId);
    /// One that was watched here has ended.
    void ended(const odc::StoreFileBatch &batch);

private:
    struct Entry
    {
        QString storeId;
        QString batchId;
        qint64 madeAt = 0; ///< unix seconds
    };

    static QList<Entry> entriesIn(const QJsonArray &list, qint64 oldest);
    /// Changes the list on the disk, to which another console of the same profile may have added its own.
    void save(const std::function<void(QList<Entry> &list)> &change);
    void pollLater(qint64 delayMs);
    void poll(QList<Entry> entries);

    Session &m_session;
    QString m_path;
    const QString m_profileId;
    QList<Entry> m_entries;
    QSet<QString> m_watched;
    bool m_isPolling = false; ///< or about to
    Call m_call;
};

} // namespace odc
