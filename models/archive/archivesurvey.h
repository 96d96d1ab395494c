// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/rawobject.h"
#include "archive/archiveplan.h"

#include <QHash>
#include <QObject>

namespace odc {

class Session;

/// Counts what an archive of a project would hold, before anything is copied: lists what must be listed for
/// that, and takes the word of runs for how many items they have. Destroying it stops it.
class ArchiveSurvey : public QObject
{
    Q_OBJECT
public:
    struct Count
    {
        qint64 count = 0;
        qint64 bytes = 0;    ///< of what lies behind them
        bool whole = false;  ///< nothing more will come
        QString unavailable; ///< why it cannot be counted, a sentence
    };

    ArchiveSurvey(Session &source, QObject *parent);
    ~ArchiveSurvey() override;

    void start();
    bool isRunning() const { return m_running > 0 || !m_units.isEmpty(); }
    Count count(const QString &list) const { return m_counts.value(list); }

Q_SIGNALS:
    void changed();

private:
    class Reader;
    void pump();
    void take(const ArchiveUnit &unit, const QList<RawObject> &objects);

    Session &m_source;
    QHash<QString, Count> m_counts;
    QList<ArchiveUnit> m_units;
    int m_running = 0;
};

} // namespace odc
