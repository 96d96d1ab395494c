// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributespane.h"

namespace odc {

AttributesPane::AttributesPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names)
{
}

AttributesPane::~AttributesPane() = default;

void AttributesPane::setStore(const VectorStore &store)
{
    m_store = store;
}

void AttributesPane::clear()
{
    m_store = {};
}

void AttributesPane::focusContent()
{
    setFocus(Qt::OtherFocusReason);
}

QList<QAction *> AttributesPane::ownActions() const
{
    return {};
}

QString AttributesPane::unsavedWork() const
{
    return {};
}

} // namespace odc
