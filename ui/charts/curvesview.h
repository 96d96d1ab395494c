// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curverun.h"

#include <QWidget>

namespace odc {

class Theme;

/// The curves of one training run or several: loss, accuracy and whatever else was measured, by step or by
/// time, with smoothing, zoom, values at the pointer, the same numbers as a table, and export.
class CurvesView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostRuns = 10;

    explicit CurvesView(const Theme &theme, QWidget *parent = nullptr);
    ~CurvesView() override;

    /// What is shown; beyond mostRuns they are left out, and it says so. A run that stays keeps its colour.
    void setRuns(const QList<CurveRun> &runs);
    /// The log of this run grew or changed.
    void runChanged(const QString &id);
    /// Says in one sentence what is waited for, in place of the curves while there are none; empty: nothing.
    void setLoading(const QString &text);
    /// Where files are exported to at first, without asking where it was; told when the person chose another.
    void setExportFolder(const QString &folder);

Q_SIGNALS:
    void exportFolderChanged(const QString &folder);
};

} // namespace odc
