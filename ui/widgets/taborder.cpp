// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QList>
#include <QWidget>

namespace odc {

void putBehind(QWidget *previous, QWidget *container)
{
    QList<QWidget *> parts;
    for (QWidget *each = container->nextInFocusChain(); each && each != container; each = each->nextInFocusChain()) {
        if (container->isAncestorOf(each) && each->focusPolicy() != Qt::NoFocus && !each->focusProxy())
            parts << each;
    }
    for (QWidget *part : std::as_const(parts)) {
        QWidget::setTabOrder(previous, part);
        previous = part;
    }
}

void putInOrder(std::initializer_list<QWidget *> parts)
{
    QWidget *previous = nullptr;
    for (QWidget *part : parts) {
        if (!part || (part->focusPolicy() == Qt::NoFocus && !part->focusProxy()))
            continue;
        if (previous)
            QWidget::setTabOrder(previous, part);
        previous = part;
    }
}

} // namespace odc
