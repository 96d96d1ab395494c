// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchreport.h"

#include "base/csv.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace odc::searchreport {

using namespace Qt::StringLiterals;

namespace {

using State = SearchResults::Cell::State;

QString stateWord(State state)
{
    switch (state) {
    case State::Waiting:
        return u"not_searched"_s;
    case State::Answered:
        return u"answered"_s;
    case State::Failed:
        return u"failed"_s;
    }
    return {};
}

/// Shortest that reads back as the same number.
QString numberField(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QStringList fileTitles(const StoreSearchPage &page)
{
    QStringList titles;
    const QList<retrieval::RankedFile> files = retrieval::rankedFiles(page.hits);
    for (const retrieval::RankedFile &file : files)
        titles << (file.filename.isEmpty() ? file.fileId : file.filename);
    return titles;
}

QJsonObject meanJson(const SearchResults::Summary &summary)
{
    QJsonObject object{{u"queries"_s, summary.mean.queries},
                       {u"answered"_s, summary.answered},
                       {u"failed"_s, summary.failed}};
    if (summary.mean.queries > 0) {
        object.insert(u"recall"_s, summary.mean.recall);
        object.insert(u"mrr"_s, summary.mean.reciprocalRank);
        object.insert(u"hit_rate"_s, summary.mean.hitRate);
        object.insert(u"precision"_s, summary.mean.precision);
    }
    if (summary.p50Ms)
        object.insert(u"p50_latency_ms"_s, *summary.p50Ms);
    return object;
}

QJsonObject cellJson(const SearchResults &results, qsizetype query, qsizetype setting, int k)
{
    const SearchResults::Cell &cell = results.cell(query, setting);
    QJsonObject object{{u"state"_s, stateWord(cell.state)}};
    if (cell.state == State::Failed)
        object.insert(u"error"_s, cell.error.headline());
    if (cell.state != State::Answered)
        return object;
    object.insert(u"latency_ms"_s, cell.latencyMs);
    object.insert(u"search_query"_s, QJsonArray::fromStringList(cell.page.searchQuery));
    object.insert(u"has_more"_s, cell.page.hasMore);
    QJsonArray hits;
    for (const StoreSearchHit &hit : cell.page.hits) {
        hits.append(
            QJsonObject{{u"file_id"_s, hit.fileId}, {u"filename"_s, hit.filename}, {u"score"_s, hit.score}});
    }
    object.insert(u"hits"_s, hits);
    if (const auto figures = results.figures(query, setting, k)) {
        object.insert(u"first_rank"_s,
                      figures->firstRank > 0 ? QJsonValue(figures->firstRank) : QJsonValue());
        object.insert(u"met"_s, figures->met);
        object.insert(u"recall"_s, figures->recall);
        object.insert(u"reciprocal_rank"_s, figures->reciprocalRank);
        object.insert(u"precision"_s, figures->precision);
    }
    return object;
}

} // namespace

QByteArray toCsv(const SearchResults &results, int k)
{
    QString text;
    const auto line = [&text](const QStringList &fields) { text += fields.join(u',') + u"\r\n"_s; };
    const QString at = u"@%1"_s.arg(k);
    line({u"query"_s, u"setting"_s, u"state"_s, u"expected"_s, u"met"_s + at, u"first_rank"_s,
          u"recall"_s + at, u"reciprocal_rank"_s, u"precision"_s + at, u"latency_ms"_s, u"files"_s,
          u"error"_s});
    for (qsizetype query = 0; query < results.queries.size(); ++query) {
        for (qsizetype setting = 0; setting < results.settings.size(); ++setting) {
            const SearchResults::Cell &cell = results.cell(query, setting);
            const auto figures = results.figures(query, setting, k);
            const bool answered = cell.state == State::Answered;
            line({csv::field(results.queries.at(query).text), csv::field(results.settings.at(setting).name),
                  stateWord(cell.state), QString::number(results.queries.at(query).expected.size()),
                  figures ? QString::number(figures->met) : QString(),
                  figures && figures->firstRank > 0 ? QString::number(figures->firstRank) : QString(),
                  figures ? numberField(figures->recall) : QString(),
                  figures ? numberField(figures->reciprocalRank) : QString(),
                  figures ? numberField(figures->precision) : QString(),
                  answered ? QString::number(cell.latencyMs) : QString(),
                  answered ? csv::field(fileTitles(cell.page).join(u'\n')) : QString(),
                  cell.state == State::Failed ? csv::field(cell.error.headline()) : QString()});
        }
    }
    for (qsizetype setting = 0; setting < results.settings.size(); ++setting) {
        const SearchResults::Summary summary = results.summary(setting, k);
        const bool counts = summary.mean.queries > 0;
        line({u"mean"_s,
              csv::field(results.settings.at(setting).name),
              {},
              QString::number(summary.mean.queries),
              {},
              {},
              counts ? numberField(summary.mean.recall) : QString(),
              counts ? numberField(summary.mean.reciprocalRank) : QString(),
              counts ? numberField(summary.mean.precision) : QString(),
              summary.p50Ms ? numberField(*summary.p50Ms) : QString(),
              {},
              {}});
    }
    return text.toUtf8();
}

QByteArray toJson(const SearchResults &results, const QString &setName, int k)
{
    QJsonArray settings;
    for (qsizetype i = 0; i < results.settings.size(); ++i) {
        QJsonObject setting = results.settings.at(i).toJson();
        setting.insert(u"mean"_s, meanJson(results.summary(i, k)));
        settings.append(setting);
    }
    QJsonArray queries;
    for (qsizetype query = 0; query < results.queries.size(); ++query) {
        QJsonObject object = QuerySet{{}, {results.queries.at(query)}}
                                 .toJson()
                                 .value("queries"_L1)
                                 .toArray()
                                 .first()
                                 .toObject();
        QJsonObject answers;
        for (qsizetype setting = 0; setting < results.settings.size(); ++setting)
            answers.insert(results.settings.at(setting).name, cellJson(results, query, setting, k));
        object.insert(u"answers"_s, answers);
        queries.append(object);
    }
    QJsonObject all{{u"vector_store_id"_s, results.storeId},
                    {u"query_set"_s, setName},
                    {u"k"_s, k},
                    {u"settings"_s, settings},
                    {u"queries"_s, queries},
                    {u"stopped"_s, results.stopped}};
    if (!results.shared.isEmpty())
        all.insert(u"filters"_s, results.shared.toJson());
    return QJsonDocument(all).toJson(QJsonDocument::Indented);
}

} // namespace odc::searchreport
