// SPDX-License-Identifier: GPL-3.0-or-later
#include "stateheadline.h"

#include "lists/cellvalue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

class StateHeadline::Bar final : public QWidget
{
public:
    Bar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedHeight(metrics::barHeight);
    }
    void setValue(const CellProgress &value)
    {
        m_value = value;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        shapes::progress(&painter, QRectF(rect()), m_value, m_theme, layoutDirection());
    }

private:
    const Theme &m_theme;
    CellProgress m_value;
};

StateHeadline::StateHeadline(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, metrics::inside);
    m_column->setSpacing(metrics::inside);
}

StateLabel *StateHeadline::addState(const QString &name)
{
    auto *state = new StateLabel(m_theme, this);
    state->setObjectName(name);
    m_column->addWidget(state);
    return state;
}

TextLabel *StateHeadline::addText(Token token, const QString &name)
{
    auto *label = new TextLabel(m_theme, Theme::FontRole::Body, token, {}, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
    return label;
}

void StateHeadline::addBar()
{
    m_bar = new Bar(m_theme, this);
    m_column->addWidget(m_bar);
}

QPushButton *StateHeadline::addNext(const QString &name)
{
    QPushButton *next = makeButton(m_theme, {}, {}, ButtonRole::Default, this);
    next->setObjectName(name);
    auto *row = new QHBoxLayout;
    row->addWidget(next);
    row->addStretch(1);
    m_column->addLayout(row);
    return next;
}

void StateHeadline::showBar(bool isShown, const CellProgress &value)
{
    m_bar->setVisible(isShown);
    m_bar->setValue(value);
}

void StateHeadline::nameBar(const QString &name, const QString &description)
{
    m_bar->setAccessibleName(name);
    m_bar->setAccessibleDescription(description);
}

} // namespace odc
