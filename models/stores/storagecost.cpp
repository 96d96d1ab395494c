// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagecost.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc {

namespace {

constexpr double gigabyte = 1e9;

} // namespace

qint64 chargedBytes(const VectorStore &store)
{
    return store.isExpired() ? 0 : store.usageBytes;
}

double storageCost(qint64 totalBytes, const StoragePrice &price)
{
    return std::max(0.0, double(totalBytes) / gigabyte - price.freeGb) * price.perGbDay;
}

double storageCostShare(qint64 bytes, qint64 totalBytes, const StoragePrice &price)
{
    return totalBytes > 0 ? storageCost(totalBytes, price) * double(bytes) / double(totalBytes) : 0;
}

QString storageCostText(double dollarsADay)
{
    return dollarsADay > 0 ? moneyText(dollarsADay) : QCoreApplication::translate("StorageCost", "free");
}

} // namespace odc
