// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace odc {

class CurvesPlot;

/// The curves as a screen reader sees them: a chart whose value is what stands at the reading cursor.
class CurvesPlotAccess final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit CurvesPlotAccess(CurvesPlot *plot);

    /// Before the first plot; more than once does no harm.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text which) const override;

    /// The step, or the second, of the cursor; invalid while there is none.
    QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override;
    QVariant minimumStepSize() const override;

private:
    CurvesPlot *plot() const;
};

} // namespace odc
