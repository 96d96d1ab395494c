// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalrunsmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

bool isQueued(const EvalRun &run)
{
    return run.status == "queued"_L1;
}

/// "48 %" of the items have been through; a full figure only at the end.
QString shareText(const EvalCounts &counts)
{
    const int percent = counts.total > 0 ? int(std::floor(100.0 * double(counts.ended()) / double(counts.total))) : 0;
    return EvalRunsModel::tr("%1 %").arg(std::clamp(percent, 0, 100));
}

/// As it is shown: neither rounded up to all nor down to none.
int ratePercent(const EvalCounts &counts)
{
    const int percent = int(std::lround(counts.passRate().value_or(0) * 100));
    if (percent == 100 && counts.failed > 0)
        return 99;
    return percent == 0 && counts.passed > 0 ? 1 : percent;
}

} // namespace

EvalRunsModel::EvalRunsModel(Session &session, const QString &evalId, QObject *parent)
    : PagedModel(parent), m_session(session), m_evalId(evalId)
{
    setColumns({{"name"_ba, tr("Name"), ColumnType::Text, 220, true},
                {"id"_ba, tr("ID"), ColumnType::Id, 128, true},
                {"passed"_ba, tr("Passed"), ColumnType::Number, 116, true, false, 0, true},
                {"status"_ba, tr("Status"), ColumnType::State, 110, true},
                {"model"_ba, tr("Model"), ColumnType::Text, 120, true},
                {"items"_ba, tr("Items"), ColumnType::Number, 70, true},
                {"tokens"_ba, tr("Tokens"), ColumnType::Number, 80, true},
                {"errored"_ba, tr("Errors"), ColumnType::Number, 70, true},
                {"created"_ba, tr("Created"), ColumnType::Time, 110, true}});
}

int EvalRunsModel::unfinished() const
{
    return int(std::count_if(items().cbegin(), items().cend(), [](const EvalRun &run) { return !run.isFinished(); }));
}

bool EvalRunsModel::isMoving() const
{
    return std::any_of(items().cbegin(), items().cend(),
                       [](const EvalRun &run) { return isQueued(run) || run.status == "in_progress"_L1; });
}

Tone EvalRunsModel::toneOf(const EvalRun &run)
{
    if (run.status == "failed"_L1)
        return Tone::Failed;
    if (run.isCanceled())
        return Tone::Attention;
    if (run.status == "completed"_L1)
        return run.counts.errored > 0 ? Tone::Attention : Tone::Fine;
    return isQueued(run) || run.status == "in_progress"_L1 ? Tone::Running : Tone::Attention;
}

QString EvalRunsModel::statusText(const EvalRun &run)
{
    return run.status.isEmpty() ? tr("unknown") : run.status;
}

CellProgress EvalRunsModel::barOf(const EvalRun &run)
{
    CellProgress bar;
    bar.tone = Tone::Fine;
    const EvalCounts &counts = run.counts;
    // Counts of a server that mixes them up must not overflow the bar.
    const double total = double(std::max({counts.total, counts.ended(), qint64(1)}));
    bar.done = double(counts.ended()) / total;
    bar.errored = double(counts.errored) / total;
    bar.failed = double(counts.failed) / total;
    return bar;
}

QString EvalRunsModel::rateText(const EvalCounts &counts)
{
    return counts.passRate() ? tr("%1 %").arg(ratePercent(counts)) : QString();
}

QString EvalRunsModel::displayText(const EvalRun &run, Column column) const
{
    switch (column) {
    case Name:
        return format::oneLine(run.title());
    case Id:
        return format::oneLine(run.id);
    case Passed:
        if (run.isFinished())
            return run.counts.ended() > 0 ? rateText(run.counts) : format::oneLine(statusText(run));
        return isQueued(run) ? tr("waiting") : shareText(run.counts);
    case Status:
        return format::oneLine(statusText(run));
    case Model:
        return format::oneLine(run.model);
    case Items:
        return run.counts.total > 0 ? format::number(run.counts.total) : QString();
    case Tokens:
        return run.totalTokens() > 0 ? format::number(run.totalTokens()) : QString();
    case Errored:
        return run.counts.errored > 0 ? format::number(run.counts.errored) : QString();
    case Created:
        return run.createdAt ? format::relativeTime(*run.createdAt, nowUnix()) : tr("unknown");
    }
    return {};
}

QString EvalRunsModel::toolTip(const EvalRun &run, Column column) const
{
    switch (column) {
    case Name:
        return format::oneLine(run.title() == run.id ? run.id : run.title() + u" · "_s + run.id, tooltipLength);
    case Passed:
        return tr("%1 passed, %2 failed, %3 with errors, of %4")
            .arg(format::number(run.counts.passed), format::number(run.counts.failed),
                 format::number(run.counts.errored), format::number(run.counts.total));
    case Status:
        return format::severalLines(run.errorMessage, tooltipLength);
    case Created:
        return run.createdAt ? format::exactTime(*run.createdAt) : QString();
    default:
        return {};
    }
}

QVariant EvalRunsModel::cell(const EvalRun &run, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(run, which);
    case Qt::ToolTipRole:
        return toolTip(run, which);
    case Qt::AccessibleTextRole:
        return which == Passed && run.isFinished() ? toolTip(run, which) : displayText(run, which);
    case ProgressRole:
        if (which == Passed && run.isFinished() && run.counts.ended() > 0)
            return QVariant::fromValue(barOf(run));
        return {};
    case ToneRole:
        if (which == Status || (which == Passed && (!run.isFinished() || run.counts.ended() == 0)))
            return int(toneOf(run));
        return {};
    default:
        return {};
    }
}

QVariant EvalRunsModel::raw(const EvalRun &run, int column) const
{
    switch (Column(column)) {
    case Name:
        return run.title();
    case Id:
        return run.id;
    case Passed:
        return run.isFinished() && run.counts.passRate() ? QVariant(ratePercent(run.counts)) : QVariant();
    case Status:
        return run.status;
    case Model:
        return run.model;
    case Items:
        return run.counts.total;
    case Tokens:
        return run.totalTokens();
    case Errored:
        return run.counts.errored;
    case Created:
        return run.createdAt ? QVariant(*run.createdAt) : QVariant();
    }
    return {};
}

int EvalRunsModel::compare(int column, const EvalRun &left, const EvalRun &right) const
{
    switch (Column(column)) {
    case Name:
        return compareText(left.title(), right.title());
    case Id:
        return left.id.compare(right.id);
    case Passed:
        return order(left.counts.passRate().value_or(-1), right.counts.passRate().value_or(-1));
    case Status:
        return left.status.compare(right.status);
    case Model:
        return compareText(left.model, right.model);
    case Items:
        return order(left.counts.total, right.counts.total);
    case Tokens:
        return order(left.totalTokens(), right.totalTokens());
    case Errored:
        return order(left.counts.errored, right.counts.errored);
    case Created:
        return order(left.createdAt.value_or(0), right.createdAt.value_or(0));
    }
    return 0;
}

EvalRunsModel::Fetch EvalRunsModel::pageFetch()
{
    return [this](const QString &after, std::function<void(Result<Page<EvalRun>>)> done) {
        EvalListQuery query;
        query.limit = 100;
        query.order = u"desc"_s;
        query.after = after;
        query.background = m_background;
        return m_session.evals().listRuns(m_evalId, query, this, std::move(done));
    };
}

qint64 EvalRunsModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
