// SPDX-License-Identifier: GPL-3.0-or-later
#include "contentspane.h"

namespace odc {

ContentsPane::ContentsPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names)
{
}

ContentsPane::~ContentsPane() = default;

void ContentsPane::showFile(const VectorStore &store, const StoreFile &)
{
    m_store = store;
}

void ContentsPane::showChunk(const VectorStore &store, const StoreFile &file, const QString &)
{
    showFile(store, file);
}

void ContentsPane::clear()
{
    m_store = {};
}

void ContentsPane::focusContent()
{
    setFocus(Qt::OtherFocusReason);
}

QList<QAction *> ContentsPane::ownActions() const
{
    return {};
}

} // namespace odc
