// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace odc::server {

/**
 * The elements of the list that the JSON object \p text has under \p name, each exactly as it is written
 * there: numbers keep their digits and members their order. \p text must be valid JSON. Empty when there is
 * no such list; of several with that name the last one counts.
 */
QByteArrayList rawElements(const QByteArray &text, QByteArrayView name);

} // namespace odc::server
