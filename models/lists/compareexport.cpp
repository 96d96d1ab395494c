// SPDX-License-Identifier: GPL-3.0-or-later
#include "compareexport.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Verdict = EvalOutputItem::Verdict;

QString verdictWord(const ComparedRow::Cell &cell)
{
    if (cell.item < 0)
        return u"missing"_s;
    switch (cell.verdict) {
    case Verdict::Passed:
        return u"pass"_s;
    case Verdict::Failed:
        return u"fail"_s;
    case Verdict::Errored:
        return u"error"_s;
    case Verdict::Unknown:
        return {};
    }
    return {};
}

QString changeWord(RowChange change)
{
    switch (change) {
    case RowChange::Regression:
        return u"regression"_s;
    case RowChange::Improvement:
        return u"improvement"_s;
    case RowChange::Error:
        return u"error"_s;
    case RowChange::Missing:
        return u"missing"_s;
    case RowChange::Same:
        return u"same"_s;
    }
    return {};
}

QString changeWords(const ComparedRow &row)
{
    QStringList words;
    for (const RowChange change :
         {RowChange::Regression, RowChange::Improvement, RowChange::Error, RowChange::Missing}) {
        const auto has = [change](const ComparedRow::Cell &cell) { return cell.change == change; };
        if (std::any_of(row.cells.cbegin(), row.cells.cend(), has))
            words << changeWord(change);
    }
    return words.isEmpty() ? changeWord(RowChange::Same) : words.join(u' ');
}

ExportData comparisonTable(const RunComparison &comparison, const QStringList &criterionTitles,
                           const std::function<QString(const EvalOutputItem &)> &expected)
{
    ExportData data;
    data.header = {u"item"_s, u"input"_s, u"expected"_s, u"change"_s};
    for (const ComparedRun &run : comparison.runs) {
        data.header << run.title + u" verdict"_s << run.title + u" change"_s;
        for (const QString &criterion : criterionTitles)
            data.header << run.title + u' ' + criterion;
        data.header << run.title + u" answer"_s;
    }
    data.isTime = QList<bool>(data.header.size(), false);
    const int runs = int(comparison.runs.size());
    for (int r = 0; r < int(comparison.rows.size()); ++r) {
        const ComparedRow &row = comparison.rows[size_t(r)];
        QVariantList cells;
        const EvalOutputItem *any = nullptr;
        for (int run = 0; run < runs && !any; ++run)
            any = comparison.item(r, run);
        cells << (row.number < 0 ? QVariant() : QVariant(row.number)) << any->inputText() << expected(*any)
              << changeWords(row);
        for (int run = 0; run < runs; ++run) {
            const ComparedRow::Cell &cell = row.cells[size_t(run)];
            const EvalOutputItem *item = comparison.item(r, run);
            cells << verdictWord(cell) << (run == 0 ? QVariant() : QVariant(changeWord(cell.change)));
            for (int criterion = 0; criterion < comparison.criteria.size(); ++criterion) {
                const auto score = comparison.score(r, run, criterion);
                cells << (score ? QVariant(*score) : QVariant());
            }
            cells << (item ? QVariant(item->outputText()) : QVariant());
        }
        data.rows << cells;
    }
    return data;
}

} // namespace odc
