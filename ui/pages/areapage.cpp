// SPDX-License-Identifier: GPL-3.0-or-later
#include "areapage.h"

#include "lists/rowmodelbase.h"
#include "ui/actions/actioncollection.h"
#include "ui/widgets/navlist.h"

#include <QHideEvent>
#include <QShowEvent>

namespace odc {

qint64 AreaPage::navigationCount() const
{
    const RowModelBase *rows = list();
    const bool known = rows && (rows->rowCount() > 0 || rows->loadState() == LoadState::Ready);
    return known ? rows->rowCount() : -1;
}

bool AreaPage::isFilled() const
{
    return list() && list()->rowCount() > 0;
}

void AreaPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return; // only the window came back
    if (!m_navigation && (m_navigation = window()->findChild<NavList *>())) {
        const auto enter = [this] {
            if (isVisible())
                focusList();
        };
        connect(m_navigation, &QAbstractItemView::activated, this, enter);
        connect(m_navigation, &QAbstractItemView::clicked, this, enter);
    }
    if (m_navigation)
        actions().workAlsoIn(m_navigation->parentWidget());
    if (!m_navigation || !m_navigation->isStepping())
        focusList();
}

void AreaPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        actions().workAlsoIn(nullptr);
}

} // namespace odc
