// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curveset.h"

#include <QAbstractButton>

namespace odc {

class Theme;

/// A curve's line and name; pressed while the curve is seen.
class CurveKey final : public QAbstractButton
{
    Q_OBJECT
public:
    CurveKey(const Theme &theme, QWidget *parent = nullptr);

    /// `text` is what is drawn, `name` what it is called in full.
    void setCurve(int slot, CurveLineStyle style, bool hasMarker, const QString &text, const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    int m_slot = 0;
    CurveLineStyle m_style = CurveLineStyle::Solid;
    bool m_hasMarker = false;
};

/// The keys of a set's curves, in lines; each hides its curve and shows it again.
class CurvesLegend final : public QWidget
{
    Q_OBJECT
public:
    CurvesLegend(const Theme &theme, CurveSet &set, QWidget *parent = nullptr);

private:
    void takeCurves();
    void takeShown();

    const Theme &m_theme;
    CurveSet &m_set;
    QList<CurveKey *> m_keys;
};

} // namespace odc
