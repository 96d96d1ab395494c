// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"

#include <QJsonValue>

namespace odc {

// Rules of the metadata of every object that has some (WIRE §5).
namespace metadatarules {
constexpr qsizetype mostPairs = 16;
constexpr qsizetype longestName = 64;   ///< characters
constexpr qsizetype longestValue = 512; ///< characters
} // namespace metadatarules

/// Which of them `metadata` does not keep; `path` is that of the field. Absent and null are fine.
QList<FormProblem> metadataProblems(const QJsonValue &metadata, const QString &path);

} // namespace odc
