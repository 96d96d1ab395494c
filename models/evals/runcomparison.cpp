// SPDX-License-Identifier: GPL-3.0-or-later
#include "runcomparison.h"

#include "base/format.h"
#include "evals/exacttest.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Verdict = EvalOutputItem::Verdict;

namespace {

constexpr int shownInput = 200;

bool isGraded(Verdict verdict)
{
    return verdict == Verdict::Passed || verdict == Verdict::Failed;
}

/// Which row of the table holds which row of the data.
class Joiner
{
public:
    explicit Joiner(RunComparison &comparison) : m_comparison(comparison) {}

    void addRun(int run)
    {
        const QList<EvalOutputItem> &items = m_comparison.runs.at(run).items;
        std::vector<int> left; // items not placed yet
        for (int i = 0; i < items.size(); ++i) {
            const int row = run == 0 ? -1 : rowByNumber(run, items.at(i));
            if (row < 0)
                left.push_back(i);
            else
                place(row, run, i);
        }
        std::vector<int> fresh;
        for (const int i : left) {
            const int row = run == 0 ? -1 : rowByContent(run, items.at(i));
            if (row < 0) {
                fresh.push_back(i);
                continue;
            }
            place(row, run, i);
            if (m_comparison.rows[size_t(row)].cells.front().item >= 0)
                ++m_comparison.totals[run].renumbered;
        }
        for (const int i : fresh)
            addRow(run, i);
    }

private:
    void place(int row, int run, int item)
    {
        m_comparison.rows[size_t(row)].cells[size_t(run)] = {
            item, m_comparison.runs.at(run).items.at(item).verdict(), RowChange::Same};
    }

    const QJsonObject &content(int row) const
    {
        const auto &cells = m_comparison.rows[size_t(row)].cells;
        for (size_t run = 0; run < cells.size(); ++run) {
            if (cells[run].item >= 0)
                return m_comparison.runs.at(qsizetype(run)).items.at(cells[run].item).item;
        }
        Q_UNREACHABLE();
    }

    bool isFree(int row, int run) const { return m_comparison.rows[size_t(row)].cells[size_t(run)].item < 0; }

    int rowByNumber(int run, const EvalOutputItem &item) const
    {
        // An item that does not show its row cannot contradict its number.
        return item.itemNumber < 0 ? -1 : firstOf(m_byNumber, item.itemNumber, [&](int row) {
            const QJsonObject &other = content(row);
            return isFree(row, run) && (item.item.isEmpty() || other.isEmpty() || item.item == other);
        });
    }

    int rowByContent(int run, const EvalOutputItem &item) const
    {
        return item.item.isEmpty() ? -1 : firstOf(m_byContent, qHash(item.item), [&](int row) {
            return isFree(row, run) && content(row) == item.item;
        });
    }

    /// The first row of the table with this key that `fits`, or -1: rows that occur several times pair in
    /// their order.
    template <typename Key, typename Fits>
    static int firstOf(const QMultiHash<Key, int> &rows, Key key, Fits fits)
    {
        int first = -1;
        for (auto it = rows.constFind(key); it != rows.cend() && it.key() == key; ++it) {
            if ((first < 0 || it.value() < first) && fits(it.value()))
                first = it.value();
        }
        return first;
    }

    void addRow(int run, int index)
    {
        const EvalOutputItem &item = m_comparison.runs.at(run).items.at(index);
        const int row = int(m_comparison.rows.size());
        ComparedRow added;
        added.id = QString::number(run) + u'/' + item.id;
        added.number = item.itemNumber;
        // Line ends are blanks in one line, as in the list of items.
        added.input = format::oneLine(item.inputText().left(4 * shownInput).simplified(), shownInput);
        added.cells.resize(size_t(m_comparison.runs.size()));
        m_comparison.rows.push_back(std::move(added));
        place(row, run, index);
        if (item.itemNumber >= 0)
            m_byNumber.insert(item.itemNumber, row);
        if (!item.item.isEmpty())
            m_byContent.insert(qHash(item.item), row);
    }

