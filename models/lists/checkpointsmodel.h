// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningevent.h"
#include "lists/rowmodel.h"

#include <optional>

namespace odc {

/// The checkpoints of a job with a column for each metric that any of them has. The best by a metric is
/// marked: the lowest loss, the highest accuracy or reward, of equal ones the earliest. Which way a metric is
/// better shows in its name; of one that does not say, and where there is nothing to compare, nothing is
/// marked.
class CheckpointsModel final : public RowModel<FineTuningCheckpoint>
{
    Q_OBJECT
public:
    /// The first columns; behind them the metrics, then createdColumn() and idColumn().
    enum Column { Step, Model, FirstMetric };
    /// bool: it is the best by this metric. Invalid: the column is none.
    enum Role { BestRole = Qt::UserRole + 200 };
    enum class Better { Unknown, Lower, Higher };

    explicit CheckpointsModel(QObject *parent = nullptr);

    /// All checkpoints of a job, `finalModel` being what the whole job came to, if there is something yet.
    /// Those of the same job are merged by id; only another job, or a metric that none had before, begins the
    /// list anew.
    void setCheckpoints(const QString &jobId, const QList<FineTuningCheckpoint> &checkpoints,
                        const QString &finalModel);
    void clear();

    int metricCount() const { return int(m_metrics.size()); }
    int createdColumn() const { return FirstMetric + metricCount(); }
    int idColumn() const { return createdColumn() + 1; }
    /// As the wire calls it; empty when the column is no metric.
    QString metricOf(int column) const;
    /// Id of the best by this metric; empty: none is marked.
    QString bestBy(const QString &metric) const;

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static Better betterOf(const QString &metric);
    /// "valid loss"; metrics that are not known are called as on the wire.
    static QString heading(const QString &metric);
    /// "0.601": fit to be compared with its neighbours; the whole number is in the tooltip.
    static QString shortNumber(double value);
    /// "…:ckpt-step-88" of a checkpoint's model, which differs from its neighbours only there.
    static QString shortModel(const QString &model);

protected:
    QVariant cell(const FineTuningCheckpoint &item, int column, int role) const override;
    QVariant raw(const FineTuningCheckpoint &item, int column) const override;
    int compare(int column, const FineTuningCheckpoint &left,
                const FineTuningCheckpoint &right) const override;

private:
    QList<ColumnInfo> columnsFor(const QStringList &metrics) const;
    void findBest();
    QString text(const FineTuningCheckpoint &item, int column) const;
    QString toolTip(const FineTuningCheckpoint &item, int column) const;
    bool isBest(const FineTuningCheckpoint &item, int column) const;

    QString m_jobId;
    QString m_finalModel;
    QStringList m_metrics;          ///< by column
    QHash<QString, QString> m_best; ///< id of a checkpoint by metric
};

} // namespace odc
