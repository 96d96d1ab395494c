// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchsetting.h"

#include <QCoreApplication>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto nameKey = "name"_L1;
constexpr auto resultsKey = "max_num_results"_L1;
constexpr auto rewriteKey = "rewrite_query"_L1;
constexpr auto rankerKey = "ranker"_L1;
constexpr auto thresholdKey = "score_threshold"_L1;
constexpr auto filtersKey = "filters"_L1;
constexpr int usualResults = 10;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SearchSetting)
};

} // namespace

QList<FormProblem> SearchSetting::problems() const
{
    QList<FormProblem> found;
    if (maxResults < 1 || maxResults > mostResults)
        found.append({resultsKey, Tr::tr("The number of results is from 1 to 50.")});
    if (threshold && !(*threshold >= 0 && *threshold <= 1))
        found.append({thresholdKey, Tr::tr("The score threshold is from 0 to 1.")});
    if (ranker != ranker.trimmed())
        found.append({rankerKey, Tr::tr("The ranker has blanks around it.")});
    else if (!ranker.isEmpty() && !knownRankers().contains(ranker))
        found.append({rankerKey, Tr::tr("This ranker is not known here; the server may refuse it."), true});
    const QList<FormProblem> inFilter = filter.problems();
    for (const FormProblem &problem : inFilter) {
        FormProblem mine = problem;
        mine.path = problem.path.isEmpty() ? QString(filtersKey) : filtersKey + u'.' + problem.path;
        found.append(mine);
    }
    return found;
}

QString SearchSetting::summary() const
{
    QStringList parts;
    parts << (ranker.isEmpty() ? Tr::tr("ranker of the server") : Tr::tr("ranker %1").arg(ranker));
    parts << Tr::tr("threshold %1").arg(QLocale().toString(threshold.value_or(0), 'g', 4));
    parts << (rewrite ? Tr::tr("rewrite on") : Tr::tr("rewrite off"));
    if (maxResults != usualResults)
        parts << Tr::tr("%1 results").arg(maxResults);
    if (!filter.isEmpty())
        parts << filter.words();
    return parts.join(u" · "_s);
}

StoreSearchQuery SearchSetting::query(const QStringList &queries, const SearchFilter &shared) const
{
    StoreSearchQuery query;
    query.queries = queries;
    query.maxResults = maxResults;
    query.rewriteQuery = rewrite;
    query.ranker = ranker;
    query.scoreThreshold = threshold;
    query.filters = SearchFilter::both(shared, filter).toObject();
    return query;
}

QJsonObject SearchSetting::toJson() const
{
    QJsonObject object{{nameKey, name}, {resultsKey, maxResults}, {rewriteKey, rewrite}, {rankerKey, ranker}};
    if (threshold)
        object.insert(thresholdKey, *threshold);
    if (!filter.isEmpty())
        object.insert(filtersKey, filter.toJson());
    return object;
}

SearchSetting SearchSetting::fromJson(const QJsonObject &object)
{
    SearchSetting setting;
    setting.name = object.value(nameKey).toString(setting.name);
    setting.maxResults = object.value(resultsKey).toInt(setting.maxResults);
    setting.rewrite = object.value(rewriteKey).toBool(setting.rewrite);
    setting.ranker = object.value(rankerKey).toString(setting.ranker);
    if (object.value(thresholdKey).isDouble())
        setting.threshold = object.value(thresholdKey).toDouble();
    setting.filter = SearchFilter::fromJson(object.value(filtersKey));
    return setting;
}

QStringList SearchSetting::knownRankers()
{
    return {u"auto"_s, u"default-2024-11-15"_s, u"none"_s};
}

QString SearchSetting::freeName(const QList<SearchSetting> &settings)
{
    for (char16_t letter = u'A'; letter < u'A' + most; ++letter) {
        const QString name{QChar(letter)};
        if (std::none_of(settings.cbegin(), settings.cend(),
                         [&name](const SearchSetting &setting) { return setting.name == name; }))
            return name;
    }
    return {};
}

} // namespace odc