    RunComparison &m_comparison;
    QMultiHash<qint64, int> m_byNumber;
    QMultiHash<size_t, int> m_byContent;
};

RowChange changeOf(const ComparedRow::Cell &before, const ComparedRow::Cell &now)
{
    if (before.item < 0 || now.item < 0)
        return RowChange::Missing;
    const bool comparable = isGraded(before.verdict) && isGraded(now.verdict);
    if (!comparable)
        return isGraded(before.verdict) || isGraded(now.verdict) ? RowChange::Error : RowChange::Same;
    if (before.verdict == now.verdict)
        return RowChange::Same;
    return now.verdict == Verdict::Failed ? RowChange::Regression : RowChange::Improvement;
}

void count(PairedCounts &counts, bool before, bool now)
{
    ++(before ? (now ? counts.bothPassed : counts.regressions)
              : (now ? counts.improvements : counts.bothFailed));
}

void countRow(RunComparison &comparison, ComparedRow &row, int run)
{
    RunTotals &totals = comparison.totals[run];
    const ComparedRow::Cell &before = row.cells.front();
    ComparedRow::Cell &now = row.cells[size_t(run)];
    now.change = run == 0 ? RowChange::Same : changeOf(before, now);
    row.regressions += now.change == RowChange::Regression;
    row.improvements += now.change == RowChange::Improvement;
    row.errors += now.change == RowChange::Error;
    totals.unclear += now.change == RowChange::Error;
    totals.missing += now.change == RowChange::Missing && before.item >= 0;
    totals.extra += now.change == RowChange::Missing && now.item >= 0;
    if (run > 0 && isGraded(before.verdict) && isGraded(now.verdict) && now.change != RowChange::Missing)
        count(totals.paired, before.verdict == Verdict::Passed, now.verdict == Verdict::Passed);
}

std::optional<double> scoreOf(const EvalOutputItem::Grade *grade)
{
    if (!grade)
        return std::nullopt;
    return grade->score ? grade->score : std::optional(grade->passed ? 1.0 : 0.0);
}

void countGrades(RunComparison &comparison, int run, std::vector<double> &deltaSums,
                 const EvalOutputItem &before, const EvalOutputItem &now)
{
    if (!isGraded(before.verdict()) || !isGraded(now.verdict()))
        return;
    for (int c = 0; c < comparison.criteria.size(); ++c) {
        const EvalOutputItem::Grade *was = before.grade(comparison.criteria.at(c));
        const EvalOutputItem::Grade *is = now.grade(comparison.criteria.at(c));
        if (!was || !is)
            continue;
        CriterionComparison &result = comparison.totals[run].criteria[c];
        count(result.counts, was->passed, is->passed);
        const double delta = *scoreOf(is) - *scoreOf(was);
        ++result.scored;
        deltaSums[size_t(c)] += delta;
        result.higher += delta > 0;
        result.lower += delta < 0;
    }
}

void countRun(RunTotals &totals, const ComparedRun &run)
{
    totals.items = run.items.size();
    for (const EvalOutputItem &item : run.items) {
        const Verdict verdict = item.verdict();
        totals.passed += verdict == Verdict::Passed;
        totals.failed += verdict == Verdict::Failed;
        totals.errored += !isGraded(verdict);
        totals.tokens += item.totalTokens;
    }
    const qint64 graded = totals.passed + totals.failed;
    if (graded > 0)
        totals.passRate = double(totals.passed) / double(graded);
}

void findCriteria(RunComparison &comparison)
{
    QSet<QString> seen;
    for (const ComparedRun &run : std::as_const(comparison.runs)) {
        for (const EvalOutputItem &item : run.items) {
            for (const EvalOutputItem::Grade &grade : item.grades) {
                if (seen.contains(grade.criterion))
                    continue;
                seen.insert(grade.criterion);
                comparison.criteria << grade.criterion;
            }
        }
    }
}

} // namespace

std::optional<double> PairedCounts::p() const
{
    return exactTest(regressions, improvements);
}

std::optional<double> CriterionComparison::signP() const
{
    return exactTest(lower, higher);
}

const EvalOutputItem *RunComparison::item(int row, int run) const
{
    const int index = rows[size_t(row)].cells[size_t(run)].item;
    return index < 0 ? nullptr : &runs.at(run).items.at(index);
}

std::optional<double> RunComparison::score(int row, int run, int criterion) const
{
    const EvalOutputItem *found = item(row, run);
    return found ? scoreOf(found->grade(criteria.at(criterion))) : std::nullopt;
}

std::shared_ptr<const RunComparison> compareRuns(QList<ComparedRun> runs)
{
    auto comparison = std::make_shared<RunComparison>();
    comparison->runs = std::move(runs);
    const int count = int(comparison->runs.size());
    comparison->totals.resize(count);
    findCriteria(*comparison);
    Joiner joiner(*comparison);
    for (int run = 0; run < count; ++run)
        joiner.addRun(run);
    for (int run = 0; run < count; ++run) {
        RunTotals &totals = comparison->totals[run];
        countRun(totals, comparison->runs.at(run));
        totals.criteria.resize(comparison->criteria.size());
        std::vector<double> deltaSums(size_t(comparison->criteria.size()));
        for (int row = 0; row < int(comparison->rows.size()); ++row) {
            countRow(*comparison, comparison->rows[size_t(row)], run);
            const EvalOutputItem *before = run > 0 ? comparison->item(row, 0) : nullptr;
            const EvalOutputItem *now = before ? comparison->item(row, run) : nullptr;
            if (now)
                countGrades(*comparison, run, deltaSums, *before, *now);
        }
        for (int c = 0; c < comparison->criteria.size(); ++c) {
            CriterionComparison &result = totals.criteria[c];
            result.meanDelta = result.scored > 0 ? deltaSums[size_t(c)] / double(result.scored) : 0.0;
        }
        // Over the same rows: what only one of the two has graded says nothing of the other.
        const PairedCounts &paired = totals.paired;
        if (run > 0 && paired.pairs() > 0)
            totals.delta = double(paired.improvements - paired.regressions) / double(paired.pairs());
    }
    return comparison;
}

} // namespace odc
