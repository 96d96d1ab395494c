// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestdraft.h"

namespace odc {

using namespace Qt::StringLiterals;

void RequestDraft::setName(const QString &name)
{
    if (name.isEmpty())
        m_body.remove("name"_L1);
    else
        m_body.insert("name"_L1, name);
}

void RequestDraft::setMetadata(const QJsonObject &metadata)
{
    if (metadata.isEmpty())
        m_body.remove("metadata"_L1);
    else
        m_body.insert("metadata"_L1, metadata);
}

} // namespace odc
