// SPDX-License-Identifier: GPL-3.0-or-later
#include "labsetmodel.h"

#include "base/format.h"
#include "lists/cellvalue.h"
#include "ui/theme/plaintooltip.h"

#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

using State = SearchResults::Cell::State;

QString figure(double value)
{
    return QLocale().toString(value, 'f', 2);
}

constexpr int notFoundRank = 1'000'000; ///< sorts behind what was found
constexpr int longestConditions = 400;
constexpr int failedRank = 2'000'000;

} // namespace

void LabSetModel::setQueries(const QList<SetQuery> &queries)
{
    if (m_queries == queries)
        return;
    const auto sameTexts = [](const QList<SetQuery> &a, const QList<SetQuery> &b) {
        return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
                          [](const SetQuery &x, const SetQuery &y) { return x.text == y.text; });
    };
    if (sameTexts(m_queries, queries)) {
        m_queries = queries;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    if (queries.size() > m_queries.size() &&
        sameTexts(m_queries, queries.first(m_queries.size()))) { // marked, or written
        beginInsertRows({}, int(m_queries.size()), int(queries.size()) - 1);
        m_queries = queries;
        endInsertRows();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_queries = queries;
    endResetModel();
}

void LabSetModel::setResults(const SearchResults &results, int k)
{
    m_results = results;
    m_k = k;
    m_places.clear();
    for (qsizetype i = 0; i < results.queries.size(); ++i)
        m_places.insert(results.queries.at(i).text, i);
    Q_EMIT headerDataChanged(Qt::Horizontal, FirstSetting, ColumnCount - 1);
    if (!m_queries.isEmpty())
        Q_EMIT dataChanged(index(0, FirstSetting), index(rowCount() - 1, ColumnCount - 1));
}

qsizetype LabSetModel::resultOf(int row) const
{
    return m_places.value(m_queries.at(row).text, -1);
}

int LabSetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queries.size());
}

int LabSetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LabSetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_queries.size())
        return {};
    const SetQuery &query = m_queries.at(index.row());
    if (index.column() == Query)
        return queryCell(query, role);
    if (index.column() == Expected)
        return expectedCell(query, role);
    return settingCell(index.row(), index.column() - FirstSetting, role);
}

QVariant LabSetModel::queryCell(const SetQuery &query, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return format::oneLine(query.queries().join(u" · "_s));
    case SortRole:
        return query.text;
    case Qt::ToolTipRole:
        return query.note.isEmpty() ? QVariant() : plainToolTip(query.text + u"\n\n"_s + query.note);
    }
    return {};
}

QVariant LabSetModel::expectedCell(const SetQuery &query, int role) const
{
    QStringList titles;
    for (const ExpectedFile &file : query.expected)
        titles << file.title();
    switch (role) {
    case Qt::DisplayRole:
        return titles.isEmpty() ? tr("nothing: does not count") : format::oneLine(titles.join(u", "_s));
    case SortRole:
        return titles.join(u", "_s);
    case Qt::ToolTipRole:
        return titles.isEmpty() ? plainToolTip(tr("Run the query and mark the files that it should find."))
                                : plainToolTip(titles.join(u'\n'));
    }
    return {};
}

QVariant LabSetModel::settingCell(int row, int setting, int role) const
{
    const qsizetype place = resultOf(row);
    if (place < 0 || setting >= m_results.settings.size())
        return {};
    const SearchResults::Cell &cell = m_results.cell(place, setting);
    const auto figures = m_results.figures(place, setting, m_k);
    if (cell.state == State::Failed) {
        switch (role) {
        case Qt::DisplayRole:
            return tr("failed");
        case ToneRole:
            return int(Tone::Failed);
        case SortRole:
            return failedRank;
        case Qt::ToolTipRole:
            return plainToolTip(cell.error.headline());
        }
        return {};
    }
    if (cell.state == State::Waiting || !figures) {
        if (role == Qt::DisplayRole && cell.state == State::Answered)
            return tr("%Ln result(s)", nullptr, int(cell.page.hits.size()));
        return role == SortRole ? QVariant(failedRank + 1) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return figures->firstRank > 0
                   ? tr("rank %1 · %2").arg(QLocale().toString(figures->firstRank), figure(figures->recall))
                   : tr("not found");
    case ToneRole:
        return int(figures->recall >= 1 ? Tone::Fine : Tone::Attention);
    case SortRole:
        return figures->firstRank > 0 ? figures->firstRank : notFoundRank;
    case Qt::ToolTipRole:
        return plainToolTip(tr("First expected file at rank %1\n%2 of %3 expected among the first %4\n%5 ms")
                                .arg(figures->firstRank > 0 ? QLocale().toString(figures->firstRank) : u"–"_s,
                                     QLocale().toString(figures->met), QLocale().toString(figures->expected),
                                     QLocale().toString(m_k), QLocale().toString(cell.latencyMs)));
    }
    return {};
}

