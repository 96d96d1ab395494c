// SPDX-License-Identifier: GPL-3.0-or-later
#include "partplan.h"

#include <algorithm>

namespace odc {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 smallestPart = 8 * mebibyte;
constexpr qint64 wantedParts = 128;
/// The largest whole number of MiB a part can have.
constexpr qint64 roundestPart = largestPart / mebibyte * mebibyte;

} // namespace

qint64 partSizeFor(qint64 fileSize)
{
    const qint64 wanted = (fileSize / wantedParts + mebibyte) / mebibyte * mebibyte;
    return std::clamp(wanted, smallestPart, roundestPart);
}

int partCountFor(qint64 fileSize, qint64 partSize)
{
    return partSize > 0 ? int((fileSize + partSize - 1) / partSize) : 0;
}

} // namespace odc
