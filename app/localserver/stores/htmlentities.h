// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace odc::server {

/** The text that the entity at \p at, which is an '&', stands for; moves \p at behind it. Null for what is
 * none, and \p at stays. Knows numbers and the names of HTML 4. */
QString decodedEntity(QStringView html, qsizetype *at);

} // namespace odc::server
