// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaldetails.h"

#include "base/format.h"
#include "index/objectindex.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "ui/pages/evals/comparepane.h"
#include "ui/pages/evals/criteriaview.h"
#include "ui/pages/evals/itemspane.h"
#include "ui/pages/evals/resultbars.h"
#include "ui/pages/linklist.h"
#include "ui/pages/listpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRuns = 12; ///< of the summary: the tree has all

QString metadataText(const QJsonObject &metadata)
{
    QStringList lines;
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it)
        lines << format::oneLine(it.key() + u": "_s + it.value().toVariant().toString(), 600);
    return lines.join(u'\n');
}

/// When a run ended, by servers that say so: the contract has no such field.
std::optional<qint64> endOf(const EvalRun &run)
{
    for (const auto &key : {"completed_at"_L1, "finished_at"_L1, "ended_at"_L1}) {
        const QJsonValue value = run.raw.value(key);
        if (value.isDouble() && value.toDouble() > 0)
            return qint64(value.toDouble());
    }
    return {};
}

QString itemFields(const EvalObject &eval)
{
    return eval.itemSchema.value("properties"_L1).toObject().keys().join(u", "_s);
}

} // namespace

EvalDetails::EvalDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select an eval or a run to see what it is."), tr("The object as JSON")}, parent),
      m_theme(context.shell.theme), m_index(context.index), m_items(new ItemsPane(context, this)), m_compare(new ComparePane(context, this)),
      m_criteria(new CriteriaView(m_theme, this)),
      m_source(new LinkList(m_theme, tr("Files"), this)), m_bars(new ResultBars(m_theme, tr("By criterion"), this)),
      m_runs(new ResultBars(m_theme, tr("Latest runs"), this)),
      m_usage(new FigureTable(m_theme, tr("By model"),
                              {tr("Model"), tr("Calls"), tr("Prompt"), tr("Cached"), tr("Completion"), tr("Tokens")}, this)),
      m_itemsTab(addTab(tr("Items"), m_items, Margins::None)), m_compareTab(addTab(tr("Compare"), m_compare, Margins::None)),
      m_criteriaTab(addTab(tr("Criteria"), m_criteria))
{
    setObjectName(u"evalDetails"_s);
    addToSummary(m_source);
    addToSummary(m_bars);
    addToSummary(m_runs);
    addToSummary(m_usage);
    setTabShown(m_itemsTab, false);
    setTabShown(m_compareTab, false);
    connect(m_compare, &ComparePane::baselineWanted, this, &EvalDetails::baselineWanted);
    connect(m_source, &LinkList::activated, this, &EvalDetails::fileRequested);
    connect(this, &DetailsPane::tabChanged, this, [this](int tab) {
        if (!m_choosing)
            m_wantedTab = tab;
        followTab();
    });
}

QList<QAction *> EvalDetails::itemActions() const
{
    return m_items->ownActions();
}

QList<QAction *> EvalDetails::compareActions() const
{
    return m_compare->ownActions();
}

void EvalDetails::setFields(Shows what)
{
    if (m_shows == what)
        return;
    m_shows = what;
    fields()->removeAll();
    if (what == Shows::Eval) {
        fields()->addField(u"source"_s, tr("Data source"));
        fields()->addField(u"fields"_s, tr("Item fields"));
        fields()->addField(u"criteria"_s, tr("Criteria"));
        fields()->addField(u"runs"_s, tr("Runs"));
        fields()->addField(u"latest"_s, tr("Latest run"));
        fields()->addField(u"best"_s, tr("Best run"));
    } else {
        fields()->addField(u"status"_s, tr("Status"));
        fields()->addField(u"error"_s, tr("Error"));
        fields()->addField(u"passed"_s, tr("Passed"));
        fields()->addField(u"failed"_s, tr("Failed"));
        fields()->addField(u"errored"_s, tr("Errors"));
        fields()->addField(u"items"_s, tr("Items"));
        fields()->addField(u"model"_s, tr("Model"));
        fields()->addField(u"source"_s, tr("Data source"));
        fields()->addField(u"tokens"_s, tr("Tokens"));
        fields()->addField(u"duration"_s, tr("Duration"));
        fields()->addField(u"eval"_s, tr("Eval"));
        fields()->addField(u"report"_s, tr("Report"));
    }
    fields()->addField(u"created"_s, tr("Created"));
    fields()->addField(u"metadata"_s, tr("Metadata"));
}

