// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>
#include <string_view>

namespace odc {

/// A text as 128 bits, for telling 50,000 ids apart without keeping them. The seeds are new in each process, so nobody can
/// make two ids that look the same. Never to be stored.
struct IdHash
{
    quint64 high = 0;
    quint64 low = 0;

    static IdHash of(std::string_view text);
    bool isNull() const { return high == 0 && low == 0; }
    auto operator<=>(const IdHash &) const = default;
};

inline size_t qHash(const IdHash &hash, size_t seed = 0)
{
    return size_t(hash.high) ^ seed;
}

} // namespace odc
