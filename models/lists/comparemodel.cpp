// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparemodel.h"

#include "base/format.h"
#include "lists/columnwidth.h"
#include "lists/compareexport.h"
#include "lists/textorder.h"

#include <QJsonArray>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;
using Verdict = EvalOutputItem::Verdict;

namespace {

constexpr int tooltipLength = 1000;
constexpr int headerLength = 24;

/// What a person looks for comes first: regressions, improvements, errors, then the rest with failures ahead.
int rank(const ComparedRow::Cell &cell, RowChange change)
{
    switch (change) {
    case RowChange::Regression:
        return 0;
    case RowChange::Improvement:
        return 1;
    case RowChange::Error:
        return 2;
    case RowChange::Same:
        return cell.verdict == Verdict::Errored ? 3 : cell.verdict == Verdict::Failed ? 4 : 5;
    case RowChange::Missing:
        return 6;
    }
    return 7;
}

int rank(const ComparedRow &row)
{
    if (row.regressions > 0)
        return -row.regressions; // in most runs first
    if (row.improvements > 0)
        return 1;
    if (row.errors > 0)
        return 2;
    return rank(row.cells.front(), row.cells.front().item < 0 ? RowChange::Missing : RowChange::Same);
}

QString scoreText(std::optional<double> score)
{
    return score ? QLocale().toString(*score, 'f', 2) : u"–"_s;
}

} // namespace

QJsonObject CompareEntry::toJson() const
{
    QJsonArray runs;
    for (qsizetype run = 0; run < comparison->runs.size(); ++run) {
        const EvalOutputItem *item = comparison->item(index, int(run));
        runs << QJsonObject{{u"run_id"_s, comparison->runs.at(run).id},
                            {u"change"_s, changeWord(row().cells[size_t(run)].change)},
                            {u"output_item"_s, item ? QJsonValue(item->raw) : QJsonValue()}};
    }
    return {{u"datasource_item_id"_s, row().number}, {u"runs"_s, runs}};
}

CompareModel::CompareModel(QObject *parent) : RowModel(parent)
{
    buildColumns();
}

void CompareModel::buildColumns()
{
    const auto title = [this](int run) {
        return format::oneLine(m_comparison->runs.at(run).title, headerLength);
    };
    const int number = columnwidth::of(tr("Item"), 64, 110);
    QList<ColumnInfo> columns{{"item"_ba, tr("Item"), ColumnType::Number, number, true, false, number},
                              {"input"_ba, tr("Input"), ColumnType::Text, 130, true}};
    // Each verdict is to be seen; names of runs are whole where there is room.
    const int least = columnwidth::ofStates({tr("pass"), tr("fail"), tr("error")}, 0, 84, 150);
    constexpr int most = 190;
    for (int run = 0; run < runCount(); ++run) {
        columns << ColumnInfo{"run"_ba + char('a' + run), title(run), ColumnType::State,
                              least, true, false, columnwidth::of(title(run), least, most)};
    }
    for (int criterion = 0; criterion < m_criterionTitles.size(); ++criterion) {
        for (int run = 1; run < runCount(); ++run) {
            const QString &of = m_criterionTitles.at(criterion);
            //: scores of a criterion in a run: "near: v14"
            const QString text = runCount() == 2 ? of : tr("%1: %2").arg(of, title(run));
            columns << ColumnInfo{"score"_ba + QByteArray::number(criterion + 1) + char('a' + run), text,
                                  ColumnType::Number, columnwidth::of(text, 110, 170), criterion == 0};
        }
    }
    columns << ColumnInfo{"change"_ba, tr("Change"), ColumnType::Text, 110, false};
    for (int run = 1; run < runCount(); ++run)
        columns << ColumnInfo{"change"_ba + char('a' + run), tr("Change in %1").arg(title(run)),
                              ColumnType::Text, 110, false};
    setColumns(columns);
}

