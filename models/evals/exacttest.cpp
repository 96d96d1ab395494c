// SPDX-License-Identifier: GPL-3.0-or-later
#include "exacttest.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

std::optional<double> exactTest(qint64 less, qint64 more)
{
    const qint64 n = less + more;
    if (less < 0 || more < 0 || n == 0)
        return std::nullopt;
    const qint64 tail = std::min(less, more);
    if (2 * tail >= n) // as even as can be
        return 1.0;
    // The terms C(n, i) / 2^n relative to the largest of the tail: each one down is the one above times i /
    // (n-i+1). With up to 10,000s of events the first one is far below what a double holds, hence its
    // logarithm.
    long double sum = 0;
    long double term = 1;
    for (qint64 i = tail; i >= 0 && term > 1e-22L * sum; --i) {
        sum += term;
        term *= static_cast<long double>(i) / static_cast<long double>(n - i + 1);
    }
    const long double largest =
        std::lgamma(static_cast<long double>(n + 1)) - std::lgamma(static_cast<long double>(tail + 1)) -
        std::lgamma(static_cast<long double>(n - tail + 1)) - static_cast<long double>(n) * std::log(2.0L);
    return std::min(1.0, static_cast<double>(2 * sum * std::exp(largest)));
}

QString pText(std::optional<double> p)
{
    if (!p)
        return {};
    const QLocale locale;
    constexpr double least = 0.0001;
    constexpr QChar space = QChar::Nbsp;
    if (*p < least)
        return u"p"_s + space + u'<' + space + locale.toString(least, 'f', 4);
    const int digits = *p < 0.001 ? 4 : *p < 0.1 ? 3 : 2;
    return u"p"_s + space + u'=' + space + locale.toString(*p, 'f', digits);
}

} // namespace odc
