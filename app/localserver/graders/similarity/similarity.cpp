// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/similarity/similarity.h"

#include "localserver/graders/similarity/metrics.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qsizetype longestQuadratic = 300'000;

template <int Length> double rouge(const QString &input, const QString &reference)
{
    return rougeN(input, reference, Length);
}

struct Metric
{
    QLatin1StringView name;
    double (*compare)(const QString &, const QString &);
    bool quadratic = false;
};

constexpr Metric metrics[] = {
    {"cosine"_L1, cosine},
    {"fuzzy_match"_L1, fuzzyMatch, true},
    {"bleu"_L1, bleu},
    {"gleu"_L1, gleu},
    {"meteor"_L1, meteor},
    {"rouge_1"_L1, rouge<1>},
    {"rouge_2"_L1, rouge<2>},
    {"rouge_3"_L1, rouge<3>},
    {"rouge_4"_L1, rouge<4>},
    {"rouge_5"_L1, rouge<5>},
    {"rouge_l"_L1, rougeL, true},
};

} // namespace

QStringList similarityMetrics()
{
    QStringList names;
    for (const Metric &each : metrics)
        names.append(each.name);
    return names;
}

Similarity similarity(const QString &metric, const QString &input, const QString &reference)
{
    const auto found = std::find_if(std::begin(metrics), std::end(metrics),
                                    [&](const Metric &each) { return each.name == metric; });
    if (found == std::end(metrics))
        return {0, u"'%1' is no metric of text_similarity."_s.arg(metric)};
    if (found->quadratic && std::max(input.size(), reference.size()) > longestQuadratic)
        return {0, u"The texts are too long for %1: it compares up to %2 characters."_s.arg(metric).arg(
                       longestQuadratic)};
    return {found->compare(input, reference), {}};
}

} // namespace odc::server
