// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curveslegend.h"

#include "base/format.h"
#include "ui/theme/curvecolours.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chipbar.h"

#include <QPainter>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int sampleWidth = 22;
constexpr int mostLetters = 28; // of a run's name
} // namespace

CurveKey::CurveKey(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CurveKey::setCurve(int slot, CurveLineStyle style, bool hasMarker, const QString &text,
                        const QString &name)
{
    m_slot = slot;
    m_style = style;
    m_hasMarker = hasMarker;
    m_name = name;
    setText(text);
    setShortcut({}); // a name with "&" in it has none
    setAccessibleName(name);
    setToolTip(plainToolTip(tr("%1: click to hide or show").arg(name)));
    updateGeometry();
    update();
}

QSize CurveKey::sizeHint() const
{
    ensurePolished();
    return {metrics::tight + sampleWidth + metrics::tight + fontMetrics().horizontalAdvance(text()) +
                metrics::tight,
            metrics::chipHeight};
}

void CurveKey::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        shapes::box(&painter, rect(), metrics::tight, m_theme.colour(Shade::Hover), {});
    const QColor colour =
        isChecked() ? curveColour(m_slot, m_theme.isDark()) : m_theme.colour(Shade::Disabled);
    curvespainter::paintSample(
        painter, QRectF(metrics::tight, 0, sampleWidth, height()), colour, m_style,
        m_hasMarker && isChecked() ? std::optional(CurveMarker(m_slot % curveMarkerCount)) : std::nullopt);
    QFont shown = font();
    shown.setStrikeOut(!isChecked());
    painter.setFont(shown);
    painter.setPen(isChecked() ? m_theme.colour(Token::Text) : m_theme.colour(Token::Secondary));
    painter.drawText(rect().adjusted(2 * metrics::tight + sampleWidth, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        shapes::focusRing(&painter, rect(), metrics::tight, m_theme.colour(Token::Accent));
}

CurvesLegend::CurvesLegend(const Theme &theme, CurveSet &set, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_set(set)
{
    setObjectName(u"curvesLegend"_s);
    setAccessibleName(tr("Curves shown"));
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(metrics::tight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&set, &CurveSet::curvesChanged, this, &CurvesLegend::takeCurves);
    connect(&set, &CurveSet::shownChanged, this, &CurvesLegend::takeShown);
    takeCurves();
}

void CurvesLegend::takeCurves()
{
    const auto &curves = m_set.curves();
    // Keys are kept: the keyboard stays on one while a run that trains gets new curves.
    while (m_keys.size() > qsizetype(curves.size()))
        delete m_keys.takeLast();
    while (m_keys.size() < qsizetype(curves.size())) {
        auto *key = new CurveKey(m_theme, this);
        const qsizetype index = m_keys.size();
        connect(key, &QAbstractButton::clicked, this, [this, index](bool checked) {
            if (index < qsizetype(m_set.curves().size()))
                m_set.setShown(*m_set.curves()[size_t(index)], checked);
        });
        layout()->addWidget(key);
        m_keys << key;
    }
    QString before;
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const CurveSet::Curve &curve = *curves[size_t(i)];
        const QString split = CurveSet::splitText(curve.split);
        const QString run = format::oneLine(curve.run.name, mostLetters);
        const QString full = tr("%1 %2").arg(format::oneLine(curve.run.name), split);
        // The run is named once; what follows is its own.
        const QString text = curve.run.id == before ? split : tr("%1 %2").arg(run, split);
        before = curve.run.id;
        m_keys[i]->setCurve(curve.slot, CurveSet::styleOf(curve.split), m_set.runs().size() > 1, text, full);
        m_keys[i]->show();
    }
    takeShown();
    updateGeometry();
}

void CurvesLegend::takeShown()
{
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_keys[i]->setChecked(m_set.curves()[size_t(i)]->isShown);
}

} // namespace odc