bool CompareModel::hasSameColumns(const RunComparison &comparison, const QStringList &criterionTitles) const
{
    if (!m_comparison || criterionTitles != m_criterionTitles ||
        comparison.criteria != m_comparison->criteria)
        return false;
    return std::equal(comparison.runs.cbegin(), comparison.runs.cend(), m_comparison->runs.cbegin(),
                      m_comparison->runs.cend(), [](const ComparedRun &left, const ComparedRun &right) {
                          return left.id == right.id && left.title == right.title;
                      });
}

void CompareModel::setComparison(std::shared_ptr<const RunComparison> comparison,
                                 const QStringList &criterionTitles)
{
    const bool same = hasSameColumns(*comparison, criterionTitles);
    m_comparison = std::move(comparison);
    m_criterionTitles = criterionTitles;
    if (!same) {
        buildColumns();
        clear();
    }
    QList<CompareEntry> entries;
    entries.reserve(qsizetype(m_comparison->rows.size()));
    for (int i = 0; i < int(m_comparison->rows.size()); ++i)
        entries.append({m_comparison->rows[size_t(i)].id, i, m_comparison});
    beginWalk();
    merge(std::move(entries));
    endWalk();
    setLoadState(LoadState::Ready);
}

void CompareModel::clearComparison(LoadState state, const ApiError &error)
{
    m_comparison = nullptr;
    m_criterionTitles.clear();
    buildColumns();
    clear();
    setLoadState(state, error);
}

int CompareModel::scoreColumn(int criterion, int run) const
{
    return firstVerdict + runCount() + criterion * (runCount() - 1) + run - 1;
}

int CompareModel::changeColumn() const
{
    return firstVerdict + runCount() + int(m_criterionTitles.size()) * (runCount() - 1);
}

QString CompareModel::verdictText(const ComparedRow::Cell &cell)
{
    if (cell.item < 0)
        return u"–"_s;
    switch (cell.verdict) {
    case Verdict::Passed:
        return tr("pass");
    case Verdict::Failed:
        return tr("fail");
    case Verdict::Errored:
        return tr("error");
    case Verdict::Unknown:
        break;
    }
    return tr("not graded");
}

Tone CompareModel::verdictTone(const ComparedRow::Cell &cell)
{
    if (cell.item < 0)
        return Tone::None;
    switch (cell.verdict) {
    case Verdict::Passed:
        return Tone::Fine;
    case Verdict::Failed:
        return Tone::Failed;
    case Verdict::Errored:
        return Tone::Attention;
    case Verdict::Unknown:
        break;
    }
    return Tone::None;
}

std::optional<double> CompareModel::delta(const CompareEntry &entry, int column) const
{
    const int criterion = criterionOf(column);
    const auto was = entry.comparison->score(entry.index, 0, criterion);
    const auto is = entry.comparison->score(entry.index, scoredRunOf(column), criterion);
    return was && is ? std::optional(*is - *was) : std::nullopt;
}

QString CompareModel::displayText(const CompareEntry &entry, int column) const
{
    const ComparedRow &row = entry.row();
    if (column == itemColumn)
        return row.number < 0 ? u"–"_s : QString::number(row.number); // an id: no group separators
    if (column == inputColumn)
        return row.input;
    if (isVerdict(column))
        return verdictText(row.cells[size_t(column - firstVerdict)]);
    if (isScore(column)) {
        const int criterion = criterionOf(column);
        const auto was = entry.comparison->score(entry.index, 0, criterion);
        const auto is = entry.comparison->score(entry.index, scoredRunOf(column), criterion);
        return was || is ? scoreText(was) + u" → "_s + scoreText(is) : u"–"_s;
    }
    const auto word = [](RowChange change) {
        switch (change) {
        case RowChange::Regression:
            return tr("regression");
        case RowChange::Improvement:
            return tr("improvement");
        case RowChange::Error:
            return tr("error");
        case RowChange::Missing:
            return tr("missing");
        case RowChange::Same:
            break;
        }
        return tr("same");
    };
    if (column > changeColumn())
        return word(row.cells[size_t(column - changeColumn())].change);
    QStringList words;
    for (const RowChange change :
         {RowChange::Regression, RowChange::Improvement, RowChange::Error, RowChange::Missing}) {
        const auto has = [change](const ComparedRow::Cell &cell) { return cell.change == change; };
        if (std::any_of(row.cells.cbegin(), row.cells.cend(), has))
            words << word(change);
    }
    return words.isEmpty() ? word(RowChange::Same) : words.join(u", "_s);
}

