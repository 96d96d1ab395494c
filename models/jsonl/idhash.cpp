// SPDX-License-Identifier: GPL-3.0-or-later
#include "idhash.h"

#include <QRandomGenerator>

namespace odc {

IdHash IdHash::of(std::string_view text)
{
    static const size_t seeds[] = {QRandomGenerator::system()->generate64() | 1, QRandomGenerator::system()->generate64() | 1};
    const IdHash hash{qHashBits(text.data(), text.size(), seeds[0]), qHashBits(text.data(), text.size(), seeds[1])};
    return hash.isNull() ? IdHash{1, 0} : hash;
}

} // namespace odc
