// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overview/overviewfigures.h"

#include <QObject>

class QTimer;

namespace odc {

class OverviewTally;

/// Keeps the figures of a profile in a small file beside its index, so that the next start shows them before
/// anything else is read: now and then while they change, and at the end. GUI thread.
class OverviewKeep final : public QObject
{
    Q_OBJECT
public:
    /// Hands what is kept to the tally. `indexFile`: see ProfileConnector::indexFile(); empty: nothing is
    /// kept, ever. `kept`: see setKept().
    OverviewKeep(const QString &indexFile, bool kept, OverviewTally &tally, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~OverviewKeep() override;

    /// False: nothing is kept any more, and what was is removed.
    void setKept(bool kept);

    static QString fileOf(const QString &indexFile);
    /// An empty one when there is none that can be read.
    static OverviewFigures read(const QString &indexFile);
    /// Any thread.
    static void removeFile(const QString &indexFile);

private:
    bool isNew() const;
    /// Beside the time at which it was counted.
    bool saysMore() const;
    void writeLater();

    QString m_path; ///< empty: nothing is kept
    QString m_indexFile;
    OverviewTally &m_tally;
    QTimer *m_timer;
    QJsonObject m_written;
    bool m_writing = false;
};

} // namespace odc
