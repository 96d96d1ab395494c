// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvesplotaccess.h"

#include "ui/charts/curvesplot.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *plot = className == "odc::CurvesPlot"_L1 ? qobject_cast<CurvesPlot *>(object) : nullptr;
    return plot ? new CurvesPlotAccess(plot) : nullptr;
}

} // namespace

CurvesPlotAccess::CurvesPlotAccess(CurvesPlot *plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

void CurvesPlotAccess::install()
{
    QAccessible::installFactory(make);
}

CurvesPlot *CurvesPlotAccess::plot() const
{
    return qobject_cast<CurvesPlot *>(object());
}

void *CurvesPlotAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString CurvesPlotAccess::text(QAccessible::Text which) const
{
    if (which == QAccessible::Value && plot())
        return plot()->readingText();
    return QAccessibleWidget::text(which);
}

QVariant CurvesPlotAccess::currentValue() const
{
    return plot() && plot()->reading() ? QVariant(plot()->reading()->x) : QVariant();
}

void CurvesPlotAccess::setCurrentValue(const QVariant &value)
{
    if (plot())
        plot()->readAt(value.toDouble());
}

QVariant CurvesPlotAccess::maximumValue() const
{
    return plot() ? QVariant(plot()->shownScene().window.right) : QVariant();
}

QVariant CurvesPlotAccess::minimumValue() const
{
    return plot() ? QVariant(plot()->shownScene().window.left) : QVariant();
}

QVariant CurvesPlotAccess::minimumStepSize() const
{
    return 1;
}

} // namespace odc
