// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchlabpane.h"

namespace odc {

SearchLabPane::SearchLabPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names)
{
}

SearchLabPane::~SearchLabPane() = default;

void SearchLabPane::setStore(const VectorStore &store)
{
    m_store = store;
}

void SearchLabPane::clear()
{
    m_store = {};
}

void SearchLabPane::focusContent()
{
    setFocus(Qt::OtherFocusReason);
}

QList<QAction *> SearchLabPane::ownActions() const
{
    return {};
}

QString SearchLabPane::runningWork() const
{
    return {};
}

} // namespace odc
