// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptrows.h"

#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "ui/context/pagecontext.h"

#include <utility>

namespace odc {

KeptRows::KeptRows(const PageContext &context, ObjectKind kind, RowModelBase &model, QObject *parent)
    : QObject(parent), m_index(context.index), m_kind(kind), m_model(model),
      m_done(context.profile.isArchive())
{
}

void KeptRows::fill()
{
    if (std::exchange(m_done, true))
        return;
    if (m_index.isLoaded())
        read();
    else
        connect(&m_index, &ObjectIndex::loaded, this, &KeptRows::read);
}

bool KeptRows::isBehind() const
{
    return m_model.loadState() == LoadState::Ready && m_index.wholeAt(m_kind) >= m_model.refreshedAt() &&
           m_index.objects(m_kind).size() != size_t(m_model.rowCount());
}

void KeptRows::read()
{
    const qint64 seenAt = m_index.wholeAt(m_kind);
    if (seenAt <= 0 || m_model.refreshedAt() > 0)
        return;
    m_index.rawObjects(
        m_kind, this, [this, seenAt](const QList<QByteArray> &objects) { m_model.restore(objects, seenAt); });
}

} // namespace odc
