// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace odc::bench {

/// 10,000 files deleted by a clean-up, with index, audit log and journal, beside curl --parallel at equal
/// concurrency; and one that is killed half way and continued.
void deletions(int runs);

/// A clean-up of all files of a server in a process of its own, what deletions() starts and kills: prints how many
/// seconds it took, and how many of them the deletions.
int cleanAll(const QUrl &baseUrl, const QString &journal);

} // namespace odc::bench
