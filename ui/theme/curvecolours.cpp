// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/curvecolours.h"

#include <array>

namespace odc {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, curveColourCount> colours{{
    {0xff2563EB, 0xff6EA8FE}, // blue
    {0xffC2410C, 0xffFF9B6A}, // vermilion
    {0xff0F766E, 0xff3CCFBF}, // teal
    {0xffA21CAF, 0xffE58CF0}, // purple
    {0xff92610A, 0xffE0B341}, // ochre
    {0xff0E7FBF, 0xff8FDBFF}, // sky
    {0xffDB2777, 0xffF783B8}, // rose
    {0xff4D7C0F, 0xffA3D95B}, // leaf
    {0xff312E81, 0xffB3A6FF}, // indigo
    {0xff57606A, 0xffB4BCC6}, // slate
}};

} // namespace

QColor curveColour(int index, bool dark)
{
    const Pair &pair = colours[size_t(index % curveColourCount)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

} // namespace odc