void EvalDetails::showEval(const EvalObject &eval, const QList<EvalRun> &runs, int others)
{
    m_eval = eval;
    m_run.reset();
    setFields(Shows::Eval);
    showObject(EvalsModel::title(eval), eval.id, eval.toJson(), others);
    fields()->setValue(u"source"_s, {eval.dataSourceType});
    fields()->setValue(u"fields"_s, {format::oneLine(itemFields(eval))});
    QStringList criteria;
    for (const EvalCriterion &criterion : eval.criteria)
        criteria << (criterion.name.isEmpty() || criterion.type.isEmpty() ? criterion.title()
                                                                         : tr("%1 (%2)", "criterion").arg(criterion.name, criterion.type));
    fields()->setValue(u"criteria"_s, {format::severalLines(criteria.join(u'\n'))});
    fields()->setValue(u"runs"_s, {format::number(runs.size())});
    const EvalRun *latest = nullptr;
    const EvalRun *best = nullptr;
    for (const EvalRun &run : runs) {
        if (!latest || run.createdAt.value_or(0) > latest->createdAt.value_or(0))
            latest = &run;
        if (run.isFinished() && run.counts.passRate().value_or(-1) > (best ? best->counts.passRate().value_or(-1) : -1))
            best = &run;
    }
    const auto runText = [](const EvalRun *run) {
        if (!run)
            return QString();
        QString rate = run->isFinished() ? EvalRunsModel::rateText(run->counts) : QString();
        if (rate.isEmpty())
            rate = EvalRunsModel::statusText(*run);
        return rate.isEmpty() ? format::oneLine(run->title()) : format::oneLine(run->title()) + u" · "_s + rate;
    };
    fields()->setValue(u"latest"_s, {runText(latest)});
    fields()->setValue(u"best"_s, {runText(best)});
    fields()->setValue(u"created"_s, exactTime(eval.createdAt));
    fields()->setValue(u"metadata"_s, {metadataText(eval.metadata)});
    m_source->setRows({});
    m_bars->setRows({});
    m_usage->setRows({});
    showRuns(runs);
    restoreTab();
}

void EvalDetails::showRuns(const QList<EvalRun> &runs)
{
    QList<const EvalRun *> latest;
    for (const EvalRun &run : runs)
        latest << &run;
    const auto newer = [](const EvalRun *a, const EvalRun *b) { return a->createdAt.value_or(0) > b->createdAt.value_or(0); };
    const qsizetype shown = std::min<qsizetype>(latest.size(), mostRuns);
    std::partial_sort(latest.begin(), latest.begin() + shown, latest.end(), newer);
    QList<ResultBars::Row> bars;
    for (const EvalRun *run : latest.first(shown)) {
        const EvalCounts &counts = run->counts;
        ResultBars::Row row;
        row.name = run->title();
        row.bar = EvalRunsModel::barOf(*run);
        row.share = EvalRunsModel::rateText(counts);
        row.counts = row.share.isEmpty() || !run->isFinished()
            ? EvalRunsModel::statusText(*run)
            : tr("%1 of %2").arg(format::number(counts.passed), format::number(counts.ended()));
        row.tooltip = tr("%1 passed, %2 failed").arg(format::number(counts.passed), format::number(counts.failed));
        bars << row;
    }
    m_runs->setRows(bars);
}

void EvalDetails::showRun(const EvalObject &eval, const EvalRun &run, int others)
{
    m_eval = eval;
    m_run = run;
    setFields(Shows::Run);
    showObject(run.title(), run.id, run.toJson(), others);
    FieldValue status{EvalRunsModel::statusText(run)};
    status.tone = EvalRunsModel::toneOf(run);
    fields()->setValue(u"status"_s, status);
    const QString error = run.errorCode.isEmpty() || run.errorMessage.isEmpty() ? run.errorCode + run.errorMessage
                                                                              : run.errorCode + u": "_s + run.errorMessage;
    fields()->setValue(u"error"_s, {format::severalLines(error)});
    fields()->setFieldVisible(u"error"_s, !error.isEmpty());
    const EvalCounts &counts = run.counts;
    const QString rate = EvalRunsModel::rateText(counts);
    fields()->setValue(u"passed"_s, {rate.isEmpty() ? format::number(counts.passed)
                                                    : format::number(counts.passed) + u" · "_s + rate});
    fields()->setValue(u"failed"_s, {format::number(counts.failed)});
    FieldValue errored{format::number(counts.errored)};
    errored.tone = counts.errored > 0 ? Tone::Attention : Tone::None;
    fields()->setValue(u"errored"_s, errored);
    fields()->setValue(u"items"_s, {counts.ended() < counts.total && !run.isFinished()
                                        ? tr("%1 of %2").arg(format::number(counts.ended()), format::number(counts.total))
                                        : format::number(counts.total)});
    fields()->setValue(u"model"_s, {format::oneLine(run.model)});
    fields()->setValue(u"source"_s, {run.dataSourceType});
    fields()->setValue(u"tokens"_s, {format::number(run.totalTokens())});
    const std::optional<qint64> end = endOf(run);
    fields()->setFieldVisible(u"duration"_s, end && run.createdAt);
    if (end && run.createdAt)
        fields()->setValue(u"duration"_s, {format::duration(std::max<qint64>(0, *end - *run.createdAt))});
    fields()->setValue(u"eval"_s, {EvalsModel::title(eval)});
    FieldValue report{run.reportUrl};
    report.copyable = !run.reportUrl.isEmpty();
    fields()->setValue(u"report"_s, report);
    fields()->setFieldVisible(u"report"_s, !run.reportUrl.isEmpty());
    fields()->setValue(u"created"_s, exactTime(run.createdAt));
    fields()->setValue(u"metadata"_s, {metadataText(run.metadata)});

    showSource(run);
    QList<ResultBars::Row> bars;
    for (const EvalRun::CriterionCounts &result : run.perCriterion) {
        const EvalCriterion *criterion = eval.criterion(result.criterion);
        EvalCounts own;
        own.passed = result.passed;
        own.failed = result.failed;
        own.total = std::max(counts.total, own.ended());
        EvalRun stand;
        stand.counts = own;
        ResultBars::Row row;
        row.name = criterion ? criterion->title() : result.criterion;
        row.bar = EvalRunsModel::barOf(stand);
        row.share = EvalRunsModel::rateText(own);
        row.counts = tr("%1 of %2").arg(format::number(own.passed), format::number(own.ended()));
        row.tooltip = tr("%1 passed, %2 failed").arg(format::number(own.passed), format::number(own.failed));
        bars << row;
    }
    m_bars->setRows(bars);
    m_runs->setRows({});
    QList<QStringList> usage;
    for (const EvalRun::Usage &model : run.perModel) {
        usage << QStringList{format::oneLine(model.model),          format::number(model.invocations),
                             format::number(model.promptTokens),    format::number(model.cachedTokens),
                             format::number(model.completionTokens), format::number(model.totalTokens)};
    }
    m_usage->setRows(usage);
    restoreTab();
}

