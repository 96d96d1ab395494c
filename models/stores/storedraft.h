// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace odc {

/// Rules of what a store is made with (WIRE §2, 14).
namespace storerules {
constexpr qint64 leastDays = 1;
constexpr qint64 mostDays = 365;
} // namespace storerules

/// Which rules the body of a request that makes a store does not keep, in the order of the form.
QList<FormProblem> storeProblems(const QJsonObject &body);
/// Of a chunking strategy alone; paths begin with `path`.
QList<FormProblem> chunkingProblems(const QJsonValue &strategy, const QString &path);
/// Of an expiry policy; null and absent are fine.
QList<FormProblem> expiryProblems(const QJsonValue &policy, const QString &path);

} // namespace odc
