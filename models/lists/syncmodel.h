// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/foldersync.h"

#include <QAbstractTableModel>
#include <QList>

namespace odc {

/// What a sync of a folder with a store would do, file by file.
class SyncModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, What, Size, Detail };

    explicit SyncModel(QObject *parent = nullptr);

    void setSteps(const QList<SyncStep> &steps);
    const QList<SyncStep> &steps() const { return m_steps; }
    int count(SyncStep::Kind kind) const { return m_counts[int(kind)]; }
    qint64 bytes(SyncStep::Kind kind) const { return m_bytes[int(kind)]; }
    /// Kinds that are not done are shown as such.
    void setDone(SyncStep::Kind kind, bool isDone);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr int kinds = 8;
    QString word(SyncStep::Kind kind) const;

    QList<SyncStep> m_steps;
    int m_counts[kinds] = {};
    qint64 m_bytes[kinds] = {};
    bool m_isDone[kinds] = {true, true, false, false, false, false, false, false};
};

} // namespace odc