QVariant LabSetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section == Query)
        return role == Qt::DisplayRole ? tr("Query") : QVariant();
    if (section == Expected)
        return role == Qt::DisplayRole ? tr("Expected") : QVariant();
    const int setting = section - FirstSetting;
    if (setting >= m_results.settings.size())
        return QString();
    if (role == Qt::ToolTipRole)
        return plainToolTip(tr("Rank of the first expected file, and recall@%1\n%2")
                                .arg(m_k)
                                .arg(m_results.settings.at(setting).summary()));
    return tr("%1 rank · recall", "name of a setting").arg(m_results.settings.at(setting).name);
}

void LabMeansModel::setResults(const SearchResults &results, const QList<SearchSetting> &settings, int k)
{
    const bool searched = !results.isEmpty();
    const QList<SearchSetting> rows = searched ? results.settings : settings;
    const bool sameRows = rows.size() == m_settings.size();
    if (!sameRows)
        beginResetModel();
    m_settings = rows;
    m_shared = results.shared;
    m_summaries.clear();
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_summaries.append(searched ? results.summary(i, k) : SearchResults::Summary());
    m_k = k;
    if (!sameRows)
        endResetModel();
    else if (!rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, Recall, HitRate);
}

QString LabMeansModel::conditionsText(const SearchFilter &conditions)
{
    return tr("Under the conditions: %1").arg(format::oneLine(conditions.words(), longestConditions));
}

int LabMeansModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_settings.size());
}

int LabMeansModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LabMeansModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_settings.size())
        return {};
    if (role == Qt::TextAlignmentRole) {
        return index.column() == Setting
                   ? QVariant()
                   : QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole) {
        QStringList lines;
        if (index.column() == Setting)
            lines << m_settings.at(index.row()).summary();
        if (!m_shared.isEmpty())
            lines << conditionsText(m_shared);
        return lines.isEmpty() ? QVariant() : plainToolTip(lines.join(u'\n'));
    }
    if (role != Qt::DisplayRole)
        return {};
    const SearchResults::Summary &summary = m_summaries.at(index.row());
    const bool counts = summary.mean.queries > 0;
    switch (Column(index.column())) {
    case Setting:
        return tr("%1 · %2", "name of the setting, what it is")
            .arg(m_settings.at(index.row()).name, m_settings.at(index.row()).summary());
    case Recall:
        return counts ? figure(summary.mean.recall) : u"–"_s;
    case Mrr:
        return counts ? figure(summary.mean.reciprocalRank) : u"–"_s;
    case HitRate:
        return counts ? figure(summary.mean.hitRate) : u"–"_s;
    case Latency:
        return summary.p50Ms ? tr("%1 ms").arg(QLocale().toString(*summary.p50Ms, 'f', 0)) : u"–"_s;
    case Counted:
        if (summary.answered + summary.failed == 0)
            return u"–"_s;
        return summary.failed > 0 ? tr("%1, %Ln failed", nullptr, summary.failed)
                                        .arg(QLocale().toString(summary.mean.queries))
                                  : QLocale().toString(summary.mean.queries);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LabMeansModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return section == Setting ? QVariant()
                                  : QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    }
    const bool tip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !tip)
        return {};
    switch (Column(section)) {
    case Setting:
        return tip ? QVariant() : tr("Setting");
    case Recall:
        return tip ? plainToolTip(
                         tr("Share of the expected files that are among the first %1 files").arg(m_k))
                   : tr("recall@%1").arg(m_k);
    case Mrr:
        return tip ? plainToolTip(tr("Mean of 1 / rank of the first expected file; 0 where none was found"))
                   : tr("MRR");
    case HitRate:
        return tip ? plainToolTip(
                         tr("Share of the queries with an expected file among the first %1").arg(m_k))
                   : tr("hits@%1").arg(m_k);
    case Latency:
        return tip ? plainToolTip(tr("Half of the searches took no longer, from sending to the answer"))
                   : tr("p50 latency");
    case Counted:
        return tip ? plainToolTip(tr("Queries that were answered and expect something")) : tr("Queries");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace odc
