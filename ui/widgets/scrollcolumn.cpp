// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollcolumn.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace odc {

namespace {

constexpr int leastRows = 3;

}

ScrollColumn::ScrollColumn(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setGround(viewport(), Token::Window);
    setGround(content, Token::Window);
    guardFields();
    // The area itself sees to it only for Tab within it, and not for Shift+Tab into it, Alt and a letter, or a program.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (now && widget() && widget()->isAncestorOf(now))
            ensureWidgetVisible(now);
    });
}

void ScrollColumn::guardFields()
{
    const auto guard = [this](QWidget *field) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this); // once, however often it is asked for
    };
    for (auto *field : widget()->findChildren<QAbstractSpinBox *>())
        guard(field);
    for (auto *field : widget()->findChildren<QComboBox *>())
        guard(field);
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    // Its own scroll bars are watched, too, and what the wheel does comes to them in the end.
    const bool isField = qobject_cast<QAbstractSpinBox *>(watched) || qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && isField && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // goes on to the column
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

QSize ScrollColumn::sizeHint() const
{
    // Not the few lines that Qt takes any scroll area for.
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

QSize ScrollColumn::minimumSizeHint() const
{
    const QSize content = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    return {content.width() + verticalScrollBar()->sizeHint().width(),
            std::min(content.height(), leastRows * metrics::rowHeight)};
}

bool ScrollColumn::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        guardFields(); // rows may have come
        updateGeometry();
    }
    return QScrollArea::event(event);
}

} // namespace odc
