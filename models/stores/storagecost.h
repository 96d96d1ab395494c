// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "settings/pricetable.h"

namespace odc {

/// What a store is charged for: nothing once it has expired.
qint64 chargedBytes(const VectorStore &store);
/// What all stores together cost a day, in US dollars. An estimate.
double storageCost(qint64 totalBytes, const StoragePrice &price);
/// The part of it that is due to `bytes` of them: what is free is shared out by size, so that the parts add
/// up.
double storageCostShare(qint64 bytes, qint64 totalBytes, const StoragePrice &price);
/// "$3.71", or that it costs nothing.
QString storageCostText(double dollarsADay);

} // namespace odc