QString CompareModel::toolTip(const CompareEntry &entry, int column) const
{
    if (column == inputColumn) {
        for (int run = 0; run < runCount(); ++run) {
            if (const EvalOutputItem *item = entry.comparison->item(entry.index, run))
                return format::severalLines(item->inputText(), tooltipLength);
        }
    }
    if (isVerdict(column)) {
        const int run = column - firstVerdict;
        const EvalOutputItem *item = entry.comparison->item(entry.index, run);
        if (!item)
            return tr("%1 does not have this row.").arg(entry.comparison->runs.at(run).title);
        return format::severalLines(item->errorMessage, tooltipLength);
    }
    return {};
}

QVariant CompareModel::cell(const CompareEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return displayText(entry, column);
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case ToneRole:
        if (isVerdict(column)) {
            const Tone tone = verdictTone(entry.row().cells[size_t(column - firstVerdict)]);
            return tone == Tone::None ? QVariant() : QVariant(int(tone));
        }
        return {};
    default:
        return {};
    }
}

QVariant CompareModel::raw(const CompareEntry &entry, int column) const
{
    const ComparedRow &row = entry.row();
    if (column == itemColumn)
        return row.number < 0 ? QVariant() : QVariant(row.number);
    if (column == inputColumn) {
        for (int run = 0; run < runCount(); ++run) {
            if (const EvalOutputItem *item = entry.comparison->item(entry.index, run))
                return item->inputText();
        }
        return {};
    }
    if (isVerdict(column))
        return verdictWord(row.cells[size_t(column - firstVerdict)]);
    if (isScore(column)) {
        const auto change = delta(entry, column);
        return change ? QVariant(*change) : QVariant();
    }
    if (column > changeColumn())
        return changeWord(row.cells[size_t(column - changeColumn())].change);
    return changeWords(row);
}

CompareModel::SortNumbers CompareModel::sortNumbersOf(const CompareEntry &entry, int column) const
{
    const ComparedRow &row = entry.row();
    const auto number = double(row.number);
    if (column == firstVerdict) {
        const ComparedRow::Cell &cell = row.cells.front();
        return {double(rank(cell, cell.item < 0 ? RowChange::Missing : RowChange::Same)), number, 0};
    }
    if (isVerdict(column) || column > changeColumn()) {
        const auto run = size_t(isVerdict(column) ? column - firstVerdict : column - changeColumn());
        return {double(rank(row.cells[run], row.cells[run].change)), number, 0};
    }
    if (isScore(column)) {
        const auto change = delta(entry, column);
        return {change ? 0.0 : 1.0, change.value_or(0), number}; // what has none comes last
    }
    if (column == changeColumn())
        return {double(rank(row)), number, 0};
    return {number, 0, 0}; // the item's; and where two inputs are the same
}

std::optional<CompareModel::SortNumbers> CompareModel::sortNumbers(int column, int row) const
{
    return column == inputColumn ? std::nullopt : std::optional(sortNumbersOf(items().at(row), column));
}

int CompareModel::compare(int column, const CompareEntry &left, const CompareEntry &right) const
{
    const int byInput = column == inputColumn ? compareText(left.row().input, right.row().input) : 0;
    return byInput != 0 ? byInput : order(sortNumbersOf(left, column), sortNumbersOf(right, column));
}

} // namespace odc
