// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace odc::batchrules {

// What a batch may be (WIRE §5, §8).

constexpr qint64 mostLines = 50'000;
constexpr qint64 mostBytes = 200'000'000; ///< the documentation says 200 MB; the smaller reading of it
constexpr qint64 mostEmbeddingInputs = 50'000;

/// "/v1/responses" and the others, in the order of how usual they are.
const QStringList &endpoints();
/// Members that a request body of the endpoint must have.
QStringList requiredMembers(const QString &endpoint);

} // namespace odc::batchrules
