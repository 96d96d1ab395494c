// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace odc::server {

/** A PNG of coloured boxes on shelves, different for each \p variant. Made without QtGui, which a server
 * lacks. */
QByteArray samplePng(int width, int height, uint variant);

/** A PDF of one page with \p lines of Latin-1 text. */
QByteArray samplePdf(const QStringList &lines);

} // namespace odc::server