void EvalDetails::showSource(const EvalRun &run)
{
    const QJsonValue source = run.raw.value("data_source"_L1)["source"_L1];
    const QString id = source["type"_L1].toString() == "file_id"_L1 ? source["id"_L1].toString() : QString();
    QList<LinkList::Row> rows;
    if (!id.isEmpty()) {
        const IndexedObject *file = m_index.find(ObjectKind::File, id);
        LinkList::Row row;
        row.label = tr("Items from");
        row.text = file && !file->name.isEmpty() ? format::oneLine(file->name, 60) : shortId(id);
        row.id = id;
        rows << row;
    }
    m_source->setRows(rows);
}

void EvalDetails::clear()
{
    m_run.reset();
    m_eval = {};
    m_shows = Shows::Nothing;
    m_items->clear();
    restoreTab();
}

void EvalDetails::setCompared(const EvalObject &eval, const QList<EvalRun> &runs)
{
    const qsizetype before = m_compared.size();
    m_comparedEval = eval;
    m_compared = runs.size() >= 2 ? runs : QList<EvalRun>();
    const int count = int(m_compared.size());
    setTabTitle(m_compareTab, tr("Compare %Ln run(s)", nullptr, count));
    if (count < 2)
        m_compare->clear();
    if (count >= 2 && before < 2)
        m_wantedTab = m_compareTab;
    restoreTab();
}

void EvalDetails::restoreTab()
{
    QScopedValueRollback guard(m_choosing, true); // what the person chose is kept for when it is there again
    const bool compares = m_compared.size() >= 2;
    setTabShown(m_itemsTab, m_run.has_value());
    setTabShown(m_compareTab, compares);
    if (m_shows == Shows::Nothing) {
        // What is compared is seen while nothing is selected, and nothing of what was selected before.
        if (compares) {
            showTab(m_compareTab);
            setTabShown(m_criteriaTab, false);
            showTabsAlone();
        } else {
            DetailsPane::clear();
        }
    } else {
        setTabShown(m_criteriaTab, true);
        const bool there = (m_wantedTab != m_itemsTab || m_run) && (m_wantedTab != m_compareTab || compares);
        showTab(there ? m_wantedTab : 0);
    }
    followTab();
}

void EvalDetails::followTab()
{
    // Only what is looked at is fetched.
    const int tab = currentTab();
    setHeadShown(tab != m_compareTab);
    if (tab == m_itemsTab && m_run)
        m_items->setRun(m_eval, *m_run);
    else if (tab == m_compareTab && m_compared.size() >= 2)
        m_compare->setRuns(m_comparedEval, m_compared);
    else if (tab == m_criteriaTab && !m_eval.id.isEmpty())
        m_criteria->show(m_eval, m_run ? &*m_run : nullptr);
}

void EvalDetails::showComparison()
{
    if (!isTabShown(m_compareTab))
        return;
    showTab(m_compareTab);
    m_compare->focusRows();
}

void EvalDetails::leaveComparison()
{
    if (m_wantedTab == m_compareTab)
        m_wantedTab = 0;
    restoreTab();
}

void EvalDetails::showItems()
{
    if (!isTabShown(m_itemsTab))
        return;
    showTab(m_itemsTab);
    m_items->list()->table()->setFocus(Qt::OtherFocusReason); // so that their keys work at once
}

} // namespace odc
