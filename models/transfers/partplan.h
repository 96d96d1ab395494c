// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace odc {

/// What the Uploads API takes (WIRE §5), in bytes: "64 MB" a part, read as the smaller of its two meanings, and 8 GB in all.
inline constexpr qint64 largestPart = 64'000'000;
inline constexpr qint64 largestUpload = 8LL * 1024 * 1024 * 1024;

/// How large the parts of a file are: about 128 of them, so that little is sent again after an accident, of 8 MiB to
/// `largestPart`. Pure.
qint64 partSizeFor(qint64 fileSize);
/// How many parts that makes; 0 for an empty file.
int partCountFor(qint64 fileSize, qint64 partSize);

} // namespace odc
