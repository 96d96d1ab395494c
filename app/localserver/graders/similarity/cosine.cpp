// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/metrics.h"
#include "localserver/graders/similarity/words.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace odc::server {

namespace {

using Frequencies = QHash<QString, double>;

Frequencies frequencies(const QString &text)
{
    Frequencies result;
    for (const QString &each : foldedWords(text))
        ++result[each];
    return result;
}

double product(const Frequencies &first, const Frequencies &second)
{
    double sum = 0; // of whole numbers, so the order of a hash does not show
    for (auto each = first.cbegin(); each != first.cend(); ++each)
        sum += *each * second.value(each.key());
    return sum;
}

} // namespace

double cosine(const QString &input, const QString &reference)
{
    const Frequencies first = frequencies(input);
    const Frequencies second = frequencies(reference);
    const double lengths = std::sqrt(product(first, first)) * std::sqrt(product(second, second));
    return lengths == 0 ? 0 : std::min(1.0, product(first, second) / lengths);
}

} // namespace odc::server
