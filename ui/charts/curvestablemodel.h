// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curveset.h"

#include <QAbstractTableModel>

namespace odc {

/// The numbers behind the curves that are shown: a row for each step at which anything was measured, over
/// everything and not just what the plot shows; the time of each run that has any, and each curve as
/// measured. No value is copied.
class CurvesTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit CurvesTableModel(const CurveSet &set, QObject *parent = nullptr);

    /// Follows the set from now on, or rests and holds no rows: then it costs nothing.
    void setActive(bool active);

    /// Whether the column holds times.
    bool isTime(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Column
    {
        CurveRun run;
        QString metric; ///< empty: the time
        QString title;
        quint64 revision = 0;
        qsizetype seen = 0; ///< points whose steps are rows
    };

    QList<Column> columnsOf() const;
    std::vector<qint64> stepsAfter(std::optional<qint64> step) const;
    void reset();
    void follow();
    void takeAll();
    /// Rows come and go until they are those of these steps; what stays keeps its place under the eye.
    void takeSteps(const std::vector<qint64> &steps);
    const MetricSeries *seriesOf(const Column &column) const;

    const CurveSet &m_set;
    QList<Column> m_columns;
    std::vector<qint64> m_steps;
    bool m_active = false;
};

} // namespace odc
