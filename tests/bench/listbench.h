// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace odc::bench {

/// 10,000 files from the server to a sorted model, bare and in a shown table.
void listing(const QUrl &baseUrl, const QString &nodeDir, int runs);
/// A poll of 100,000 rows of which 1 % changed, then one in which 1 % is gone as well; a sorted proxy is
/// attached.
void merging(int runs);
/// Sorting and filtering 10,000 rows in a shown table.
void sortingAndFiltering(int runs);

} // namespace odc::bench
